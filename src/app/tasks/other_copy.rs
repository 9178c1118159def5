//! Other copies of the register, opened to be merged with it or compared: from a file that the person chose, or from the
//! copies of this device, among which the state from which two copies come is looked for as well.

use std::rc::Rc;

use partnership_risk_core::document::{self, is_ancestor, sealed};
use partnership_risk_core::register::Register;

use super::copies::{self, Copy, taken};
use crate::app::event::Event;
use crate::app::model::{Incoming, OtherCopy, Purpose};
use crate::app::world::{Shelf, World};

/// The register in a file. All copies that are opened are read here.
pub fn read_copy(name: &str, bytes: &[u8]) -> Result<OtherCopy, String> {
    let text = std::str::from_utf8(bytes).map_err(|_| document::DocumentError::NotARegister.to_string())?;
    if sealed::is_sealed(text) {
        return Err(
            "it is encrypted. Open it on the page \u{201c}Register file\u{201d}, and merge it from there"
                .to_owned(),
        );
    }
    let (register, header) = document::read(text).map_err(|error| error.to_string())?;
    Ok(OtherCopy { name: name.to_owned(), register: Rc::new(register), header })
}

/// Opens a file for a purpose; to be merged, together with the state from which it and the register come, where that is
/// still on this device.
pub async fn open_copy(
    world: World,
    register: Option<Rc<Register>>,
    purpose: Purpose,
    (name, bytes): (String, Rc<[u8]>),
) -> Event {
    match read_copy(&name, &bytes) {
        Ok(copy) => opened(world, register, purpose, copy).await,
        Err(reason) => Event::FileRefused { name, reason },
    }
}

/// Opens what was read from a file to be merged.
pub async fn merge_incoming(world: World, register: Rc<Register>, incoming: Incoming) -> Event {
    let Incoming { name, register: other, header, .. } = incoming;
    opened(world, Some(register), Purpose::Merge, OtherCopy { name, register: other, header }).await
}

async fn opened(world: World, register: Option<Rc<Register>>, purpose: Purpose, copy: OtherCopy) -> Event {
    let base = match register.filter(|_| purpose == Purpose::Merge) {
        Some(register) => ancestor(&world, &register, &copy.register).await.map(Rc::new),
        None => None,
    };
    Event::CopyOpened { purpose, copy: Rc::new(copy), base }
}

/// Opens a copy of this device to be compared with what is here.
pub async fn compare_with_copy(world: World, copy: Copy) -> Event {
    let name = format!("The copy of {}", taken(&world, copy));
    let found = copies::read(&world, copy).await.map_err(|error| error.to_string());
    match found.and_then(|text| read_copy(&name, text.as_bytes())) {
        Ok(copy) => Event::CopyOpened { purpose: Purpose::Earlier, copy: Rc::new(copy), base: None },
        Err(reason) => Event::FileRefused { name, reason },
    }
}

/// The newest state on this device from which two registers come, as far as their histories tell.
async fn ancestor(world: &World, mine: &Register, theirs: &Register) -> Option<OtherCopy> {
    let mut found: Option<OtherCopy> = None;
    for shelf in [Shelf::Journal, Shelf::Backups] {
        for number in world.archive.numbers(shelf).await.ok()?.into_iter().rev() {
            // Each may take some time to read.
            world.clock.pause().await;
            let Ok(Some(text)) = world.archive.read(shelf, number).await else { continue };
            let Ok(copy) = read_copy("", text.as_bytes()) else { continue };
            let is_older = found.as_ref().is_some_and(|found| found.header.saved_at >= copy.header.saved_at);
            if !is_older && is_ancestor(&copy.register, mine) && is_ancestor(&copy.register, theirs) {
                found = Some(copy);
                break;
            }
        }
    }
    found.map(|copy| named(world, copy))
}

fn named(world: &World, copy: OtherCopy) -> OtherCopy {
    let at = copy.header.saved_at;
    let name = format!("a copy of this device, {}, {}", world.clock.date(at), world.clock.time_of_day(at));
    OtherCopy { name, ..copy }
}

#[cfg(test)]
mod tests {
    use partnership_risk_core::document::{Header, write};
    use partnership_risk_core::example::{fife_council, marlshire};
    use partnership_risk_core::register::{Change, Risk};

    use super::*;
    use crate::app::model::Known;
    use crate::app::tasks::{ToKeep, keep};
    use crate::app::world::memory::{at_once, world};

    fn owned(register: &Register, owner: &str, at: i64) -> Register {
        let risk = Risk { owner: owner.into(), ..(*register.risks()[0]).clone() };
        register.amended(Change::RisksPut(vec![risk]), at, "").expect("sound")
    }

    fn file(register: &Register) -> (String, Rc<[u8]>) {
        ("copy.prisk.json".to_owned(), write(register, &Header::new(0, 9, "")).into_bytes().into())
    }

    /// A device that has kept these, one after the other.
    fn device(kept: &[&Register]) -> World {
        let world = world();
        let mut known = Known::of(0, None);
        for register in kept {
            let register = Some(Rc::new((*register).clone()));
            let this = ToKeep { register: register.clone(), known: Some(known.clone()), is_great: false };
            let event = at_once(keep(world.clone(), this, || true));
            let Some(Event::Saved { mark, .. }) = event else { unreachable!("{event:?}") };
            known = known.with(mark, register);
        }
        world
    }

    fn base_of(world: &World, mine: &Register, theirs: &Register) -> Option<Rc<OtherCopy>> {
        let mine = Some(Rc::new(mine.clone()));
        match at_once(open_copy(world.clone(), mine, Purpose::Merge, file(theirs))) {
            Event::CopyOpened { base, .. } => base,
            other => unreachable!("{other:?}"),
        }
    }

    #[test]
    fn the_state_from_which_two_copies_come_is_found_on_this_device() {
        let base = marlshire();
        let (mine, theirs) = (owned(&base, "Mine", 5), owned(&base, "Theirs", 6));
        let world = device(&[&base, &mine]);
        let found = base_of(&world, &mine, &theirs).expect("it is there");
        assert_eq!((&*found.register, &*found.name), (&base, "a copy of this device, day 0, 00:00"));
        assert_eq!(base_of(&device(&[&mine]), &mine, &theirs), None);
        assert_eq!(base_of(&world, &mine, &fife_council()), None);
    }

    #[test]
    fn an_encrypted_file_is_sent_to_where_it_can_be_opened() {
        let sealed = at_once(world().cipher.seal("four words of mine", b"{}".to_vec())).expect("it is there");
        let reason = read_copy("x.prisk.json", sealed::write(&sealed).as_bytes()).expect_err("it is sealed");
        assert!(reason.contains("Register file"), "{reason}");
    }

    #[test]
    fn a_file_that_is_no_register_is_refused_by_name() {
        for bytes in [&b"{}"[..], b"\xff\xfe", b""] {
            let chosen = ("x.json".to_owned(), bytes.into());
            let event = at_once(open_copy(world(), None, Purpose::Earlier, chosen));
            assert!(
                matches!(&event, Event::FileRefused { name, reason } if name == "x.json" && !reason.is_empty())
            );
        }
    }
}
