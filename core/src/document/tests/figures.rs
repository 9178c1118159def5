//! Figures of every law, each with amounts in order.

use super::Pen;
use crate::loss::{
    Driver, Frequency, FrequencyKind, FrequencyLaw, Millionths, Severity, SeverityKind, SeverityLaw,
};
use crate::money::Pence;
use crate::register::{DriverId, OwnDriver, Quantification};
use crate::share::Share;

/// The ids of the drivers.
pub(super) const DRIVERS: [&str; 2] = ["funding squeeze", "one supplier"];

/// A driver that varies somehow.
pub(super) fn driver(pen: &mut Pen, id: &str) -> OwnDriver {
    let variance = Millionths::new((1 + pen.below(10_000_000)) as f64 / 1e6).expect("small");
    let factor = Driver::new(variance).expect("within bounds");
    OwnDriver { id: DriverId::new(id), name: pen.text(), factor }
}

/// Shares of a steady rate, together at most the whole; none of another law.
fn pulls(pen: &mut Pen, law: &FrequencyLaw) -> Vec<(DriverId, Share)> {
    let mut share = || Share::of_basis_points(pen.below(5_001)).expect("a share");
    match law {
        FrequencyLaw::Poisson { .. } => DRIVERS.map(|id| (DriverId::new(id), share())).to_vec(),
        FrequencyLaw::Bernoulli { .. } | FrequencyLaw::NegativeBinomial { .. } => Vec::new(),
    }
}

pub(super) fn any(pen: &mut Pen) -> Quantification {
    let frequency = frequency(pen);
    Quantification {
        frequency: Frequency::new(frequency).expect("sound"),
        severity: Severity::new(severity(pen)).expect("amounts in order"),
        our_share: pen.share(),
        pulls: pulls(pen, &frequency),
        basis: pen.text(),
    }
}

fn frequency(pen: &mut Pen) -> FrequencyLaw {
    let mut number = |above: f64| Millionths::new(above + pen.below(1_000_000) as f64 / 1e6).expect("small");
    let (part, whole, more) = (number(0.0), number(1.0), number(2.0));
    match pen.choice() {
        FrequencyKind::Poisson => FrequencyLaw::Poisson { rate: more },
        FrequencyKind::Bernoulli => FrequencyLaw::Bernoulli { probability: part },
        FrequencyKind::NegativeBinomial => FrequencyLaw::NegativeBinomial { mean: whole, variance: more },
    }
}

fn severity(pen: &mut Pen) -> SeverityLaw {
    let mut amount = |above: i64| Pence::new(above + pen.below(1_000_000)).expect("small");
    let (low, mode, high) = (amount(1_000_000), amount(2_000_000), amount(3_000_000));
    match pen.choice() {
        SeverityKind::Lognormal => SeverityLaw::Lognormal { low, high },
        SeverityKind::LognormalMedian => {
            let percentile = Share::of_basis_points(8_000 + pen.below(1_999)).expect("a share");
            SeverityLaw::LognormalMedian { median: low, percentile, high }
        }
        SeverityKind::Pert => SeverityLaw::Pert { low, mode, high, weight: Millionths::FOUR },
        SeverityKind::Triangular => SeverityLaw::Triangular { low, mode, high },
        SeverityKind::Uniform => SeverityLaw::Uniform { low, high },
        SeverityKind::Fixed => SeverityLaw::Fixed { amount: mode },
        SeverityKind::Observed => SeverityLaw::Observed { amounts: vec![high, low, mode] },
    }
}
