//! Whether a register is whole: everything has a name, whatever names another part names one that
//! exists, every rating lies on its matrix, nothing costs less than nothing, and the organisation's rules do not
//! contradict themselves.

use super::{
    Action, ChangeError, Control, Loss, MOST_DRIVERS, Organisation, Partnership, Quantification, Register,
    Risk, Serves, Snapshot, Stage, survey,
};
use crate::money::Pence;
use crate::order::ordered;

/// The first thing that is not whole, if anything is not.
pub(super) fn check(register: &Register) -> Result<(), ChangeError> {
    check_organisation(register.organisation())?;
    named(register.partnerships().iter().map(|p| &p.name), "a partnership")?;
    register.partnerships().iter().try_for_each(|partnership| check_funding(partnership))?;
    register.risks().iter().try_for_each(|risk| check_risk(register, risk))?;
    named(register.controls().iter().map(|c| &c.name), "a control")?;
    named(register.actions().iter().map(|a| &a.what), "an action")?;
    register.controls().iter().try_for_each(|control| check_control(register, control))?;
    register.actions().iter().try_for_each(|action| check_action(register, action))?;
    register.losses().iter().try_for_each(|loss| check_loss(register, loss))?;
    check_health(register)?;
    named(register.snapshots().iter().map(|s| &s.name), "a snapshot")?;
    register.snapshots().iter().try_for_each(|snapshot| check_snapshot(snapshot))?;
    survey::check(register)
}

fn check_organisation(organisation: &Organisation) -> Result<(), ChangeError> {
    let Organisation { appetite, significance, categories, .. } = organisation;
    named(std::iter::once(&organisation.name), "the organisation")?;
    if !appetite.fits(organisation.matrix.levels().len()) {
        return Err(ChangeError::AppetiteDoesNotFit);
    }
    if !appetite.tolerance_is_in_order() {
        return Err(ChangeError::ToleranceOutOfOrder);
    }
    if !(0 < significance.moderate_from && significance.moderate_from < significance.major_from) {
        return Err(ChangeError::RanksOutOfOrder);
    }
    let costs = significance.criteria.iter().map(|criterion| (&criterion.name, criterion.cost()));
    costs.into_iter().try_for_each(|(name, cost)| no_less_than_nothing("criterion", name, &[cost]))?;
    let criteria: Vec<&str> = significance.criteria.iter().map(|criterion| &*criterion.key).collect();
    let categories: Vec<&str> = categories.iter().map(|category| category.id.as_str()).collect();
    apart("criteria of significance", &criteria)?;
    apart("categories of your own", &categories)?;
    check_drivers(organisation)
}

fn check_drivers(organisation: &Organisation) -> Result<(), ChangeError> {
    let drivers = &organisation.drivers;
    named(drivers.iter().map(|driver| &driver.name), "a driver")?;
    survey::few("drivers", drivers.len(), MOST_DRIVERS)?;
    let ids: Vec<&str> = drivers.iter().map(|driver| driver.id.as_str()).collect();
    apart("drivers", &ids)
}

/// That no two things of one kind have the same name in files.
fn apart(kind: &'static str, keys: &[&str]) -> Result<(), ChangeError> {
    let sorted = ordered(keys, &|a, b| a.cmp(b));
    let same = sorted.windows(2).find(|two| two[0] == two[1]);
    same.map_or(Ok(()), |two| Err(ChangeError::Repeated(kind, two[0].to_owned())))
}

fn no_less_than_nothing(
    kind: &'static str,
    name: &str,
    amounts: &[Option<Pence>],
) -> Result<(), ChangeError> {
    let is_negative = amounts.iter().flatten().any(|amount| *amount < Pence::default());
    if is_negative { Err(ChangeError::Negative(kind, name.to_owned())) } else { Ok(()) }
}

fn check_funding(partnership: &Partnership) -> Result<(), ChangeError> {
    let funding = &partnership.funding;
    no_less_than_nothing("partnership", &partnership.name, &[funding.annual_budget, funding.our_contribution])
}

fn named<'r>(mut names: impl Iterator<Item = &'r String>, kind: &'static str) -> Result<(), ChangeError> {
    if names.all(|name| !name.trim().is_empty()) { Ok(()) } else { Err(ChangeError::Unnamed(kind)) }
}

