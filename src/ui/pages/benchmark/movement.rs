//! How far apart what both tables hold stands in them, farthest first.

use partnership_risk_core::decimal;
use partnership_risk_core::league::comparison::Movement;
use yew::prelude::{Html, html};

use super::survey_facts::short_name;
use crate::app::queries::benchmark::{Benchmark, farthest_first};
use crate::ui::components::{Head, TableRow, disclosure, table};

/// How far apart the places are.
pub(super) fn movement(benchmark: &Benchmark) -> Html {
    let movements = farthest_first(&benchmark.comparison.movements);
    if movements.is_empty() {
        return Html::default();
    }
    let heads = [
        Head::text("Category"),
        Head::number("Your place"),
        Head::number("Its place there"),
        Head::text("What it is called there"),
        Head::text("Among what both hold"),
    ];
    html! {
        <section aria-labelledby="movement">
            <h2 id="movement">{ finding(&movements, &short_name(&benchmark.survey)) }</h2>
            { table("Places of what both tables hold", &heads, movements.iter().map(row).collect()) }
            { disclosure("How places are compared", explained()) }
        </section>
    }
}

/// By how many places a thing stands higher in our table, among what both hold; below nought where it is lower.
fn higher_here(movement: &Movement) -> f64 {
    movement.among_shared.1 - movement.among_shared.0
}

fn finding(movements: &[Movement], survey: &str) -> String {
    let farthest = &movements[0];
    let label = &farthest.labels.0;
    if movements.len() == 1 {
        return format!("Only {label} stands in {survey} as well");
    }
    match higher_here(farthest) {
        up if up > 0.0 => {
            format!("Among what both hold, {label} stands furthest above its place in {survey}")
        }
        down if down < 0.0 => {
            format!("Among what both hold, {label} stands furthest below its place in {survey}")
        }
        _ => format!("What both hold stands in the same order in {survey}"),
    }
}

fn row(movement: &Movement) -> TableRow {
    let (ours, theirs) = &movement.labels;
    TableRow::new(vec![
        ours.to_string().into(),
        movement.printed.0.into(),
        movement.printed.1.into(),
        theirs.to_string().into(),
        places_apart(higher_here(movement)).into(),
    ])
}

/// A difference of places in words.
fn places_apart(higher_here: f64) -> String {
    let n = decimal::short(higher_here.abs(), 1);
    let places = if n == "1" { "1 place".to_owned() } else { format!("{n} places") };
    match higher_here {
        up if up > 0.0 => format!("{places} higher with you"),
        down if down < 0.0 => format!("{places} lower with you"),
        _ => "the same place".to_owned(),
    }
}

fn explained() -> Html {
    html! {
        <p>{ "The two tables hold different numbers of things, so that their printed places cannot be taken from one another. In the last column only what both hold is put in order, from 1 on, and things of one place share the mean of the places that they take up." }</p>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_of_places_is_told_from_our_side() {
        for (difference, said) in [
            (0.0, "the same place"),
            (1.0, "1 place higher with you"),
            (-1.0, "1 place lower with you"),
            (2.5, "2.5 places higher with you"),
        ] {
            assert_eq!(places_apart(difference), said);
        }
    }
}
