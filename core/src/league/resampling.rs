//! Drawing a collection anew from itself, each time as many as it has and with none taken out, to see how far a
//! figure depends on which of them there happen to be (Efron, 1979: the bootstrap). What is drawn, and what is worked
//! out of each draw, is the business of those who draw.

use rand_core::{Rng, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;

/// The usual seed: any number would do, and one that stays gives everybody the same figures from the same register.
pub const USUAL_SEED: u64 = 2_008;

/// How many times a collection is drawn anew, where that is little work.
const MOST: usize = 2_000;

/// How many times it is drawn anew however much work it is: enough for the tails of an interval.
const FEWEST: usize = 200;

/// From how many steps on in all the number of draws falls, so that no register holds up the page for long.
const MOST_STEPS: usize = 10_000_000;

/// How many draws are worth while where each takes so many steps.
pub(super) fn draws_for(steps: usize) -> usize {
    (MOST_STEPS / steps.max(1)).clamp(FEWEST, MOST)
}

/// Draws of a collection from itself.
pub(super) struct Draws {
    chance: Xoshiro256PlusPlus,
    times: Vec<u32>,
}

impl Draws {
    /// Draws of `n` things. The same seed gives the same draws, on every machine.
    pub(super) fn new(n: usize, seed: u64) -> Self {
        Self { chance: Xoshiro256PlusPlus::seed_from_u64(seed), times: vec![0; n] }
    }

    /// The next draw: how often each thing is in it, `n` in all.
    pub(super) fn draw(&mut self) -> &[u32] {
        self.times.fill(0);
        for _ in 0..self.times.len() {
            let one = self.one_of_all();
            self.times[one] += 1;
        }
        &self.times
    }

    /// The place of one thing. The share of the 64 random bits that falls to each differs by less than one in
    /// 10^12 from that of any other, for up to ten million things.
    fn one_of_all(&mut self) -> usize {
        let product = u128::from(self.chance.next_u64()) * self.times.len() as u128;
        (product >> u64::BITS) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Computed from the definitions of xoshiro256++ and of SplitMix64, which makes its state from the seed (Blackman
    /// and Vigna, 2018).
    #[test]
    fn draws_are_the_same_on_every_machine() {
        let mut draws = Draws::new(10, 1);
        assert_eq!(draws.draw(), [1, 3, 0, 0, 0, 2, 0, 2, 1, 1]);
        assert_ne!(draws.draw(), Draws::new(10, 2).draw());
    }

    #[test]
    fn every_thing_is_drawn_as_often_as_any_other() {
        let mut draws = Draws::new(7, USUAL_SEED);
        let mut sums = [0_u32; 7];
        for _ in 0..1_000 {
            let times = draws.draw();
            assert_eq!(times.iter().sum::<u32>(), 7);
            sums.iter_mut().zip(times).for_each(|(sum, times)| *sum += times);
        }
        // A thousand times each, give or take four standard deviations.
        assert!(sums.iter().all(|sum| sum.abs_diff(1_000) < 120), "{sums:?}");
    }

    #[test]
    fn nothing_to_draw_from_gives_empty_draws() {
        assert!(Draws::new(0, 1).draw().is_empty());
    }

    #[test]
    fn much_work_is_bounded() {
        assert_eq!([0, 2_000, 10_000, 1_000_000].map(draws_for), [2_000, 2_000, 1_000, 200]);
    }
}
