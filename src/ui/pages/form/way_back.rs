//! Where a form leads when it is saved or given up: back to where the person came from, unless that is a
//! place reached from here, which would lead in a circle.

use crate::ui::route::Route;

/// The place to go back to from `here`: the nearest on the way here that lies above it, or else `list`.
pub(in crate::ui::pages) fn way_back(here: &Route, on_the_way: &[Route], list: Route) -> Route {
    let above = |place: &&Route| place.depth() < here.depth();
    on_the_way.iter().rev().find(above).cloned().unwrap_or(list)
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
        for (here, on_the_way, back) in [
            (risk(), vec![risks()], risks()),
            (risk(), vec![control()], Route::Losses),
            (risk(), vec![risks(), control()], risks()),
            (risk(), vec![Route::NewControl(None)], Route::Losses),
            (control(), vec![risks(), risk()], risk()),
            (control(), vec![Route::NewAction(None)], Route::Losses),
            (Route::NewAction(None), vec![risk(), control()], control()),
            (risk(), vec![Route::NotFound], Route::Losses),
            (Route::NewRisk(None), vec![Route::NewPartnership], Route::Losses),
            (risk(), vec![], Route::Losses),
        ] {
            assert_eq!(way_back(&here, &on_the_way, Route::Losses), back, "{here} from {on_the_way:?}");
        }
    }
}
