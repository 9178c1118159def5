//! The form that takes a snapshot, and the form that gives one another name.

use std::rc::Rc;

use partnership_risk_core::register::{Change, Register, Snapshot, SnapshotId};
use yew::prelude::{Callback, Html, Properties, SubmitEvent, component, html};

use crate::app::drafts::NameDraft;
use crate::app::edits::snapshot::renamed;
use crate::ui::components::{Button, ButtonKind};
use crate::ui::pages::form::{Form, go, use_form};
use crate::ui::pages::{heading, not_found};
use crate::ui::route::{Route, SnapshotView};
use crate::ui::session::Session;

/// Props of [`SnapshotForm`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The register.
    pub register: Rc<Register>,
    /// What it acts through.
    pub session: Session,
    /// Which snapshot, or a new one.
    #[prop_or_default]
    pub id: Option<SnapshotId>,
}

/// The form for a snapshot.
#[component]
pub fn SnapshotForm(props: &Props) -> Html {
    let all = Route::Snapshots(SnapshotView::default());
    let place = props.id.map_or(all.clone(), Route::Snapshot);
    let known = props.id.and_then(|id| props.register.snapshot(id));
    let first = known.map(|snapshot| NameDraft { name: snapshot.name.clone() }).unwrap_or_default();
    let form = use_form(&props.session.world, &place, first);
    if props.id.is_some() && known.is_none() {
        return not_found();
    }
    let take = Button { kind: ButtonKind::Submit, label: "Take a snapshot".into(), ..Button::default() };
    html! {
        <form onsubmit={submit(props, &form)} novalidate=true>
            { form.head() }
            if known.is_some() {
                { heading("Rename a snapshot") }
            }
            { form.line("name", "Name of the snapshot", "For example, Board in March", |d| &mut d.name) }
            if known.is_some() {
                <p class="actions">{ form.save_or_cancel(&all) }</p>
            } else {
                { take.view() }
            }
        </form>
    }
}

fn submit(props: &Props, form: &Form<NameDraft>) -> Callback<SubmitEvent> {
    let props = props.clone();
    let check = |draft: &NameDraft| draft.check("Enter a name for the snapshot");
    form.on_submit(check, move |name| save(&props, name))
}

fn save(props: &Props, name: String) {
    let (register, world) = (&props.register, &props.session.world);
    let (today, now) = (world.clock.today(), world.clock.now());
    let (snapshot, said) = match props.id.and_then(|id| register.snapshot(id)) {
        Some(known) => {
            let said = format!("The snapshot {} is now called {name}", known.name);
            (renamed(known, &name, now), said)
        }
        None => {
            let said = format!("Took the snapshot {name}");
            (Snapshot::of(register, world.fresh_id(), &name, today, now), said)
        }
    };
    props.session.change(Change::SnapshotsPut(vec![snapshot]), said);
    go(&Route::Snapshots(SnapshotView::default()));
}
