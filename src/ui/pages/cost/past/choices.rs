//! Whose losses are looked at, and what years without an entry were.

use partnership_risk_core::register::Register;
use yew::prelude::{Html, html};

use crate::app::queries::past_losses::{LossesOf, LossesView, Unseen};
use crate::ui::components::ChoiceItem;
use crate::ui::pages::filters::{Filters, choosing};
use crate::ui::pages::shown::{at_place, place_of};
use crate::ui::route::{Route, losses_of, losses_of_text};

/// The fields that say what is looked at.
pub(super) fn choices(register: &Register, view: &LossesView) -> Html {
    let filters = Filters { view: *view, to: Route::CostLosses };
    let of = losses_of_text(view.of).unwrap_or_default();
    let of = filters.choice(
        ("of", "Losses"),
        of,
        (Some("All"), those_with_losses(register, view.of)),
        |view, text| {
            // Other losses have other years.
            *view = LossesView { of: losses_of(text), before: None, after: None, ..*view };
        },
    );
    choosing("What is looked at", html! { <>{ of }{ unseen(&filters) }</> })
}

fn unseen(filters: &Filters<LossesView>) -> Html {
    let name = |unseen: Unseen| match unseen {
        Unseen::LeftOut => "Were not written down: leave them out",
        Unseen::Quiet => "Were quiet: count them",
    };
    let chosen = place_of(&Unseen::ALL, Some(&filters.view.unseen));
    let items = ChoiceItem::numbered(Unseen::ALL.into_iter().map(name));
    filters.choice(("unseen", "Years without a loss"), chosen, (None, items), |view, place| {
        view.unseen = at_place(&Unseen::ALL, place).unwrap_or_default();
    })
}

/// The partnerships and the risks that have losses, and what is chosen even if it has none.
fn those_with_losses(register: &Register, chosen: LossesOf) -> Vec<ChoiceItem> {
    let has = |of: LossesOf| of == chosen || register.losses().iter().any(|loss| of.holds(loss));
    let item = |of: LossesOf, name: String| Some(ChoiceItem::new(losses_of_text(of)?, name));
    let partnerships = register.partnerships().iter();
    let partnerships =
        partnerships.map(|p| (LossesOf::Partnership(p.id), ["Partnership: ", &p.name].concat()));
    let risks =
        register.risks().iter().map(|risk| (LossesOf::Risk(risk.id), ["Risk: ", &risk.title].concat()));
    let all = partnerships.chain(risks).filter(|(of, _)| has(*of));
    all.filter_map(|(of, name)| item(of, name)).collect()
}
