//! Keeping the register, and letting go of texts that could not be read.

use std::rc::Rc;

use partnership_risk_core::document::{self, Header};
use partnership_risk_core::register::{Register, Timestamp};

use super::journal::{self, Entry};
use super::{BUILD, slots};
use crate::app::event::Event;
use crate::app::model::Moment;
use crate::app::world::{StoreError, World};

/// Keeps the register, or keeps that there is none: in the journal first, and then in the store, unless something newer
/// was kept there meanwhile, as `is_wanted` says.
pub async fn keep(world: World, register: Moment, is_wanted: impl Fn() -> bool) -> Option<Event> {
    let (at, text) = written(&world, register.as_deref());
    let done = match text {
        Some(text) => {
            if let Ok(current) = slots::current(&*world.store) {
                // Where there is no journal, the store alone has to do.
                let entry = Entry { revision: current.revision + 1, text: text.clone() };
                journal::add(&world, entry).await.ok();
            }
            is_wanted().then(|| slots::write(&*world.store, &text))
        }
        None => {
            let cleared = slots::clear(&*world.store);
            journal::clear(&world).await.ok();
            Some(cleared)
        }
    };
    Some(told(done?, at, register))
}

/// Keeps the register in the store at once: for a page that is about to be left, which has no time for the journal.
#[must_use]
pub fn keep_at_once(world: &World, register: &Moment) -> Event {
    let done = match written(world, register.as_deref()) {
        (at, Some(text)) => (at, slots::write(&*world.store, &text)),
        (at, None) => (at, slots::clear(&*world.store)),
    };
    told(done.1, done.0, register.clone())
}

/// The register as text, and when it was written.
fn written(world: &World, register: Option<&Register>) -> (Timestamp, Option<String>) {
    let saved_at = world.clock.now();
    let revision = slots::current(&*world.store).map_or(0, |current| current.revision);
    let header = Header::new(revision + 1, saved_at, BUILD);
    (saved_at, register.map(|register| document::write(register, &header)))
}

fn told(done: Result<u64, StoreError>, at: Timestamp, of: Option<Rc<Register>>) -> Event {
    match done {
        Ok(_) => Event::Saved { at, of },
        Err(error) => Event::SaveFailed(error),
    }
}

/// Forgets a text that could not be read, once the person says so.
#[must_use]
pub fn clear_damaged(world: &World, key: &str) -> Event {
    match world.store.remove(key) {
        Ok(()) => Event::DamagedCleared(key.to_owned()),
        Err(error) => Event::SaveFailed(error),
    }
}
