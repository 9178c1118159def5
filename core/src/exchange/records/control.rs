//! Controls as rows, and what they do to risks as rows of their own: one for each control and risk.

use super::{Record, Slot};
use crate::catalogue::ControlType;
use crate::money::Pence;
use crate::register::{Control, ControlState, Effect, Register};
use crate::share::Share;

/// One control.
#[derive(Clone)]
pub(in crate::exchange) struct ControlRow {
    pub(in crate::exchange) name: String,
    pub(in crate::exchange) kind: ControlType,
    pub(in crate::exchange) state: ControlState,
    pub(in crate::exchange) owner: String,
    pub(in crate::exchange) cost_to_build: Option<Pence>,
    pub(in crate::exchange) cost_per_year: Option<Pence>,
    pub(in crate::exchange) lasts_years: Option<u16>,
    pub(in crate::exchange) notes: String,
}

impl Record for ControlRow {
    const SLOTS: &'static [Slot<Self>] = &[
        Slot::<Self>::new("Control", "control name, name, title, mitigation, measure", |r| &mut r.name)
            .needed(),
        Slot::<Self>::new("Type", "kind, control type, category", |r| &mut r.kind),
        Slot::<Self>::new("State", "status, control status, control state", |r| &mut r.state),
        Slot::<Self>::new("Owner", "control owner, responsible, who, lead", |r| &mut r.owner),
        Slot::<Self>::new("Cost to build", "one-off cost, set-up cost, capital cost", |r| {
            &mut r.cost_to_build
        }),
        Slot::<Self>::new("Cost a year", "annual cost, yearly cost, running cost, cost", |r| {
            &mut r.cost_per_year
        }),
        Slot::<Self>::new("Lasts, in years", "lasts in years, life, life in years, lasts", |r| {
            &mut r.lasts_years
        }),
    ];

    fn blank() -> Self {
        Self {
            name: String::new(),
            kind: ControlType::default(),
            state: ControlState::default(),
            owner: String::new(),
            cost_to_build: None,
            cost_per_year: None,
            lasts_years: None,
            notes: String::new(),
        }
    }

    fn notes(&mut self) -> &mut String {
        &mut self.notes
    }

    fn all(register: &Register) -> Vec<Self> {
        register.controls().iter().map(|control| Self::of(control)).collect()
    }
}

impl ControlRow {
    fn of(control: &Control) -> Self {
        Self {
            name: control.name.clone(),
            kind: control.kind,
            state: control.state,
            owner: control.owner.clone(),
            cost_to_build: control.cost_to_build,
            cost_per_year: control.cost_per_year,
            lasts_years: control.lasts_years,
            notes: control.notes.clone(),
        }
    }
}

/// What one control does to one risk.
#[derive(Clone)]
pub(in crate::exchange) struct EffectRow {
    control: String,
    partnership: String,
    risk: String,
    frequency_cut: Option<Share>,
    severity_cut: Option<Share>,
    likelihood_steps: Option<u16>,
    impact_steps: Option<u16>,
    notes: String,
}

impl Record for EffectRow {
    const SLOTS: &'static [Slot<Self>] = &[
        Slot::<Self>::new("Control", "", |r| &mut r.control).needed(),
        Slot::<Self>::new("Partnership", "", |r| &mut r.partnership),
        Slot::<Self>::new("Risk", "", |r| &mut r.risk).needed(),
        Slot::<Self>::new("Events rarer by", "", |r| &mut r.frequency_cut),
        Slot::<Self>::new("Events cheaper by", "", |r| &mut r.severity_cut),
        Slot::<Self>::new("Likelihood lower by steps", "", |r| &mut r.likelihood_steps),
        Slot::<Self>::new("Impact lower by steps", "", |r| &mut r.impact_steps),
    ];

    fn blank() -> Self {
        Self {
            control: String::new(),
            partnership: String::new(),
            risk: String::new(),
            frequency_cut: None,
            severity_cut: None,
            likelihood_steps: None,
            impact_steps: None,
            notes: String::new(),
        }
    }

    fn notes(&mut self) -> &mut String {
        &mut self.notes
    }

    fn all(register: &Register) -> Vec<Self> {
        let of_one = |control: &std::rc::Rc<Control>| {
            control.effects.iter().map(|effect| Self::of(register, control, effect)).collect::<Vec<_>>()
        };
        register.controls().iter().flat_map(of_one).collect()
    }
}

impl EffectRow {
    fn of(register: &Register, control: &Control, effect: &Effect) -> Self {
        let risk = register.risk(effect.risk);
        let partnership = risk.and_then(|risk| register.partnership(risk.partnership));
        Self {
            control: control.name.clone(),
            partnership: partnership.map(|p| p.name.clone()).unwrap_or_default(),
            risk: risk.map(|risk| risk.title.clone()).unwrap_or_default(),
            frequency_cut: effect.frequency_cut,
            severity_cut: effect.severity_cut,
            likelihood_steps: Some(effect.likelihood_steps.into()),
            impact_steps: Some(effect.impact_steps.into()),
            notes: String::new(),
        }
    }
}
