//! Damage of every kind is refused with a reason: no panic, and no register that would pass for the one that was kept.

use std::rc::Rc;

use crate::document::{DocumentError, Header, look, read, write};
use crate::register::{Change, Organisation, Partnership, PartnershipId, Register, Risk, RiskId};
use crate::scale::preset;

/// A register of some two kilobytes.
fn small() -> Register {
    let empty = Register::new(Organisation::new("Anytown", Rc::new(preset::of_size(3, 3))));
    let id = PartnershipId::from_bits(1);
    let risk = |bits| Risk::new(RiskId::from_bits(bits), id, "Contractor fails", 0);
    let change = Change::All(vec![
        Change::PartnershipsPut(vec![Partnership::new(id, "Waste", 0)]),
        Change::RisksPut((2..5).map(risk).collect()),
    ]);
    empty.apply(change).expect("sound parts")
}

fn text() -> String {
    write(&small(), &Header::new(1, 2, "0.1.0"))
}

#[test]
fn a_text_cut_at_any_byte_is_refused() {
    let text = text();
    for at in (0..text.len()).filter(|at| text.is_char_boundary(*at)) {
        assert!(read(&text[..at]).is_err(), "{at}");
    }
}

#[test]
fn a_text_with_any_bit_altered_is_refused_or_holds_the_same_register() {
    let (text, register) = (text(), small());
    assert!((1_500..4_000).contains(&text.len()), "{}", text.len());
    for at in 0..text.len() {
        for bit in 0..8 {
            let mut bytes = text.clone().into_bytes();
            bytes[at] ^= 1 << bit;
            let Ok(altered) = String::from_utf8(bytes) else { continue };
            match read(&altered) {
                // The envelope's own numbers and texts are not under the checksum.
                Ok((read, _)) => assert_eq!(read, register, "byte {at}, bit {bit}"),
                Err(error) => assert!(!error.to_string().is_empty()),
            }
        }
    }
}

#[test]
fn a_newer_document_opens_only_to_be_looked_at_and_only_if_it_can_be_read() {
    let newer = |from: &str, to: &str| {
        let text = text().replacen("\"schema\":2", "\"schema\":7", 1);
        let text = text.replacen(from, to, 1);
        assert_eq!(read(&text), Err(DocumentError::NewerSchema(7)));
        look(&text)
    };
    let (register, header) = newer("", "").expect("nothing else is new");
    assert_eq!((register, header.is_newer(), header.schema), (small(), true, 7));
    for (from, to) in [("Waste", "Paste"), ("\"register\"", "\"contents\""), ("\"revision\"", "\"edition\"")]
    {
        let error = newer(from, to).expect_err("it cannot be read").to_string();
        assert!(error.starts_with("written by a newer version (schema 7"), "{error}");
    }
}
