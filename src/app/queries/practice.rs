//! Our practice beside what was published: each indicator with the fact that it reminds of, and whether the two can
//! be told apart. What counts, and who would have to change, is the core's to say.

use partnership_risk_core::catalogue::{Fact, facts};
use partnership_risk_core::date::Date;
use partnership_risk_core::league::Proportion;
use partnership_risk_core::league::practice::{Indicator, Practice, practices};
use partnership_risk_core::register::Register;

/// An indicator as our partnerships show it, beside what was published.
#[derive(Clone, Debug, PartialEq)]
pub struct PracticeLine {
    /// The indicator, and how our partnerships stand.
    pub practice: Practice,
    /// The published fact, with its source.
    pub fact: Option<Fact>,
}

/// How our share stands beside a published one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beside {
    /// Higher than the published one, which lies outside our interval.
    Higher,
    /// Lower, and the published one lies outside our interval.
    Lower,
    /// The published one lies within our interval.
    TooClose,
}

/// How many shares stand how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Higher.
    pub higher: usize,
    /// Lower.
    pub lower: usize,
    /// Too close to tell.
    pub too_close: usize,
}

/// Every indicator on a day, in the order in which they are shown.
#[must_use]
pub fn practice_lines(register: &Register, today: Date) -> Vec<PracticeLine> {
    let line = |practice: Practice| PracticeLine { fact: fact_of(practice.indicator), practice };
    practices(register, today).into_iter().map(line).collect()
}

fn fact_of(indicator: Indicator) -> Option<Fact> {
    let published = indicator.published()?;
    facts().iter().find(|fact| fact.id == published.fact).cloned()
}

/// The line of an indicator.
#[must_use]
pub fn line_of(lines: &[PracticeLine], indicator: Indicator) -> Option<&PracticeLine> {
    lines.iter().find(|line| line.practice.indicator == indicator)
}

/// How many of the shares that can be held against a published one stand how.
#[must_use]
pub fn tally(lines: &[PracticeLine]) -> Tally {
    let all: Vec<Beside> = lines.iter().filter_map(PracticeLine::beside).collect();
    let n = |wanted| all.iter().filter(|beside| **beside == wanted).count();
    Tally { higher: n(Beside::Higher), lower: n(Beside::Lower), too_close: n(Beside::TooClose) }
}

impl PracticeLine {
    /// How many of the partnerships of which it is known; none where it is known of none.
    #[must_use]
    pub fn known(&self) -> Option<Proportion> {
        Some(self.practice.found.proportion()).filter(|known| known.of() > 0)
    }

    /// The published share, where ours can be held against it.
    #[must_use]
    pub fn yardstick(&self) -> Option<f64> {
        let published = self.practice.indicator.published().filter(|published| published.is_a_yardstick);
        published.map(|published| published.share)
    }

    /// How our share stands beside the published one; none where there is no such thing.
    #[must_use]
    pub fn beside(&self) -> Option<Beside> {
        let published = self.yardstick()?;
        let interval = self.known()?.interval()?;
        Some(match published < interval.low() {
            _ if interval.contains(published) => Beside::TooClose,
            true => Beside::Higher,
            false => Beside::Lower,
        })
    }
}

#[cfg(test)]
mod tests {
    use partnership_risk_core::choice::Choice as _;
    use partnership_risk_core::example::marlshire;
    use partnership_risk_core::league::practice::Found;
    use partnership_risk_core::register::PartnershipId;

    use super::*;

    fn line(indicator: Indicator, yes: usize, no: usize) -> PracticeLine {
        let ids = |n: usize| vec![PartnershipId::from_bits(1); n];
        let found = Found { yes: ids(yes), no: ids(no), unknown: Vec::new() };
        PracticeLine { practice: Practice { indicator, found }, fact: fact_of(indicator) }
    }

    #[test]
    fn every_published_figure_has_its_fact() {
        for line in practice_lines(&marlshire(), Date::FIRST) {
            let indicator = line.practice.indicator;
            assert_eq!(line.fact.is_some(), indicator.published().is_some(), "{}", indicator.key());
        }
    }

    #[test]
    fn few_partnerships_are_too_close_to_tell_and_many_are_not() {
        use Beside::{Higher, Lower, TooClose};
        use Indicator::{AccountableOfficer, ProblemsMet, RiskManagement, SignedAgreement};
        // 44 % of bodies; other published figures are nothing to hold a share against.
        for (indicator, yes, no, expected) in [
            (RiskManagement, 3, 4, Some(TooClose)),
            (RiskManagement, 300, 400, Some(TooClose)),
            (RiskManagement, 60, 40, Some(Higher)),
            (RiskManagement, 20, 80, Some(Lower)),
            (ProblemsMet, 60, 40, None),
            (RiskManagement, 0, 0, None),
            (SignedAgreement, 9, 1, None),
            (AccountableOfficer, 9, 1, None),
        ] {
            assert_eq!(line(indicator, yes, no).beside(), expected, "{} {yes} {no}", indicator.key());
        }
    }

    #[test]
    fn what_cannot_be_held_against_a_figure_is_not_counted() {
        let lines = [
            line(Indicator::RiskManagement, 60, 40),
            line(Indicator::RiskManagement, 20, 80),
            line(Indicator::RiskManagement, 1, 1),
            line(Indicator::ProblemsMet, 60, 40),
            line(Indicator::ProblemsWithAgreement, 1, 3),
            line(Indicator::SignedAgreement, 9, 1),
        ];
        assert_eq!(tally(&lines), Tally { higher: 1, lower: 1, too_close: 1 });
    }
}
