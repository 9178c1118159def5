//! Controls as a table: those on one risk with what they do to it, or all with how many risks they serve.

use std::rc::Rc;

use partnership_risk_core::register::{Control, Effect};
use yew::prelude::{Html, html};

use super::effect::effect_in_words;
use crate::ui::components::{Link, table_frame};
use crate::ui::route::{Route, link_id};
use crate::ui::words::count;

/// Controls as a table, each with what it does to the one risk that they are shown for, if there is one.
pub(in crate::ui::pages::register) fn control_table(
    caption: &'static str,
    controls: &[(Rc<Control>, Option<Effect>)],
) -> Html {
    let is_of_risk = controls.iter().any(|(_, effect)| effect.is_some());
    let last = if is_of_risk { "What it does" } else { "Risks it serves" };
    let table = html! {
        <table class="table table--cards">
            <caption class="hidden">{ caption }</caption>
            <thead>
                <tr>
                    <th scope="col">{ "Control" }</th>
                    <th scope="col">{ "Type" }</th>
                    <th scope="col">{ "State" }</th>
                    <th scope="col">{ "Owner" }</th>
                    <th scope="col">{ last }</th>
                </tr>
            </thead>
            <tbody>
                for (control, effect) in controls {
                    { row(control, effect.as_ref(), last) }
                }
            </tbody>
        </table>
    };
    table_frame(caption, table)
}

fn row(control: &Control, effect: Option<&Effect>, last: &'static str) -> Html {
    let name = Link {
        id: Some(link_id(&control.id.to_string()).into()),
        to: Route::Control(control.id).to_string().into(),
        text: control.name.clone().into(),
        ..Link::default()
    };
    let does = effect.map_or_else(|| served(control), effect_in_words);
    html! {
        <tr>
            <th scope="row">{ name.view() }</th>
            <td data-label="Type">{ control.kind.name() }</td>
            <td data-label="State">{ control.state.name() }</td>
            <td data-label="Owner">{ &control.owner }</td>
            <td data-label={last}>{ does }</td>
        </tr>
    }
}

fn served(control: &Control) -> String {
    match control.effects.len() {
        0 => "None yet".to_owned(),
        n => count(n, "risk", "risks"),
    }
}
