//! What happens at the start: the newest register that is kept, in the store or in the journal, is read; a text that cannot
//! be read is moved aside, and where there is no room to move it, keeping is off until the person has dealt with it.

use std::rc::Rc;

use partnership_risk_core::document;
use partnership_risk_core::register::{Register, Timestamp};

use super::journal::{self, Entry};
use super::slots::{self, Current};
use super::{DAMAGED_PREFIX, SLOTS};
use crate::app::event::Opened;
use crate::app::model::{Damaged, Keeping, Known, Mark};
use crate::app::world::{Shelf, Store, StoreError, World};

/// Whether anything is in the store that must be read, or what the page begins with where nothing is.
#[must_use]
pub fn begin(world: &World) -> Option<Opened> {
    let kept = |prefix| world.store.keys(prefix).map(|keys| !keys.is_empty());
    let keeping = match kept(SLOTS[0]).and_then(|register| Ok(register || kept(DAMAGED_PREFIX)?)) {
        Ok(true) => return None,
        Ok(false) => Keeping::Nothing,
        Err(error) => Keeping::NotKept(error),
    };
    let known = Known::of(slots::current(&*world.store).unwrap_or_default().mark(), None);
    Some(Opened { keeping, known, ..Opened::default() })
}

/// Whether the journal has a register though the store may have none: the browser was killed before the store was on the
/// disk.
pub async fn is_in_journal(world: &World) -> bool {
    let kept = world.archive.numbers(Shelf::Journal).await;
    let current = slots::current(&*world.store).unwrap_or_default();
    kept.is_ok_and(|revisions| revisions.last().is_some_and(|newest| *newest > current.revision))
}

/// Looks at what is kept.
pub async fn open(world: World) -> Opened {
    let newest = journal::newest(&world).await;
    look(&world, newest)
        .unwrap_or_else(|error| Opened { keeping: Keeping::NotKept(error), ..Opened::default() })
}

/// A text that may be the register, the slot in which it lies, and its revision.
struct Candidate {
    slot: Option<&'static str>,
    revision: u64,
    text: String,
}

fn look(world: &World, newest: Option<Entry>) -> Result<Opened, StoreError> {
    let store = &*world.store;
    let current = slots::current(store)?;
    let known = Known::of(current.mark(), None);
    let mut opened = Opened { known, damaged: set_aside_earlier(store)?, ..Opened::default() };
    for Candidate { slot, revision, text } in candidates(store, &current, newest)? {
        match document::look(&text) {
            Ok((register, header)) => {
                // What a newer version has written is never written here.
                opened.is_newer = header.is_newer();
                let is_kept = opened.is_newer || slot.is_some() && revision == current.revision;
                opened.finds(Rc::new(register), is_kept.then_some((current.mark(), header.saved_at)));
                opened.known = opened.known.above(revision);
                break;
            }
            Err(error) => {
                let Some(slot) = slot else { continue };
                let (is_moved, key) = set_aside(world, slot, &text);
                if !is_moved {
                    opened.keeping = Keeping::Withheld;
                }
                opened.damaged.push(Damaged { key, reason: error.to_string(), text: text.into() });
            }
        }
    }
    Ok(opened)
}

impl Opened {
    /// A register was found, and under which mark and when it was kept, if it is kept where it counts. What is not is kept
    /// there anew.
    fn finds(&mut self, register: Rc<Register>, kept: Option<(Mark, Timestamp)>) {
        if let Some((mark, _)) = kept {
            self.known = Known::of(mark, Some(register.clone()));
        }
        if self.keeping != Keeping::Withheld {
            self.keeping = kept.map_or(Keeping::Pending, |(_, at)| Keeping::Kept(at));
        }
        self.register = Some(register);
    }
}

