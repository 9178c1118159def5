//! The form for a control: what it is, what it costs, and what it does to each risk that it serves.

use partnership_risk_core::catalogue::ControlType;
use partnership_risk_core::register::{
    Control, ControlId, ControlState, Effect, Register, RiskId, Timestamp,
};
use partnership_risk_core::scale::{Axis, Matrix};

use super::Problem;
use super::checks::{Checks, key, tidy, typed};
use super::kept::draft;

draft! {
    /// What is typed about a control.
    ControlDraft {
        /// What it is, in a few words.
        name: String,
        /// The key of its type.
        kind: String,
        /// The key of its state.
        state: String,
        /// Who looks after it.
        owner: String,
        /// What it costs once.
        cost_to_build: String,
        /// What it costs a year.
        cost_per_year: String,
        /// How many years it lasts.
        lasts_years: String,
        /// What it does to each risk.
        effects: Vec<EffectDraft>,
        /// What a risk to serve is looked for by.
        sought: String,
        /// Anything else.
        notes: String,
    }
}

draft! {
    /// What is typed about what a control does to one risk.
    EffectDraft {
        /// The risk's id.
        risk: String,
        /// By how many per cent events become rarer.
        frequency_cut: String,
        /// By how many per cent each event becomes cheaper.
        severity_cut: String,
        /// By how many steps it lowers the likelihood.
        likelihood_steps: String,
        /// By how many steps it lowers the impact.
        impact_steps: String,
    }
}

impl ControlDraft {
    /// The form for a new control, on one risk where that is known.
    #[must_use]
    pub fn new(risk: Option<RiskId>) -> Self {
        Self {
            kind: key(ControlType::default()),
            state: key(ControlState::default()),
            effects: risk.into_iter().map(EffectDraft::on).collect(),
            ..Self::default()
        }
    }

    /// The form for a control that is there.
    #[must_use]
    pub fn of(control: &Control) -> Self {
        Self {
            name: control.name.clone(),
            kind: key(control.kind),
            state: key(control.state),
            owner: control.owner.clone(),
            cost_to_build: typed(control.cost_to_build, |cost| cost.as_typed()),
            cost_per_year: typed(control.cost_per_year, |cost| cost.as_typed()),
            lasts_years: typed(control.lasts_years, |years| years.to_string()),
            effects: control.effects.iter().map(EffectDraft::of).collect(),
            sought: String::new(),
            notes: control.notes.clone(),
        }
    }

    /// The control described, or everything that is wrong with the description. `id` is the one to
    /// change, or a fresh one.
    pub fn check(&self, register: &Register, id: ControlId, now: Timestamp) -> Result<Control, Vec<Problem>> {
        let mut checks = Checks::default();
        let name = checks.required(&self.name, "name", "Enter what the control is");
        let cost_to_build = checks.pence(&self.cost_to_build, "cost-to-build", "Cost to build");
        let cost_per_year = checks.pence(&self.cost_per_year, "cost-per-year", "Cost a year");
        let lasts_years = checks.whole(&self.lasts_years, "lasts-years", "Years it lasts");
        if lasts_years == Some(0) {
            checks.note("lasts-years", "A control lasts one year or more");
        }
        let effects = self.check_effects(register, &mut checks);
        let (kind, state) = (checks.choice(&self.kind), checks.choice(&self.state));
        let before = register.control(id).map(|control| (**control).clone());
        checks.finish(|| Control {
            updated: now,
            name,
            kind,
            state,
            owner: tidy(&self.owner),
            cost_to_build,
            cost_per_year,
            lasts_years,
            effects,
            notes: tidy(&self.notes),
            ..before.unwrap_or_else(|| Control::new(id, "", now))
        })
    }

    /// What it does to each risk that is still there.
    fn check_effects(&self, register: &Register, checks: &mut Checks) -> Vec<Effect> {
        let mut effects: Vec<Effect> = Vec::new();
        for (place, row) in self.effects.iter().enumerate() {
            let risk = row.risk.parse().ok().filter(|&id| register.risk(id).is_some());
            if let Some(risk) = risk.filter(|&id| effects.iter().all(|effect| effect.risk != id)) {
                effects.push(row.check(risk, place, register.matrix(), checks));
            }
        }
        effects
    }
}

