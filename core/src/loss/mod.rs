//! What losses cost: how often events happen in a year, what one of them costs, and what both come to. Plain laws of
//! probability, without a register; which risk has which of them is said in [`crate::register`].
//!
//! What people enter is kept exactly as they enter it, in millionths and pence; numbers with a floating point come up
//! only in what is worked out from it, in pounds.

mod allocation;
mod annual;
mod count;
mod curve;
mod drawing;
mod driver;
mod exact;
mod exposure;
mod fit;
mod frequency;
mod lattice;
mod millionths;
mod portfolio;
mod severity;
mod special;
mod transform;
mod words;
mod years_loss;

pub use annual::Annual;
pub use drawing::{Bin, Exceedance};
pub use driver::{Driver, DriverError, MOST_VARIANCE, Pull};
pub use exact::{Engine, USUAL_LENGTH};
pub use exposure::Exposure;
pub use frequency::{Frequency, FrequencyError, FrequencyKind, FrequencyLaw};
pub use millionths::{Millionths, MillionthsError};
pub use portfolio::{Portfolio, PortfolioError};
pub use severity::{Amount, MOST_OBSERVED, Severity, SeverityError, SeverityKind, SeverityLaw, WIDEST};
pub use years_loss::{Bracket, YearsLoss};
