//! The form that starts a register or describes its organisation.

use std::rc::Rc;

use partnership_risk_core::register::{Organisation, Register, Sector};
use partnership_risk_core::scale::preset;

use super::{Problem, required};

/// What is typed about an organisation.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OrganisationDraft {
    /// Its name.
    pub name: String,
    /// Its sector, by place in [`Sector::ALL`].
    pub sector: String,
    /// Its matrix: a preset's id, or empty to keep the one there is.
    pub matrix: String,
}

impl OrganisationDraft {
    /// The form for a register that is there, or for a new one.
    #[must_use]
    pub fn of(register: Option<&Register>) -> Self {
        let Some(register) = register else {
            return Self { matrix: preset::PRESETS[0].id.to_owned(), ..Self::default() };
        };
        let organisation = register.organisation();
        let sector = Sector::ALL.iter().position(|&s| s == organisation.sector);
        Self {
            name: organisation.name.clone(),
            sector: sector.map(|place| place.to_string()).unwrap_or_default(),
            matrix: String::new(),
        }
    }

    /// The organisation described, or everything that is wrong with the description.
    pub fn check(&self, before: Option<&Organisation>) -> Result<Organisation, Vec<Problem>> {
        let mut problems = Vec::new();
        let name = required(&self.name, "name", "Enter the name of your organisation", &mut problems);
        let sector = self.sector.parse().ok().and_then(|place: usize| Sector::ALL.get(place).copied());
        if sector.is_none() {
            problems.push(Problem::new("sector", "Choose what kind of body it is"));
        }
        let chosen = preset::preset(&self.matrix).map(|p| Rc::new(p.matrix()));
        let matrix = chosen.or_else(|| before.map(|o| o.matrix.clone()));
        if matrix.is_none() {
            problems.push(Problem::new("matrix", "Choose the risk matrix you use"));
        }
        match (sector, matrix) {
            (Some(sector), Some(matrix)) if problems.is_empty() => {
                let new = Organisation::new(&name, matrix.clone());
                let rest = before.map_or(new, |before| before.with_matrix(matrix));
                Ok(Organisation { name, sector, ..rest })
            }
            _ => Err(problems),
        }
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
    fn a_described_organisation_keeps_its_matrix_unless_another_is_chosen() {
        let fife = partnership_risk_core::example::fife_council();
        let draft = OrganisationDraft::of(Some(&fife));
        assert_eq!(draft.check(Some(fife.organisation())).as_ref(), Ok(fife.organisation()));
    }
}
