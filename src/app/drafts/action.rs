//! The form for an action: what is to be done, by whom, by when, and what it serves.

use std::fmt::Display;

use partnership_risk_core::date::Date;
use partnership_risk_core::register::{Action, ActionId, ActionState, Register, Serves, Timestamp};

use super::Problem;
use super::checks::{Checks, key, tidy, typed};
use super::kept::draft;

draft! {
    /// What is typed about an action.
    ActionDraft {
        /// What is to be done.
        what: String,
        /// What it serves, as [`serves_text`] writes it.
        serves: String,
        /// What a thing to serve is looked for by.
        sought: String,
        /// Who does it.
        owner: String,
        /// By when.
        due: String,
        /// The key of its state.
        state: String,
        /// What it costs.
        cost: String,
        /// When it was done.
        completed: String,
        /// Anything else.
        notes: String,
    }
}

impl ActionDraft {
    /// The form for a new action, for one thing where that is known.
    #[must_use]
    pub fn new(serves: Option<Serves>) -> Self {
        Self { serves: typed(serves, serves_text), state: key(ActionState::default()), ..Self::default() }
    }

    /// The form for an action that is there.
    #[must_use]
    pub fn of(action: &Action) -> Self {
        Self {
            what: action.what.clone(),
            serves: serves_text(action.serves),
            sought: String::new(),
            owner: action.owner.clone(),
            due: typed(action.due, Date::as_typed),
            state: key(action.state),
            cost: typed(action.cost, |cost| cost.as_typed()),
            completed: typed(action.completed, Date::as_typed),
            notes: action.notes.clone(),
        }
    }

    /// The action described, or everything that is wrong with the description. `id` is the one to
    /// change, or a fresh one. What is done and has no date was done today.
    pub fn check(
        &self,
        register: &Register,
        id: ActionId,
        (now, today): (Timestamp, Date),
    ) -> Result<Action, Vec<Problem>> {
        let mut checks = Checks::default();
        let what = checks.required(&self.what, "what", "Enter what is to be done");
        let serves = read_serves(&self.serves).filter(|serves| is_there(register, *serves));
        if serves.is_none() {
            checks.note("serves", "Choose the risk, control or partnership that it serves");
        }
        let due = checks.date(&self.due, "due", "Due");
        let state = checks.choice(&self.state);
        let cost = checks.pence(&self.cost, "cost", "Cost");
        let completed = self.check_completed(state, today, &mut checks);
        let Some(serves) = serves.filter(|_| checks.problems.is_empty()) else {
            return Err(checks.problems);
        };
        let before = register.action(id).map(|action| (**action).clone());
        Ok(Action {
            updated: now,
            what,
            serves,
            owner: tidy(&self.owner),
            due,
            state,
            cost,
            completed,
            notes: tidy(&self.notes),
            ..before.unwrap_or_else(|| Action::new(id, "", serves, now))
        })
    }

    fn check_completed(&self, state: ActionState, today: Date, checks: &mut Checks) -> Option<Date> {
        let completed = checks.date(&self.completed, "completed", "Done on");
        if completed.is_some_and(|day| day > today) {
            checks.note("completed", "The day it was done is still to come");
        }
        match state {
            ActionState::Done => completed.or(Some(today)),
            ActionState::ToDo | ActionState::InProgress | ActionState::Dropped => {
                if completed.is_some() {
                    checks.note("completed", "Only an action that is done has a day it was done on");
                }
                None
            }
        }
    }
}

/// What an action serves, as a form holds it: `risk`, `control` or `partnership` and an id.
#[must_use]
pub fn serves_text(serves: Serves) -> String {
    let named = |kind: &str, id: &dyn Display| format!("{kind}={id}");
    match serves {
        Serves::Risk(id) => named("risk", &id),
        Serves::Control(id) => named("control", &id),
        Serves::Partnership(id) => named("partnership", &id),
    }
}

/// What [`serves_text`] wrote.
#[must_use]
pub fn read_serves(text: &str) -> Option<Serves> {
    let (kind, id) = text.split_once('=')?;
    match kind {
        "risk" => id.parse().ok().map(Serves::Risk),
        "control" => id.parse().ok().map(Serves::Control),
        "partnership" => id.parse().ok().map(Serves::Partnership),
        _ => None,
    }
}

fn is_there(register: &Register, serves: Serves) -> bool {
    match serves {
        Serves::Risk(id) => register.risk(id).is_some(),
        Serves::Control(id) => register.control(id).is_some(),
        Serves::Partnership(id) => register.partnership(id).is_some(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use partnership_risk_core::example::fife_council;
    use partnership_risk_core::register::{ControlId, PartnershipId, RiskId};

    fn day(text: &str) -> Date {
        Date::read(text).expect("a day")
    }

    /// An action with nothing wrong.
    fn sound(register: &Register) -> ActionDraft {
        let serves = Some(Serves::Risk(register.risks()[0].id));
        ActionDraft { what: "Sign the agreement".into(), ..ActionDraft::new(serves) }
    }

    #[test]
    fn what_an_action_serves_is_read_as_it_was_written() {
        for serves in [
            Serves::Risk(RiskId::from_bits(7)),
            Serves::Control(ControlId::from_bits(8)),
            Serves::Partnership(PartnershipId::from_bits(9)),
        ] {
            assert_eq!(read_serves(&serves_text(serves)), Some(serves));
        }
        assert_eq!(["", "risk", "risk=x", "boss=7"].map(read_serves), [None; 4]);
    }

    #[test]
    fn what_is_done_and_has_no_date_was_done_today() {
        let register = fife_council();
        let today = day("22/11/2026");
        for (state, completed, found) in [
            ("to-do", "", Ok(None)),
            ("done", "", Ok(Some(today))),
            ("done", "1/11/2026", Ok(Some(day("1/11/2026")))),
            ("done", "23/11/2026", Err("completed")),
            ("dropped", "1/11/2026", Err("completed")),
        ] {
            let draft = ActionDraft { state: state.into(), completed: completed.into(), ..sound(&register) };
            let action = draft.check(&register, ActionId::from_bits(1), (5, today));
            let action = action.map(|action| action.completed);
            let action = action.map_err(|problems| problems[0].field.clone());
            assert_eq!(action, found.map_err(str::to_owned), "{state} {completed}");
        }
    }

    #[test]
    fn an_empty_form_names_what_is_missing() {
        let draft = ActionDraft { due: "soon".into(), ..ActionDraft::default() };
        let when = (1, day("1/1/2027"));
        let problems = draft.check(&fife_council(), ActionId::from_bits(1), when).expect_err("nothing typed");
        let fields: Vec<&str> = problems.iter().map(|p| p.field.as_str()).collect();
        assert_eq!(fields, ["what", "serves", "due"]);
    }

    #[test]
    fn an_unchanged_form_gives_the_action_back_with_a_new_date() {
        let register = fife_council();
        let when = (5, day("22/11/2026"));
        let draft = ActionDraft { due: "1/2/2027".into(), cost: "1,500".into(), ..sound(&register) };
        let action = draft.check(&register, ActionId::from_bits(1), when).expect("nothing wrong");
        assert_eq!(ActionDraft::of(&action).check(&register, action.id, when), Ok(action));
    }
}
