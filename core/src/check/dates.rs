//! Checks of days that have passed.

use super::books::Books;
use super::{Check, Fault, Rule, Severity, quoted};
use crate::duty;
use crate::register::{Action, Partnership, PartnershipStatus, Risk};

pub(super) static CHECKS: [Check; 4] = [
    Check {
        key: "action-overdue",
        title: "Action overdue",
        explains: "The action was to be done by now. Do it, give it up, or agree another day and say why.",
        severity: Severity::Warning,
        rule: Rule::Action(action_overdue),
    },
    Check {
        key: "ended-but-active",
        title: "Past its end and still active",
        explains: "The partnership was to be over by now. Mark it as ended, or correct its last day.",
        severity: Severity::Warning,
        rule: Rule::Partnership(ended_but_active),
    },
    Check {
        key: "risk-review-overdue",
        title: "Review of a risk overdue",
        explains: "A risk is to be looked at again on its review date or, without one, as often as its level asks. \
            Review it, and set the next day.",
        severity: Severity::Reminder,
        rule: Rule::Risk(risk_review_overdue),
    },
    Check {
        key: "partnership-review-overdue",
        title: "Review of a partnership overdue",
        explains: "The day on which the partnership was to be looked at again has passed. Review it, and set the \
            next day.",
        severity: Severity::Reminder,
        rule: Rule::Partnership(partnership_review_overdue),
    },
];

fn action_overdue(books: &Books, action: &Action) -> Option<Fault> {
    let due = action.due?;
    Fault::told(action.is_overdue(books.today), "due", || {
        format!("{} was due on {}.", quoted(&action.what), due.in_words())
    })
}

fn ended_but_active(books: &Books, partnership: &Partnership) -> Option<Fault> {
    let end = partnership.end.filter(|_| partnership.status == PartnershipStatus::Active)?;
    Fault::told(end < books.today, "end", || {
        format!("{} was to end on {} and is still active.", quoted(&partnership.name), end.in_words())
    })
}

fn risk_review_overdue(books: &Books, risk: &Risk) -> Option<Fault> {
    let due = duty::review_due(books.register, risk)?;
    Fault::told(due < books.today, "review", || {
        format!("{} was to be reviewed by {}.", quoted(&risk.title), due.in_words())
    })
}

fn partnership_review_overdue(books: &Books, partnership: &Partnership) -> Option<Fault> {
    let due = partnership.next_review?;
    Fault::told(due < books.today, "next-review", || {
        format!("{} was to be reviewed by {}.", quoted(&partnership.name), due.in_words())
    })
}
