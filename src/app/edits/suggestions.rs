//! Typical risks taken into a partnership, as drafts.

use partnership_risk_core::catalogue::TypicalRisk;
use partnership_risk_core::register::{Change, ControlId, PartnershipId, RiskId, Timestamp};
use partnership_risk_core::suggestion::adopt;

/// The one change by which typical risks become drafts of a partnership, with their controls as planned ones. Ids are
/// drawn from `risk` and `control`.
#[must_use]
pub fn adopted(
    chosen: &[TypicalRisk],
    partnership: PartnershipId,
    risk: &dyn Fn() -> RiskId,
    control: &dyn Fn() -> ControlId,
    now: Timestamp,
) -> Change {
    let one = |typical: &TypicalRisk| {
        let controls: Vec<ControlId> = typical.controls.iter().map(|_| control()).collect();
        adopt(typical, risk(), &controls, partnership, now)
    };
    Change::All(chosen.iter().map(one).collect())
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use partnership_risk_core::example::fife_council;
    use partnership_risk_core::register::{Id, Status};

    use super::*;
    use crate::app::queries::suggestions::suggestions;

    #[test]
    fn what_is_chosen_becomes_drafts_in_one_change_and_is_suggested_no_more() {
        let fife = fife_council();
        let id = fife.partnerships()[0].id;
        let found = suggestions(&fife, id);
        let chosen: Vec<TypicalRisk> = found.iter().take(2).map(|s| s.typical.clone()).collect();
        let last = Cell::new(500);
        let fresh = || {
            last.set(last.get() + 1);
            last.get()
        };
        let change = adopted(&chosen, id, &|| Id::from_bits(fresh()), &|| Id::from_bits(fresh()), 7);
        let after = fife.apply(change).expect("sound");
        let drafts: Vec<&str> =
            after.risks().iter().filter(|r| r.status == Status::Draft).map(|r| r.title.as_str()).collect();
        assert_eq!(drafts, [&*chosen[0].title, &*chosen[1].title]);
        let controls = chosen.iter().map(|typical| typical.controls.len()).sum::<usize>();
        assert_eq!(after.controls().len(), controls);
        assert_eq!(suggestions(&after, id).len(), found.len() - 2);
    }
}
