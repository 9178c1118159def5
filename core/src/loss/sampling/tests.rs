//! Runs against closed forms, against the exact engine and against themselves.

use super::simulation::Simulation;
use super::*;
use crate::loss::fixtures::{exposure, fixed, lognormal, number, pert, workload};
use crate::loss::{Driver, Exposure, FrequencyLaw, Portfolio, Pull, SeverityLaw, YearsLoss};
use crate::share::Share;

fn run(risks: Vec<Exposure>, seed: u64, years: usize) -> Simulation {
    let mut run = Simulation::new(&Portfolio::new(risks), seed, years).expect("not too much");
    assert!(run.advance(years).is_done());
    run
}

fn poisson(rate: f64) -> FrequencyLaw {
    FrequencyLaw::Poisson { rate: number(rate) }
}

fn once(probability: f64) -> FrequencyLaw {
    FrequencyLaw::Bernoulli { probability: number(probability) }
}

fn clustered(mean: f64, variance: f64) -> FrequencyLaw {
    FrequencyLaw::NegativeBinomial { mean: number(mean), variance: number(variance) }
}

/// One risk of each kind.
fn mixed() -> Vec<Exposure> {
    vec![
        exposure(poisson(1.5), fixed(7_500)),
        exposure(once(0.3), pert([10_000, 40_000, 90_000])),
        exposure(clustered(2.0, 3.0), lognormal([1_000, 0, 50_000])),
        exposure(
            poisson(0.2),
            SeverityLaw::Observed { amounts: [3, 900, 20].map(crate::loss::fixtures::pounds).to_vec() },
        ),
    ]
}

/// The probabilities of numbers of events, by the recurrences of their laws (Panjer's class).
fn probabilities(law: FrequencyLaw, n: usize) -> Vec<f64> {
    let (first, a, b) = match law {
        FrequencyLaw::Poisson { rate } => (libm::exp(-rate.value()), 0.0, rate.value()),
        FrequencyLaw::Bernoulli { probability } => {
            let odds = probability.value() / (1.0 - probability.value());
            (1.0 - probability.value(), -odds, 2.0 * odds)
        }
        FrequencyLaw::NegativeBinomial { mean, variance } => {
            let (mean, variance) = (mean.value(), variance.value());
            let (a, shape) = (1.0 - mean / variance, mean * mean / (variance - mean));
            (libm::pow(1.0 - a, shape), a, (shape - 1.0) * a)
        }
    };
    let next = |p: &mut f64, k: usize| {
        let here = *p;
        *p *= a + b / (k as f64 + 1.0);
        Some(here)
    };
    (0..n).scan(first, next).collect()
}

/// Chi-square beyond its mean by four of its deviations comes about less than once in a thousand times.
#[test]
fn numbers_of_events_keep_to_their_law_by_the_chi_square_test() {
    const YEARS: usize = 1 << 16;
    for law in [
        poisson(0.05),
        poisson(0.7),
        poisson(5.0),
        once(0.3),
        once(0.999),
        clustered(2.0, 3.0),
        clustered(0.5, 20.0),
        clustered(3.0, 3.000_1),
    ] {
        let run = run(vec![exposure(law, fixed(1))], 1_900, YEARS);
        let most = run.losses().iter().fold(0.0_f64, |most, loss| most.max(*loss)) as usize;
        let mut times = vec![0_u32; most + 1];
        run.losses().iter().for_each(|loss| times[*loss as usize] += 1);
        let expected = probabilities(law, most + 1).into_iter().map(|p| p * YEARS as f64);
        // Numbers that hardly ever come about are not looked at by themselves.
        let cells: Vec<f64> = expected
            .zip(times)
            .filter(|(expected, _)| *expected > 5.0)
            .map(|(expected, times)| (f64::from(times) - expected).powi(2) / expected)
            .collect();
        let (sum, n) = (cells.iter().sum::<f64>(), cells.len() as f64);
        assert!(sum < n + 4.0 * libm::sqrt(2.0 * n), "{law:?}: {sum} from {n}");
    }
}

