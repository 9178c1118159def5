//! A simulation as it is ordered, done and told. An order that cannot be read or done is answered with a refusal.

use partnership_risk_core::loss::sampling::{BLOCK, Estimate, Method, Progress, Sampled, Simulation};
use partnership_risk_core::loss::{Numbers, Portfolio};

use crate::{Slices, numbers};

/// How many years a slice has: some hundredths of a second's work.
const SLICE: usize = 8 * BLOCK;

/// What is to be simulated.
#[derive(Clone, Debug, PartialEq)]
pub struct Order {
    /// The risks.
    pub portfolio: Portfolio,
    /// The seed.
    pub seed: u64,
    /// How many years.
    pub n_years: usize,
}

/// What is told of a simulation.
#[derive(Clone, Debug, PartialEq)]
pub enum Told {
    /// How far it is.
    Progress(Progress),
    /// What came of it.
    Done(Sampled),
    /// It cannot be done.
    Refused,
}

impl Order {
    /// It as bytes.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let [high, low] = halves(self.seed);
        let mut plain = vec![high, low, self.n_years as f64];
        self.portfolio.write(&mut plain);
        numbers::to_bytes(&plain)
    }

    /// The order that these bytes are; none where they are none.
    #[must_use]
    pub fn of_bytes(bytes: &[u8]) -> Option<Self> {
        let plain = numbers::of_bytes(bytes);
        let mut numbers = Numbers::new(&plain);
        let seed = joined([numbers.next_number()?, numbers.next_number()?]);
        let n_years = numbers.next_number()? as usize;
        Some(Self { portfolio: Portfolio::read(&mut numbers)?, seed, n_years })
    }
}

const PROGRESS: f64 = 0.0;
const DONE: f64 = 1.0;
const REFUSED: f64 = 2.0;

impl Told {
    /// It as bytes.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        numbers::to_bytes(&match self {
            Self::Progress(progress) => vec![PROGRESS, progress.done as f64, progress.of as f64],
            Self::Done(sampled) => [vec![DONE], sampled_numbers(sampled)].concat(),
            Self::Refused => vec![REFUSED],
        })
    }

    /// What these bytes tell; a refusal where they tell nothing.
    #[must_use]
    pub fn of_bytes(bytes: &[u8]) -> Self {
        match &numbers::of_bytes(bytes)[..] {
            [kind, done, of] if *kind == PROGRESS => {
                Self::Progress(Progress { done: *done as usize, of: *of as usize })
            }
            [kind, sampled @ ..] if *kind == DONE => sampled_of(sampled).map_or(Self::Refused, Self::Done),
            _ => Self::Refused,
        }
    }
}

/// 64 bits as two numbers that hold them exactly.
fn halves(bits: u64) -> [f64; 2] {
    [(bits >> 32) as f64, f64::from(bits as u32)]
}

fn joined([high, low]: [f64; 2]) -> u64 {
    (high as u64) << 32 | low as u64
}

fn sampled_numbers(sampled: &Sampled) -> Vec<f64> {
    let (seed, digest) = (halves(sampled.seed), halves(sampled.digest));
    let mut numbers = vec![seed[0], seed[1], digest[0], digest[1], sampled.years as f64];
    let estimates = [sampled.mean, sampled.p_none, sampled.tail_mean].into_iter();
    let estimates = estimates.chain(sampled.quantiles.iter().map(|(_, estimate)| *estimate));
    numbers.extend(estimates.flat_map(|estimate| [estimate.value, estimate.error]));
    numbers.extend(sampled.quantiles.iter().map(|(level, _)| f64::from(*level)));
    numbers
}

fn sampled_of(numbers: &[f64]) -> Option<Sampled> {
    let mut numbers = Numbers::new(numbers);
    let mut next = || numbers.next_number();
    let (seed, digest) = (joined([next()?, next()?]), joined([next()?, next()?]));
    let years = next()? as usize;
    let mut estimates = [Estimate { value: 0.0, error: 0.0 }; 8];
    for estimate in &mut estimates {
        *estimate = Estimate { value: next()?, error: next()? };
    }
    let [mean, p_none, tail_mean, quantiles @ ..] = estimates;
    let mut levels = quantiles.map(|estimate| (0, estimate));
    for (level, _) in &mut levels {
        *level = next()? as u8;
    }
    let method = Method::Independent;
    Some(Sampled { method, seed, years, mean, p_none, quantiles: levels, tail_mean, digest })
}

/// A simulation on its way.
#[derive(Debug)]
pub(crate) enum Run {
    /// To be refused.
    Impossible,
    /// Some years are still to be simulated.
    Going(Simulation),
    /// All is told.
    Over,
}

impl Run {
    pub(crate) fn of(order: &[u8]) -> Self {
        let begun = Order::of_bytes(order)
            .and_then(|order| Simulation::new(&order.portfolio, order.seed, order.n_years).ok());
        begun.map_or(Self::Impossible, Self::Going)
    }

    fn slice(&mut self) -> Option<Told> {
        let told = match self {
            Self::Impossible => Told::Refused,
            Self::Over => return None,
            Self::Going(simulation) => match simulation.advance(SLICE) {
                progress if progress.is_done() => simulation.result().map_or(Told::Refused, Told::Done),
                progress => return Some(Told::Progress(progress)),
            },
        };
        *self = Self::Over;
        Some(told)
    }
}

impl Slices for Run {
    fn next(&mut self) -> Option<Vec<u8>> {
        self.slice().map(|told| told.to_bytes())
    }
}

#[cfg(test)]
mod tests {
    use partnership_risk_core::cost::{Costs, Slice};
    use partnership_risk_core::example::marlshire;
    use partnership_risk_core::register::Control;

    use super::*;
    use crate::slices;

    fn order(n_years: usize) -> Order {
        let register = marlshire();
        let portfolio = Costs::of(&register, &Slice::All).portfolio(Control::is_operating);
        Order { portfolio, seed: 0xfedc_ba98_7654_3210, n_years }
    }

    fn told(order: &[u8]) -> Vec<Told> {
        let mut slices = slices(order);
        std::iter::from_fn(|| slices.next()).map(|bytes| Told::of_bytes(&bytes)).collect()
    }

    #[test]
    fn an_order_is_read_as_it_was_written() {
        let order = order(1_000);
        assert_eq!(Order::of_bytes(&order.to_bytes()), Some(order));
    }

    #[test]
    fn a_run_tells_how_far_it_is_and_then_what_the_core_says() {
        let order = order(SLICE * 2 + 5);
        let mut alone = Simulation::new(&order.portfolio, order.seed, order.n_years).expect("it is small");
        alone.advance(order.n_years);
        let told = told(&order.to_bytes());
        assert_eq!(told.len(), 3);
        assert_eq!(told[0], Told::Progress(Progress { done: SLICE, of: order.n_years }));
        assert_eq!(told.last(), alone.result().map(Told::Done).as_ref());
    }

    #[test]
    fn what_is_no_order_is_refused() {
        let whole = order(1_000).to_bytes();
        for cut in 0..whole.len() {
            assert_eq!(told(&whole[..cut]), [Told::Refused], "{cut}");
        }
        assert_eq!(told(&order(0).to_bytes()), [Told::Refused]);
        assert_eq!(told(&[0xff; 320]), [Told::Refused]);
    }
}
