//! Making sense of a file the person chose: a register of ours, or a spreadsheet to import.

use std::rc::Rc;

use partnership_risk_core::document;
use partnership_risk_core::exchange::import::Stamp;
use partnership_risk_core::exchange::table::{Reading, read_file};
use partnership_risk_core::register::Register;

use super::mappings::mapping_of;
use crate::app::event::Event;
use crate::app::queries::import::into_register;
use crate::app::world::World;

/// What a chosen file turns out to be. A spreadsheet is read with an eye to the register it will go to.
#[must_use]
pub fn receive(world: &World, into: Option<&Rc<Register>>, name: &str, bytes: &[u8]) -> Event {
    let name = name.to_owned();
    if looks_like_a_register(bytes) {
        return copy_of_ours(name, bytes);
    }
    let stamp = Stamp { now: world.clock.now(), seed: world.chance.bits() };
    match read_file(bytes, Reading::default()) {
        Ok(table) => {
            let mapping = Rc::new(mapping_of(world, &table, &into_register(into)));
            Event::TableRead { name, table: Rc::new(table), mapping, stamp }
        }
        Err(error) => Event::FileRefused { name, reason: error.to_string() },
    }
}

fn looks_like_a_register(bytes: &[u8]) -> bool {
    bytes.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'{')
}

fn copy_of_ours(name: String, bytes: &[u8]) -> Event {
    let text = std::str::from_utf8(bytes).map_err(|e| e.to_string());
    let read = |text| match document::read(text) {
        Ok(found) => Ok(found),
        Err(error) => document::rescued(text).ok_or_else(|| error.to_string()),
    };
    match text.and_then(read) {
        Ok((register, _)) => {
            Event::RegisterChosen { register: Rc::new(register), said: format!("Opened {name}") }
        }
        Err(reason) => Event::FileRefused { name, reason },
    }
}
