//! The register's controls: which of them a list shows, and who looks after them.

use std::rc::Rc;

use partnership_risk_core::catalogue::ControlType;
use partnership_risk_core::letters::{are_same, holds, small};
use partnership_risk_core::order::ordered;
use partnership_risk_core::register::{Control, ControlState, Register};

/// Which controls are shown. Every part that is set must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ControlFilter {
    /// Text that the control must contain somewhere, in any case.
    pub text: String,
    /// One state.
    pub state: Option<ControlState>,
    /// One type.
    pub kind: Option<ControlType>,
    /// One owner; the empty one stands for nobody.
    pub owner: Option<String>,
}

impl ControlFilter {
    /// Whether nothing is filtered out.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    fn passes(&self, control: &Control, text: &str) -> bool {
        self.state.is_none_or(|state| control.state == state)
            && self.kind.is_none_or(|kind| control.kind == kind)
            && self.owner.as_ref().is_none_or(|owner| are_same(owner, &control.owner))
            && [&control.name, &control.owner, &control.notes].iter().any(|field| holds(field, text))
    }
}

/// The controls that pass the filter, by name.
#[must_use]
pub fn controls_found(register: &Register, filter: &ControlFilter) -> Vec<Rc<Control>> {
    let text = small(filter.text.trim());
    let found = register.controls().iter().filter(|control| filter.passes(control, &text));
    let found: Vec<Rc<Control>> = found.cloned().collect();
    ordered(&found, &|a: &Rc<Control>, b: &Rc<Control>| small(&a.name).cmp(&small(&b.name)))
}

/// Everybody who looks after a control, in order.
#[must_use]
pub fn control_owners(register: &Register) -> Vec<String> {
    named(register.controls().iter().map(|control| control.owner.as_str()))
}

/// The names in order, each once whatever its capitals, without the empty one.
pub(super) fn named<'r>(names: impl Iterator<Item = &'r str>) -> Vec<String> {
    let names: Vec<String> = names.filter(|name| !name.is_empty()).map(str::to_owned).collect();
    let mut names = ordered(&names, &|a: &String, b: &String| small(a).cmp(&small(b)));
    names.dedup_by(|a, b| are_same(a, b));
    names
}

#[cfg(test)]
mod tests {
    use super::*;
    use partnership_risk_core::example::fife_council;
    use partnership_risk_core::register::{Change, ControlId};

    fn register() -> Register {
        let control = |bits, name: &str, state, owner: &str| Control {
            state,
            owner: owner.to_owned(),
            ..Control::new(ControlId::from_bits(bits), name, 0)
        };
        let controls = vec![
            control(1, "Contract reviews", ControlState::Operating, "Solicitor"),
            control(2, "Audit", ControlState::Planned, "SOLICITOR"),
            Control { kind: ControlType::Detective, ..control(3, "backups", ControlState::Operating, "") },
        ];
        fife_council().apply(Change::ControlsPut(controls)).expect("sound controls")
    }

    #[test]
    fn all_parts_of_a_filter_must_hold() {
        let operating = || ControlFilter { state: Some(ControlState::Operating), ..ControlFilter::default() };
        for (filter, found) in [
            (ControlFilter::default(), &["Audit", "backups", "Contract reviews"][..]),
            (operating(), &["backups", "Contract reviews"]),
            (ControlFilter { text: " CONTRACT ".into(), ..operating() }, &["Contract reviews"]),
            (ControlFilter { kind: Some(ControlType::Detective), ..operating() }, &["backups"]),
            (
                ControlFilter { owner: Some("solicitor".into()), ..ControlFilter::default() },
                &["Audit", "Contract reviews"],
            ),
            (ControlFilter { owner: Some(String::new()), ..ControlFilter::default() }, &["backups"]),
        ] {
            let names: Vec<String> =
                controls_found(&register(), &filter).iter().map(|c| c.name.clone()).collect();
            assert_eq!(names, found, "{filter:?}");
        }
    }

    #[test]
    fn each_owner_is_named_once_whatever_the_capitals() {
        assert_eq!(control_owners(&register()).len(), 1);
    }
}
