//! Pictures: SVG from plain numbers and texts. They know no domain type; every picture stands beside the
//! table it was drawn from.

mod bar;
mod bow_tie;
mod line_chart;
mod slope;
mod stacked;
mod strip;
mod trend_line;

pub use bar::bar;
pub use bow_tie::{BowTie, Knot};
pub use line_chart::{LineChart, LinePoint};
pub use slope::{End, Side, Slope};
pub use stacked::{Bar, Part, Stacked};
pub use strip::{Range, Strip, StripRow};
pub use trend_line::trend_line;
