//! What a merge would bring: what the other copy brings, what only the register has, what both say differently and
//! what the rules of a register do not allow; one list at a time.

use partnership_risk_core::document::Told;
use partnership_risk_core::register::Register;
use yew::prelude::{Html, html};

use super::conflicts::conflict_list;
use super::differences::{difference_table, named};
use crate::app::queries::merging::Preview;
use crate::ui::components::{Tab, tabs};
use crate::ui::pages::form::Problems;
use crate::ui::route::{MergeList, MergeView, Route};
use crate::ui::session::Session;
use crate::ui::words::{count, grouped, sentence_case};

/// The list that is shown: the one that was chosen, or else the first that holds something.
fn shown(view: MergeView, preview: &Preview) -> MergeList {
    view.list.unwrap_or(if preview.conflicts.is_empty() { MergeList::Theirs } else { MergeList::Conflicts })
}

/// What a merge would bring.
pub(super) fn preview_of(
    register: &Register,
    preview: &Preview,
    view: MergeView,
    problems: &Problems,
    session: &Session,
) -> Html {
    let list = shown(view, preview);
    html! {
        <section aria-labelledby="preview">
            <h2 id="preview">{ finding(preview) }</h2>
            { told_list(register, &preview.told) }
            { ways(preview, list) }
            { match list {
                MergeList::Conflicts if preview.conflicts.is_empty() => {
                    html! { <p>{ "Nothing was changed in both copies in different ways." }</p> }
                }
                MergeList::Conflicts => conflict_list(register, &preview.conflicts, view.page, problems, session),
                MergeList::Theirs => differences(register, preview, view.page, list),
                MergeList::Ours => differences(register, preview, view.page, list),
            } }
        </section>
    }
}

/// What comes of it, in a line.
fn finding(preview: &Preview) -> String {
    let brought = match preview.brought.len() {
        0 => "The other copy brings nothing new".to_owned(),
        n => format!("The other copy brings {}", count(n, "change", "changes")),
    };
    match preview.conflicts.iter().filter(|(_, side)| side.is_none()).count() {
        0 => brought,
        n => format!("{brought}; {} to decide", grouped(n)),
    }
}

fn ways(preview: &Preview, here: MergeList) -> Html {
    let tab = |list: MergeList, text: &str, n: usize| Tab {
        to: Route::Merge(MergeView { list: Some(list), page: 0 }).to_string().into(),
        text: format!("{text}: {}", grouped(n)).into(),
        is_here: list == here,
    };
    let places = vec![
        tab(MergeList::Conflicts, "To decide", preview.conflicts.len()),
        tab(MergeList::Theirs, "From the other copy", preview.brought.len()),
        tab(MergeList::Ours, "Only in yours", preview.ours.len()),
    ];
    tabs("Lists of the merge", places)
}

fn differences(register: &Register, preview: &Preview, page: usize, list: MergeList) -> Html {
    let (all, caption, none) = match list {
        MergeList::Ours => (
            &preview.ours,
            "What only your copy has, and keeps",
            "There is nothing in your copy that the other has not.",
        ),
        MergeList::Theirs | MergeList::Conflicts => (
            &preview.brought,
            "What the other copy brings",
            "There is nothing to be taken over beyond what is to be decided.",
        ),
    };
    if all.is_empty() {
        return html! { <p>{ none }</p> };
    }
    let to = |page| Route::Merge(MergeView { list: Some(list), page });
    difference_table(caption, all, Some(register), page, &to)
}

/// How many remarks are listed.
const MOST_TOLD: usize = 50;

/// What is done otherwise than either copy says, and why.
fn told_list(register: &Register, told: &[Told]) -> Html {
    if told.is_empty() {
        return Html::default();
    }
    let more = told.len().saturating_sub(MOST_TOLD);
    let line = |told: &Told| {
        let name = named(told.subject, told.kind, &told.name, Some(register));
        html! { <li>{ sentence_case(told.kind) }{ " " }{ name }{ ": " }{ &told.what }</li> }
    };
    html! {
        <div class="inset">
            <p>{ "Not everything goes together as it stands:" }</p>
            <ul class="findings">
                { for told.iter().take(MOST_TOLD).map(line) }
                if more > 0 {
                    <li>{ format!("and {}", count(more, "other", "others")) }</li>
                }
            </ul>
        </div>
    }
}
