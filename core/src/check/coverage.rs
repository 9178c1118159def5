//! Checks of what nobody has been named for or nothing has been said about: people, categories, and risks and health
//! checks of major partnerships.

use super::books::{Books, HIGHEST};
use super::{Check, Fault, Rule, Severity, quoted};
use crate::letters::is_blank;
use crate::register::{Action, Partnership, Risk};

pub(super) static CHECKS: [Check; 8] = [
    Check {
        key: "no-accountable-officer",
        title: "Partnership without an accountable officer",
        explains: "Somebody senior has to answer for each partnership. Name the person who is in charge.",
        severity: Severity::Problem,
        rule: Rule::Partnership(no_accountable_officer),
    },
    Check {
        key: "major-without-risk",
        title: "Major partnership without a risk",
        explains: "By your own criteria the partnership matters much, and nobody has written down what could go \
            wrong. Add its risks, or start from those that are suggested.",
        severity: Severity::Warning,
        rule: Rule::Partnership(major_without_risk),
    },
    Check {
        key: "major-without-health-check",
        title: "Major partnership without a health check",
        explains: "By your own criteria the partnership matters much, and nobody has answered how well it is run. \
            Carry out its health check.",
        severity: Severity::Warning,
        rule: Rule::Partnership(major_without_health_check),
    },
    Check {
        key: "risk-without-owner",
        title: "Risk without an owner",
        explains: "A risk that nobody has is looked after by nobody. Name one person.",
        severity: Severity::Warning,
        rule: Rule::Risk(risk_without_owner),
    },
    Check {
        key: "risk-without-category",
        title: "Risk without a category",
        explains: "The league table and the comparison with surveys count risks by category. Choose the one that \
            fits best.",
        severity: Severity::Warning,
        rule: Rule::Risk(risk_without_category),
    },
    Check {
        key: "no-figures",
        title: "One of the highest risks without figures",
        explains: "What a year could cost rests on figures for the risks that matter most. Say how often it could \
            happen and what it would cost, as a range where you are not sure.",
        severity: Severity::Reminder,
        rule: Rule::Risk(no_figures),
    },
    Check {
        key: "action-without-owner",
        title: "Action without an owner",
        explains: "An action that nobody has is not done. Name one person.",
        severity: Severity::Warning,
        rule: Rule::Action(action_without_owner),
    },
    Check {
        key: "action-without-due-date",
        title: "Action without a due date",
        explains: "Without a day nobody can tell whether an action is late. Set one.",
        severity: Severity::Warning,
        rule: Rule::Action(action_without_due_date),
    },
];

fn no_accountable_officer(_: &Books, partnership: &Partnership) -> Option<Fault> {
    Fault::told(is_blank(&partnership.accountable_officer), "accountable-officer", || {
        format!("Nobody is named as accountable for {}.", quoted(&partnership.name))
    })
}

fn major_without_risk(books: &Books, partnership: &Partnership) -> Option<Fault> {
    let has_none = || books.in_force.risks_of(partnership.id).next().is_none();
    Fault::told(has_none() && books.is_major(partnership), "risks", || {
        format!("{} is a major partnership and has no open risk.", quoted(&partnership.name))
    })
}

fn major_without_health_check(books: &Books, partnership: &Partnership) -> Option<Fault> {
    let has_none = || !books.in_force.is_checked(partnership.id);
    Fault::told(has_none() && books.is_major(partnership), "health-check", || {
        format!("{} is a major partnership and has no health check.", quoted(&partnership.name))
    })
}

fn risk_without_owner(_: &Books, risk: &Risk) -> Option<Fault> {
    Fault::told(is_blank(&risk.owner), "owner", || format!("{} has no owner.", quoted(&risk.title)))
}

fn risk_without_category(_: &Books, risk: &Risk) -> Option<Fault> {
    Fault::told(risk.category.is_none(), "category", || format!("{} has no category.", quoted(&risk.title)))
}

fn no_figures(books: &Books, risk: &Risk) -> Option<Fault> {
    Fault::told(risk.quantification.is_none() && books.highest.contains(&risk.id), "frequency", || {
        format!(
            "{} is one of the {HIGHEST} highest risks and has no figures for its cost.",
            quoted(&risk.title)
        )
    })
}

fn action_without_owner(_: &Books, action: &Action) -> Option<Fault> {
    Fault::told(is_blank(&action.owner), "owner", || format!("Nobody is named for {}.", quoted(&action.what)))
}

fn action_without_due_date(_: &Books, action: &Action) -> Option<Fault> {
    Fault::told(action.due.is_none(), "due", || format!("{} has no due date.", quoted(&action.what)))
}
