//! What every row would become, and everything that is wrong.

use std::rc::Rc;

use partnership_risk_core::exchange::Severity;
use partnership_risk_core::exchange::columns::Field;
use partnership_risk_core::exchange::import::{Fate, Finding, Mapping, Preview, RowFate};
use partnership_risk_core::exchange::table::Table;
use yew::prelude::{Html, Properties, component, html};

use super::scales::sentence;
use crate::ui::components::{Banner, BannerKind, Disclosure};
use crate::ui::words::{count, grouped};

/// The most findings and rows that are listed; the rest are counted.
const MOST_LISTED: usize = 200;

/// Props of [`Fates`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct Props {
    /// The file.
    pub table: Rc<Table>,
    /// What it is taken to mean.
    pub mapping: Rc<Mapping>,
    /// What would come of it.
    pub preview: Rc<Preview>,
}

/// What every row would become.
#[component]
pub fn Fates(props: &Props) -> Html {
    let preview = &props.preview;
    let problems = preview.findings.count(Severity::Problem);
    let notices = preview.findings.count(Severity::Notice);
    html! {
        <section aria-labelledby="fates">
            <h2 id="fates">{ heading(preview, problems) }</h2>
            if problems > 0 {
                <Banner kind={BannerKind::Trouble} title="Nothing can be imported yet">
                    <p>{ "Correct the columns and scales above, or put the file right and choose it again. Your register is unchanged." }</p>
                    { findings(preview.problems(), problems) }
                </Banner>
            }
            if notices > 0 {
                <h3>{ "Worth a look" }</h3>
                { findings(preview.notices(), notices) }
            }
            { rows(props) }
        </section>
    }
}

fn heading(preview: &Preview, n_problems: usize) -> String {
    let rows = count(preview.rows.len(), "row", "rows");
    match n_problems {
        0 => format!("{} of {rows} will be added", grouped(preview.added())),
        n => format!("{} in {rows}", count(n, "problem", "problems")),
    }
}

/// The first findings, and how many more there are of `n` in all.
fn findings<'a>(findings: impl Iterator<Item = &'a Finding>, n: usize) -> Html {
    let more = n.saturating_sub(MOST_LISTED);
    html! {
        <ul class="findings">
            for finding in findings.take(MOST_LISTED) {
                <li>{ sentence(&finding.to_string()) }</li>
            }
            if more > 0 {
                <li>{ format!("And {} more.", grouped(more)) }</li>
            }
        </ul>
    }
}

fn rows(props: &Props) -> Html {
    let rows = &props.preview.rows;
    if rows.is_empty() {
        return Html::default();
    }
    let title = props.mapping.column_of(Field::Title);
    let more = rows.len().saturating_sub(MOST_LISTED);
    html! {
        <Disclosure summary="What becomes of each row">
            <div class="table-scroll" tabindex="0" role="region" aria-label="What becomes of each row">
                <table class="table">
                    <caption class="hidden">{ "What becomes of each row" }</caption>
                    <thead>
                        <tr>
                            <th scope="col" class="table__number">{ "Row" }</th>
                            <th scope="col">{ "Risk" }</th>
                            <th scope="col">{ "What becomes of it" }</th>
                        </tr>
                    </thead>
                    <tbody>
                        for (index, row) in rows.iter().enumerate().take(MOST_LISTED) {
                            <tr key={index}>
                                <td class="table__number">{ row.row }</td>
                                <td>{ title.map(|column| props.table.cell(index, column).to_owned()).unwrap_or_default() }</td>
                                <td>{ fate(row) }</td>
                            </tr>
                        }
                    </tbody>
                </table>
            </div>
            if more > 0 {
                <p>{ format!("And {} more rows.", grouped(more)) }</p>
            }
        </Disclosure>
    }
}

fn fate(row: &RowFate) -> String {
    match row.fate {
        Fate::Added => "Added".to_owned(),
        Fate::LeftOut(reason) => format!("Left out: {}", reason.reason()),
        Fate::Faulty => "Has a problem".to_owned(),
    }
}
