//! What stands around every page: the header with the register's name and whether it is saved, the
//! places, messages, and the promise.

use std::rc::Rc;

use partnership_risk_core::register::{Register, Subject};
use yew::prelude::{ContextProvider, Html, MouseEvent, html};

use super::messages::{UNCHANGEABLE, messages};
use super::receiving::dropping;
use super::{Whereabouts, page};
use crate::app::event::Event;
use crate::app::model::{Keeping, Model, Pen};
use crate::app::queries::benchmark::Compared;
use crate::app::queries::cost::CostView;
use crate::app::tasks;
use crate::ui::components::{Button, ButtonKind, DropTarget, Link, Standing, link};
use crate::ui::focus::focus_id;
use crate::ui::parts::{Arrival, Part};
use crate::ui::route::{CheckView, DutyView, PartnershipView, RiskView, Route, SnapshotView};
use crate::ui::session::Session;
use crate::ui::words::grouped;

/// The page at a place, and what stands around it.
pub fn framed(
    model: &Model,
    session: &Session,
    at: &Whereabouts,
    arrival: &Arrival,
    findings: Option<usize>,
) -> Html {
    let standing = Standing { why_not: model.unchangeable().map(|_| UNCHANGEABLE.into()) };
    let page = html! {
        <div class="frame">
            <DropTarget says="Drop the file to see what is in it" on_file={dropping(session, model.register.as_ref())} />
            <a class="skip-link" href="#main" onclick={skip}>{ "Skip to main content" }</a>
            <header class="header">
                { classed_link("header__product", &Route::Overview, "Partnership Risk Calculator", false) }
                { register_line(model, session, findings) }
            </header>
            if model.register.is_some() {
                { places(&at.here) }
            }
            <main class="main" id="main" tabindex="-1">
                { messages(model, session) }
                { page(model, session, at, arrival) }
                { own_history(model, &at.here) }
            </main>
            <footer class="footer">
                <p>{ "Everything stays in this browser. Nothing you enter is sent anywhere." }</p>
                <p>{ link(Route::Catalogue.to_string(), "Catalogue of partnership risks") }</p>
                <p>{ link(Route::Storage.to_string(), "What is kept in this browser") }</p>
                <p>{ link(Route::About.to_string(), "About, sources and privacy") }</p>
            </footer>
        </div>
    };
    html! { <ContextProvider<Standing> context={standing}>{ page }</ContextProvider<Standing>> }
}

/// The way to the history of what a page is about.
fn own_history(model: &Model, here: &Route) -> Html {
    let is_in = |subject: &Subject| model.register.as_ref().is_some_and(|register| subject.is_in(register));
    let Some(subject) = here.subject().filter(is_in) else { return Html::default() };
    let to = Route::History(Some(subject)).to_string();
    html! { <p>{ link(to, format!("History of this {}", subject.kind())) }</p> }
}

/// Moves the focus without changing the address, which is the application's.
fn skip(event: MouseEvent) {
    event.prevent_default();
    focus_id("main");
}

fn classed_link(class: &'static str, to: &Route, text: &str, here: bool) -> Html {
    let current = here.then(|| "page".into());
    let (to, text) = (to.to_string().into(), text.to_owned().into());
    Link { to, text, class: Some(class.into()), current, ..Link::default() }.view()
}

/// The register's name, whether it is saved, and what can be done with it whatever the page. A register
/// that was taken back can be made again even where there is none.
fn register_line(model: &Model, session: &Session, findings: Option<usize>) -> Html {
    let (can_undo, can_redo) = (model.history.can_undo(), model.history.can_redo());
    if model.register.is_none() && !can_undo && !can_redo {
        return Html::default();
    }
    let tool = |label: &'static str, changes, disabled, on_press| {
        let (kind, label) = (ButtonKind::Quiet, label.into());
        Button { kind, label, changes, disabled, on_press, ..Button::default() }.view()
    };
    let name =
        |register: &Register| link(Route::Organisation.to_string(), register.organisation().name.clone());
    let file = |register: &Rc<Register>| link(Route::File.to_string(), filed(register, session));
    html! {
        <div class="header__register">
            { model.register.as_deref().map(name).unwrap_or_default() }
            <span class="header__saved" role="status">{ saved(model, session) }</span>
            <span class="header__tools">
                { tool("Undo", true, !can_undo, session.telling(|| Event::Undone)) }
                { tool("Redo", true, !can_redo, session.telling(|| Event::Redone)) }
                { model.register.as_ref().map(file).unwrap_or_default() }
                if model.register.is_some() {
                    { link(Route::Search(String::new()).to_string(), "Search") }
                    { link(Route::History(None).to_string(), "History") }
                    { link(Route::Checks(CheckView::default()).to_string(), checks(findings)) }
                    { link(Route::Duties(DutyView::default()).to_string(), "Duties") }
                    { link(Route::Snapshots(SnapshotView::default()).to_string(), "Snapshots") }
                    { link(Route::Settings.to_string(), "Settings") }
                }
            </span>
        </div>
    }
}

/// How many findings the checks have, once they have been run.
fn checks(findings: Option<usize>) -> String {
    findings.map_or_else(|| "Checks".to_owned(), |n| ["Checks: ", &grouped(n)].concat())
}

/// When the register was last saved as a file, as far as that is known.
fn filed(register: &Register, session: &Session) -> String {
    match tasks::file_saved(&session.world, register) {
        Some(at) => ["File: saved ", &tasks::days_ago(&session.world, at)].concat(),
        None => "File".to_owned(),
    }
}

fn saved(model: &Model, session: &Session) -> String {
    match &model.keeping {
        Keeping::Nothing | Keeping::Kept(_) if model.pen == Pen::Elsewhere => "Open in another tab".into(),
        Keeping::Nothing | Keeping::Kept(_) if model.is_unkept => "Not kept in this browser".into(),
        Keeping::Nothing => String::new(),
        Keeping::Pending => "Saving".into(),
        Keeping::Kept(at) => ["Saved ", &session.world.clock.time_of_day(*at)].concat(),
        Keeping::NotKept(_) | Keeping::Divided | Keeping::Withheld => "Not saved".into(),
    }
}

fn places(here: &Route) -> Html {
    let part = match here {
        Route::Organisation => None,
        // Tabs of a partnership whose code lies in other parts.
        Route::PartnershipTrend(_) | Route::PartnershipCost(_) | Route::Suggestions(_) => {
            Some(Part::Partnerships)
        }
        other => Part::of_place(other),
    };
    let place = |to: Route, name: &str, parts: &[Part]| {
        let is_here = part.is_some_and(|part| parts.contains(&part));
        html! { <li>{ classed_link("places__link", &to, name, is_here) }</li> }
    };
    html! {
        <nav class="places" aria-label="Places">
            <ul class="places__list">
                { place(Route::Overview, "Overview", &[Part::Desk]) }
                { place(Route::Partnerships(PartnershipView::default()), "Partnerships", &[Part::Partnerships]) }
                { place(Route::Risks(RiskView::default()), "Risks", &[Part::Risks, Part::Work]) }
                { place(Route::Health, "Health", &[Part::Health]) }
                { place(Route::Cost(CostView::default()), "Cost", &[Part::Cost]) }
                { place(Route::Benchmark(Compared::default()), "Benchmark", &[Part::Benchmark, Part::Surveys, Part::Peers]) }
            </ul>
        </nav>
    }
}
