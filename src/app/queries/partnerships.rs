//! The partnerships as a list.

use std::rc::Rc;

use partnership_risk_core::order::ordered;
use partnership_risk_core::register::{Partnership, Register, Status};
use partnership_risk_core::scale::Score;

/// One partnership as the list shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct PartnershipLine {
    /// The partnership.
    pub partnership: Rc<Partnership>,
    /// How many of its risks are open.
    pub n_risks: usize,
    /// The gravest of them.
    pub worst: Option<Score>,
}

/// All partnerships, those with the gravest risk first.
#[must_use]
pub fn partnership_lines(register: &Register) -> Vec<PartnershipLine> {
    let lines: Vec<PartnershipLine> = register.partnerships().iter().map(|p| line(register, p)).collect();
    ordered(&lines, &|a, b| b.worst.cmp(&a.worst))
}

fn line(register: &Register, partnership: &Rc<Partnership>) -> PartnershipLine {
    let open = || register.risks_of(partnership.id).filter(|r| r.status == Status::Open);
    PartnershipLine {
        partnership: partnership.clone(),
        n_risks: open().count(),
        worst: open().filter_map(|risk| register.score(risk)).max(),
    }
}
