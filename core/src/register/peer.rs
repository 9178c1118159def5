//! The mark under which a body shows itself to its peers: drawn at random, it says nothing about the body. What
//! is sent under it belongs to the league.

use std::rc::Rc;

use super::{Id, Organisation, Register};

/// The id of a body among its peers.
pub type PeerId = Id<PeerMark>;

/// Under which id a body sends its submissions, and how many it has made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PeerMark {
    /// The id, drawn when the first one was made.
    pub id: PeerId,
    /// The number of the last one.
    pub edition: u32,
}

impl PeerMark {
    /// The mark of the next submission of a body that has this one; `fresh` becomes the id of a body that has none.
    #[must_use]
    pub fn next(before: Option<Self>, fresh: PeerId) -> Self {
        let before = before.unwrap_or(Self { id: fresh, edition: 0 });
        Self { edition: before.edition.saturating_add(1), ..before }
    }

    /// The mark of a body that goes from one state of its register to another, whichever is the older. What was sent
    /// cannot be taken back, so the mark of more submissions stays; another body's is nothing to it.
    #[must_use]
    pub fn kept(from: Option<Self>, to: Option<Self>) -> Option<Self> {
        match (from, to) {
            (Some(from), Some(to)) if from.id == to.id && from.edition > to.edition => Some(from),
            (_, Some(to)) => Some(to),
            (from, None) => from,
        }
    }
}

impl Register {
    /// The same register under this mark; its history is as it was.
    #[must_use]
    pub fn under(&self, mark: PeerMark) -> Self {
        let organisation = Organisation { peer: Some(mark), ..self.organisation().clone() };
        Self { organisation: Rc::new(organisation), ..self.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(bits: u64, edition: u32) -> PeerMark {
        PeerMark { id: PeerId::from_bits(bits), edition }
    }

    #[test]
    fn an_id_is_drawn_once_and_the_number_rises() {
        let first = PeerMark::next(None, PeerId::from_bits(7));
        assert_eq!(first, mark(7, 1));
        assert_eq!(PeerMark::next(Some(first), PeerId::from_bits(8)), mark(7, 2));
        assert_eq!(PeerMark::next(Some(mark(7, u32::MAX)), PeerId::from_bits(8)), mark(7, u32::MAX));
    }

    #[test]
    fn of_one_body_the_higher_number_stays_and_another_body_keeps_its_own() {
        for (from, to, kept) in [
            (None, None, None),
            (Some(mark(7, 1)), None, Some(mark(7, 1))),
            (None, Some(mark(7, 1)), Some(mark(7, 1))),
            (Some(mark(7, 2)), Some(mark(7, 1)), Some(mark(7, 2))),
            (Some(mark(7, 1)), Some(mark(7, 2)), Some(mark(7, 2))),
            (Some(mark(8, 2)), Some(mark(7, 1)), Some(mark(7, 1))),
        ] {
            assert_eq!(PeerMark::kept(from, to), kept, "{from:?} {to:?}");
        }
    }
}
