//! Where to look first: how much the live partnerships matter against how well they are run, as a table
//! whose corner is the work list.

use partnership_risk_core::register::{Rank, Register};
use yew::prelude::{Html, html};

use crate::app::queries::attention::{Attention, HealthBand, RANKS};
use crate::app::queries::partnerships::{PartnershipFilter, PartnershipLine};
use crate::ui::components::{Head, Link, TableRow, disclosure, table, table_frame};
use crate::ui::pages::shown::{entry_link, health, health_band_name, level};
use crate::ui::route::Route;
use crate::ui::words::count;

/// The work list, and the table whose corner it is.
pub(super) fn attention_table(register: &Register, attention: &Attention) -> Html {
    html! {
        <>
            <section aria-labelledby="first">
                <h2 id="first">{ finding(attention) }</h2>
                if !attention.first.is_empty() {
                    { work_list(register, &attention.first) }
                }
            </section>
            <section aria-labelledby="all">
                <h2 id="all">{ "Significance against health" }</h2>
                { table_frame("Live partnerships by significance and health", counts(attention)) }
                { how() }
            </section>
        </>
    }
}

/// The finding, as the list's title.
fn finding(attention: &Attention) -> String {
    match attention.first.len() {
        0 if attention.counts[0] == [0; 4] => "No partnership is major by your criteria".to_owned(),
        0 => "Every major partnership is checked, and none is weak".to_owned(),
        n => {
            let verb = if n == 1 { "is weak or was" } else { "are weak or were" };
            format!("{} {verb} never checked", count(n, "major partnership", "major partnerships"))
        }
    }
}

fn work_list(register: &Register, lines: &[PartnershipLine]) -> Html {
    let heads = ["Partnership", "Health", "Who is in charge", "Gravest risk"].map(Head::text);
    let rows = lines.iter().map(|line| work(register, line)).collect();
    table("Major partnerships that are weak or were never checked", &heads, rows)
}

fn work(register: &Register, line: &PartnershipLine) -> TableRow {
    let partnership = &line.partnership;
    let officer = &partnership.accountable_officer;
    let gravest = line.worst.map(|score| level(register.matrix().level(score)));
    let cells = vec![
        entry_link(&Route::Partnership(partnership.id), partnership.name.clone()),
        health(line.health).into(),
        if officer.is_empty() { "Nobody named" } else { officer }.into(),
        gravest.unwrap_or_else(|| "None rated".into()),
    ];
    TableRow::of(partnership.id, cells)
}

fn counts(attention: &Attention) -> Html {
    html! {
        <table class="table">
            <caption class="hidden">{ "Live partnerships by significance and health" }</caption>
            <thead>
                <tr>
                    <th scope="col">{ "Significance" }</th>
                    { for HealthBand::ALL.into_iter().map(|band| html! {
                        <th scope="col" class="table__number">{ health_band_name(band) }</th>
                    }) }
                </tr>
            </thead>
            <tbody>{ for RANKS.into_iter().zip(attention.counts).map(row) }</tbody>
        </table>
    }
}

fn row((rank, counts): (Rank, [usize; 4])) -> Html {
    html! {
        <tr>
            <th scope="row">{ rank.name() }</th>
            { for HealthBand::ALL.into_iter().zip(counts).map(|(band, n)| html! {
                <td class="table__number">{ cell(rank, band, n) }</td>
            }) }
        </tr>
    }
}

/// How many there are, and the way to them.
fn cell(rank: Rank, band: HealthBand, n: usize) -> Html {
    if n == 0 {
        return html! { "0" };
    }
    let filter = PartnershipFilter { rank: Some(rank), health: Some(band), ..PartnershipFilter::live() };
    let partnerships = count(n, "partnership", "partnerships");
    let name = format!("{partnerships}, significance {}, health {}", rank.name(), health_band_name(band));
    Link {
        to: Route::partnerships(filter).to_string().into(),
        text: n.to_string().into(),
        name: Some(name.into()),
        ..Link::default()
    }
    .view()
}

fn how() -> Html {
    let content = html! {
        <>
            <p>{ "Counted are the partnerships that are proposed or active. Significance is told by your organisation\u{2019}s criteria." }</p>
            <p>{ "Health is the share of points that the latest health check reached; where several respondents answered, that of their median answers. Below 40 % is weak, from 60 % good, between them fair. Not checked means that nothing which counts was answered." }</p>
        </>
    };
    disclosure("Where these figures come from", content)
}
