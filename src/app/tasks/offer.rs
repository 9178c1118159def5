//! Handing files to the person.

use partnership_risk_core::league::peers::Submission;
use partnership_risk_core::letters::small;
use partnership_risk_core::register::Register;

use super::file::{document_text, file_name, note_saved};
use crate::app::model::Damaged;
use crate::app::world::World;

/// Offers the register as a file that this product can open again.
pub fn offer_register(world: &World, register: &Register) {
    offer_document(world, register);
    note_saved(world, register, world.clock.now());
}

/// Offers a register that is not the one of the page, such as a copy.
pub(super) fn offer_document(world: &World, register: &Register) {
    let text = document_text(world, register, world.clock.now());
    world.files.offer(&file_name(world, register), "application/json", &text);
}

/// Offers a submission to peers as a file, under a name that does not say whose it is.
pub fn offer_submission(world: &World, submission: &Submission) {
    let line = submission.to_line() + "\n";
    world.files.offer("partnership-risk-submission.ndjson", "application/x-ndjson", &line);
}

/// Offers a text that could not be read, exactly as it was found.
pub fn offer_damaged(world: &World, damaged: &Damaged) {
    world.files.offer("partnership-risk-damaged.txt", "text/plain", &damaged.text);
}

/// A name without what file systems object to.
pub(super) fn file_stem(name: &str) -> String {
    let kept: String = name.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).take(60).collect();
    let stem = small(kept.trim_matches('-'));
    if stem.is_empty() { "register".to_owned() } else { stem }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_name_has_nothing_that_file_systems_object_to() {
        for (name, stem) in [
            ("Fife Council", "fife-council"),
            ("../../etc/passwd", "etc-passwd"),
            ("  ", "register"),
            ("Cyngor Sir Ynys Môn", "cyngor-sir-ynys-môn"),
            ("a<b>:\"c\"|?*", "a-b---c"),
        ] {
            assert_eq!(file_stem(name), stem);
        }
    }
}