impl EffectDraft {
    /// That a control serves a risk, and nothing more.
    #[must_use]
    pub fn on(risk: RiskId) -> Self {
        Self { risk: risk.to_string(), ..Self::default() }
    }

    fn of(effect: &Effect) -> Self {
        let steps = |steps: u8| typed(Some(steps).filter(|steps| *steps > 0), |steps| steps.to_string());
        Self {
            risk: effect.risk.to_string(),
            frequency_cut: typed(effect.frequency_cut, |share| share.as_typed()),
            severity_cut: typed(effect.severity_cut, |share| share.as_typed()),
            likelihood_steps: steps(effect.likelihood_steps),
            impact_steps: steps(effect.impact_steps),
        }
    }

    fn check(&self, risk: RiskId, place: usize, matrix: &Matrix, checks: &mut Checks) -> Effect {
        let mut cut =
            |typed, field, name: &'static str| checks.share(typed, &effect_field(place, field), name);
        Effect {
            risk,
            frequency_cut: cut(&self.frequency_cut, "frequency", "Fewer events"),
            severity_cut: cut(&self.severity_cut, "severity", "Smaller loss"),
            likelihood_steps: steps(&self.likelihood_steps, place, Axis::Likelihood, matrix, checks),
            impact_steps: steps(&self.impact_steps, place, Axis::Impact, matrix, checks),
        }
    }
}

/// The steps typed for one axis; a control cannot lower a rating below the first.
fn steps(typed: &str, place: usize, axis: Axis, matrix: &Matrix, checks: &mut Checks) -> u8 {
    let field = effect_field(place, axis.name());
    let name = format!("Steps of {}", axis.name());
    let steps: u8 = checks.whole(typed, &field, &name).unwrap_or(0);
    let most = axis.of(matrix).steps().saturating_sub(1);
    if usize::from(steps) > most {
        checks.note(&field, format!("{name} can be {most} at most on your scale"));
    }
    steps
}

/// The id of a field about what a control does to one risk.
#[must_use]
pub fn effect_field(place: usize, field: &str) -> String {
    format!("effect-{place}-{field}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use partnership_risk_core::example::fife_council;
    use partnership_risk_core::share::Share;

    #[test]
    fn an_unchanged_form_gives_the_control_back_with_a_new_date() {
        let register = fife_council();
        let mut control = Control::new(ControlId::from_bits(1), "Contract reviews", 3);
        control.lasts_years = Some(5);
        control.state = ControlState::Operating;
        control.effects = vec![
            Effect { likelihood_steps: 2, ..Effect::on(register.risks()[0].id) },
            Effect { severity_cut: Share::read("12.5").ok(), ..Effect::on(register.risks()[1].id) },
        ];
        let draft = ControlDraft::of(&control);
        let after = draft.check(&register, control.id, 9).expect("nothing wrong");
        assert_eq!(after, Control { updated: 9, created: 9, ..control });
    }

    #[test]
    fn every_problem_is_told_at_once_and_names_its_field() {
        let register = fife_council();
        let mut draft = ControlDraft::new(Some(register.risks()[0].id));
        draft.cost_per_year = "much".into();
        draft.lasts_years = "0".into();
        draft.effects[0].frequency_cut = "120".into();
        draft.effects[0].impact_steps = "6".into();
        let problems = draft.check(&register, ControlId::from_bits(1), 1).expect_err("much is wrong");
        let fields: Vec<&str> = problems.iter().map(|p| p.field.as_str()).collect();
        assert_eq!(fields, ["name", "cost-per-year", "lasts-years", "effect-0-frequency", "effect-0-impact"]);
    }

    #[test]
    fn a_risk_that_is_gone_or_named_twice_is_passed_over() {
        let register = fife_council();
        let id = register.risks()[0].id;
        let rows = [RiskId::from_bits(77), id, id].map(EffectDraft::on).to_vec();
        let draft = ControlDraft { name: "Audit".into(), effects: rows, ..ControlDraft::default() };
        let control = draft.check(&register, ControlId::from_bits(1), 1).expect("nothing wrong");
        assert_eq!(control.effects, [Effect::on(id)]);
    }
}
