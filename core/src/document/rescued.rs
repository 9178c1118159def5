//! Files that the page of a stopped calculator saves: all texts that the browser held of it, by the names under which it held
//! them. Among them are the last states of the register and its copies; the newest that can be read is taken.

use std::collections::BTreeMap;

use super::packed::{self, MOST_BYTES};
use super::{Header, read};
use crate::register::Register;

/// The newest register in such a file; none where it is no such file, or no register in it can be read. Of all its texts
/// together no more is unpacked than of one ([`MOST_BYTES`]), and what the browser kept is read before its copies.
#[must_use]
pub fn rescued(text: &str) -> Option<(Register, Header)> {
    let texts: BTreeMap<String, String> = serde_json::from_str(text).ok()?;
    let mut left = MOST_BYTES;
    // Backwards: register, journal, copies.
    let plain = texts.values().rev().filter_map(|text| packed::unpacked(text).ok());
    let within = plain.take_while(|plain| {
        let is_within = left > 0;
        left = left.saturating_sub(plain.len());
        is_within
    });
    let registers = within.filter_map(|plain| read(&plain).ok());
    registers.max_by_key(|(_, header)| (header.revision, header.saved_at))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::packed::Packing;
    use crate::document::write;
    use crate::example::{fife_council, marlshire};

    fn file(texts: &[(&str, &str)]) -> String {
        let texts: BTreeMap<_, _> = texts.iter().copied().collect();
        serde_json::to_string(&texts).expect("it is plain")
    }

    #[test]
    fn the_newest_register_that_can_be_read_is_taken() {
        let [older, newer] = [(fife_council(), 7), (marlshire(), 8)]
            .map(|(register, revision)| write(&register, &Header::new(revision, 100, "")));
        let cut = &newer[..newer.len() / 2];
        let all = [("register", &*older), ("register:2", cut), ("current", "2 9"), ("journal:8", &newer)];
        assert_eq!(rescued(&file(&all)).map(|(register, _)| register), Some(marlshire()));
        assert_eq!(rescued(&file(&all[..3])).map(|(register, _)| register), Some(fife_council()));
        assert!(rescued(&file(&all[1..3])).is_none());
    }

    #[test]
    fn packed_texts_are_read_too() {
        let mut packing = Packing::default();
        packing.add(&write(&marlshire(), &Header::new(1, 0, "")));
        let found = rescued(&file(&[("partnership-risk:register", &packing.end())]));
        assert_eq!(found.map(|(register, _)| register), Some(marlshire()));
    }

    #[test]
    fn a_register_by_itself_is_no_such_file() {
        assert!(rescued(&write(&marlshire(), &Header::new(1, 0, ""))).is_none());
        assert!(rescued("[]").is_none() && rescued("").is_none());
    }
}
