//! A register written piece by piece, so that nothing else has to wait for it: a piece is some 32 kB of text, one to
//! two milliseconds' work in a browser. The checksum comes last, since it is not known before. What stands between
//! the pieces' ends is next door in `stored`.

use std::vec;

use super::checksum::Checksum;
use super::envelope::{self, Header};
use super::stored::{self, Slice};
use crate::register::Register;

/// How long a piece is when it is long enough, in bytes.
const PIECE: usize = 1 << 15;

/// The text of a document, as an iterator over its pieces.
#[derive(Debug)]
pub struct Writing {
    register: Register,
    head: Option<String>,
    slices: vec::IntoIter<Slice>,
    checksum: Checksum,
    is_over: bool,
}

impl Writing {
    /// The text of a register, none of which is written yet. What happens to the register meanwhile is not in it.
    #[must_use]
    pub fn new(register: &Register, header: &Header) -> Self {
        Self {
            register: register.clone(),
            head: Some(envelope::head(header)),
            slices: stored::slices(register).into_iter(),
            checksum: Checksum::default(),
            is_over: false,
        }
    }
}

impl Iterator for Writing {
    type Item = String;

    fn next(&mut self) -> Option<String> {
        if self.is_over {
            return None;
        }
        let head = self.head.take().unwrap_or_default();
        let mut piece = head.clone();
        while piece.len() < PIECE {
            let Some(slice) = self.slices.next() else {
                self.is_over = true;
                break;
            };
            piece += &slice.text(&self.register);
        }
        self.checksum.add(&piece.as_bytes()[head.len()..]);
        if self.is_over {
            piece += &envelope::tail(&self.checksum);
        }
        Some(piece)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::tests::large;
    use crate::document::{read, write};
    use crate::example::marlshire;

    #[test]
    fn the_pieces_together_are_the_document_and_none_is_long() {
        let register = large::register(3_000);
        let header = Header::new(7, 1, "0.1.0");
        let pieces: Vec<String> = Writing::new(&register, &header).collect();
        assert!(pieces.len() > 20 && pieces.iter().all(|piece| piece.len() < 2 * PIECE));
        assert_eq!(pieces.concat(), write(&register, &header));
        assert_eq!(read(&pieces.concat()), Ok((register, header)));
    }

    #[test]
    fn a_register_that_changes_meanwhile_is_written_as_it_was() {
        let register = marlshire();
        let header = Header::new(1, 1, "0.1.0");
        let mut writing = Writing::new(&register, &header);
        let first = writing.next().expect("there is a first piece");
        drop(register);
        let text: String = std::iter::once(first).chain(writing).collect();
        assert_eq!(read(&text), Ok((marlshire(), header)));
    }
}
