//! A partnership copied, ended, put away and taken out again, and what goes with it when it is deleted.

use partnership_risk_core::date::Date;
use partnership_risk_core::letters::are_same;
use partnership_risk_core::register::{
    ControlId, Partnership, PartnershipId, PartnershipStatus, Register, Serves, Timestamp,
};

/// A copy of a partnership under a name of its own. What belongs to the first one stays with it.
#[must_use]
pub fn copied(register: &Register, from: &Partnership, id: PartnershipId, now: Timestamp) -> Partnership {
    let is_taken = |name: &str| register.partnerships().iter().any(|p| are_same(&p.name, name));
    let first = format!("Copy of {}", from.name);
    let numbered = (2..).map(|n: usize| format!("{first} ({n})"));
    let name = std::iter::once(first.clone()).chain(numbered).find(|name| !is_taken(name));
    Partnership { id, name: name.unwrap_or(first), created: now, updated: now, ..from.clone() }
}

/// A partnership that is over as of today. A last day that was still to come is brought forward to today,
/// and one that was not known is today, unless it has not begun.
#[must_use]
pub fn ended(partnership: &Partnership, today: Date, now: Timestamp) -> Partnership {
    let has_begun = partnership.start.is_none_or(|start| start <= today);
    let last_day = partnership.end.map_or(today, |end| end.min(today));
    let end = if has_begun { Some(last_day) } else { partnership.end };
    Partnership { status: PartnershipStatus::Ended, end, updated: now, ..partnership.clone() }
}

/// A partnership that is put away.
#[must_use]
pub fn archived(partnership: &Partnership, now: Timestamp) -> Partnership {
    Partnership { status: PartnershipStatus::Archived, updated: now, ..partnership.clone() }
}

/// A partnership taken out of the archive: ended if its last day has passed, else active.
#[must_use]
pub fn restored(partnership: &Partnership, today: Date, now: Timestamp) -> Partnership {
    let is_over = partnership.end.is_some_and(|end| end <= today);
    let status = if is_over { PartnershipStatus::Ended } else { PartnershipStatus::Active };
    Partnership { status, updated: now, ..partnership.clone() }
}

/// How much goes with a partnership when it is deleted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Belongings {
    /// Its risks.
    pub risks: usize,
    /// The controls that serve its risks and no others.
    pub controls: usize,
    /// The actions for it, for its risks and for those controls.
    pub actions: usize,
    /// Its losses.
    pub losses: usize,
    /// Its health checks.
    pub health_checks: usize,
}

/// How much goes with a partnership when it is deleted.
#[must_use]
pub fn belongings(register: &Register, id: PartnershipId) -> Belongings {
    let controls: Vec<ControlId> = register.controls_only_in(id).map(|control| control.id).collect();
    let serves = |serves: Serves| match serves {
        Serves::Partnership(of) => of == id,
        Serves::Risk(risk) => register.risk(risk).is_some_and(|risk| risk.partnership == id),
        Serves::Control(control) => controls.contains(&control),
    };
    Belongings {
        risks: register.risks_of(id).count(),
        controls: controls.len(),
        actions: register.actions().iter().filter(|action| serves(action.serves)).count(),
        losses: register.losses().iter().filter(|loss| loss.partnership == id).count(),
        health_checks: register.checks_of(id).count(),
    }
}

#[cfg(test)]
mod tests {
    use partnership_risk_core::example::fife_council;
    use partnership_risk_core::register::{
        Action, ActionId, Change, Control, Effect, HealthCheck, HealthCheckId,
    };

    use super::*;

    fn day(text: &str) -> Date {
        Date::read(text).expect("a date")
    }

    #[test]
    fn copies_have_names_of_their_own_and_all_fields() {
        let register = fife_council();
        let from = &register.partnerships()[0];
        let first = copied(&register, from, PartnershipId::from_bits(20), 7);
        assert_eq!(first.name, "Copy of Council as a whole");
        let back =
            Partnership { id: from.id, name: from.name.clone(), created: 0, updated: 0, ..first.clone() };
        assert_eq!(back, **from);
        let register = register.apply(Change::PartnershipsPut(vec![first])).expect("a sound copy");
        let second = copied(&register, from, PartnershipId::from_bits(21), 8);
        assert_eq!((second.name.as_str(), second.created), ("Copy of Council as a whole (2)", 8));
    }

    #[test]
    fn a_partnership_ends_today_at_the_latest() {
        let today = day("1/10/2027");
        for (start, end, expected) in [
            (None, None, Some("1/10/2027")),
            (Some("1/4/2025"), Some("31/3/2030"), Some("1/10/2027")),
            (Some("1/4/2025"), Some("31/3/2027"), Some("31/3/2027")),
            (Some("1/4/2028"), Some("31/3/2030"), Some("31/3/2030")),
            (Some("1/4/2028"), None, None),
        ] {
            let mut partnership = Partnership::new(PartnershipId::from_bits(1), "Waste", 0);
            (partnership.start, partnership.end) = (start.map(day), end.map(day));
            let after = ended(&partnership, today, 9);
            assert_eq!((after.end, after.updated), (expected.map(day), 9), "{start:?} {end:?}");
            assert_eq!(after.status, PartnershipStatus::Ended);
        }
    }

    #[test]
    fn what_comes_out_of_the_archive_is_active_unless_its_last_day_has_passed() {
        let today = day("1/10/2027");
        for (end, status) in [
            (None, PartnershipStatus::Active),
            (Some("2/10/2027"), PartnershipStatus::Active),
            (Some("1/10/2027"), PartnershipStatus::Ended),
        ] {
            let mut partnership = Partnership::new(PartnershipId::from_bits(1), "Waste", 0);
            partnership.end = end.map(day);
            let away = archived(&partnership, 3);
            assert_eq!(away.status, PartnershipStatus::Archived);
            assert_eq!(restored(&away, today, 4).status, status, "{end:?}");
        }
    }

    #[test]
    fn what_goes_with_a_partnership_is_what_deleting_takes_out() {
        let fife = fife_council();
        let (id, risk) = (fife.partnerships()[0].id, fife.risks()[0].id);
        let action = |bits, serves| Action::new(ActionId::from_bits(bits), "do it", serves, 0);
        let control = ControlId::from_bits(5);
        let own = Control {
            effects: vec![Effect::on(risk)],
            ..Control::new(ControlId::from_bits(6), "Site visits", 0)
        };
        let check = HealthCheck::new(HealthCheckId::from_bits(1), id, "Chief executive", day("1/4/2027"), 0);
        let register = fife
            .apply(Change::All(vec![
                Change::ControlsPut(vec![Control::new(control, "Audit", 0), own]),
                Change::ActionsPut(vec![
                    action(1, Serves::Partnership(id)),
                    action(2, Serves::Risk(risk)),
                    action(3, Serves::Control(control)),
                    action(4, Serves::Control(ControlId::from_bits(6))),
                ]),
                Change::HealthChecksPut(vec![check]),
            ]))
            .expect("sound parts");
        let found = belongings(&register, id);
        assert_eq!(found, Belongings { risks: 11, controls: 1, actions: 3, losses: 0, health_checks: 1 });
        let after = register.apply(Change::PartnershipRemoved(id)).expect("it is there");
        assert_eq!((after.risks().len(), after.actions().len(), after.health_checks().len()), (0, 1, 0));
        assert_eq!(after.controls().len(), 1);
    }
}
