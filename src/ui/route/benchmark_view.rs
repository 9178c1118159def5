//! What is compared with which survey or with which peers, and how that stands in the address.

use partnership_risk_core::catalogue::SurveyId;
use partnership_risk_core::choice::Choice;
use partnership_risk_core::league::Measure;
use partnership_risk_core::register::Sector;

use super::query::{Query, chosen, listed, parameter, query_of, text_of};

/// What is compared with what.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BenchmarkView {
    /// The survey; the first one offered where none is chosen.
    pub survey: Option<SurveyId>,
    /// The measure of one's own league table.
    pub measure: Option<Measure>,
}

const MEASURES: [(&str, Measure); 5] = [
    ("share-naming", Measure::ShareNaming),
    ("mean-score", Measure::MeanScore),
    ("highest-score", Measure::HighestScore),
    ("highest-level", Measure::TopLevelCount),
    ("above-appetite", Measure::AboveAppetite),
];

impl BenchmarkView {
    pub(super) fn query(&self) -> String {
        Query::new()
            .with("survey", self.survey.as_ref())
            .with("measure", self.measure.map(|measure| text_of(&MEASURES, measure)))
            .finished()
    }

    pub(super) fn of_query(query: &str) -> Self {
        let survey = parameter::<String>(query, "survey").map(|id| SurveyId::new(&id));
        Self { survey, measure: listed(query, "measure", &MEASURES) }
    }
}

/// Which peers are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct PeersView {
    /// Those of this sector, or all.
    pub sector: Option<Sector>,
}

impl PeersView {
    pub(super) fn query(self) -> String {
        query_of("sector", self.sector.map(Choice::key))
    }

    pub(super) fn of_query(query: &str) -> Self {
        Self { sector: chosen(query, "sector") }
    }
}
