//! Ways to begin the figures of a risk: from its past losses, or from its rating. Nothing is put in by itself, and what
//! was put in is called derived until somebody changes it.

use partnership_risk_core::register::{Register, RiskId, Stage};
use partnership_risk_core::scale::{Axis, Rating};
use yew::prelude::{Callback, Html, html};

use crate::app::drafts::RiskDraft;
use crate::app::queries::first_figures::{Begun, NoFigures, SeenFigures, of_losses, of_rating};
use crate::app::queries::past_losses::{LossesOf, LossesView, Unseen};
use crate::ui::components::{Button, link};
use crate::ui::pages::form::Form;
use crate::ui::route::Route;

/// The ways there are, and whether one was taken.
pub(super) fn beginnings(form: &Form<RiskDraft>, register: &Register, own: Option<RiskId>) -> Html {
    let seen = own.map(|risk| of_losses(register, risk)).unwrap_or_default();
    let rated = of_rating(register.matrix(), rating(form, register));
    html! {
        <>
            { from_losses(form, own, &seen) }
            { from_rating(form, &rated) }
            <div role="status">{ derived(form, &seen, rated.as_ref().ok()) }</div>
        </>
    }
}

/// The rating before controls as it is typed: figures are those before controls too.
fn rating(form: &Form<RiskDraft>, register: &Register) -> Option<Rating> {
    let [inherent, _, _] = &form.draft().ratings;
    inherent.check(Stage::Inherent, register.matrix(), &mut Vec::new())
}

fn from_losses(form: &Form<RiskDraft>, own: Option<RiskId>, seen: &[SeenFigures]) -> Html {
    let (Some(risk), false) = (own, seen.is_empty()) else { return Html::default() };
    let to = Route::CostLosses(LossesView { of: LossesOf::Risk(risk), ..LossesView::default() });
    html! {
        <div>
            <p>{ "This risk has come about before. " }{ link(to.to_string(), "What its past losses say") }</p>
            <p>{ for seen.iter().map(|figures| take(form, figures, seen.len() > 1)) }</p>
        </div>
    }
}

/// The button that takes what losses say; `is_one_of_two` where years without a loss make a difference.
fn take(form: &Form<RiskDraft>, figures: &SeenFigures, is_one_of_two: bool) -> Html {
    let label = match figures.unseen {
        Unseen::LeftOut if is_one_of_two => "Take these as figures, years without a loss left out",
        Unseen::LeftOut => "Take these as figures",
        Unseen::Quiet => "Take these as figures, years without a loss counted as quiet",
    };
    Button { label: label.into(), on_press: begin(form, &figures.begun), ..Button::default() }.view()
}

fn begin<E: 'static>(form: &Form<RiskDraft>, begun: &Begun) -> Callback<E> {
    let begun = begun.clone();
    form.changing(move |draft: &mut RiskDraft, _| {
        draft.quantification = draft.quantification.beginning_with(&begun);
    })
}

fn from_rating(form: &Form<RiskDraft>, rated: &Result<Begun, NoFigures>) -> Html {
    let settings = || link(Route::MatrixSettings.to_string(), "Say so in the matrix");
    match rated {
        Ok(begun) => {
            let label = "Begin with figures from the rating".into();
            Button { label, on_press: begin(form, begun), ..Button::default() }.view()
        }
        Err(NoFigures::NotRated) => html! {
            <p class="note">{ "Rate the risk before any control above, and the figures can begin with what the rating means in your matrix." }</p>
        },
        Err(NoFigures::NoScale(axis)) => html! {
            <p class="note">{ format!("Figures could begin with the rating if your matrix said {} each step of {} means. ", what(*axis), axis.name().to_lowercase()) }{ settings() }</p>
        },
        Err(NoFigures::NoBand(axis, step)) => html! {
            <p class="note">{ format!("The rating gives no figures to begin with: for \u{201c}{step}\u{201d}, your matrix does not say {} it means. ", what(*axis)) }{ settings() }</p>
        },
    }
}

fn what(axis: Axis) -> &'static str {
    match axis {
        Axis::Likelihood => "which chances a year",
        Axis::Impact => "which amounts of money",
    }
}

/// What the figures were derived from, for as long as they are what was derived.
fn derived(form: &Form<RiskDraft>, seen: &[SeenFigures], rated: Option<&Begun>) -> Html {
    let draft = &form.draft().quantification;
    let is_of = |begun: &Begun| draft.is_as_begun(begun);
    let said = if seen.iter().any(|figures| is_of(&figures.begun)) {
        "These figures are derived from past losses. Years before the first loss and after the last do not count in them: a risk that seldom comes about looks too frequent."
    } else if rated.is_some_and(is_of) {
        "These figures are derived from the rating. They are as wide as its steps: change them where you know better."
    } else {
        return Html::default();
    };
    html! { <p class="inset">{ said }</p> }
}
