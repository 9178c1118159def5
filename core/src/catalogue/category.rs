//! The kinds of risk a partnership runs, and the names by which the register and the crosswalks refer to them.
//! Which surveys speak of a category is the crosswalk's business; which risks belong to one is the register's.

use std::cell::OnceCell;
use std::rc::Rc;

use super::data_file;
use super::slug::slug_id;
use crate::json::{Picker, Value};

slug_id! {
    /// The stable name of a category: a slug such as `service-gaps`. Cheap to clone.
    ///
    /// Any text is accepted, because a register may hold a category that this version does not know.
    CategoryId
}

/// A founding document on partnership risk that names a category.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// Lynn Drennan of Alarm, 2008.
    Drennan,
    /// Andrew Jepp of Zurich Municipal, 2011.
    Jepp,
    /// James Rolfe of the London Borough of Enfield, 2012.
    Rolfe,
    /// James Strachan of the Audit Commission, 2005.
    Strachan,
    /// The note on collaboration of the emergency services, 2017.
    EmergencyServices,
}

impl Source {
    /// Every source, oldest first.
    pub const ALL: [Self; 5] =
        [Self::Strachan, Self::Drennan, Self::Jepp, Self::Rolfe, Self::EmergencyServices];

    /// Author, title, place and year.
    #[must_use]
    pub fn citation(self) -> &'static str {
        match self {
            Self::Drennan => "Lynn Drennan (Alarm), A risky business, Public Finance, 2008",
            Self::Jepp => "Andrew Jepp (Zurich Municipal), A problem shared, Public Finance, 2011",
            Self::Rolfe => "James Rolfe (London Borough of Enfield), We need a bit of structure, 2012",
            Self::Strachan => "James Strachan (Audit Commission), Let's dance, Community Care, 2005",
            Self::EmergencyServices => {
                "Collaboration: barriers, risks and assurance (emergency services), 2017"
            }
        }
    }

    /// Its name in the data files.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Drennan => "drennan",
            Self::Jepp => "jepp",
            Self::Rolfe => "rolfe",
            Self::Strachan => "strachan",
            Self::EmergencyServices => "emergency",
        }
    }
}

/// A kind of risk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Category {
    /// Its name in files.
    pub id: CategoryId,
    /// Its name on the page.
    pub name: Rc<str>,
    /// What goes wrong, in one sentence.
    pub definition: Rc<str>,
    /// Which founding documents name it.
    pub sources: Vec<Source>,
}

thread_local! {
    static CATEGORIES: OnceCell<Rc<[Category]>> = const { OnceCell::new() };
}

/// The seventeen built-in categories, in the order in which they are offered.
#[must_use]
pub fn categories() -> Rc<[Category]> {
    CATEGORIES.with(|cell| Rc::clone(cell.get_or_init(read)))
}

/// The built-in category with this id.
#[must_use]
pub fn category(id: &CategoryId) -> Option<Category> {
    categories().iter().find(|category| category.id == *id).cloned()
}

fn read() -> Rc<[Category]> {
    Rc::from(data_file::entries(include_str!("data/categories.json"), read_category))
}

fn read_category(picker: &mut Picker, value: &Value) -> Category {
    let sources = picker.list(value, "sources");
    Category {
        id: CategoryId::new(&picker.text(value, "id")),
        name: Rc::from(picker.text(value, "name")),
        definition: Rc::from(picker.text(value, "definition")),
        sources: sources.iter().map(|key| picker.choice(key, &Source::ALL, Source::key)).collect(),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn there_are_seventeen_categories_each_defined_in_one_sentence_and_sourced() {
        let categories = categories();
        let ids: BTreeSet<_> = categories.iter().map(|c| c.id.clone()).collect();
        let names: BTreeSet<_> = categories.iter().map(|c| c.name.to_lowercase()).collect();
        assert_eq!((categories.len(), ids.len(), names.len()), (17, 17, 17));
        for category in categories.iter() {
            let definition = &category.definition;
            assert!(definition.ends_with('.') && definition.matches(". ").count() == 0, "{definition}");
            assert!(!category.sources.is_empty(), "{}", category.id);
        }
    }

    #[test]
    fn every_founding_document_names_a_category() {
        for source in Source::ALL {
            assert!(categories().iter().any(|category| category.sources.contains(&source)), "{source:?}");
        }
    }

    #[test]
    fn an_unknown_category_has_an_id_but_no_entry() {
        let id = CategoryId::new("our-own");
        assert_eq!((category(&id), id.to_string()), (None, "our-own".to_owned()));
    }
}
