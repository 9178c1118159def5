//! Controls as a table: those on one risk with what they do to it, or all with how many risks they serve.

use std::rc::Rc;

use partnership_risk_core::register::{Control, Effect};
use yew::prelude::{AttrValue, Html};

use super::effect::effect_in_words;
use crate::ui::components::{Head, TableRow, table};
use crate::ui::pages::shown::entry_link;
use crate::ui::route::Route;
use crate::ui::words::count;

/// Controls as a table, each with what it does to the one risk that they are shown for, if there is one.
pub(in crate::ui::pages::register) fn control_table(
    caption: impl Into<AttrValue>,
    controls: &[(Rc<Control>, Option<Effect>)],
) -> Html {
    let is_of_risk = controls.iter().any(|(_, effect)| effect.is_some());
    let last = if is_of_risk { "What it does" } else { "Risks it serves" };
    let heads = ["Control", "Type", "State", "Owner", last].map(Head::text);
    table(caption, &heads, controls.iter().map(|(control, effect)| row(control, effect.as_ref())).collect())
}

fn row(control: &Control, effect: Option<&Effect>) -> TableRow {
    let cells = vec![
        entry_link(&Route::Control(control.id), control.name.clone()),
        control.kind.name().into(),
        control.state.name().into(),
        (&control.owner).into(),
        effect.map_or_else(|| served(control), effect_in_words).into(),
    ];
    TableRow::of(control.id, cells)
}

fn served(control: &Control) -> String {
    match control.effects.len() {
        0 => "None yet".to_owned(),
        n => count(n, "risk", "risks"),
    }
}
