//! The register's own league table beside a published one.

use std::rc::Rc;

use partnership_risk_core::catalogue::{Crosswalk, Survey, SurveyId, survey};
use partnership_risk_core::cost::RiskCosts;
use partnership_risk_core::league::comparison::Movement;
use partnership_risk_core::league::comparison::sensitivity::{ByMeasure, sensitivity};
use partnership_risk_core::league::{
    Comparison, Depth, LeagueTable, Measure, Part, Scope, Spread, USUAL_SEED,
};
use partnership_risk_core::order::ordered;
use partnership_risk_core::register::{Kind, Register, Sector, Snapshot, SnapshotId};

use super::cost::risk_costs;
use super::last::Last;
use super::surveys::{all_surveys, find_survey};

/// The survey that stands beside the register until another is chosen: local government, complete.
const FIRST_SURVEY: &str = "aon-au-local-gov-2018";

/// What is compared with what.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Compared {
    /// The survey; the first one offered where none is chosen.
    pub survey: Option<SurveyId>,
    /// The measure of one's own league table; the usual one where none is chosen.
    pub measure: Option<Measure>,
    /// Which partnerships count.
    pub part: Part,
    /// On the day of which snapshot; today where none is chosen.
    pub snapshot: Option<SnapshotId>,
}

impl Compared {
    /// Whose partnerships are counted, which of them, and on which day. A snapshot that is gone stands for today.
    #[must_use]
    pub fn scope<'r>(&self, register: &'r Register, costs: &'r RiskCosts) -> Scope<'r> {
        let snapshot = self.snapshot.and_then(|id| register.snapshot(id)).map(|snapshot| &**snapshot);
        Scope { register, snapshot, part: self.part, costs: Some(costs) }
    }

    /// The measure by which the table is ranked: one that can be told of the scope.
    #[must_use]
    pub fn measure_in(&self, register: &Rc<Register>) -> Measure {
        let costs = risk_costs(register);
        let scope = self.scope(register, &costs);
        let known = self.measure.filter(|measure| scope.measures().any(|other| other == *measure));
        known.unwrap_or_else(|| usual_measure(scope))
    }
}

/// The register's own league table beside a published one.
#[derive(Clone, Debug, PartialEq)]
pub struct Benchmark {
    /// Our own table.
    pub ours: LeagueTable,
    /// The survey.
    pub survey: Rc<Survey>,
    /// Which of its entries stand for which of our categories.
    pub crosswalk: Crosswalk,
    /// What both have to do with each other.
    pub comparison: Comparison,
}

/// The fewest placed entries from which a table can be compared.
const FEWEST_PLACES: usize = 3;

/// The surveys that can be compared, the body's own among them: those with places enough, known without a gap.
#[must_use]
pub fn comparable(register: &Register) -> Vec<Rc<Survey>> {
    all_surveys(register).into_iter().filter(|survey| is_comparable(survey)).collect()
}

/// Whether enough of a survey's places are known without a gap.
#[must_use]
pub fn is_comparable(survey: &Survey) -> bool {
    survey.known_depth() >= FEWEST_PLACES
}

/// The measure until another is chosen: the surveys' own, where there are partnerships enough to ask.
#[must_use]
pub fn usual_measure<'a>(scope: impl Into<Scope<'a>>) -> Measure {
    let by_share = LeagueTable::new(scope, Measure::ShareNaming);
    if by_share.basis().answering > 1 { Measure::ShareNaming } else { Measure::MeanScore }
}

/// The register beside a survey; an unknown survey is replaced by the first one.
#[must_use]
pub fn benchmark_of(register: &Rc<Register>, compared: &Compared) -> Option<Benchmark> {
    let chosen = compared.survey.as_ref().and_then(|id| find_survey(register, id));
    let survey = chosen.or_else(|| survey(&SurveyId::new(FIRST_SURVEY)))?;
    let crosswalk = register.crosswalk_of(&survey);
    let costs = risk_costs(register);
    let ours = LeagueTable::new(compared.scope(register, &costs), compared.measure_in(register));
    let whose = (&ours, register.organisation());
    let comparison = Comparison::with_survey(whose, &survey, &crosswalk, Depth::usual(&ours, &survey));
    Some(Benchmark { ours, survey, crosswalk, comparison })
}

/// How firm the places and figures of the own table are; none where too few partnerships answered to tell.
pub fn spread_of(register: &Rc<Register>, compared: &Compared) -> Rc<Option<Spread>> {
    thread_local! {
        static LAST: Last<(Measure, Part, Option<SnapshotId>), Option<Spread>> = const { Last::new() };
    }
    let asked = (compared.measure_in(register), compared.part, compared.snapshot);
    let costs = risk_costs(register);
    let work_out =
        |asked: &(Measure, _, _)| Spread::of(compared.scope(register, &costs), asked.0, USUAL_SEED);
    LAST.with(|last| last.answer(register, asked, work_out))
}

/// How what a comparison says depends on the measure and on how deep one looks.
#[must_use]
pub fn sensitivity_of(register: &Rc<Register>, compared: &Compared, found: &Benchmark) -> Vec<ByMeasure> {
    sensitivity(compared.scope(register, &risk_costs(register)), &found.survey, &found.crosswalk)
}

