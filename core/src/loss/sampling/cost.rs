//! What one event costs: an amount for random bits.

use super::super::Exposure;
use super::quantile_table::QuantileTable;

/// Bits of a random number that say what an event costs; those above are free for other uses.
pub(super) const COST_BITS: u32 = 52;

/// The law of the cost of one event in pounds, after what others bear.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Cost {
    Spread(QuantileTable),
    /// Each of these alike.
    Listed(Vec<f64>),
}

impl Cost {
    pub(super) fn of(risk: &Exposure) -> Self {
        match risk.curve.listed() {
            Some(amounts) => Self::Listed(amounts.iter().map(|amount| amount * risk.scale).collect()),
            None => Self::Spread(QuantileTable::new(&risk.curve, risk.scale)),
        }
    }

    /// The amount for the lower bits of a random number.
    #[inline]
    pub(super) fn amount(&self, bits: u64) -> f64 {
        match self {
            Self::Spread(table) => table.amount(bits),
            Self::Listed(amounts) => one_of(amounts, bits),
        }
    }
}

/// One of a list of fewer than 4,096.
#[inline]
pub(super) fn one_of(amounts: &[f64], bits: u64) -> f64 {
    let part = bits & ((1 << COST_BITS) - 1);
    amounts[((part * amounts.len() as u64) >> COST_BITS) as usize]
}
