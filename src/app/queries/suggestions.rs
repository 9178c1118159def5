//! Which typical risks a partnership may have overlooked, going by its health checks. How they are found is decided
//! in the core.

use std::rc::Rc;

use partnership_risk_core::health::{Answers, Panel};
use partnership_risk_core::register::{PartnershipId, Register};
use partnership_risk_core::suggestion::{Suggestion, suggest};

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

#[cfg(test)]
mod tests {
    use super::*;
    use partnership_risk_core::date::Date;
    use partnership_risk_core::example::fife_council;
    use partnership_risk_core::health::{Answer, QuestionId};
    use partnership_risk_core::register::{Change, HealthCheck, HealthCheckId};

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
}
