//! What a person may mean by a few letters, where a form asks for one thing among many.

use std::rc::Rc;

use partnership_risk_core::letters::{holds, small};
use partnership_risk_core::register::{
    Partnership, PartnershipId, PartnershipStatus, Register, Risk, RiskId, Serves, Status,
};

/// How many are offered: what can be looked through at a glance.
const MOST: usize = 6;

/// The partnership that is meant where there is no other: the only one that is not over.
#[must_use]
pub fn only_live(register: &Register) -> Option<PartnershipId> {
    let mut live = register.partnerships().iter().filter(|partnership| partnership.is_live());
    live.next().filter(|_| live.next().is_none()).map(|only| only.id)
}

/// Whether a partnership is not in the archive.
#[must_use]
pub fn is_in_sight(partnership: &Partnership) -> bool {
    partnership.status != PartnershipStatus::Archived
}

/// Risks that are not closed, whose partnership is not in the archive, and whose reference or title contains what is typed, but for these.
#[must_use]
pub fn risks_like(register: &Register, typed: &str, but: &[RiskId]) -> Vec<Rc<Risk>> {
    let typed = small(typed.trim());
    let is_meant = |risk: &&Rc<Risk>| {
        risk.status != Status::Closed
            && !but.contains(&risk.id)
            && (holds(&risk.title, &typed) || holds(&risk.reference, &typed))
            && register.partnership(risk.partnership).is_some_and(|p| is_in_sight(p))
    };
    register.risks().iter().filter(is_meant).take(MOST).cloned().collect()
}

/// What an action can serve, is not in the archive, and whose name contains what is typed: partnerships, controls, then risks.
#[must_use]
pub fn served_like(register: &Register, typed: &str) -> Vec<Serves> {
    let text = small(typed.trim());
    let is_meant = |name: &str| holds(name, &text);
    let partnerships = register.partnerships().iter().filter(|p| is_in_sight(p) && is_meant(&p.name));
    let controls = register.controls().iter().filter(|control| is_meant(&control.name));
    let few = |served: &mut dyn Iterator<Item = Serves>| served.take(MOST / 2).collect::<Vec<_>>();
    let mut found = few(&mut partnerships.map(|p| Serves::Partnership(p.id)));
    found.extend(few(&mut controls.map(|control| Serves::Control(control.id))));
    found.extend(risks_like(register, typed, &[]).iter().map(|risk| Serves::Risk(risk.id)));
    found
}

/// The name of what an action serves.
#[must_use]
pub fn served_name(register: &Register, serves: Serves) -> Option<&str> {
    match serves {
        Serves::Risk(id) => register.risk(id).map(|risk| risk.title.as_str()),
        Serves::Control(id) => register.control(id).map(|control| control.name.as_str()),
        Serves::Partnership(id) => register.partnership(id).map(|partnership| partnership.name.as_str()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use partnership_risk_core::example::fife_council;
    use partnership_risk_core::register::Change;

    #[test]
    fn a_risk_is_found_by_its_reference_or_a_part_of_its_title() {
        let register = fife_council();
        let titles = |typed: &str| risks_like(&register, typed, &[]).len();
        assert_eq!((titles("strategic PARTNER"), titles("11"), titles("unicorn")), (1, 1, 0));
        assert_eq!(titles(""), MOST);
        let strategic = risks_like(&register, "strategic", &[])[0].clone();
        assert!(risks_like(&register, "strategic", &[strategic.id]).is_empty());
        let closed = Risk { status: Status::Closed, ..(*strategic).clone() };
        let register = register.apply(Change::RisksPut(vec![closed])).expect("it is sound");
        assert!(risks_like(&register, "strategic", &[]).is_empty());
    }

    #[test]
    fn what_is_in_the_archive_is_offered_nowhere() {
        let register = fife_council();
        let only = register.partnerships()[0].clone();
        assert_eq!(only_live(&register), Some(only.id));
        let with = |change| register.apply(change).expect("it is sound");
        let second =
            Partnership { name: "Second".into(), id: PartnershipId::from_bits(2), ..(*only).clone() };
        let two = with(Change::PartnershipsPut(vec![second.clone()]));
        assert_eq!(only_live(&two), None);
        let archived = Partnership { status: PartnershipStatus::Archived, ..(*only).clone() };
        let one = with(Change::PartnershipsPut(vec![archived, second]));
        assert_eq!(only_live(&one), Some(PartnershipId::from_bits(2)));
        assert!(risks_like(&one, "", &[]).is_empty());
        assert_eq!(served_like(&one, ""), [Serves::Partnership(PartnershipId::from_bits(2))]);
    }

    #[test]
    fn an_action_can_serve_a_partnership_or_a_risk_by_name() {
        let register = fife_council();
        let names = |typed: &str| -> Vec<String> {
            let found = served_like(&register, typed);
            found.into_iter().filter_map(|s| served_name(&register, s)).map(str::to_owned).collect()
        };
        assert_eq!(names("council as"), ["Council as a whole"]);
        assert!(names("strategic")[0].starts_with("Strategic partnerships"));
    }
}
