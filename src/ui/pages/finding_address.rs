//! Where a finding of the checks, or a field of a form, can be put right, for every page that lists some.

use partnership_risk_core::check::Finding;
use partnership_risk_core::register::Subject;
use yew::prelude::Html;

use crate::ui::components::link;
use crate::ui::route::Route;

/// The sentence of a finding as a link to where it can be put right.
pub(super) fn finding_link(finding: &Finding) -> Html {
    link(finding_address(finding), finding.text.clone())
}

/// The address at which a finding can be put right: the form, and the field in it.
fn finding_address(finding: &Finding) -> String {
    let place = match (finding.subject, finding.field) {
        (Subject::Partnership(id), "risks") => return Route::Suggestions(id).to_string(),
        (Subject::Partnership(id), "health-check") => return Route::PartnershipHealth(id).to_string(),
        (Subject::Partnership(id), _) => Route::EditPartnership(id),
        (subject, _) => Route::of(subject),
    };
    field_address(&place, finding.field)
}

/// The address of a field in a form.
pub(super) fn field_address(form: &Route, field: &str) -> String {
    format!("{form}?field={field}")
}
