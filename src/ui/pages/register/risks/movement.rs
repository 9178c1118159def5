//! How the risks shown moved from before controls to today, and where they are to go: a table for those
//! who ask.

use std::rc::Rc;

use partnership_risk_core::decimal;
use partnership_risk_core::register::{Register, Risk, Stage};
use yew::prelude::{Callback, Html, html};

use crate::app::queries::movement::{Leg, movement_of};
use crate::app::queries::risk_table::Row;
use crate::ui::components::{Head, Opening, TableRow, link, table};
use crate::ui::route::Route;
use crate::ui::words::sentence_case;

/// How the risks shown moved; nothing where none has two ratings.
pub(super) fn movement(register: &Rc<Register>, shown: &[Row]) -> Html {
    if shown.iter().all(|row| movement_of(&row.risk).is_none()) {
        return Html::default();
    }
    let (register, shown) = (register.clone(), shown.to_vec());
    let content = Callback::from(move |()| move_table(&register, &shown));
    html! { <Opening summary="How these risks move from rating to rating" {content} /> }
}

fn move_table(register: &Register, shown: &[Row]) -> Html {
    let row = |Row { risk, .. }: &Row| {
        let movement = movement_of(risk)?;
        let cells = vec![
            link(Route::Risk(risk.id).to_string(), risk.title.clone()),
            ratings(register, risk).into(),
            leg(movement.so_far).into(),
            leg(movement.to_come).into(),
        ];
        Some(TableRow::of(risk.id, cells))
    };
    let heads = ["Risk", "Ratings", "Inherent to current", "Current to target"].map(Head::text);
    table("From inherent to current to target rating", &heads, shown.iter().filter_map(row).collect())
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
