//! Drivers are checked, and the closed forms against conditioning on their factors.

use proptest::prelude::*;

use super::super::{Frequency, FrequencyLaw, Millionths, Pull, Severity, SeverityLaw};
use super::*;
use crate::money::Pence;
use crate::share::Share;

fn number(value: f64) -> Millionths {
    Millionths::new(value).expect("small")
}

fn driver(variance: f64) -> Driver {
    Driver::new(number(variance)).expect("sound")
}

fn risk(law: FrequencyLaw, pounds: i64, pulls: &[(usize, i64)]) -> Exposure {
    let fixed = SeverityLaw::Fixed { amount: Pence::of_pounds(pounds).expect("small") };
    let (frequency, severity) = (Frequency::new(law), Severity::new(fixed));
    let alone = Exposure::new(&frequency.expect("sound"), &severity.expect("sound"), Share::WHOLE);
    let pull = |(driver, per_cent): &(usize, i64)| Pull {
        driver: *driver,
        share: Share::of_basis_points(per_cent * 100).expect("a share"),
    };
    alone.pulled(pulls.iter().map(pull).collect())
}

fn poisson(rate: f64, pounds: i64, pulls: &[(usize, i64)]) -> Exposure {
    risk(FrequencyLaw::Poisson { rate: number(rate) }, pounds, pulls)
}

#[test]
fn what_is_no_portfolio_is_refused_with_the_place_of_the_risk() {
    let once = FrequencyLaw::Bernoulli { probability: number(0.5) };
    let sound = poisson(1.0, 10, &[(0, 60), (1, 40)]);
    for (second, error) in [
        (poisson(1.0, 10, &[(2, 5)]), PortfolioError::UnknownDriver(1)),
        (risk(once, 10, &[(0, 5)]), PortfolioError::PulledButNotPoisson(1)),
        (poisson(1.0, 10, &[(0, 60), (1, 41)]), PortfolioError::MoreThanWhole(1)),
    ] {
        let drivers = vec![driver(1.0), driver(0.5)];
        assert_eq!(Portfolio::with_drivers(drivers, vec![sound.clone(), second]), Err(error));
    }
}

#[test]
fn without_drivers_nothing_is_pulled() {
    let portfolio = Portfolio::new(vec![poisson(1.0, 10, &[(0, 60)])]);
    assert_eq!(portfolio, Portfolio::new(vec![poisson(1.0, 10, &[])]));
    assert!(portfolio.exposures()[0].pulls.is_empty());
}

proptest! {
    /// Given the factor, risks are independent: so the variance is the mean of theirs plus that of their mean, and a
    /// negative binomial law (shape 1 / v) gives the chance of no event at all.
    #[test]
    fn a_driver_adds_the_variance_of_the_mean(
        variance in 0.01_f64..10.0, rates in prop::collection::vec(0.0_f64..5.0, 1..6), pulled in 0_i64..=100,
    ) {
        let driver = driver(variance);
        let variance = driver.variance().value();
        let risks: Vec<_> = rates.iter().map(|rate| poisson(*rate, 10, &[(0, pulled)])).collect();
        let together = Portfolio::with_drivers(vec![driver], risks.clone()).expect("sound");
        let alone = Portfolio::new(risks);
        let paced = together.mean() * pulled as f64 / 100.0;
        prop_assert!((together.mean() - alone.mean()).abs() < 1e-9);
        let wanted = alone.variance() + variance * paced * paced;
        prop_assert!((together.variance() - wanted).abs() < 1e-9 * (1.0 + wanted));
        let events = paced / 10.0;
        let none = (1.0 + variance * events).powf(-1.0 / variance) * (-(together.mean() / 10.0 - events)).exp();
        prop_assert!((together.p_none() - none).abs() < 1e-12);
    }
}
