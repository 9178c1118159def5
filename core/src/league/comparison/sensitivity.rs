//! How far what a comparison says depends on the measure of our own table and on how deep one looks. Each figure is the
//! one that [`Comparison`] gives; nothing is worked out differently here.

use super::{Comparison, Correlation, Depth, Overlap};
use crate::catalogue::{Crosswalk, Survey};
use crate::league::LeagueTable;
use crate::league::table::{Measure, Scope, Tallies};
use crate::register::Organisation;

/// What comes of the comparison with a survey when our table is ranked by one measure.
#[derive(Clone, Debug, PartialEq)]
pub struct ByMeasure {
    /// The measure.
    pub measure: Measure,
    /// Agreement of the order of what both hold, which does not depend on how deep one looks.
    pub correlation: Correlation,
    /// Overlap of the tops down to three, five and ten places, as far as both tables reach.
    pub overlaps: Vec<Overlap>,
}

/// Our table against a survey by every measure that can be told of the scope, in the order they are offered.
#[must_use]
pub fn sensitivity<'a>(
    scope: impl Into<Scope<'a>>,
    survey: &Survey,
    crosswalk: &Crosswalk,
) -> Vec<ByMeasure> {
    let scope = scope.into();
    let (tallies, organisation) = (Tallies::of(scope), scope.register.organisation());
    let by = |measure: &Measure| by_measure((&tallies.table(*measure), organisation), survey, crosswalk);
    tallies.measures().iter().map(by).collect()
}

fn by_measure(whose: (&LeagueTable, &Organisation), survey: &Survey, crosswalk: &Crosswalk) -> ByMeasure {
    let compared = Depth::ALL.map(|depth| Comparison::with_survey(whose, survey, crosswalk, depth));
    let reached = compared.iter().filter(|compared| reaches(compared));
    ByMeasure {
        measure: whose.0.measure(),
        correlation: compared[0].correlation,
        overlaps: reached.filter_map(|compared| compared.overlap).collect(),
    }
}

/// Whether both tables have as many places as were asked for.
fn reaches(compared: &Comparison) -> bool {
    compared.overlap.is_some_and(|overlap| overlap.k == compared.depth.places())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::{shipped_crosswalk, surveys};
    use crate::example::fife_council;

    #[test]
    fn every_figure_is_that_of_the_comparison_itself() {
        let register = fife_council();
        for survey in surveys().iter() {
            let crosswalk = shipped_crosswalk(survey);
            let found = sensitivity(&register, survey, &crosswalk);
            let told: Vec<Measure> = Scope::from(&register).measures().collect();
            assert_eq!(found.iter().map(|by| by.measure).collect::<Vec<_>>(), told);
            for by in found {
                let ours = LeagueTable::new(&register, by.measure);
                let whose = (&ours, register.organisation());
                for overlap in &by.overlaps {
                    let depth = Depth::ALL.into_iter().find(|depth| depth.places() == overlap.k);
                    let depth = depth.expect("three, five or ten");
                    let compared = Comparison::with_survey(whose, survey, &crosswalk, depth);
                    assert_eq!((compared.overlap, compared.correlation), (Some(*overlap), by.correlation));
                }
            }
        }
    }

    #[test]
    fn what_one_table_does_not_reach_is_left_out() {
        let register = fife_council();
        let own = LeagueTable::new(&register, Measure::MeanScore).entries().len();
        let depths = |id: &str| {
            let survey = crate::catalogue::survey(&crate::catalogue::SurveyId::new(id)).expect("shipped");
            let found = sensitivity(&register, &survey, &shipped_crosswalk(&survey));
            found[1].overlaps.iter().map(|overlap| overlap.k).collect::<Vec<_>>()
        };
        assert!((5..10).contains(&own), "{own}");
        assert_eq!(depths("aon-2025"), [3, 5]);
        // One place is known of it.
        assert!(depths("alarm-2003").is_empty());
    }
}
