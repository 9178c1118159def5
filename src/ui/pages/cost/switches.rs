//! Controls that can be switched for the sake of the question: what would a year cost without this one, or with that one
//! that is only planned?

use yew::prelude::{Callback, Html, html};

use crate::app::queries::cost::{CostView, Switch, YearOfLosses};
use crate::ui::components::{Tick, link};
use crate::ui::location::go;
use crate::ui::route::Route;
use crate::ui::words::pounds;

/// The switches; nothing where no control cuts anything.
pub(super) fn switches(view: &CostView, year: &YearOfLosses) -> Html {
    if year.switches.is_empty() {
        return html! { <p class="note">{ "No control says yet by how much it makes these risks rarer or cheaper. " }{ link(Route::Controls(Default::default()).to_string(), "All controls") }</p> };
    }
    html! {
        <section aria-labelledby="switches">
            <h2 id="switches">{ "What if a control did not work, or one more did?" }</h2>
            <p class="note">{ "Tick the controls that are to count. The curve and every figure follow at once; nothing in the register changes." }</p>
            <fieldset class="switches">
                <legend class="hidden">{ "Controls that count" }</legend>
                { for year.switches.iter().map(|switch| tick(view, switch)) }
            </fieldset>
            <p role="status">{ difference(year) }</p>
            if year.switched.is_some() {
                <p>{ link(Route::Cost(CostView { switched: Vec::new(), ..view.clone() }).to_string(), "As they are today") }</p>
            }
        </section>
    }
}

fn tick(view: &CostView, switch: &Switch) -> Html {
    let (view, id) = (view.clone(), switch.id);
    let state = if switch.is_operating { "" } else { " (not operating)" };
    Tick {
        id: format!("switch-{id}").into(),
        label: [&*switch.name, state].concat().into(),
        is_ticked: switch.is_on,
        on_change: Callback::from(move |_| go(&Route::Cost(view.clone().with_switched(id)))),
        ..Tick::default()
    }
    .view()
}

/// What the switches change, in one sentence.
fn difference(year: &YearOfLosses) -> String {
    let Some(switched) = &year.switched else {
        let saved = year.before.loss.mean() - year.today.loss.mean();
        return format!("The controls that operate save {} a year on average.", pounds(saved));
    };
    let more = switched.loss.mean() - year.today.loss.mean();
    let worst = switched.loss.quantile(0.95).best - year.today.loss.quantile(0.95).best;
    format!("As switched, a year costs {} on average, and one year in twenty {}.", said(more), said(worst))
}

fn said(more: f64) -> String {
    if more.abs() < 0.5 {
        return "the same".to_owned();
    }
    format!("{} {}", pounds(more.abs()), if more > 0.0 { "more" } else { "less" })
}
