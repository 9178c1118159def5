//! The engine against closed forms, published figures and Panjer's recursion.

use super::*;
use crate::loss::{Frequency, FrequencyLaw, Millionths, Severity, SeverityLaw};
use crate::money::Pence;
use crate::share::Share;

fn number(value: f64) -> Millionths {
    Millionths::new(value).expect("small")
}

fn pounds(amount: i64) -> Pence {
    Pence::of_pounds(amount).expect("small")
}

fn exposure(frequency: FrequencyLaw, severity: SeverityLaw) -> Exposure {
    let (frequency, severity) = (Frequency::new(frequency), Severity::new(severity));
    let (frequency, severity) = (frequency.expect("sound"), severity.expect("sound"));
    Exposure::new(&frequency, &severity, Share::WHOLE)
}

fn alone(risk: &Exposure) -> Portfolio {
    Portfolio::new(vec![risk.clone()])
}

fn fixed(amount: i64) -> SeverityLaw {
    SeverityLaw::Fixed { amount: pounds(amount) }
}

fn once(probability: f64) -> FrequencyLaw {
    FrequencyLaw::Bernoulli { probability: number(probability) }
}

/// Computed by hand: losses 0, 50, 100, 150, 400, 450, 500, 550 with 0.36, 0.36, 0.09, 0.09, 0.04, 0.04, 0.01, 0.01.
#[test]
fn three_independent_fixed_losses_make_eight_sums() {
    let risks = [(0.2, 100), (0.5, 50), (0.1, 400)].map(|(p, amount)| exposure(once(p), fixed(amount)));
    let risks = Portfolio::new(risks.to_vec());
    let loss = years_loss(&risks, Lattice::fit(&risks, 64));
    assert!((loss.mean() - 85.0).abs() < 1e-12);
    assert!((risks.p_none() - 0.36).abs() < 1e-15);
    for (q, amount) in [(0.5, 50.0), (0.8, 100.0), (0.9, 150.0), (0.95, 450.0)] {
        assert!((loss.quantile(q).best - amount).abs() < 1e-9, "{q}: {:?}", loss.quantile(q));
    }
}

/// Of 0.5 x a fixed cost c: P(N <= 0..3) = 0.60653066, 0.90979599, 0.985612322, 0.998248377.
#[test]
fn a_poisson_number_of_fixed_losses_has_its_quantiles_at_whole_multiples() {
    let risk = exposure(FrequencyLaw::Poisson { rate: number(0.5) }, fixed(1_000));
    let lattice = Lattice::fit(&alone(&risk), 64);
    assert!(lattice.is_aligned);
    let loss = years_loss(&alone(&risk), lattice);
    for (q, amount) in [(0.6, 0.0), (0.9, 1_000.0), (0.95, 2_000.0), (0.99, 3_000.0)] {
        assert!((loss.quantile(q).best - amount).abs() < 1e-6, "{q}: {:?}", loss.quantile(q));
    }
}

/// Computed in closed form: once with 0.1, lognormal 100,000 to 1,000,000.
#[test]
fn a_rare_lognormal_loss_has_the_quantiles_and_tail_means_of_its_closed_form() {
    let law = SeverityLaw::Lognormal { low: pounds(100_000), high: pounds(1_000_000) };
    let risk = exposure(once(0.1), law);
    let length = 1 << 14;
    let loss =
        years_loss(&alone(&risk), Lattice { step: 4_000_000.0 / length as f64, length, is_aligned: false });
    for (q, amount) in
        [(0.95, 316_227.766_016_838_2), (0.99, 775_468.238_692_459_1), (0.999, 1_611_237.428_027_954_7)]
    {
        let found = loss.quantile(q);
        assert!((found.best / amount - 1.0).abs() < 5e-5, "{q}: {found:?} for {amount}");
        assert!(found.low <= amount && amount <= found.high, "{q}: {found:?} for {amount}");
    }
    for (q, amount) in [(0.95, 612_479.208_657_942_2), (0.99, 1_132_871.652_081_606_4)] {
        assert!((loss.tail_mean(q) / amount - 1.0).abs() < 1e-5, "{q}: {} for {amount}", loss.tail_mean(q));
    }
}

/// Panjer's recursion (1981) for a Poisson number of costs on the lattice: the oracle that knows no transform.
fn panjer(rate: f64, masses: &[f64], length: usize) -> Vec<f64> {
    let mut sums = vec![libm::exp(rate * (masses[0] - 1.0))];
    for amount in 1..length {
        let terms = (1..=amount.min(masses.len() - 1)).map(|k| k as f64 * masses[k] * sums[amount - k]);
        sums.push(rate / amount as f64 * terms.sum::<f64>());
    }
    sums
}

