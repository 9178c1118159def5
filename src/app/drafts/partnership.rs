//! The form for a partnership.

use partnership_risk_core::letters::are_same;
use partnership_risk_core::register::{Kind, Partnership, PartnershipId, Register, Timestamp};

use super::{Problem, required, tidy};

/// What is typed about a partnership.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PartnershipDraft {
    /// Its name.
    pub name: String,
    /// Its kind, by place in [`Kind::ALL`].
    pub kind: String,
    /// What it is for.
    pub purpose: String,
    /// Who leads it for us.
    pub lead_officer: String,
    /// Anything else.
    pub notes: String,
}

impl PartnershipDraft {
    /// The form for a partnership that is there.
    #[must_use]
    pub fn of(partnership: &Partnership) -> Self {
        let kind = Kind::ALL.iter().position(|&k| k == partnership.kind);
        Self {
            name: partnership.name.clone(),
            kind: kind.map(|place| place.to_string()).unwrap_or_default(),
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
        let mut problems = Vec::new();
        let name = required(&self.name, "name", "Enter the name of the partnership", &mut problems);
        let same_name = |p: &Partnership| p.id != id && are_same(&p.name, &name);
        if register.partnerships().iter().any(|p| same_name(p)) {
            problems.push(Problem::new("name", format!("There is already a partnership called {name}")));
        }
        let kind = self.kind.parse().ok().and_then(|place: usize| Kind::ALL.get(place).copied());
        let Some(kind) = kind.filter(|_| problems.is_empty()) else {
            if kind.is_none() {
                problems.push(Problem::new("kind", "Choose the form the partnership takes"));
            }
            return Err(problems);
        };
        let before = register.partnership(id).map(|p| (**p).clone());
        Ok(Partnership {
            updated: now,
            name,
            purpose: tidy(&self.purpose),
            kind,
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
