//! Pictures: SVG from plain numbers and texts. They know no domain type; every picture stands beside the
//! table it was drawn from.

mod slope;

pub use slope::{End, Side, Slope};
