//! Which of several surveys our own table resembles most. Each figure is the one that [`Comparison`] gives at a depth of
//! five places, so that all have one scale; only the order among surveys is made here.

use std::cmp::Ordering;

use super::{Comparison, Correlation, Depth, Overlap};
use crate::catalogue::{Coverage, Crosswalk, Survey, SurveyId};
use crate::league::LeagueTable;
use crate::order::ordered;
use crate::register::Organisation;

/// How far our table resembles a survey.
#[derive(Clone, Debug, PartialEq)]
pub struct Resemblance {
    /// The survey.
    pub survey: SurveyId,
    /// How much their tops overlap; none if one has no place that is known without a gap.
    pub overlap: Option<Overlap>,
    /// How far the order of what both hold agrees.
    pub correlation: Correlation,
    /// How many of the survey's entries have a counterpart among our categories. Where few have one, little can be
    /// alike.
    pub coverage: Coverage,
}

impl Resemblance {
    /// Whether five places of both could be compared. Of a survey of which less is known, the little there is may agree
    /// by chance and would be carried on to the whole.
    #[must_use]
    pub fn is_deep_enough(&self) -> bool {
        self.overlap.is_some_and(|overlap| overlap.k >= DEPTH.places())
    }
}

/// How deep all tables are compared.
const DEPTH: Depth = Depth::Five;

/// How far our table, with whose it is, resembles each survey: first those that are deep enough, by extrapolated
/// rank-biased overlap, the most alike first; then the others in the same way, those without any overlap to tell last;
/// equal ones in the order given.
#[must_use]
pub fn resemblances(
    ours: (&LeagueTable, &Organisation),
    surveys: &[(&Survey, &Crosswalk)],
) -> Vec<Resemblance> {
    let found: Vec<Resemblance> =
        surveys.iter().map(|(survey, crosswalk)| resemblance(ours, survey, crosswalk)).collect();
    ordered(&found, &more_alike_first)
}

fn resemblance(ours: (&LeagueTable, &Organisation), survey: &Survey, crosswalk: &Crosswalk) -> Resemblance {
    let Comparison { overlap, correlation, .. } = Comparison::with_survey(ours, survey, crosswalk, DEPTH);
    Resemblance { survey: survey.id().clone(), overlap, correlation, coverage: crosswalk.coverage() }
}

fn more_alike_first(a: &Resemblance, b: &Resemblance) -> Ordering {
    // Nothing to tell stands below the least overlap.
    let score = |found: &Resemblance| found.overlap.map_or(-1.0, |o| o.rank_biased.extrapolated);
    b.is_deep_enough().cmp(&a.is_deep_enough()).then(score(b).total_cmp(&score(a)))
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::catalogue::{shipped_crosswalk, surveys};
    use crate::example::fife_council;
    use crate::league::Measure;

    fn against_all(ours: &LeagueTable, turn: usize) -> Vec<Resemblance> {
        let register = fife_council();
        let mut all: Vec<Rc<Survey>> = surveys().to_vec();
        all.rotate_left(turn);
        let crosswalks: Vec<Crosswalk> = all.iter().map(|survey| shipped_crosswalk(survey)).collect();
        let pairs: Vec<_> = all.iter().map(|survey| &**survey).zip(&crosswalks).collect();
        resemblances((ours, register.organisation()), &pairs)
    }

    #[test]
    fn fife_resembles_its_own_published_register_most() {
        let ours = LeagueTable::new(&fife_council(), Measure::HighestScore);
        let found = against_all(&ours, 0);
        assert_eq!(found.len(), surveys().len());
        let first = &found[0];
        assert_eq!(first.survey.as_str(), "fife-significant-risks");
        assert_eq!(first.coverage.with_counterpart, first.coverage.total);
        let (deep, shallow): (Vec<&Resemblance>, _) = found.iter().partition(|found| found.is_deep_enough());
        assert!(!shallow.is_empty() && found[..deep.len()].iter().all(Resemblance::is_deep_enough));
        for part in [deep, shallow] {
            let scores: Vec<_> =
                part.iter().map(|found| found.overlap.map(|o| o.rank_biased.extrapolated)).collect();
            assert!(scores.is_sorted_by(|a, b| a >= b), "{scores:?}");
        }
    }

    #[test]
    fn the_order_in_which_surveys_are_given_decides_between_equals_only() {
        let ours = LeagueTable::new(&fife_council(), Measure::MeanScore);
        let score = |found: &Resemblance| found.overlap.map(|o| o.rank_biased.extrapolated);
        let (plain, turned) = (against_all(&ours, 0), against_all(&ours, 7));
        let scores = |all: &[Resemblance]| all.iter().map(score).collect::<Vec<_>>();
        assert_eq!(scores(&plain), scores(&turned));
        for found in &plain {
            assert!(turned.contains(found));
        }
    }
}