#[test]
fn years_of_a_block_are_independent_of_one_another() {
    for law in [poisson(3.0), once(0.4), clustered(2.0, 6.0)] {
        let risk = exposure(law, fixed(1));
        let (mean, variance) = (risk.mean(), risk.variance());
        let run = run(vec![risk], 5, 64 * BLOCK);
        // The sum of a block varies as much as that of independent years.
        let away = |block: &[f64]| (block.iter().sum::<f64>() - mean * BLOCK as f64).powi(2);
        let found = run.losses().chunks(BLOCK).map(away).sum::<f64>() / 64.0;
        assert!(
            (found / (variance * BLOCK as f64) - 1.0).abs() < 4.0 * libm::sqrt(2.0 / 64.0),
            "{law:?}: {found}"
        );
        let pairs = run.losses().windows(2).map(|pair| (pair[0] - mean) * (pair[1] - mean));
        let z = pairs.sum::<f64>() / variance / libm::sqrt(64.0 * BLOCK as f64);
        assert!(z.abs() < 4.0, "{law:?}: {z}");
    }
}

#[test]
fn every_figure_is_within_four_standard_errors_of_the_exact_engine() {
    for risks in [workload(pert), workload(lognormal), pulled(), Portfolio::new(mixed())] {
        let exact = YearsLoss::of(&risks);
        let mut run = Simulation::new(&risks, 2_008, 40 * BLOCK).expect("not too much");
        run.advance(40 * BLOCK);
        let found = run.result().expect("years");
        let quantiles = found.quantiles.iter();
        let figures =
            quantiles.map(|(level, found)| (*found, exact.quantile(f64::from(*level) / 100.0).best));
        let others = [
            (found.mean, exact.mean()),
            (found.p_none, risks.p_none()),
            (found.tail_mean, exact.tail_mean(0.95)),
        ];
        for (found, wanted) in figures.chain(others) {
            let away = found.errors_above(wanted);
            assert!(away.abs() < 4.0, "{found:?} for {wanted}: {away}");
        }
    }
}

/// Twenty risks of which two drivers pull most.
fn pulled() -> Portfolio {
    let share = |per_cent: usize| Share::of_basis_points(per_cent as i64 * 100).expect("a share");
    let risks = workload(pert).exposures().to_vec().into_iter().enumerate().map(|(place, risk)| {
        let pull = |driver, per_cent| Pull { driver, share: share(per_cent) };
        risk.pulled(match place {
            0..5 => vec![pull(0, 100)],
            5..10 => vec![pull(0, 30), pull(1, 20 + place)],
            10..18 => vec![pull(1, 60)],
            _ => vec![],
        })
    });
    let driver = |variance| Driver::new(number(variance)).expect("sound");
    Portfolio::with_drivers(vec![driver(0.5), driver(2.0), driver(1.0)], risks.collect()).expect("sound")
}

#[test]
fn what_a_driver_pulls_is_drawn_with_all_that_it_pulls() {
    let steady = || exposure(poisson(2.0), fixed(1)).pulled(vec![Pull { driver: 0, share: Share::WHOLE }]);
    let driver = Driver::new(number(0.5)).expect("sound");
    let risks = Portfolio::with_drivers(vec![driver], vec![steady(), steady()]).expect("sound");
    let mut run = Simulation::new(&risks, 6, 1 << 16).expect("not too much");
    run.advance(1 << 16);
    let mean = run.losses().iter().sum::<f64>() / 65_536.0;
    let variance = run.losses().iter().map(|loss| (loss - mean).powi(2)).sum::<f64>() / 65_536.0;
    // 4 events a year, and as variance 4 + 0.5 x 4^2.
    assert!((mean - 4.0).abs() < 0.05 && (variance - 12.0).abs() < 0.4, "{mean} {variance}");
}

#[test]
fn standard_errors_are_those_of_independent_years() {
    let risks = workload(pert);
    let mut run = Simulation::new(&risks, 3, 64 * 512).expect("not too much");
    run.advance(64 * 512);
    let found = run.result().expect("years").mean.error;
    let wanted = libm::sqrt(risks.variance() / (64.0 * 512.0));
    // An error from 64 parts is itself known to a ninth.
    assert!((found / wanted - 1.0).abs() < 0.35, "{found} for {wanted}");
}

#[test]
fn a_run_in_slices_has_the_digits_of_one_in_one_go() {
    let whole = run(mixed(), 11, 30_000);
    for slice in [1, 4_096, 5_000, 12_345] {
        let mut run = Simulation::new(&Portfolio::new(mixed()), 11, 30_000).expect("not too much");
        let mut before = 0;
        while !run.advance(slice).is_done() {
            let Progress { done, of } = run.progress();
            assert!(done >= before + slice && of == 30_000);
            before = done;
        }
        assert_eq!(run.result(), whole.result());
        assert_eq!(run.advance(slice), Progress { done: 30_000, of: 30_000 });
    }
}

