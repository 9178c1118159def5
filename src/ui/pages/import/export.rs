//! Tables on their way out: what there is, how much of it, which of it comes in again, and in which form it is wanted.

use std::rc::Rc;

use partnership_risk_core::exchange::outgoing::Outgoing;
use partnership_risk_core::register::Register;
use yew::prelude::{Html, html};

use super::at_work::at_work;
use crate::app::event::Event;
use crate::app::model::Model;
use crate::app::tasks::{self, TableForm};
use crate::ui::components::{Button, Head, TableRow, link, table};
use crate::ui::pages::heading;
use crate::ui::route::Route;
use crate::ui::session::Session;
use crate::ui::words::grouped;

/// Every table that can be taken out.
pub(super) fn export(model: &Model, session: &Session) -> Html {
    let Some(register) = &model.register else { return nothing() };
    html! {
        <>
            { heading("Export tables") }
            <p class="lead">{ "Take out any table of the register. Six of them can be imported again, from Excel or from CSV; the others are to be read. Texts that a spreadsheet would run as a formula are kept from it." }</p>
            <p class="actions">{ everything(register, session) }</p>
            { at_work(model, session) }
            { tables(register, session) }
        </>
    }
}

fn nothing() -> Html {
    html! {
        <>
            { heading("Export tables") }
            <p>{ "There is nothing to export yet. " }{ link(Route::Overview.to_string(), "Begin a register") }</p>
        </>
    }
}

fn tables(register: &Rc<Register>, session: &Session) -> Html {
    let heads = [
        Head::text("Table"),
        Head::number("Rows"),
        Head::text("Can be imported again"),
        Head::buttons("Take it as"),
    ];
    let rows = Outgoing::ALL.iter().map(|which| row(register, session, *which)).collect();
    table("Tables", &heads, rows)
}

fn row(register: &Rc<Register>, session: &Session, which: Outgoing) -> TableRow {
    let rows = grouped(which.sheet(register).rows.len());
    let again = if which.read_again().is_some() { "Yes" } else { "No" };
    let ways = html! {
        for form in TableForm::ALL {
            { taking(register, session, which, form) }
            { " " }
        }
    };
    TableRow::new(vec![which.name().into(), rows.into(), again.into(), ways])
}

fn taking(register: &Rc<Register>, session: &Session, which: Outgoing, form: TableForm) -> Html {
    let (register, session) = (register.clone(), session.clone());
    let on_press = move |_| tasks::offer_table(&session.world, &register, which, form, telling(&session));
    Button {
        label: form.name().into(),
        about: which.name().into(),
        on_press: on_press.into(),
        ..Button::default()
    }
    .view()
}

fn telling(session: &Session) -> impl Fn(Event) + 'static {
    let session = session.clone();
    move |event| session.tell(event)
}

fn everything(register: &Rc<Register>, session: &Session) -> Html {
    let workbook = {
        let (register, session) = (register.clone(), session.clone());
        move |_| tasks::offer_workbook(&session.world, &register, telling(&session))
    };
    let text = {
        let (register, world) = (register.clone(), session.world.clone());
        move |_| tasks::offer_tables(&world, &register)
    };
    let workbook = Button {
        label: "All tables as one Excel workbook".into(),
        on_press: workbook.into(),
        ..Button::default()
    };
    let text = Button {
        label: "All tables as one Markdown file".into(),
        on_press: text.into(),
        ..Button::default()
    };
    html! { <>{ workbook.view() }{ text.view() }</> }
}
