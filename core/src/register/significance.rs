//! Which partnerships matter: criteria that a body sets itself, and how many of them a partnership meets.

use std::rc::Rc;

use super::{Partnership, Register, Risk, Status};
use crate::choice::choices;
use crate::date::Date;
use crate::money::Pence;
use crate::scale::Score;

/// The criteria and from how many met criteria a partnership counts for how much.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Significance {
    /// What is asked of each partnership.
    pub criteria: Vec<Criterion>,
    /// From so many met criteria a partnership is moderate.
    pub moderate_from: usize,
    /// From so many met criteria a partnership is major.
    pub major_from: usize,
}

/// One thing that is asked of each partnership.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Criterion {
    /// Its name in files.
    pub key: Rc<str>,
    /// What is asked, as it stands on the page.
    pub name: String,
    /// How it is told.
    pub test: Test,
}

/// How it is told whether a partnership meets a criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Test {
    /// Our contribution, or else the whole budget, reaches an amount a year.
    AnnualCost(Pence),
    /// It lasts for so many years or longer. Of one that has begun and whose end is not known it is met where the
    /// partners have looked at it or will look at it that late, and otherwise not known.
    TermYears(u16),
    /// An open risk stands at the highest level.
    HighRisk,
    /// Somebody judges it.
    Judged,
}

choices! {
    /// How much a partnership matters.
    Rank default Limited {
        /// Little.
        Limited = "limited", "Limited";
        /// Something.
        Moderate = "moderate", "Moderate";
        /// Much.
        Major = "major", "Major";
    }
}

/// What the criteria say of one partnership.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// Whether each criterion is met, in their order; nothing where the register does not say.
    pub met: Vec<Option<bool>>,
    /// How much it matters.
    pub rank: Rank,
}

const POUNDS_A_YEAR: i64 = 100_000;
const YEARS: u16 = 5;

impl Significance {
    /// The criteria until a body sets its own: those of a real council, by which a partnership is major
    /// that meets three of five.
    #[must_use]
    pub fn usual() -> Self {
        let criterion =
            |key: &str, name: &str, test| Criterion { key: key.into(), name: name.to_owned(), test };
        let cost = Pence::of_pounds(POUNDS_A_YEAR).unwrap_or_default();
        Self {
            criteria: vec![
                criterion("cost", "It costs us \u{a3}100,000 a year or more", Test::AnnualCost(cost)),
                criterion("priorities", "It has a significant effect on our priorities", Test::Judged),
                criterion("high-risk", "It carries a risk at the highest level", Test::HighRisk),
                criterion("term", "It lasts for five years or longer", Test::TermYears(YEARS)),
                criterion("reliance", "We rely heavily on the partner", Test::Judged),
            ],
            moderate_from: 2,
            major_from: 3,
        }
    }

    /// What the criteria say of a partnership.
    #[must_use]
    pub fn verdict(&self, register: &Register, partnership: &Partnership) -> Verdict {
        self.verdict_with(partnership, &|| {
            let highest = register.matrix().levels().len() - 1;
            register.risks_of(partnership.id).any(|risk| risk.stands_at(register, highest))
        })
    }

    /// The same where it can be told at less cost whether an open risk stands at the highest level.
    #[must_use]
    pub fn verdict_with(&self, partnership: &Partnership, has_high_risk: &dyn Fn() -> bool) -> Verdict {
        let met: Vec<Option<bool>> =
            self.criteria.iter().map(|criterion| criterion.is_met(partnership, has_high_risk)).collect();
        let n_met = met.iter().filter(|met| **met == Some(true)).count();
        let rank = match n_met {
            n if n >= self.major_from => Rank::Major,
            n if n >= self.moderate_from => Rank::Moderate,
            _ => Rank::Limited,
        };
        Verdict { met, rank }
    }
}

impl Criterion {
    /// The amount that it asks for, if it asks for one.
    pub(super) fn cost(&self) -> Option<Pence> {
        match self.test {
            Test::AnnualCost(from) => Some(from),
            Test::TermYears(_) | Test::HighRisk | Test::Judged => None,
        }
    }

