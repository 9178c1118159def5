//! What the checks find in a register on a day, as the page of checks, the overview and the header show it. What is
//! checked is decided in the core.

use std::rc::Rc;

use partnership_risk_core::check::{self, Check, Context, Finding, Findings, Severity};
use partnership_risk_core::date::Date;
use partnership_risk_core::register::{PartnershipId, Register, Subject};

use super::last::Last;

/// The findings of one check.
#[derive(Clone)]
pub struct Group {
    /// The check.
    pub check: &'static Check,
    /// What it has found; one thing at least.
    pub findings: Vec<Finding>,
}

/// All that the checks find on a day.
#[must_use]
pub fn findings_of(register: &Rc<Register>, today: Date) -> Rc<Findings> {
    thread_local! {
        static LAST: Last<Date, Findings> = const { Last::new() };
    }
    LAST.with(|last| last.answer(register, today, |today| worked_out(register, *today)))
}

fn worked_out(register: &Register, today: Date) -> Findings {
    check::run(&Context { register, today })
}

/// How many findings are open on a day.
#[must_use]
pub fn open_findings(register: &Rc<Register>, today: Date) -> usize {
    findings_of(register, today).open.len()
}

/// The open findings by check, those that matter this much and are about this partnership where one is given.
#[must_use]
pub fn groups(
    register: &Register,
    open: &[Finding],
    severity: Option<Severity>,
    partnership: Option<PartnershipId>,
) -> Vec<Group> {
    let shown = open.iter().filter(|finding| severity.is_none_or(|wanted| finding.severity == wanted));
    let shown: Vec<&Finding> = shown
        .filter(|finding| partnership.is_none_or(|id| concerns(register, finding.subject, id)))
        .collect();
    let group = |found: &[&Finding]| {
        let check = check::check(found.first()?.check)?;
        Some(Group { check, findings: found.iter().map(|finding| (*finding).clone()).collect() })
    };
    shown.chunk_by(|a, b| a.check == b.check).filter_map(group).collect()
}

/// Whether something is a partnership or belongs to it.
fn concerns(register: &Register, subject: Subject, id: PartnershipId) -> bool {
    let of_risk = |risk| register.risk(risk).is_some_and(|risk| risk.partnership == id);
    match subject {
        Subject::Partnership(partnership) => partnership == id,
        Subject::Risk(risk) => of_risk(risk),
        Subject::Control(control) => {
            let control = register.control(control);
            control.is_some_and(|control| control.effects.iter().any(|effect| of_risk(effect.risk)))
        }
        Subject::Action(action) => {
            register.action(action).is_some_and(|action| concerns(register, action.serves.subject(), id))
        }
        Subject::Loss(loss) => register.loss(loss).is_some_and(|loss| loss.partnership == id),
        Subject::HealthCheck(check) => register.health_check(check).is_some_and(|c| c.partnership == id),
        Subject::Organisation | Subject::Snapshot(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use partnership_risk_core::example::fife_council;
    use partnership_risk_core::register::{Action, ActionId, Change, Partnership, PartnershipId, Serves};

    const TODAY: Date = Date::FIRST;

    fn counts(groups: &[Group]) -> Vec<(&str, usize)> {
        groups.iter().map(|group| (group.check.key, group.findings.len())).collect()
    }

    #[test]
    fn findings_stand_by_check_and_every_one_is_in_one_group() {
        let fife = fife_council();
        let open = worked_out(&fife, TODAY).open;
        let all = groups(&fife, &open, None, None);
        assert_eq!(all.iter().map(|group| group.findings.len()).sum::<usize>(), open.len());
        assert!(counts(&all).contains(&("risk-without-owner", 11)), "{:?}", counts(&all));
        assert_eq!(open_findings(&Rc::new(fife.clone()), TODAY), open.len());
    }

    #[test]
    fn a_filter_leaves_those_that_matter_as_much_and_those_of_one_partnership() {
        let fife = fife_council();
        let (first, second) = (fife.partnerships()[0].id, PartnershipId::from_bits(77));
        let action = Action::new(ActionId::from_bits(1), "Write it", Serves::Partnership(second), 0);
        let change = Change::All(vec![
            Change::PartnershipsPut(vec![Partnership::new(second, "Waste", 0)]),
            Change::ActionsPut(vec![action]),
        ]);
        let register = fife.apply(change).expect("sound");
        let open = worked_out(&register, TODAY).open;
        let of = |severity, id| groups(&register, &open, severity, Some(id));
        let own = counts(&of(None, second)).iter().map(|group| group.0).collect::<Vec<_>>().join(" ");
        assert!(own.contains("no-accountable-officer") && own.contains("action-without-owner"), "{own}");
        assert!(!own.contains("risk-without-owner"), "{own}");
        assert!(counts(&of(Some(Severity::Warning), first)).contains(&("risk-without-owner", 11)));
        assert!(!counts(&of(Some(Severity::Problem), first)).contains(&("risk-without-owner", 11)));
    }
}
