//! Tables in the shape in which other programs take risks and partners in. Their column names are theirs, to
//! the letter; each file says where they are published.

pub(super) mod ciso_assistant;
pub(super) mod simplerisk;

use crate::exchange::sheet::{Heading, Holds};

/// Columns of text under these names.
fn texts(names: &[&str]) -> Vec<Heading> {
    names.iter().map(|name| Heading::new(*name, Holds::Text)).collect()
}
