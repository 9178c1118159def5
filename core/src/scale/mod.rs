//! How likely and how bad: a body's own likelihood and impact scales, the matrix that turns a pair of
//! positions into a level, and the score that sorts risks. Scales differ from body to body and are
//! declared, never assumed. How a spreadsheet cell is read as a position is in [`notation`]; what is
//! rated is next door in [`crate::register`].

mod axis;
mod band;
mod colour;
pub mod edit;
mod layout;
mod level;
mod matrix;
mod names;
pub mod notation;
mod position;
pub mod preset;
pub mod rebase;

pub use axis::{Axis, Scale, ScaleError};
pub use band::{BandError, BandsError, MoneyBand, ProbabilityBand};
pub use colour::{Colour, ColourError};
pub use layout::{Direction, Layout};
pub use level::{ContrastWarning, Level, Tone};
pub use matrix::{Cell, Matrix, MatrixError, ProductSum, Score, mean_product};
pub use position::{Position, PositionError, Rating};

#[cfg(test)]
pub(crate) mod fixtures;
