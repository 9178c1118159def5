//! How many partnerships would matter how much, by criteria that are being set.

use partnership_risk_core::register::{InForce, Rank, Register, Significance};

/// How many partnerships come to one rank, now and by other criteria.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RankCount {
    /// The rank.
    pub rank: Rank,
    /// How many come to it by the register's criteria.
    pub now: usize,
    /// How many would by the others.
    pub then: usize,
}

/// How many partnerships that are not over come to each rank, the lowest first.
#[must_use]
pub fn rank_counts(register: &Register, other: &Significance) -> Vec<RankCount> {
    let in_force = InForce::of(register);
    let ranks = |by: &Significance| -> Vec<Rank> {
        in_force.partnerships().iter().map(|partnership| in_force.rank(by, partnership)).collect()
    };
    let (now, then) = (ranks(&register.organisation().significance), ranks(other));
    let count = |ranks: &[Rank], rank: Rank| ranks.iter().filter(|found| **found == rank).count();
    let line = |rank| RankCount { rank, now: count(&now, rank), then: count(&then, rank) };
    Rank::ALL.into_iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use partnership_risk_core::example::fife_council;
    use partnership_risk_core::register::{Change, Partnership, PartnershipId, PartnershipStatus};

    #[test]
    fn partnerships_are_counted_by_both_sets_of_criteria() {
        let fife = fife_council();
        let mut ended = Partnership::new(PartnershipId::from_bits(9), "Ferries", 0);
        ended.status = PartnershipStatus::Ended;
        let register = fife.apply(Change::PartnershipsPut(vec![ended])).expect("sound");
        // The one that is there carries a risk at the highest level and meets no other criterion.
        let stricter = Significance { moderate_from: 1, ..Significance::usual() };
        let found: Vec<_> =
            rank_counts(&register, &stricter).into_iter().map(|c| (c.rank, c.now, c.then)).collect();
        assert_eq!(found, [(Rank::Limited, 1, 0), (Rank::Moderate, 0, 1), (Rank::Major, 0, 0)]);
    }
}
