//! The mark under which a body shows itself to its peers: drawn at random, it says nothing about the body. What
//! is sent under it belongs to the league.

use super::Id;

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
