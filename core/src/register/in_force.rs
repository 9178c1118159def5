//! What of a register is in force, for work that goes through all of it: partnerships that are live, the open
//! risks in them, the actions still to be done for either, and what belongs to what. Everything is put in order
//! once, so that what belongs to one thing is found without a look at the rest.

use std::rc::Rc;

use super::{
    Action, Appetite, Control, Effect, HealthCheck, Partnership, PartnershipId, Rank, Register, Risk, RiskId,
    Serves, Significance, health_check,
};
use crate::order::Places;
use crate::scale::Score;

/// The live partnerships of a register, the open risks in them, and what belongs to these.
pub struct InForce<'r> {
    register: &'r Register,
    partnerships: Vec<&'r Rc<Partnership>>,
    risks: Vec<&'r Rc<Risk>>,
    actions: Vec<&'r Action>,
    /// Every control with everything it does.
    effects: Vec<(&'r Control, &'r Effect)>,
    risks_of: Places,
    effects_on: Places,
    actions_for: Places,
    checks_of: Places,
}

impl<'r> InForce<'r> {
    /// What of this register is in force.
    #[must_use]
    pub fn of(register: &'r Register) -> Self {
        let all = register.controls().iter();
        let effects = all.flat_map(|c| c.effects.iter().map(|effect| (&**c, effect))).collect();
        let mut in_force = Self {
            register,
            partnerships: register.partnerships().iter().filter(|p| p.is_live()).collect(),
            risks: Vec::new(),
            actions: Vec::new(),
            effects,
            risks_of: Places::default(),
            effects_on: Places::default(),
            actions_for: Places::default(),
            checks_of: places(register.health_checks(), |check| check.partnership.bits()),
        };
        in_force.effects_on = places(&in_force.effects, |(_, effect)| effect.risk.bits());
        in_force.find_risks();
        in_force.find_actions();
        in_force
    }

    fn find_risks(&mut self) {
        self.risks = self.register.risks().iter().filter(|risk| self.register.is_in_force(risk)).collect();
        self.risks_of = places(&self.risks, |risk| risk.partnership.bits());
    }

    fn find_actions(&mut self) {
        let has = |serves: Serves| match serves {
            Serves::Risk(id) => self.risk(id).is_some(),
            Serves::Partnership(id) => self.partnership(id).is_some(),
            Serves::Control(id) => self.register.control(id).is_some_and(|control| self.may_serve(control)),
        };
        let open = self.register.actions().iter().map(|a| &**a).filter(|action| action.is_open());
        self.actions = open.filter(|action| has(action.serves)).collect();
        self.actions_for = places(&self.actions, |action| action.serves.subject().bits());
    }

    /// Whether a control serves a risk in force, or may yet because it serves none at all.
    fn may_serve(&self, control: &Control) -> bool {
        control.effects.is_empty() || control.effects.iter().any(|effect| self.risk(effect.risk).is_some())
    }

    /// The register it is of.
    #[must_use]
    pub fn register(&self) -> &'r Register {
        self.register
    }

    /// The live partnerships, in the register's order.
    #[must_use]
    pub fn partnerships(&self) -> &[&'r Rc<Partnership>] {
        &self.partnerships
    }

    /// The open risks of live partnerships, in the register's order.
    #[must_use]
    pub fn risks(&self) -> &[&'r Rc<Risk>] {
        &self.risks
    }

    /// The actions that are still to be done for something in force, in the register's order. A control
    /// counts unless every risk that it serves is out of force.
    #[must_use]
    pub fn actions(&self) -> &[&'r Action] {
        &self.actions
    }

    /// The live partnership with this id.
    #[must_use]
    pub fn partnership(&self, id: PartnershipId) -> Option<&'r Rc<Partnership>> {
        self.register.partnership(id).filter(|partnership| partnership.is_live())
    }

    /// The risk in force with this id.
    #[must_use]
    pub fn risk(&self, id: RiskId) -> Option<&'r Rc<Risk>> {
        self.register.risk(id).filter(|risk| self.register.is_in_force(risk))
    }

    /// The risks in force of one partnership.
    pub fn risks_of(&self, id: PartnershipId) -> impl Iterator<Item = &'r Rc<Risk>> {
        self.risks_of.all(id.bits()).map(|place| self.risks[place])
    }

    /// The controls that serve a risk, operating or not, each with what it does to it.
    pub fn controls_on(&self, id: RiskId) -> impl Iterator<Item = (&'r Control, &'r Effect)> {
        self.effects_on.all(id.bits()).map(|place| self.effects[place])
    }

    /// The actions that are still to be done for one thing.
    pub fn actions_for(&self, serves: Serves) -> impl Iterator<Item = &'r Action> {
        let numbered = self.actions_for.all(serves.subject().bits()).map(|place| self.actions[place]);
        numbered.filter(move |action| action.serves == serves)
    }

    /// All health checks of a partnership, in the order in which they were entered.
    fn checks_of(&self, id: PartnershipId) -> impl Iterator<Item = &'r Rc<HealthCheck>> {
        self.checks_of.all(id.bits()).map(|place| &self.register.health_checks()[place])
    }

    /// The health checks of a partnership that stand today, as the register has them.
    #[must_use]
    pub fn standing_checks(&self, id: PartnershipId) -> Vec<&'r HealthCheck> {
        health_check::standing(self.checks_of(id))
    }

    /// Whether anybody has answered anything about a partnership.
    #[must_use]
    pub fn is_checked(&self, id: PartnershipId) -> bool {
        self.checks_of(id).any(|check| check.is_answered())
    }

    /// The score of a risk today if it is above what an appetite tolerates in its category.
    #[must_use]
    pub fn above(&self, appetite: &Appetite, risk: &Risk) -> Option<Score> {
        let tolerated = appetite.highest_tolerated(risk.category.as_ref());
        self.register.score(risk).filter(|score| score.level() > tolerated)
    }

    /// How much a live partnership matters by these criteria.
    #[must_use]
    pub fn rank(&self, significance: &Significance, partnership: &Partnership) -> Rank {
        let highest = self.register.matrix().levels().len() - 1;
        let has_high_risk =
            || self.risks_of(partnership.id).any(|risk| risk.stands_at(self.register, highest));
        significance.verdict_with(partnership, &has_high_risk).rank
    }

    /// Whether something is still to be done about a risk, or about a control on it.
    #[must_use]
    pub fn has_open_action(&self, risk: RiskId) -> bool {
        let has = |serves: Serves| self.actions_for(serves).next().is_some();
        has(Serves::Risk(risk)) || self.controls_on(risk).any(|(control, _)| has(Serves::Control(control.id)))
    }
}

