//! What the risks of one partnership cost in a year.

use std::rc::Rc;

use partnership_risk_core::cost::Slice;
use partnership_risk_core::register::{PartnershipId, Register};
use yew::prelude::{Html, html};

use super::together::together;
use super::{choices, curve, figures, finding, nothing_yet};
use crate::app::queries::cost::{CostView, year_of_losses};
use crate::app::queries::past_losses::{LossesOf, LossesView};
use crate::ui::components::link;
use crate::ui::pages::partnership_head::partnership_tabs;
use crate::ui::pages::{heading, not_found};
use crate::ui::route::Route;
use crate::ui::session::Session;

/// The tab of one partnership.
pub(super) fn partnership_cost(register: &Rc<Register>, session: &Session, id: PartnershipId) -> Html {
    let Some(partnership) = register.partnership(id) else { return not_found() };
    let view = CostView { slice: Slice::Partnership(id), ..CostView::default() };
    let year = year_of_losses(register, &view);
    let losses = LossesView { of: LossesOf::Partnership(id), ..LossesView::default() };
    html! {
        <>
            <p>{ link(Route::Partnership(id).to_string(), partnership.name.clone()) }</p>
            { heading(&format!("Cost of {}", partnership.name)) }
            { partnership_tabs(register, partnership, &Route::PartnershipCost(id)) }
            <p class="lead">{ finding::lead(&year) }</p>
            { choices::left_out(&year) }
            if year.risks.is_empty() {
                { nothing_yet() }
            } else {
                { figures::at_a_glance(&year) }
                { curve::curve(register, session, &view, &year) }
                { figures::in_words(&year) }
                { together(register.organisation(), &year) }
                <p>{ link(Route::Cost(view.clone()).to_string(), "Switch controls, check by simulation, see what makes it up") }</p>
            }
            <p>{ link(Route::CostLosses(losses).to_string(), "What its past losses say") }</p>
        </>
    }
}
