//! Pictures: SVG from plain numbers and texts. They know no domain type; every picture stands beside the
//! table it was drawn from.

mod axis;
mod bar;
mod bow_tie;
mod columns_chart;
mod curves;
mod line_chart;
mod slope;
mod spans;
mod stacked;
mod strip;
mod trend_line;

pub use axis::Axis;
pub use bar::bar;
pub use bow_tie::{BowTie, Knot};
pub use columns_chart::ColumnsChart;
pub use curves::{Curve, CurveKind, Curves, Mark, Scale};
pub use line_chart::{LineChart, LinePoint};
pub use slope::{End, Side, Slope};
pub use spans::{Span, Spans};
pub use stacked::{Bar, Part, Stacked};
pub use strip::{Range, Strip, StripRow};
pub use trend_line::trend_line;
