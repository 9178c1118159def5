//! All days in a row: how many risks stood at each level, and how high each category stood.

use std::rc::Rc;

use partnership_risk_core::catalogue::CategoryId;
use partnership_risk_core::register::{Register, Snapshot};
use partnership_risk_core::trend::LevelCounts;
use yew::prelude::{Html, html};

use crate::app::queries::snapshots::{Days, TrendDay};
use crate::ui::charts::{Bar, Part, Stacked, trend_line};
use crate::ui::components::table_frame;
use crate::ui::pages::shown::{category_name, level, shade};

/// All days in a row.
pub(super) fn over_time(register: &Register, today: &Rc<Snapshot>) -> Html {
    let days = Days::of(register, today);
    html! { <>{ levels(&days) }{ categories(register, &days) }</> }
}

pub(super) fn levels(days: &Days) -> Html {
    let days = days.levels();
    let name = "How many open risks stood at each level on each day";
    let picture = Stacked { name: name.into(), bars: days.iter().map(bar).collect() };
    html! {
        <section aria-labelledby="levels">
            <h2 id="levels">{ "Levels over time" }</h2>
            <p class="note">{ "Each bar is a day and its parts are open risks, from the highest level on the left to the lowest." }</p>
            { table_frame(name, picture.view()) }
            { table_frame("Levels over time", level_table(&days)) }
        </section>
    }
}

fn bar((name, counts): &(String, LevelCounts)) -> Bar {
    let levels = counts.matrix.levels().iter().zip(&counts.risks).rev();
    let part = |(level, count): (&partnership_risk_core::scale::Level, &usize)| Part {
        count: *count,
        shade: shade(level.tone).class(),
    };
    Bar { label: name.clone(), parts: levels.map(part).collect() }
}

fn level_table(days: &[(String, LevelCounts)]) -> Html {
    html! {
        <table class="table table--cards">
            <caption class="hidden">{ "Open risks at each level, day by day" }</caption>
            <thead>
                <tr>
                    <th scope="col">{ "Snapshot" }</th>
                    <th scope="col">{ "Day" }</th>
                    <th scope="col">{ "Open risks by level" }</th>
                    <th scope="col" class="table__number">{ "Not rated" }</th>
                </tr>
            </thead>
            <tbody>{ for days.iter().map(level_row) }</tbody>
        </table>
    }
}

/// One day; its levels are those of its own matrix.
fn level_row((name, counts): &(String, LevelCounts)) -> Html {
    let levels = counts.matrix.levels().iter().zip(&counts.risks).rev();
    html! {
        <tr>
            <th scope="row">{ name }</th>
            <td data-label="Day">{ counts.date.in_words() }</td>
            <td data-label="Open risks by level">
                for (of, count) in levels {
                    { level(of) }{ format!(" {count} ") }
                }
            </td>
            <td data-label="Not rated" class="table__number">{ counts.unrated }</td>
        </tr>
    }
}

fn categories(register: &Register, days: &Days) -> Html {
    let all = days.categories();
    if all.is_empty() {
        return Html::default();
    }
    let line = |id: &CategoryId| category_row(register, id, &days.category(id));
    let table = html! {
        <table class="table table--cards">
            <caption class="hidden">{ "Mean score of each category, day by day" }</caption>
            <thead>
                <tr>
                    <th scope="col">{ "Category" }</th>
                    <th scope="col">{ "Line" }</th>
                    <th scope="col">{ "Mean scores" }</th>
                </tr>
            </thead>
            <tbody>{ for all.iter().map(line) }</tbody>
        </table>
    };
    html! {
        <section aria-labelledby="categories">
            <h2 id="categories">{ "Categories over time" }</h2>
            <p class="note">{ "The mean of likelihood times impact over the open, rated risks of a category. A line is drawn against the highest score of the matrix of each day." }</p>
            { table_frame("Categories over time", table) }
        </section>
    }
}

fn category_row(register: &Register, id: &CategoryId, days: &[TrendDay]) -> Html {
    let name = category_name(register, id);
    let values: Vec<f64> = days.iter().map(|day| day.share).collect();
    let said: Vec<String> = days.iter().map(|day| format!("{} {}", day.name, day.said)).collect();
    html! {
        <tr>
            <th scope="row">{ name.clone() }</th>
            <td data-label="Line">{ trend_line(format!("Mean score of {name} over time"), &values) }</td>
            <td data-label="Mean scores">{ said.join(", ") }</td>
        </tr>
    }
}
