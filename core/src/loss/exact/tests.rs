//! The engine against closed forms, published figures and Panjer's recursion.

use super::*;
use crate::loss::fixtures::{exposure, fixed, lognormal, number, pert, pounds, workload};
use crate::loss::{Bracket, Exposure, FrequencyLaw, Millionths, SeverityLaw};
use crate::money::Pence;
use crate::share::Share;

pub(super) fn years_loss(portfolio: &Portfolio, lattice: Lattice) -> YearsLoss {
    Engine::default().year_on(portfolio, lattice)
}

pub(super) fn alone(risk: &Exposure) -> Portfolio {
    Portfolio::new(vec![risk.clone()])
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
        &panjer(2.0, &masses.even, 1_024),
        Known::of(&alone(&risk), &lattice, 2.0 / 6.0),
        None,
    )
    .bracketed([panjer(2.0, &masses.down, 1_024), panjer(2.0, &[&[0.0][..], &masses.down].concat(), 1_024)]);
    let loss = years_loss(&alone(&risk), lattice);
    for q in [0.05, 0.25, 0.5, 0.8, 0.9, 0.95, 0.99, 0.999] {
        let (found, wanted) = (loss.quantile(q), recursion.quantile(q));
        for (a, b) in [(found.low, wanted.low), (found.best, wanted.best), (found.high, wanted.high)] {
            assert!((a - b).abs() < 1e-7 * (1.0 + b), "{q}: {found:?} for {wanted:?}");
        }
    }
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
fn the_lattice_has_the_mean_of_the_closed_form_but_for_what_lies_beyond_its_end() {
    let risks = workload(pert);
    let usual = Lattice::fit(&risks, USUAL_LENGTH);
    for (times, tolerance) in [(1, 5e-6), (4, 1e-9)] {
        let loss = years_loss(&risks, Lattice { length: times * USUAL_LENGTH, ..usual });
        let masses = loss.masses_up_to(loss.n_cells() - 1);
        let steps: f64 = masses.iter().enumerate().map(|(place, mass)| place as f64 * mass).sum();
        let mean = steps * loss.step();
        assert!((mean / risks.mean() - 1.0).abs() < tolerance, "{mean} for {}", risks.mean());
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

/// Every figure of a year's loss is a number, and those that belong together are in order.
fn holds(risks: &Portfolio) -> YearsLoss {
    let mut engine = Engine::default();
    let loss = engine.year(risks);
    let mut last = 0.0;
    for q in [1e-6, 0.05, 0.5, 0.95, 0.99, 0.999, 0.999_999] {
        let Bracket { low, best, high } = loss.quantile(q);
        assert!(low <= best && best <= high && high.is_finite(), "{q}: {low} {best} {high}");
        assert!(best >= last * (1.0 - 1e-9), "{q}: {best} after {last}");
        let tail = loss.tail_mean(q);
        assert!(tail.is_finite() && tail >= loss.mean() * (1.0 - 1e-6), "{q}: {tail}");
        let sum: f64 = engine.tail_shares(risks, &loss, q).iter().sum();
        // What is damped at the end of the lattice comes back with rounding a million times as great.
        let rounding = 1e-9 * tail + 3e-10 * loss.step() * loss.n_cells() as f64 / (1.0 - q);
        assert!((sum - tail).abs() <= rounding, "{q}: {sum} for {tail}");
        let above = loss.chance_above(best);
        assert!(above.low <= above.best && above.best <= above.high && above.high <= 1.0, "{q}: {above:?}");
        last = best;
    }
    assert!(loss.standard_deviation().is_finite() && (0.0..=1.0).contains(&loss.p_none()));
    assert!(loss.exceedance(50).iter().all(|point| point.amount.is_finite() && point.chance.is_finite()));
    assert!(loss.histogram(20, 0.99).iter().all(|bin| bin.chance.is_finite()));
    loss
}

#[test]
fn where_nothing_is_ever_lost_every_figure_is_nought() {
    let nothing = Share::NONE;
    let risks = [
        exposure(FrequencyLaw::Poisson { rate: number(3.0) }, pert([1, 2, 3])).left(Share::WHOLE, nothing),
        exposure(once(0.5), lognormal([1, 0, 3])).left(nothing, Share::WHOLE),
        exposure(FrequencyLaw::Poisson { rate: number(0.0) }, fixed(10)),
        exposure(FrequencyLaw::Poisson { rate: number(1.0) }, fixed(0)),
    ];
    for risks in [Portfolio::default(), Portfolio::new(risks.to_vec())] {
        let loss = holds(&risks);
        for q in [0.05, 0.5, 0.99] {
            assert_eq!((loss.quantile(q).best, loss.tail_mean(q)), (0.0, 0.0));
        }
        assert!((loss.p_none() - 1.0).abs() < 1e-12 && loss.chance_above(0.0).best < 1e-9);
    }
}

#[test]
fn what_is_extreme_is_worked_out_all_the_same() {
    let rate = |rate: f64| FrequencyLaw::Poisson { rate: number(rate) };
    let penny = SeverityLaw::Fixed { amount: Pence::new(1).expect("small") };
    let most = 1_000_000_000_000;
    let widest = lognormal([1, 0, 999_000]);
    for risks in [
        vec![exposure(rate(1e6), penny.clone())],
        vec![exposure(rate(1e6), penny.clone()), exposure(once(0.01), fixed(most))],
        vec![exposure(rate(1e-6), fixed(most))],
        vec![exposure(rate(1e6), fixed(most))],
        vec![exposure(rate(1e6), pert([0, most / 2, most]))],
        vec![exposure(rate(1e6), widest.clone()), exposure(once(1.0), penny)],
        vec![exposure(once(1.0), widest)],
        vec![exposure(once(1.0), fixed(most - 1))],
        vec![exposure(once(1.0), pert([0, 0, 10])), exposure(once(1.0), pert([0, 10, 10]))],
        vec![exposure(
            FrequencyLaw::NegativeBinomial { mean: number(1.0), variance: number(1e6) },
            lognormal([99_999, 0, 100_000]),
        )],
    ] {
        holds(&Portfolio::new(risks));
    }
}

#[test]
fn many_events_make_nearly_a_normal_law() {
    let rate = FrequencyLaw::Poisson { rate: number(5_000.0) };
    let risks = alone(&exposure(rate, pert([10, 20, 60])));
    let loss = holds(&risks);
    let deviation = risks.variance().sqrt();
    for (q, z) in [(0.05, -1.644_854), (0.5, 0.0), (0.95, 1.644_854), (0.99, 2.326_348)] {
        let wanted = risks.mean() + z * deviation;
        assert!(
            (loss.quantile(q).best - wanted).abs() < 0.03 * deviation,
            "{q}: {:?} for {wanted}",
            loss.quantile(q)
        );
    }
}

#[test]
fn a_thousand_risks_of_all_laws_are_worked_out() {
    let law = |place: usize| match place % 3 {
        0 => once(0.1),
        1 => FrequencyLaw::NegativeBinomial { mean: number(0.1), variance: number(0.2) },
        _ => FrequencyLaw::Poisson { rate: number(0.1) },
    };
    let cost = |place: i64| match place % 2 {
        0 => pert([place, 2 * place + 10, 5 * place + 100]),
        _ => lognormal([place + 1, 0, 20 * place + 100]),
    };
    let risks = (0..30).map(|place| exposure(law(place), cost(place as i64)));
    let steady = (0..970).map(|place| exposure(FrequencyLaw::Poisson { rate: number(0.01) }, cost(place)));
    holds(&Portfolio::new(risks.chain(steady).collect()));
}

#[test]
fn after_an_edit_of_one_risk_only_its_costs_are_put_on_the_lattice_again() {
    let risk = |place: i64| {
        exposure(FrequencyLaw::Poisson { rate: number(0.5) }, pert([100 + place, 400 + place, 2_000 + place]))
    };
    let mut risks: Vec<_> = (0..200).map(risk).collect();
    let mut engine = Engine::default();
    let before = engine.year(&Portfolio::new(risks.clone()));
    assert_eq!(engine.n_placed(), 200);
    risks[77] = risk(500);
    let after = engine.year(&Portfolio::new(risks.clone()));
    assert_eq!(engine.n_placed(), 201);
    assert_eq!(after, YearsLoss::of(&Portfolio::new(risks)));
    assert!(after.mean() > before.mean());
}
