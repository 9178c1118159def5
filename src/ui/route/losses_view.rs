//! Which past losses are looked at and over which years, and how that stands in the address.

use std::str::FromStr;

use super::query::{Query, listed, parameter, text_of};
use crate::app::queries::past_losses::{LossesOf, LossesView, Period, Unseen};

const UNSEEN: [(&str, Unseen); 2] = [("left-out", Unseen::LeftOut), ("quiet", Unseen::Quiet)];

/// What is looked at, as a query.
pub(super) fn query(view: &LossesView) -> String {
    Query::new()
        .with("of", losses_of_text(view.of))
        .with("years", (view.unseen != Unseen::default()).then(|| text_of(&UNSEEN, view.unseen)))
        .with("before", view.before.map(period_text))
        .with("after", view.after.map(period_text))
        .finished()
}

/// What a query looks at.
pub(super) fn of_query(query: &str) -> LossesView {
    let period = |name| parameter::<String>(query, name).and_then(|text| period_of(&text));
    LossesView {
        of: parameter::<String>(query, "of").map(|text| losses_of(&text)).unwrap_or_default(),
        unseen: listed(query, "years", &UNSEEN).unwrap_or_default(),
        before: period("before"),
        after: period("after"),
    }
}

const PARTNERSHIP: &str = "partnership-";
const RISK: &str = "risk-";

/// What stands for a choice of losses in addresses and lists; nothing for all of them.
#[must_use]
pub fn losses_of_text(of: LossesOf) -> Option<String> {
    match of {
        LossesOf::All => None,
        LossesOf::Partnership(id) => Some([PARTNERSHIP, &id.to_string()].concat()),
        LossesOf::Risk(id) => Some([RISK, &id.to_string()].concat()),
    }
}

/// The losses that a text stands for; all where it stands for none.
#[must_use]
pub fn losses_of(text: &str) -> LossesOf {
    let partnership = read(text, PARTNERSHIP).map(LossesOf::Partnership);
    partnership.or_else(|| read(text, RISK).map(LossesOf::Risk)).unwrap_or_default()
}

fn read<T: FromStr>(text: &str, prefix: &str) -> Option<T> {
    text.strip_prefix(prefix)?.parse().ok()
}

/// One year, or two with "to" between: 2003, 2003to2005.
fn period_text(period: Period) -> String {
    match period {
        Period { first, last } if first == last => first.to_string(),
        Period { first, last } => format!("{first}to{last}"),
    }
}

fn period_of(text: &str) -> Option<Period> {
    let (first, last) = text.split_once("to").unwrap_or((text, text));
    let (first, last) = (first.parse().ok()?, last.parse().ok()?);
    (first <= last).then_some(Period { first, last })
}
