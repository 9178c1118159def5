//! A snapshot under another name. Taking one is the core's business.

use partnership_risk_core::register::{Snapshot, Timestamp};

/// A snapshot under another name.
#[must_use]
pub fn renamed(snapshot: &Snapshot, name: &str, now: Timestamp) -> Snapshot {
    Snapshot { name: name.to_owned(), updated: now, ..snapshot.clone() }
}

#[cfg(test)]
mod tests {
    use partnership_risk_core::date::Date;
    use partnership_risk_core::example::fife_council;
    use partnership_risk_core::register::SnapshotId;

    use super::*;

    #[test]
    fn only_the_name_changes() {
        let before = Snapshot::of(&fife_council(), SnapshotId::from_bits(1), "March", Date::FIRST, 3);
        let after = renamed(&before, "Board in March", 9);
        assert_eq!((after.name.as_str(), after.updated), ("Board in March", 9));
        assert_eq!(Snapshot { name: before.name.clone(), updated: before.updated, ..after }, before);
    }
}
