//! The two ends of a law: the amount beyond which a cost lies with a given chance, and what the law comes to beyond it.
//! The way back, from an amount to its chance, is `at` next door. Chances are counted from their own end, so that the
//! smallest have all their digits.

/// The end of a law from which a probability is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::loss) enum End {
    /// The smallest costs.
    Low,
    /// The greatest costs.
    High,
}

/// What a law says of the part at one of its ends.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(in crate::loss) struct Tail {
    /// The amount in pounds at which the part ends: a quantile.
    pub(in crate::loss) amount: f64,
    /// The mean in pounds of the cost where it lies in the part, and of nought where it does not.
    pub(in crate::loss) part: f64,
}
