//! The table against the laws that it stands for.

use rand_core::{Rng, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;

use super::*;
use crate::loss::fixtures::{lognormal, number, pert, pounds};
use crate::loss::{Severity, SeverityLaw};

/// Laws with and without an upper end, skew ones, narrow ones and wide ones.
fn laws() -> Vec<Curve> {
    let laws = vec![
        lognormal([10_000, 0, 100_000]),
        lognormal([99_999, 0, 100_000]),
        lognormal([635_000, 0, 19_000_000]),
        lognormal([1, 0, 100_000]),
        pert([10, 20, 60]),
        pert([0, 0, 1_000]),
        pert([0, 1_000, 1_000]),
        SeverityLaw::Pert { low: pounds(0), mode: pounds(300), high: pounds(1_000), weight: number(90.0) },
        SeverityLaw::Pert { low: pounds(0), mode: pounds(300), high: pounds(1_000), weight: number(1e6) },
        SeverityLaw::Triangular { low: pounds(10), mode: pounds(20), high: pounds(60) },
        SeverityLaw::Triangular { low: pounds(0), mode: pounds(0), high: pounds(60) },
        SeverityLaw::Uniform { low: pounds(5), high: pounds(25) },
    ];
    laws.into_iter().map(|law| Curve::of(&Severity::new(law).expect("sound"))).collect()
}

/// What the lines of one end come to, from the median up to an octave, and how likely they are.
fn sums(table: &QuantileTable, end: usize, from_octave: usize) -> (f64, f64) {
    let places = from_octave << LINE_BITS..LINES;
    let sum = |(mean, all): (f64, f64), place: usize| {
        let size = libm::ldexp(1.0, (place >> LINE_BITS) as i32 + (BITS - OCTAVES) as i32);
        let width = size / f64::from(1 << LINE_BITS);
        let middle = size + width * ((place % (1 << LINE_BITS)) as f64 + 0.5);
        let line = table.lines[end * LINES + place];
        (mean + (line.start + line.rise * middle) * width / ALL, all + width / ALL)
    };
    places.fold((0.0, 0.0), sum)
}

#[test]
fn the_mean_of_all_lines_and_of_each_end_is_that_of_the_law() {
    for curve in laws() {
        let table = QuantileTable::new(&curve, 0.25);
        for octave in [0, 6, 12] {
            let chance = libm::ldexp(0.5, octave - OCTAVES as i32);
            let found = [0, 1].map(|end| sums(&table, end, octave as usize));
            let rest = [End::Low, End::High].map(|end| curve.tail(end, chance).part * 0.25);
            let whole = found[0].0 + found[1].0 + rest[0] + rest[1];
            assert!((whole / (curve.mean() * 0.25) - 1.0).abs() < 1e-11, "{curve:?}: {whole}");
            assert!((found[0].1 + chance - 0.5).abs() < 1e-15);
        }
    }
}

/// The random bits for a chance.
fn bits(chance: f64) -> u64 {
    let all = 1_u64 << (BITS + 1);
    let (from_end, end) = if chance < 0.5 { (chance, 0) } else { (1.0 - chance, 1) };
    (from_end * all as f64) as u64 | end << BITS
}

#[test]
fn every_amount_is_where_the_law_has_it() {
    for curve in laws() {
        let table = QuantileTable::new(&curve, 1.0);
        for k in 0..20_000 {
            let chance = (f64::from(k) + 0.5) / 20_000.0;
            let found = curve.at(table.amount(bits(chance))).probability;
            let from_end = chance.min(1.0 - chance);
            assert!((found - chance).abs() < 4e-3 * from_end, "{curve:?}: {found} for {chance}");
            assert!((found - chance).abs() < 1.2e-4, "{curve:?}: {found} for {chance}");
        }
    }
}

/// A straight line to the end of a law without one makes its mean too great by many standard errors.
#[test]
fn beyond_the_table_it_is_the_law_itself() {
    for curve in laws() {
        let table = QuantileTable::new(&curve, 2.0);
        for exponent in 18..=52 {
            let chance = libm::ldexp(1.0, -exponent);
            // Half a chance further, since all that are drawn are odd.
            let odd = chance + libm::ldexp(1.0, -52) * if exponent == 52 { 0.0 } else { 1.0 };
            let n = (odd * ALL) as u64;
            for (end, bit) in [(End::Low, 0), (End::High, 1)] {
                assert_eq!(
                    table.amount(n | bit << BITS),
                    2.0 * curve.tail(end, odd).amount,
                    "{curve:?} {exponent}"
                );
            }
        }
    }
}

/// The greatest difference from the law is beyond 1.95 / sqrt(n) once in a thousand times (Kolmogorov, 1933; Smirnov).
#[test]
fn draws_keep_to_the_law_by_the_test_of_kolmogorov_and_smirnov() {
    let mut chance = Xoshiro256PlusPlus::seed_from_u64(1_933);
    for curve in laws() {
        let table = QuantileTable::new(&curve, 1.0);
        let n = 8_192;
        let mut draws: Vec<f64> = (0..n).map(|_| table.amount(chance.next_u64())).collect();
        draws.sort_unstable_by(f64::total_cmp);
        let away = |(place, draw): (usize, &f64)| {
            let p = curve.at(*draw).probability;
            (p - place as f64 / n as f64).max((place + 1) as f64 / n as f64 - p)
        };
        let most = draws.iter().enumerate().map(away).fold(0.0, f64::max);
        assert!(most < 1.95 / libm::sqrt(n as f64), "{curve:?}: {most}");
    }
}

#[test]
fn no_amount_is_outside_the_law() {
    let mut chance = Xoshiro256PlusPlus::seed_from_u64(7);
    for (low, mode, high) in [(0, 0, 1_000), (0, 1_000, 1_000), (10, 20, 60)] {
        let table =
            QuantileTable::new(&Curve::of(&Severity::new(pert([low, mode, high])).expect("sound")), 1.0);
        let ends = [0, 1, (1 << BITS) - 1, 1 << BITS, u64::MAX].into_iter();
        for bits in ends.chain((0..10_000).map(|_| chance.next_u64())) {
            let amount = table.amount(bits);
            assert!(amount >= low as f64 && amount <= high as f64, "{amount}");
        }
    }
}
