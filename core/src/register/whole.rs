//! Whether a register is whole: everything has a name, whatever names another part names one that
//! exists, and every rating lies on its matrix.

use std::cmp::Ordering;

use super::entity::Entity;
use super::{ChangeError, Id, Register, Risk, Serves, Snapshot, Stage};
use crate::order::ordered;

/// The first thing that is not whole, if anything is not.
pub(super) fn check(register: &Register) -> Result<(), ChangeError> {
    let organisation = register.organisation();
    if !organisation.appetite.fits(organisation.matrix.levels().len()) {
        return Err(ChangeError::AppetiteDoesNotFit);
    }
    let known = Known::of(register);
    named(register.partnerships().iter().map(|p| &p.name), "a partnership")?;
    register.risks().iter().try_for_each(|risk| known.check_risk(register, risk))?;
    named(register.controls().iter().map(|c| &c.name), "a control")?;
    named(register.actions().iter().map(|a| &a.what), "an action")?;
    known.check_effects(register)?;
    known.check_actions(register)?;
    known.check_losses(register)?;
    known.check_health(register)?;
    named(register.snapshots().iter().map(|s| &s.name), "a snapshot")?;
    register.snapshots().iter().try_for_each(|snapshot| check_snapshot(snapshot))
}

fn named<'r>(mut names: impl Iterator<Item = &'r String>, kind: &'static str) -> Result<(), ChangeError> {
    if names.all(|name| !name.trim().is_empty()) { Ok(()) } else { Err(ChangeError::Unnamed(kind)) }
}

/// The ids there are, in order, so that each is found at once.
struct Known {
    partnerships: Vec<u64>,
    risks: Vec<u64>,
    controls: Vec<u64>,
}

impl Known {
    fn of(register: &Register) -> Self {
        Self {
            partnerships: ids(register.partnerships()),
            risks: ids(register.risks()),
            controls: ids(register.controls()),
        }
    }

    fn check_risk(&self, register: &Register, risk: &Risk) -> Result<(), ChangeError> {
        if risk.title.trim().is_empty() {
            return Err(ChangeError::UntitledRisk(risk.reference.clone()));
        }
        if !has(&self.partnerships, risk.partnership) {
            return Err(ChangeError::NoSuchPartnership(risk.title.clone()));
        }
        if !risk.linked.iter().all(|id| has(&self.risks, *id)) {
            return Err(ChangeError::NoSuchPart("risk", risk.title.clone(), "risk"));
        }
        let off =
            |stage: &Stage| risk.ratings.at(*stage).is_some_and(|rating| !register.matrix().holds(rating));
        let off = Stage::ALL.into_iter().find(off);
        off.map_or(Ok(()), |stage| Err(ChangeError::OffTheMatrix(risk.title.clone(), stage)))
    }

    fn check_effects(&self, register: &Register) -> Result<(), ChangeError> {
        let lost = register
            .controls()
            .iter()
            .find(|control| !control.effects.iter().all(|effect| has(&self.risks, effect.risk)));
        lost.map_or(Ok(()), |control| Err(ChangeError::NoSuchPart("control", control.name.clone(), "risk")))
    }

    fn check_actions(&self, register: &Register) -> Result<(), ChangeError> {
        for action in register.actions() {
            let (is_known, kind) = match action.serves {
                Serves::Risk(id) => (has(&self.risks, id), "risk"),
                Serves::Control(id) => (has(&self.controls, id), "control"),
                Serves::Partnership(id) => (has(&self.partnerships, id), "partnership"),
            };
            if !is_known {
                return Err(ChangeError::NoSuchPart("action", action.what.clone(), kind));
            }
        }
        Ok(())
    }

    fn check_health(&self, register: &Register) -> Result<(), ChangeError> {
        let checks = register.health_checks();
        named(checks.iter().map(|check| &check.respondent), "a respondent of a health check")?;
        let lost = checks.iter().find(|check| !has(&self.partnerships, check.partnership));
        lost.map_or(Ok(()), |check| {
            Err(ChangeError::NoSuchPart("health check", check.respondent.clone(), "partnership"))
        })
    }

    fn check_losses(&self, register: &Register) -> Result<(), ChangeError> {
        for loss in register.losses() {
            if !has(&self.partnerships, loss.partnership) {
                return Err(ChangeError::NoSuchPart("loss", loss.what.clone(), "partnership"));
            }
            if !loss.risk.is_none_or(|id| has(&self.risks, id)) {
                return Err(ChangeError::NoSuchPart("loss", loss.what.clone(), "risk"));
            }
        }
        Ok(())
    }
}

fn ids<T: Entity>(entities: &[std::rc::Rc<T>]) -> Vec<u64> {
    let ids: Vec<u64> = entities.iter().map(|entity| entity.id().bits()).collect();
    ordered(&ids, &|a: &u64, b: &u64| -> Ordering { a.cmp(b) })
}

fn has<T>(known: &[u64], id: Id<T>) -> bool {
    known.binary_search(&id.bits()).is_ok()
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
