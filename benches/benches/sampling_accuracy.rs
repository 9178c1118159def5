//! Simulates a million years of twenty risks from each of 256 seeds and prints by how many standard errors the figures lie
//! off the exact engine. The standard error is that of the mean of all seeds, from how the seeds differ.

use partnership_risk_benches::workloads::{ALL, Workload};
use partnership_risk_core::loss::sampling::{Sampled, Simulation};
use partnership_risk_core::loss::{Portfolio, YearsLoss};

const SEEDS: u64 = 256;
const YEARS: usize = 1_000_000;

fn run(risks: &Portfolio, seed: u64) -> Sampled {
    let mut run = Simulation::new(risks, seed, YEARS).expect("not too much");
    run.advance(YEARS);
    run.result().expect("years")
}

/// Prints one figure of all seeds beside what it should be.
fn compare(name: &str, found: &[f64], truth: f64) {
    let n = found.len() as f64;
    let mean = found.iter().sum::<f64>() / n;
    let variance = found.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / (n - 1.0);
    let (relative, errors) = (mean / truth - 1.0, (mean - truth) / (variance / n).sqrt());
    println!("{name:>6}: {mean:16.3} for {truth:16.3}, {relative:9.1e}, {errors:5.2} standard errors");
}

/// Prints all figures of a workload.
fn compare_all(workload: Workload) {
    let risks = workload.portfolio();
    let exact = YearsLoss::of(&risks);
    let runs: Vec<Sampled> = (1..=SEEDS).map(|seed| run(&risks, seed)).collect();
    let values = |figure: &dyn Fn(&Sampled) -> f64| runs.iter().map(figure).collect::<Vec<f64>>();
    println!("{workload:?}, {SEEDS} seeds of {YEARS} years");
    compare("mean", &values(&|run| run.mean.value), exact.mean());
    for (place, (level, _)) in runs[0].quantiles.iter().enumerate() {
        let truth = exact.quantile(f64::from(*level) / 100.0).best;
        compare(&format!("P{level}"), &values(&|run| run.quantiles[place].1.value), truth);
    }
    compare("TVaR95", &values(&|run| run.tail_mean.value), exact.tail_mean(0.95));
}

fn main() {
    ALL.into_iter().for_each(compare_all);
}
