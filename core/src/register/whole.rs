//! Whether a register is whole: everything has a name, whatever names another part names one that
//! exists, and every rating lies on its matrix.

use std::rc::Rc;

use super::{Action, ChangeError, Control, Loss, Register, Risk, Serves, Snapshot, Stage};

/// The first thing that is not whole, if anything is not.
pub(super) fn check(register: &Register) -> Result<(), ChangeError> {
    let organisation = register.organisation();
    if !organisation.appetite.fits(organisation.matrix.levels().len()) {
        return Err(ChangeError::AppetiteDoesNotFit);
    }
    named(register.partnerships().iter().map(|p| &p.name), "a partnership")?;
    register.risks().iter().try_for_each(|risk| check_risk(register, risk))?;
    named(register.controls().iter().map(|c| &c.name), "a control")?;
    named(register.actions().iter().map(|a| &a.what), "an action")?;
    check_effects(register)?;
    register.actions().iter().try_for_each(|action| check_action(register, action))?;
    register.losses().iter().try_for_each(|loss| check_loss(register, loss))?;
    check_health(register)?;
    named(register.snapshots().iter().map(|s| &s.name), "a snapshot")?;
    register.snapshots().iter().try_for_each(|snapshot| check_snapshot(snapshot))
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
    let off = |stage: &Stage| risk.ratings.at(*stage).is_some_and(|rating| !register.matrix().holds(rating));
    let off = Stage::ALL.into_iter().find(off);
    off.map_or(Ok(()), |stage| Err(ChangeError::OffTheMatrix(risk.title.clone(), stage)))
}

fn check_effects(register: &Register) -> Result<(), ChangeError> {
    let is_lost = |control: &&Rc<Control>| !control.effects.iter().all(|e| register.risks.has(e.risk));
    let lost = register.controls().iter().find(is_lost);
    lost.map_or(Ok(()), |control| Err(ChangeError::NoSuchPart("control", control.name.clone(), "risk")))
}

fn check_action(register: &Register, action: &Action) -> Result<(), ChangeError> {
    let (is_known, kind) = match action.serves {
        Serves::Risk(id) => (register.risks.has(id), "risk"),
        Serves::Control(id) => (register.controls.has(id), "control"),
        Serves::Partnership(id) => (register.partnerships.has(id), "partnership"),
    };
    if is_known { Ok(()) } else { Err(ChangeError::NoSuchPart("action", action.what.clone(), kind)) }
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
    if loss.risk.is_some_and(|id| !register.risks.has(id)) { no_such("risk") } else { Ok(()) }
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
