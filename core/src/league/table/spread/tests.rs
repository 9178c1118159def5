//! Intervals of small registers, and what holds of every one.

use proptest::prelude::{Strategy, any, prop, prop_assert, prop_assert_eq, proptest};

use super::*;
use crate::league::resampling::USUAL_SEED;
use crate::league::table::LeagueTable;
use crate::league::table::tests::{Short, register};
use crate::register::Status;

const OPEN: Status = Status::Open;

fn close(interval: Option<Interval>, (low, high): (f64, f64)) {
    let is_close = interval.is_some_and(|i| (i.low() - low).abs() < 1e-12 && (i.high() - high).abs() < 1e-12);
    assert!(is_close, "{interval:?} is not from {low} to {high}");
}

#[test]
fn of_one_partnership_there_is_nothing_to_say() {
    for risks in [&[][..], &[(1, Some("a"), Some((5, 5)), OPEN), (1, Some("b"), Some((1, 1)), OPEN)]] {
        for measure in Measure::ALL {
            assert_eq!(Spread::of(&register(3, risks), measure, USUAL_SEED), None);
        }
    }
}

/// Ten partnerships have a; five of them have six other categories above it.
fn ten() -> Vec<Short<'static>> {
    const ABOVE: [&str; 5] = ["b", "c", "d", "e", "f"];
    let above = |p| ABOVE.map(|category| (p, Some(category), Some((5, 5)), OPEN));
    let a = (1..=10).map(|p| (p, Some("a"), Some((1, 1)), OPEN));
    a.chain((1..=5).flat_map(above)).collect()
}

/// Computed with SciPy 1.17.1: `binomtest(5, 10).proportion_ci(method="wilson")`.
#[test]
fn a_share_of_partnerships_has_the_interval_of_wilson() {
    let register = register(12, &ten());
    let spread = Spread::of(&register, Measure::ShareNaming, USUAL_SEED).expect("ten answered");
    for entry in &spread.entries {
        close(entry.value, (0.236593090512564, 0.7634069094874361));
    }
    assert_eq!((spread.draws, spread.entries.len()), (2_000, 6));
}

/// Two partnerships with means 1 and 25: a draw holds both with probability 1/2, one of them twice with 1/4 each. So
/// the interval reaches from one to the other.
#[test]
fn a_mean_is_drawn_by_whole_partnerships() {
    let register = register(
        2,
        &[
            (1, Some("a"), Some((1, 1)), OPEN),
            (1, Some("a"), Some((1, 1)), OPEN),
            (2, Some("a"), Some((5, 5)), OPEN),
            (2, Some("b"), Some((5, 4)), OPEN),
        ],
    );
    let spread = Spread::of(&register, Measure::MeanScore, USUAL_SEED).expect("two answered");
    let entry = |id| spread.entry(&CategoryId::new(id)).expect("it has a line");
    close(entry("a").value, (1.0, 25.0));
    // b stands first where both are drawn: alone, the second has a higher a, and the first no b at all.
    assert_eq!((entry("b").value, entry("b").places.clone()), (None, 1..=2));
    assert_eq!(entry("a").places, 1..=2);
}

#[test]
fn where_all_partnerships_agree_nothing_could_have_been_otherwise() {
    let one = |p| [(p, Some("a"), Some((4, 4)), OPEN), (p, Some("b"), Some((3, 3)), OPEN)];
    let register = register(5, &(1..=5).flat_map(one).collect::<Vec<_>>());
    for measure in [Measure::MeanScore, Measure::HighestScore] {
        let spread = Spread::of(&register, measure, USUAL_SEED).expect("five answered");
        for entry in LeagueTable::new(&register, measure).entries() {
            let found = spread.entry(&entry.category).expect("every line has one");
            assert_eq!(found.places, entry.rank..=entry.rank);
            let is_mean = measure == Measure::MeanScore;
            assert_eq!(found.value, is_mean.then(|| Interval::new(entry.value, entry.value)).flatten());
        }
    }
}

#[test]
fn what_is_highest_in_every_partnership_stands_first_in_every_draw() {
    let one = |p| {
        let other = if p % 2 == 0 { "b" } else { "c" };
        [(p, Some("a"), Some((5, 4)), OPEN), (p, Some(other), Some((4, p as usize % 5)), OPEN)]
    };
    let register = register(4, &(1..=4).flat_map(one).collect::<Vec<_>>());
    for measure in [Measure::MeanScore, Measure::HighestScore] {
        let spread = Spread::of(&register, measure, USUAL_SEED).expect("four answered");
        let places = |id| spread.entry(&CategoryId::new(id)).map(|entry| entry.places.clone());
        assert_eq!((places("a"), places("b").map(|p| *p.start() > 1)), (Some(1..=1), Some(true)));
    }
}

