//! What drivers do to the loss of a year, against laws that are known otherwise.

use proptest::prelude::*;

use super::super::USUAL_LENGTH;
use super::super::tests::{alone, years_loss};
use super::*;
use crate::loss::fixtures::{exposure, number, pert, workload};
use crate::loss::{FrequencyLaw, Pull, YearsLoss};
use crate::share::Share;

fn pulled(risk: Exposure, per_cent: i64) -> Exposure {
    let share = Share::of_basis_points(per_cent * 100).expect("a share");
    risk.pulled(vec![Pull { driver: 0, share }])
}

fn driver(variance: f64) -> Driver {
    Driver::new(number(variance)).expect("sound")
}

/// A steady rate times a gamma factor of variance v is a negative binomial law with variance mean + v mean^2.
#[test]
fn a_risk_that_a_driver_pulls_wholly_is_a_negative_binomial_one() {
    for variance in [0.01, 0.5, 4.0] {
        let law =
            FrequencyLaw::NegativeBinomial { mean: number(2.0), variance: number(2.0 + 4.0 * variance) };
        let own = alone(&exposure(law, pert([1_000, 4_000, 9_000])));
        let steady = exposure(FrequencyLaw::Poisson { rate: number(2.0) }, pert([1_000, 4_000, 9_000]));
        let shared =
            Portfolio::with_drivers(vec![driver(variance)], vec![pulled(steady, 100)]).expect("sound");
        assert!((own.p_none() - shared.p_none()).abs() < 1e-9);
        assert!((own.variance() / shared.variance() - 1.0).abs() < 1e-9);
        let (own, shared) = (YearsLoss::of(&own), YearsLoss::of(&shared));
        for q in [0.05, 0.25, 0.5, 0.8, 0.9, 0.95, 0.99, 0.999] {
            let (one, other) = (own.quantile(q), shared.quantile(q));
            assert!((one.best - other.best).abs() <= 1e-9 * other.best, "{q}: {one:?} for {other:?}");
            assert!((own.tail_mean(q) / shared.tail_mean(q) - 1.0).abs() < 1e-9);
        }
    }
}

#[test]
fn a_driver_that_hardly_varies_leaves_risks_independent() {
    let risks = || workload(pert).exposures().iter().map(|risk| pulled(risk.clone(), 80)).collect();
    let apart = Portfolio::new(risks());
    let lattice = Lattice::fit(&apart, USUAL_LENGTH);
    let together = Portfolio::with_drivers(vec![driver(1e-6)], risks()).expect("sound");
    let (apart, together) = (years_loss(&apart, lattice), years_loss(&together, lattice));
    for q in [0.05, 0.5, 0.95, 0.99] {
        let (one, other) = (apart.quantile(q).best, together.quantile(q).best);
        assert!((one / other - 1.0).abs() < 1e-5, "{q}: {one} for {other}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn what_makes_risks_move_together_makes_the_worst_years_worse(
        variance in 0.05_f64..5.0, per_cent in 10_i64..100, rates in prop::collection::vec(0.1_f64..3.0, 2..6),
    ) {
        let risk = |rate: &f64| exposure(FrequencyLaw::Poisson { rate: number(*rate) }, pert([1_000, 4_000, 9_000]));
        let risks: Vec<_> = rates.iter().map(|rate| pulled(risk(rate), per_cent)).collect();
        let together = Portfolio::with_drivers(vec![driver(variance)], risks.clone()).expect("sound");
        let more = Portfolio::with_drivers(vec![driver(variance * 1.5)], risks.clone()).expect("sound");
        let apart = Portfolio::new(risks);
        let lattice = Lattice::fit(&more, 1 << 11);
        let [apart, together, more] = [apart, together, more].map(|risks| years_loss(&risks, lattice));
        for q in [0.95, 0.99] {
            let [a, b, c] = [&apart, &together, &more].map(|loss| loss.tail_mean(q));
            prop_assert!(a < b && b < c, "{}: {}, {}, {}", q, a, b, c);
        }
    }
}

#[test]
fn with_drivers_too_the_usual_lattice_is_as_good_as_a_finer_one() {
    let drivers = [0.3, 1.0].map(driver).to_vec();
    let pulled = |(place, risk): (usize, &Exposure)| {
        let share = Share::of_basis_points(6_000).expect("a share");
        risk.clone().pulled(vec![Pull { driver: place % 2, share }])
    };
    let risks = workload(pert).exposures().iter().enumerate().map(pulled).collect();
    let risks = Portfolio::with_drivers(drivers, risks).expect("sound");
    let coarse = Lattice::fit(&risks, USUAL_LENGTH);
    let fine = Lattice { step: coarse.step / 16.0, length: 16 * USUAL_LENGTH, is_aligned: false };
    let (coarse, fine) = (years_loss(&risks, coarse), years_loss(&risks, fine));
    for q in [0.05, 0.25, 0.5, 0.8, 0.95, 0.99] {
        let (found, wanted) = (coarse.quantile(q).best, fine.quantile(q).best);
        assert!((found / wanted - 1.0).abs() < 5e-5, "{q}: {found} for {wanted}");
    }
    assert!((coarse.tail_mean(0.95) / fine.tail_mean(0.95) - 1.0).abs() < 1e-4);
}
