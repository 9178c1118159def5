//! Checks of the names by which people tell things apart.

use super::books::Books;
use super::{Check, Fault, Rule, Severity, quoted};
use crate::register::Risk;

pub(super) static CHECKS: [Check; 1] = [Check {
    key: "duplicate-reference",
    title: "Reference used more than once",
    explains: "In a paper nobody can tell which risk a shared reference means. Give each risk its own.",
    severity: Severity::Problem,
    rule: Rule::Written(duplicate_reference),
}];

fn duplicate_reference(books: &Books, risk: &Risk) -> Option<Fault> {
    let others = match books.sharing_reference(risk) {
        0 => return None,
        1 => "another risk has".to_owned(),
        n => format!("{n} other risks have"),
    };
    let (title, reference) = (quoted(&risk.title), quoted(&risk.reference));
    Some(Fault {
        field: "reference",
        text: format!("{title} has the reference {reference}, which {others} too."),
    })
}
