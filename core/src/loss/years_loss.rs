//! The distribution of a year's loss on a lattice, and what is asked of it: how likely more than an amount is, and which
//! amount is exceeded one year in so many. Each answer comes with the two between which the truth lies.

use std::cell::OnceCell;

use super::Portfolio;
use super::exact::Rounded;
use super::lattice::Lattice;

/// The loss of a year.
#[derive(Clone, Debug)]
pub struct YearsLoss {
    pub(super) lattice: Lattice,
    known: Known,
    /// The probability of at most each amount, with costs put on the lattice so that their means stay.
    even: Vec<f64>,
    /// With costs rounded down, and rounded up, once somebody has asked for a bracket.
    brackets: OnceCell<[Vec<f64>; 2]>,
    /// What these are worked out from, where they are others.
    rounded: Option<Rounded>,
}

/// The same lattice, the same probabilities and the same closed forms: the brackets follow.
impl PartialEq for YearsLoss {
    fn eq(&self, other: &Self) -> bool {
        (self.lattice, self.known, &self.even) == (other.lattice, other.known, &other.even)
    }
}

/// What is known of the loss of a year without a lattice, and what the lattice adds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Known {
    /// In pounds.
    pub(super) mean: f64,
    /// In square pounds.
    pub(super) variance: f64,
    pub(super) p_none: f64,
    /// The variance that the lattice adds, in square steps.
    pub(super) added: f64,
    /// By what distances from the mean are shortened instead, where the lattice adds so much that it is not taken off
    /// place by place: there are so many small events that their sum is nearly normal.
    narrowed: f64,
}

/// Where a sum does not vary at all, it is looked for as near its mean as makes no difference.
const NARROWEST: f64 = 1e-9;

impl Known {
    /// Of risks on a lattice that adds this variance in square steps.
    pub(super) fn of(portfolio: &Portfolio, lattice: &Lattice, added: f64) -> Self {
        let (mean, variance, p_none) = (portfolio.mean(), portfolio.variance(), portfolio.p_none());
        let true_one = variance / (lattice.step * lattice.step);
        if added > libm::sqrt(true_one) / 2.0 {
            let narrowed = libm::sqrt(true_one / (true_one + added)).max(NARROWEST);
            return Self { mean, variance, p_none, added: 0.0, narrowed };
        }
        Self { mean, variance, p_none, added, narrowed: 1.0 }
    }
}

/// A figure with the two between which the truth lies.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bracket {
    /// No more than the truth: costs rounded down to the lattice.
    pub low: f64,
    /// The figure.
    pub best: f64,
    /// No less than the truth: costs rounded up.
    pub high: f64,
}

impl Bracket {
    /// The figure, no further than the two that may be the wrong way round by what rounding takes.
    pub(super) fn around(best: f64, [low, high]: [f64; 2]) -> Self {
        let (low, high) = (low.min(high), low.max(high));
        Self { low, best: best.max(low).min(high), high }
    }
}

impl YearsLoss {
    /// From the masses of the lattice that keeps the means, what is known without one, and what brackets it.
    pub(super) fn new(lattice: Lattice, masses: &[f64], known: Known, rounded: Option<Rounded>) -> Self {
        Self { lattice, known, even: cumulated(masses), brackets: OnceCell::new(), rounded }
    }

    /// It with these masses of costs rounded down and rounded up.
    #[cfg(test)]
    pub(super) fn bracketed(self, masses: [Vec<f64>; 2]) -> Self {
        Self { brackets: OnceCell::from(masses.map(|masses| cumulated(&masses))), ..self }
    }

    /// The probability of at most each amount, with costs rounded down and rounded up.
    fn brackets(&self) -> &[Vec<f64>; 2] {
        self.brackets.get_or_init(|| match &self.rounded {
            Some(rounded) => rounded.masses().map(|masses| cumulated(&masses)),
            None => [self.even.clone(), self.even.clone()],
        })
    }

    /// The mean in pounds, by its closed form.
    #[must_use]
    pub fn mean(&self) -> f64 {
        self.known.mean
    }

    /// The standard deviation in pounds, by its closed form.
    #[must_use]
    pub fn standard_deviation(&self) -> f64 {
        libm::sqrt(self.known.variance)
    }

    /// The probability of a year without a loss, by its closed form.
    #[must_use]
    pub fn p_none(&self) -> f64 {
        self.known.p_none
    }

    /// The smallest amount in pounds that is not exceeded with a probability of at least `q`, 0 < q < 1: the value at
    /// risk at level `q`.
    #[must_use]
    pub fn quantile(&self, q: f64) -> Bracket {
        let at = |sums: &[f64]| place(sums, q) as f64 * self.lattice.step;
        let [down, up] = self.brackets();
        Bracket::around(self.within(q), [at(down), at(up)])
    }

