//! The search against all subsets, and what must hold of any best set. The worst years of a few risks that come once at
//! most, at a fixed cost, are worked out here by going through all years there can be.

use proptest::prelude::{ProptestConfig, Strategy, prop, prop_assert, prop_assert_eq, proptest};

use super::*;
use crate::loss::controls::fixtures::{
    control, controls, exposure, fixed, lognormal, number, percent, portfolios, pounds,
};
use crate::loss::{Driver, FrequencyLaw, Pull, SeverityLaw, YearsLoss};

fn all(controls: &[CostedControl]) -> Vec<&CostedControl> {
    controls.iter().collect()
}

/// The places of all sets within a budget.
fn allowed(controls: &[&CostedControl], budget: Pence) -> Vec<Vec<usize>> {
    let n = controls.len();
    let sets = (0_u32..1 << n).map(|bits| (0..n).filter(|place| bits & 1 << place != 0).collect());
    sets.filter(|set: &Vec<usize>| cost(controls, set) <= budget).collect()
}

fn cost(controls: &[&CostedControl], set: &[usize]) -> Pence {
    Pence::sum(at(controls, set).filter_map(CostedControl::yearly_cost))
}

/// The most that any set brings beyond its cost, where a figure of each portfolio is known.
fn most(
    portfolio: &Portfolio,
    controls: &[&CostedControl],
    budget: Pence,
    figure: impl Fn(&Portfolio) -> f64,
) -> f64 {
    let net = |set: &Vec<usize>| {
        figure(portfolio) - figure(&under(portfolio, at(controls, set))) - cost(controls, set).pounds()
    };
    allowed(controls, budget).iter().map(net).fold(0.0, f64::max)
}

fn net(best: &BestSet) -> f64 {
    best.spend.net_saving().expect("the cost of each is known")
}

fn once(chance: f64, amount: i64) -> Exposure {
    let severity = SeverityLaw::Fixed { amount: pounds(amount) };
    exposure(FrequencyLaw::Bernoulli { probability: number(chance) }, severity)
}

/// The mean of the worst twentieth of years of risks that come once at most, parted among them.
fn worst_years(portfolio: &Portfolio) -> Parted {
    let risks = portfolio.exposures();
    let costs: Vec<f64> = risks.iter().map(|risk| risk.curve.mean() * risk.scale).collect();
    let comes = |year: u32, risk: usize| year & 1 << risk != 0;
    let chance = |year: u32| -> f64 {
        (0..risks.len())
            .map(|n| if comes(year, n) { risks[n].count.mean() } else { 1.0 - risks[n].count.mean() })
            .product()
    };
    let lost = |year: u32| -> f64 { (0..risks.len()).filter(|n| comes(year, *n)).map(|n| costs[n]).sum() };
    let mut years: Vec<u32> = (0..1 << risks.len()).collect();
    years.sort_by(|one, other| lost(*other).total_cmp(&lost(*one)));
    let (mut left, mut parts) = (0.05, vec![0.0; risks.len()]);
    for year in years {
        let weight = chance(year).min(left);
        (0..risks.len()).filter(|n| comes(year, *n)).for_each(|n| parts[n] += weight * costs[n] / 0.05);
        left -= weight;
    }
    Parted { figure: parts.iter().sum(), parts }
}

/// Of 100,000 a year, 90,000 can be taken away for 30,000 or, in two halves, 50,000 + 25,000 for 10,000 each: the two
/// bring 55,000, the one 60,000, and with all three 97,500 - 50,000 = 47,500 is left.
#[test]
fn the_best_set_is_found_where_controls_stand_in_each_others_way() {
    let portfolio = Portfolio::new(vec![fixed(1.0, 100_000)]);
    let offered = [
        control(&[(0, 50, 0)], Some(10_000)),
        control(&[(0, 90, 0)], Some(30_000)),
        control(&[(0, 0, 99)], None),
        control(&[(0, 50, 0)], Some(10_000)),
    ];
    for (budget, places, most) in [
        (9_999, &[][..], 0.0),
        (10_000, &[0], 40_000.0),
        (29_999, &[0, 3], 55_000.0),
        (30_000, &[1], 60_000.0),
        (90_000, &[1], 60_000.0),
    ] {
        let best = BestSet::by_mean(&portfolio, &all(&offered), pounds(budget));
        assert_eq!(
            (&best.places[..], best.method, &best.without_cost[..]),
            (places, Method::Exact, &[2][..])
        );
        assert!((net(&best) - most).abs() < 1e-6, "{budget}: {best:?} for {most}");
    }
}

/// A rare great loss hardly counts in the mean, and makes the worst years.
#[test]
fn by_the_worst_years_another_control_is_bought_than_by_the_mean() {
    let portfolio = Portfolio::new(vec![once(0.9, 60_000), once(0.02, 1_000_000)]);
    let offered = [control(&[(0, 60, 0)], Some(10_000)), control(&[(1, 0, 90)], Some(10_000))];
    let best = BestSet::by_mean(&portfolio, &all(&offered), pounds(10_000));
    assert_eq!((best.places, best.method), (vec![0], Method::Exact));
    let best = BestSet::by_tail(&portfolio, &all(&offered), pounds(10_000), &mut worst_years);
    assert_eq!((best.places, best.method), (vec![1], Method::Exact));
}

