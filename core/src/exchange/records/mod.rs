//! The kinds of things that a register is made of, as tables: the columns of each, under which names other
//! people know them, and how one row is taken from a register. The same columns serve on the way out
//! ([`super::outgoing`]) and on the way in ([`super::import`]), so that what is written is read again. Risks,
//! whose ratings need a scale, have columns of their own next door in [`super::columns`].

mod action;
mod answer;
mod control;
mod loss;
mod part;
mod partner;
mod partnership;

use super::kind::Kind;
use super::sheet::{Heading, Holds, Sheet, Value};
use crate::register::{Partnership, Register};

pub(in crate::exchange) use action::ActionRow;
pub(in crate::exchange) use answer::{AnswerRow, Questions};
pub(in crate::exchange) use control::{ControlRow, EffectRow};
pub(in crate::exchange) use loss::LossRow;
pub use part::Unread;
pub(in crate::exchange) use part::{Part, chosen};
pub(in crate::exchange) use partner::PartnerRow;

/// One column, and the part of a row that fills it.
pub(in crate::exchange) struct Slot<R> {
    pub(in crate::exchange) named: Named,
    pub(in crate::exchange) part: fn(&mut R) -> &mut dyn Part,
}

/// What is known of a column without its rows: its name, other names in use (in small letters, parted by
/// commas), whether there must be such a column, whether each row must fill it, and whether it holds days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::exchange) struct Named {
    pub(in crate::exchange) name: &'static str,
    pub(in crate::exchange) also: &'static str,
    pub(in crate::exchange) is_wanted: bool,
    pub(in crate::exchange) is_needed: bool,
    pub(in crate::exchange) is_date: bool,
}

impl<R> Slot<R> {
    const fn new(name: &'static str, also: &'static str, part: fn(&mut R) -> &mut dyn Part) -> Self {
        Self { named: Named { name, also, is_wanted: false, is_needed: false, is_date: false }, part }
    }

    /// A table without it means nothing.
    const fn wanted(mut self) -> Self {
        self.named.is_wanted = true;
        self
    }

    /// A row without it means nothing.
    const fn needed(mut self) -> Self {
        self.named.is_wanted = true;
        self.named.is_needed = true;
        self
    }

    /// It holds days.
    const fn date(mut self) -> Self {
        self.named.is_date = true;
        self
    }
}

/// A row of a table of one kind of thing. What it says of other things it says by their names.
pub(in crate::exchange) trait Record: Clone + 'static {
    /// Its columns, but for the notes, which come last in every table.
    const SLOTS: &'static [Slot<Self>];
    /// A row in which nothing is filled.
    fn blank() -> Self;
    /// Its notes.
    fn notes(&mut self) -> &mut String;
    /// Every row of a register, in its order.
    fn all(register: &Register) -> Vec<Self>;
}

/// What is known of the columns of one kind; none of risks, whose columns are next door.
pub(in crate::exchange) fn named(kind: Kind) -> Vec<Named> {
    match kind {
        Kind::Risks => Vec::new(),
        Kind::Partnerships => of::<Partnership>(),
        Kind::HealthAnswers => of::<AnswerRow>(),
        Kind::Losses => of::<LossRow>(),
        Kind::Actions => of::<ActionRow>(),
        Kind::Controls => of::<ControlRow>(),
    }
}

fn of<R: Record>() -> Vec<Named> {
    R::SLOTS.iter().map(|slot| slot.named).collect()
}

/// The table of one kind of thing.
pub(in crate::exchange) fn sheet<R: Record>(title: &str, register: &Register) -> Sheet {
    let mut blank = R::blank();
    let heading = |slot: &Slot<R>| Heading::new(slot.named.name, (slot.part)(&mut blank).holds());
    let mut columns: Vec<Heading> = R::SLOTS.iter().map(heading).collect();
    columns.push(Heading::new("Notes", Holds::Text));
    let rows = R::all(register).into_iter().map(|mut row| {
        let mut cells: Vec<Value> = R::SLOTS.iter().map(|slot| (slot.part)(&mut row).value()).collect();
        cells.push(Value::text(row.notes()));
        cells
    });
    Sheet { title: title.to_owned(), columns, rows: rows.collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check<R: Record>() {
        let mut blank = R::blank();
        for slot in R::SLOTS {
            let holds = (slot.part)(&mut blank).holds();
            assert_eq!(slot.named.is_date, holds == Holds::Date, "{}", slot.named.name);
        }
    }

    #[test]
    fn every_column_that_holds_days_says_so() {
        check::<Partnership>();
        check::<PartnerRow>();
        check::<AnswerRow>();
        check::<LossRow>();
        check::<ActionRow>();
        check::<ControlRow>();
        check::<EffectRow>();
    }
}
