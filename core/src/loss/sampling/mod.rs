//! The loss of a year by simulation (Monte Carlo): the cross-check of the exact engine, which shares with it the laws of
//! risks and nothing else. A run is cut into slices, so that whoever asks for it can show progress and stop it.
//!
//! Years come in blocks. In a block, the number of events of a risk is drawn once, and each event then falls into a
//! year of the block and gets its cost, both from the same 64 random bits: events of a steady rate that are thrown into
//! years alike are as many in each year as a Poisson law says, independently of one another (Kingman, Poisson
//! Processes, 1993). Events that come in clusters are clusters thrown into years. So nothing is drawn for years
//! without an event, and the inner loop has next to no branch that depends on chance. The same seed gives the same digits on
//! every machine.
//!
//! | module | what belongs there |
//! |---|---|
//! | `simulation` | a run: seed, years, slices |
//! | `source` | the events of a block of years, by each law of their number |
//! | `poisson`, `clusters`, `lots` | draws of a number of events, of the size of a cluster, of one of several risks |
//! | `cost`, `quantile_table` | what an event costs |
//! | `sampled`, `years` | what the years of a run say, with standard errors |
//! | `limit` | what would take too long |

mod clusters;
mod cost;
mod limit;
mod lots;
mod poisson;
mod quantile_table;
mod sampled;
mod simulation;
mod source;
mod years;

pub use limit::{MOST_CLUSTERED, MOST_EVENTS, MOST_RISKS, MOST_YEARS, SimulationError};
pub use sampled::{Estimate, Method, Sampled};
pub use simulation::{BLOCK, Progress, Simulation};

#[cfg(test)]
mod tests;
