//! Parts in the worst years: against every outcome of small portfolios, and against how fast the whole grows.

use proptest::prelude::*;

use crate::loss::lattice::Lattice;
use crate::loss::{
    Driver, Engine, Exposure, Frequency, FrequencyLaw, Millionths, Portfolio, Pull, Severity, SeverityLaw,
};
use crate::money::Pence;
use crate::share::Share;

fn number(value: f64) -> Millionths {
    Millionths::new(value).expect("small")
}

fn pounds(amount: i64) -> Pence {
    Pence::of_pounds(amount).expect("small")
}

fn risk(frequency: FrequencyLaw, severity: SeverityLaw) -> Exposure {
    let (frequency, severity) = (Frequency::new(frequency), Severity::new(severity));
    Exposure::new(&frequency.expect("sound"), &severity.expect("sound"), Share::WHOLE)
}

fn once(probability: f64) -> FrequencyLaw {
    FrequencyLaw::Bernoulli { probability: number(probability) }
}

fn poisson(rate: f64) -> FrequencyLaw {
    FrequencyLaw::Poisson { rate: number(rate) }
}

fn pull(driver: usize, per_cent: i64) -> Pull {
    Pull { driver, share: Share::of_basis_points(per_cent * 100).expect("a share") }
}

fn lognormal(low: i64, high: i64) -> SeverityLaw {
    SeverityLaw::Lognormal { low: pounds(low), high: pounds(high) }
}

fn pert(low: i64, mode: i64, high: i64) -> SeverityLaw {
    SeverityLaw::Pert { low: pounds(low), mode: pounds(mode), high: pounds(high), weight: Millionths::FOUR }
}

/// One of each law, two of them with drivers in common.
fn mixed() -> Portfolio {
    let clustered = FrequencyLaw::NegativeBinomial { mean: number(2.0), variance: number(5.0) };
    let drivers = [1.5, 0.2].map(|variance| Driver::new(number(variance)).expect("sound"));
    let exposures = vec![
        risk(poisson(3.0), pert(1_000, 4_000, 9_000)),
        risk(poisson(1.0), lognormal(2_000, 20_000)).pulled(vec![pull(0, 70)]),
        risk(poisson(2.0), pert(500, 6_000, 8_000)).pulled(vec![pull(0, 30), pull(1, 60)]),
        risk(clustered, pert(1_000, 3_000, 10_000)),
        risk(once(0.2), lognormal(10_000, 30_000)),
        risk(once(1.0), pert(1_000, 2_000, 7_000)),
        risk(once(0.5), SeverityLaw::Fixed { amount: pounds(5_000) }),
    ];
    Portfolio::with_drivers(drivers.to_vec(), exposures).expect("sound")
}

/// The mean of the worst years, and what each risk loses in them: all outcomes, the worst first, up to a share 1 - q.
fn by_enumeration(risks: &[(f64, i64)], q: f64) -> Vec<f64> {
    let mut outcomes: Vec<(i64, f64, usize)> = (0..1 << risks.len())
        .map(|outcome: usize| {
            let happens = |place: usize| outcome >> place & 1 == 1;
            let chance = |(place, (p, _)): (usize, &(f64, i64))| if happens(place) { *p } else { 1.0 - p };
            let loss =
                risks.iter().enumerate().filter(|(place, _)| happens(*place)).map(|(_, (_, c))| c).sum();
            (loss, risks.iter().enumerate().map(chance).product(), outcome)
        })
        .collect();
    outcomes.sort_by_key(|(loss, ..)| -loss);
    let mut shares = vec![0.0; risks.len()];
    let mut missing = 1.0 - q;
    for like in outcomes.chunk_by(|one, other| one.0 == other.0) {
        let chance: f64 = like.iter().map(|(_, chance, _)| chance).sum();
        let part = (missing / chance).clamp(0.0, 1.0);
        missing -= part * chance;
        for (_, chance, outcome) in like {
            for (place, (_, cost)) in risks.iter().enumerate().filter(|(place, _)| outcome >> place & 1 == 1)
            {
                shares[place] += part * chance * *cost as f64 / (1.0 - q);
            }
        }
    }
    shares
}

