//! Opening a register from a file: choosing one that the browser lends, and putting what was read in the place of what
//! is here.

use super::MOST_BYTES;
use super::saved::note_saved;
use crate::app::event::Event;
use crate::app::model::Incoming;
use crate::app::tasks::Received;
use crate::app::world::{DiskError, DiskFile, World};

/// Has the person choose a file that can be written again; none where they choose none.
pub async fn choose_file(world: World) -> Option<Result<Received, Event>> {
    match world.disk.choose().await {
        Ok(None) => None,
        Ok(Some(file)) => {
            remember(&world, &file).await;
            Some(open_recent(world, file).await)
        }
        Err(error) => Some(Err(refused("The file".to_owned(), &error))),
    }
}

/// Remembers a file for another visit; a tab that keeps nothing does not. One that cannot be remembered can still be used.
pub(super) async fn remember(world: &World, file: &DiskFile) {
    if world.tabs.writes() {
        world.disk.remember(file).await.ok();
    }
}

/// What is in a file that was chosen before, or why it cannot be had.
pub async fn open_recent(world: World, file: DiskFile) -> Result<Received, Event> {
    match world.disk.read(&file, MOST_BYTES).await {
        Ok(bytes) => Ok(Received { name: file.name.clone(), bytes, on_disk: Some(file) }),
        Err(error) => Err(refused(file.name, &error)),
    }
}

/// The files that were chosen last; none where the browser lends none.
pub async fn recent_files(world: World) -> Vec<DiskFile> {
    if world.disk.is_there() { world.disk.recent().await.unwrap_or_default() } else { Vec::new() }
}

/// Forgets that a file was chosen; the file stays. What is left of the list comes back.
pub async fn forget_file(world: World, file: DiskFile) -> Vec<DiskFile> {
    world.disk.forget(&file).await.ok();
    recent_files(world).await
}

/// Puts a register that was read from a file in the place of what is here; one of a newer version is not, since this
/// one might lose what it does not know.
#[must_use]
pub fn take(world: &World, incoming: &Incoming) -> Event {
    let Incoming { name, register, header, .. } = incoming;
    if header.is_newer() {
        let reason =
            "a newer version of this page has written it, and this one could lose part of it".to_owned();
        return Event::FileRefused { name: name.clone(), reason };
    }
    note_saved(world, register, header.saved_at.min(world.clock.now()));
    Event::RegisterChosen { register: register.clone(), said: format!("Opened {name}") }
}

fn refused(name: String, error: &DiskError) -> Event {
    Event::FileRefused { name, reason: error.to_string() }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use partnership_risk_core::document::Header;
    use partnership_risk_core::example::fife_council;

    use super::*;
    use crate::app::tasks::file_saved;
    use crate::app::world::memory::{MemoryDisk, SetClock, at_once, world};

    #[test]
    fn a_chosen_file_is_read_and_found_again_until_it_is_forgotten() {
        let disk = Rc::new(MemoryDisk::default());
        let world = World { disk: disk.clone(), ..world() };
        assert!(at_once(choose_file(world.clone())).is_none());
        disk.is_lent.set(true);
        disk.files.borrow_mut().insert("a.json".into(), b"{}".to_vec());
        disk.chooses.replace(Some("a.json".into()));
        let read = at_once(choose_file(world.clone())).expect("one was chosen").expect("it is there");
        assert_eq!((&*read.name, &*read.bytes), ("a.json", &b"{}"[..]));
        let recent = at_once(recent_files(world.clone()));
        assert_eq!(read.on_disk.as_ref(), recent.first());
        disk.refusal.replace(Some(DiskError::Refused));
        let refused = at_once(open_recent(world.clone(), recent[0].clone()));
        assert!(matches!(refused, Err(Event::FileRefused { reason, .. }) if reason.contains("not allowed")));
        assert!(at_once(forget_file(world, recent[0].clone())).is_empty());
    }

    #[test]
    fn a_register_is_taken_with_the_time_at_which_it_was_saved_unless_it_is_newer() {
        let clock = SetClock::default();
        clock.0.set(9);
        let world = World { clock: Rc::new(clock), ..world() };
        let mut incoming = Incoming {
            name: "a.prisk.json".into(),
            register: Rc::new(fife_council()),
            header: Header { schema: 99, ..Header::new(1, 5, "") },
            on_disk: None,
        };
        assert!(matches!(take(&world, &incoming), Event::FileRefused { .. }));
        assert_eq!(file_saved(&world, &fife_council()), None);
        incoming.header = Header::new(1, 5, "");
        assert!(matches!(take(&world, &incoming), Event::RegisterChosen { .. }));
        assert_eq!(file_saved(&world, &fife_council()), Some(5));
        incoming.header = Header::new(1, 50, "");
        assert!(matches!(take(&world, &incoming), Event::RegisterChosen { .. }));
        assert_eq!(file_saved(&world, &fife_council()), Some(9), "nothing was saved later than now");
    }
}
