//! Where the register lies in the store: in one of two slots, which are written in turn, so that a write that fails or is cut
//! short leaves the one before it whole. A small text says which of them was written last, as which revision, and under which
//! mark, with the marks of those before it: so a tab sees whether another has written, and from which state.

use crate::app::model::Mark;
use crate::app::world::{Store, StoreError};

/// The names of both slots. A text in the first that nothing points to is a register too.
pub const SLOTS: [&str; 2] = ["partnership-risk:register", "partnership-risk:register:2"];

/// What the text that says which slot counts is kept under.
pub const POINTER: &str = "partnership-risk:current";

/// How many marks are written at the most.
const MARKS: usize = 8;

/// Which slot was written last, and as which revision; revisions count up from 1.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Current {
    /// The place of the slot.
    pub slot: usize,
    /// The revision.
    pub revision: u64,
    /// The marks of this writing and of those that it came of, the newest first; none from before there were marks.
    marks: Vec<Mark>,
}

impl Current {
    /// The mark of this writing; its revision where it has none.
    pub fn mark(&self) -> Mark {
        self.marks.first().copied().unwrap_or(self.revision)
    }

    /// The marks of this writing and of those that it came of.
    pub fn marks(&self) -> Vec<Mark> {
        if self.marks.is_empty() { vec![self.revision] } else { self.marks.clone() }
    }

    /// The same as at least this revision, for what is kept next to be above it.
    pub fn at_least(self, revision: u64) -> Self {
        Self { revision: self.revision.max(revision), ..self }
    }

    /// What comes after it in this slot.
    fn next(&self, slot: usize, mark: Mark) -> Self {
        let marks = std::iter::once(mark).chain(self.marks()).take(MARKS).collect();
        Self { slot, revision: self.revision + 1, marks }
    }

    fn text(&self) -> String {
        let marks: String = self.marks.iter().map(|mark| format!(" {mark:x}")).collect();
        format!("{} {}{marks}", self.slot + 1, self.revision)
    }
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
    let mut words = text.split(' ');
    let slot = words.next()?.parse::<usize>().ok()?.checked_sub(1).filter(|slot| *slot < SLOTS.len())?;
    let revision = words.next()?.parse().ok()?;
    let marks = words.take(MARKS).map_while(|word| Mark::from_str_radix(word, 16).ok()).collect();
    Some(Current { slot, revision, marks })
}

/// What lies in the slots, the newest first.
pub(super) fn found(store: &dyn Store, current: &Current) -> Result<Vec<Found>, StoreError> {
    let other = (1 - current.slot, current.revision.saturating_sub(1));
    let mut all = Vec::new();
    for (place, revision) in [(current.slot, current.revision), other] {
        let key = SLOTS[place];
        all.extend(store.read(key)?.map(|text| Found { key, revision, text }));
    }
    Ok(all)
}

/// The text that was kept last, or the one before it where that is gone.
pub(super) fn newest(store: &dyn Store, current: &Current) -> Result<Option<String>, StoreError> {
    match store.read(SLOTS[current.slot])? {
        None => store.read(SLOTS[1 - current.slot]),
        found => Ok(found),
    }
}

/// Keeps a text in the slot that does not count, and then lets it count. On failure the other one goes on to count.
pub(super) fn write(store: &dyn Store, before: &Current, text: &str, mark: Mark) -> Result<(), StoreError> {
    // A first register needs no second slot.
    let is_first = store.read(SLOTS[before.slot])?.is_none();
    let slot = if is_first { before.slot } else { 1 - before.slot };
    store.write(SLOTS[slot], text)?;
    store.write(POINTER, &before.next(slot, mark).text())
}

/// Forgets what is in the slots; the next revision is still a later one.
pub(super) fn clear(store: &dyn Store, before: &Current, mark: Mark) -> Result<(), StoreError> {
    SLOTS.iter().try_for_each(|slot| store.remove(slot))?;
    store.write(POINTER, &before.next(0, mark).text())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::world::memory::MemoryStore;

    #[test]
    fn a_pointer_is_read_as_it_was_written_and_one_without_marks_goes_by_its_revision() {
        let store = MemoryStore::default();
        let first = current(&store).expect("memory");
        assert_eq!((first.mark(), first.marks()), (0, vec![0]));
        write(&store, &first, "one", 0xABC).expect("memory has room");
        let second = current(&store).expect("memory");
        assert_eq!((second.slot, second.revision, second.marks()), (0, 1, vec![0xABC, 0]));
        write(&store, &second, "two", 7).expect("memory has room");
        assert_eq!(store.read(POINTER), Ok(Some("2 2 7 abc 0".to_owned())));
        store.write(POINTER, "2 2").expect("memory has room");
        assert_eq!(current(&store).expect("memory").marks(), [2]);
        for nonsense in ["", "3 1", "0 1", "2", "x y z"] {
            store.write(POINTER, nonsense).expect("memory has room");
            assert_eq!(current(&store), Ok(Current::default()), "{nonsense}");
        }
    }
}
