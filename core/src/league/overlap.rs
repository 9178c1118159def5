//! How far two ranked lists hold the same things, with more weight on the top: Jaccard's index, agreement, average
//! overlap and rank-biased overlap. How far they agree on the order of what both hold is next door in
//! [`super::rank`].
//!
//! **Ties.** Things tied at a place all stand *at* that place, so "the top five" are all things whose printed place
//! is at most five, and may be six or more. Agreement is taken over the sizes that are really there, as Webber,
//! Moffat and Zobel (2010) propose; for lists that end, this is the variant "w" of Corsi and Urbano (2024), which they
//! advise where a tie means equality. A list compared with itself then agrees fully, and the number fits the table
//! that the reader sees. Their variants "a" and "b" read a tie as ignorance of an order that exists.

use std::fmt;

/// How patient a reader is: the probability of reading on from one place to the next, strictly between 0 and 1.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Persistence(f64);

/// The number is not strictly between 0 and 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PersistenceError(pub f64);

impl fmt::Display for PersistenceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "persistence lies between 0 and 1, not at {}", self.0)
    }
}

impl std::error::Error for PersistenceError {}

impl Persistence {
    /// For lists of three: 87 % of the weight lies on the first three places. As with the others, a reader goes on to
    /// the last of them on average.
    pub const FOR_THREE: Self = Self(2.0 / 3.0);
    /// For lists of five: 86 % of the weight lies on the first five places.
    pub const FOR_FIVE: Self = Self(0.8);
    /// For lists of ten: 86 % of the weight lies on the first ten places.
    pub const FOR_TEN: Self = Self(0.9);

    /// A persistence of `p`.
    pub fn new(p: f64) -> Result<Self, PersistenceError> {
        if p > 0.0 && p < 1.0 { Ok(Self(p)) } else { Err(PersistenceError(p)) }
    }

    /// The probability itself.
    #[must_use]
    pub fn get(self) -> f64 {
        self.0
    }
}

/// `p`, `p^2`, ... up to `p^n`.
fn powers(p: f64, n: usize) -> impl Iterator<Item = f64> {
    std::iter::successors(Some(p), move |power| Some(power * p)).take(n)
}

/// The sum of `p^d / d` over every `d` beyond `depth`.
fn harmonic_tail(p: f64, depth: usize) -> f64 {
    let head: f64 = powers(p, depth).zip(1_u32..).map(|(power, d)| power / f64::from(d)).sum();
    -(1.0 - p).ln() - head
}

/// Two ranked lists, thing by thing: the place of each thing in the first list and in the second.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PairedLists {
    places: Vec<(Option<u32>, Option<u32>)>,
    first_length: usize,
    second_length: usize,
}

/// Rank-biased overlap as far as two lists go (Webber, Moffat and Zobel, 2010).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RankBiasedOverlap {
    /// What is certain: nothing beyond the lists agrees.
    pub minimum: f64,
    /// The score: agreement goes on beyond the lists as it stands at their ends.
    pub extrapolated: f64,
}

impl PairedLists {
    /// Pairs two lists, given the place of each thing in either. Only the order of the places counts: each list is
    /// numbered anew from 1, ties sharing the best place. Things in neither list are dropped.
    #[must_use]
    pub fn new(places: &[(Option<u32>, Option<u32>)]) -> Self {
        let first = renumbered(places.iter().map(|pair| pair.0).collect());
        let second = renumbered(places.iter().map(|pair| pair.1).collect());
        let first_length = first.iter().flatten().count();
        let second_length = second.iter().flatten().count();
        let places = first.into_iter().zip(second).filter(|pair| *pair != (None, None)).collect();
        Self { places, first_length, second_length }
    }

    /// How many things each list holds.
    #[must_use]
    pub fn lengths(&self) -> (usize, usize) {
        (self.first_length, self.second_length)
    }

    /// How many things both lists hold.
    #[must_use]
    pub fn in_common(&self) -> usize {
        self.shared_to(u32::MAX)
    }

    /// The two lists down to place `k`, ties at that place included.
    #[must_use]
    pub fn top(&self, k: usize) -> Self {
        let cut = |place: Option<u32>| place.filter(|&place| place as usize <= k);
        let places: Vec<_> = self.places.iter().map(|&(first, second)| (cut(first), cut(second))).collect();
        Self::new(&places)
    }

