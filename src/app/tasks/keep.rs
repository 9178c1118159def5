//! Keeping the register in the store, and letting go of texts that could not be read.

use std::rc::Rc;

use partnership_risk_core::document::{self, Header};
use partnership_risk_core::register::Register;

use super::{BUILD, REGISTER_KEY};
use crate::app::event::Event;
use crate::app::world::World;

/// Keeps the register, or keeps that there is none.
#[must_use]
pub fn keep(world: &World, register: Option<&Rc<Register>>) -> Event {
    let saved_at = world.clock.now();
    let done = match register {
        Some(register) => {
            let header = Header { saved_at, build: BUILD.to_owned() };
            world.store.write(REGISTER_KEY, &document::write(register, &header))
        }
        None => world.store.remove(REGISTER_KEY),
    };
    match done {
        Ok(()) => Event::Saved(saved_at),
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
