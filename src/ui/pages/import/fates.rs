//! What every row would become, and everything that is wrong.

use partnership_risk_core::exchange::Severity;
use partnership_risk_core::exchange::import::{Fate, Finding, Preview, RowFate};
use yew::prelude::{Html, html};

use crate::app::model::Import;
use crate::ui::components::{BannerKind, banner, disclosure, table_frame};
use crate::ui::words::{count, grouped, sentence};

/// The most findings and rows that are listed; the rest are counted.
const MOST_LISTED: usize = 200;

/// What every row would become.
pub(super) fn fates(import: &Import, preview: &Preview) -> Html {
    let problems = preview.findings.count(Severity::Problem);
    let notices = preview.findings.count(Severity::Notice);
    html! {
        <section aria-labelledby="fates">
            <h2 id="fates">{ title(preview, problems) }</h2>
            if problems > 0 {
                { in_the_way(findings(import, preview.problems(), problems)) }
            }
            if notices > 0 {
                <h3>{ "Worth a look" }</h3>
                { findings(import, preview.notices(), notices) }
            }
            if !preview.rows.is_empty() {
                { disclosure("What becomes of each row", rows(import, preview)) }
            }
        </section>
    }
}

fn in_the_way(problems: Html) -> Html {
    let content = html! {
        <>
            <p>{ "Correct the columns and scales above, or put the file right and choose it again. Your register is unchanged." }</p>
            { problems }
        </>
    };
    banner(BannerKind::Trouble, "Nothing can be imported yet", content)
}

fn title(preview: &Preview, n_problems: usize) -> String {
    let rows = count(preview.rows.len(), "row", "rows");
    match n_problems {
        0 => format!("{} of {rows} will be added", grouped(preview.added())),
        n => format!("{} in {rows}", count(n, "problem", "problems")),
    }
}

/// The first findings, and how many more there are of `n` in all.
fn findings<'a>(import: &Import, findings: impl Iterator<Item = &'a Finding>, n: usize) -> Html {
    let more = n.saturating_sub(MOST_LISTED);
    html! {
        <ul class="findings">
            for finding in findings.take(MOST_LISTED) {
                <li>{ sentence(&finding.told_of(&import.table)) }</li>
            }
            if more > 0 {
                <li>{ format!("And {} more.", grouped(more)) }</li>
            }
        </ul>
    }
}

fn rows(import: &Import, preview: &Preview) -> Html {
    let more = preview.rows.len().saturating_sub(MOST_LISTED);
    html! {
        <>
            { table_frame("What becomes of each row", row_table(import, preview)) }
            if more > 0 {
                <p>{ format!("And {} more rows.", grouped(more)) }</p>
            }
        </>
    }
}

fn row_table(import: &Import, preview: &Preview) -> Html {
    let title = import.mapping.naming_column();
    let name = |row: usize| title.map(|column| import.table.cell(row, column).to_owned()).unwrap_or_default();
    html! {
        <table class="table">
            <caption class="hidden">{ "What becomes of each row" }</caption>
            <thead>
                <tr>
                    <th scope="col" class="table__number">{ "Row" }</th>
                    <th scope="col">{ import.mapping.kind.one_word() }</th>
                    <th scope="col">{ "What becomes of it" }</th>
                </tr>
            </thead>
            <tbody>
                for (index, row) in preview.rows.iter().enumerate().take(MOST_LISTED) {
                    <tr>
                        <td class="table__number">{ row.row }</td>
                        <td>{ name(index) }</td>
                        <td>{ fate(row) }</td>
                    </tr>
                }
            </tbody>
        </table>
    }
}

fn fate(row: &RowFate) -> String {
    match row.fate {
        Fate::Added => "Added".to_owned(),
        Fate::LeftOut(reason) => format!("Left out: {}", reason.reason()),
        Fate::Faulty => "Has a problem".to_owned(),
    }
}
