//! The form for a partnership.

use partnership_risk_core::letters::are_same;
use partnership_risk_core::register::{Kind, Partnership, PartnershipId, Register, Timestamp};

use super::Problem;
use super::checks::{Checks, key, tidy};
use super::kept::draft;

draft! {
    /// What is typed about a partnership.
    PartnershipDraft {
        /// Its name.
        name: String,
        /// The key of its kind.
        kind: String,
        /// What it is for.
        purpose: String,
        /// Who leads it for us.
        lead_officer: String,
        /// Anything else.
        notes: String,
    }
}

impl PartnershipDraft {
    /// The form for a partnership that is there.
    #[must_use]
    pub fn of(partnership: &Partnership) -> Self {
        Self {
            name: partnership.name.clone(),
            kind: key(partnership.kind),
            purpose: partnership.purpose.clone(),
            lead_officer: partnership.lead_officer.clone(),
            notes: partnership.notes.clone(),
        }
    }

    /// The partnership described, or everything that is wrong with the description. `id` is the one to
    /// change, or a fresh one.
    pub fn check(
        &self,
        register: &Register,
        id: PartnershipId,
        now: Timestamp,
    ) -> Result<Partnership, Vec<Problem>> {
        let mut checks = Checks::default();
        let name = checks.required(&self.name, "name", "Enter the name of the partnership");
        let same_name = |p: &Partnership| p.id != id && are_same(&p.name, &name);
        if register.partnerships().iter().any(|p| same_name(p)) {
            checks.note("name", format!("There is already a partnership called {name}"));
        }
        let kind: Option<Kind> = checks.chosen(&self.kind, "kind", "Choose the form the partnership takes");
        let before = register.partnership(id).map(|p| (**p).clone());
        checks.finish(|| Partnership {
            updated: now,
            name,
            purpose: tidy(&self.purpose),
            kind: kind.unwrap_or_default(),
            lead_officer: tidy(&self.lead_officer),
            notes: tidy(&self.notes),
            ..before.unwrap_or_else(|| Partnership::new(id, "", now))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use partnership_risk_core::example::fife_council;

    #[test]
    fn two_partnerships_cannot_have_one_name_and_all_problems_are_told() {
        let register = fife_council();
        let draft = PartnershipDraft { name: " council AS a whole ".into(), ..PartnershipDraft::default() };
        let problems = draft.check(&register, PartnershipId::from_bits(9), 5).expect_err("taken, no kind");
        let fields: Vec<&str> = problems.iter().map(|p| p.field.as_str()).collect();
        assert_eq!(fields, ["name", "kind"]);
    }

    #[test]
    fn an_unchanged_form_gives_the_partnership_back_with_a_new_date() {
        let register = fife_council();
        let before = &register.partnerships()[0];
        let after = PartnershipDraft::of(before).check(&register, before.id, 5).expect("nothing wrong");
        assert_eq!(after, Partnership { updated: 5, ..(**before).clone() });
    }
}
