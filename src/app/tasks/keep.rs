//! Keeping the register, and letting go of texts that could not be read. Before anything is written it is looked whether
//! another tab has written since; how both are made one is told next door in `join`.

use std::ops::ControlFlow;

use partnership_risk_core::document::{Header, Saving};
use partnership_risk_core::register::Timestamp;

use super::file::want_file;
use super::join::{Both, Joint, joint};
use super::journal::{self, Entry};
use super::slots::{self, Current};
use super::{BUILD, copies};
use crate::app::event::{Event, Joined};
use crate::app::model::{Known, Mark, Moment};
use crate::app::world::{Store, StoreError, World};

/// For how many milliseconds the page is kept busy at a stretch while a register is written.
const SLICE: Timestamp = 4;

/// What is to be kept, and how this tab comes to it.
#[derive(Clone)]
pub struct ToKeep {
    /// The register, or that there is none.
    pub register: Moment,
    /// What this tab knows of what is kept; nothing where nobody else can write.
    pub known: Option<Known>,
    /// Whether what is kept is to be copied first.
    pub is_great: bool,
}

impl ToKeep {
    /// What is in the store, not below what was taken from the journal: or else the next start would take that again.
    fn current(&self, store: &dyn Store) -> Result<Current, StoreError> {
        Ok(slots::current(store)?.at_least(self.known.as_ref().map_or(0, Known::revision)))
    }
}

/// Keeps the register, or keeps that there is none: in the journal first, and then in the store; where it is greatly changed,
/// what was kept before is copied first. Where another tab has kept something since, both are made one, or nothing is written
/// and a person is to decide. Once it is no longer wanted, since something newer is kept in its stead, nothing is put into the
/// store. The answer comes as soon as it is in the store, so that what is kept next is known to come after it.
pub async fn keep(world: World, this: ToKeep, is_wanted: impl Fn() -> bool) -> Option<Event> {
    loop {
        match attempt(&world, &this, &is_wanted).await {
            Ok(Attempt::Done(event)) => return Some(*event),
            Ok(Attempt::Unwanted) => return None,
            Ok(Attempt::Overtaken) => {}
            Err(error) => return Some(Event::SaveFailed(error)),
        }
    }
}

/// Shows and keeps what another tab has kept, where one has, together with what is here.
pub async fn rejoin(world: World, this: ToKeep) -> Option<Event> {
    let current = slots::current(&*world.store).ok()?;
    let is_known = this.known.as_ref().is_none_or(|known| known.is_newest(current.mark()));
    if is_known { None } else { keep(world, this, || true).await }
}

/// What came of one attempt to keep a register.
enum Attempt {
    /// It is over.
    Done(Box<Event>),
    /// Something newer is kept in its stead.
    Unwanted,
    /// Another tab has written meanwhile.
    Overtaken,
}

impl Attempt {
    fn done(event: Event) -> Self {
        Self::Done(Box::new(event))
    }
}

async fn attempt(world: &World, this: &ToKeep, is_wanted: &impl Fn() -> bool) -> Result<Attempt, StoreError> {
    let store = &*world.store;
    let before = this.current(store)?;
    let both = match to_write(world, this, &before)? {
        ControlFlow::Continue(both) => both,
        ControlFlow::Break(event) => return Ok(Attempt::done(event)),
    };
    if this.is_great
        && let Some(text) = slots::newest(store, &before)?
    {
        // Where there is no archive, the person can still take the change back.
        copies::copy_before(world, &text).await.ok();
    }
    let register = both.as_ref().map_or(&this.register, |both| &both.register);
    let Some(text) = prepared(world, register, &before, is_wanted).await else {
        return Ok(Attempt::Unwanted);
    };
    if !is_wanted() {
        return Ok(Attempt::Unwanted);
    }
    if this.current(store)? != before {
        return Ok(Attempt::Overtaken);
    }
    let mark = put(world, &before, text.as_deref())?;
    register.iter().for_each(|register| want_file(world, register));
    Ok(Attempt::done(told(world, this, both, mark)))
}

/// What is here and what another tab has kept as one, where one has; what happened where there is nothing to be written.
fn to_write(
    world: &World,
    this: &ToKeep,
    before: &Current,
) -> Result<ControlFlow<Event, Option<Both>>, StoreError> {
    Ok(match joint(&*world.store, &this.register, this.known.as_ref())? {
        Joint::Alone => ControlFlow::Continue(None),
        Joint::Both(both) if both.is_kept => ControlFlow::Break(told(world, this, Some(both), before.mark())),
        Joint::Both(both) => ControlFlow::Continue(Some(both)),
        Joint::Divided(merging) => {
            ControlFlow::Break(Event::Divided { of: this.register.clone(), merging: *merging })
        }
    })
}

/// The text of a register, in the journal and, from time to time, copied; nothing once it is no longer wanted. Without a
/// register there is no text, and the journal is emptied.
async fn prepared(
    world: &World,
    register: &Moment,
    before: &Current,
    is_wanted: &impl Fn() -> bool,
) -> Option<Option<String>> {
    let Some(register) = register.as_deref() else {
        journal::clear(world).await.ok();
        return Some(None);
    };
    let header = header(world, before);
    let text = written(world, Saving::new(register, &header), is_wanted).await?;
    // Where there is no journal, the store alone has to do.
    journal::add(world, Entry { revision: header.revision, text: text.clone() }).await.ok();
    copies::copy_in_time(world, &text).await.ok();
    Some(Some(text))
}

/// Puts a text into the store, or takes all texts out of it; the mark of that.
fn put(world: &World, before: &Current, text: Option<&str>) -> Result<Mark, StoreError> {
    let mark = world.chance.bits();
    match text {
        Some(text) => slots::write(&*world.store, before, text, mark)?,
        None => slots::clear(&*world.store, before, mark)?,
    }
    Ok(mark)
}

/// Keeps the register in the store at once: for a page that is about to be left, which has no time for the journal.
#[must_use]
pub fn keep_at_once(world: &World, this: &ToKeep) -> Event {
    at_once(world, this).unwrap_or_else(Event::SaveFailed)
}

fn at_once(world: &World, this: &ToKeep) -> Result<Event, StoreError> {
    let before = this.current(&*world.store)?;
    let both = match to_write(world, this, &before)? {
        ControlFlow::Continue(both) => both,
        ControlFlow::Break(event) => return Ok(event),
    };
    let register = both.as_ref().map_or(&this.register, |both| &both.register);
    let text = register.as_deref().map(|register| Saving::new(register, &header(world, &before)).finish());
    let mark = put(world, &before, text.as_deref())?;
    Ok(told(world, this, both, mark))
}

/// What is written with the register when it is kept next.
fn header(world: &World, before: &Current) -> Header {
    Header::new(before.revision + 1, world.clock.now(), BUILD)
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

/// What was kept under a mark, as it happened.
fn told(world: &World, this: &ToKeep, both: Option<Both>, mark: Mark) -> Event {
    let (at, from) = (world.clock.now(), this.register.clone());
    match both {
        None => Event::Saved { at, of: from, mark },
        Some(Both { register, known, said, .. }) => {
            let known = known.with(mark, register.clone());
            Event::Joined(Joined { from, to: register, known, at, said })
        }
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
