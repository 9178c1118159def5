//! The reminder that work should be in a file from time to time: calm, and once a week.

use std::rc::Rc;

use partnership_risk_core::register::Register;
use yew::prelude::{Callback, Html, Properties, component, html, use_memo, use_state};

use crate::app::model::Keeping;
use crate::app::tasks;
use crate::ui::components::{BannerKind, Button, ButtonKind, banner, link};
use crate::ui::focus;
use crate::ui::route::Route;
use crate::ui::session::Session;

/// Props of [`FileReminder`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct FileReminderProps {
    pub register: Rc<Register>,
    pub keeping: Keeping,
    pub session: Session,
}

/// Says for how long changes have been in this browser only, once that is a week.
#[component]
pub(super) fn FileReminder(props: &FileReminderProps) -> Html {
    let is_put_off = use_state(|| false);
    let depends_on = (props.register.clone(), props.keeping.clone(), *is_put_off);
    let waiting = use_memo(depends_on, |_| tasks::file_overdue(&props.session.world));
    let Some(days) = *waiting else { return Html::default() };
    let put_off = {
        let (world, is_put_off) = (props.session.world.clone(), is_put_off.clone());
        Callback::from(move |_| {
            tasks::put_off_file(&world);
            focus::after_render("main");
            is_put_off.set(true);
        })
    };
    let later = Button {
        kind: ButtonKind::Quiet,
        label: "Remind me in a week".into(),
        on_press: put_off,
        ..Button::default()
    };
    let content = html! {
        <>
            <p>{ format!("For {days} days your changes have been in this browser only. A file outlasts a browser that is cleared and a computer that fails.") }</p>
            <p>{ link(Route::File.to_string(), "Save a file") }</p>
            { later.view() }
        </>
    };
    banner(BannerKind::Done, "It is time to save a file", content)
}
