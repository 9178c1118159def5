//! What this product takes up in the browser, all of it together: how much that is, and that all of it goes.

use super::recent_files;
use crate::app::event::Event;
use crate::app::world::{Room, Shelf, StoreError, World};

/// What the names of all that is kept start with.
const PREFIX: &str = "partnership-risk";

/// How much of the store is taken.
pub fn room(world: &World) -> Result<Room, StoreError> {
    world.store.room(PREFIX)
}

/// Removes all that is kept: the register, its journal and copies, drafts, what was put aside, and the list of files.
pub async fn clear_device(world: World) -> Event {
    Event::DeviceCleared(cleared(&world).await)
}

/// All is tried, and what failed first is told. The archive goes first: while it has something, a register that is missing in
/// the store is taken from there.
async fn cleared(world: &World) -> Result<(), StoreError> {
    let mut done = Ok(());
    for shelf in Shelf::ALL {
        done = done.and(emptied(world, shelf).await);
    }
    for file in recent_files(world.clone()).await {
        let forgotten = world.disk.forget(&file).await;
        done = done.and(forgotten.map_err(|error| StoreError::Unusable(error.to_string())));
    }
    let keys = world.store.keys(PREFIX)?;
    keys.iter().fold(done, |done, key| done.and(world.store.remove(key)))
}

async fn emptied(world: &World, shelf: Shelf) -> Result<(), StoreError> {
    let all = world.archive.numbers(shelf).await?;
    world.archive.write(shelf, Vec::new(), all).await
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use partnership_risk_core::example::fife_council;

    use super::*;
    use crate::app::tasks::{ToKeep, is_in_journal, keep, open};
    use crate::app::world::Store as _;
    use crate::app::world::memory::{MemoryArchive, MemoryStore, at_once, with_store};

    fn with_work() -> (Rc<MemoryStore>, World) {
        let store = Rc::new(MemoryStore::default());
        let world = with_store(store.clone());
        for is_great in [false, true] {
            let this = ToKeep { register: Some(Rc::new(fife_council())), known: None, is_great };
            let kept = keep(world.clone(), this, || true);
            assert!(matches!(at_once(kept), Some(Event::Saved { .. })));
        }
        (store, world)
    }

    #[test]
    fn a_cleared_device_has_nothing_of_it_and_all_that_is_of_others() {
        let (store, world) = with_work();
        for key in ["partnership-risk:draft:#/risks/new", "another-page"] {
            store.write(key, "text").expect("memory has room");
        }
        assert!(matches!(at_once(clear_device(world.clone())), Event::DeviceCleared(Ok(()))));
        assert_eq!(store.keys("").expect("memory"), ["another-page"]);
        for shelf in Shelf::ALL {
            assert_eq!(at_once(world.archive.numbers(shelf)), Ok(Vec::new()));
        }
        assert!(!at_once(is_in_journal(&world)));
        assert_eq!(at_once(open(world)).register, None);
    }

    #[test]
    fn what_cannot_be_removed_is_told_and_all_else_goes() {
        let (_, world) = with_work();
        let archive = MemoryArchive::default();
        archive.refusal.replace(Some(StoreError::Blocked));
        let world = World { archive: Rc::new(archive), ..world };
        let event = at_once(clear_device(world.clone()));
        assert!(matches!(event, Event::DeviceCleared(Err(StoreError::Blocked))));
        assert_eq!(world.store.keys(""), Ok(Vec::new()));
    }

    #[test]
    fn room_is_counted_in_the_units_that_browsers_count() {
        let store = Rc::new(MemoryStore::default());
        store.write("partnership-risk:a", "\u{1f525}").expect("memory has room");
        store.write("other", "four").expect("memory has room");
        let room = room(&with_store(store)).expect("memory");
        assert_eq!(room, Room { ours: 20, all: 29 });
        assert!(!room.is_scarce());
        assert!(Room { all: Room::LIMIT / 5 * 4 + 1, ..room }.is_scarce());
    }
}
