//! What losses cost: how often events happen in a year, what one of them costs, and what both come to. Plain laws of
//! probability, without a register; which risk has which of them is said in [`crate::register`].
//!
//! What people enter is kept exactly as they enter it, in millionths and pence; numbers with a floating point come up
//! only in what is worked out from it, in pounds.
//!
//! From a portfolio on, `exact` gives the distribution of a year's loss; `controls`, `budget` and `tornado` ask for it
//! again and again, each for portfolios that differ in a few risks, and leave it to whoever asks them which engine
//! answers. Laws come from what people enter, from losses that were seen ([`evidence`]) or from the steps of a scale
//! (`elicitation`).

mod allocation;
mod annual;
mod budget;
mod controls;
mod count;
mod curve;
mod drawing;
mod driver;
mod elicitation;
pub mod evidence;
mod exact;
mod exposure;
mod figures;
mod fit;
#[cfg(test)]
mod fixtures;
mod frequency;
mod lattice;
mod millionths;
mod numbers;
mod portfolio;
mod return_on_spend;
pub mod sampling;
mod severity;
mod special;
mod tornado;
mod transform;
mod words;
mod years_loss;

pub use annual::Annual;
pub use budget::{BestSet, Method, Parted};
pub use controls::{ControlEffect, ControlEffects, CostedControl, Cut, NegativeCost, under};
pub use drawing::{Bin, Exceedance};
pub use driver::{BadYearError, Driver, DriverError, MILDEST_BAD_YEAR, MOST_VARIANCE, Pull, WORST_BAD_YEAR};
pub use elicitation::{FirstFrequency, FirstSeverity, MOST_CHANCE, StandIn, first_frequency, first_severity};
pub use exact::{Engine, USUAL_LENGTH};
pub use exposure::Exposure;
pub use figures::{Figures, Measure, TAIL_FROM, Years};
pub use frequency::{Frequency, FrequencyError, FrequencyKind, FrequencyLaw};
pub use millionths::{Millionths, MillionthsError};
pub use numbers::Numbers;
pub use portfolio::{Portfolio, PortfolioError};
pub use return_on_spend::{Spend, yearly_cost};
pub use severity::{Amount, MOST_OBSERVED, Severity, SeverityError, SeverityKind, SeverityLaw, WIDEST};
pub use tornado::{Bar, Ends, EndsFrom, Input, Tornado};
pub use years_loss::{Bracket, YearsLoss};
