//! The difference of two histories. They mostly share a run: entries come at the end and make room at the beginning,
//! and undoing a change takes them back.

use std::rc::Rc;

use super::super::Entry;

/// What lies between two histories.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct HistoryDelta {
    /// The entries that come first.
    pub front: Vec<Rc<Entry>>,
    /// Where the run of entries that stay begins.
    pub from: usize,
    /// Where it ends.
    pub to: usize,
    /// The entries that come after them.
    pub back: Vec<Rc<Entry>>,
}

impl HistoryDelta {
    /// The difference of two histories, if there is one.
    pub(super) fn between(before: &[Rc<Entry>], after: &[Rc<Entry>]) -> Option<Self> {
        let (front, from) = shared_from(before, after);
        let run = before[from..].iter().zip(&after[front..]).take_while(|(a, b)| is_same(a, b)).count();
        if run == before.len() && run == after.len() {
            return None;
        }
        let from = if run == 0 { 0 } else { from };
        Some(Self {
            front: after[..front].to_vec(),
            from,
            to: from + run,
            back: after[front + run..].to_vec(),
        })
    }

    /// The history that comes of another; of one that is shorter than it should be, what there is.
    pub(super) fn made(self, before: &[Rc<Entry>]) -> Vec<Rc<Entry>> {
        let to = self.to.min(before.len());
        let run = &before[self.from.min(to)..to];
        self.front.into_iter().chain(run.iter().cloned()).chain(self.back).collect()
    }
}

/// Where the run that two histories share begins, in the second and in the first; one of them begins with it.
fn shared_from(before: &[Rc<Entry>], after: &[Rc<Entry>]) -> (usize, usize) {
    let place = |first: Option<&Rc<Entry>>, all: &[Rc<Entry>]| {
        first.and_then(|first| all.iter().position(|entry| is_same(first, entry)))
    };
    let at = place(after.first(), before).map(|from| (0, from));
    at.or_else(|| place(before.first(), after).map(|front| (front, 0))).unwrap_or((0, before.len()))
}

fn is_same(a: &Rc<Entry>, b: &Rc<Entry>) -> bool {
    Rc::ptr_eq(a, b) || a == b
}
