//! How much each partnership matters against how well it is run. Significance is told by the body's own
//! criteria, health by the health checks that stand today; the corner of those that matter most and are
//! weak, or were never checked, is where to look first.

use partnership_risk_core::order::ordered;
use partnership_risk_core::register::{InForce, PartnershipId, Rank};
use partnership_risk_core::share::Share;

use super::health::Voices;
use super::partnerships::PartnershipLine;

/// What the standing health checks of a partnership come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Health {
    /// The points reached as a share of those possible.
    pub share: Share,
    /// Whether answers that are still to come may change it.
    pub is_provisional: bool,
}

/// The health of a partnership; none while nothing that counts was answered. Where several respondents
/// answered, it is that of their median answers.
#[must_use]
pub fn health_of(in_force: &InForce, id: PartnershipId) -> Option<Health> {
    let found = Voices::of(in_force.standing_checks(id));
    if found.checks.is_empty() {
        return None;
    }
    let overall = found.panel.score().overall();
    Some(Health { share: overall.share()?, is_provisional: overall.is_provisional() })
}

/// A column of the attention table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HealthBand {
    /// Below 40 per cent.
    Weak,
    /// From 40 per cent.
    Fair,
    /// From 60 per cent.
    Good,
    /// Nothing that counts was answered.
    NotChecked,
}

/// From how many hundredths of one per cent health is fair.
const FAIR_FROM: u16 = 4_000;
/// From how many it is good.
const GOOD_FROM: u16 = 6_000;

impl HealthBand {
    /// Every one, from left to right.
    pub const ALL: [Self; 4] = [Self::Weak, Self::Fair, Self::Good, Self::NotChecked];

    /// The band in which a partnership's health lies.
    #[must_use]
    pub fn of(health: Option<Health>) -> Self {
        match health.map(|health| health.share.basis_points()) {
            None => Self::NotChecked,
            Some(..FAIR_FROM) => Self::Weak,
            Some(FAIR_FROM..GOOD_FROM) => Self::Fair,
            Some(GOOD_FROM..) => Self::Good,
        }
    }
}

/// Ranks as the rows of the attention table, what matters most first.
pub const RANKS: [Rank; 3] = [Rank::Major, Rank::Moderate, Rank::Limited];

/// The live partnerships by significance and health.
#[derive(Clone, Debug, PartialEq)]
pub struct Attention {
    /// How many there are in each row of [`RANKS`], by column of [`HealthBand::ALL`].
    pub counts: [[usize; 4]; 3],
    /// The major ones that are weak, weakest first, and those never checked, gravest risk first.
    pub first: Vec<PartnershipLine>,
}

/// The live partnerships among these by significance and health.
#[must_use]
pub fn attention_of(lines: &[PartnershipLine]) -> Attention {
    let live: Vec<&PartnershipLine> = lines.iter().filter(|line| line.partnership.is_live()).collect();
    let count = |rank, band| live.iter().filter(|line| (line.rank, line.band()) == (rank, band)).count();
    let first: Vec<PartnershipLine> =
        live.iter().filter(|line| line.comes_first()).map(|line| (*line).clone()).collect();
    Attention {
        counts: RANKS.map(|rank| HealthBand::ALL.map(|band| count(rank, band))),
        first: ordered(&first, &|a, b| {
            let share = |line: &PartnershipLine| line.health.map(|health| health.share);
            let checked = b.health.is_some().cmp(&a.health.is_some());
            checked.then(share(a).cmp(&share(b))).then(b.worst.cmp(&a.worst))
        }),
    }
}

impl PartnershipLine {
    /// The column of the attention table to which it belongs.
    #[must_use]
    pub fn band(&self) -> HealthBand {
        HealthBand::of(self.health)
    }

