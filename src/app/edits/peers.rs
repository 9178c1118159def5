//! The mark under which a body sends figures to its peers: drawn once, with a number that rises at each
//! submission, so that whoever merges them knows the newest.

use partnership_risk_core::register::{Change, Organisation, PeerId, PeerMark, Register};

/// The mark of the next submission; `fresh` becomes the id of a body that has none.
#[must_use]
pub fn next_mark(register: &Register, fresh: PeerId) -> PeerMark {
    let before = register.organisation().peer.unwrap_or(PeerMark { id: fresh, edition: 0 });
    PeerMark { edition: before.edition.saturating_add(1), ..before }
}

/// The change by which the register remembers a mark.
#[must_use]
pub fn marked(register: &Register, mark: PeerMark) -> Change {
    Change::OrganisationSet(Organisation { peer: Some(mark), ..register.organisation().clone() })
}
