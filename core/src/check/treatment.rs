//! Checks of what is being done about risks that stand higher than the body accepts.

use super::books::Books;
use super::{Check, Fault, Rule, Severity, quoted};
use crate::letters::is_blank;
use crate::register::{Risk, Treatment};

pub(super) static CHECKS: [Check; 2] = [
    Check {
        key: "above-appetite-without-action",
        title: "Above appetite, and nothing is being done",
        explains: "The risk stands higher than you accept for its category, and neither it nor a control on it has \
            an open action. Add an action with an owner and a date.",
        severity: Severity::Problem,
        rule: Rule::Risk(above_without_action),
    },
    Check {
        key: "accepted-without-reason",
        title: "Accepted above appetite without a reason",
        explains: "Somebody has chosen to tolerate a risk that stands higher than you accept. Say why, so that the \
            decision can be explained later.",
        severity: Severity::Problem,
        rule: Rule::Risk(accepted_without_reason),
    },
];

fn above_without_action(books: &Books, risk: &Risk) -> Option<Fault> {
    let score = books.above_appetite(risk)?;
    Fault::told(!books.in_force.has_open_action(risk.id), "treatment", || {
        let (title, level) = (quoted(&risk.title), quoted(books.level(score)));
        format!("{title} stands at {level}, above your appetite, and has no open action.")
    })
}

fn accepted_without_reason(books: &Books, risk: &Risk) -> Option<Fault> {
    let score = books.above_appetite(risk)?;
    let is_accepted = risk.treatment == Treatment::Tolerate;
    Fault::told(is_accepted && is_blank(&risk.treatment_reason), "treatment-reason", || {
        let (title, level) = (quoted(&risk.title), quoted(books.level(score)));
        format!("{title} is tolerated at {level}, above your appetite, and nobody has said why.")
    })
}
