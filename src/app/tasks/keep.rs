//! Keeping the register, and letting go of texts that could not be read.

use partnership_risk_core::document::{Header, Saving};
use partnership_risk_core::register::{Register, Timestamp};

use super::journal::{self, Entry};
use super::{BUILD, copies, slots};
use crate::app::event::Event;
use crate::app::model::Moment;
use crate::app::world::{StoreError, World};

/// For how many milliseconds the page is kept busy at a stretch while a register is written.
const SLICE: Timestamp = 4;

/// Keeps the register, or keeps that there is none: in the journal first, and then in the store; where it is greatly changed,
/// what was kept before is copied first. Once it is no longer wanted, since something newer is kept in its stead, nothing is
/// put into the store.
pub async fn keep(
    world: World,
    register: Moment,
    is_great: bool,
    is_wanted: impl Fn() -> bool,
) -> Option<Event> {
    let at = world.clock.now();
    if is_great && let Some(before) = slots::newest(&*world.store) {
        // Where there is no archive, the person can still take the change back.
        copies::copy_before(&world, &before).await.ok();
    }
    let done = match register.as_deref() {
        Some(register) => {
            let header = header(&world, at);
            let text = written(&world, Saving::new(register, &header), &is_wanted).await?;
            // Where there is no journal, the store alone has to do.
            journal::add(&world, Entry { revision: header.revision, text: text.clone() }).await.ok();
            let done = is_wanted().then(|| slots::write(&*world.store, &text))?;
            copies::copy_in_time(&world, &text).await.ok();
            done
        }
        None => {
            let cleared = slots::clear(&*world.store);
            journal::clear(&world).await.ok();
            cleared
        }
    };
    Some(told(done, at, register))
}

/// Keeps the register in the store at once: for a page that is about to be left, which has no time for the journal.
#[must_use]
pub fn keep_at_once(world: &World, register: &Moment) -> Event {
    let at = world.clock.now();
    let text = |register: &Register| Saving::new(register, &header(world, at)).finish();
    let done = match register.as_deref().map(text) {
        Some(text) => slots::write(&*world.store, &text),
        None => slots::clear(&*world.store),
    };
    told(done, at, register.clone())
}

/// What is written with the register when it is kept next.
fn header(world: &World, at: Timestamp) -> Header {
    let revision = slots::current(&*world.store).map_or(0, |current| current.revision);
    Header::new(revision + 1, at, BUILD)
}

/// The text of a register, with time for whatever else happens on the page; nothing once it is no longer wanted.
async fn written(world: &World, mut saving: Saving, is_wanted: &impl Fn() -> bool) -> Option<String> {
    let mut since = world.clock.now();
    loop {
        if let Some(text) = saving.step() {
            return Some(text);
        }
        if world.clock.now() - since >= SLICE {
            world.clock.pause().await;
            since = world.clock.now();
            if !is_wanted() {
                return None;
            }
        }
    }
}

fn told(done: Result<u64, StoreError>, at: Timestamp, of: Moment) -> Event {
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
