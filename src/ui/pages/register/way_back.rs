//! Where a form leads when it is saved or given up: back to where the person came from, unless that is a
//! place reached from here, which would lead in a circle.

use crate::ui::route::Route;

/// How deep a place lies: lists above risks, risks above what keeps them down, new things deepest.
fn depth(route: &Route) -> u8 {
    let is_new =
        matches!(route, Route::NewRisk(_) | Route::NewControl(_) | Route::NewAction(_) | Route::NewLoss(_));
    if is_new || matches!(route, Route::NewPartnership | Route::EditPartnership(_) | Route::NotFound) {
        4
    } else if matches!(route, Route::Action(_) | Route::Loss(_)) {
        3
    } else if matches!(route, Route::Control(_)) {
        2
    } else {
        u8::from(matches!(route, Route::Risk(_) | Route::BowTie(_)))
    }
}

/// The place to go back to from `here`; `list` where the person came from nowhere above it.
pub(super) fn way_back(here: &Route, from: Option<&Route>, list: Route) -> Route {
    let above = |from: &&Route| depth(from) < depth(here);
    from.filter(above).cloned().unwrap_or(list)
}

#[cfg(test)]
mod tests {
    use partnership_risk_core::register::{ControlId, RiskId};

    use super::*;
    use crate::ui::route::RiskView;

    #[test]
    fn a_form_leads_back_up_and_never_in_a_circle() {
        let risks = || Route::Risks(RiskView { page: 3, ..RiskView::default() });
        let risk = || Route::Risk(RiskId::from_bits(1));
        let control = || Route::Control(ControlId::from_bits(1));
        for (here, from, back) in [
            (risk(), risks(), risks()),
            (risk(), control(), Route::Losses),
            (risk(), Route::NewControl(None), Route::Losses),
            (control(), risk(), risk()),
            (control(), Route::NewAction(None), Route::Losses),
            (Route::NewAction(None), control(), control()),
            (risk(), Route::NotFound, Route::Losses),
            (Route::NewRisk(None), Route::NewPartnership, Route::Losses),
        ] {
            assert_eq!(way_back(&here, Some(&from), Route::Losses), back, "{here} from {from}");
        }
        assert_eq!(way_back(&risk(), None, Route::Losses), Route::Losses);
    }
}
