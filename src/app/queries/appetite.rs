//! Which risks stand above what the body accepts, those that nobody is working on first.

use std::rc::Rc;

use partnership_risk_core::order::ordered;
use partnership_risk_core::register::{Appetite, InForce, Register, Risk};
use partnership_risk_core::scale::Score;

/// An open risk of a live partnership above appetite.
#[derive(Clone, Debug, PartialEq)]
pub struct Above {
    /// The risk.
    pub risk: Rc<Risk>,
    /// What its current rating comes to.
    pub score: Score,
    /// The highest level that is tolerated in its category, counted from 0.
    pub tolerated: usize,
    /// Whether somebody is to do something about it: an open action serves it, or a control on it.
    pub has_open_action: bool,
}

/// The risks in force whose current level is above the one that an appetite tolerates: those without an open
/// action first, the gravest first among either.
#[must_use]
pub fn above(register: &Register, appetite: &Appetite) -> Vec<Above> {
    let in_force = InForce::of(register);
    let above = |risk: &&Rc<Risk>| {
        Some(Above {
            risk: Rc::clone(risk),
            score: in_force.above(appetite, risk)?,
            tolerated: appetite.highest_tolerated(risk.category.as_ref()),
            has_open_action: in_force.has_open_action(risk.id),
        })
    };
    let found: Vec<Above> = in_force.risks().iter().filter_map(above).collect();
    ordered(&found, &|a, b| a.has_open_action.cmp(&b.has_open_action).then(b.score.cmp(&a.score)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use partnership_risk_core::example::fife_council;
    use partnership_risk_core::register::{
        Action, ActionId, ActionState, AppetiteLevel, Change, Control, ControlId, Effect, PartnershipStatus,
        Serves, Status,
    };

    fn references(found: &[Above]) -> Vec<&str> {
        found.iter().map(|above| &*above.risk.reference).collect()
    }

    #[test]
    fn what_nobody_works_on_comes_first_and_then_the_gravest() {
        let fife = fife_council();
        let (first, second) = (fife.risks()[0].id, fife.risks()[2].id);
        let mut control = Control::new(ControlId::from_bits(1), "Inspections", 0);
        control.effects = vec![Effect::on(second)];
        let mut done = Action::new(ActionId::from_bits(3), "done", Serves::Risk(fife.risks()[1].id), 0);
        done.state = ActionState::Done;
        let change = Change::All(vec![
            Change::ControlsPut(vec![control]),
            Change::ActionsPut(vec![
                Action::new(ActionId::from_bits(1), "invest", Serves::Risk(first), 0),
                Action::new(ActionId::from_bits(2), "mend", Serves::Control(ControlId::from_bits(1)), 0),
                done,
            ]),
        ]);
        let register = fife.apply(change).expect("sound parts");
        let found = above(&register, &register.organisation().appetite);
        assert_eq!(references(&found), ["2", "4", "5", "6", "7", "8", "9", "10", "11", "1", "3"]);
    }

    #[test]
    fn a_level_that_is_tolerated_is_not_above() {
        let fife = fife_council();
        let usual = fife.organisation().appetite.clone();
        for (appetite, n) in
            [(AppetiteLevel::Averse, 11), (AppetiteLevel::Cautious, 11), (AppetiteLevel::Eager, 2)]
        {
            let appetite = Appetite { usual: appetite, ..(*usual).clone() };
            assert_eq!(above(&fife, &appetite).len(), n, "{appetite:?}");
        }
    }

    #[test]
    fn risks_that_are_not_in_force_do_not_count() {
        let fife = fife_council();
        let mut risks = [(*fife.risks()[0]).clone(), (*fife.risks()[1]).clone()];
        (risks[0].status, risks[1].status) = (Status::Closed, Status::Draft);
        let register = fife.apply(Change::RisksPut(risks.to_vec())).expect("sound");
        assert_eq!(above(&register, &register.organisation().appetite).len(), 9);
        let mut over = (*register.partnerships()[0]).clone();
        over.status = PartnershipStatus::Ended;
        let register = register.apply(Change::PartnershipsPut(vec![over])).expect("sound");
        assert_eq!(above(&register, &register.organisation().appetite), []);
    }
}
