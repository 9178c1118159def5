//! Checks of the controls that ratings rest on.

use super::books::Books;
use super::ratings::higher;
use super::{Check, Fault, Rule, Severity, quoted};
use crate::choice::Choice;
use crate::register::{Control, ControlState, Risk, Stage};

pub(super) static CHECKS: [Check; 2] = [
    Check {
        key: "relied-on-control",
        title: "Control that does not work is relied on",
        explains: "Open risks rest on a control that is retired or does not work as it should. Mend it, or take it \
            off the risks and rate them again.",
        severity: Severity::Problem,
        rule: Rule::Control(relied_on),
    },
    Check {
        key: "lowered-without-control",
        title: "Rated lower with no control at work",
        explains: "The current rating is below the inherent one, and no control that operates accounts for it. Name \
            the control, or correct the rating.",
        severity: Severity::Warning,
        rule: Rule::Risk(lowered_without_control),
    },
];

fn relied_on(books: &Books, control: &Control) -> Option<Fault> {
    let is_at_fault = match control.state {
        ControlState::Retired | ControlState::Degraded => true,
        ControlState::Planned | ControlState::Operating => false,
    };
    Fault::told(is_at_fault, "state", || {
        let (name, state) = (quoted(&control.name), control.state.key());
        match n_relying(books, control) {
            1 => format!("{name} is {state}, and an open risk relies on it."),
            n => format!("{name} is {state}, and {n} open risks rely on it."),
        }
    })
}

fn n_relying(books: &Books, control: &Control) -> usize {
    control.effects.iter().filter(|effect| books.in_force.risk(effect.risk).is_some()).count()
}

fn lowered_without_control(books: &Books, risk: &Risk) -> Option<Fault> {
    let inherent = books.register.score_at(risk, Stage::Inherent)?;
    let current = books.register.score_at(risk, Stage::Current)?;
    let operates = || books.in_force.controls_on(risk.id).any(|(control, _)| control.is_operating());
    let (before, now) = risk.ratings.inherent.zip(risk.ratings.current)?;
    let field = higher(before, now, ["current-likelihood", "current-impact"]);
    Fault::told(current < inherent && !operates(), field, || {
        format!("{} is rated lower than before any control, and none on it operates.", quoted(&risk.title))
    })
}