/// The parts of the register that have a table of their own: the forms of its live partnerships, and the sectors of
/// their partners.
#[must_use]
pub fn parts(register: &Register) -> Vec<Part> {
    let live = || register.partnerships().iter().filter(|partnership| partnership.is_live());
    let kinds = Kind::ALL.into_iter().map(Part::OfKind);
    let sectors = Sector::ALL.into_iter().map(Part::WithPartnerFrom);
    kinds.chain(sectors).filter(|part| live().any(|partnership| part.holds(partnership))).collect()
}

/// The snapshot with which a survey is compared, where one is.
#[must_use]
pub fn snapshot_of(register: &Register, compared: &Compared) -> Option<Rc<Snapshot>> {
    compared.snapshot.and_then(|id| register.snapshot(id)).cloned()
}

/// How many entries in the top of the survey, as deep as is compared, have no counterpart here.
#[must_use]
pub fn unmatched_in_top(benchmark: &Benchmark) -> usize {
    let top = benchmark.comparison.depth.places();
    benchmark.comparison.second.unmatched.iter().filter(|entry| entry.rank as usize <= top).count()
}

/// What both tables hold, what stands farthest apart first.
#[must_use]
pub fn farthest_first(movements: &[Movement]) -> Vec<Movement> {
    let apart = |movement: &Movement| (movement.among_shared.1 - movement.among_shared.0).abs();
    ordered(movements, &|a, b| apart(b).total_cmp(&apart(a)))
}

/// Two editions of the series that showed how partnerships rose, earlier one first.
#[must_use]
pub fn alarm_trend() -> Option<(Rc<Survey>, Rc<Survey>, Comparison)> {
    let edition = |id: &str| survey(&SurveyId::new(id));
    let (earlier, later) = (edition("alarm-2003")?, edition("alarm-2006")?);
    let comparison = Comparison::by_label(&earlier, &later, Depth::Five);
    Some((earlier, later, comparison))
}

#[cfg(test)]
mod tests {
    use super::*;
    use partnership_risk_core::example::{fife_council, marlshire};

    #[test]
    fn an_unknown_survey_is_replaced_by_the_first_one() {
        let compared = Compared { survey: Some(SurveyId::new("no-such-survey")), ..Compared::default() };
        let found = benchmark_of(&Rc::new(fife_council()), &compared).expect("the first survey is shipped");
        assert_eq!(found.survey.id().as_str(), FIRST_SURVEY);
        assert_eq!(found.ours.measure(), Measure::MeanScore);
    }

    #[test]
    fn every_survey_that_is_offered_can_be_compared() {
        for survey in comparable(&Rc::new(fife_council())) {
            let compared = Compared { survey: Some(survey.id().clone()), ..Compared::default() };
            let found = benchmark_of(&Rc::new(fife_council()), &compared).expect("it is offered");
            assert_eq!(found.survey.id(), survey.id());
        }
    }

    #[test]
    fn a_measure_that_a_snapshot_cannot_tell_gives_way_to_the_usual_one() {
        let register = Rc::new(marlshire());
        let snapshot = Some(register.snapshots()[0].id);
        let above = Compared { measure: Some(Measure::AboveAppetite), ..Compared::default() };
        assert_eq!(above.measure_in(&register), Measure::AboveAppetite);
        let then = Compared { snapshot, ..above };
        assert_eq!(then.measure_in(&register), Measure::ShareNaming);
        let found = benchmark_of(&register, &then).expect("a survey is shipped");
        assert!(!found.ours.entries().is_empty());
    }

    #[test]
    fn the_parts_offered_have_live_partnerships_and_a_part_counts_only_its_own() {
        let register = Rc::new(marlshire());
        let all = benchmark_of(&register, &Compared::default()).expect("a survey is shipped").ours;
        let offered = parts(&register);
        assert!(offered.contains(&Part::OfKind(Kind::PooledBudget)));
        assert!(!offered.contains(&Part::OfKind(Kind::JointVenture)));
        for part in offered {
            let ours =
                benchmark_of(&register, &Compared { part, ..Compared::default() }).expect("shipped").ours;
            assert!(ours.basis().answering + ours.basis().silent >= 1);
            assert!(ours.basis().counted <= all.basis().counted);
        }
    }

    #[test]
    fn what_stands_farthest_apart_comes_first() {
        let found =
            benchmark_of(&Rc::new(fife_council()), &Compared::default()).expect("a survey is shipped");
        let apart = |m: &Movement| (m.among_shared.1 - m.among_shared.0).abs();
        let moved = farthest_first(&found.comparison.movements);
        assert!(moved.len() > 1 && moved.is_sorted_by(|a, b| apart(a) >= apart(b)));
    }

    #[test]
    fn partnerships_rose_from_fourth_to_second() {
        // Drennan, Public Finance, October 2008.
        let (_, _, comparison) = alarm_trend().expect("both editions are shipped");
        assert_eq!(comparison.movements[0].printed, (4, 2));
    }
}
