//! Special functions, each to about the last digits of a double, the same on every machine.

pub(super) mod beta;
mod fraction;
pub(super) mod gamma;
pub(super) mod normal;
pub(super) mod root;
