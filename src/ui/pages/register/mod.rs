//! The register by hand: the organisation, its partnerships and its risks, as lists and as forms. Each
//! form has its place as its key, so that nothing typed for one subject is shown for another.

mod actions;
mod controls;
mod finder;
mod losses;
mod organisation;
mod owners;
mod partnership;
mod partnership_form;
mod partnerships;
mod rating_fields;
mod risk_form;
mod risks;
mod several;

use std::rc::Rc;

use partnership_risk_core::register::Register;
use yew::prelude::{Html, html};

use super::form::{Edited, record_form};
use super::{Whereabouts, not_found, welcome};
use crate::app::model::Model;
use crate::ui::route::Route;
use crate::ui::session::Session;

use actions::ActionForm;
use controls::ControlForm;
use losses::LossForm;
use organisation::OrganisationForm;
use partnership_form::PartnershipForm;
use risk_form::RiskForm;

/// The page at one of the places of the organisation and its partnerships.
pub(in crate::ui) fn partnerships_page(model: &Model, session: &Session, at: &Whereabouts) -> Html {
    if at.here == Route::Organisation {
        return html! { <OrganisationForm register={model.register.clone()} session={session.clone()} /> };
    }
    page_of(model, session, &|register| {
        let form = |edited| record_form::<PartnershipForm, _>(register, session, at, edited);
        Some(match &at.here {
            Route::Partnerships(view) => partnerships::partnerships(register, view),
            Route::PartnershipAttention => partnerships::attention(register),
            Route::Partnership(id) => partnership::about(register, *id, session),
            Route::PartnershipRisks(id) => partnership::risks_of(register, *id),
            Route::NewPartnership => form(Edited::New(())),
            Route::EditPartnership(id) => form(Edited::Existing(*id)),
            _ => return None,
        })
    })
}

/// The page at one of the places of the risks.
pub(in crate::ui) fn risks_page(model: &Model, session: &Session, at: &Whereabouts) -> Html {
    page_of(model, session, &|register| {
        let form = |edited| record_form::<RiskForm, _>(register, session, at, edited);
        Some(match &at.here {
            Route::Risks(view) => risks::risks(register, view, session),
            Route::NewRisk(partnership) => form(Edited::New(*partnership)),
            Route::Risk(id) => form(Edited::Existing(*id)),
            Route::BowTie(id) => risks::bow_tie(register, *id),
            _ => return None,
        })
    })
}

/// The page at one of the places of what is done about risks, and of what they have cost.
pub(in crate::ui) fn work_page(model: &Model, session: &Session, at: &Whereabouts) -> Html {
    page_of(model, session, &|register| {
        let control = |edited| record_form::<ControlForm, _>(register, session, at, edited);
        let action = |edited| record_form::<ActionForm, _>(register, session, at, edited);
        let loss = |edited| record_form::<LossForm, _>(register, session, at, edited);
        Some(match &at.here {
            Route::Controls(filter) => controls::controls(register, filter),
            Route::NewControl(risk) => control(Edited::New(*risk)),
            Route::Control(id) => control(Edited::Existing(*id)),
            Route::Actions(filter) => actions::actions(register, filter, session),
            Route::NewAction(serves) => action(Edited::New(*serves)),
            Route::Action(id) => action(Edited::Existing(*id)),
            Route::Losses => losses::losses(register),
            Route::NewLoss(partnership) => loss(Edited::New(*partnership)),
            Route::Loss(id) => loss(Edited::Existing(*id)),
            _ => return None,
        })
    })
}

/// The page of a place that needs a register, where one of the parts above has it.
fn page_of(model: &Model, session: &Session, page: &dyn Fn(&Rc<Register>) -> Option<Html>) -> Html {
    let Some(register) = &model.register else { return welcome::welcome(session) };
    page(register).unwrap_or_else(not_found)
}