/// What is in the slots and in the journal, the newest first; what is in both is taken from the slot.
fn candidates(
    store: &dyn Store,
    current: &Current,
    newest: Option<Entry>,
) -> Result<Vec<Candidate>, StoreError> {
    let found = slots::found(store, current)?.into_iter();
    let mut all: Vec<Candidate> = found
        .map(|found| Candidate { slot: Some(found.key), revision: found.revision, text: found.text })
        .collect();
    let is_cleared = all.is_empty();
    let is_later = |entry: &Entry| !is_cleared || entry.revision > current.revision;
    if let Some(Entry { revision, text }) = newest.filter(is_later) {
        let place = all.iter().position(|other| other.revision < revision).unwrap_or(all.len());
        all.insert(place, Candidate { slot: None, revision, text });
    }
    Ok(all)
}

/// Texts that earlier starts could not read.
fn set_aside_earlier(store: &dyn Store) -> Result<Vec<Damaged>, StoreError> {
    let mut damaged = Vec::new();
    for key in store.keys(DAMAGED_PREFIX)? {
        if let Some(text) = store.read(&key)? {
            let reason = match document::read(&text) {
                Ok(_) => String::new(),
                Err(error) => error.to_string(),
            };
            damaged.push(Damaged { key, reason, text: text.into() });
        }
    }
    Ok(damaged)
}

/// Moves a text from its slot to a place of its own: copied first, and removed only when the copy is seen to be there. Whether
/// it was moved, and where it is now.
fn set_aside(world: &World, slot: &str, text: &str) -> (bool, String) {
    let key = free_key(world);
    let copied = world.store.write(&key, text).and_then(|()| world.store.read(&key));
    let moved = copied.is_ok_and(|copy| copy.as_deref() == Some(text)) && world.store.remove(slot).is_ok();
    if moved { (true, key) } else { (false, slot.to_owned()) }
}

/// A place of its own, named by the time.
fn free_key(world: &World) -> String {
    let named = |at: i64| format!("{DAMAGED_PREFIX}{at}");
    let is_taken = |at: &i64| matches!(world.store.read(&named(*at)), Ok(Some(_)));
    let mut at = world.clock.now();
    while is_taken(&at) {
        at += 1;
    }
    named(at)
}

#[cfg(test)]
mod tests {
    use partnership_risk_core::example::{fife_council, marlshire};

    use super::*;
    use crate::app::event::Event;
    use crate::app::model::Moment;
    use crate::app::tasks::{ToKeep, clear_damaged, keep, keep_at_once};
    use crate::app::world::memory::{MemoryStore, at_once, with_store};

    const FIRST: &str = SLOTS[0];

    fn store_with(text: &str) -> Rc<MemoryStore> {
        let store = Rc::new(MemoryStore::default());
        store.write(FIRST, text).expect("memory has room");
        store
    }

    fn empty() -> (Rc<MemoryStore>, World) {
        let store = Rc::new(MemoryStore::default());
        (store.clone(), with_store(store))
    }

    fn opened(world: &World) -> Opened {
        at_once(open(world.clone()))
    }

    /// To be kept by a tab that knows what is kept.
    fn to_keep(world: &World, register: Moment) -> ToKeep {
        let mark = slots::current(&*world.store).expect("memory").mark();
        ToKeep { register, known: Some(Known::of(mark, None)), is_great: false }
    }

    fn kept(world: &World, register: &Rc<Register>) -> Option<Event> {
        at_once(keep(world.clone(), to_keep(world, Some(register.clone())), || true))
    }

    #[test]
    fn only_where_something_is_kept_there_is_something_to_read() {
        let (store, world) = empty();
        assert_eq!(begin(&world), Some(opened(&world)));
        store.write(&format!("{DAMAGED_PREFIX}1"), "cut").expect("memory has room");
        assert_eq!(begin(&world), None);
        assert_eq!(begin(&with_store(store_with("{}"))), None);
    }

    #[test]
    fn what_was_kept_is_found_again_however_often_it_changed() {
        let (_, world) = empty();
        let [one, other] = [fife_council(), marlshire()].map(Rc::new);
        for register in [&one, &other, &one, &other] {
            assert!(matches!(kept(&world, register), Some(Event::Saved { .. })));
            let opened = opened(&world);
            assert_eq!(opened.register.as_ref(), Some(register));
            assert_eq!(opened.keeping, Keeping::Kept(0));
        }
    }

