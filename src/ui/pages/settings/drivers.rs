//! The form for what several risks have in common: a name, how bad a bad year is, and which risks are pulled.

use std::rc::Rc;

use partnership_risk_core::register::{Change, DriverId, Organisation, Register, Risk};
use yew::prelude::{Callback, Html, SubmitEvent, component, html};

use super::{Props, to_all};
use crate::app::drafts::{DriverDraft, DriversDraft, driver_field};
use crate::app::queries::drivers::pulled;
use crate::ui::components::{TextField, link};
use crate::ui::pages::form::{Form, Rows, go, use_form};
use crate::ui::pages::heading;
use crate::ui::route::Route;
use crate::ui::words::count;

const ROWS: Rows<DriversDraft, DriverDraft> = Rows { id: "drivers", list: |d| &mut d.drivers };

/// The form for shared drivers.
#[component]
pub(super) fn DriversForm(props: &Props) -> Html {
    let first = DriversDraft::of(props.register.organisation());
    let form = use_form(&props.session.world, &Route::DriverSettings, first);
    let add = ROWS.add(&form, "Add a driver", DriverDraft::default, |at| driver_field(at, "name"));
    let rows = form.draft().drivers.iter().enumerate();
    html! {
        <form onsubmit={submit(props, &form)} novalidate=true>
            { to_all() }
            { form.head() }
            { heading("Shared drivers") }
            <p class="lead">{ "A driver makes the events of several risks likelier in the same year: a funding squeeze, a shortage of staff, a wave of cyber attacks, one supplier behind many services." }</p>
            <p>{ "Risks that share a driver have their bad years together. What you lose on average stays as it is; your worst years grow worse. Which risks a driver pulls, and how strongly, is said in the form of each risk, under what it could cost." }</p>
            if form.draft().drivers.is_empty() {
                <p>{ "You have none yet: risks are taken to be independent of one another." }</p>
            }
            <div id={ROWS.id} tabindex="-1">
                { for rows.map(|(at, draft)| fields(&props.register, &form, at, draft)) }
            </div>
            <p>{ add }</p>
            <p class="actions">{ form.save_or_cancel(&Route::Settings) }</p>
        </form>
    }
}

fn fields(register: &Register, form: &Form<DriversDraft>, at: usize, draft: &DriverDraft) -> Html {
    let name = TextField {
        id: driver_field(at, "name").into(),
        label: "Name".into(),
        value: draft.name.clone().into(),
        problem: form.problems().at(&driver_field(at, "name")),
        on_input: ROWS.changing(form, at, |row, text| row.name = text),
        ..TextField::default()
    };
    html! {
        <fieldset class="rule">
            <legend>{ format!("Driver {}", at + 1) }</legend>
            { name.view() }
            { bad_year(form, at, draft) }
            <output class="inset" for={driver_field(at, "bad-year")}>{ variance(register, draft) }</output>
            { remove(register, form, at, draft) }
        </fieldset>
    }
}

fn bad_year(form: &Form<DriversDraft>, at: usize, draft: &DriverDraft) -> Html {
    TextField {
        id: driver_field(at, "bad-year").into(),
        label: "In a bad year (one in ten), events come how many times as often?".into(),
        hint: "From 1.01 to 3, such as 2 for twice as many events as in an average year".into(),
        value: draft.bad_year.clone().into(),
        problem: form.problems().at(&driver_field(at, "bad-year")),
        number: true,
        on_input: ROWS.changing(form, at, |row, text| row.bad_year = text),
    }
    .view()
}

/// What is worked out from how bad a bad year is.
fn variance(register: &Register, draft: &DriverDraft) -> String {
    let factor = draft.factor(register.organisation());
    factor.map_or_else(
        || "The variance is shown here once the answer is complete.".to_owned(),
        |factor| format!("Variance {}, by a gamma law with mean 1", factor.variance()),
    )
}

/// The button that removes a driver, or the risks that keep it.
fn remove(register: &Register, form: &Form<DriversDraft>, at: usize, draft: &DriverDraft) -> Html {
    let risks = pulled(register, &DriverId::new(&draft.id));
    if draft.id.is_empty() || risks.is_empty() {
        return ROWS.remove(form, at, &format!("driver {}", at + 1));
    }
    let entry = |risk: &&Rc<Risk>| {
        html! { <li>{ link(Route::Risk(risk.id).to_string(), risk.title.clone()) }</li> }
    };
    html! {
        <>
            <p>{ format!("It stays while it pulls risks. It pulls {}:", count(risks.len(), "risk", "risks")) }</p>
            <ul>{ for risks.iter().map(entry) }</ul>
        </>
    }
}

fn submit(props: &Props, form: &Form<DriversDraft>) -> Callback<SubmitEvent> {
    let (register, session) = (props.register.clone(), props.session.clone());
    let check = move |draft: &DriversDraft| draft.check(&register);
    form.on_submit(check, move |organisation: Organisation| {
        let n = count(organisation.drivers.len(), "shared driver", "shared drivers");
        session.change(Change::OrganisationSet(organisation), format!("Saved {n}"));
        go(&Route::Settings);
    })
}
