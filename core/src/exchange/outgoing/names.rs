//! How tables name other things and the scales of a register.

use crate::exchange::sheet::Value;
use crate::register::{Register, RiskId};

/// What parts the entries of a list in one cell.
const BETWEEN: &str = "; ";

/// Several things in one cell.
pub(super) fn listed(things: impl Iterator<Item = String>) -> Value {
    Value::text(&things.collect::<Vec<_>>().join(BETWEEN))
}

/// The titles of risks in one cell.
pub(super) fn linked(register: &Register, risks: &[RiskId]) -> Value {
    listed(risks.iter().filter_map(|id| register.risk(*id)).map(|risk| risk.title.clone()))
}

/// How many steps the scales of likelihood and impact have.
pub(super) fn steps_of(register: &Register) -> (usize, usize) {
    let matrix = register.matrix();
    (matrix.likelihood().steps(), matrix.impact().steps())
}

/// The names of partnerships' controls that serve a risk, by whether they are there or still to come.
pub(super) fn controls_on(register: &Register, risk: RiskId, is_operating: bool) -> Vec<&str> {
    let serving = register.controls_on(risk).map(|(control, _)| control);
    serving.filter(|control| control.is_operating() == is_operating).map(|control| &*control.name).collect()
}
