//! What was agreed on about a spreadsheet, kept for the next one with the same columns. What cannot be kept is
//! guessed anew next time.

use std::rc::Rc;

use partnership_risk_core::exchange::import::{Mapping, guess, key, recall, remember};
use partnership_risk_core::exchange::table::Table;
use partnership_risk_core::register::Register;

use crate::app::fingerprint::fingerprint;
use crate::app::model::Import;
use crate::app::queries::import::into_register;
use crate::app::world::World;

/// What the names of mappings start with; a number made of the columns' names follows.
const PREFIX: &str = "partnership-risk:mapping:";

/// The most that are kept: whoever has more kinds of files can say again what their columns hold.
const MOST: usize = 50;

/// Keeps what was agreed on about a spreadsheet that was imported.
pub fn keep_mapping(world: &World, import: &Import, register: Option<&Rc<Register>>) {
    let kept = world.store.keys(PREFIX).unwrap_or_default();
    if let Some(first) = kept.first().filter(|_| kept.len() >= MOST) {
        world.store.remove(first).ok();
    }
    let text = remember(&import.mapping, &into_register(register));
    world.store.write(&name(&import.table), &text).ok();
}

/// What is known of a table: what was agreed on before, or else a guess.
#[must_use]
pub(super) fn mapping_of(world: &World, table: &Table, register: &Register) -> Mapping {
    let kept = world.store.read(&name(table)).ok().flatten();
    kept.map_or_else(|| guess(table, register), |text| recall(&text, table, register))
}

/// Made of the columns' names, so that names of any length have a short one.
fn name(table: &Table) -> String {
    format!("{PREFIX}{:016x}", fingerprint(key(table).as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::event::Event;
    use crate::app::model::Model;
    use crate::app::tasks::{Received, receive};
    use crate::app::world::memory::{self, all_told};
    use partnership_risk_core::exchange::columns::Field;

    #[test]
    fn the_same_export_comes_in_with_the_same_answers_next_time() {
        let world = memory::world();
        let text = b"Name,Colour,Likelihood (1-5),Impact (1-5)\na,b,1,2\n";
        let chosen = |world: &World| {
            let file = Received { name: "export.csv".into(), bytes: text[..].into(), on_disk: None };
            let told = all_told(|tell| receive(world, None, file, tell));
            told.into_iter().fold(Model::default(), Model::after).import.expect("a table was read")
        };
        let mut import = chosen(&world);
        assert_eq!(import.mapping.columns[1].field, Field::Ignored);
        let mut mapping = (*import.mapping).clone();
        mapping.set(1, Field::Owner);
        import = Model { import: Some(import), ..Model::default() }
            .after(Event::MappingChanged(Box::new(mapping)))
            .import
            .expect("it is still there");
        keep_mapping(&world, &import, None);
        assert_eq!(chosen(&world).mapping.columns[1].field, Field::Owner);
        assert_eq!(chosen(&memory::world()).mapping.columns[1].field, Field::Ignored);
    }
}
