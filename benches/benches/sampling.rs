//! How long a simulated year of one risk takes: one item is one year of one risk. Read the time over the number of items,
//! which is the inverse of the items a second.

use std::hint::black_box;

use divan::Bencher;
use divan::counter::ItemsCount;
use partnership_risk_benches::workloads::{ALL, Workload};
use partnership_risk_core::loss::sampling::Simulation;

const YEARS: usize = 1 << 18;

fn main() {
    divan::main();
}

/// A run without its figures.
#[divan::bench(args = ALL)]
fn years(bencher: Bencher, workload: Workload) {
    let run = Simulation::new(&workload.portfolio(), 1, YEARS).expect("not too much");
    bencher
        .counter(ItemsCount::new(YEARS * 20))
        .with_inputs(|| run.clone())
        .bench_local_values(|mut run| run.advance(YEARS));
}

/// The tables, before the first year.
#[divan::bench(args = ALL)]
fn tables(bencher: Bencher, workload: Workload) {
    let portfolio = workload.portfolio();
    bencher.bench_local(|| Simulation::new(black_box(&portfolio), 1, YEARS));
}

/// The figures of a run with their errors, after the last year.
#[divan::bench]
fn figures(bencher: Bencher) {
    let mut run = Simulation::new(&Workload::PoissonPert.portfolio(), 1, YEARS).expect("not too much");
    run.advance(YEARS);
    bencher.counter(ItemsCount::new(YEARS)).bench_local(|| run.result());
}
