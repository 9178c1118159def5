//! What the product brings along: categories, published surveys, and how the one maps to the other.
//! Everything here is data with an id per entry and a checked loader; what a user enters lives in `register`,
//! and what is computed from both lives in `league`.

mod category;

pub use category::CategoryId;
