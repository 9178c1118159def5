//! What losses that were seen say: how often they come, with the interval in which their rate may lie, what one costs,
//! and which part of a change in cost is due to each. Where they stand in a register is of no concern here; what people
//! judge instead is next door in `elicitation`.

mod cost;
mod rate;
mod record;
mod split;

pub use cost::{CostFit, FEW, WhyNoLaw, fit_cost};
pub use rate::{Interval, RateRatio, rate, rate_ratio};
pub use record::{Record, RecordError, Seen};
pub use split::{Side, Split, SplitError};