    #[test]
    fn a_write_that_is_cut_short_leaves_the_one_before_it() {
        let (store, world) = empty();
        let [one, other] = [fife_council(), marlshire()].map(Rc::new);
        for register in [&one, &other] {
            assert!(matches!(
                keep_at_once(&world, &to_keep(&world, Some(register.clone()))),
                Event::Saved { .. }
            ));
        }
        // The store holds half of the newest text.
        let cut = store.read(SLOTS[1]).expect("memory").expect("the second").split_at(1_000).0.to_owned();
        store.write(SLOTS[1], &cut).expect("memory has room");
        let opened = opened(&world);
        assert_eq!(opened.register, Some(one));
        assert_eq!(opened.keeping, Keeping::Pending);
        assert_eq!(&*opened.damaged[0].text, cut);
    }

    #[test]
    fn what_the_store_lost_is_taken_from_the_journal() {
        let [one, other] = [fife_council(), marlshire()].map(Rc::new);
        for n_lost in 1..=2 {
            let (store, world) = empty();
            kept(&world, &one);
            let before: Vec<(String, String)> = store
                .keys("")
                .expect("memory")
                .into_iter()
                .map(|key| (key.clone(), store.read(&key).expect("memory").expect("listed")))
                .collect();
            kept(&world, &other);
            // The browser was killed: its last writes to the store are gone, or all of them.
            store.keys("").expect("memory").iter().for_each(|key| store.remove(key).expect("memory"));
            if n_lost == 1 {
                before.iter().for_each(|(key, text)| store.write(key, text).expect("memory has room"));
            }
            assert!(at_once(is_in_journal(&world)));
            let opened = opened(&world);
            assert_eq!((opened.register, opened.keeping), (Some(other.clone()), Keeping::Pending));
        }
    }

    #[test]
    fn a_cleared_register_does_not_come_back_from_the_journal() {
        let (_, world) = empty();
        kept(&world, &Rc::new(fife_council()));
        assert!(matches!(
            at_once(keep(world.clone(), to_keep(&world, None), || true)),
            Some(Event::Saved { of: None, .. })
        ));
        assert!(!at_once(is_in_journal(&world)));
        kept(&world, &Rc::new(fife_council()));
        // The page is left at once, and has no time for the journal.
        assert!(matches!(keep_at_once(&world, &to_keep(&world, None)), Event::Saved { of: None, .. }));
        assert!(!at_once(is_in_journal(&world)));
        assert_eq!(opened(&world).register, None);
    }

    #[test]
    fn what_is_no_longer_wanted_is_not_put_over_what_is_newer() {
        let (_, world) = empty();
        let [one, other] = [fife_council(), marlshire()].map(Rc::new);
        kept(&world, &other);
        assert!(at_once(keep(world.clone(), to_keep(&world, Some(one)), || false)).is_none());
        kept(&world, &other);
        assert_eq!(opened(&world).register, Some(other));
    }

    #[test]
    fn an_unreadable_text_is_moved_aside_whole_and_found_again_at_each_start() {
        let store = store_with("{\"format\":\"partnership-risk\",\"sche");
        store.write(SLOTS[1], "other").expect("memory has room");
        let world = with_store(store.clone());
        for _ in 0..2 {
            let opened = opened(&world);
            assert_eq!(opened.keeping, Keeping::Nothing);
            let texts: Vec<&str> = opened.damaged.iter().map(|damaged| &*damaged.text).collect();
            assert_eq!(texts, ["{\"format\":\"partnership-risk\",\"sche", "other"]);
        }
        assert_eq!(store.read(FIRST), Ok(None));
    }

    #[test]
    fn a_text_that_cannot_be_moved_stays_and_is_not_written_over() {
        let store = store_with("damaged");
        store.refusal.replace(Some(StoreError::Full));
        let world = with_store(store.clone());
        let opened = opened(&world);
        assert_eq!(opened.keeping, Keeping::Withheld);
        assert_eq!(opened.damaged[0].key, FIRST);
        assert_eq!(store.read(FIRST), Ok(Some("damaged".into())));
        assert!(matches!(clear_damaged(&world, FIRST), Event::DamagedCleared(_)));
        assert_eq!(store.read(FIRST), Ok(None));
    }
}
