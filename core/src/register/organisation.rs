//! Whose register this is, and the rules by which it judges: matrix, appetite, significance, categories.

use std::rc::Rc;

use super::{Appetite, DriverId, OwnDriver, PeerMark, Significance};
use crate::catalogue::{CategoryId, categories};
use crate::choice::choices;
use crate::scale::Matrix;

/// The body that owns the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisation {
    /// Its name as people say it.
    pub name: String,
    /// What kind of body it is.
    pub sector: Sector,
    /// How the register is to be handled, such as OFFICIAL; empty where nothing is said.
    pub handling: String,
    /// The matrix by which its risks are rated.
    pub matrix: Rc<Matrix>,
    /// How much risk it accepts.
    pub appetite: Rc<Appetite>,
    /// By what it tells which partnerships matter.
    pub significance: Rc<Significance>,
    /// Categories of its own, beside the built-in ones.
    pub categories: Vec<OwnCategory>,
    /// What several of its risks have in common.
    pub drivers: Vec<OwnDriver>,
    /// Where the register came from, when it is somebody else's published one; empty for one's own.
    pub published_source: String,
    /// Whether it is a worked example: an invented body, which no real one is to be taken for.
    pub is_example: bool,
    /// The mark under which it sends figures to its peers, once it has.
    pub peer: Option<PeerMark>,
}

/// A category that a body has added to the built-in ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnCategory {
    /// Its name in files.
    pub id: CategoryId,
    /// Its name on the page.
    pub name: String,
    /// What goes wrong, in a sentence.
    pub definition: String,
}

impl Organisation {
    /// A body with this name and matrix, and the usual rules for everything else.
    #[must_use]
    pub fn new(name: &str, matrix: Rc<Matrix>) -> Self {
        Self {
            name: name.to_owned(),
            sector: Sector::default(),
            handling: String::new(),
            appetite: Rc::new(Appetite::usual(matrix.levels().len())),
            matrix,
            significance: Rc::new(Significance::usual()),
            categories: Vec::new(),
            drivers: Vec::new(),
            published_source: String::new(),
            is_example: false,
            peer: None,
        }
    }

    /// The name of a category: one of its own, or else a built-in one; one that nobody knows is called by its id.
    #[must_use]
    pub fn category_name(&self, id: &CategoryId) -> Rc<str> {
        if let Some(own) = self.categories.iter().find(|category| category.id == *id) {
            return Rc::from(&*own.name);
        }
        let built_in = categories();
        let known = built_in.iter().find(|category| category.id == *id);
        known.map_or_else(|| Rc::from(id.as_str()), |category| category.name.clone())
    }

    /// The driver with this id.
    #[must_use]
    pub fn driver(&self, id: &DriverId) -> Option<&OwnDriver> {
        self.drivers.iter().find(|driver| driver.id == *id)
    }
}

choices! {
    /// What kind of body an organisation is.
    Sector default Other {
        /// A council or combined authority.
        Council = "council", "Council";
        /// A police force or a police and crime commissioner.
        Police = "police", "Police";
        /// A fire and rescue service.
        Fire = "fire", "Fire and rescue";
        /// A National Health Service body.
        Health = "health", "NHS body";
        /// A charity or community body.
        Charity = "charity", "Charity or community body";
        /// Any other body, or not said.
        Other = "other", "Other";
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scale::preset;

    #[test]
    fn a_category_is_named_whoever_made_it() {
        let own = |id: &str, name: &str| OwnCategory {
            id: CategoryId::new(id),
            name: name.into(),
            definition: String::new(),
        };
        let mut organisation = Organisation::new("Anytown", Rc::new(preset::of_size(5, 5)));
        organisation.categories = vec![own("ferries", "Ferries"), own("service-gaps", "Gaps as we see them")];
        for (id, name) in [
            ("ferries", "Ferries"),
            ("service-gaps", "Gaps as we see them"),
            ("funding-and-finance", "Funding and finance"),
            ("of-a-later-version", "of-a-later-version"),
        ] {
            assert_eq!(&*organisation.category_name(&CategoryId::new(id)), name);
        }
    }
}
