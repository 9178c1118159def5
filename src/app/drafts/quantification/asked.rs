//! What each law of severity asks for, text by text; the form shows just these fields, and the check reads them.

use partnership_risk_core::loss::SeverityKind;

/// One of the texts by which a law of severity is stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// The least, or the low end of a range.
    Low,
    /// The likeliest, the median, or the only one.
    Middle,
    /// The most, or the high end of a range.
    High,
    /// The share of events that cost less than the high amount.
    Percentile,
    /// How much the likeliest amount weighs.
    Weight,
    /// Losses that were seen.
    Amounts,
}

impl Asked {
    /// The id of its field on the page.
    #[must_use]
    pub fn field(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Middle => "middle",
            Self::High => "high",
            Self::Percentile => "percentile",
            Self::Weight => "weight",
            Self::Amounts => "amounts",
        }
    }
}

/// What a law of severity asks for, in this order.
#[must_use]
pub fn asked(kind: SeverityKind) -> &'static [Asked] {
    match kind {
        SeverityKind::Lognormal | SeverityKind::Uniform => &[Asked::Low, Asked::High],
        SeverityKind::LognormalMedian => &[Asked::Middle, Asked::High, Asked::Percentile],
        SeverityKind::Pert => &[Asked::Low, Asked::Middle, Asked::High, Asked::Weight],
        SeverityKind::Triangular => &[Asked::Low, Asked::Middle, Asked::High],
        SeverityKind::Fixed => &[Asked::Middle],
        SeverityKind::Observed => &[Asked::Amounts],
    }
}
