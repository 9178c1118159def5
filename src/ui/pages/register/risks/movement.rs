//! How the risks shown moved from before controls to today, and where they are to go: a table for those
//! who ask.

use std::rc::Rc;

use partnership_risk_core::register::{Register, Risk, Stage};
use partnership_risk_core::scale::decimal;
use yew::prelude::{Callback, Html, html};

use crate::app::queries::movement::{Leg, Movement, movement_of};
use crate::app::queries::risk_table::Row;
use crate::ui::components::{Opening, link, table_frame};
use crate::ui::route::Route;
use crate::ui::words::sentence_case;

/// How the risks shown moved; nothing where none has two ratings.
pub(super) fn movement(register: &Rc<Register>, shown: &[Row]) -> Html {
    if shown.iter().all(|row| movement_of(&row.risk).is_none()) {
        return Html::default();
    }
    let (register, shown) = (register.clone(), shown.to_vec());
    let content = Callback::from(move |()| table(&register, &moved(&shown)));
    html! { <Opening summary="How these risks move from rating to rating" {content} /> }
}

fn moved(shown: &[Row]) -> Vec<(&Risk, Movement)> {
    shown.iter().filter_map(|row| Some((&*row.risk, movement_of(&row.risk)?))).collect()
}

fn table(register: &Register, moved: &[(&Risk, Movement)]) -> Html {
    let table = html! {
        <table class="table table--cards">
            <caption class="hidden">{ "From inherent to current to target rating" }</caption>
            <thead>
                <tr>
                    <th scope="col">{ "Risk" }</th>
                    <th scope="col">{ "Ratings" }</th>
                    <th scope="col">{ "Inherent to current" }</th>
                    <th scope="col">{ "Current to target" }</th>
                </tr>
            </thead>
            <tbody>
                for (risk, movement) in moved {
                    <tr>
                        <th scope="row">{ link(Route::Risk(risk.id).to_string(), risk.title.clone()) }</th>
                        <td data-label="Ratings">{ ratings(register, risk) }</td>
                        <td data-label="Inherent to current">{ leg(movement.so_far) }</td>
                        <td data-label="Current to target">{ leg(movement.to_come) }</td>
                    </tr>
                }
            </tbody>
        </table>
    };
    table_frame("How the risks move", table)
}

/// The levels in order, with arrows between them.
pub(super) fn ratings(register: &Register, risk: &Risk) -> String {
    let level = |stage: Stage| {
        let score = register.score_at(risk, stage);
        score.map_or("not rated", |score| &*register.matrix().level(score).name)
    };
    Stage::ALL.map(level).join(" \u{2192} ")
}

/// How far, in words.
fn leg(leg: Option<Leg>) -> String {
    match leg {
        None => "Not known".to_owned(),
        Some(Leg { likelihood: 0, impact: 0 }) => "Stays where it is".to_owned(),
        Some(leg) => {
            let parts = [along("likelihood", leg.likelihood), along("impact", leg.impact)];
            sentence_case(&parts.into_iter().flatten().collect::<Vec<_>>().join(", "))
        }
    }
}

fn along(axis: &str, thousandths: i32) -> Option<String> {
    let steps = decimal::short(f64::from(thousandths.abs()) / 1000.0, 3);
    let unit = if steps == "1" { "step" } else { "steps" };
    match thousandths {
        0 => None,
        1.. => Some(format!("{axis} up {steps} {unit}")),
        _ => Some(format!("{axis} down {steps} {unit}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_way_is_said_in_steps_and_direction() {
        for (likelihood, impact, said) in [
            (-1000, 0, "Likelihood down 1 step"),
            (-1500, 2000, "Likelihood down 1.5 steps, impact up 2 steps"),
            (0, 0, "Stays where it is"),
        ] {
            assert_eq!(leg(Some(Leg { likelihood, impact })), said);
        }
        assert_eq!(leg(None), "Not known");
    }
}