#[test]
fn a_run_that_is_stopped_says_what_its_years_say() {
    let mut stopped = Simulation::new(&Portfolio::new(mixed()), 11, 30_000).expect("not too much");
    assert_eq!(stopped.result(), None);
    stopped.advance(10_000);
    let found = stopped.result().expect("years");
    assert_eq!(found.years, 3 * BLOCK);
    assert_eq!(Some(found), run(mixed(), 11, 3 * BLOCK).result());
}

#[test]
fn another_seed_has_other_years() {
    let digest = |seed| run(mixed(), seed, 5_000).result().expect("years").digest;
    assert_eq!(digest(1), digest(1));
    assert_ne!(digest(1), digest(2));
}

#[test]
fn what_cannot_cost_anything_costs_nothing() {
    let free = exposure(poisson(3.0), fixed(100)).left(Share::WHOLE, Share::NONE);
    let never = exposure(poisson(0.0), fixed(100));
    for risks in
        [vec![], vec![free], vec![never, exposure(once(0.0), fixed(5)), exposure(poisson(1.0), fixed(0))]]
    {
        let found = run(risks, 1, 5_000).result().expect("years");
        assert_eq!((found.mean.value, found.tail_mean.value, found.p_none.value), (0.0, 0.0, 1.0));
        assert_eq!(found.mean.errors_above(0.0), 0.0);
        assert!(found.quantiles.iter().all(|(_, quantile)| quantile.value == 0.0));
    }
}

#[test]
fn what_is_certain_comes_every_year() {
    let found = run(vec![exposure(once(1.0), fixed(100))], 1, 5_000).result().expect("years");
    assert_eq!((found.mean.value, found.p_none.value, found.mean.error), (100.0, 0.0, 0.0));
    assert_eq!(found.mean.errors_above(100.0), 0.0);
    assert!(found.mean.errors_above(99.0).is_infinite());
    let one_year = run(vec![exposure(once(1.0), fixed(100))], 1, 1).result().expect("a year");
    assert_eq!((one_year.years, one_year.mean.value, one_year.mean.error), (1, 100.0, f64::INFINITY));
}

#[test]
fn what_would_take_too_long_is_refused_by_name() {
    let refused = |risks: Vec<Exposure>, years| Simulation::new(&Portfolio::new(risks), 1, years).err();
    let often = exposure(poisson(100_000.0), fixed(1));
    assert_eq!(refused(vec![often], 1_000), Some(SimulationError::TooManyEvents));
    let wild = exposure(clustered(1.0, 20_000.0), fixed(1));
    assert_eq!(refused(vec![wild], 1_000), Some(SimulationError::TooClustered));
    assert_eq!(refused(vec![], 0), Some(SimulationError::NoYears));
    assert_eq!(refused(vec![], MOST_YEARS + 1), Some(SimulationError::TooManyYears));
    let many = vec![exposure(poisson(1.0), fixed(1)); MOST_RISKS + 1];
    assert_eq!(refused(many, 1), Some(SimulationError::TooManyRisks));
    let most = exposure(poisson(MOST_EVENTS), fixed(1));
    assert_eq!(refused(vec![most], 1), None);
}

/// Made by this engine on x86-64: what a browser says must be the same.
#[test]
fn digits_are_the_same_on_every_machine() {
    let digest = |risks: &Portfolio| {
        let mut run = Simulation::new(risks, 1, 10_000).expect("not too much");
        run.advance(10_000);
        run.result().expect("years").digest
    };
    let found = [Portfolio::new(mixed()), pulled(), workload(lognormal)].map(|risks| digest(&risks));
    let wanted: [u64; 3] = [0x0cdd_7fe8_add1_57b2, 0x9ff5_e1e7_6660_eeac, 0xe4e7_cf4c_4312_913f];
    assert_eq!(found, wanted, "{found:#x?}");
    let first = [17_002.409_164_903_14, 108_629.202_754_968_84, 76_505.398_783_377_17, 56_224.100_845_230_17];
    assert_eq!(run(mixed(), 1, 4).losses(), first);
}