    fn is_met(&self, partnership: &Partnership, has_high_risk: &dyn Fn() -> bool) -> Option<bool> {
        match self.test {
            Test::AnnualCost(from) => {
                let funding = &partnership.funding;
                funding.our_contribution.or(funding.annual_budget).map(|cost| cost >= from)
            }
            Test::TermYears(years) => {
                // A term to the day before an anniversary has completed the year.
                let anniversary = partnership.start?.months_later(years.saturating_mul(12));
                let lasts_until = |day: Date| day.days_since(anniversary) >= -1;
                let last_known =
                    || partnership.last_known_day().filter(|day| lasts_until(*day)).map(|_| true);
                partnership.end.map(lasts_until).or_else(last_known)
            }
            Test::HighRisk => Some(has_high_risk()),
            Test::Judged => Some(partnership.significant_for.contains(&self.key)),
        }
    }
}

impl Risk {
    /// Whether it is open and stands at a level of the register's matrix today.
    pub(crate) fn stands_at(&self, register: &Register, level: usize) -> bool {
        self.status == Status::Open && register.score(self).map(Score::level) == Some(level)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::register::{Change, Organisation, PartnershipId, Ratings, RiskId};
    use crate::scale::{Position, Rating, preset};

    fn register(step: usize, edit: impl Fn(&mut Partnership)) -> Register {
        let mut partnership = Partnership::new(PartnershipId::from_bits(1), "Waste", 0);
        edit(&mut partnership);
        let mut risk = Risk::new(RiskId::from_bits(1), partnership.id, "Contractor fails", 0);
        let place = Position::of_step(step);
        risk.ratings =
            Ratings { current: Some(Rating { likelihood: place, impact: place }), ..Ratings::default() };
        let empty = Register::new(Organisation::new("Anytown", Rc::new(preset::of_size(5, 5))));
        let change =
            Change::All(vec![Change::PartnershipsPut(vec![partnership]), Change::RisksPut(vec![risk])]);
        empty.apply(change).expect("sound parts")
    }

    fn verdict(register: &Register) -> Verdict {
        Significance::usual().verdict(register, &register.partnerships()[0])
    }

    fn date(text: &str) -> Option<Date> {
        Date::read(text).ok()
    }

    #[test]
    fn what_is_not_known_meets_no_criterion_and_is_told_apart() {
        let found = verdict(&register(0, |_| {}));
        assert_eq!(found.met, [None, Some(false), Some(false), None, Some(false)]);
        assert_eq!(found.rank, Rank::Limited);
    }

    #[test]
    fn two_criteria_make_a_partnership_moderate_and_three_major() {
        let cost = |p: &mut Partnership| p.funding.our_contribution = Pence::of_pounds(100_000).ok();
        assert_eq!(verdict(&register(4, cost)).rank, Rank::Moderate);
        let cost_and_reliance = |p: &mut Partnership| {
            cost(p);
            p.significant_for = vec!["reliance".into()];
        };
        assert_eq!(verdict(&register(4, cost_and_reliance)).rank, Rank::Major);
    }

    #[test]
    fn a_term_of_five_years_is_met_on_the_day() {
        for (end, met) in [("31/3/2030", true), ("30/3/2030", false), ("1/4/2030", true)] {
            let term = |p: &mut Partnership| (p.start, p.end) = (date("1/4/2025"), date(end));
            assert_eq!(verdict(&register(0, term)).met[3], Some(met), "until {end}");
        }
    }

    #[test]
    fn without_an_end_a_term_is_met_once_the_partnership_is_known_to_last_as_long() {
        for (start, review, met) in [
            ("1/4/2025", "31/3/2030", Some(true)),
            ("1/4/2025", "30/3/2030", None),
            ("1/4/2025", "", None),
            ("", "31/3/2030", None),
        ] {
            let open_ended =
                |p: &mut Partnership| (p.start, p.agreement.review_due) = (date(start), date(review));
            assert_eq!(verdict(&register(0, open_ended)).met[3], met, "{start} {review}");
        }
    }

    #[test]
    fn our_contribution_goes_before_the_whole_budget() {
        let costs = |p: &mut Partnership| {
            p.funding.annual_budget = Pence::of_pounds(2_000_000).ok();
            p.funding.our_contribution = Pence::of_pounds(99_999).ok();
        };
        assert_eq!(verdict(&register(0, costs)).met[0], Some(false));
    }
}
