//! Losses as rows.

use super::{Record, Slot};
use crate::date::Date;
use crate::money::Pence;
use crate::register::{Loss, Register};

/// One loss, with the names of what it is about.
#[derive(Clone)]
pub(in crate::exchange) struct LossRow {
    pub(in crate::exchange) what: String,
    pub(in crate::exchange) date: Option<Date>,
    pub(in crate::exchange) partnership: String,
    pub(in crate::exchange) risk: String,
    pub(in crate::exchange) count: Option<u32>,
    pub(in crate::exchange) cost: Option<Pence>,
    pub(in crate::exchange) notes: String,
}

impl Record for LossRow {
    const SLOTS: &'static [Slot<Self>] = &[
        Slot::<Self>::new("Loss", "what, what happened, incident, event, description, title, claim", |r| {
            &mut r.what
        })
        .needed(),
        Slot::<Self>::new("Date", "date of loss, date of incident, incident date, when, year", |r| {
            &mut r.date
        })
        .needed()
        .date(),
        Slot::<Self>::new("Partnership", "partnership name, collaboration, programme", |r| {
            &mut r.partnership
        }),
        Slot::<Self>::new("Risk", "risk title, related risk, linked risk", |r| &mut r.risk),
        Slot::<Self>::new(
            "Events",
            "count, number, number of events, number of incidents, number of claims",
            |r| &mut r.count,
        ),
        Slot::<Self>::new("Cost", "total cost, amount, loss amount, value, paid, total paid", |r| {
            &mut r.cost
        })
        .needed(),
    ];

    fn blank() -> Self {
        let none = String::new;
        Self {
            what: none(),
            date: None,
            partnership: none(),
            risk: none(),
            count: None,
            cost: None,
            notes: none(),
        }
    }

    fn notes(&mut self) -> &mut String {
        &mut self.notes
    }

    fn all(register: &Register) -> Vec<Self> {
        register.losses().iter().map(|loss| Self::of(register, loss)).collect()
    }
}

impl LossRow {
    fn of(register: &Register, loss: &Loss) -> Self {
        let risk = loss.risk.and_then(|id| register.risk(id));
        Self {
            what: loss.what.clone(),
            date: Some(loss.date),
            partnership: register.partnership(loss.partnership).map(|p| p.name.clone()).unwrap_or_default(),
            risk: risk.map(|risk| risk.title.clone()).unwrap_or_default(),
            count: Some(loss.count),
            cost: Some(loss.cost),
            notes: loss.notes.clone(),
        }
    }
}
