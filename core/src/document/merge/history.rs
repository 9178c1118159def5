//! The histories of two copies as one: every entry of either, by its time, unless the copy it was in before took it
//! back.

use std::rc::Rc;

use super::Copies;
use crate::order::order_by;
use crate::register::{Change, Delta, Entry, HistoryDelta, MOST_KEPT, Register};

/// The register with the histories of both copies.
pub(super) fn merged(copies: &Copies, register: &Register) -> Register {
    let entries = entries(copies);
    let delta = HistoryDelta { front: entries, from: 0, to: 0, back: Vec::new() };
    let delta = Delta { history: Some(delta), ..Delta::default() };
    let told = register.apply(Change::Differing(Box::new(delta)));
    told.unwrap_or_else(|_| register.clone())
}

fn entries(copies: &Copies) -> Vec<Rc<Entry>> {
    let (mine, theirs) = (copies.mine.history(), copies.theirs.history());
    let base = copies.base.as_ref().map_or(&[][..], Register::history);
    let is_in = |all: &[Rc<Entry>], entry: &Rc<Entry>| {
        all.iter().any(|other| Rc::ptr_eq(other, entry)) || all.contains(entry)
    };
    // What both had and one took back, as by undoing, is taken back; what made room for later entries is not missed.
    let kept = mine.iter().filter(|entry| !is_in(base, entry) || is_in(theirs, entry));
    let new = theirs.iter().filter(|entry| !is_in(base, entry) && !is_in(mine, entry));
    let all: Vec<Rc<Entry>> = kept.chain(new).cloned().collect();
    let order = order_by(all.len(), &|a, b| all[a].at.cmp(&all[b].at));
    let too_many = all.len().saturating_sub(MOST_KEPT);
    order.into_iter().skip(too_many).map(|at| Rc::clone(&all[at])).collect()
}