fn places<T>(things: &[T], number: impl Fn(&T) -> u64) -> Places {
    let numbered: Vec<(u64, usize)> = things.iter().map(number).zip(0..).collect();
    Places::of(&numbered)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::register::{
        ActionId, ActionState, Change, ControlId, Organisation, PartnershipStatus, Status,
    };
    use crate::scale::preset;

    fn partnership(bits: u64, status: PartnershipStatus) -> Partnership {
        Partnership { status, ..Partnership::new(PartnershipId::from_bits(bits), "Waste", 0) }
    }

    fn risk(bits: u64, partnership: u64, status: Status) -> Risk {
        let partnership = PartnershipId::from_bits(partnership);
        Risk { status, ..Risk::new(RiskId::from_bits(bits), partnership, "Contractor fails", 0) }
    }

    fn control(bits: u64, risks: &[u64]) -> Control {
        let effects = risks.iter().map(|risk| Effect::on(RiskId::from_bits(*risk))).collect();
        Control { effects, ..Control::new(ControlId::from_bits(bits), "Contract reviews", 0) }
    }

    fn action(bits: u64, serves: Serves) -> Action {
        Action::new(ActionId::from_bits(bits), "do it", serves, 0)
    }

    /// Partnership 1 is live and has the open risks 1 and 2 and the closed risk 3; partnership 2 is over
    /// and has the open risk 4.
    fn register() -> Register {
        let for_risk = |bits, risk| action(bits, Serves::Risk(RiskId::from_bits(risk)));
        let for_control = |bits, control| action(bits, Serves::Control(ControlId::from_bits(control)));
        let for_partnership =
            |bits, partnership| action(bits, Serves::Partnership(PartnershipId::from_bits(partnership)));
        Register::new(Organisation::new("Anytown", Rc::new(preset::of_size(5, 5))))
            .apply(Change::All(vec![
                Change::PartnershipsPut(vec![
                    partnership(1, PartnershipStatus::Proposed),
                    partnership(2, PartnershipStatus::Ended),
                ]),
                Change::RisksPut(vec![
                    risk(1, 1, Status::Open),
                    risk(2, 1, Status::Open),
                    risk(3, 1, Status::Closed),
                    risk(4, 2, Status::Open),
                ]),
                Change::ControlsPut(vec![control(1, &[2, 3]), control(2, &[3, 4]), control(3, &[])]),
                Change::ActionsPut(vec![
                    for_risk(1, 1),
                    for_risk(2, 3),
                    for_risk(3, 4),
                    for_control(4, 1),
                    for_control(5, 2),
                    for_control(6, 3),
                    for_partnership(7, 1),
                    for_partnership(8, 2),
                    Action { state: ActionState::Done, ..for_risk(9, 1) },
                ]),
            ]))
            .expect("sound parts")
    }

    #[test]
    fn what_is_over_or_closed_is_left_out_with_what_serves_it() {
        let register = register();
        let found = InForce::of(&register);
        assert_eq!(found.partnerships().iter().map(|p| p.id.bits()).collect::<Vec<_>>(), [1]);
        assert_eq!(found.risks().iter().map(|r| r.id.bits()).collect::<Vec<_>>(), [1, 2]);
        assert_eq!(found.actions().iter().map(|a| a.id.bits()).collect::<Vec<_>>(), [1, 4, 6, 7]);
    }

    #[test]
    fn what_belongs_to_one_thing_is_found_as_the_register_finds_it() {
        let register = register();
        let found = InForce::of(&register);
        for id in (0..6).map(RiskId::from_bits) {
            let slow: Vec<_> = register.controls_on(id).map(|(c, effect)| (&**c, effect)).collect();
            assert_eq!(found.controls_on(id).collect::<Vec<_>>(), slow);
            assert_eq!(found.risk(id).is_some(), [1, 2].contains(&id.bits()), "{id}");
        }
        let of = |partnership| found.risks_of(PartnershipId::from_bits(partnership)).count();
        assert_eq!((of(1), of(2)), (2, 0));
        // Risk 1, control 1 and partnership 1 share a number, and no action.
        let risk = found.actions_for(Serves::Risk(RiskId::from_bits(1)));
        assert_eq!(risk.map(|a| a.id.bits()).collect::<Vec<_>>(), [1]);
    }
}
