//! The form that starts a register or describes its organisation.

use std::rc::Rc;

use partnership_risk_core::register::{Organisation, Register, Sector};
use partnership_risk_core::scale::preset;

use super::Problem;
use super::checks::{Checks, key, tidy};
use super::kept::draft;

draft! {
    /// What is typed about an organisation.
    OrganisationDraft {
        /// Its name.
        name: String,
        /// The key of its sector.
        sector: String,
        /// How its register is to be handled.
        handling: String,
        /// The matrix of a new register: a preset's id. One that is there is changed next door, since its
        /// ratings move with it.
        matrix: String,
    }
}

impl OrganisationDraft {
    /// The form for a register that is there, or for a new one.
    #[must_use]
    pub fn of(register: Option<&Register>) -> Self {
        let Some(register) = register else {
            return Self { matrix: preset::PRESETS[0].id.to_owned(), ..Self::default() };
        };
        let organisation = register.organisation();
        Self {
            name: organisation.name.clone(),
            sector: key(organisation.sector),
            handling: organisation.handling.clone(),
            matrix: String::new(),
        }
    }

    /// The organisation described, or everything that is wrong with the description.
    pub fn check(&self, before: Option<&Organisation>) -> Result<Organisation, Vec<Problem>> {
        let mut checks = Checks::default();
        let name = checks.required(&self.name, "name", "Enter the name of your organisation");
        let sector: Option<Sector> = checks.chosen(&self.sector, "sector", "Choose what kind of body it is");
        let chosen = || preset::preset(&self.matrix).map(|p| Organisation::new(&name, Rc::new(p.matrix())));
        let Some(rest) = before.cloned().or_else(chosen) else {
            checks.note("matrix", "Choose the risk matrix you use");
            return Err(checks.problems);
        };
        checks.finish(|| {
            let (sector, handling) = (sector.unwrap_or_default(), tidy(&self.handling));
            Organisation { name, sector, handling, ..rest }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_form_names_every_field_at_once() {
        let problems = OrganisationDraft::default().check(None).expect_err("nothing typed");
        let fields: Vec<&str> = problems.iter().map(|p| p.field.as_str()).collect();
        assert_eq!(fields, ["name", "sector", "matrix"]);
    }

    #[test]
    fn a_described_organisation_keeps_its_matrix_whatever_was_chosen_before_it_had_one() {
        let fife = partnership_risk_core::example::fife_council();
        let draft = OrganisationDraft { matrix: "police-2015".into(), ..OrganisationDraft::of(Some(&fife)) };
        assert_eq!(draft.check(Some(fife.organisation())).as_ref(), Ok(fife.organisation()));
    }
}