    /// Jaccard's index of the top `k`: things in both over things in either. None unless both lists reach `k`.
    #[must_use]
    pub fn jaccard_at(&self, k: usize) -> Option<f64> {
        let depth = self.depth(k)?;
        let shared = self.shared_to(depth);
        let either = self.first_to(depth) + self.second_to(depth) - shared;
        Some(shared as f64 / either as f64)
    }

    /// The share of the top `k` that both lists hold: twice the things in both over the things in one plus those in
    /// the other. None unless both lists reach `k`.
    #[must_use]
    pub fn agreement_at(&self, k: usize) -> Option<f64> {
        let depth = self.depth(k)?;
        Some(agreement(self.shared_to(depth) as f64, self.first_to(depth), self.second_to(depth)))
    }

    /// The mean of the agreement at places 1 to `k` (Fagin, Kumar and Sivakumar, 2003). None unless both lists
    /// reach `k`.
    #[must_use]
    pub fn average_overlap_at(&self, k: usize) -> Option<f64> {
        self.depth(k)?;
        let sum: f64 = (1..=k).filter_map(|depth| self.agreement_at(depth)).sum();
        Some(sum / k as f64)
    }

    /// Rank-biased overlap of the whole lists, which may differ in length: eq. 32 of Webber, Moffat and Zobel (2010),
    /// with the agreement of tied lists where they have ties, and the certain minimum. None if a list is empty.
    #[must_use]
    pub fn rank_biased_overlap(&self, persistence: Persistence) -> Option<RankBiasedOverlap> {
        let p = persistence.get();
        let shorter = self.first_length.min(self.second_length);
        let longer = self.first_length.max(self.second_length);
        let at_end_of_shorter = self.agreement_at(shorter)?;
        let (mut minimum, mut extrapolated, mut weight, mut agreed) = (0.0, 0.0, 1.0 - p, 0.0);
        for depth in 1..=longer {
            // Beyond the shorter list its unseen things are taken to agree as those at its end do.
            let unseen = at_end_of_shorter * depth.saturating_sub(shorter) as f64;
            agreed = self.agreement_with_unseen(depth, unseen);
            extrapolated += weight * agreed;
            minimum += weight * self.agreement_with_unseen(depth, 0.0);
            weight *= p;
        }
        extrapolated += weight / (1.0 - p) * agreed;
        minimum += (1.0 - p) / p * self.in_common() as f64 * harmonic_tail(p, longer);
        // Clears rounding in the last digit only.
        let extrapolated = extrapolated.min(1.0);
        Some(RankBiasedOverlap { minimum: minimum.max(0.0).min(extrapolated), extrapolated })
    }

    /// Agreement at `depth` when a list that has ended is filled up to it, `unseen` of the filling agreeing.
    fn agreement_with_unseen(&self, depth: usize, unseen: f64) -> f64 {
        let place = depth as u32;
        let shared = self.shared_to(place) as f64 + unseen;
        agreement(shared, self.first_to(place).max(depth), self.second_to(place).max(depth))
    }

    fn depth(&self, k: usize) -> Option<u32> {
        let reached = (1..=self.first_length.min(self.second_length)).contains(&k);
        reached.then_some(k as u32)
    }

    fn first_to(&self, depth: u32) -> usize {
        self.places.iter().filter(|pair| is_within(pair.0, depth)).count()
    }

    fn second_to(&self, depth: u32) -> usize {
        self.places.iter().filter(|pair| is_within(pair.1, depth)).count()
    }

    fn shared_to(&self, depth: u32) -> usize {
        self.places.iter().filter(|pair| is_within(pair.0, depth) && is_within(pair.1, depth)).count()
    }
}

fn is_within(place: Option<u32>, depth: u32) -> bool {
    place.is_some_and(|place| place <= depth)
}

fn agreement(shared: f64, first: usize, second: usize) -> f64 {
    2.0 * shared / (first + second) as f64
}

fn renumbered(places: Vec<Option<u32>>) -> Vec<Option<u32>> {
    let better = |place: u32| places.iter().flatten().filter(|&&other| other < place).count() as u32;
    places.iter().map(|place| place.map(|place| better(place) + 1)).collect()
}

#[cfg(test)]
mod tests;
