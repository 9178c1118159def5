//! Which partnership a row belongs to: one of the register, matched by name in whatever case, or one
//! that the import makes, once for each name. Ids are drawn here too, from the caller's one number.

use std::collections::BTreeMap;

use super::mapping::Home;
use super::preview::Stamp;
use crate::letters::folded;
use crate::order::ordered;
use crate::register::{Id, Partnership, PartnershipId, Register};

/// Folded names and what each stands for, as a number. One kind of map serves the whole import, because
/// a map is compiled anew for every pair of types.
pub(super) type Names = BTreeMap<String, usize>;

/// The partnerships that rows name.
pub(super) struct Homes {
    /// To the place in `known`.
    by_name: Names,
    known: Vec<PartnershipId>,
    /// Those that the register does not have yet.
    pub(super) made: Vec<Partnership>,
    ids: Ids,
    now: i64,
}

impl Homes {
    pub(super) fn new(register: &Register, stamp: Stamp) -> Self {
        let mut homes = Self {
            by_name: Names::new(),
            known: Vec::new(),
            made: Vec::new(),
            ids: Ids::new(register, stamp.seed),
            now: stamp.now,
        };
        // Of several with one name the first stands that is not over, so it is put in last.
        let (live, over): (Vec<_>, Vec<_>) = register.partnerships().iter().rev().partition(|p| p.is_live());
        for partnership in over.into_iter().chain(live) {
            homes.know(folded(&partnership.name), partnership.id);
        }
        homes
    }

    fn know(&mut self, name: String, id: PartnershipId) {
        self.by_name.insert(name, self.known.len());
        self.known.push(id);
    }

    /// The partnership of a row: the one it names, else the one chosen for rows that name none.
    pub(super) fn of(&mut self, named: &str, fallback: &Home) -> PartnershipId {
        match fallback {
            Home::Existing(id) if named.is_empty() => *id,
            Home::Named(name) if named.is_empty() => self.by_name(name),
            Home::Existing(_) | Home::Named(_) => self.by_name(named),
        }
    }

    fn by_name(&mut self, name: &str) -> PartnershipId {
        let folded = folded(name);
        if let Some(&place) = self.by_name.get(&folded) {
            return self.known[place];
        }
        let id = self.ids.fresh();
        self.know(folded, id);
        self.made.push(Partnership::new(id, name.trim(), self.now));
        id
    }

    /// Adds one that a row tells all about.
    pub(super) fn add(&mut self, partnership: Partnership) {
        self.know(folded(&partnership.name), partnership.id);
        self.made.push(partnership);
    }

    /// An id that nothing else has.
    pub(super) fn fresh_id<T>(&mut self) -> Id<T> {
        self.ids.fresh()
    }
}

/// Ids spread from one random number (SplitMix64, Steele, Lea and Flood, 2014), which never gives the
/// same one twice; those that the register has are passed over.
struct Ids {
    state: u64,
    /// The bits of all ids of the register, in order.
    taken: Vec<u64>,
}

impl Ids {
    fn new(register: &Register, seed: u64) -> Self {
        let mut taken: Vec<u64> = register.partnerships().iter().map(|one| one.id.bits()).collect();
        taken.extend(register.risks().iter().map(|one| one.id.bits()));
        taken.extend(register.controls().iter().map(|one| one.id.bits()));
        taken.extend(register.actions().iter().map(|one| one.id.bits()));
        taken.extend(register.losses().iter().map(|one| one.id.bits()));
        taken.extend(register.health_checks().iter().map(|one| one.id.bits()));
        Self { state: seed, taken: ordered(&taken, &Ord::cmp) }
    }

    fn fresh<T>(&mut self) -> Id<T> {
        Id::from_bits(self.free_bits())
    }

    fn free_bits(&mut self) -> u64 {
        loop {
            let bits = self.bits();
            if self.taken.binary_search(&bits).is_err() {
                return bits;
            }
        }
    }

    fn bits(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.state ^ (self.state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }
}
