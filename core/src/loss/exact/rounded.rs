//! The loss of a year with all costs rounded to a lattice, on that and on this side of the truth. To turn it back takes
//! longer than the loss with the means kept, and whoever weighs changes by a figure never asks for its bracket: so its
//! transforms are kept until somebody does.

use std::rc::Rc;

use super::product::Product;
use super::tables::Tables;

/// The transforms of the loss of a year with rounded costs.
#[derive(Clone, Debug)]
pub(in crate::loss) struct Rounded {
    pub(super) down: Product,
    pub(super) up: Product,
    pub(super) tables: Rc<Tables>,
}

impl Rounded {
    /// The probability of each amount, with costs rounded down, and rounded up.
    pub(in crate::loss) fn masses(&self) -> [Vec<f64>; 2] {
        let [down, up] = [&self.down, &self.up].map(|product| product.clone().finished());
        self.tables.masses([&down, &up])
    }
}
