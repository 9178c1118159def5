//! Where the register lies in the store: in one of two slots, which are written in turn, so that a write that fails or is cut
//! short leaves the one before it whole. A small text says which of them was written last, and as which revision.

use crate::app::world::{Store, StoreError};

/// The names of both slots. A text in the first that nothing points to is a register too.
pub const SLOTS: [&str; 2] = ["partnership-risk:register", "partnership-risk:register:2"];

/// What the text that says which slot counts is kept under.
pub const POINTER: &str = "partnership-risk:current";

/// Which slot was written last, and as which revision; revisions count up from 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Current {
    /// The place of the slot.
    pub slot: usize,
    /// The revision.
    pub revision: u64,
}

/// A text found in a slot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// The name of the slot.
    pub key: &'static str,
    /// Its revision, where that is known; one that was written before it has a lower one.
    pub revision: u64,
    /// The text.
    pub text: String,
}

/// Which slot counts; the first where nothing says so.
pub(super) fn current(store: &dyn Store) -> Result<Current, StoreError> {
    Ok(store.read(POINTER)?.and_then(|text| read(&text)).unwrap_or_default())
}

fn read(text: &str) -> Option<Current> {
    let (slot, revision) = text.split_once(' ')?;
    let slot = slot.parse::<usize>().ok()?.checked_sub(1).filter(|slot| *slot < SLOTS.len())?;
    Some(Current { slot, revision: revision.parse().ok()? })
}

/// What lies in the slots, the newest first.
pub(super) fn found(store: &dyn Store) -> Result<Vec<Found>, StoreError> {
    let Current { slot, revision } = current(store)?;
    let mut all = Vec::new();
    for (place, revision) in [(slot, revision), (1 - slot, revision.saturating_sub(1))] {
        let key = SLOTS[place];
        all.extend(store.read(key)?.map(|text| Found { key, revision, text }));
    }
    Ok(all)
}

/// The text that was kept last.
pub(super) fn newest(store: &dyn Store) -> Option<String> {
    found(store).ok()?.into_iter().next().map(|found| found.text)
}

/// Keeps a text in the slot that does not count, and then lets it count. On failure the other one goes on to count.
pub(super) fn write(store: &dyn Store, text: &str) -> Result<u64, StoreError> {
    let before = current(store)?;
    // A first register needs no second slot.
    let is_first = store.read(SLOTS[before.slot])?.is_none();
    let slot = if is_first { before.slot } else { 1 - before.slot };
    let revision = before.revision + 1;
    store.write(SLOTS[slot], text)?;
    store.write(POINTER, &format!("{} {revision}", slot + 1))?;
    Ok(revision)
}

/// Forgets what is in the slots; the next revision is still a later one.
pub(super) fn clear(store: &dyn Store) -> Result<u64, StoreError> {
    let revision = current(store)?.revision + 1;
    SLOTS.iter().try_for_each(|slot| store.remove(slot))?;
    store.write(POINTER, &format!("1 {revision}"))?;
    Ok(revision)
}
