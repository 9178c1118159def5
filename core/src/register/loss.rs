//! Losses that have come about: the evidence for how often and how badly.

use super::{LossId, PartnershipId, RiskId, Timestamp};
use crate::date::Date;
use crate::money::Pence;

/// What went wrong in one year, or on one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loss {
    /// Its id.
    pub id: LossId,
    /// When it was entered.
    pub created: Timestamp,
    /// When it was last changed.
    pub updated: Timestamp,
    /// What happened, in a few words.
    pub what: String,
    /// The day it happened, or the first day of the year it counts for.
    pub date: Date,
    /// The partnership in which it happened.
    pub partnership: PartnershipId,
    /// The risk that came about, if it was known as one.
    pub risk: Option<RiskId>,
    /// How many events.
    pub count: u32,
    /// What they cost together.
    pub cost: Pence,
    /// Anything else.
    pub notes: String,
}
