//! A portfolio in plain numbers, exactly as it is, so that it can be handed to whoever works beside the page. Numbers that
//! are no portfolio are none; that they make sense is the business of whoever wrote them, who had a portfolio.

use super::count::Count;
use super::curve::Curve;
use super::{Driver, Exposure, Millionths, Portfolio, Pull};
use crate::share::Share;

/// Numbers that are read one after the other.
#[derive(Clone, Debug)]
pub struct Numbers<'n> {
    left: &'n [f64],
}

impl<'n> Numbers<'n> {
    /// All of these.
    #[must_use]
    pub fn new(all: &'n [f64]) -> Self {
        Self { left: all }
    }

    /// The next one; none at the end, or where it is not finite.
    pub fn next_number(&mut self) -> Option<f64> {
        let (first, left) = self.left.split_first()?;
        self.left = left;
        Some(*first).filter(|number| number.is_finite())
    }

    /// The next one as a whole number.
    pub fn next_whole(&mut self) -> Option<u64> {
        let number = self.next_number()?;
        (number >= 0.0 && number.fract() == 0.0 && number < 9e15).then_some(number as u64)
    }

    /// How many things follow, of which each takes a number at least.
    fn next_count(&mut self) -> Option<usize> {
        let count = usize::try_from(self.next_whole()?).ok()?;
        (count <= self.left.len()).then_some(count)
    }

    /// The next ones.
    fn next_few<const N: usize>(&mut self) -> Option<[f64; N]> {
        let mut numbers = [0.0; N];
        for number in &mut numbers {
            *number = self.next_number()?;
        }
        Some(numbers)
    }

    /// A list of things behind their count.
    pub(super) fn list<T>(&mut self, read: impl Fn(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let count = self.next_count()?;
        (0..count).map(|_| read(self)).collect()
    }
}

impl Portfolio {
    /// Writes it behind other numbers.
    pub fn write(&self, to: &mut Vec<f64>) {
        to.push(self.drivers().len() as f64);
        to.extend(self.drivers().iter().map(|driver| driver.variance().value()));
        to.push(self.exposures().len() as f64);
        self.exposures().iter().for_each(|exposure| exposure.write(to));
    }

    /// Reads it from numbers; none where they are none.
    #[must_use]
    pub fn read(from: &mut Numbers<'_>) -> Option<Self> {
        let driver = |from: &mut Numbers<'_>| Driver::new(Millionths::new(from.next_number()?).ok()?).ok();
        let (drivers, exposures) = (from.list(driver)?, from.list(Exposure::read)?);
        Self::with_drivers(drivers, exposures).ok()
    }
}

impl Exposure {
    fn write(&self, to: &mut Vec<f64>) {
        to.extend(self.count.numbers());
        self.curve.write(to);
        to.extend([self.scale, self.pulls.len() as f64]);
        let pull = |pull: &Pull| [pull.driver as f64, f64::from(pull.share.basis_points())];
        to.extend(self.pulls.iter().flat_map(pull));
    }

    fn read(from: &mut Numbers<'_>) -> Option<Self> {
        let (count, curve) = (Count::of_numbers(from.next_few()?)?, Curve::read(from)?);
        let (scale, pulls) = (from.next_number()?, from.list(read_pull)?);
        Some(Self { count, curve, scale, pulls })
    }
}

fn read_pull(from: &mut Numbers<'_>) -> Option<Pull> {
    let driver = usize::try_from(from.next_whole()?).ok()?;
    let share = Share::of_basis_points(i64::try_from(from.next_whole()?).ok()?).ok()?;
    Some(Pull { driver, share })
}

impl Count {
    fn numbers(self) -> [f64; 3] {
        match self {
            Self::Poisson { rate } => [0.0, rate, 0.0],
            Self::Bernoulli { probability } => [1.0, probability, 0.0],
            Self::NegativeBinomial { mean, shape } => [2.0, mean, shape],
        }
    }

    fn of_numbers([law, first, second]: [f64; 3]) -> Option<Self> {
        match law {
            0.0 => Some(Self::Poisson { rate: first }),
            1.0 => Some(Self::Bernoulli { probability: first }),
            2.0 => Some(Self::NegativeBinomial { mean: first, shape: second }),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::loss::{Frequency, FrequencyLaw, Severity, SeverityLaw};
    use crate::money::Pence;

    fn number(text: &str) -> Millionths {
        Millionths::read(text).expect("a number")
    }

    /// One risk of each law, two of them pulled by a driver.
    fn portfolio() -> Portfolio {
        let pounds = |amount| Pence::of_pounds(amount).expect("small");
        let [low, mode, high] = [1_000, 4_000, 9_000].map(pounds);
        let percentile = Share::read("90").expect("a share");
        let often = [
            FrequencyLaw::Poisson { rate: number("0.3") },
            FrequencyLaw::Bernoulli { probability: number("0.1") },
            FrequencyLaw::NegativeBinomial { mean: number("2"), variance: number("3.5") },
        ];
        let badly = [
            SeverityLaw::Lognormal { low, high },
            SeverityLaw::LognormalMedian { median: low, percentile, high },
            SeverityLaw::Pert { low, mode, high, weight: number("3.7") },
            SeverityLaw::Triangular { low, mode, high },
            SeverityLaw::Uniform { low, high },
            SeverityLaw::Fixed { amount: low },
            SeverityLaw::Observed { amounts: vec![high, low, mode] },
        ];
        let risk = |(place, law): (usize, &SeverityLaw)| {
            let frequency = Frequency::new(often[place % 3]).expect("sound");
            let severity = Severity::new(law.clone()).expect("sound");
            let share = Share::read("33.33").expect("a share");
            let exposure = Exposure::new(&frequency, &severity, share);
            let pull = Pull { driver: 1, share };
            if place % 3 == 0 { exposure.pulled(vec![pull]) } else { exposure }
        };
        let drivers = ["0.5", "1.25"].map(|variance| Driver::new(number(variance)).expect("sound"));
        let exposures = badly.iter().enumerate().map(risk).collect();
        Portfolio::with_drivers(drivers.to_vec(), exposures).expect("sound")
    }

    fn read(numbers: &[f64]) -> Option<Portfolio> {
        Portfolio::read(&mut Numbers::new(numbers))
    }

    #[test]
    fn a_portfolio_is_read_as_it_was_written_and_no_part_of_it_is_one() {
        for portfolio in [portfolio(), Portfolio::default()] {
            let mut numbers = Vec::new();
            portfolio.write(&mut numbers);
            assert_eq!(read(&numbers).as_ref(), Some(&portfolio));
            assert!((0..numbers.len()).all(|cut| read(&numbers[..cut]).is_none()));
        }
    }

    proptest! {
        #[test]
        fn numbers_with_one_that_is_none_are_no_portfolio_and_no_panic(
            place in 0_usize..200, other in prop::sample::select(vec![f64::NAN, f64::INFINITY, -1.0, 0.5, 1e300]),
        ) {
            let mut numbers = Vec::new();
            portfolio().write(&mut numbers);
            let place = place % numbers.len();
            numbers[place] = other;
            let found = read(&numbers);
            prop_assert!(other.is_finite() || found.is_none());
        }
    }
}
