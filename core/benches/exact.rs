//! How long the exact engine takes for the loss of a year with all that is asked of it: `cargo bench -p
//! partnership-risk-core --bench exact`. Nothing here is part of the product, and no test waits for it.

use divan::Bencher;
use partnership_risk_core::loss::{
    Driver, Engine, Exposure, Frequency, FrequencyLaw, Millionths, Portfolio, Pull, Severity, SeverityLaw,
};
use partnership_risk_core::money::Pence;
use partnership_risk_core::share::Share;

fn main() {
    divan::main();
}

#[derive(Clone, Copy)]
enum Cost {
    Pert,
    Lognormal,
}

fn number(value: f64) -> Millionths {
    Millionths::new(value).expect("small")
}

fn pounds(amount: f64) -> Pence {
    Pence::new((amount * 100.0).round() as i64).expect("small")
}

fn risk(rate: f64, [low, mode, high]: [f64; 3], cost: Cost) -> Exposure {
    let [low, mode, high] = [low, mode, high].map(pounds);
    let severity = match cost {
        Cost::Pert => SeverityLaw::Pert { low, mode, high, weight: Millionths::FOUR },
        Cost::Lognormal => SeverityLaw::Lognormal { low, high },
    };
    let frequency = Frequency::new(FrequencyLaw::Poisson { rate: number(rate) }).expect("sound");
    Exposure::new(&frequency, &Severity::new(severity).expect("sound"), Share::WHOLE)
}

/// The twenty risks of the fixture.
fn twenty(cost: Cost) -> Vec<Exposure> {
    let file: serde_json::Value =
        serde_json::from_str(include_str!("../src/loss/fixtures/workloads.json")).expect("it is JSON");
    let of = |line: &serde_json::Value| {
        let at = |place: usize| line[place].as_f64().expect("a number");
        risk(at(1), [at(2), at(3), at(4)], cost)
    };
    file["risks"].as_array().expect("a list").iter().map(of).collect()
}

/// Many risks: the twenty, each a little different each time, of both laws in turn.
fn many(n: usize) -> Vec<Exposure> {
    let [pert, lognormal] = [Cost::Pert, Cost::Lognormal].map(twenty);
    let of = |place: usize| {
        let among = if place.is_multiple_of(2) { &pert } else { &lognormal };
        let cost = Share::of_basis_points(9_999 - (place / 20 * 50) as i64).expect("a share");
        among[place % 20].left(Share::of_basis_points(2_000).expect("a share"), cost)
    };
    (0..n).map(of).collect()
}

/// Two hundred risks, each pulled by one of six drivers.
fn driven() -> Portfolio {
    let share = Share::of_basis_points(6_000).expect("a share");
    let pull = |(place, risk): (usize, Exposure)| risk.pulled(vec![Pull { driver: place % 6, share }]);
    let drivers = vec![Driver::new(number(0.5)).expect("sound"); 6];
    Portfolio::with_drivers(drivers, many(200).into_iter().enumerate().map(pull).collect()).expect("sound")
}

/// The year, its quantiles, the mean of its worst twentieth and whose part in that is how great.
fn all_figures(engine: &mut Engine, portfolio: &Portfolio) -> f64 {
    let loss = engine.year(portfolio);
    let quantiles = [0.05, 0.1, 0.25, 0.5, 0.75, 0.8, 0.9, 0.95, 0.99].map(|q| loss.quantile(q).best);
    let shares = engine.tail_shares(portfolio, &loss, 0.95);
    quantiles.iter().chain(&shares).sum::<f64>() + loss.tail_mean(0.95)
}

/// With the tables of an engine that has worked before, but all costs new to it.
fn costs_anew(bencher: Bencher<'_, '_>, portfolio: &Portfolio) {
    let tables = || {
        let mut engine = Engine::default();
        let nothing = engine.year(&Portfolio::default());
        (engine, nothing)
    };
    bencher.with_inputs(tables).bench_local_refs(|(engine, _)| all_figures(engine, portfolio));
}

#[divan::bench]
fn first_call(bencher: Bencher<'_, '_>) {
    let portfolio = Portfolio::new(twenty(Cost::Pert));
    bencher.bench_local(|| all_figures(&mut Engine::default(), &portfolio));
}

#[divan::bench]
fn w1_costs_anew(bencher: Bencher<'_, '_>) {
    costs_anew(bencher, &Portfolio::new(twenty(Cost::Pert)));
}

#[divan::bench]
fn w2_costs_anew(bencher: Bencher<'_, '_>) {
    costs_anew(bencher, &Portfolio::new(twenty(Cost::Lognormal)));
}

#[divan::bench]
fn w3_costs_anew(bencher: Bencher<'_, '_>) {
    costs_anew(bencher, &driven());
}

#[divan::bench]
fn a_thousand_costs_anew(bencher: Bencher<'_, '_>) {
    costs_anew(bencher, &Portfolio::new(many(1_000)));
}

/// An engine that has worked out nearly the same year: one risk of it comes to cost more.
fn one_edit(bencher: Bencher<'_, '_>, risks: Vec<Exposure>) {
    let mut engine = Engine::default();
    let mut percent = 99;
    bencher.bench_local(|| {
        percent = if percent > 80 { percent - 1 } else { 99 };
        let mut edited = risks.clone();
        edited[7] = risks[7].left(Share::WHOLE, Share::of_basis_points(percent * 100).expect("a share"));
        all_figures(&mut engine, &Portfolio::new(edited))
    });
}

#[divan::bench]
fn w1_one_edit(bencher: Bencher<'_, '_>) {
    one_edit(bencher, twenty(Cost::Pert));
}

#[divan::bench]
fn w2_one_edit(bencher: Bencher<'_, '_>) {
    one_edit(bencher, twenty(Cost::Lognormal));
}

#[divan::bench]
fn a_thousand_one_edit(bencher: Bencher<'_, '_>) {
    one_edit(bencher, many(1_000));
}