    /// Whether it is major and weak, or was never checked.
    #[must_use]
    pub fn comes_first(&self) -> bool {
        let at_risk = match self.band() {
            HealthBand::Weak | HealthBand::NotChecked => true,
            HealthBand::Fair | HealthBand::Good => false,
        };
        self.rank == Rank::Major && at_risk
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use partnership_risk_core::date::Date;
    use partnership_risk_core::health::{Answer, Answers, QuestionId};
    use partnership_risk_core::money::Pence;
    use partnership_risk_core::register::{
        Change, HealthCheck, HealthCheckId, Organisation, Partnership, PartnershipStatus, Register,
    };
    use partnership_risk_core::scale::preset;

    use super::*;
    use crate::app::queries::partnerships::partnership_lines;

    /// The same answer to the first questions.
    fn check(bits: u64, partnership: u64, respondent: &str, answer: Answer) -> HealthCheck {
        let day = Date::read("1/4/2027").expect("a date");
        let partnership = PartnershipId::from_bits(partnership);
        let mut check = HealthCheck::new(HealthCheckId::from_bits(bits), partnership, respondent, day, 0);
        let mut answers = Answers::default();
        for question in ["right-route", "joint-objectives", "signed-agreement"] {
            answers.insert(QuestionId::new(question), answer.into());
        }
        check.answers = answers;
        check
    }

    /// Two criteria are met by judgement and one by cost: major.
    fn major(bits: u64) -> Partnership {
        let mut partnership =
            Partnership::new(PartnershipId::from_bits(bits), ["A", "B", "C", "D", "E"][bits as usize], 0);
        partnership.significant_for = vec!["priorities".into(), "reliance".into()];
        partnership.funding.our_contribution = Pence::of_pounds(200_000).ok();
        partnership
    }

    fn register() -> Register {
        let minor = Partnership { significant_for: Vec::new(), ..major(3) };
        let over = Partnership { status: PartnershipStatus::Ended, ..major(4) };
        let empty = Register::new(Organisation::new("Anytown", Rc::new(preset::of_size(5, 5))));
        let change = Change::All(vec![
            Change::PartnershipsPut(vec![major(0), major(1), major(2), minor, over]),
            Change::HealthChecksPut(vec![
                check(1, 1, "Head of waste", Answer::Planned),
                check(2, 2, "Head of waste", Answer::Fully),
                check(3, 2, "Contractor", Answer::Partly),
                check(4, 3, "Head of waste", Answer::Fully),
            ]),
        ]);
        empty.apply(change).expect("sound parts")
    }

    #[test]
    fn live_partnerships_are_counted_by_significance_and_health() {
        let found = attention_of(&partnership_lines(&Rc::new(register())));
        assert_eq!(found.counts, [[1, 1, 0, 1], [0; 4], [0, 0, 1, 0]]);
        let first: Vec<&str> = found.first.iter().map(|line| line.partnership.name.as_str()).collect();
        assert_eq!(first, ["B", "A"], "the weak one before the one never checked");
    }

    #[test]
    fn the_health_of_a_partnership_is_that_of_the_median_answers() {
        let of = |bits| {
            health_of(&InForce::of(&register()), PartnershipId::from_bits(bits)).map(|h| h.share.as_typed())
        };
        assert_eq!([of(0), of(1), of(2)], [None, Some("25".into()), Some("50".into())]);
    }

    #[test]
    fn bands_begin_at_forty_and_sixty_per_cent() {
        for (percent, band) in [
            (Some("0"), HealthBand::Weak),
            (Some("39.99"), HealthBand::Weak),
            (Some("40"), HealthBand::Fair),
            (Some("59.99"), HealthBand::Fair),
            (Some("60"), HealthBand::Good),
            (Some("100"), HealthBand::Good),
            (None, HealthBand::NotChecked),
        ] {
            let share = percent.and_then(|percent| Share::read(percent).ok());
            let health = share.map(|share| Health { share, is_provisional: false });
            assert_eq!(HealthBand::of(health), band, "{percent:?}");
        }
    }

    #[test]
    fn a_check_that_is_begun_and_empty_leaves_the_health_as_it_was() {
        let mut begun = check(9, 1, "Head of waste", Answer::Fully);
        begun.answers = Answers::default();
        begun.date = Date::read("1/4/2028").expect("a date");
        let register = register().apply(Change::HealthChecksPut(vec![begun])).expect("a sound check");
        let health = health_of(&InForce::of(&register), PartnershipId::from_bits(1));
        assert_eq!(health.map(|health| health.share.as_typed()), Some("25".into()));
    }
}
