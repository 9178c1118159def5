//! The risks found, page by page, and those of them that are selected, in which one thing can be changed
//! at once. What is selected and no longer found counts as not selected.

use std::rc::Rc;

use partnership_risk_core::register::{Change, Register, Risk, RiskId};
use yew::prelude::{Callback, Html, Properties, component, html, use_state};

use super::bulk::{Bulk, bulk};
use super::movement::movement;
use crate::app::drafts::BulkDraft;
use crate::app::queries::risk_table::{Row, rows};
use crate::ui::components::pagination;
use crate::ui::focus;
use crate::ui::pages::form::Problems;
use crate::ui::pages::risk_table::{Picking, how_scores_are, risk_table_to_pick};
use crate::ui::pages::shown::category_items;
use crate::ui::route::{RiskView, Route};
use crate::ui::session::Session;
use crate::ui::words::count;

/// How many risks stand on one page of the table: what a person can look through, and what a browser
/// lays out in a moment.
const PAGE: usize = 50;

/// Props of [`RiskList`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The register.
    pub register: Rc<Register>,
    /// What it acts through.
    pub session: Session,
    /// Which risks are shown.
    pub view: RiskView,
}

/// The risks found: one page of them, the way to the others, and what can be done with several.
#[component]
pub fn RiskList(props: &Props) -> Html {
    let Props { register, view, .. } = props;
    let selected = use_state(Vec::<RiskId>::new);
    let draft = use_state(BulkDraft::default);
    let problems = use_state(Problems::default);
    let found = rows(register, &view.filter, view.sort);
    let pages = found.len().div_ceil(PAGE);
    let page = view.page.min(pages.saturating_sub(1));
    let shown = found.chunks(PAGE).nth(page).unwrap_or_default();
    let address = |page| Route::Risks(RiskView { page, ..view.clone() }).to_string();
    let picked = picked(&found, &selected);
    let selecting = {
        let selected = selected.clone();
        Callback::from(move |ids: Vec<RiskId>| selected.set(ids))
    };
    let chosen: Vec<RiskId> = picked.iter().map(|risk| risk.id).collect();
    let bulk_parts = Bulk {
        n_selected: picked.len(),
        categories: category_items(&props.register),
        problems: (*problems).clone(),
        draft: (*draft).clone(),
        on_draft: Callback::from({
            let (draft, problems) = (draft.clone(), problems.clone());
            move |next: BulkDraft| {
                if next.field != draft.field {
                    problems.set(Problems::default());
                }
                draft.set(next);
            }
        }),
        on_all: selecting.reform({
            let all = with_all(&chosen, shown);
            move |_| all.clone()
        }),
        on_none: selecting.reform(|_| Vec::new()),
        on_change: {
            let (session, draft) = (props.session.clone(), (*draft).clone());
            Callback::from(move |()| match draft.check(&picked, session.world.clock.now()) {
                Ok(risks) => {
                    problems.set(Problems::default());
                    selected.set(Vec::new());
                    focus::after_render("found");
                    session.change(Change::RisksPut(risks), said(&draft, picked.len()));
                }
                Err(found) => problems.set(problems.found(found)),
            })
        },
    };
    let picking = Picking { on_pick: selecting.reform(toggling(chosen.clone())), chosen };
    html! {
        <section aria-labelledby="found">
            <div role="status"><h2 id="found" class="found" tabindex="-1">{ title(found.len(), view) }</h2></div>
            if shown.is_empty() {
                <p>{ "No risk matches. Take a part of the filter away." }</p>
            } else {
                { bulk(bulk_parts) }
                { risk_table_to_pick(register, shown, view, &picking) }
                { pagination("Pages of risks", page, pages, &address) }
                { movement(register, shown) }
                { how_scores_are() }
            }
        </section>
    }
}

/// The selected risks among those found, in the order of the table.
fn picked(found: &[Row], selected: &[RiskId]) -> Vec<Rc<Risk>> {
    let rows = found.iter().filter(|row| selected.contains(&row.risk.id));
    rows.map(|row| row.risk.clone()).collect()
}

/// What is selected after one more risk is taken in or let go.
fn toggling(chosen: Vec<RiskId>) -> impl Fn(RiskId) -> Vec<RiskId> {
    move |id| {
        let mut next = chosen.clone();
        match next.iter().position(|other| *other == id) {
            Some(place) => drop(next.remove(place)),
            None => next.push(id),
        }
        next
    }
}

/// What is selected once all that is shown is, besides what is selected on other pages.
fn with_all(chosen: &[RiskId], shown: &[Row]) -> Vec<RiskId> {
    let more = shown.iter().map(|row| row.risk.id).filter(|id| !chosen.contains(id));
    chosen.iter().copied().chain(more).collect()
}

fn said(draft: &BulkDraft, n: usize) -> String {
    format!("Changed {} of {}", draft.field.name().to_ascii_lowercase(), count(n, "risk", "risks"))
}

fn title(n: usize, view: &RiskView) -> String {
    let found = count(n, "risk", "risks");
    if view.filter.is_empty() { found } else { format!("{found} found") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::queries::risk_table::{Filter, Sort};
    use partnership_risk_core::example::fife_council;

    #[test]
    fn a_second_choice_lets_go_and_what_is_not_found_is_not_picked() {
        let [one, other] = [1, 2].map(RiskId::from_bits);
        assert_eq!(toggling(vec![one])(other), [one, other]);
        assert_eq!(toggling(vec![one, other])(one), [other]);
        let register = fife_council();
        let found =
            rows(&register, &Filter { text: "strategic".into(), ..Filter::default() }, Sort::default());
        let all: Vec<RiskId> = register.risks().iter().map(|risk| risk.id).collect();
        assert_eq!(picked(&found, &all).len(), 1);
        let strategic = found[0].risk.id;
        assert_eq!(with_all(&[one], &found), [one, strategic]);
        assert_eq!(with_all(&[strategic, one], &found), [strategic, one]);
    }
}
