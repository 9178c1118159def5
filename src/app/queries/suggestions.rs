//! Which typical risks a partnership may have overlooked, going by its health checks, and the one change by which
//! those that were chosen become drafts. How they are found is decided in the core.

use std::rc::Rc;

use partnership_risk_core::catalogue::TypicalRisk;
use partnership_risk_core::health::{Answers, Panel};
use partnership_risk_core::register::{Change, ControlId, PartnershipId, Register, RiskId, Timestamp};
use partnership_risk_core::suggestion::{Suggestion, adopt, suggest};

/// The most points with which an answer is weak: no better than a plan.
const WEAK: u8 = 1;

/// The questions to which the respondents of a partnership, taken together, answer weakly: the slugs of those whose
/// median answer brings one point at most.
#[must_use]
pub fn weak_questions(register: &Register, partnership: PartnershipId) -> Vec<Rc<str>> {
    let checks: Vec<(&str, &Answers)> = register
        .standing_checks(partnership)
        .iter()
        .map(|check| (check.respondent.as_str(), &check.answers))
        .collect();
    let panel = Panel::new(&checks);
    let weak = panel
        .lines()
        .iter()
        .filter(|line| line.median().and_then(|answer| answer.points()).is_some_and(|points| points <= WEAK));
    weak.map(|line| Rc::from(line.question().as_str())).collect()
}

/// The typical risks that a partnership may have overlooked, the most pressing first.
#[must_use]
pub fn suggestions(register: &Register, partnership: PartnershipId) -> Vec<Suggestion> {
    suggest(register, partnership, &weak_questions(register, partnership))
}

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

    use super::*;
    use partnership_risk_core::date::Date;
    use partnership_risk_core::example::fife_council;
    use partnership_risk_core::health::{Answer, QuestionId};
    use partnership_risk_core::register::{HealthCheck, HealthCheckId, Id, Status};

    fn answered(register: &Register, given: &[(u64, &str, Answer)]) -> Register {
        let partnership = register.partnerships()[0].id;
        let check = |(bits, respondent, answer): &(u64, &str, Answer)| {
            let first = QuestionId::standard().next().expect("forty");
            let answers = Answers::new(vec![(first, (*answer).into())]).expect("once");
            let id = HealthCheckId::from_bits(*bits);
            HealthCheck { answers, ..HealthCheck::new(id, partnership, respondent, Date::FIRST, 0) }
        };
        register.apply(Change::HealthChecksPut(given.iter().map(check).collect())).expect("sound")
    }

    #[test]
    fn a_question_is_weak_where_the_median_is_no_better_than_a_plan() {
        let fife = fife_council();
        let id = fife.partnerships()[0].id;
        for (given, weak) in [
            (vec![], 0),
            (vec![(1, "Clerk", Answer::Planned)], 1),
            (vec![(1, "Clerk", Answer::Partly)], 0),
            (vec![(1, "Clerk", Answer::DoNotKnow)], 1),
            (vec![(1, "Clerk", Answer::NotApplicable)], 0),
            (vec![(1, "A", Answer::Planned), (2, "B", Answer::Fully), (3, "C", Answer::NotInPlace)], 1),
            (vec![(1, "A", Answer::Planned), (2, "B", Answer::Fully), (3, "C", Answer::Fully)], 0),
        ] {
            assert_eq!(weak_questions(&answered(&fife, &given), id).len(), weak, "{given:?}");
        }
    }

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
