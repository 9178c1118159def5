//! What operating controls are said to do to a rating, so that it can stand beside the rating that people
//! gave. It is never put in the place of that one: steps are a rule of thumb, and people may know better.

use super::{Register, Risk};
use crate::scale::Rating;

impl Register {
    /// The rating that a risk would have if each operating control lowered its inherent rating by its steps,
    /// no further than to the lowest step; none while the inherent rating is not known.
    #[must_use]
    pub fn credited(&self, risk: &Risk) -> Option<Rating> {
        let inherent = risk.ratings.inherent?;
        let operating = self.controls_on(risk.id).filter(|(control, _)| control.is_operating());
        Some(operating.fold(inherent, |rating, (_, effect)| Rating {
            likelihood: rating.likelihood.lowered(effect.likelihood_steps.into()),
            impact: rating.impact.lowered(effect.impact_steps.into()),
        }))
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use crate::register::{
        Change, Control, ControlId, ControlState, Effect, Organisation, Partnership, PartnershipId, Ratings,
        Register, Risk, RiskId,
    };
    use crate::scale::{Position, Rating, preset};

    /// The credited rating, counted from 1, of a risk with this inherent rating and controls that each lower
    /// it by so many steps.
    fn credited(inherent: Option<(usize, usize)>, controls: &[(ControlState, u8, u8)]) -> Option<(f64, f64)> {
        let partnership = Partnership::new(PartnershipId::from_bits(1), "Waste", 0);
        let mut risk = Risk::new(RiskId::from_bits(1), partnership.id, "Contractor fails", 0);
        let place = |step: usize| Position::of_step(step - 1);
        let inherent = inherent.map(|(l, i)| Rating { likelihood: place(l), impact: place(i) });
        risk.ratings = Ratings { inherent, ..Ratings::default() };
        let control = |(bits, &(state, likelihood_steps, impact_steps)): (u64, &(ControlState, u8, u8))| {
            let mut control = Control::new(ControlId::from_bits(bits), "a control", 0);
            control.state = state;
            control.effects = vec![Effect { likelihood_steps, impact_steps, ..Effect::on(risk.id) }];
            control
        };
        let register = Register::new(Organisation::new("Anytown", Rc::new(preset::of_size(5, 5))))
            .apply(Change::All(vec![
                Change::PartnershipsPut(vec![partnership]),
                Change::RisksPut(vec![risk.clone()]),
                Change::ControlsPut((1..).zip(controls).map(control).collect()),
            ]))
            .expect("sound parts");
        register.credited(&risk).map(|rating| (rating.likelihood.value(), rating.impact.value()))
    }

    #[test]
    fn only_operating_controls_lower_the_inherent_rating() {
        let (operating, planned) = (ControlState::Operating, ControlState::Planned);
        for (inherent, controls, expected) in [
            (None, &[(operating, 1, 1)][..], None),
            (Some((4, 5)), &[], Some((4.0, 5.0))),
            (Some((4, 5)), &[(operating, 1, 0), (operating, 1, 2)], Some((2.0, 3.0))),
            (Some((4, 5)), &[(operating, 255, 0), (operating, 255, 4)], Some((1.0, 1.0))),
            (
                Some((4, 5)),
                &[(planned, 3, 3), (ControlState::Degraded, 3, 3), (ControlState::Retired, 3, 3)],
                Some((4.0, 5.0)),
            ),
        ] {
            assert_eq!(credited(inherent, controls), expected, "{inherent:?} {controls:?}");
        }
    }
}
