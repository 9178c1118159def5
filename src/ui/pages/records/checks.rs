//! What the checks have found, the most severe first, what of it is let pass, and the filters, which stand in the
//! address.

use std::rc::Rc;

use partnership_risk_core::check::{self, Finding, Findings, Severity};
use partnership_risk_core::choice::Choice as _;
use partnership_risk_core::date::Date;
use partnership_risk_core::register::{Register, Waiver};
use yew::prelude::{Html, html};

use crate::app::edits::waivers::count_again;
use crate::app::queries::findings::{Group, findings_of, groups};
use crate::ui::components::{Button, ButtonKind, Link, disclosure};
use crate::ui::focus;
use crate::ui::pages::filters::Filters;
use crate::ui::pages::finding_address::finding_link;
use crate::ui::pages::first_and_rest::first_and_rest;
use crate::ui::pages::form::items_of;
use crate::ui::pages::heading;
use crate::ui::pages::shown::partnership_items;
use crate::ui::route::{CheckView, Route, WaiverOf};
use crate::ui::session::Session;
use crate::ui::words::count;

/// What the checks have found.
pub(super) fn checks(register: &Rc<Register>, view: CheckView, session: &Session) -> Html {
    let found = findings_of(register, session.world.clock.today());
    let shown = groups(register, &found.open, view.severity, view.partnership);
    html! {
        <>
            { heading("Checks") }
            <p class="lead">{ summary(&found) }</p>
            { what_is_checked() }
            if !found.open.is_empty() {
                { filters(register, view) }
            }
            { results(&found, &shown) }
            { waived(register, &found.waived, session) }
        </>
    }
}

fn summary(found: &Findings) -> String {
    if found.open.is_empty() {
        return "Nothing found.".to_owned();
    }
    let counts: Vec<String> = Severity::ALL
        .into_iter()
        .map(|severity| (found.count(severity), severity))
        .filter(|(n, _)| *n > 0)
        .map(|(n, severity)| match severity {
            Severity::Problem => count(n, "problem", "problems"),
            Severity::Warning => count(n, "warning", "warnings"),
            Severity::Reminder => count(n, "reminder", "reminders"),
        })
        .collect();
    format!("{}.", counts.join(", "))
}

/// What the checks look at, for those who ask.
fn what_is_checked() -> Html {
    let all = check::checks();
    let content = html! {
        <>
            <p>{ "The checks look at active partnerships, the open risks in them, and the controls and actions that serve either. A problem is a contradiction or something that must not be left open; a warning is something missing or late; a reminder is something to look at again." }</p>
            <ul>{ for all.iter().map(|check| html! { <li>{ check.title }</li> }) }</ul>
        </>
    };
    disclosure("What is checked", content)
}

fn filters(register: &Register, view: CheckView) -> Html {
    let filters = Filters { view, to: Route::Checks };
    let severity = view.severity.map(Severity::key).unwrap_or_default();
    let partnership = view.partnership.map(|id| id.to_string()).unwrap_or_default();
    let fields = html! {
        <>
            { filters.choice(("filter-severity", "Severity"), severity, (Some("All"), items_of::<Severity>()),
                |view, key| view.severity = Severity::of_key(key)) }
            { filters.choice(("filter-partnership", "Partnership"), partnership,
                (Some("All partnerships"), partnership_items(register)), |view, id| view.partnership = id.parse().ok()) }
        </>
    };
    let all = || (CheckView::default(), "Show all findings");
    filters.search("Filter findings", fields, (view != CheckView::default()).then(all))
}

fn results(found: &Findings, shown: &[Group]) -> Html {
    if found.open.is_empty() {
        return html! { <p>{ "Every check passes today. They run again whenever the register changes, and each day: a review or an action that falls due will be told here." }</p> };
    }
    if shown.is_empty() {
        return html! { <p>{ "No finding matches. Take a part of the filter away." }</p> };
    }
    Severity::ALL.into_iter().map(|severity| of_severity(severity, shown)).collect()
}

fn of_severity(severity: Severity, shown: &[Group]) -> Html {
    let own: Vec<&Group> = shown.iter().filter(|group| group.check.severity == severity).collect();
    if own.is_empty() {
        return Html::default();
    }
    let (id, title) = match severity {
        Severity::Problem => ("problems", "Problems"),
        Severity::Warning => ("warnings", "Warnings"),
        Severity::Reminder => ("reminders", "Reminders"),
    };
    html! {
        <section aria-labelledby={id}>
            <h2 {id}>{ title }</h2>
            { for own.into_iter().map(one_check) }
        </section>
    }
}

fn one_check(group: &Group) -> Html {
    html! {
        <>
            <h3>{ group.check.title }{ format!(" ({})", group.findings.len()) }</h3>
            <p class="note">{ group.check.explains }</p>
            { first_and_rest("", &group.findings, |_, some| findings(some)) }
        </>
    }
}

fn findings(some: &[Finding]) -> Html {
    html! { <ul class="task-list">{ for some.iter().map(one_finding) }</ul> }
}

fn one_finding(finding: &Finding) -> Html {
    let waive = Route::Waive(WaiverOf { check: finding.check.to_owned(), subject: finding.subject });
    html! {
        <li class="task-list__item">
            { finding_link(finding) }
            { " " }
            { named_link(&waive, "Let it pass", &finding.text) }
        </li>
    }
}

/// A link whose words are the same for many things: it says to readers which one is meant.
fn named_link(to: &Route, text: &'static str, about: &str) -> Html {
    Link {
        to: to.to_string().into(),
        text: text.into(),
        name: Some(format!("{text}: {about}").into()),
        ..Link::default()
    }
    .view()
}

fn waived(register: &Rc<Register>, waived: &[(Finding, Waiver)], session: &Session) -> Html {
    if waived.is_empty() {
        return Html::default();
    }
    html! {
        <section aria-labelledby="waived">
            <h2 id="waived" tabindex="-1">{ "Let pass" }</h2>
            <p class="note">{ "These count in no figure until the day that is named." }</p>
            <ul class="task-list">
                { for waived.iter().map(|(finding, waiver)| one_waived(register, finding, waiver, session)) }
            </ul>
        </section>
    }
}

fn one_waived(register: &Rc<Register>, finding: &Finding, waiver: &Waiver, session: &Session) -> Html {
    let take_back = {
        let (register, finding, session) = (register.clone(), finding.clone(), session.clone());
        move |_| {
            focus::after_render("waived");
            session.change(count_again(&register, &finding), "The finding counts again".to_owned());
        }
    };
    let button = Button {
        kind: ButtonKind::Quiet,
        label: "Take the waiver back".into(),
        on_press: take_back.into(),
        changes: true,
        ..Button::default()
    };
    html! {
        <li class="task-list__item">
            { finding_link(finding) }
            <br />{ until(waiver.until) }{ ": " }{ &waiver.reason }{ " " }
            { button.view() }
        </li>
    }
}

fn until(day: Date) -> String {
    format!("Until {}", day.in_words())
}
