//! Making sense of a file the person chose: a register of ours, or a spreadsheet to import.

use std::rc::Rc;

use partnership_risk_core::document;
use partnership_risk_core::exchange::import::Stamp;
use partnership_risk_core::exchange::table::{Reading, read_file};

use crate::app::event::Event;
use crate::app::world::World;

/// What a chosen file turns out to be.
#[must_use]
pub fn receive(world: &World, name: &str, bytes: &[u8]) -> Event {
    let name = name.to_owned();
    if looks_like_a_register(bytes) {
        return register(name, bytes);
    }
    let stamp = Stamp { now: world.clock.now(), seed: world.chance.bits() };
    match read_file(bytes, Reading::default()) {
        Ok(table) => Event::TableRead { name, table: Rc::new(table), stamp },
        Err(error) => Event::FileRefused { name, reason: error.to_string() },
    }
}

fn looks_like_a_register(bytes: &[u8]) -> bool {
    bytes.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'{')
}

fn register(name: String, bytes: &[u8]) -> Event {
    let read = std::str::from_utf8(bytes).map_err(|e| e.to_string());
    match read.and_then(|text| document::read(text).map_err(|e| e.to_string())) {
        Ok((register, _)) => {
            Event::RegisterChosen { register: Rc::new(register), said: format!("Opened {name}") }
        }
        Err(reason) => Event::FileRefused { name, reason },
    }
}
