//! Controls against figures worked out by hand, and what must hold of any of them.

use proptest::prelude::{ProptestConfig, prop_assert, prop_assert_eq, proptest};

use super::*;
use crate::loss::YearsLoss;
use crate::loss::controls::fixtures::{control, controls, fixed, lognormal, percent, portfolios};

/// What two lattices may differ by.
const LATTICE: f64 = 1e-3;

/// Two risks of 600,000 and 100,000 a year: a control on half of the events and a half of the cost of the first leaves
/// 150,000 of it, as (600,000 - 150,000 - 120,000) / 120,000 = 2.75.
#[test]
fn a_control_that_halves_events_and_cost_leaves_a_quarter() {
    let portfolio = Portfolio::new(vec![fixed(6.0, 100_000), fixed(1.0, 100_000)]);
    let effects =
        ControlEffects::of(&portfolio, &[&control(&[(0, 50, 50)], Some(120_000))], &mut YearsLoss::of);
    let spend = effects.of_all(Measure::Mean);
    assert!((spend.before - 700_000.0).abs() < 1e-6 && (spend.after - 250_000.0).abs() < 1e-6, "{spend:?}");
    assert!((spend.return_on_spend().expect("it costs something") - 2.75).abs() < 1e-9);
    assert!(effects.of_all(Measure::Tail).saving() > spend.saving());
}

/// Of 100,000 a year two controls that each take half leave 25,000: alone each saves 50,000, beside the other 25,000.
#[test]
fn controls_on_one_risk_multiply_and_save_less_beside_each_other() {
    let portfolio = Portfolio::new(vec![fixed(1.0, 100_000)]);
    let both = [control(&[(0, 50, 0)], Some(10_000)), control(&[(0, 0, 50)], None)];
    let effects = ControlEffects::of(&portfolio, &[&both[0], &both[1]], &mut YearsLoss::of);
    assert!((effects.after.mean - 25_000.0).abs() < 1e-6);
    for place in 0..2 {
        let alone = effects.of_one_alone(place, Measure::Mean).expect("it is there");
        let beside = effects.of_one_beside_the_others(place, Measure::Mean).expect("it is there");
        assert!((alone.saving() - 50_000.0).abs() < 1e-6 && (beside.saving() - 25_000.0).abs() < 1e-6);
    }
    assert_eq!(effects.of_all(Measure::Mean).yearly_cost, None);
    assert_eq!(effects.of_one_alone(2, Measure::Mean), None);
}

#[test]
fn a_control_of_all_events_leaves_nothing_and_one_of_no_risk_leaves_everything() {
    let portfolio = Portfolio::new(vec![lognormal(2.0, 10_000, 100_000)]);
    let all = ControlEffects::of(&portfolio, &[&control(&[(0, 100, 0)], None)], &mut YearsLoss::of);
    assert_eq!((all.after.mean, all.after.tail_mean.abs() < 1e-6), (0.0, true), "{all:?}");
    let none = ControlEffects::of(&portfolio, &[&control(&[(7, 100, 100)], None)], &mut YearsLoss::of);
    assert_eq!(none.after, none.before);
}

#[test]
fn a_cost_below_nought_is_refused() {
    assert_eq!(CostedControl::new(Vec::new(), Pence::of_pounds(-1).ok()), Err(NegativeCost));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn a_control_never_raises_a_figure(portfolio in portfolios(), controls in controls(3)) {
        let mut so_far = Figures::of(&portfolio, &mut YearsLoss::of);
        for n in 1..=controls.len() {
            let figures = Figures::of(&under(&portfolio, &controls[..n]), &mut YearsLoss::of);
            prop_assert!(figures.mean <= so_far.mean * (1.0 + 1e-12));
            prop_assert!(figures.tail_mean <= so_far.tail_mean * (1.0 + LATTICE) + 1.0, "{figures:?} {so_far:?}");
            so_far = figures;
        }
    }

    #[test]
    fn the_order_of_controls_changes_nothing_beyond_rounding(portfolio in portfolios(), controls in controls(4)) {
        let forth = Figures::of(&under(&portfolio, &controls), &mut YearsLoss::of);
        let back = Figures::of(&under(&portfolio, controls.iter().rev()), &mut YearsLoss::of);
        prop_assert!((forth.mean - back.mean).abs() <= 1e-9 * forth.mean);
        prop_assert!((forth.tail_mean - back.tail_mean).abs() <= 1e-6 * forth.tail_mean + 1e-6);
    }

    #[test]
    fn a_control_without_a_cut_changes_nothing(portfolio in portfolios(), place in 0_usize..6) {
        let idle = CostedControl::new(
            vec![Cut { exposure: place, events: percent(0), cost: percent(0) }], None,
        );
        prop_assert_eq!(under(&portfolio, [&idle.expect("no cost")]), portfolio);
    }
}
