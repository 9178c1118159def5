//! How likely and how bad: a body's own likelihood and impact scales, the matrix that turns a pair of
//! positions into a level, and the score that sorts risks. Scales differ from body to body and are
//! declared, never assumed. How a spreadsheet cell is read as a position is in [`notation`]; what is
//! rated is next door in [`crate::register`].

mod axis;
pub mod decimal;
mod level;
mod matrix;
pub mod notation;
mod position;
pub mod preset;

pub use axis::{Axis, Scale, ScaleError};
pub use level::{Level, Tone};
pub use matrix::{Matrix, MatrixError, Score};
pub use position::{Position, PositionError, Rating};
