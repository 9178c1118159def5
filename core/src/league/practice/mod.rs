//! How much of good practice the partnerships of a register have, beside the figures that were published: in how many
//! of them it is so, in how many it is not, of which nobody knows, and which would have to change. What each
//! indicator asks, and of which figure it reminds, is in `indicator`; how a partnership answers is read in `case`.
//!
//! A published figure is mostly a share of bodies, and ours is a share of one body's partnerships: both speak of the
//! same practice and neither is a sample of the other. The interval says how far ours rests on few partnerships. What
//! bodies count for each other, where what nobody knows is not there, is next door in [`super::peers`].

mod case;
mod indicator;

pub use indicator::{Better, Indicator, Published};

use super::proportion::Proportion;
use crate::date::Date;
use crate::register::{InForce, PartnershipId, Register};
use case::{Case, Losses, Verdict};

/// An indicator of practice as the live partnerships of a register show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Practice {
    /// The indicator.
    pub indicator: Indicator,
    /// How the partnerships stand.
    pub found: Found,
}

/// How partnerships stand, in the register's order. Each one that an indicator is about is in exactly one list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Where it is so.
    pub yes: Vec<PartnershipId>,
    /// Where it is not.
    pub no: Vec<PartnershipId>,
    /// Where what it takes to tell is missing; these count in no share.
    pub unknown: Vec<PartnershipId>,
}

impl Found {
    /// How many of those of which it is known.
    #[must_use]
    pub fn proportion(&self) -> Proportion {
        let known = self.yes.len() + self.no.len();
        Proportion::new(self.yes.len(), known).expect("a part is no more than the whole")
    }
}

/// What it would take to move a share for the better.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Move<'a> {
    /// The partnerships that would have to change for all to be well, as far as it is known of them.
    pub partnerships: &'a [PartnershipId],
    /// How many of them would have to change to be level with the published figure; none where there is none to be
    /// level with, or no partnership of which it is known.
    pub to_published: Option<usize>,
}

/// Every indicator for the live partnerships of a register, as of a day, in the order in which they are shown.
#[must_use]
pub fn practices(register: &Register, today: Date) -> Vec<Practice> {
    let in_force = InForce::of(register);
    let losses = Losses::of(register, today);
    let partnerships = in_force.partnerships().iter();
    let cases: Vec<Case<'_>> = partnerships.map(|p| Case::of(&in_force, &losses, p)).collect();
    let practice =
        |indicator: Indicator| Practice { indicator, found: found(&cases, indicator.question().verdict) };
    Indicator::ALL.into_iter().map(practice).collect()
}

fn found(cases: &[Case<'_>], verdict: fn(&Case<'_>) -> Verdict) -> Found {
    let mut found = Found::default();
    for case in cases {
        match verdict(case) {
            Verdict::Yes => found.yes.push(case.partnership.id),
            Verdict::No => found.no.push(case.partnership.id),
            Verdict::Unknown => found.unknown.push(case.partnership.id),
            Verdict::Outside => {}
        }
    }
    found
}

impl Practice {
    /// What it would take to move the share.
    #[must_use]
    pub fn to_move(&self) -> Move<'_> {
        let partnerships: &[PartnershipId] = match self.indicator.better() {
            Better::More => &self.found.no,
            Better::Less => &self.found.yes,
        };
        Move { partnerships, to_published: self.to_published(self.found.proportion()) }
    }

    /// What is a yardstick is better the more there is of it; a test holds that.
    fn to_published(&self, ours: Proportion) -> Option<usize> {
        let published = self.indicator.published().filter(|published| published.is_a_yardstick)?;
        ours.share()?;
        // A share that is level but for rounding is level.
        let level = (published.share * ours.of() as f64 - 1e-9).ceil() as usize;
        Some(level.saturating_sub(ours.count()))
    }
}

#[cfg(test)]
mod tests;