/// So many controls, each on one or two of some risks, that differ in what they do and cost.
fn offer(n: usize, n_risks: usize, most_cost: usize) -> Vec<CostedControl> {
    let part = |n: usize, from: usize| i64::try_from(n % from).expect("small");
    let one = |n: usize| {
        let cuts =
            [(n % n_risks, 10 + part(n * 7, 50), part(n * 13, 40)), (n * 5 % n_risks, 0, part(n * 3, 20))];
        control(&cuts, Some(500 + part(n * 997, most_cost)))
    };
    (0..n).map(one).collect()
}

#[test]
fn a_long_list_is_searched_to_its_end_or_said_not_to_be() {
    let portfolio = Portfolio::new((1..=30).map(|n| lognormal(0.1 * f64::from(n), 5_000, 90_000)).collect());
    let offered = offer(40, 30, 9_000);
    let best = BestSet::by_mean(&portfolio, &all(&offered), pounds(60_000));
    assert_eq!(best.method, Method::Exact);
    assert!(best.spend.yearly_cost <= Some(pounds(60_000)) && best.places.len() > 5);
    let many: Vec<&CostedControl> = offered.iter().cycle().take(2_000).collect();
    assert_eq!(BestSet::by_mean(&portfolio, &many, pounds(60_000)).method, Method::CutOff);
}

#[test]
fn of_the_million_sets_of_twenty_candidates_fewer_than_two_hundred_are_asked_for_by_the_worst_years() {
    let risks = (1..=8).map(|n| once(0.5 / f64::from(n), 10_000 * i64::from(n * n)));
    let portfolio = Portfolio::new(risks.collect());
    let offered = offer(20, 8, 30_000);
    let mut asked = 0;
    let best = BestSet::by_tail(&portfolio, &all(&offered), pounds(60_000), &mut |portfolio| {
        asked += 1;
        worst_years(portfolio)
    });
    assert_eq!(best.method, Method::Exact);
    assert!(asked < 200 && best.places.len() > 2, "{asked} of a million for {best:?}");
    let [few, none] =
        [20, 0].map(|n| BestSet::by_tail(&portfolio, &all(&offered[..n]), pounds(60_000), &mut worst_years));
    assert_eq!((few.places, none.places), (best.places, Vec::new()));
}

fn rare_risks() -> impl Strategy<Value = Portfolio> {
    let risks = prop::collection::vec((0.01_f64..0.6, 1_000_i64..200_000), 1..=5);
    risks.prop_map(|risks| {
        Portfolio::new(risks.iter().map(|(chance, amount)| once(*chance, *amount)).collect())
    })
}

fn budgets() -> impl Strategy<Value = Pence> {
    (0_i64..200_000).prop_map(pounds)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn no_subset_within_the_budget_brings_more_by_the_mean(
        portfolio in portfolios(), controls in controls(8), budget in budgets(),
    ) {
        let controls = all(&controls);
        let best = BestSet::by_mean(&portfolio, &controls, budget);
        let most = most(&portfolio, &controls, budget, Portfolio::mean);
        prop_assert_eq!(best.method, Method::Exact);
        prop_assert!(best.spend.yearly_cost <= Some(budget));
        prop_assert!((net(&best) - most).abs() <= 1e-9 * (1.0 + most), "{best:?} for {most}");
    }

    #[test]
    fn no_subset_within_the_budget_brings_more_by_the_worst_years(
        portfolio in rare_risks(), controls in controls(8), budget in budgets(),
    ) {
        let controls = all(&controls);
        let best = BestSet::by_tail(&portfolio, &controls, budget, &mut worst_years);
        let most = most(&portfolio, &controls, budget, |portfolio| worst_years(portfolio).figure);
        prop_assert_eq!(best.method, Method::Exact);
        prop_assert!(best.spend.yearly_cost <= Some(budget));
        prop_assert!((net(&best) - most).abs() <= 1e-9 * (1.0 + most), "{best:?} for {most}");
    }

    #[test]
    fn a_greater_budget_never_lowers_the_value(
        portfolio in rare_risks(), controls in controls(8), budget in budgets(), more in budgets(),
    ) {
        let controls = all(&controls);
        let greater = Pence::sum([budget, more].into_iter());
        let by_mean = [budget, greater].map(|budget| net(&BestSet::by_mean(&portfolio, &controls, budget)));
        prop_assert!(by_mean[1] >= by_mean[0] - 1e-6, "{by_mean:?}");
        let by_tail = [budget, greater]
            .map(|budget| net(&BestSet::by_tail(&portfolio, &controls, budget, &mut worst_years)));
        prop_assert!(by_tail[1] >= by_tail[0] - 1e-6, "{by_tail:?}");
    }
}

/// With the engine itself, six candidates on three risks of which two share a driver.
#[test]
fn by_the_engine_no_subset_brings_more_either() {
    let pulled = |risk: Exposure| risk.pulled(vec![Pull { driver: 0, share: percent(60) }]);
    let driver = Driver::new(number(0.5)).expect("sound");
    let risks = vec![
        pulled(lognormal(2.0, 5_000, 90_000)),
        pulled(lognormal(0.2, 50_000, 900_000)),
        once(0.3, 80_000),
    ];
    let portfolio = Portfolio::with_drivers(vec![driver], risks).expect("sound");
    let offered = offer(6, 3, 30_000);
    let mut engine = Engine::default();
    let best =
        BestSet::by_tail(&portfolio, &all(&offered), pounds(9_000), &mut |p| Parted::tail(&mut engine, p));
    let most = most(&portfolio, &all(&offered), pounds(9_000), |p| YearsLoss::of(p).tail_mean(0.95));
    assert!((net(&best) - most).abs() <= 1e-3 * most);
}
