//! What was agreed on about a file, to be remembered for the next one of the same program: a text, and a key
//! made of the names of the columns. Where it is kept is the caller's business. Of the scales the way of
//! writing is remembered and not the matrix, which follows from the register that rows go to.

use std::rc::Rc;

use super::mapping::{Home, Mapping, Repeats, guess_as};
use super::scales::Scales;
use crate::choice::Choice;
use crate::exchange::columns::{Column, Field, Reason};
use crate::exchange::days::DayOrder;
use crate::exchange::kind::Kind;
use crate::exchange::table::Table;
use crate::letters;
use crate::register::Register;
use crate::scale::notation::{Notation, Order, Symbols};
use crate::scale::{Axis, preset};

/// What parts the fields of a line; a name that holds it is not remembered.
const PARTED: char = '\t';

/// Under what the mapping of a table is remembered: the names of its columns, whatever their capitals.
#[must_use]
pub fn key(table: &Table) -> String {
    table.headers().iter().map(|header| letters::folded(header)).collect::<Vec<_>>().join("\u{1f}")
}

/// What was agreed on, as a text of a few lines.
#[must_use]
pub fn remember(mapping: &Mapping, register: &Register) -> String {
    let mut text = String::new();
    let mut line = |name: &str, value: &str| {
        if !value.is_empty() && !value.contains(['\n', '\r', PARTED]) {
            text.extend([name, "\t", value, "\n"]);
        }
    };
    line("kind", mapping.kind.key());
    for column in &mapping.columns {
        line("column", &column.field.key());
    }
    for axis in [Axis::Likelihood, Axis::Impact] {
        line(axis.name(), &written(mapping.scales.notation(axis)));
    }
    line("dates", mapping.dates.map_or("", Choice::key));
    let home = match &mapping.home {
        Home::Existing(id) => register.partnership(*id).map_or("", |partnership| &partnership.name),
        Home::Named(name) => name,
    };
    line("home", home);
    line("again", if mapping.repeats == Repeats::AddAgain { "yes" } else { "" });
    text
}

/// What was agreed on about a table of the same columns, put to this one; what no longer fits is guessed anew.
#[must_use]
pub fn recall(text: &str, table: &Table, register: &Register) -> Mapping {
    let lines: Vec<(&str, &str)> = text.lines().filter_map(|line| line.split_once(PARTED)).collect();
    let of = |name: &str| lines.iter().find(|(of, _)| *of == name).map(|(_, value)| *value);
    let kind = of("kind").and_then(Kind::of_key).unwrap_or_else(|| table.kind());
    let mut mapping = guess_as(table, kind, register);
    let columns = lines.iter().filter(|(of, _)| *of == "column").map(|(_, value)| *value);
    recall_columns(&mut mapping, &columns.collect::<Vec<_>>());
    mapping.weigh(table, register);
    for axis in [Axis::Likelihood, Axis::Impact] {
        if let Some(notation) = of(axis.name()) {
            recall_notation(&mut mapping.scales, axis, notation);
        }
    }
    fit_matrix(&mut mapping.scales, register);
    mapping.dates = mapping.dates.or_else(|| of("dates").and_then(DayOrder::of_key));
    if let Some(name) = of("home") {
        mapping.home = home(name, register);
    }
    mapping.repeats = if of("again").is_some() { Repeats::AddAgain } else { Repeats::LeaveOut };
    mapping
}

/// Takes over what columns hold, if there are as many as were remembered.
fn recall_columns(mapping: &mut Mapping, keys: &[&str]) {
    if keys.len() != mapping.columns.len() {
        return;
    }
    let fields = Field::offered(mapping.kind);
    for (column, key) in mapping.columns.iter_mut().zip(keys) {
        let Some(field) = fields.iter().find(|field| field.key() == *key) else { continue };
        let Column { field: now, reason, .. } = column;
        let is_settled = matches!(reason, Reason::Rival(..));
        if *now != *field || is_settled {
            (*now, *reason) = (*field, Reason::Remembered);
        }
    }
}

fn written(notation: Notation) -> String {
    let symbols = match notation.symbols {
        Symbols::Digits => "digits",
        Symbols::Letters => "letters",
        Symbols::Words(_) => return String::new(),
    };
    let order = if notation.order == Order::HighestFirst { "worst-first" } else { "best-first" };
    format!("{symbols} {} {order}", notation.steps)
}

/// Takes over how an axis is written. Words say by themselves which list they are from.
fn recall_notation(scales: &mut Scales, axis: Axis, text: &str) {
    let words: Vec<&str> = text.split(' ').collect();
    let [symbols, steps, order] = words[..] else { return };
    let now = scales.notation(axis);
    let symbols = match (symbols, now.symbols) {
        (_, Symbols::Words(_)) => return,
        ("letters", _) => Symbols::Letters,
        _ => Symbols::Digits,
    };
    let order = if order == "worst-first" { Order::HighestFirst } else { Order::LowestFirst };
    let steps = steps.parse().ok().filter(|steps| (3..=6).contains(steps)).unwrap_or(now.steps);
    let notation = Notation { symbols, steps, order };
    match axis {
        Axis::Likelihood => scales.likelihood = notation,
        Axis::Impact => scales.impact = notation,
    }
}

/// While nothing is rated, the matrix follows from the steps.
fn fit_matrix(scales: &mut Scales, register: &Register) {
    let matrix = scales.matrix.as_deref().unwrap_or(register.matrix());
    let steps = (scales.likelihood.steps, scales.impact.steps);
    if !register.holds_ratings() && steps != (matrix.likelihood().steps(), matrix.impact().steps()) {
        scales.matrix = Some(Rc::new(preset::of_size(steps.0, steps.1)));
    }
}

fn home(name: &str, register: &Register) -> Home {
    let same = |p: &&Rc<crate::register::Partnership>| p.is_live() && letters::are_same(&p.name, name);
    let known = register.partnerships().iter().find(same);
    known.map_or_else(|| Home::Named(name.to_owned()), |partnership| Home::Existing(partnership.id))
}
