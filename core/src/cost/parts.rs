//! The part of each risk in what a year costs, as things are today.

use super::{Costs, Slice};
use crate::loss::{Engine, TAIL_FROM};
use crate::order::ordered;
use crate::register::{Control, Register, RiskId};

/// The part of one risk.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct RiskCost {
    /// The expected loss in pounds a year.
    pub expected: f64,
    /// The part in the average loss of the worst year in twenty, as a share of the whole.
    pub tail_share: f64,
}

/// The parts of all risks in force that have figures, with the controls that operate.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RiskCosts {
    /// By the bits of their ids.
    by_risk: Vec<(u64, RiskCost)>,
}

impl RiskCosts {
    /// The parts of the risks of a register.
    #[must_use]
    pub fn of(register: &Register, engine: &mut Engine) -> Self {
        let costs = Costs::of(register, &Slice::All);
        let portfolio = costs.portfolio(Control::is_operating);
        let loss = engine.year(&portfolio);
        let tails = engine.tail_shares(&portfolio, &loss, TAIL_FROM);
        let whole = loss.tail_mean(TAIL_FROM).max(f64::MIN_POSITIVE);
        let parts = portfolio.exposures().iter().zip(tails);
        let cost = parts.map(|(risk, tail)| RiskCost { expected: risk.mean(), tail_share: tail / whole });
        let by_risk: Vec<(u64, RiskCost)> =
            costs.risks().iter().map(|risk| risk.id.bits()).zip(cost).collect();
        Self { by_risk: ordered(&by_risk, &|a, b| a.0.cmp(&b.0)) }
    }

    /// Whether no risk has figures.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.by_risk.is_empty()
    }

    /// The part of a risk; nothing of one without figures.
    #[must_use]
    pub fn of_risk(&self, id: RiskId) -> RiskCost {
        let place = self.by_risk.binary_search_by_key(&id.bits(), |(bits, _)| *bits);
        place.map(|place| self.by_risk[place].1).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example::{fife_council, marlshire};

    #[test]
    fn the_parts_of_all_risks_are_the_whole_and_a_risk_without_figures_has_none() {
        let register = marlshire();
        let costs = RiskCosts::of(&register, &mut Engine::default());
        let of_all = register.risks().iter().map(|risk| (risk, costs.of_risk(risk.id)));
        let sum: f64 = of_all.clone().map(|(_, cost)| cost.tail_share).sum();
        assert!((sum - 1.0).abs() < 1e-6, "{sum}");
        for (risk, cost) in of_all {
            assert_eq!(cost.expected > 0.0, risk.quantification.is_some(), "{}", risk.title);
        }
        assert!(RiskCosts::of(&fife_council(), &mut Engine::default()).is_empty());
    }
}
