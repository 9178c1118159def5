//! Likelihood and impact at one stage, with the level they come to shown while they are typed.

use partnership_risk_core::decimal;
use partnership_risk_core::register::Stage;
use partnership_risk_core::scale::{Axis, Matrix, Scale};
use yew::prelude::{Callback, Html, html};

use crate::app::drafts::{RatingDraft, rating_field, read_position};
use crate::ui::components::TextField;
use crate::ui::pages::form::Problems;
use crate::ui::pages::shown::level;
use crate::ui::words::sentence_case;

/// Likelihood and impact at one stage.
pub(super) struct RatingFields<'a> {
    /// Which of the three ratings.
    pub stage: Stage,
    /// The matrix to rate by.
    pub matrix: &'a Matrix,
    /// What is typed.
    pub draft: &'a RatingDraft,
    /// What is wrong with the form.
    pub problems: &'a Problems,
    /// Called when either axis is typed.
    pub on_input: Callback<RatingDraft>,
}

impl RatingFields<'_> {
    /// The fields.
    pub(super) fn view(&self) -> Html {
        let fields = Axis::ALL.map(|axis| rating_field(self.stage, axis)).join(" ");
        html! {
            <fieldset class="rating">
                <legend class="rating__legend">{ stage_title(self.stage) }</legend>
                <div class="rating__fields">
                    { self.axis_field(Axis::Likelihood) }
                    { self.axis_field(Axis::Impact) }
                    <output class="rating__level" for={fields}>{ self.outcome() }</output>
                </div>
            </fieldset>
        }
    }

    fn axis_field(&self, axis: Axis) -> Html {
        let id = rating_field(self.stage, axis);
        let scale = axis.of(self.matrix);
        let typed = self.draft.on(axis);
        let hint = match read_position(typed, scale) {
            Ok(position) => scale.label(position).to_owned(),
            Err(_) => format!("1 to {}", scale.steps()),
        };
        let draft = self.draft.clone();
        let on_input = self.on_input.reform(move |typed: String| {
            let mut next = draft.clone();
            *next.on_mut(axis) = typed;
            next
        });
        let problem = self.problems.at(&id);
        let (label, value) = (sentence_case(axis.name()).into(), typed.to_owned().into());
        TextField { id: id.into(), label, hint: hint.into(), value, problem, number: true, on_input }.view()
    }

    /// The level and score that the rating comes to, once both axes are typed.
    fn outcome(&self) -> Html {
        let Some(rating) = self.draft.check(self.stage, self.matrix, &mut Vec::new()) else {
            return Html::default();
        };
        let score = self.matrix.score(rating);
        html! { <>{ level(self.matrix.level(score)) }{ " " }{ decimal::short(score.product(), 2) }</> }
    }
}

/// What is rated at a stage.
pub(super) fn stage_title(stage: Stage) -> &'static str {
    match stage {
        Stage::Inherent => "Inherent: before any control",
        Stage::Current => "Current: after today\u{2019}s controls",
        Stage::Target => "Target: after planned actions",
    }
}

/// What the steps of both scales are called.
pub(super) fn scale_key(matrix: &Matrix) -> Html {
    html! {
        <div class="scale-key">
            { steps("Likelihood", matrix.likelihood()) }
            { steps("Impact", matrix.impact()) }
        </div>
    }
}

fn steps(name: &'static str, scale: &Scale) -> Html {
    let labels = scale.labels().iter().enumerate();
    let listed: Vec<String> = labels.map(|(step, label)| format!("{} {label}", step + 1)).collect();
    html! { <p><b>{ name }{ ": " }</b>{ listed.join(", ") }</p> }
}
