//! Our own league table beside all surveys that can be compared: which of them it resembles most, and how much can be
//! said of that. How alike two tables are is the core's to say; one survey in full is next door in
//! [`super::benchmark`].

use std::rc::Rc;

use partnership_risk_core::catalogue::{Crosswalk, Survey};
use partnership_risk_core::league::comparison::resemblance::{Resemblance, resemblances};
use partnership_risk_core::league::{LeagueTable, Measure};
use partnership_risk_core::register::Register;

use super::benchmark::{Compared, is_comparable};
use super::cost::risk_costs;
use super::surveys::{SurveyFilter, surveys_found};

/// Figures that differ by less are equal.
const EQUAL: f64 = 1e-12;

/// Our table beside several surveys.
#[derive(Clone, Debug, PartialEq)]
pub struct Several {
    /// Our own table.
    pub ours: LeagueTable,
    /// How far it resembles each survey, the most alike first.
    pub found: Vec<Likeness>,
}

/// How far our table resembles a survey.
#[derive(Clone, Debug, PartialEq)]
pub struct Likeness {
    /// The survey.
    pub survey: Rc<Survey>,
    /// How far, by each measure of agreement.
    pub resemblance: Resemblance,
}

/// The register beside those surveys that pass a filter and can be compared, each through the body's own crosswalk
/// where it has one.
#[must_use]
pub fn several_of(register: &Rc<Register>, measure: Option<Measure>, filter: &SurveyFilter) -> Several {
    let (costs, compared) = (risk_costs(register), Compared { measure, ..Compared::default() });
    let ours = LeagueTable::new(compared.scope(register, &costs), compared.measure_in(register));
    let pairs = surveys_with_crosswalks(register, filter);
    let given: Vec<(&Survey, &Crosswalk)> = pairs.iter().map(|(survey, lines)| (&**survey, lines)).collect();
    let likeness = |resemblance: Resemblance| {
        let (survey, _) = pairs.iter().find(|(survey, _)| *survey.id() == resemblance.survey)?;
        Some(Likeness { survey: survey.clone(), resemblance })
    };
    let found = resemblances((&ours, register.organisation()), &given);
    Several { found: found.into_iter().filter_map(likeness).collect(), ours }
}

fn surveys_with_crosswalks(register: &Register, filter: &SurveyFilter) -> Vec<(Rc<Survey>, Crosswalk)> {
    let with_crosswalk = |survey: Rc<Survey>| (survey.clone(), register.crosswalk_of(&survey));
    let found = surveys_found(register, filter).into_iter();
    found.filter(|survey| is_comparable(survey)).map(with_crosswalk).collect()
}

impl Several {
    /// The surveys that share the highest overlap; none where nothing overlaps.
    #[must_use]
    pub fn most_alike(&self) -> Vec<&Likeness> {
        most_alike(self.found.iter())
    }

    /// The same among those that are neither thinly covered nor shallow.
    #[must_use]
    pub fn most_alike_firmly(&self) -> Vec<&Likeness> {
        let is_firm = |found: &&Likeness| !found.is_thinly_covered() && !found.is_shallow();
        most_alike(self.found.iter().filter(is_firm))
    }
}

/// Those that share the highest overlap of a list with the most alike first.
fn most_alike<'a>(mut found: impl Iterator<Item = &'a Likeness>) -> Vec<&'a Likeness> {
    let Some(first) = found.next().filter(|first| first.score().is_some_and(|score| score > EQUAL)) else {
        return Vec::new();
    };
    let is_equal = |other: &&Likeness| {
        other.score().zip(first.score()).is_some_and(|(one, other)| (one - other).abs() < EQUAL)
    };
    std::iter::once(first).chain(found.take_while(is_equal)).collect()
}

impl Likeness {
    /// Extrapolated rank-biased overlap, from 0 to 1; none where it cannot be told.
    #[must_use]
    pub fn score(&self) -> Option<f64> {
        self.resemblance.overlap.map(|overlap| overlap.rank_biased.extrapolated)
    }

    /// Whether fewer than half of the survey's entries have a counterpart here.
    #[must_use]
    pub fn is_thinly_covered(&self) -> bool {
        let coverage = self.resemblance.coverage;
        coverage.with_counterpart * 2 < coverage.total
    }

