//! Actions as rows: what each serves stands by name in one of three columns.

use super::{Record, Slot};
use crate::date::Date;
use crate::money::Pence;
use crate::register::{Action, ActionState, Register, Serves};

/// One action. The partnership says which risk of its title is meant, or is what the action serves.
#[derive(Clone)]
pub(in crate::exchange) struct ActionRow {
    pub(in crate::exchange) what: String,
    pub(in crate::exchange) partnership: String,
    pub(in crate::exchange) risk: String,
    pub(in crate::exchange) control: String,
    pub(in crate::exchange) owner: String,
    pub(in crate::exchange) due: Option<Date>,
    pub(in crate::exchange) state: ActionState,
    pub(in crate::exchange) cost: Option<Pence>,
    pub(in crate::exchange) completed: Option<Date>,
    pub(in crate::exchange) notes: String,
}

impl Record for ActionRow {
    const SLOTS: &'static [Slot<Self>] = &[
        Slot::<Self>::new("Action", "what, task, action required, title, description", |r| &mut r.what)
            .needed(),
        Slot::<Self>::new("Partnership", "partnership name, collaboration, programme", |r| {
            &mut r.partnership
        }),
        Slot::<Self>::new("Risk", "risk title, related risk, for risk", |r| &mut r.risk),
        Slot::<Self>::new("Control", "control name, for control", |r| &mut r.control),
        Slot::<Self>::new("Owner", "action owner, assigned to, who, responsible, lead", |r| &mut r.owner),
        Slot::<Self>::new("Due", "due date, by when, deadline, target date, completion date", |r| &mut r.due)
            .date(),
        Slot::<Self>::new("State", "status, action status, progress", |r| &mut r.state),
        Slot::<Self>::new("Cost", "budget, estimated cost", |r| &mut r.cost),
        Slot::<Self>::new("Completed", "date completed, completed on, closed", |r| &mut r.completed).date(),
    ];

    fn blank() -> Self {
        Self {
            what: String::new(),
            partnership: String::new(),
            risk: String::new(),
            control: String::new(),
            owner: String::new(),
            due: None,
            state: ActionState::default(),
            cost: None,
            completed: None,
            notes: String::new(),
        }
    }

    fn notes(&mut self) -> &mut String {
        &mut self.notes
    }

    fn all(register: &Register) -> Vec<Self> {
        register.actions().iter().map(|action| Self::of(register, action)).collect()
    }
}

impl ActionRow {
    fn of(register: &Register, action: &Action) -> Self {
        let name_of = |id| register.partnership(id).map(|p| p.name.clone()).unwrap_or_default();
        let mut row = Self {
            what: action.what.clone(),
            owner: action.owner.clone(),
            due: action.due,
            state: action.state,
            cost: action.cost,
            completed: action.completed,
            notes: action.notes.clone(),
            ..Self::blank()
        };
        match action.serves {
            Serves::Partnership(id) => row.partnership = name_of(id),
            Serves::Control(id) => {
                row.control = register.control(id).map(|c| c.name.clone()).unwrap_or_default()
            }
            Serves::Risk(id) => {
                if let Some(risk) = register.risk(id) {
                    row.partnership = name_of(risk.partnership);
                    row.risk.clone_from(&risk.title);
                }
            }
        }
        row
    }
}
