//! Many submissions in one place: of each body the newest. It can be filled bit by bit, in any order, and comes
//! to the same.

use std::rc::Rc;

use super::body::Body;
use super::submission::Submission;
use crate::register::{PeerId, Sector};

/// The newest submission of each of many bodies, as far as it counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PeerPool {
    /// In the order of their ids.
    bodies: Vec<(PeerId, Rc<Body>)>,
}

/// What a submission did to the pool.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Added {
    /// It is the first of its body.
    New,
    /// It is newer than one of the same body, and took its place.
    Replaced,
    /// One of the same body is as new or newer, and stayed.
    Older,
}

impl PeerPool {
    /// Adds one submission. Of one body the newest stays: by month, then by number; where both are the same, the
    /// one with the greater figures, so that the order of adding decides nothing.
    pub fn add(&mut self, submission: &Submission) -> Added {
        let (id, body) = (submission.body(), Body::of(submission));
        match self.bodies.binary_search_by(|(other, _)| other.cmp(&id)) {
            Err(place) => {
                self.bodies.insert(place, (id, Rc::new(body)));
                Added::New
            }
            Ok(place) if body > *self.bodies[place].1 => {
                self.bodies[place].1 = Rc::new(body);
                Added::Replaced
            }
            Ok(_) => Added::Older,
        }
    }

    /// Whether nothing has been added.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.bodies.is_empty()
    }

    /// Whether a body has a submission in it.
    #[must_use]
    pub fn has(&self, id: PeerId) -> bool {
        self.bodies.iter().any(|(other, _)| *other == id)
    }

    /// The bodies of one sector, or all.
    pub(super) fn of(&self, whose: Option<Sector>) -> impl Iterator<Item = &Body> {
        let all = self.bodies.iter().map(|(_, body)| &**body);
        all.filter(move |body| whose.is_none_or(|sector| body.sector == sector))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{Just, Strategy, prop_assert_eq, proptest};

    use super::super::fixtures;
    use super::*;

    fn edition(bits: u64, edition: u32, answering: u32) -> Submission {
        Submission { edition, answering, partnerships: 9, ..fixtures::submission(bits) }
    }

    #[test]
    fn the_newest_of_a_body_stays() {
        let mut pool = PeerPool::default();
        let told = [(1, 2), (1, 1), (1, 3), (2, 1), (1, 3)].map(|(id, n)| pool.add(&edition(id, n, 1)));
        assert_eq!(told, [Added::New, Added::Older, Added::Replaced, Added::New, Added::Older]);
        assert_eq!(pool.of(None).count(), 2);
        assert!(pool.has(PeerId::from_bits(2)) && !pool.has(PeerId::from_bits(3)));
    }

    proptest! {
        #[test]
        fn the_order_of_adding_decides_nothing(
            (first, second) in proptest::collection::vec((0..4_u64, 0..3_u32, 1..3_u32), 0..12)
                .prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle()))
        ) {
            let pool = |all: &[(u64, u32, u32)]| {
                let mut pool = PeerPool::default();
                for (id, n, answering) in all {
                    pool.add(&edition(*id, *n, *answering));
                }
                pool
            };
            prop_assert_eq!(pool(&first), pool(&second));
        }
    }
}
