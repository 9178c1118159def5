//! Figures of every law, each with amounts in order.

use super::Pen;
use crate::loss::{Frequency, FrequencyKind, FrequencyLaw, Millionths, Severity, SeverityKind, SeverityLaw};
use crate::money::Pence;
use crate::register::Quantification;
use crate::share::Share;

pub(super) fn any(pen: &mut Pen) -> Quantification {
    let frequency = frequency(pen);
    Quantification {
        frequency: Frequency::new(frequency).expect("sound"),
        severity: Severity::new(severity(pen)).expect("amounts in order"),
        our_share: pen.share(),
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
