//! What the risks of a register cost: those in force that have figures, as one portfolio, before their controls and with
//! them; drivers that they share go with them. How the loss of a year of a portfolio is worked out is next door in [`crate::loss`], which knows no register.

mod parts;
mod seen;

use std::rc::Rc;

pub use parts::{RiskCost, RiskCosts};
pub use seen::{financial_year, observed, seen};

use crate::catalogue::CategoryId;
use crate::loss::{CostedControl, Cut, Exposure, Portfolio, Pull, under, yearly_cost};
use crate::order::Places;
use crate::register::{
    Control, DriverId, Effect, InForce, Organisation, OwnDriver, PartnershipId, Quantification, Register,
    Risk, RiskId,
};
use crate::share::Share;

/// Which risks are looked at together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Slice {
    /// All of them.
    #[default]
    All,
    /// Those of one partnership.
    Partnership(PartnershipId),
    /// Those of one category.
    Category(CategoryId),
    /// One risk by itself.
    Risk(RiskId),
}

/// The risks in force that have figures, and the controls that serve them.
pub struct Costs<'r> {
    risks: Vec<&'r Rc<Risk>>,
    before: Portfolio,
    controls: Vec<Serving<'r>>,
    n_without_figures: usize,
}

/// A control that cuts the events or the cost of risks that have figures.
#[derive(Clone, Debug, PartialEq)]
pub struct Serving<'r> {
    /// The control.
    pub control: &'r Control,
    /// What it takes from which exposure, and what it costs.
    pub costed: CostedControl,
}

impl Slice {
    /// Whether a risk belongs to it.
    #[must_use]
    pub fn holds(&self, risk: &Risk) -> bool {
        match self {
            Self::All => true,
            Self::Partnership(id) => risk.partnership == *id,
            Self::Category(id) => risk.category.as_ref() == Some(id),
            Self::Risk(id) => risk.id == *id,
        }
    }
}

impl<'r> Costs<'r> {
    /// What the risks of a slice cost.
    #[must_use]
    pub fn of(register: &'r Register, slice: &Slice) -> Self {
        let in_force = InForce::of(register);
        let all = in_force.risks().iter().filter(|risk| slice.holds(risk));
        let (with, without): (Vec<&Rc<Risk>>, Vec<_>) = all.partition(|risk| risk.quantification.is_some());
        let figures: Vec<&Quantification> =
            with.iter().filter_map(|risk| risk.quantification.as_ref()).collect();
        Self {
            before: before(register.organisation(), &figures),
            controls: serving(register, &with),
            risks: with,
            n_without_figures: without.len(),
        }
    }

    /// The risks that have figures, in the register's order: that of the exposures of every portfolio here.
    #[must_use]
    pub fn risks(&self) -> &[&'r Rc<Risk>] {
        &self.risks
    }

    /// How many risks of the slice have none.
    #[must_use]
    pub fn n_without_figures(&self) -> usize {
        self.n_without_figures
    }

    /// The controls that cut anything, in the register's order.
    #[must_use]
    pub fn controls(&self) -> &[Serving<'r>] {
        &self.controls
    }

    /// The portfolio that is left by the controls that count: each cuts what the others leave.
    #[must_use]
    pub fn portfolio(&self, counts: impl Fn(&Control) -> bool) -> Portfolio {
        let counting = self.controls.iter().filter(|serving| counts(serving.control));
        under(&self.before, counting.map(|serving| &serving.costed))
    }
}

/// Risks with these figures before any control, with those drivers of the organisation that pull any of them, in its
/// order.
#[must_use]
pub fn before(organisation: &Organisation, figures: &[&Quantification]) -> Portfolio {
    let is_pulled = |figures: &&Quantification, id: &DriverId| figures.pulls.iter().any(|(by, _)| by == id);
    let pulls_any = |driver: &&OwnDriver| figures.iter().any(|figures| is_pulled(figures, &driver.id));
    let drivers: Vec<&OwnDriver> = organisation.drivers.iter().filter(pulls_any).collect();
    let exposures = figures.iter().map(|figures| exposure(figures, &drivers)).collect();
    let factors = drivers.iter().map(|driver| driver.factor).collect();
    Portfolio::with_drivers(factors, exposures)
        .expect("only risks at a steady rate are pulled, by no more than all of it")
}

fn exposure(figures: &Quantification, drivers: &[&OwnDriver]) -> Exposure {
    let pull = |(id, share): &(DriverId, Share)| {
        let driver = drivers.iter().position(|driver| driver.id == *id)?;
        Some(Pull { driver, share: *share })
    };
    let pulls = figures.pulls.iter().filter_map(pull).collect();
    Exposure::new(&figures.frequency, &figures.severity, figures.our_share).pulled(pulls)
}

/// The controls that cut events or costs of these risks.
fn serving<'r>(register: &'r Register, risks: &[&Rc<Risk>]) -> Vec<Serving<'r>> {
    let numbered: Vec<(u64, usize)> = risks.iter().map(|risk| risk.id.bits()).zip(0..).collect();
    let places = Places::of(&numbered);
    let cut = |effect: &Effect| {
        Some(Cut {
            exposure: places.first(effect.risk.bits())?,
            events: effect.frequency_cut.unwrap_or_default(),
            cost: effect.severity_cut.unwrap_or_default(),
        })
    };
    let costed = |control: &Control| {
        let cuts = control.effects.iter().filter_map(cut);
        let cuts = cuts.filter(|cut| cut.events > Share::NONE || cut.cost > Share::NONE).collect();
        let cost = yearly_cost(control.cost_per_year, control.cost_to_build, control.lasts_years);
        CostedControl::new(cuts, cost).ok()
    };
    let serving = register.controls().iter().filter_map(|control| {
        let costed = costed(control)?;
        Some(Serving { control, costed })
    });
    serving.filter(|serving| !serving.costed.cuts().is_empty()).collect()
}

#[cfg(test)]
mod tests;
