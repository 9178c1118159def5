//! What the product brings along: categories with guidance and typical risks, published surveys, how categories
//! map to their labels, and published facts. Everything here is data with an id per entry and a checked loader;
//! what a user enters lives in `register`, and what is computed from both lives in `league`.

mod category;
mod control_type;
mod crosswalk;
pub(crate) mod data_file;
mod dictionary;
mod evidence;
mod guidance;
mod likeness;
mod shipped;
mod slug;
mod survey;
mod survey_check;
pub(crate) mod survey_json;
mod typical;
#[cfg(test)]
pub(crate) mod wording;

pub use category::{Category, CategoryId, Source, categories, category};
pub use control_type::ControlType;
pub use crosswalk::{Coverage, Crosswalk, CrosswalkProblem, Line, line_problems};
pub use dictionary::{canonical, shipped_crosswalk};
pub use evidence::{Fact, facts};
pub use guidance::{Guidance, guidance};
pub use likeness::alike;
pub use shipped::{survey, surveys};
pub(crate) use slug::slug_id;
pub use survey::{
    About, Entry, EntryId, Extent, MOST_ENTRIES, Origin, Row, Survey, SurveyId, SurveySector, Unit,
};
pub use survey_check::{AboutField, RowName, SurveyProblem};
pub use typical::{
    SuggestedControl, TypicalRisk, TypicalRiskId, typical_risk, typical_risks, typical_risks_of,
};
