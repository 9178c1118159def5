//! Where a row of each kind finds its place in the register: the partnership, risk or control that it names,
//! and whether the register or a row before has it already. How rows are read is next door in
//! [`super::record_intake`]; what the rows of a kind have come to is in [`super::places`].

use std::mem;

use super::finding::{Trouble, shortened};
use super::places::{Places, action_key, loss_key};
use crate::date::Date;
use crate::exchange::records::{ActionRow, AnswerRow, ControlRow, LossRow, Record};
use crate::health::{Given, QuestionId};
use crate::letters::folded;
use crate::register::{Action, Control, HealthCheck, HealthCheckId, Loss, Partnership, Serves};

/// Why a row finds no place.
pub(super) enum Misplaced {
    /// The register has it already.
    SameThere,
    /// Something in it is wrong; the text and what.
    Wrong(String, Trouble),
}

impl Misplaced {
    pub(super) fn wrong(text: &str, trouble: Trouble) -> Self {
        Self::Wrong(shortened(text), trouble)
    }
}

/// The number of the row before that says the same, if one does.
pub(super) type Settled = Result<Option<usize>, Misplaced>;

/// A row that knows where it belongs.
pub(super) trait Settle: Record {
    /// Finds its place; the number is that of its row.
    fn settle(self, places: &mut Places<'_>, number: usize) -> Settled;
}

impl Settle for Partnership {
    fn settle(mut self, places: &mut Places<'_>, number: usize) -> Settled {
        let before = places.first(folded(&self.name), number)?;
        self.id = places.homes.fresh_id();
        (self.created, self.updated) = (places.now, places.now);
        places.homes.add(self);
        Ok(before)
    }
}

impl Settle for AnswerRow {
    fn settle(self, places: &mut Places<'_>, number: usize) -> Settled {
        let question = self.question(places)?;
        let blank = self.check(places);
        let check = places.check_like(blank, number)?;
        join(&mut check.notes, &self.notes);
        let (Some(question), Some(answer)) = (question, self.answer) else { return Ok(None) };
        if check.answers.get(&question).is_some() {
            return Err(Misplaced::wrong(&self.question, Trouble::AnsweredTwice));
        }
        check.answers.insert(question, Given { answer, evidence: self.evidence });
        Ok(None)
    }
}

impl AnswerRow {
    /// The question that is answered; none in a row that says only that there was a check.
    fn question(&self, places: &Places<'_>) -> Result<Option<QuestionId>, Misplaced> {
        match (self.question.is_empty(), self.answer) {
            (true, None) => Ok(None),
            (false, Some(_)) => {
                let found = places.questions.find(&self.question);
                found.map(Some).ok_or_else(|| Misplaced::wrong(&self.question, Trouble::UnknownQuestion))
            }
            (true, Some(_)) | (false, None) => Err(Misplaced::wrong(&self.question, Trouble::HalfAnswered)),
        }
    }

    /// The check that it belongs to, without answers.
    fn check(&self, places: &mut Places<'_>) -> HealthCheck {
        let home = places.home(&self.partnership);
        let date = self.date.unwrap_or(Date::FIRST);
        let check = HealthCheck::new(HealthCheckId::from_bits(0), home, &self.respondent, date, places.now);
        HealthCheck { body: self.body.clone(), ..check }
    }
}

/// Notes of a check may stand in several of its rows; what is said twice is kept once.
fn join(notes: &mut String, more: &str) {
    if notes.is_empty() {
        *notes = more.to_owned();
    } else if !more.is_empty() && notes.as_str() != more && notes.lines().all(|line| line != more) {
        notes.extend(["\n", more]);
    }
}

impl Settle for LossRow {
    fn settle(mut self, places: &mut Places<'_>, number: usize) -> Settled {
        if self.count == Some(0) {
            return Err(Misplaced::wrong("", Trouble::NoEvents));
        }
        let partnership = places.home(&self.partnership);
        let loss = Loss {
            id: places.homes.fresh_id(),
            created: places.now,
            updated: places.now,
            what: mem::take(&mut self.what),
            date: self.date.unwrap_or(Date::FIRST),
            partnership,
            risk: places.risk(partnership, &self.risk)?,
            count: self.count.unwrap_or(1),
            cost: self.cost.unwrap_or_default(),
            notes: self.notes,
        };
        let before = places.first(loss_key(&loss), number)?;
        places.made.losses.push(loss);
        Ok(before)
    }
}

impl Settle for ActionRow {
    fn settle(self, places: &mut Places<'_>, number: usize) -> Settled {
        let serves = self.serves(places)?;
        let action = Action {
            owner: self.owner,
            due: self.due,
            state: self.state,
            cost: self.cost,
            completed: self.completed,
            notes: self.notes,
            ..Action::new(places.homes.fresh_id(), &self.what, serves, places.now)
        };
        let before = places.first(action_key(&action), number)?;
        places.made.actions.push(action);
        Ok(before)
    }
}

impl ActionRow {
    fn serves(&self, places: &mut Places<'_>) -> Result<Serves, Misplaced> {
        if !self.control.is_empty() {
            return places.control(&self.control).map(Serves::Control);
        }
        let partnership = places.home(&self.partnership);
        let risk = places.risk(partnership, &self.risk)?;
        Ok(risk.map_or(Serves::Partnership(partnership), Serves::Risk))
    }
}

impl Settle for ControlRow {
    fn settle(self, places: &mut Places<'_>, number: usize) -> Settled {
        let before = places.first(folded(&self.name), number)?;
        let control = Control {
            kind: self.kind,
            state: self.state,
            owner: self.owner,
            cost_to_build: self.cost_to_build,
            cost_per_year: self.cost_per_year,
            lasts_years: self.lasts_years,
            notes: self.notes,
            ..Control::new(places.homes.fresh_id(), &self.name, places.now)
        };
        places.made.controls.push(control);
        Ok(before)
    }
}

#[cfg(test)]
mod tests;
