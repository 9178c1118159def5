//! What rows can belong to, what tells two things of a kind apart, and what came of the rows before. Which
//! of it a row asks for is told for each kind next door in [`super::records`].

use super::finding::Trouble;
use super::home::{Homes, Names};
use super::intake::{IN_REGISTER, first_with, key};
use super::mapping::{Mapping, Repeats};
use super::preview::Stamp;
use super::records::{Misplaced, Settled};
use crate::exchange::kind::Kind;
use crate::exchange::records::Questions;
use crate::letters::folded;
use crate::register::{
    Action, Change, Control, ControlId, HealthCheck, Loss, PartnershipId, Register, RiskId, Serves, Timestamp,
};

/// What rows can belong to, and what came of those before.
pub(super) struct Places<'a> {
    mapping: &'a Mapping,
    pub(super) homes: Homes,
    pub(super) now: Timestamp,
    /// What the register and the rows before have, by what tells it apart, to the row that has it.
    seen: Names,
    /// The health checks of the file, by what tells them apart, to their place in `made`.
    check_places: Names,
    /// Risks by their title and by their reference, in their partnership; to the place in `risk_ids`.
    risks: Names,
    risk_ids: Vec<RiskId>,
    /// Controls by their name, to the place in `control_ids`.
    controls: Names,
    control_ids: Vec<ControlId>,
    pub(super) questions: Questions,
    pub(super) made: Made,
}

/// What is to be added, but for partnerships.
#[derive(Default)]
pub(super) struct Made {
    pub(super) checks: Vec<HealthCheck>,
    pub(super) losses: Vec<Loss>,
    pub(super) actions: Vec<Action>,
    pub(super) controls: Vec<Control>,
}

impl<'a> Places<'a> {
    pub(super) fn new(register: &Register, mapping: &'a Mapping, stamp: Stamp) -> Self {
        let mut places = Self {
            mapping,
            homes: Homes::new(register, stamp),
            now: stamp.now,
            seen: seen(register, mapping.kind),
            check_places: Names::new(),
            risks: Names::new(),
            risk_ids: register.risks().iter().map(|risk| risk.id).collect(),
            controls: Names::new(),
            control_ids: register.controls().iter().map(|control| control.id).collect(),
            questions: Questions::new(),
            made: Made::default(),
        };
        places.know(register);
        places
    }

    /// A title stands before a reference that reads alike.
    fn know(&mut self, register: &Register) {
        for (place, risk) in register.risks().iter().enumerate() {
            if !risk.reference.is_empty() {
                self.risks.insert(key(risk.partnership, &risk.reference), place);
            }
        }
        for (place, risk) in register.risks().iter().enumerate() {
            self.risks.insert(key(risk.partnership, &risk.title), place);
        }
        for (place, control) in register.controls().iter().enumerate() {
            self.controls.insert(folded(&control.name), place);
        }
    }

    /// The one change that brings everything in.
    pub(super) fn change(self) -> Change {
        let Made { checks, losses, actions, controls } = self.made;
        let partnerships = (!self.homes.made.is_empty()).then_some(Change::PartnershipsPut(self.homes.made));
        let checks = (!checks.is_empty()).then_some(Change::HealthChecksPut(checks));
        let losses = (!losses.is_empty()).then_some(Change::LossesPut(losses));
        let actions = (!actions.is_empty()).then_some(Change::ActionsPut(actions));
        let controls = (!controls.is_empty()).then_some(Change::ControlsPut(controls));
        Change::All([partnerships, checks, losses, actions, controls].into_iter().flatten().collect())
    }

    /// The partnership of a row, made where there is none of this name.
    pub(super) fn home(&mut self, named: &str) -> PartnershipId {
        self.homes.of(named, &self.mapping.home)
    }

    /// The row before that has this, if one has; what the register has is left out unless it is wanted again.
    pub(super) fn first(&mut self, key: String, number: usize) -> Settled {
        match first_with(&mut self.seen, key, number) {
            Some(IN_REGISTER) if self.mapping.repeats == Repeats::LeaveOut => Err(Misplaced::SameThere),
            Some(IN_REGISTER) | None => Ok(None),
            before => Ok(before),
        }
    }

    /// The check of the file by the same respondent about the same partnership on the same day: this one,
    /// where there is none yet.
    pub(super) fn check_like(
        &mut self,
        blank: HealthCheck,
        number: usize,
    ) -> Result<&mut HealthCheck, Misplaced> {
        let key = check_key(&blank);
        let place = match self.check_places.get(&key) {
            Some(place) => *place,
            None => {
                self.first(key.clone(), number)?;
                self.made.checks.push(HealthCheck { id: self.homes.fresh_id(), ..blank });
                self.check_places.insert(key, self.made.checks.len() - 1);
                self.made.checks.len() - 1
            }
        };
        Ok(&mut self.made.checks[place])
    }

    /// The risk of this title or reference in a partnership; none where nothing is named.
    pub(super) fn risk(&self, partnership: PartnershipId, named: &str) -> Result<Option<RiskId>, Misplaced> {
        if named.is_empty() {
            return Ok(None);
        }
        let found = self.risks.get(&key(partnership, named)).map(|place| self.risk_ids[*place]);
        found.map(Some).ok_or_else(|| Misplaced::wrong(named, Trouble::UnknownRisk))
    }

    /// The control of this name.
    pub(super) fn control(&self, named: &str) -> Result<ControlId, Misplaced> {
        let found = self.controls.get(&folded(named)).map(|place| self.control_ids[*place]);
        found.ok_or_else(|| Misplaced::wrong(named, Trouble::UnknownControl))
    }
}

/// What the register has of a kind, by what tells it apart.
fn seen(register: &Register, kind: Kind) -> Names {
    let keys: Vec<String> = match kind {
        Kind::Risks => Vec::new(),
        Kind::Partnerships => register.partnerships().iter().map(|p| folded(&p.name)).collect(),
        Kind::HealthAnswers => register.health_checks().iter().map(|check| check_key(check)).collect(),
        Kind::Losses => register.losses().iter().map(|loss| loss_key(loss)).collect(),
        Kind::Actions => register.actions().iter().map(|action| action_key(action)).collect(),
        Kind::Controls => register.controls().iter().map(|control| folded(&control.name)).collect(),
    };
    keys.into_iter().map(|key| (key, IN_REGISTER)).collect()
}

/// What parts the pieces of a key; no cell that is compared holds it.
const PARTED: &str = "\u{1f}";

/// What tells health checks apart: partnership, respondent, body and day.
pub(super) fn check_key(check: &HealthCheck) -> String {
    let whose = [folded(&check.respondent), folded(&check.body), check.date.to_string()].join(PARTED);
    key(check.partnership, "") + &whose
}

/// What tells losses apart: partnership, words, day and cost.
pub(super) fn loss_key(loss: &Loss) -> String {
    let what = [folded(&loss.what), loss.date.to_string(), loss.cost.as_typed()].join(PARTED);
    key(loss.partnership, "") + &what
}

/// What tells actions apart: what they serve and their words.
pub(super) fn action_key(action: &Action) -> String {
    let (kind, id) = match action.serves {
        Serves::Risk(id) => ("r", id.to_string()),
        Serves::Control(id) => ("c", id.to_string()),
        Serves::Partnership(id) => ("p", id.to_string()),
    };
    [kind, &id, PARTED, &folded(&action.what)].concat()
}
