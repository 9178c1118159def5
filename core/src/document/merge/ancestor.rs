//! Whether one copy of a register is an earlier state of another, so that the two can be merged by what changed since.
//! A wrong answer would let things vanish that were never removed, so that where the histories leave a doubt it is no.

use std::collections::BTreeSet;

use crate::register::{Entry, Happened, List, MOST_KEPT, Part, Register};

/// Lists whose parts have ids that nothing else has, and whose removal the history tells one by one.
const WITH_IDS: [List; 7] = [
    List::Partnerships,
    List::Risks,
    List::Controls,
    List::Actions,
    List::Losses,
    List::HealthChecks,
    List::Snapshots,
];

/// Whether a copy has come of an earlier one: it remembers all that had happened by then, has a part in common with
/// it, and tells of every part that it no longer has that it was removed.
#[must_use]
pub fn is_ancestor(earlier: &Register, copy: &Register) -> bool {
    earlier == copy || (remembers(copy, earlier) && has_all(copy, earlier))
}

/// Whether what is in the history of the earlier copy is in the later one's too, as far as that goes back.
fn remembers(copy: &Register, earlier: &Register) -> bool {
    let (later, earlier) = (copy.history(), earlier.history());
    if later.starts_with(earlier) {
        return true;
    }
    let forgotten = later.first().filter(|_| later.len() >= MOST_KEPT).map(|first| first.at);
    let is_known = |entry: &Entry| later.iter().any(|other| **other == *entry);
    earlier.iter().all(|entry| forgotten.is_some_and(|at| entry.at <= at) || is_known(entry))
}

fn has_all(copy: &Register, earlier: &Register) -> bool {
    let mut has_some = false;
    for list in WITH_IDS {
        let here: BTreeSet<String> = copy.parts(list).iter().map(Part::key).collect();
        for part in earlier.parts(list) {
            match here.contains(&part.key()) {
                true => has_some = true,
                false if is_told_removed(copy, &part) => {}
                false => return false,
            }
        }
    }
    has_some
}

fn is_told_removed(copy: &Register, part: &Part) -> bool {
    let tells = |entry: &Entry| entry.what == Happened::Removed && entry.subject == part.subject();
    copy.history().iter().any(|entry| tells(entry))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example::{fife_council, marlshire};
    use crate::register::{Change, Risk, RiskId};

    fn owned(register: &Register, owner: &str, at: i64) -> Register {
        let risk = Risk { owner: owner.into(), ..(*register.risks()[0]).clone() };
        register.amended(Change::RisksPut(vec![risk]), at, "").expect("sound")
    }

    #[test]
    fn a_copy_comes_of_every_state_before_it_and_of_none_after_it() {
        let base = marlshire();
        let once = owned(&base, "One", 1);
        let gone = once.amended(Change::RiskRemoved(base.risks()[1].id), 2, "").expect("it is there");
        assert!(is_ancestor(&base, &base) && is_ancestor(&base, &once) && is_ancestor(&base, &gone));
        assert!(is_ancestor(&once, &gone) && !is_ancestor(&once, &base) && !is_ancestor(&gone, &once));
    }

    #[test]
    fn a_copy_does_not_come_of_one_that_went_another_way() {
        let base = marlshire();
        assert!(!is_ancestor(&owned(&base, "One", 1), &owned(&base, "Other", 1)));
        assert!(!is_ancestor(&fife_council(), &base) && !is_ancestor(&base, &fife_council()));
    }

    #[test]
    fn what_was_added_without_being_told_is_not_taken_for_removed() {
        let base = marlshire();
        let imported = Risk::new(RiskId::from_bits(7), base.partnerships()[0].id, "Imported", 0);
        let after = base.apply(Change::RisksPut(vec![imported])).expect("sound");
        assert!(is_ancestor(&base, &after) && !is_ancestor(&after, &base));
    }
}
