//! A control as the search for a best set sees it: its cost in pence, and the share that it takes from each risk.

use crate::loss::controls::CostedControl;
use crate::money::Pence;

/// A control that the budget allows and that serves a risk.
pub(super) struct Candidate {
    /// Its place among the controls.
    pub(super) place: usize,
    /// What it costs a year.
    pub(super) pence: i64,
    /// The risks that it serves, each once, and the share of their mean loss that it takes away.
    cuts: Vec<(usize, f64)>,
}

/// The candidates among some controls, those that bring most for each pound first, where each risk has such a part in the
/// figure.
pub(super) fn candidates(controls: &[&CostedControl], parts: &[f64], budget: Pence) -> Vec<Candidate> {
    let priced = controls.iter().enumerate().filter_map(|(place, control)| {
        let pence = control.yearly_cost()?.pence();
        Some(Candidate { place, pence, cuts: shares_taken(control, parts.len()) })
    });
    let allowed = priced.filter(|candidate| candidate.pence <= budget.pence() && !candidate.cuts.is_empty());
    let mut rated: Vec<(f64, Candidate)> = allowed.map(|c| (c.ratio(parts), c)).collect();
    rated.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    rated.into_iter().map(|(_, candidate)| candidate).collect()
}

/// The share of the mean of each risk that a control takes away, where it takes any.
fn shares_taken(control: &CostedControl, n_risks: usize) -> Vec<(usize, f64)> {
    let mut left: Vec<(usize, f64)> = Vec::new();
    for cut in control.cuts().iter().filter(|cut| cut.exposure < n_risks) {
        let keeps = cut.events.rest().fraction() * cut.cost.rest().fraction();
        match left.iter_mut().find(|(risk, _)| *risk == cut.exposure) {
            Some((_, share)) => *share *= keeps,
            None => left.push((cut.exposure, keeps)),
        }
    }
    left.into_iter().filter(|(_, share)| *share < 1.0).map(|(risk, share)| (risk, 1.0 - share)).collect()
}

impl Candidate {
    pub(super) fn pounds(&self) -> f64 {
        self.pence as f64 / 100.0
    }

    /// The most that it brings beyond its cost where each risk has such a part in the figure.
    pub(super) fn net(&self, parts: &[f64]) -> f64 {
        self.cuts.iter().map(|(risk, share)| parts[*risk] * share).sum::<f64>() - self.pounds()
    }

    /// The same for each pound of its cost.
    pub(super) fn ratio(&self, parts: &[f64]) -> f64 {
        if self.pence == 0 { f64::INFINITY } else { self.net(parts) / self.pounds() }
    }

    /// What is left of each part beside it.
    pub(super) fn taken_from(&self, parts: &[f64]) -> Vec<f64> {
        let mut parts = parts.to_vec();
        self.cuts.iter().for_each(|(risk, share)| parts[*risk] *= 1.0 - share);
        parts
    }
}
