//! Checks of what the partners have agreed. A partnership that is only proposed need not have an agreement yet.

use super::books::Books;
use super::{Check, Fault, Rule, Severity, quoted};
use crate::register::{AgreementForm, Known, Partnership, PartnershipStatus};

pub(super) static CHECKS: [Check; 4] = [
    Check {
        key: "agreement-missing",
        title: "No written agreement",
        explains: "Without a written agreement nobody can say who owes what when things go wrong. Agree the terms \
            in writing, and have every partner sign.",
        severity: Severity::Problem,
        rule: Rule::Partnership(missing),
    },
    Check {
        key: "agreement-expired",
        title: "Agreement not reviewed in time",
        explains: "The day on which the agreement was to be looked at again has passed. Review it, and set the next \
            day.",
        severity: Severity::Warning,
        rule: Rule::Partnership(expired),
    },
    Check {
        key: "agreement-without-exit",
        title: "Agreement without an exit",
        explains: "The agreement should say how a partner leaves and how the partnership ends. Add it before it is \
            needed.",
        severity: Severity::Warning,
        rule: Rule::Partnership(without_exit),
    },
    Check {
        key: "agreement-not-known",
        title: "Form of the agreement not known",
        explains: "Nobody has said whether there is an agreement. Find out, and record its form.",
        severity: Severity::Reminder,
        rule: Rule::Partnership(not_known),
    },
];

/// Whether something is written down between the partners, where anybody knows.
fn is_written(partnership: &Partnership) -> Option<bool> {
    match partnership.agreement.form {
        AgreementForm::None | AgreementForm::Informal => Some(false),
        AgreementForm::Written | AgreementForm::SignedByAll => Some(true),
        AgreementForm::NotKnown => None,
    }
}

fn is_at_work(partnership: &Partnership) -> bool {
    partnership.status == PartnershipStatus::Active
}

fn missing(_: &Books, partnership: &Partnership) -> Option<Fault> {
    let is_missing = is_written(partnership) == Some(false);
    Fault::told(is_at_work(partnership) && is_missing, "agreement-form", || {
        format!("{} has no written agreement.", quoted(&partnership.name))
    })
}

fn expired(books: &Books, partnership: &Partnership) -> Option<Fault> {
    let due = partnership.agreement.review_due.filter(|due| *due < books.today)?;
    Fault::told(is_written(partnership) != Some(false), "agreement-review-due", || {
        let (name, day) = (quoted(&partnership.name), due.in_words());
        format!("The agreement of {name} was to be reviewed by {day}.")
    })
}

fn without_exit(_: &Books, partnership: &Partnership) -> Option<Fault> {
    let lack = match partnership.agreement.exit {
        Known::Yes => return None,
        Known::No => "does not say how a partner leaves",
        Known::NotKnown => "is not known to say how a partner leaves",
    };
    let is_written = is_written(partnership) == Some(true);
    Fault::told(is_at_work(partnership) && is_written, "agreement-exit", || {
        format!("The agreement of {} {lack}.", quoted(&partnership.name))
    })
}

fn not_known(_: &Books, partnership: &Partnership) -> Option<Fault> {
    let is_not_known = is_written(partnership).is_none();
    Fault::told(is_at_work(partnership) && is_not_known, "agreement-form", || {
        format!("Nobody has said what agreement {} rests on.", quoted(&partnership.name))
    })
}
