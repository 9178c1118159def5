//! What happens at the start: the kept register is read; a text that cannot be read is moved aside,
//! and where there is no room to move it, keeping is off until the person has dealt with it.

use std::rc::Rc;

use partnership_risk_core::document;

use super::{DAMAGED_PREFIX, REGISTER_KEY};
use crate::app::event::Opened;
use crate::app::model::{Damaged, Keeping};
use crate::app::world::{Store, StoreError, World};

/// Whether anything is kept that must be read, or what the page begins with where nothing is.
#[must_use]
pub fn begin(world: &World) -> Option<Opened> {
    let kept = |prefix| world.store.keys(prefix).map(|keys| !keys.is_empty());
    let keeping = match kept(REGISTER_KEY).and_then(|register| Ok(register || kept(DAMAGED_PREFIX)?)) {
        Ok(true) => return None,
        Ok(false) => Keeping::Nothing,
        Err(error) => Keeping::NotKept(error),
    };
    Some(Opened { register: None, keeping, damaged: Vec::new() })
}

/// Looks at what is kept.
#[must_use]
pub fn open(world: &World) -> Opened {
    look(world).unwrap_or_else(|error| Opened {
        register: None,
        keeping: Keeping::NotKept(error),
        damaged: Vec::new(),
    })
}

fn look(world: &World) -> Result<Opened, StoreError> {
    let store = &*world.store;
    let mut damaged = set_aside_earlier(store)?;
    let Some(text) = store.read(REGISTER_KEY)? else {
        return Ok(Opened { register: None, keeping: Keeping::Nothing, damaged });
    };
    match document::read(&text) {
        Ok((register, header)) => {
            Ok(Opened { register: Some(Rc::new(register)), keeping: Keeping::Kept(header.saved_at), damaged })
        }
        Err(error) => {
            let (keeping, key) = set_aside(world, &text);
            damaged.push(Damaged { key, reason: error.to_string(), text: text.into() });
            Ok(Opened { register: None, keeping, damaged })
        }
    }
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

/// Moves a text from the register's place to one of its own: copied first, and removed only when the
/// copy is seen to be there.
fn set_aside(world: &World, text: &str) -> (Keeping, String) {
    let key = format!("{DAMAGED_PREFIX}{}", world.clock.now());
    let copied = world.store.write(&key, text).and_then(|()| world.store.read(&key));
    let moved =
        copied.is_ok_and(|copy| copy.as_deref() == Some(text)) && world.store.remove(REGISTER_KEY).is_ok();
    if moved { (Keeping::Nothing, key) } else { (Keeping::Withheld, REGISTER_KEY.to_owned()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::event::Event;
    use crate::app::tasks::{clear_damaged, keep};
    use crate::app::world::memory::{MemoryStore, with_store};
    use partnership_risk_core::example::fife_council;

    fn store_with(text: &str) -> Rc<MemoryStore> {
        let store = Rc::new(MemoryStore::default());
        store.write(REGISTER_KEY, text).expect("memory has room");
        store
    }

    #[test]
    fn only_where_something_is_kept_there_is_something_to_read() {
        let store = Rc::new(MemoryStore::default());
        let world = with_store(store.clone());
        assert_eq!(begin(&world), Some(open(&world)));
        store.write(&format!("{DAMAGED_PREFIX}1"), "cut").expect("memory has room");
        assert_eq!(begin(&world), None);
        assert_eq!(begin(&with_store(store_with("{}"))), None);
    }

    #[test]
    fn what_was_kept_is_found_again() {
        let world = with_store(Rc::new(MemoryStore::default()));
        let register = Rc::new(fife_council());
        assert!(matches!(keep(&world, Some(&register)), Event::Saved(_)));
        let opened = open(&world);
        assert_eq!(opened.register, Some(register));
        assert_eq!(opened.keeping, Keeping::Kept(0));
    }

    #[test]
    fn an_unreadable_text_is_moved_aside_whole_and_found_again_at_each_start() {
        let store = store_with("{\"format\":\"partnership-risk\",\"sche");
        let world = with_store(store.clone());
        for _ in 0..2 {
            let opened = open(&world);
            assert_eq!(opened.keeping, Keeping::Nothing);
            assert_eq!(&*opened.damaged[0].text, "{\"format\":\"partnership-risk\",\"sche");
            assert_eq!(opened.damaged.len(), 1);
        }
        assert_eq!(store.read(REGISTER_KEY), Ok(None));
    }

    #[test]
    fn a_text_that_cannot_be_moved_stays_and_is_not_written_over() {
        let store = store_with("damaged");
        store.refusal.replace(Some(StoreError::Full));
        let world = with_store(store.clone());
        let opened = open(&world);
        assert_eq!(opened.keeping, Keeping::Withheld);
        assert_eq!(opened.damaged[0].key, REGISTER_KEY);
        assert_eq!(store.read(REGISTER_KEY), Ok(Some("damaged".into())));
        assert!(matches!(clear_damaged(&world, REGISTER_KEY), Event::DamagedCleared(_)));
        assert_eq!(store.read(REGISTER_KEY), Ok(None));
    }
}