proptest! {
    #[test]
    fn parts_of_risks_that_come_once_are_those_of_all_their_outcomes(
        risks in prop::collection::vec((0.01_f64..=1.0, 1_i64..20), 1..7), q in 0.05_f64..0.95,
    ) {
        let risks: Vec<_> = risks.into_iter().map(|(p, cost)| (number(p).value(), cost)).collect();
        let exposure = |(p, cost): &(f64, i64)| risk(once(*p), SeverityLaw::Fixed { amount: pounds(*cost) });
        let portfolio = Portfolio::new(risks.iter().map(exposure).collect());
        let mut engine = Engine::default();
        let loss = engine.year_on(&portfolio, Lattice { step: 1.0, length: 128, is_aligned: true });
        let wanted = by_enumeration(&risks, q);
        for (found, wanted) in engine.tail_shares(&portfolio, &loss, q).iter().zip(wanted) {
            prop_assert!((found - wanted).abs() < 1e-8, "{} for {}", found, wanted);
        }
    }
}

/// Two risks that each come at a steady rate, cut off at ten events each: all outcomes by hand.
#[test]
fn parts_of_steady_risks_are_those_of_all_their_outcomes() {
    let portfolio = Portfolio::new(vec![
        risk(poisson(0.5), SeverityLaw::Fixed { amount: pounds(3) }),
        risk(poisson(0.25), SeverityLaw::Fixed { amount: pounds(7) }),
    ]);
    let mut engine = Engine::default();
    let loss = engine.year_on(&portfolio, Lattice { step: 1.0, length: 256, is_aligned: true });
    let chance = |rate: f64, n: i32| (1..=n).fold((-rate).exp(), |chance, k| chance * rate / f64::from(k));
    let mut outcomes: Vec<_> = (0..20)
        .flat_map(|a| (0..20).map(move |b| (3 * a + 7 * b, chance(0.5, a) * chance(0.25, b), a, b)))
        .collect();
    outcomes.sort_by_key(|outcome| -outcome.0);
    let q = 0.9;
    let mut missing: f64 = 1.0 - q;
    let mut wanted = [0.0; 2];
    for like in outcomes.chunk_by(|one, other| one.0 == other.0) {
        let all: f64 = like.iter().map(|outcome| outcome.1).sum();
        let part = (missing / all).clamp(0.0, 1.0);
        missing -= part * all;
        for (_, chance, a, b) in like {
            wanted[0] += part * chance * f64::from(3 * a) / (1.0 - q);
            wanted[1] += part * chance * f64::from(7 * b) / (1.0 - q);
        }
    }
    let found = engine.tail_shares(&portfolio, &loss, q);
    assert!(
        (found[0] - wanted[0]).abs() < 1e-8 && (found[1] - wanted[1]).abs() < 1e-8,
        "{found:?}, {wanted:?}"
    );
}

#[test]
fn parts_sum_to_the_mean_of_the_worst_years() {
    let portfolio = mixed();
    let mut engine = Engine::default();
    let loss = engine.year(&portfolio);
    for q in [0.05, 0.5, 0.8, 0.9, 0.95, 0.99, 0.999] {
        let shares = engine.tail_shares(&portfolio, &loss, q);
        let (sum, whole) = (shares.iter().sum::<f64>(), loss.tail_mean(q));
        assert!((sum / whole - 1.0).abs() < 1e-9, "{q}: {sum} for {whole}");
        let mean = |place: usize| portfolio.exposures()[place].mean();
        assert!(shares.iter().enumerate().all(|(place, share)| *share > mean(place)), "{q}: {shares:?}");
    }
    assert_eq!(engine.n_placed(), 7);
}

/// The slope of the whole in the scale of each risk, by a symmetric difference.
#[test]
fn a_part_is_how_fast_the_whole_grows_with_the_costs_of_its_risk() {
    let portfolio = mixed();
    let mut engine = Engine::default();
    let lattice = Lattice::fit(&portfolio, 1 << 13);
    let loss = engine.year_on(&portfolio, lattice);
    let shares = engine.tail_shares(&portfolio, &loss, 0.9);
    let whole = loss.tail_mean(0.9);
    for (place, share) in shares.iter().enumerate() {
        let mut scaled = |scale: f64| {
            let mut exposures = portfolio.exposures().to_vec();
            exposures[place].scale *= scale;
            let other = Portfolio::with_drivers(portfolio.drivers().to_vec(), exposures).expect("sound");
            engine.year_on(&other, lattice).tail_mean(0.9)
        };
        let slope = (scaled(1.02) - scaled(0.98)) / 0.04;
        assert!((slope - share).abs() < 2e-4 * whole, "{place}: {slope} for {share}");
    }
}
