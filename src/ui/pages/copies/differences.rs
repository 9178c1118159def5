//! What differs between two registers as a table, one page of it, with links to what is in the register here.

use partnership_risk_core::register::{Difference, Register, Subject};
use yew::prelude::{Html, html};

use crate::ui::components::{Head, TableRow, link, pagination, table};
use crate::ui::pages::happened::happened;
use crate::ui::route::Route;
use crate::ui::words::sentence_case;

/// How many differences stand on one page.
const PAGE: usize = 50;

/// One page of differences under a caption, and the way to the others; `to` gives the place of a page.
pub(super) fn difference_table(
    caption: &'static str,
    all: &[Difference],
    register: Option<&Register>,
    page: usize,
    to: &dyn Fn(usize) -> Route,
) -> Html {
    let pages = all.len().div_ceil(PAGE);
    let page = page.min(pages.saturating_sub(1));
    let shown = all.chunks(PAGE).nth(page).unwrap_or_default();
    let heads = ["Name", "Kind", "What"].map(Head::text);
    html! {
        <>
            { table(caption, &heads, shown.iter().map(|difference| row(difference, register)).collect()) }
            { pagination("Pages of differences", page, pages, &|page| to(page).to_string()) }
        </>
    }
}

fn row(difference: &Difference, register: Option<&Register>) -> TableRow {
    TableRow::new(vec![
        named(difference.subject, difference.kind, &difference.name, register),
        sentence_case(difference.kind).into(),
        happened(&difference.what),
    ])
}

/// A thing by its name, as a link where the register here has it.
pub(super) fn named(subject: Subject, kind: &str, name: &str, register: Option<&Register>) -> Html {
    let is_here = kind == subject.kind() && register.is_some_and(|register| subject.is_in(register));
    if is_here { link(Route::of(subject).to_string(), name.to_owned()) } else { name.into() }
}
