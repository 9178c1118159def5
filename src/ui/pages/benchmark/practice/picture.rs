//! All indicators as one picture, and the table behind it.

use partnership_risk_core::league::practice::{Indicator, Published};
use yew::prelude::{Html, html};

use super::one::interval_said;
use crate::app::queries::practice::{Beside, PracticeLine, Tally, tally};
use crate::ui::charts::{Range, Strip, StripRow};
use crate::ui::components::{Head, TableRow, disclosure, table};
use crate::ui::words::{grouped, percent};

/// All indicators as one picture.
pub(super) fn picture(lines: &[PracticeLine]) -> Html {
    let finding = finding(tally(lines));
    let strip = Strip { name: finding.clone().into(), rows: lines.iter().map(strip_row).collect() };
    html! {
        <section aria-labelledby="practice-picture">
            <h2 id="practice-picture">{ &finding }</h2>
            <p class="note">{ "The dot is your share, the box its 95 % interval, the line the published figure where one can be held against yours. Of problems, fewer is better." }</p>
            { strip.view() }
            { disclosure("The figures behind this picture", figures(lines)) }
        </section>
    }
}

/// What the picture shows, in one sentence.
fn finding(tally: Tally) -> String {
    let Tally { higher, lower, too_close } = tally;
    let is = |n: usize| match n {
        0 => "none is".to_owned(),
        1 => "1 is".to_owned(),
        n => format!("{n} are"),
    };
    match higher + lower + too_close {
        0 => "None of your shares can be held against a published figure yet".to_owned(),
        1 if higher == 1 => {
            "The one share that can be compared is higher than the published figure".to_owned()
        }
        1 if lower == 1 => "The one share that can be compared is lower than the published figure".to_owned(),
        1 => "The one share that can be compared is too close to the published figure to tell".to_owned(),
        n => format!(
            "Of {n} shares with a published figure to compare, {} higher, {} lower and {} too close to tell",
            is(higher),
            is(lower),
            is(too_close)
        ),
    }
}

fn strip_row(line: &PracticeLine) -> StripRow {
    let interval = line.known().and_then(|known| known.interval());
    StripRow {
        label: label(line.practice.indicator).to_owned(),
        range: interval.map(|interval| Range { from: interval.low(), to: interval.high() }),
        line: line.yardstick(),
        mark: line.known().and_then(|known| known.share()),
        said: said(line),
    }
}

/// What stands before a row, where there is less room than elsewhere.
fn label(indicator: Indicator) -> &'static str {
    match indicator {
        Indicator::ProblemsWithoutAgreement => "Problems without an agreement",
        Indicator::ProblemsWithAgreement => "Problems with an agreement",
        Indicator::RiskManagement
        | Indicator::SignedAgreement
        | Indicator::AccountableOfficer
        | Indicator::AbleLeaders
        | Indicator::ProblemsMet => indicator.name(),
    }
}

/// What is written at the end of a row.
fn said(line: &PracticeLine) -> String {
    let ours = share(line).unwrap_or_else(|| "Not known".to_owned());
    match line.yardstick() {
        Some(published) => format!("{ours}; published {}", percent(published)),
        None => ours,
    }
}

/// Our share, and of how many.
fn share(line: &PracticeLine) -> Option<String> {
    let known = line.known()?;
    let share = known.share()?;
    Some(format!("{} ({} of {})", percent(share), grouped(known.count()), grouped(known.of())))
}

const HEADS: [Head; 6] = [
    Head::text("Practice"),
    Head::number("Yours"),
    Head::number("95 % interval"),
    Head::number("Not known of"),
    Head::text("Published"),
    Head::text("Side by side"),
];

fn figures(lines: &[PracticeLine]) -> Html {
    table("Your practice beside published figures", &HEADS, lines.iter().map(row).collect())
}

fn row(line: &PracticeLine) -> TableRow {
    let none = || "\u{2013}".to_owned();
    let unknown = grouped(line.practice.found.unknown.len());
    let cells = vec![
        line.practice.indicator.name().into(),
        share(line).unwrap_or_else(none).into(),
        line.known().and_then(|known| known.interval()).map_or_else(none, interval_said).into(),
        unknown.into(),
        published(line).unwrap_or_else(none).into(),
        line.beside().map_or("\u{2013}", beside_name).into(),
    ];
    TableRow::of(super::one::id(line), cells)
}

/// The published figure with its year; one that speaks of something else says so.
fn published(line: &PracticeLine) -> Option<String> {
    let Published { share, is_a_yardstick, .. } = line.practice.indicator.published()?;
    let year = line.fact.as_ref()?.year;
    let note = if is_a_yardstick { "" } else { ", of something else" };
    Some(format!("{} ({year}{note})", percent(share)))
}

fn beside_name(beside: Beside) -> &'static str {
    match beside {
        Beside::Higher => "Higher",
        Beside::Lower => "Lower",
        Beside::TooClose => "Too close to tell",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_title_says_what_the_figures_come_to() {
        for (higher, lower, too_close, expected) in [
            (0, 0, 0, "None of your shares can be held against a published figure yet"),
            (0, 1, 0, "The one share that can be compared is lower than the published figure"),
            (
                1,
                0,
                3,
                "Of 4 shares with a published figure to compare, 1 is higher, none is lower and 3 are too close to tell",
            ),
        ] {
            assert_eq!(finding(Tally { higher, lower, too_close }), expected);
        }
    }
}
