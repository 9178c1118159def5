//! Which sheet of a workbook is wanted, and what is odd about it.

use std::rc::Rc;

use partnership_risk_core::register::Register;
use partnership_risk_sheets::workbook::Workbook;
use yew::prelude::{Callback, Html, html};

use crate::app::model::Import;
use crate::app::queries::workbooks::filled;
use crate::app::tasks;
use crate::ui::components::{Choice, ChoiceItem};
use crate::ui::session::Session;
use crate::ui::words::sentence;

/// The choice, where several sheets have something in them; nothing for a file of text.
pub(super) fn sheet_choice(import: &Import, register: Option<&Rc<Register>>, session: &Session) -> Html {
    let Some((workbook, place)) = &import.workbook else { return html! {} };
    html! {
        <>
            if filled(workbook).nth(1).is_some() {
                { choice(workbook, *place, choosing(import, register, session)) }
            }
            { remarks(workbook, *place) }
        </>
    }
}

fn choice(workbook: &Workbook, place: usize, on_choose: Callback<String>) -> Html {
    let item = |place: usize| ChoiceItem::new(place.to_string(), workbook.sheets[place].name.clone());
    Choice {
        id: "sheet".into(),
        label: "Sheet".into(),
        hint: "One at a time; sheets with nothing in them are not listed".into(),
        value: place.to_string().into(),
        items: filled(workbook).map(item).collect(),
        on_choose,
        ..Choice::default()
    }
    .view()
}

fn choosing(import: &Import, register: Option<&Rc<Register>>, session: &Session) -> Callback<String> {
    let (import, register, session) = (import.clone(), register.cloned(), session.clone());
    Callback::from(move |chosen: String| {
        if let Ok(place) = chosen.parse() {
            session.tell(tasks::choose_sheet(&session.world, register.as_ref(), &import, place));
        }
    })
}

fn remarks(workbook: &Workbook, place: usize) -> Html {
    let remarks = workbook.sheets.get(place).map_or(&[][..], |sheet| &sheet.remarks);
    if remarks.is_empty() {
        return html! {};
    }
    html! {
        <ul class="inset">
            for remark in remarks {
                <li>{ sentence(&remark.to_string()) }</li>
            }
        </ul>
    }
}