fn check_risk(register: &Register, risk: &Risk) -> Result<(), ChangeError> {
    if risk.title.trim().is_empty() {
        return Err(ChangeError::UntitledRisk(risk.reference.clone()));
    }
    if !register.partnerships.has(risk.partnership) {
        return Err(ChangeError::NoSuchPartnership(risk.title.clone()));
    }
    if !risk.linked.iter().all(|id| register.risks.has(*id)) {
        return Err(ChangeError::NoSuchPart("risk", risk.title.clone(), "risk"));
    }
    if risk.linked.contains(&risk.id) {
        return Err(ChangeError::LinkedToItself(risk.title.clone()));
    }
    risk.quantification.as_ref().map_or(Ok(()), |figures| check_pulls(register, risk, figures))?;
    let off = |stage: &Stage| risk.ratings.at(*stage).is_some_and(|rating| !register.matrix().holds(rating));
    let off = Stage::ALL.into_iter().find(off);
    off.map_or(Ok(()), |stage| Err(ChangeError::OffTheMatrix(risk.title.clone(), stage)))
}

fn check_pulls(register: &Register, risk: &Risk, figures: &Quantification) -> Result<(), ChangeError> {
    let organisation = register.organisation();
    if figures.pulls.iter().any(|(id, _)| organisation.driver(id).is_none()) {
        return Err(ChangeError::NoSuchPart("risk", risk.title.clone(), "driver"));
    }
    figures.check_pulls().map_err(|error| ChangeError::Pulls(risk.title.clone(), error))
}

fn check_control(register: &Register, control: &Control) -> Result<(), ChangeError> {
    let Control { name, effects, .. } = control;
    if !effects.iter().all(|effect| register.risks.has(effect.risk)) {
        return Err(ChangeError::NoSuchPart("control", name.clone(), "risk"));
    }
    let risks: Vec<u64> = effects.iter().map(|effect| effect.risk.bits()).collect();
    if ordered(&risks, &|a, b| a.cmp(b)).windows(2).any(|two| two[0] == two[1]) {
        return Err(ChangeError::ServesTwice(name.clone()));
    }
    no_less_than_nothing("control", name, &[control.cost_to_build, control.cost_per_year])
}

fn check_action(register: &Register, action: &Action) -> Result<(), ChangeError> {
    let (is_known, kind) = match action.serves {
        Serves::Risk(id) => (register.risks.has(id), "risk"),
        Serves::Control(id) => (register.controls.has(id), "control"),
        Serves::Partnership(id) => (register.partnerships.has(id), "partnership"),
    };
    if !is_known {
        return Err(ChangeError::NoSuchPart("action", action.what.clone(), kind));
    }
    no_less_than_nothing("action", &action.what, &[action.cost])
}

fn check_health(register: &Register) -> Result<(), ChangeError> {
    let checks = register.health_checks();
    named(checks.iter().map(|check| &check.respondent), "a respondent of a health check")?;
    let lost = checks.iter().find(|check| !register.partnerships.has(check.partnership));
    lost.map_or(Ok(()), |check| {
        Err(ChangeError::NoSuchPart("health check", check.respondent.clone(), "partnership"))
    })
}

fn check_loss(register: &Register, loss: &Loss) -> Result<(), ChangeError> {
    let no_such = |part| Err(ChangeError::NoSuchPart("loss", loss.what.clone(), part));
    if !register.partnerships.has(loss.partnership) {
        return no_such("partnership");
    }
    if loss.risk.is_some_and(|id| !register.risks.has(id)) {
        return no_such("risk");
    }
    no_less_than_nothing("loss", &loss.what, &[Some(loss.cost)])
}

/// A snapshot stands by itself: its ratings lie on the matrix of its day.
fn check_snapshot(snapshot: &Snapshot) -> Result<(), ChangeError> {
    for risk in &snapshot.risks {
        let off =
            |stage: &Stage| risk.ratings.at(*stage).is_some_and(|rating| !snapshot.matrix.holds(rating));
        if let Some(stage) = Stage::ALL.into_iter().find(off) {
            return Err(ChangeError::OffTheMatrix(risk.title.clone(), stage));
        }
    }
    Ok(())
}
