//! A full register of Marlshire, a council that does not exist, in the product's own stored form. Everything in
//! it is invented save two losses: the published figures of Derbyshire's schools partnership, which are cited
//! where they stand.

use crate::document;
use crate::register::Register;

/// The register of an invented council with eight partnerships, two of them left incomplete.
#[must_use]
pub fn marlshire() -> Register {
    match document::read_register(include_str!("data/marlshire.json")) {
        Ok(register) => register,
        Err(_) => unreachable!("the tests read the shipped register"),
    }
}