const CATEGORIES: [&str; 5] = ["a", "b", "c", "d", "e"];
const RENAMED: [&str; 5] = ["r", "z", "k", "m", "b"];

/// Partnership, category, likelihood, impact.
type Plain = (u64, usize, usize, usize);

fn any_risks() -> impl Strategy<Value = Vec<Plain>> {
    prop::collection::vec((1..7_u64, 0..5_usize, 1..6_usize, 1..6_usize), 0..20)
}

fn any_measure() -> impl Strategy<Value = Measure> {
    prop::sample::select(&Measure::ALL[..])
}

fn spread_of(risks: &[Plain], names: [&str; 5], measure: Measure, seed: u64) -> Option<Spread> {
    let short: Vec<Short<'_>> =
        risks.iter().map(|&(p, c, l, i)| (p, Some(names[c]), Some((l, i)), OPEN)).collect();
    Spread::of(&register(6, &short), measure, seed)
}

/// The mean score of a category in each partnership that has it: the least and the greatest.
fn bounds(risks: &[Plain], category: usize) -> (f64, f64) {
    let mean = |partnership: u64| {
        let here = risks.iter().filter(|risk| risk.0 == partnership && risk.1 == category);
        let products: Vec<f64> = here.map(|risk| (risk.2 * risk.3) as f64).collect();
        (!products.is_empty()).then(|| products.iter().sum::<f64>() / products.len() as f64)
    };
    let means: Vec<f64> = (1..7).filter_map(mean).collect();
    (means.iter().copied().fold(f64::MAX, f64::min), means.iter().copied().fold(f64::MIN, f64::max))
}

proptest! {
    // Each draws a register some thousand times.
    #![proptest_config(prop::test_runner::Config::with_cases(24))]

    #[test]
    fn the_same_seed_gives_the_same_whatever_the_order_of_the_risks(
        risks in any_risks(), measure in any_measure(), seed in any::<u64>(), turn in 0_usize..20
    ) {
        let mut moved = risks.clone();
        moved.rotate_left(turn.min(risks.len()));
        let found = spread_of(&risks, CATEGORIES, measure, seed);
        prop_assert_eq!(found, spread_of(&moved, CATEGORIES, measure, seed));
    }

    #[test]
    fn what_categories_are_called_changes_nothing(
        risks in any_risks(), measure in any_measure(), seed in any::<u64>()
    ) {
        let (plain, renamed) =
            [CATEGORIES, RENAMED].map(|names| spread_of(&risks, names, measure, seed)).into();
        let of = |spread: &Option<Spread>, name: &str| {
            let entry = spread.as_ref().and_then(|spread| spread.entry(&CategoryId::new(name)).cloned());
            entry.map(|entry| (entry.value, entry.places))
        };
        for (name, new_name) in CATEGORIES.into_iter().zip(RENAMED) {
            prop_assert_eq!(of(&plain, name), of(&renamed, new_name));
        }
    }

    #[test]
    fn intervals_stay_within_what_can_come_out(risks in any_risks(), measure in any_measure(), seed in any::<u64>()) {
        let Some(spread) = spread_of(&risks, CATEGORIES, measure, seed) else { return Ok(()) };
        let n = spread.entries.len() as u32;
        for entry in &spread.entries {
            let (best, worst) = (*entry.places.start(), *entry.places.end());
            prop_assert!(1 <= best && best <= worst && worst <= n, "{entry:?}");
            let place = CATEGORIES.iter().position(|name| *name == entry.category.as_str());
            if let (Measure::MeanScore, Some(interval)) = (measure, entry.value) {
                let (least, greatest) = bounds(&risks, place.expect("one of them"));
                prop_assert!(least - 1e-9 <= interval.low() && interval.high() <= greatest + 1e-9);
            }
        }
    }

    #[test]
    fn the_share_that_the_table_shows_lies_in_its_interval(risks in any_risks(), seed in any::<u64>()) {
        let Some(spread) = spread_of(&risks, CATEGORIES, Measure::ShareNaming, seed) else { return Ok(()) };
        let short: Vec<Short<'_>> =
            risks.iter().map(|&(p, c, l, i)| (p, Some(CATEGORIES[c]), Some((l, i)), OPEN)).collect();
        for entry in LeagueTable::new(&register(6, &short), Measure::ShareNaming).entries() {
            let interval = spread.entry(&entry.category).and_then(|found| found.value);
            prop_assert!(interval.is_some_and(|interval| interval.contains(entry.value)));
        }
    }
}
