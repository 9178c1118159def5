//! All partnerships, those with the gravest risk first.

use std::cmp::Reverse;
use std::rc::Rc;

use partnership_risk_core::register::{Partnership, Register, Status};
use partnership_risk_core::scale::Score;
use yew::prelude::{Html, Properties, component, html, use_memo};

use super::shown::band;
use crate::ui::components::Link;
use crate::ui::route::{Route, link_id};

/// Props of [`PartnershipsPage`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct Props {
    /// The register.
    pub register: Rc<Register>,
}

/// All partnerships.
#[component]
pub fn PartnershipsPage(props: &Props) -> Html {
    let register = &props.register;
    let lines = use_memo(register.clone(), |register| lines(register));
    html! {
        <>
            <div class="page-head">
                <h1 tabindex="-1">{ "Partnerships" }</h1>
                <Link class="button button--primary" to={Route::NewPartnership.to_string()}>{ "Add a partnership" }</Link>
            </div>
            if lines.is_empty() {
                <p>{ "There are none yet. Add the first one, then its risks." }</p>
            } else {
                { table(register, &lines) }
            }
        </>
    }
}

/// One partnership as the list shows it.
struct Line {
    partnership: Rc<Partnership>,
    n_risks: usize,
    worst: Option<Score>,
}

fn lines(register: &Register) -> Vec<Line> {
    let line = |partnership: &Rc<Partnership>| {
        let open = || register.risks_of(partnership.id).filter(|r| r.status == Status::Open);
        Line {
            partnership: partnership.clone(),
            n_risks: open().count(),
            worst: open().filter_map(|risk| register.score(risk)).max(),
        }
    };
    let mut lines: Vec<Line> = register.partnerships().iter().map(line).collect();
    lines.sort_by_key(|line| Reverse(line.worst));
    lines
}

fn table(register: &Register, lines: &[Line]) -> Html {
    html! {
        <div class="table-scroll" tabindex="0" role="region" aria-label="Partnerships">
            <table class="table">
                <caption class="hidden">{ "Partnerships, gravest risk first" }</caption>
                <thead>
                    <tr>
                        <th scope="col">{ "Partnership" }</th>
                        <th scope="col">{ "Form" }</th>
                        <th scope="col">{ "Lead officer" }</th>
                        <th scope="col" class="table__number">{ "Open risks" }</th>
                        <th scope="col">{ "Gravest" }</th>
                    </tr>
                </thead>
                <tbody>
                    for line in lines {
                        { row(register, line) }
                    }
                </tbody>
            </table>
        </div>
    }
}

fn row(register: &Register, line: &Line) -> Html {
    let Line { partnership, n_risks, worst } = line;
    let id = partnership.id;
    html! {
        <tr key={id.to_string()}>
            <th scope="row">
                <Link id={link_id(&id.to_string())} to={Route::Partnership(id).to_string()}>
                    { &partnership.name }
                </Link>
            </th>
            <td>{ partnership.kind.name() }</td>
            <td>{ if partnership.lead_officer.is_empty() { "Nobody named" } else { &partnership.lead_officer } }</td>
            <td class="table__number">{ n_risks }</td>
            <td>{ worst.map(|score| band(register.matrix().level(score))).unwrap_or_default() }</td>
        </tr>
    }
}