#[test]
fn transforms_agree_with_panjers_recursion() {
    let law =
        SeverityLaw::Pert { low: pounds(10), mode: pounds(50), high: pounds(100), weight: Millionths::FOUR };
    let risk = exposure(FrequencyLaw::Poisson { rate: number(2.0) }, law);
    let lattice = Lattice { step: 2.0, length: 1_024, is_aligned: false };
    let masses = lattice.masses(&risk.curve, 1.0);
    let recursion = YearsLoss::new(
        lattice,
        [
            panjer(2.0, &masses.even, 1_024),
            panjer(2.0, &masses.down, 1_024),
            panjer(2.0, &[&[0.0][..], &masses.down].concat(), 1_024),
        ],
        (risk.mean(), 2.0 / 6.0),
    );
    let loss = years_loss(&alone(&risk), lattice);
    for q in [0.05, 0.25, 0.5, 0.8, 0.9, 0.95, 0.99, 0.999] {
        let (found, wanted) = (loss.quantile(q), recursion.quantile(q));
        for (a, b) in [(found.low, wanted.low), (found.best, wanted.best), (found.high, wanted.high)] {
            assert!((a - b).abs() < 1e-7 * (1.0 + b), "{q}: {found:?} for {wanted:?}");
        }
    }
}

/// The twenty risks of the fixture, with costs of one of two laws.
fn workload(cost: fn([i64; 3]) -> SeverityLaw) -> Portfolio {
    let text = include_str!("../fixtures/workloads.json");
    let file: serde_json::Value = serde_json::from_str(text).expect("it is JSON");
    let risk = |risk: &serde_json::Value| {
        let amount = |place: usize| risk[place].as_i64().expect("pounds");
        let rate = number(risk[1].as_f64().expect("a rate"));
        exposure(FrequencyLaw::Poisson { rate }, cost([2, 3, 4].map(amount)))
    };
    Portfolio::new(file["risks"].as_array().expect("a list").iter().map(risk).collect())
}

fn pert([low, mode, high]: [i64; 3]) -> SeverityLaw {
    SeverityLaw::Pert { low: pounds(low), mode: pounds(mode), high: pounds(high), weight: Millionths::FOUR }
}

fn lognormal([low, _, high]: [i64; 3]) -> SeverityLaw {
    SeverityLaw::Lognormal { low: pounds(low), high: pounds(high) }
}

#[test]
fn a_lattice_of_eight_thousand_steps_is_as_good_as_one_of_a_quarter_of_a_million() {
    for risks in [workload(pert), workload(lognormal)] {
        let coarse = Lattice::fit(&risks, 1 << 13);
        let fine = Lattice { step: coarse.step / 32.0, length: 1 << 18, is_aligned: false };
        let (coarse, fine) = (years_loss(&risks, coarse), years_loss(&risks, fine));
        for q in [0.05, 0.1, 0.25, 0.5, 0.75, 0.8, 0.9, 0.95, 0.99] {
            let (found, wanted) = (coarse.quantile(q), fine.quantile(q).best);
            assert!((found.best / wanted - 1.0).abs() < 5e-5, "{q}: {found:?} for {wanted}");
            assert!(found.low <= wanted && wanted <= found.high, "{q}: {found:?} for {wanted}");
        }
        let (found, wanted) = (coarse.tail_mean(0.95), fine.tail_mean(0.95));
        assert!((found / wanted - 1.0).abs() < 1e-4, "{found} for {wanted}");
    }
}

#[test]
fn what_the_usual_lattice_says_keeps_the_closed_moments_and_the_order_of_quantiles() {
    let risks = Portfolio::new(vec![
        exposure(once(0.3), pert([10_000, 40_000, 90_000])),
        exposure(
            FrequencyLaw::NegativeBinomial { mean: number(2.0), variance: number(3.0) },
            lognormal([1_000, 0, 50_000]),
        ),
        exposure(FrequencyLaw::Poisson { rate: number(1.5) }, fixed(7_500)),
    ]);
    let loss = YearsLoss::of(&risks);
    assert!((loss.mean() - risks.mean()).abs() < 1e-9);
    let quantiles: Vec<f64> = (1..100).map(|q| loss.quantile(f64::from(q) / 100.0).best).collect();
    assert!(quantiles.is_sorted(), "{quantiles:?}");
    assert!(loss.tail_mean(0.95) > loss.quantile(0.95).best);
    // Chebyshev's inequality, one-sided.
    assert!(loss.quantile(0.99).best <= loss.mean() + (99.0 * risks.variance()).sqrt());
}
