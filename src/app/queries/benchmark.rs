//! The register's own league table beside a published one.

use std::rc::Rc;

use partnership_risk_core::catalogue::{Crosswalk, Survey, SurveyId, survey};
use partnership_risk_core::league::{Comparison, Depth, LeagueTable, Measure};
use partnership_risk_core::register::Register;

use super::surveys::{all_surveys, find_survey};

/// The survey that stands beside the register until another is chosen: local government, complete.
const FIRST_SURVEY: &str = "aon-au-local-gov-2018";

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
pub fn usual_measure(register: &Register) -> Measure {
    let by_share = LeagueTable::new(register, Measure::ShareNaming);
    if by_share.basis().answering > 1 { Measure::ShareNaming } else { Measure::MeanScore }
}

/// The register beside a survey; an unknown survey is replaced by the first one.
#[must_use]
pub fn benchmark_of(
    register: &Register,
    chosen: Option<&SurveyId>,
    measure: Option<Measure>,
) -> Option<Benchmark> {
    let chosen = chosen.and_then(|id| find_survey(register, id));
    let survey = chosen.or_else(|| survey(&SurveyId::new(FIRST_SURVEY)))?;
    let crosswalk = register.crosswalk_of(&survey);
    let ours = LeagueTable::new(register, measure.unwrap_or_else(|| usual_measure(register)));
    let whose = (&ours, register.organisation());
    let comparison = Comparison::with_survey(whose, &survey, &crosswalk, Depth::usual(&ours, &survey));
    Some(Benchmark { ours, survey, crosswalk, comparison })
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
    use partnership_risk_core::example::fife_council;

    #[test]
    fn an_unknown_survey_is_replaced_by_the_first_one() {
        let unknown = SurveyId::new("no-such-survey");
        let found = benchmark_of(&fife_council(), Some(&unknown), None).expect("the first survey is shipped");
        assert_eq!(found.survey.id().as_str(), FIRST_SURVEY);
        assert_eq!(found.ours.measure(), Measure::MeanScore);
    }

    #[test]
    fn every_survey_that_is_offered_can_be_compared() {
        for survey in comparable(&fife_council()) {
            let found = benchmark_of(&fife_council(), Some(survey.id()), None).expect("it is offered");
            assert_eq!(found.survey.id(), survey.id());
        }
    }

    #[test]
    fn partnerships_rose_from_fourth_to_second() {
        // Drennan, Public Finance, October 2008.
        let (_, _, comparison) = alarm_trend().expect("both editions are shipped");
        assert_eq!(comparison.movements[0].printed, (4, 2));
        assert_eq!(comparison.movements[0].printed, (4, 2));
    }
}
