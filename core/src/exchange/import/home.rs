//! Which partnership a row belongs to: one of the register, matched by name in whatever case, or one
//! that the import makes, once for each name. Ids are drawn here too, from the caller's one number.

use std::collections::{BTreeMap, BTreeSet};

use super::mapping::Home;
use super::preview::Stamp;
use crate::register::{Kind, Partnership, PartnershipId, Register, RiskId};

/// The partnerships that rows name.
pub(super) struct Homes {
    by_name: BTreeMap<String, PartnershipId>,
    /// Those that the register does not have yet.
    pub(super) made: Vec<Partnership>,
    ids: Ids,
    now: i64,
}

impl Homes {
    pub(super) fn new(register: &Register, stamp: Stamp) -> Self {
        let mut by_name = BTreeMap::new();
        for partnership in register.partnerships() {
            // Of two with one name the first stands.
            by_name.entry(folded(&partnership.name)).or_insert(partnership.id);
        }
        Self { by_name, made: Vec::new(), ids: Ids::new(register, stamp.seed), now: stamp.now }
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
        if let Some(id) = self.by_name.get(&folded(name)) {
            return *id;
        }
        let id = self.ids.partnership();
        self.by_name.insert(folded(name), id);
        self.made.push(Partnership {
            id,
            created: self.now,
            updated: self.now,
            name: name.trim().to_owned(),
            purpose: String::new(),
            kind: Kind::default(),
            lead_officer: String::new(),
            notes: String::new(),
        });
        id
    }

    /// An id for a new risk.
    pub(super) fn risk_id(&mut self) -> RiskId {
        self.ids.risk()
    }
}

/// A name as names are compared: without surrounding or doubled blanks, in small letters.
pub(super) fn folded(name: &str) -> String {
    let name = name.trim();
    let is_blank_pair = |pair: &[u8]| pair[0].is_ascii_whitespace() && pair[1].is_ascii_whitespace();
    let is_plain =
        name.bytes().all(|b| matches!(b, b' '..=b'~')) && !name.as_bytes().windows(2).any(is_blank_pair);
    if is_plain {
        // Most names are, and ten thousand of them should not wait for Unicode.
        return name.to_ascii_lowercase();
    }
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// Ids spread from one random number (SplitMix64, Steele, Lea and Flood, 2014), which never gives the
/// same one twice; those that the register has are passed over.
struct Ids {
    state: u64,
    partnerships: BTreeSet<PartnershipId>,
    risks: BTreeSet<RiskId>,
}

impl Ids {
    fn new(register: &Register, seed: u64) -> Self {
        Self {
            state: seed,
            partnerships: register.partnerships().iter().map(|p| p.id).collect(),
            risks: register.risks().iter().map(|r| r.id).collect(),
        }
    }

    fn partnership(&mut self) -> PartnershipId {
        loop {
            let id = PartnershipId::from_bits(self.bits());
            if !self.partnerships.contains(&id) {
                return id;
            }
        }
    }

    fn risk(&mut self) -> RiskId {
        loop {
            let id = RiskId::from_bits(self.bits());
            if !self.risks.contains(&id) {
                return id;
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
