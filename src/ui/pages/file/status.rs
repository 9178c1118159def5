//! In which file the register is kept, and whether everything is in it.

use std::rc::Rc;

use partnership_risk_core::register::Register;
use yew::prelude::{Html, html};

use crate::app::model::OwnFile;
use crate::app::tasks;
use crate::ui::session::Session;

/// In which file the register is kept, and since when.
pub(super) fn status(register: &Rc<Register>, own: Option<&OwnFile>, session: &Session) -> Html {
    let said = match own {
        Some(own) => in_file(register, own, session),
        None => handed_out(register, session),
    };
    html! { <p>{ said }</p> }
}

fn in_file(register: &Rc<Register>, own: &OwnFile, session: &Session) -> String {
    let name = &own.seen.file.name;
    let when = match own.written_at {
        Some(at) => format!("last written {}", session.world.clock.time_of_day(at)),
        None => "opened from there".to_owned(),
    };
    let all = if Rc::ptr_eq(register, &own.register) {
        "Everything here is in it."
    } else {
        "What you have changed since is not in it yet."
    };
    format!("This register belongs to {name}, {when}. {all}")
}

fn handed_out(register: &Register, session: &Session) -> String {
    match tasks::file_saved(&session.world, register) {
        Some(at) => format!("File saved {}.", tasks::days_ago(&session.world, at)),
        None => "This register has not been saved as a file yet.".to_owned(),
    }
}
