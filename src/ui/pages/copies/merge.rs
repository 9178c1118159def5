//! Merging another copy with the register: choose it, see what it brings, decide what both say differently, and agree.

use std::rc::Rc;

use partnership_risk_core::register::Register;
use yew::prelude::{Callback, Html, Properties, SubmitEvent, component, html, use_state};

use super::choose::{choose, copy_row};
use super::conflicts::{PAGE, conflict_field, title};
use super::preview::preview_of;
use crate::app::drafts::Problem;
use crate::app::event::Event;
use crate::app::model::{Merging, Origin, Purpose};
use crate::app::queries::merging::{Preview, agreed, preview};
use crate::ui::components::{Button, ButtonKind, SummaryRow, disclosure, summary_list};
use crate::ui::pages::form::{Problems, go};
use crate::ui::pages::heading;
use crate::ui::route::{MergeList, MergeView, Route};
use crate::ui::session::Session;

const TITLE: &str = "Merge two copies";

/// The first step.
pub(super) fn choose_copy(register: &Rc<Register>, session: &Session) -> Html {
    let texts = (
        "other-copy",
        "Choose the other copy, or drop it here",
        "A copy that was saved by this page (.prisk.json), up to 20 MB",
    );
    html! {
        <>
            { heading(TITLE) }
            <p class="lead">{ "Two people have worked on copies of one register. Choose the other copy to bring in what was done there." }</p>
            <p>{ "You see first what it brings, and you decide where both copies say different things. Nothing is changed before that." }</p>
            { choose(Purpose::Merge, texts, Some(register), session) }
        </>
    }
}

/// Props of [`MergeForm`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    pub register: Rc<Register>,
    pub merging: Rc<Merging>,
    pub view: MergeView,
    pub session: Session,
}

/// What a merge would bring, and the choices that it asks for.
#[component]
pub(super) fn MergeForm(props: &Props) -> Html {
    let problems = use_state(Problems::default);
    let Props { register, merging, view, session } = props;
    let found = preview(register, merging);
    let on_submit = {
        let (props, problems, found) = (props.clone(), problems.clone(), found.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            match agreed(&props.register, &props.merging) {
                Ok(event) => finish(&props.session, event),
                Err(open) => problems.set(problems.found(undecided(&found, &open))),
            }
        })
    };
    html! {
        <form onsubmit={on_submit} novalidate=true>
            { problems.summary() }
            { heading(TITLE) }
            { copies(register, merging, session) }
            { preview_of(register, &found, *view, &problems, session) }
            <p class="actions">{ buttons(merging, &found, session) }</p>
        </form>
    }
}

fn finish(session: &Session, event: Event) {
    session.tell(event);
    go(&Route::Overview);
}

/// The first page of conflicts on which one is open is shown, and the problems name those that are open there.
fn undecided(found: &Preview, open: &[usize]) -> Vec<Problem> {
    let page = open.first().map_or(0, |place| place / PAGE);
    go(&Route::Merge(MergeView { list: Some(MergeList::Conflicts), page }));
    let problem = |place: &usize| {
        let (conflict, _) = found.conflicts.get(*place)?;
        let message = format!("Choose which is right: {}", title(conflict));
        Some(Problem { field: conflict_field(*place), message })
    };
    open.iter().filter(|place| **place / PAGE == page).filter_map(problem).collect()
}

/// Which copies are merged.
fn copies(register: &Rc<Register>, merging: &Merging, session: &Session) -> Html {
    const UNKNOWN: &str = "No common earlier copy is known, so everything that differs is asked";
    let base = match &merging.base {
        Some(base) => copy_row("Both come from", base, session),
        None => SummaryRow::text("Both come from", UNKNOWN),
    };
    html! {
        <>
            { summary_list(vec![copy_row("The other copy", &merging.other, session), base]) }
            if merging.origin == Origin::File {
                { disclosure("Choose the earlier copy that both come from", ancestor(register, session)) }
            }
        </>
    }
}

fn ancestor(register: &Rc<Register>, session: &Session) -> Html {
    let texts =
        ("earlier-copy", "The earlier copy", "With it, only what both changed in different ways is asked");
    choose(Purpose::Ancestor, texts, Some(register), session)
}

fn buttons(merging: &Merging, found: &Preview, session: &Session) -> Html {
    let is_needed = merging.origin != Origin::File;
    let merge = Button {
        kind: ButtonKind::Submit,
        label: "Merge".into(),
        disabled: !is_needed && found.brought.is_empty() && found.conflicts.is_empty(),
        ..Button::default()
    };
    let on_press = session.telling(|| Event::CopyClosed(Purpose::Merge));
    let again = Button { label: "Choose another file".into(), on_press, ..Button::default() };
    html! {
        <>
            { merge.view() }
            if !is_needed {
                { again.view() }
            }
        </>
    }
}
