//! The categories that a register can use: those that come with the product, and the body's own after
//! them. How a category is told to be in use is here too, since one in use is not deleted.

use std::rc::Rc;

use partnership_risk_core::catalogue::{CategoryId, categories};
use partnership_risk_core::register::{OwnCategory, Register, Status};

/// A category as it is offered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offered {
    /// Its name in files.
    pub id: CategoryId,
    /// Its name on the page.
    pub name: Rc<str>,
    /// What goes wrong, in a sentence; may be empty for a body's own.
    pub definition: Rc<str>,
}

/// How many risks count under a category.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Use {
    /// Open ones and drafts.
    pub current: usize,
    /// Closed ones.
    pub closed: usize,
}

/// Every category, the built-in ones first.
#[must_use]
pub fn offered(register: &Register) -> Vec<Offered> {
    let built_in = categories();
    let built_in = built_in.iter().map(|category| Offered {
        id: category.id.clone(),
        name: category.name.clone(),
        definition: category.definition.clone(),
    });
    built_in.chain(register.organisation().categories.iter().map(own)).collect()
}

fn own(category: &OwnCategory) -> Offered {
    Offered {
        id: category.id.clone(),
        name: Rc::from(&*category.name),
        definition: Rc::from(&*category.definition),
    }
}

/// How many risks count under a category.
#[must_use]
pub fn use_of(register: &Register, id: &CategoryId) -> Use {
    let mut found = Use::default();
    for risk in register.risks().iter().filter(|risk| risk.category.as_ref() == Some(id)) {
        match risk.status {
            Status::Open | Status::Draft => found.current += 1,
            Status::Closed => found.closed += 1,
        }
    }
    found
}

impl Use {
    /// How many there are in all.
    #[must_use]
    pub fn total(self) -> usize {
        self.current + self.closed
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use partnership_risk_core::example::fife_council;
    use partnership_risk_core::register::{Change, Organisation};

    fn register() -> Register {
        let fife = fife_council();
        let own = OwnCategory {
            id: CategoryId::new("ferries"),
            name: "Ferries".into(),
            definition: "A sailing is lost.".into(),
        };
        let organisation = Organisation { categories: vec![own], ..fife.organisation().clone() };
        let mut risks = [(*fife.risks()[0]).clone(), (*fife.risks()[1]).clone()];
        risks.iter_mut().for_each(|risk| risk.category = Some(CategoryId::new("ferries")));
        risks[1].status = Status::Closed;
        let change = vec![Change::OrganisationSet(organisation), Change::RisksPut(risks.to_vec())];
        fife.apply(Change::All(change)).expect("sound parts")
    }

    #[test]
    fn own_categories_stand_after_the_built_in_ones() {
        let offered = offered(&register());
        assert_eq!((offered.len(), &*offered[17].name), (18, "Ferries"));
    }

    #[test]
    fn closed_risks_use_a_category_too_and_are_counted_apart() {
        let found = use_of(&register(), &CategoryId::new("ferries"));
        assert_eq!((found, found.total()), (Use { current: 1, closed: 1 }, 2));
    }
}
