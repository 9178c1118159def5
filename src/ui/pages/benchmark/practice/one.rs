//! One indicator in words: our share and how firm it is, what was published and how that differs, what it takes to
//! be level, and what one can do.

use partnership_risk_core::choice::Choice as _;
use partnership_risk_core::league::practice::{Better, Indicator, Practice, Published};
use partnership_risk_core::league::{Interval, Proportion};
use partnership_risk_core::register::Register;
use yew::prelude::{Html, html};

use super::turn;
use crate::app::queries::practice::{Beside, PracticeLine};
use crate::ui::components::{SummaryRow, disclosure, summary_list};
use crate::ui::words::{count, grouped, percent, percent_range};

/// The id of an indicator's heading on the page.
pub(super) fn id(line: &PracticeLine) -> &'static str {
    line.practice.indicator.key()
}

/// Everything that is said of one indicator below its heading.
pub(super) fn one(register: &Register, line: &PracticeLine) -> Html {
    let indicator = line.practice.indicator;
    let counts = ["What counts: ", indicator.name()].concat();
    html! {
        <>
            { summary_list(rows(line)) }
            if is_to_be_done(&line.practice) {
                <p>{ to_do(indicator) }</p>
            }
            { turn::turn(register, &line.practice) }
            { disclosure(counts, html! { <p>{ indicator.counts() }</p> }) }
        </>
    }
}

/// Whether there is anybody to ask or any partnership that would have to change. What should be rare is never done
/// with: it may be rare only because nobody writes it down.
fn is_to_be_done(practice: &Practice) -> bool {
    match practice.indicator.better() {
        Better::More => !practice.found.no.is_empty() || !practice.found.unknown.is_empty(),
        Better::Less => true,
    }
}

/// Our share in words: "3 of 7 partnerships, 43 %"; none where it is known of no partnership.
pub(super) fn share_said(line: &PracticeLine) -> Option<String> {
    let known = line.known()?;
    let all_known = line.practice.found.unknown.is_empty();
    let (n, of, share) = (grouped(known.count()), known.of(), percent(known.share()?));
    Some(if all_known {
        format!("{n} of {}, {share}", count(of, "partnership", "partnerships"))
    } else {
        format!("{n} of the {} of which it is known, {share}", count(of, "partnership", "partnerships"))
    })
}

/// An interval in words: "16 to 75 %".
pub(super) fn interval_said(interval: Interval) -> String {
    percent_range(interval.low(), interval.high())
}

fn rows(line: &PracticeLine) -> Vec<SummaryRow> {
    let published = line.practice.indicator.published();
    let firmness = line.known().and_then(firmness);
    let texts = [
        Some(("Your share", share_said(line).unwrap_or_else(|| not_told(line).to_owned()))),
        firmness.map(|said| ("How firm that is", said)),
        Some(("Published", published_said(line, published))),
        published.map(|published| ("How that differs", published.difference.to_owned())),
        beside_said(line).map(|said| ("Side by side", said)),
        to_move_said(line),
    ];
    texts.into_iter().flatten().map(|(name, text)| SummaryRow::text(name, &text)).collect()
}

/// Why there is no share.
fn not_told(line: &PracticeLine) -> &'static str {
    if line.practice.found.unknown.is_empty() {
        "None of your partnerships is of this kind."
    } else {
        "Not known of any partnership yet."
    }
}

/// How far the share may be chance, in words.
fn firmness(known: Proportion) -> Option<String> {
    let interval = interval_said(known.interval()?);
    let of = count(known.of(), "partnership", "partnerships");
    Some(format!(
        "Chance plays a part: with {of}, anything from {interval} would be no surprise (95 % interval)."
    ))
}

fn published_said(line: &PracticeLine, published: Option<Published>) -> String {
    let Some((published, fact)) = published.zip(line.fact.as_ref()) else {
        return "No published figure has been found to set beside this one.".to_owned();
    };
    let figure = format!("{} ({})", percent(published.share), fact.year);
    match published.elsewhere {
        Some((low, high)) => {
            let range = percent_range(low, high);
            format!("{figure}; the same survey found {range} in other places than partnerships")
        }
        None => figure,
    }
}

fn beside_said(line: &PracticeLine) -> Option<String> {
    let published = percent(line.yardstick()?);
    let by_more =
        "by more than chance would bring among so few partnerships; both were not counted in the same way.";
    Some(match line.beside()? {
        Beside::Higher => format!("Higher than the published {published}, {by_more}"),
        Beside::Lower => format!("Lower than the published {published}, {by_more}"),
        Beside::TooClose => format!("Too close to tell: {published} lies within what chance may bring."),
    })
}

/// How many partnerships would have to change: to be level with the published figure or, where there is none to be
/// level with, for all to be well.
fn to_move_said(line: &PracticeLine) -> Option<(&'static str, String)> {
    line.known()?;
    let to_move = line.practice.to_move();
    Some(match to_move.to_published {
        Some(needed) => ("To be level", level_said(needed)),
        None => ("For all to be well", all_well_said(line.practice.indicator, to_move.partnerships.len())),
    })
}

fn level_said(needed: usize) -> String {
    match needed {
        0 => "Nothing: your share is level with the published figure, or higher.".to_owned(),
        n => format!("{} more.", count(n, "partnership", "partnerships")),
    }
}

fn all_well_said(indicator: Indicator, to_change: usize) -> String {
    let partnerships = count(to_change, "partnership", "partnerships");
    match (to_change, indicator.better()) {
        (0, Better::More) => "Nothing: it is so wherever it is known.".to_owned(),
        (0, Better::Less) => "Nothing: none of them has a loss on record.".to_owned(),
        (_, Better::More) => format!("{partnerships} would have to change."),
        (_, Better::Less) => format!("{partnerships} would have to go three years without a loss."),
    }
}

/// What one can do about it.
fn to_do(indicator: Indicator) -> &'static str {
    match indicator {
        Indicator::RiskManagement => {
            "To move it: rate the risks of a partnership, name who owns each, keep one risk register with the partners, and say so in its health check."
        }
        Indicator::SignedAgreement => {
            "To move it: have every partner sign, and record the form of the agreement."
        }
        Indicator::AccountableOfficer => "To move it: name the post that answers for the partnership.",
        Indicator::AbleLeaders => {
            "To move it: write down which skills working with others needs, assess those who lead against them, and say so in the health check. Ask them too whether they feel able: that is what the survey asked."
        }
        Indicator::ProblemsMet | Indicator::ProblemsWithoutAgreement | Indicator::ProblemsWithAgreement => {
            "The share falls as three years pass without another loss. Leaving losses out of the register would lower it too, and tell nobody anything."
        }
    }
}
