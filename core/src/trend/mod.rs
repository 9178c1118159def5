//! What rose, fell, came and went: two snapshots compared risk by risk, lines through all of them, and the movement
//! of categories in the league table. A snapshot is made by [`crate::register`]; the register as it is now is
//! compared as the snapshot that [`crate::register::Snapshot::of`] would take of it. The past is never rated anew:
//! each snapshot stands on the matrix of its day.

mod movement;
mod places;
mod standing;
mod timeline;
mod why;

pub use movement::{Moved, Movements, RiskMovement, compare};
pub use places::{CategoryMovement, CategoryPlace, places_moved};
pub use standing::{Height, Standing};
pub use timeline::{CategoryPoint, LevelCounts, Point, Timeline};