    /// Whether fewer than five places could be compared.
    #[must_use]
    pub fn is_shallow(&self) -> bool {
        !self.resemblance.is_deep_enough()
    }
}

#[cfg(test)]
mod tests {
    use partnership_risk_core::catalogue::Extent;
    use partnership_risk_core::example::{fife_council, marlshire};

    use partnership_risk_core::league::{Comparison, Depth};

    use super::*;
    use crate::app::queries::benchmark::comparable;

    fn all(register: &Rc<Register>, measure: Option<Measure>) -> Several {
        several_of(register, measure, &SurveyFilter::default())
    }

    #[test]
    fn fife_is_most_like_its_own_published_register() {
        let several = all(&Rc::new(fife_council()), None);
        let alike = several.most_alike();
        assert_eq!(alike[0].survey.id().as_str(), "fife-significant-risks");
        assert_eq!(several.most_alike_firmly(), alike);
    }

    #[test]
    fn every_survey_that_can_be_compared_is_there_with_the_figures_of_its_own_comparison() {
        let register = Rc::new(marlshire());
        for measure in [Measure::ShareNaming, Measure::AboveAppetite] {
            let several = all(&register, Some(measure));
            assert_eq!(several.found.len(), comparable(&register).len());
            for Likeness { survey, resemblance } in &several.found {
                let crosswalk = register.crosswalk_of(survey);
                let whose = (&several.ours, register.organisation());
                let alone = Comparison::with_survey(whose, survey, &crosswalk, Depth::Five);
                let told = (resemblance.overlap, resemblance.correlation);
                assert_eq!(told, (alone.overlap, alone.correlation), "{}", survey.id());
                assert_eq!(resemblance.coverage, crosswalk.coverage());
            }
        }
    }

    #[test]
    fn those_seen_whole_and_those_seen_in_part_are_all_there_are() {
        let register = Rc::new(marlshire());
        let seen = |extent| SurveyFilter { extent: Some(extent), ..SurveyFilter::default() };
        let n = |filter| several_of(&register, None, &filter).found.len();
        let (complete, partial) = (n(seen(Extent::Complete)), n(seen(Extent::Partial)));
        assert_eq!(complete + partial, n(SurveyFilter::default()));
        assert!(complete > 0 && partial > 0);
    }

    #[test]
    fn equal_ones_are_named_together_and_nothing_shared_resembles_nothing() {
        let mut several = all(&Rc::new(fife_council()), None);
        let first = several.found[0].clone();
        several.found.insert(1, first);
        assert_eq!(several.most_alike().len(), 2);
        let none = Several { found: Vec::new(), ..several.clone() };
        assert!(none.most_alike().is_empty());
        for found in &mut several.found {
            found.resemblance.overlap = None;
        }
        assert!(several.most_alike().is_empty());
    }

    #[test]
    fn less_than_half_is_thin_and_half_is_not() {
        let mut found = all(&Rc::new(fife_council()), None).found.swap_remove(0);
        for (with_counterpart, total, is_thin) in
            [(0, 1, true), (4, 9, true), (5, 10, false), (10, 10, false)]
        {
            found.resemblance.coverage.with_counterpart = with_counterpart;
            found.resemblance.coverage.total = total;
            assert_eq!(found.is_thinly_covered(), is_thin, "{with_counterpart} of {total}");
        }
    }

    #[test]
    fn the_most_alike_that_bears_a_finding_is_covered_and_compared_to_five_places() {
        let mut several = all(&Rc::new(fife_council()), None);
        let (first, second) = (several.found[0].survey.id().clone(), several.found[1].survey.id().clone());
        let firmest = |several: &Several| several.most_alike_firmly()[0].survey.id().clone();
        assert_eq!(firmest(&several), first);
        several.found[0].resemblance.overlap = None;
        assert!(several.found[0].is_shallow());
        assert_ne!(firmest(&several), first);
        several.found[1].resemblance.coverage.with_counterpart = 0;
        assert!(![first, second].contains(&firmest(&several)));
    }
}
