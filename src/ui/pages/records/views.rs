//! The views that have a name: to open, to rename, to delete.

use std::rc::Rc;

use partnership_risk_core::register::{Register, SavedView};
use yew::prelude::{Html, html};

use super::view_form::ViewForm;
use crate::app::edits::views::without;
use crate::ui::components::{Button, ButtonKind, disclosure, link};
use crate::ui::focus;
use crate::ui::pages::heading;
use crate::ui::route::{RiskView, Route};
use crate::ui::session::Session;

/// The views that have a name.
pub(super) fn views(register: &Rc<Register>, session: &Session) -> Html {
    let all = register.views();
    html! {
        <>
            { heading("Saved views") }
            if all.is_empty() {
                <p>{ "None yet. Filter the risks, then choose \u{201c}Save this view\u{201d} below the filters: the view then stands here under its name." }</p>
                <p>{ link(Route::Risks(RiskView::default()).to_string(), "Go to the risks") }</p>
            } else {
                <ul class="task-list" id="views" tabindex="-1">
                    { for all.iter().enumerate().map(|(place, view)| line(register, place, view, session)) }
                </ul>
            }
        </>
    }
}

fn line(register: &Rc<Register>, place: usize, view: &SavedView, session: &Session) -> Html {
    let delete = {
        let (register, session) = (register.clone(), session.clone());
        let said = format!("Deleted the view {}. Undo brings it back.", view.name);
        move |_| {
            focus::after_render("views");
            session.change(without(&register, place), said.clone());
        }
    };
    let delete = Button {
        kind: ButtonKind::Quiet,
        label: format!("Delete {}", view.name).into(),
        on_press: delete.into(),
        changes: true,
        ..Button::default()
    };
    let key = format!("{place} {}", view.name);
    let form = html! { <ViewForm {key} register={register.clone()} session={session.clone()} {place} /> };
    html! {
        <li class="task-list__item">
            { link(Route::at(&view.address).to_string(), view.name.clone()) }
            { " " }
            { delete.view() }
            { disclosure(format!("Rename {}", view.name), form) }
        </li>
    }
}
