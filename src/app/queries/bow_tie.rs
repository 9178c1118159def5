//! A risk as a bow tie: its causes and consequences line by line, and its controls on the side on which
//! they work.

use std::rc::Rc;

use partnership_risk_core::catalogue::ControlType;
use partnership_risk_core::register::{Control, Register, Risk};

/// What a bow tie is made of.
#[derive(Clone, Debug, PartialEq)]
pub struct BowTieParts {
    /// Why the event could happen, each line by itself.
    pub causes: Vec<String>,
    /// Controls that work before the event.
    pub before: Vec<Rc<Control>>,
    /// What would happen; the title where nobody has said.
    pub event: String,
    /// Controls that notice the event or make it good.
    pub after: Vec<Rc<Control>>,
    /// What it would lead to, each line by itself.
    pub consequences: Vec<String>,
}

/// The bow tie of a risk.
#[must_use]
pub fn bow_tie_of(register: &Register, risk: &Risk) -> BowTieParts {
    let on_side = |before: bool| {
        let controls = register.controls_on(risk.id).map(|(control, _)| control);
        controls.filter(|control| works_before(control.kind) == before).cloned().collect()
    };
    BowTieParts {
        causes: lines(&risk.cause),
        before: on_side(true),
        event: if risk.event.is_empty() { risk.title.clone() } else { risk.event.clone() },
        after: on_side(false),
        consequences: lines(&risk.consequence),
    }
}

fn works_before(kind: ControlType) -> bool {
    match kind {
        ControlType::Preventive | ControlType::Directive => true,
        ControlType::Detective | ControlType::Corrective => false,
    }
}

fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use partnership_risk_core::example::fife_council;
    use partnership_risk_core::register::{Change, ControlId, Effect};

    #[test]
    fn controls_stand_on_the_side_on_which_they_work() {
        let fife = fife_council();
        let risk = Risk { cause: "one\n\n two ".into(), event: String::new(), ..(*fife.risks()[0]).clone() };
        let control = |(bits, kind): (u64, ControlType)| Control {
            kind,
            effects: vec![Effect::on(risk.id)],
            ..Control::new(ControlId::from_bits(bits), kind.name(), 0)
        };
        let controls = (1..).zip(ControlType::ALL).map(control).collect();
        let register = fife.apply(Change::ControlsPut(controls)).expect("sound controls");
        let parts = bow_tie_of(&register, &risk);
        let names =
            |controls: &[Rc<Control>]| -> Vec<String> { controls.iter().map(|c| c.name.clone()).collect() };
        assert_eq!(names(&parts.before), ["Preventive", "Directive"]);
        assert_eq!(names(&parts.after), ["Detective", "Corrective"]);
        assert_eq!(parts.causes, ["one", "two"]);
        assert_eq!(parts.event, risk.title);
    }
}
