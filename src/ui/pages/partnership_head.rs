//! What stands above every page about one partnership, whichever part it comes from: the way back, its
//! name, what is done most, and the tabs.

use partnership_risk_core::register::{Partnership, PartnershipStatus, Register};
use yew::prelude::{Html, html};

use super::heading;
use crate::ui::components::{Tab, button_link, link, tabs};
use crate::ui::route::{PartnershipView, Route};

/// What stands above a page about one partnership; `here` is that page.
pub(super) fn partnership_head(register: &Register, partnership: &Partnership, here: &Route) -> Html {
    let id = partnership.id;
    html! {
        <>
            <p>{ link(Route::Partnerships(PartnershipView::default()).to_string(), "All partnerships") }</p>
            <div class="page-head">
                { heading(&partnership.name) }
                { button_link("Add a risk", "button button--primary", Route::NewRisk(Some(id)).to_string()) }
                { button_link("Suggest risks", "button button--secondary", Route::Suggestions(id).to_string()) }
                { button_link("Share", "button button--secondary", Route::Share(Some(id)).to_string()) }
                { button_link("Change details", "button button--secondary", Route::EditPartnership(id).to_string()) }
            </div>
            { standing(partnership.status) }
            { partnership_tabs(register, partnership, here) }
        </>
    }
}

/// Where it stands in its life, where that is not at work.
fn standing(status: PartnershipStatus) -> Html {
    let said = match status {
        PartnershipStatus::Active => return Html::default(),
        PartnershipStatus::Proposed => "Proposed: it is being prepared.",
        PartnershipStatus::Ended => "Ended: its record is kept, and it counts in no figure.",
        PartnershipStatus::Archived => "Archived: it is put away, and it counts in no figure.",
    };
    html! { <p class="inset">{ said }</p> }
}

/// The tabs of one partnership, in order; `here` is the one that is open.
pub(super) fn partnership_tabs(register: &Register, partnership: &Partnership, here: &Route) -> Html {
    let id = partnership.id;
    let risks = format!("Risks ({})", register.risks_of(id).count());
    let places = [
        (Route::Partnership(id), "About".to_owned()),
        (Route::PartnershipRisks(id), risks),
        (Route::PartnershipHealth(id), "Health".to_owned()),
        (Route::PartnershipCost(id), "Cost".to_owned()),
        (Route::PartnershipTrend(id), "Trend".to_owned()),
    ];
    let tab = |(to, text): (Route, String)| Tab {
        is_here: to == *here,
        to: to.to_string().into(),
        text: text.into(),
    };
    tabs("This partnership", places.into_iter().map(tab).collect())
}
