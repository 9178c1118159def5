//! Tables on their way out: what there is, how much of it, and in which form it is wanted.

use std::rc::Rc;

use partnership_risk_core::exchange::outgoing::Outgoing;
use partnership_risk_core::register::Register;
use yew::prelude::{Html, html};

use crate::app::tasks::{self, TableForm};
use crate::ui::components::{Button, Head, TableRow, link, table};
use crate::ui::pages::heading;
use crate::ui::route::Route;
use crate::ui::session::Session;
use crate::ui::words::grouped;

/// Every table that can be taken out.
pub(super) fn export(register: Option<&Rc<Register>>, session: &Session) -> Html {
    let Some(register) = register else { return nothing() };
    html! {
        <>
            { heading("Export tables") }
            <p class="lead">{ "Take out any table of the register. What is exported as CSV can be imported again; texts that a spreadsheet would run as a formula are kept from it." }</p>
            { tables(register, session) }
            <p class="actions">{ everything(register, session) }</p>
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
    let heads = [Head::text("Table"), Head::number("Rows"), Head::buttons("Take it as")];
    let row = |which: &Outgoing| {
        let taking = |form| taking(register, session, *which, form);
        let ways = html! { <>{ taking(TableForm::Csv) }{ " " }{ taking(TableForm::Markdown) }</> };
        TableRow::new(vec![which.name().into(), grouped(which.sheet(register).rows.len()).into(), ways])
    };
    table("Tables", &heads, Outgoing::ALL.iter().map(row).collect())
}

fn taking(register: &Rc<Register>, session: &Session, which: Outgoing, form: TableForm) -> Html {
    let (register, world) = (register.clone(), session.world.clone());
    Button {
        label: form.name().into(),
        about: which.name().into(),
        on_press: (move |_| tasks::offer_table(&world, &register, which, form)).into(),
        ..Button::default()
    }
    .view()
}

fn everything(register: &Rc<Register>, session: &Session) -> Html {
    let (register, world) = (register.clone(), session.world.clone());
    Button {
        label: "All tables as one Markdown file".into(),
        on_press: (move |_| tasks::offer_tables(&world, &register)).into(),
        ..Button::default()
    }
    .view()
}
