//! What differs between an earlier copy of a register and a later one, and which part of that is looked at.

use std::rc::Rc;

use partnership_risk_core::register::{Difference, Happened, Register};

use super::last::Last;
use crate::app::model::OtherCopy;

/// Which differences are looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DifferenceFilter {
    /// Only those of one kind of thing, by its name in small letters.
    pub kind: Option<String>,
    /// Only what became of it in this way.
    pub what: Option<What>,
}

/// What became of a thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It is another than before.
    Changed,
}

impl What {
    /// All of them, with their keys and names.
    pub const ALL: [(&'static str, &'static str, Self); 3] = [
        ("added", "Added", Self::Added),
        ("removed", "Removed", Self::Removed),
        ("changed", "Changed", Self::Changed),
    ];

    /// What became of a thing that happened to be told.
    #[must_use]
    pub fn of(happened: &Happened) -> Self {
        match happened {
            Happened::Added => Self::Added,
            Happened::Removed => Self::Removed,
            Happened::Changed(_) => Self::Changed,
        }
    }
}

thread_local! {
    static COMPARED: Last<Rc<Register>, Vec<Difference>> = const { Last::new() };
}

/// All that differs between an earlier copy and a later register.
#[must_use]
pub fn compared(earlier: &OtherCopy, later: &Rc<Register>) -> Rc<Vec<Difference>> {
    let given = earlier.register.clone();
    COMPARED.with(|last| last.answer(later, given, |earlier| earlier.compared(later)))
}

/// Those differences that pass a filter.
#[must_use]
pub fn filtered(all: &[Difference], filter: &DifferenceFilter) -> Vec<Difference> {
    let passes = |difference: &&Difference| {
        filter.kind.as_ref().is_none_or(|kind| difference.kind == kind)
            && filter.what.is_none_or(|what| What::of(&difference.what) == what)
    };
    all.iter().filter(passes).cloned().collect()
}

/// The kinds of things that differ, each once, in the order in which they come.
#[must_use]
pub fn kinds(all: &[Difference]) -> Vec<&'static str> {
    let mut kinds: Vec<&str> = Vec::new();
    for difference in all {
        if !kinds.contains(&difference.kind) {
            kinds.push(difference.kind);
        }
    }
    kinds
}
