//! Where a finding of the checks can be put right, for every page that lists some.

use partnership_risk_core::check::Finding;
use partnership_risk_core::register::Subject;
use yew::prelude::{Html, html};

use crate::ui::components::link;
use crate::ui::route::Route;

/// The sentence of a finding as a link to where it can be put right.
pub(super) fn finding_link(finding: &Finding) -> Html {
    match finding_address(finding) {
        Some(address) => link(address, finding.text.clone()),
        None => html! { &finding.text },
    }
}

/// The address at which a finding can be put right: the form, and the field in it.
fn finding_address(finding: &Finding) -> Option<String> {
    let place = match (finding.subject, finding.field) {
        (Subject::Partnership(id), "risks") => return Some(Route::Suggestions(id).to_string()),
        (Subject::Partnership(id), "health-check") => {
            return Some(Route::PartnershipHealth(id).to_string());
        }
        (Subject::Partnership(id), _) => Route::EditPartnership(id),
        (subject, _) => Route::of(subject)?,
    };
    Some(format!("{place}?field={}", finding.field))
}