    /// The quantile on the lattice that keeps the mean. Unless the lattice is aligned, the mass of an amount stands for
    /// half a step on either side of it, and the quantile is looked for within; that of nought, and one that is much
    /// greater than those beside it, stands for its amount. What the variance that the lattice adds does to the
    /// distribution, half of it times the slope of the density, is taken off, as far as that stays within.
    fn within(&self, q: f64) -> f64 {
        let place = self.place(q);
        let cell = self.cell(place);
        if cell.is_atom {
            return place as f64 * self.lattice.step;
        }
        let part = ((q - cell.before) / cell.mass).clamp(0.0, 1.0);
        let amount = (place as f64 - 0.5 + part) * self.lattice.step;
        self.known.mean + (amount - self.known.mean) * self.known.narrowed
    }

    /// The mean in pounds of the worst share `1 - q` of years, 0 < q < 1, the tail value at risk: (mean - the integral of the
    /// quantiles up to q) / (1 - q). What lies below the quantile is added up on the lattice; what lies above is what is
    /// left of the mean. Where very many small events make the lattice add more than the loss varies, it is too high by
    /// what it adds.
    #[must_use]
    pub fn tail_mean(&self, q: f64) -> f64 {
        let place = self.place(q);
        let masses = self.masses_up_to(place);
        let whole: f64 = masses[..place].iter().enumerate().map(|(amount, mass)| amount as f64 * mass).sum();
        let at_place = place as f64 * self.part_of_cell(place, q) * masses[place];
        (self.known.mean - (whole + at_place) * self.lattice.step) / (1.0 - q)
    }
}

/// What a place on the lattice that keeps the mean stands for.
struct Cell {
    /// Whether it is this amount alone.
    is_atom: bool,
    /// The probability of less.
    before: f64,
    mass: f64,
}

impl YearsLoss {
    fn cell(&self, place: usize) -> Cell {
        let sum = |place: usize| self.even[place.min(self.even.len() - 1)];
        if place == 0 {
            return Cell { is_atom: true, before: 0.0, mass: sum(0) };
        }
        let mass = sum(place) - sum(place - 1);
        let above = sum(place + 1) - sum(place);
        let below = sum(place - 1) - if place == 1 { 0.0 } else { sum(place - 2) };
        let is_atom = self.lattice.is_aligned || mass > ATOM * above.max(below);
        let taken_off = if is_atom { 0.0 } else { self.known.added / 2.0 * (above - below) / 2.0 };
        Cell { is_atom, before: sum(place - 1) - taken_off, mass }
    }

    /// The probability of at most an amount in pounds, on each of the three lattices.
    pub(super) fn sums_at(&self, amount: f64) -> [f64; 3] {
        if amount.is_nan() || amount < 0.0 {
            return [0.0; 3];
        }
        let place = amount / self.lattice.step;
        let wider = self.known.mean + (amount - self.known.mean) / self.known.narrowed;
        let last = self.even.len() - 1;
        let whole = (place * (1.0 + ROUNDING)).floor().min(last as f64) as usize;
        let wider = (wider / self.lattice.step).max(0.0).min(last as f64);
        let [down, up] = self.brackets();
        [self.sum_within(wider, whole), down[whole], up[whole]]
    }

    /// The probability of at most an amount in steps, of which so many are whole: what `within` turns around.
    fn sum_within(&self, place: f64, whole: usize) -> f64 {
        let nearest = place.round() as usize;
        let cell = self.cell(nearest);
        if cell.is_atom {
            return if whole >= nearest { self.even[nearest] } else { cell.before };
        }
        let sum = cell.before + (place - nearest as f64 + 0.5) * cell.mass;
        sum.max(self.even[nearest - 1]).min(self.even[nearest])
    }

    /// Where the quantile lies on the lattice that keeps the mean.
    pub(super) fn place(&self, q: f64) -> usize {
        place(&self.even, q)
    }

    /// The masses of the lattice that keeps the mean, up to this place.
    pub(super) fn masses_up_to(&self, place: usize) -> Vec<f64> {
        let steps = self.even[..=place].windows(2).map(|at| at[1] - at[0]);
        [self.even[0]].into_iter().chain(steps).collect()
    }

    /// How much of the mass of a place is needed to reach the probability `q`.
    pub(super) fn part_of_cell(&self, place: usize, q: f64) -> f64 {
        let before = if place == 0 { 0.0 } else { self.even[place - 1] };
        let mass = self.even[place] - before;
        if mass > 0.0 { ((q - before) / mass).clamp(0.0, 1.0) } else { 0.0 }
    }
}

/// How many times greater than those beside it a mass is that stands for one amount and not for what lies around it.
const ATOM: f64 = 4.0;

/// Sums up to each mass, no further than one; what rounding makes negative is nothing.
fn cumulated(masses: &[f64]) -> Vec<f64> {
    let add = |sum: &mut f64, mass: &f64| {
        *sum = (*sum + mass.max(0.0)).min(1.0);
        Some(*sum)
    };
    masses.iter().scan(0.0, add).collect()
}

/// What rounding may take from a sum.
const ROUNDING: f64 = 1e-12;

/// The first place whose sum reaches `q`; the last where none does.
fn place(sums: &[f64], q: f64) -> usize {
    sums.partition_point(|sum| *sum < q - ROUNDING).min(sums.len() - 1)
}
