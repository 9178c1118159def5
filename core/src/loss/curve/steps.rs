//! The law of a list of amounts, each as likely as the others: a fixed cost is a list of one.

use super::{At, End, Tail};
use crate::money::Pence;
use crate::order::ordered;

/// Amounts in order.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::loss) struct Steps {
    amounts: Vec<f64>,
    /// The sum of all amounts before each, and of all of them at the end.
    sums: Vec<f64>,
}

impl Steps {
    /// Of one amount or more.
    pub(super) fn of(amounts: &[Pence]) -> Self {
        Self::of_pounds(ordered(amounts, &Ord::cmp).into_iter().map(Pence::pounds).collect())
    }

    /// Of one amount in pounds or more, in order.
    pub(super) fn of_pounds(amounts: Vec<f64>) -> Self {
        let mut sums = vec![0.0];
        sums.extend(amounts.iter().scan(0.0, |sum, amount| {
            *sum += amount;
            Some(*sum)
        }));
        Self { amounts, sums }
    }

    /// The amounts in order.
    pub(super) fn amounts(&self) -> &[f64] {
        &self.amounts
    }

    fn n(&self) -> f64 {
        self.amounts.len() as f64
    }

    pub(super) fn mean(&self) -> f64 {
        self.sums[self.amounts.len()] / self.n()
    }

    /// Of the list as it stands: it divides by the number of amounts.
    pub(super) fn variance(&self) -> f64 {
        let mean = self.mean();
        self.amounts.iter().map(|amount| (amount - mean).powi(2)).sum::<f64>() / self.n()
    }

    pub(super) fn at(&self, amount: f64) -> At {
        let within = self.amounts.partition_point(|other| *other <= amount);
        let above = self.n() - within as f64;
        let limited = (self.sums[within] + amount * above) / self.n();
        At { probability: within as f64 / self.n(), limited, density: 0.0 }
    }

    /// The lowest or highest amounts, the last of them as far as it is needed to make up the probability.
    pub(super) fn tail(&self, end: End, p: f64) -> Tail {
        let n = self.amounts.len();
        let whole = (libm::floor(p * self.n()) as usize).min(n - 1);
        let (amount, sum) = match end {
            End::Low => (self.amounts[whole], self.sums[whole]),
            End::High => (self.amounts[n - 1 - whole], self.sums[n] - self.sums[n - whole]),
        };
        Tail { amount, part: sum / self.n() + amount * (p - whole as f64 / self.n()) }
    }
}
