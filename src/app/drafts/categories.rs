//! The form for a body's own categories.

use partnership_risk_core::catalogue::{CategoryId, categories};
use partnership_risk_core::letters::{are_same, one_line};
use partnership_risk_core::register::{Appetite, Organisation, OwnCategory, Register};

use super::Problem;
use super::checks::{Checks, tidy};
use super::kept::draft;
use super::slug::free_slug;
use crate::app::queries::categories::use_of;

draft! {
    /// What is typed about one category.
    CategoryDraft {
        /// Its name in files; empty for a new one.
        id: String,
        /// Its name on the page.
        name: String,
        /// What goes wrong, in a sentence.
        definition: String,
    }
}

draft! {
    /// What is typed about all of a body's own categories.
    CategoriesDraft {
        /// The categories, in the order in which they are offered.
        categories: Vec<CategoryDraft>,
    }
}

/// The id on the page of a part of a category, counted from 0.
#[must_use]
pub fn category_field(at: usize, part: &str) -> String {
    format!("category-{}-{part}", at + 1)
}

impl CategoriesDraft {
    /// The form for the categories that are there.
    #[must_use]
    pub fn of(organisation: &Organisation) -> Self {
        let draft = |category: &OwnCategory| CategoryDraft {
            id: category.id.to_string(),
            name: category.name.clone(),
            definition: category.definition.clone(),
        };
        Self { categories: organisation.categories.iter().map(draft).collect() }
    }

    /// The organisation with these categories, or everything that is wrong with them. An appetite for a
    /// category that is gone goes with it.
    pub fn check(&self, register: &Register) -> Result<Organisation, Vec<Problem>> {
        let mut checks = Checks::default();
        let mut found: Vec<OwnCategory> = Vec::new();
        for (at, draft) in self.categories.iter().enumerate() {
            let field = category_field(at, "name");
            let name = one_line(&checks.required(&draft.name, &field, "Enter a name for the category"));
            let is_taken = !name.is_empty() && is_taken(&name, &found);
            if is_taken {
                checks.note(&field, format!("There is already a category called {name}"));
            }
            let id = self.id(draft, &name, register, &found);
            found.push(OwnCategory { id, name, definition: tidy(&draft.definition) });
        }
        let before = register.organisation();
        self.note_used(register, &mut checks);
        checks.finish(|| with_categories(before, found))
    }

    /// Notes the categories that are gone while risks use them.
    fn note_used(&self, register: &Register, checks: &mut Checks) {
        for category in &register.organisation().categories {
            let is_gone = self.categories.iter().all(|draft| draft.id != category.id.as_str());
            if is_gone && use_of(register, &category.id).total() > 0 {
                let name = &category.name;
                checks.note("categories", format!("\u{201c}{name}\u{201d} cannot go: risks use it"));
            }
        }
    }

    /// The id of a category: its own, or for a new one its name as a slug that nothing else has.
    fn id(
        &self,
        draft: &CategoryDraft,
        name: &str,
        register: &Register,
        found: &[OwnCategory],
    ) -> CategoryId {
        if !draft.id.is_empty() {
            return CategoryId::new(&draft.id);
        }
        let is_free = |id: &CategoryId| {
            categories().iter().all(|category| category.id != *id)
                && found.iter().all(|category| category.id != *id)
                && self.categories.iter().all(|draft| draft.id != id.as_str())
                && use_of(register, id).total() == 0
        };
        CategoryId::new(&free_slug(name, "category", |slug| is_free(&CategoryId::new(slug))))
    }
}

fn is_taken(name: &str, found: &[OwnCategory]) -> bool {
    categories().iter().any(|category| are_same(&category.name, name))
        || found.iter().any(|category| are_same(&category.name, name))
}

fn with_categories(before: &Organisation, categories: Vec<OwnCategory>) -> Organisation {
    let is_gone = |id: &CategoryId| {
        before.categories.iter().any(|old| old.id == *id) && categories.iter().all(|new| new.id != *id)
    };
    let mut appetite: Appetite = (*before.appetite).clone();
    appetite.by_category.retain(|(id, _)| !is_gone(id));
    Organisation { appetite: appetite.into(), categories, ..before.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use partnership_risk_core::example::fife_council;
    use partnership_risk_core::register::{AppetiteLevel, Change};

    fn draft(parts: &[(&str, &str)]) -> CategoriesDraft {
        let category = |(id, name): &(&str, &str)| CategoryDraft {
            id: (*id).into(),
            name: (*name).into(),
            definition: String::new(),
        };
        CategoriesDraft { categories: parts.iter().map(category).collect() }
    }

    fn with(parts: &[(&str, &str)]) -> Register {
        let fife = fife_council();
        let organisation = draft(parts).check(&fife).expect("sound");
        fife.apply(Change::OrganisationSet(organisation)).expect("sound")
    }

    #[test]
    fn a_new_category_has_an_id_made_of_its_name_that_nothing_else_has() {
        let ids = |parts: &[(&str, &str)]| -> Vec<String> {
            with(parts).organisation().categories.iter().map(|c| c.id.to_string()).collect()
        };
        assert_eq!(
            ids(&[("", "Ferries & piers"), ("", "Ferries, piers")]),
            ["ferries-piers", "ferries-piers-2"]
        );
        assert_eq!(ids(&[("", "Service-gaps!"), ("", "?!")]), ["service-gaps-2", "category"]);
        assert_eq!(ids(&[("", "Ferries"), ("ferries", "Boats")]), ["ferries-2", "ferries"]);
    }

    #[test]
    fn a_renamed_category_keeps_its_id_and_an_unchanged_form_changes_nothing() {
        let register = with(&[("", "Ferries")]);
        let mut draft = CategoriesDraft::of(register.organisation());
        assert_eq!(draft.check(&register).as_ref(), Ok(register.organisation()));
        draft.categories[0].name = "Boats".into();
        let after = draft.check(&register).expect("sound").categories;
        assert_eq!((after[0].id.as_str(), &*after[0].name), ("ferries", "Boats"));
    }

    #[test]
    fn names_must_be_there_and_differ_from_all_others() {
        let problems = draft(&[("", " "), ("", "Service GAPS"), ("", "a"), ("", "A")])
            .check(&fife_council())
            .expect_err("three are wrong");
        let fields: Vec<&str> = problems.iter().map(|problem| &*problem.field).collect();
        assert_eq!(fields, ["category-1-name", "category-2-name", "category-4-name"]);
    }

    #[test]
    fn a_category_goes_with_its_appetite_unless_risks_use_it() {
        let register = with(&[("", "Ferries")]);
        let mut organisation = register.organisation().clone();
        let mut appetite = (*organisation.appetite).clone();
        appetite.by_category = vec![
            (CategoryId::new("ferries"), AppetiteLevel::Averse),
            (CategoryId::new("of-a-later-version"), AppetiteLevel::Open),
        ];
        organisation.appetite = appetite.into();
        let register = register.apply(Change::OrganisationSet(organisation)).expect("sound");
        let after = draft(&[]).check(&register).expect("nothing uses it");
        assert_eq!((after.categories.len(), after.appetite.by_category.len()), (0, 1));
        let mut risk = (*register.risks()[0]).clone();
        risk.category = Some(CategoryId::new("ferries"));
        let register = register.apply(Change::RisksPut(vec![risk])).expect("sound");
        let problems = draft(&[]).check(&register).expect_err("a risk uses it");
        assert_eq!(problems[0].message, "\u{201c}Ferries\u{201d} cannot go: risks use it");
    }
}
