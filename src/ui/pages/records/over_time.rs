//! All days in a row: how many risks stood at each level, and how high each category stood.

use std::rc::Rc;

use partnership_risk_core::catalogue::CategoryId;
use partnership_risk_core::register::{Register, Snapshot};
use partnership_risk_core::trend::LevelCounts;
use yew::prelude::{Html, html};

use crate::app::queries::snapshots::{Days, TrendDay, day_by_day};
use crate::ui::charts::{Bar, Part, Stacked, trend_line};
use crate::ui::components::{Head, TableRow, table, table_frame};
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
            { level_table(&days) }
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
    let heads = [
        Head::text("Snapshot"),
        Head::text("Day"),
        Head::text("Open risks by level"),
        Head::number("Not rated"),
    ];
    table("Open risks at each level, day by day", &heads, days.iter().map(level_row).collect())
}

/// One day; its levels are those of its own matrix.
fn level_row((name, counts): &(String, LevelCounts)) -> TableRow {
    let levels = counts.matrix.levels().iter().zip(&counts.risks).rev();
    let levels = levels.map(|(of, count)| html! { <>{ level(of) }{ format!(" {count} ") }</> });
    TableRow::new(vec![name.into(), counts.date.in_words().into(), levels.collect(), counts.unrated.into()])
}

fn categories(register: &Register, days: &Days) -> Html {
    let all = days.categories();
    if all.is_empty() {
        return Html::default();
    }
    let line = |id: &CategoryId| category_row(register, id, &days.category(id));
    let heads = ["Category", "Line", "Mean scores"].map(Head::text);
    let table = table("Mean score of each category, day by day", &heads, all.iter().map(line).collect());
    html! {
        <section aria-labelledby="categories">
            <h2 id="categories">{ "Categories over time" }</h2>
            <p class="note">{ "The mean of likelihood times impact over the open, rated risks of a category. A line is drawn against the highest score of the matrix of each day." }</p>
            { table }
        </section>
    }
}

fn category_row(register: &Register, id: &CategoryId, days: &[TrendDay]) -> TableRow {
    let name = category_name(register, id);
    let values: Vec<f64> = days.iter().map(|day| day.share).collect();
    let line = trend_line(format!("Mean score of {name} over time"), &values);
    TableRow::of(id, vec![name.into(), line, day_by_day(days).into()])
}
