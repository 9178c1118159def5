//! What needs attention today, in order of need, and the register at a glance.

use partnership_risk_core::register::{InForce, Register, Risk, Status};
use partnership_risk_core::scale::Score;

use super::lack::Lack;
use super::risk_table::Gap;

/// The register in numbers. Closed risks are not counted, nor is what belongs to a partnership that is over.
#[derive(Clone, Debug, PartialEq)]
pub struct Overview {
    /// How many live partnerships there are.
    pub n_partnerships: usize,
    /// How many risks are open or in draft.
    pub n_risks: usize,
    /// How many open risks stand at each level, lowest first.
    pub by_level: Vec<usize>,
    /// What needs to be done, most pressing first; empty when nothing does.
    pub to_do: Vec<ToDo>,
}

/// Something that needs to be done, and for how many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ToDo {
    /// Open risks at the highest level for which no treatment is decided.
    Undecided(usize),
    /// Open risks without a current rating.
    Unrated(usize),
    /// Open risks that nobody owns.
    Unowned(usize),
    /// Open risks without a category, which the benchmark cannot count.
    Uncategorised(usize),
    /// Live partnerships that nobody leads.
    Unled(usize),
    /// Live partnerships without a risk.
    Riskless(usize),
}

/// The overview of a register.
#[must_use]
pub fn overview_of(register: &Register) -> Overview {
    let in_force = InForce::of(register);
    let is_written =
        |risk: &Risk| risk.status != Status::Closed && in_force.partnership(risk.partnership).is_some();
    let level = |risk: &Risk| register.score(risk).map(Score::level);
    let top = register.matrix().levels().len() - 1;
    let count = |test: &dyn Fn(&Risk) -> bool| in_force.risks().iter().filter(|r| test(r)).count();
    let lacking = |lack: Lack| in_force.partnerships().iter().filter(|p| lack.is_in(p, register)).count();
    let to_do = [
        ToDo::Undecided(count(&|r| level(r) == Some(top) && Gap::Treatment.is_in(r))),
        ToDo::Unrated(count(&|r| Gap::Rating.is_in(r))),
        ToDo::Unowned(count(&|r| Gap::Owner.is_in(r))),
        ToDo::Uncategorised(count(&|r| Gap::Category.is_in(r))),
        ToDo::Unled(lacking(Lack::Lead)),
        ToDo::Riskless(lacking(Lack::Risk)),
    ];
    Overview {
        n_partnerships: in_force.partnerships().len(),
        n_risks: register.risks().iter().filter(|risk| is_written(risk)).count(),
        by_level: (0..=top).map(|l| count(&|r| level(r) == Some(l))).collect(),
        to_do: to_do.into_iter().filter(|item| item.count() > 0).collect(),
    }
}

impl ToDo {
    /// For how many.
    #[must_use]
    pub fn count(self) -> usize {
        match self {
            Self::Undecided(n)
            | Self::Unrated(n)
            | Self::Unowned(n)
            | Self::Uncategorised(n)
            | Self::Unled(n)
            | Self::Riskless(n) => n,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use partnership_risk_core::example::fife_council;
    use partnership_risk_core::register::{Change, PartnershipStatus};

    #[test]
    fn the_most_pressing_comes_first_and_what_is_done_is_left_out() {
        let overview = overview_of(&fife_council());
        assert_eq!(overview.to_do, [ToDo::Undecided(2), ToDo::Unowned(11), ToDo::Unled(1)]);
        assert_eq!(overview.by_level, [0, 0, 9, 2]);
    }

    #[test]
    fn what_belongs_to_a_partnership_that_is_over_counts_nowhere() {
        let fife = fife_council();
        let mut over = (*fife.partnerships()[0]).clone();
        over.status = PartnershipStatus::Archived;
        let register = fife.apply(Change::PartnershipsPut(vec![over])).expect("sound");
        let found = overview_of(&register);
        assert_eq!((found.n_partnerships, found.n_risks, found.by_level), (0, 0, vec![0; 4]));
        assert_eq!(found.to_do, []);
    }
}
