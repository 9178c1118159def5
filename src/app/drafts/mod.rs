//! What is being typed into a form, as text, and the checks that turn it into a domain value or into
//! all problems at once, each tied to its field.

mod action;
mod appetite;
mod bulk;
mod categories;
mod checks;
mod control;
mod crosswalk;
mod drivers;
mod health_check;
mod kept;
mod loss;
mod matrix;
mod name;
mod organisation;
mod partner;
mod partnership;
mod passphrase;
mod quantification;
mod questionnaire;
mod risk;
mod significance;
mod slug;
mod survey;
mod typed;
mod waiver;

pub use action::{ActionDraft, read_serves, serves_text};
pub use appetite::{AppetiteDraft, CategoryAppetiteDraft, ToleranceDraft, tolerance_field, tolerated_field};
pub use bulk::{BulkDraft, BulkField};
pub use categories::{CategoriesDraft, CategoryDraft, category_field};
pub use control::{ControlDraft, EffectDraft, effect_field};
pub use crosswalk::{CrosswalkDraft, LineDraft, line_field};
pub use drivers::{DriverDraft, DriversDraft, driver_field};
pub use health_check::{AnswerDraft, HealthCheckDraft, ThemeDraft, answer_field, questions_of};
pub use kept::Kept;
pub use loss::LossDraft;
pub use matrix::{
    LevelDraft, MatrixDraft, PRODUCT, SUM, SentDraft, StepDraft, level_field, step_field, threshold_field,
};
pub use name::NameDraft;
pub use organisation::OrganisationDraft;
pub use partner::{PartnerDraft, partner_field, sum_of_shares};
pub use partnership::{AgreementDraft, FundingDraft, PartnershipDraft, ValueDraft};
pub use passphrase::PassphraseDraft;
pub use quantification::{Asked, PullDraft, QuantificationDraft, asked, pull_field};
pub use questionnaire::{AskDraft, ReplyDraft};
pub use risk::{BearerDraft, RatingDraft, RiskDraft, bearer_field, rating_field, read_position};
pub use significance::{CriterionDraft, SignificanceDraft, TESTS, criterion_field};
pub use survey::{SurveyDraft, SurveyRowDraft, survey_row_field};
pub use typed::Typed;
pub use waiver::WaiverDraft;

/// Something in a form that must be put right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The field's id on the page.
    pub field: String,
    /// What is wrong and what to do.
    pub message: String,
}
