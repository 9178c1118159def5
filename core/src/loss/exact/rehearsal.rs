//! A year that nobody asks about, worked out so that the first one that somebody does ask about comes soon: by then a
//! browser has compiled what it takes, and the engine has its tables.

use std::hint::black_box;

use super::{Engine, Shelf};
use crate::loss::{
    Driver, Exposure, Frequency, FrequencyLaw, Millionths, Portfolio, Pull, Severity, SeverityLaw, TAIL_FROM,
};
use crate::money::Pence;
use crate::share::Share;

impl Engine {
    /// Works out all figures of a year of a few made-up risks, and forgets them.
    pub fn rehearse(&mut self) {
        let portfolio = portfolio();
        let loss = self.year(&portfolio);
        // Or else the compiler would leave out what nobody looks at.
        drop(black_box((loss.quantile(TAIL_FROM), self.tail_shares(&portfolio, &loss, TAIL_FROM))));
        self.shelf = Shelf::default();
    }
}

/// A risk that a driver pulls, and two of other laws.
fn portfolio() -> Portfolio {
    let driver = Driver::new(Millionths::ONE).expect("an ordinary driver");
    let pulled = exposure(poisson(), lognormal()).pulled(vec![Pull { driver: 0, share: Share::WHOLE }]);
    let clustered = FrequencyLaw::NegativeBinomial { mean: Millionths::ONE, variance: Millionths::FOUR };
    let exposures = vec![pulled, exposure(poisson(), pert()), exposure(clustered, lognormal())];
    Portfolio::with_drivers(vec![driver], exposures).expect("the driver is there")
}

fn exposure(frequency: FrequencyLaw, severity: SeverityLaw) -> Exposure {
    let frequency = Frequency::new(frequency).expect("ordinary numbers");
    Exposure::new(&frequency, &Severity::new(severity).expect("ordinary amounts"), Share::WHOLE)
}

fn poisson() -> FrequencyLaw {
    FrequencyLaw::Poisson { rate: Millionths::ONE }
}

fn lognormal() -> SeverityLaw {
    SeverityLaw::Lognormal { low: pounds(1_000), high: pounds(20_000) }
}

fn pert() -> SeverityLaw {
    let [low, mode, high] = [1_000, 5_000, 20_000].map(pounds);
    SeverityLaw::Pert { low, mode, high, weight: Millionths::FOUR }
}

fn pounds(amount: i64) -> Pence {
    Pence::of_pounds(amount).expect("a small amount")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::loss::fixtures;

    #[test]
    fn a_rehearsal_changes_no_answer_and_keeps_no_cost() {
        let (mut rehearsed, asked) = (Engine::default(), fixtures::workload(fixtures::pert));
        rehearsed.rehearse();
        assert_eq!(rehearsed.n_placed(), 0);
        assert_eq!(rehearsed.year(&asked), Engine::default().year(&asked));
    }
}
