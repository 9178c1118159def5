//! What is compared with which survey, and how that stands in the address.

use partnership_risk_core::catalogue::SurveyId;
use partnership_risk_core::league::Measure;

use super::query::{finished, parameter, serializer, text_of, value_of};

/// What is compared with what.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BenchmarkView {
    /// The survey; the first one offered where none is chosen.
    pub survey: Option<SurveyId>,
    /// The measure of one's own league table.
    pub measure: Option<Measure>,
}

const MEASURES: [(&str, Measure); 4] = [
    ("share-naming", Measure::ShareNaming),
    ("mean-score", Measure::MeanScore),
    ("highest-score", Measure::HighestScore),
    ("highest-level", Measure::TopLevelCount),
];

impl BenchmarkView {
    pub(super) fn query(&self) -> String {
        let mut query = serializer();
        query.extend_pairs(self.survey.as_ref().map(|id| ("survey", id.as_str())));
        query.extend_pairs(self.measure.as_ref().map(|m| ("measure", text_of(&MEASURES, m))));
        finished(query)
    }

    pub(super) fn of_query(query: &str) -> Self {
        let text = |name: &str| parameter::<String>(query, name);
        Self {
            survey: text("survey").map(|id| SurveyId::new(&id)),
            measure: text("measure").and_then(|m| value_of(&MEASURES, &m)),
        }
    }
}
