//! What in a register is missing, late or contradicts itself. Each check is one entry of a table: what it is called,
//! why it matters, how much, and a rule that looks at one thing at a time and names the field to put right. What
//! makes a register whole at all is not checked here but kept by [`crate::register`]; here is what a body may get
//! wrong and still keep.
//!
//! Only what is in force is checked: live partnerships, the open risks in them, and the controls and actions that
//! serve either. A check finds at most one fault in one thing, so that a waiver, which names the check and the
//! thing, lets exactly one finding pass.

mod agreement;
mod books;
mod controls;
mod coverage;
mod dates;
mod findings;
mod identity;
mod money;
mod ratings;
#[cfg(test)]
mod tests;
mod treatment;

pub use findings::{Finding, Findings};

use books::Books;

use crate::choice::choices;
use crate::date::Date;
use crate::order::order_by;
use crate::register::{Action, Control, Partnership, Register, Risk, Subject};

/// What the checks look at.
#[derive(Clone, Copy)]
pub struct Context<'r> {
    /// The register.
    pub register: &'r Register,
    /// The day on which it is checked.
    pub today: Date,
}

choices! {
    /// How much a finding matters, the worst first.
    Severity default Warning {
        /// The register contradicts itself, or something is left open that must not be.
        Problem = "problem", "Problem";
        /// Something is missing or late.
        Warning = "warning", "Warning";
        /// Something is to be looked at again.
        Reminder = "reminder", "Reminder";
    }
}

/// One check.
pub struct Check {
    /// Its name in files, which never changes.
    pub key: &'static str,
    /// Its name on the page.
    pub title: &'static str,
    /// Why it matters and what to do, in a sentence or two.
    pub explains: &'static str,
    /// How much its findings matter.
    pub severity: Severity,
    rule: Rule,
}

/// What is wrong with one thing: the field to put right, as the path to it with hyphens, and a sentence. Where the
/// form has no such field, as for the risks of a partnership, the name says what is wanted.
struct Fault {
    field: &'static str,
    text: String,
}

type RuleFor<T> = fn(&Books, &T) -> Option<Fault>;

/// What a check looks at, and how it tells.
enum Rule {
    /// Every open risk.
    Risk(RuleFor<Risk>),
    /// Every open risk and every draft of one.
    Written(RuleFor<Risk>),
    /// Every live partnership.
    Partnership(RuleFor<Partnership>),
    /// Every control that serves an open risk.
    Control(RuleFor<Control>),
    /// Every action that is still to be done.
    Action(RuleFor<Action>),
}

/// Every check by family. What comes first here comes first among equally severe findings, and risks above appetite
/// on which nothing is done come first of all.
static FAMILIES: [&[Check]; 8] = [
    &treatment::CHECKS,
    &ratings::CHECKS,
    &controls::CHECKS,
    &coverage::CHECKS,
    &agreement::CHECKS,
    &money::CHECKS,
    &identity::CHECKS,
    &dates::CHECKS,
];

/// Every check, the most severe first and those of one family together.
#[must_use]
pub fn checks() -> Vec<&'static Check> {
    let all: Vec<&'static Check> = FAMILIES.iter().copied().flatten().collect();
    let order = order_by(all.len(), &|a, b| all[a].severity.cmp(&all[b].severity));
    order.into_iter().map(|place| all[place]).collect()
}

/// The check with this key.
#[must_use]
pub fn check(key: &str) -> Option<&'static Check> {
    FAMILIES.iter().copied().flatten().find(|check| check.key == key)
}

/// What all checks find: in the order of the checks, and for each in the register's order.
#[must_use]
pub fn run(context: &Context) -> Findings {
    let books = Books::of(context);
    let mut found = Vec::new();
    for check in checks() {
        check.look(&books, &mut found);
    }
    Findings::parted(found, context.register.waivers(), context.today)
}

impl Check {
    fn look(&self, books: &Books, found: &mut Vec<Finding>) {
        let mut note = |subject: Subject, fault: Option<Fault>| {
            found.extend(fault.map(|fault| self.finding(subject, fault)));
        };
        match self.rule {
            Rule::Risk(rule) => {
                books
                    .in_force
                    .risks()
                    .iter()
                    .for_each(|risk| note(Subject::Risk(risk.id), rule(books, risk)));
            }
            Rule::Written(rule) => {
                books.written.iter().for_each(|risk| note(Subject::Risk(risk.id), rule(books, risk)));
            }
            Rule::Partnership(rule) => {
                let all = books.in_force.partnerships().iter();
                all.for_each(|p| note(Subject::Partnership(p.id), rule(books, p)));
            }
            Rule::Control(rule) => {
                books.controls.iter().for_each(|c| note(Subject::Control(c.id), rule(books, c)));
            }
            Rule::Action(rule) => {
                let all = books.in_force.actions().iter();
                all.for_each(|action| note(Subject::Action(action.id), rule(books, action)));
            }
        }
    }

    fn finding(&self, subject: Subject, fault: Fault) -> Finding {
        Finding { check: self.key, severity: self.severity, subject, field: fault.field, text: fault.text }
    }
}

impl Fault {
    /// The fault that a sentence tells, if it is there.
    fn told(is_there: bool, field: &'static str, text: impl FnOnce() -> String) -> Option<Self> {
        is_there.then(|| Self { field, text: text() })
    }
}

/// A name as it stands in a sentence.
fn quoted(name: &str) -> String {
    format!("\u{201c}{}\u{201d}", name.trim())
}
