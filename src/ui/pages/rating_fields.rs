//! Likelihood and impact at one stage, with the level they come to shown while they are typed.

use partnership_risk_core::register::Stage;
use partnership_risk_core::scale::{Matrix, Scale};
use yew::prelude::{AttrValue, Callback, Html, Properties, component, html};

use super::form::Problems;
use super::shown::band;
use crate::app::drafts::{Axis, RatingDraft, rating_field, read_position};
use crate::ui::components::TextField;
use crate::ui::words::decimal;
use std::rc::Rc;

/// Props of [`RatingFields`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct Props {
    /// Which of the three ratings.
    pub stage: Stage,
    /// The matrix to rate by.
    pub matrix: Rc<Matrix>,
    /// What is typed.
    pub draft: RatingDraft,
    /// What is wrong with the form.
    pub(super) problems: Problems,
    /// Called when either axis is typed.
    pub on_input: Callback<RatingDraft>,
}

/// Likelihood and impact at one stage.
#[component]
pub fn RatingFields(props: &Props) -> Html {
    let stage = props.stage;
    html! {
        <fieldset class="rating">
            <legend class="rating__legend">{ legend(stage) }</legend>
            <div class="rating__fields">
                { axis_field(props, Axis::Likelihood) }
                { axis_field(props, Axis::Impact) }
                <output class="rating__level" for={fields(stage)}>{ outcome(props) }</output>
            </div>
        </fieldset>
    }
}

fn fields(stage: Stage) -> String {
    [Axis::Likelihood, Axis::Impact].map(|axis| rating_field(stage, axis)).join(" ")
}

fn legend(stage: Stage) -> &'static str {
    match stage {
        Stage::Inherent => "Inherent: before any control",
        Stage::Current => "Current: after today\u{2019}s controls",
        Stage::Target => "Target: after everything planned",
    }
}

fn axis_field(props: &Props, axis: Axis) -> Html {
    let id = rating_field(props.stage, axis);
    let scale = axis.scale(&props.matrix);
    let typed = props.draft.on(axis);
    let on_input = {
        let (draft, on_input) = (props.draft.clone(), props.on_input.clone());
        move |typed: String| {
            let mut next = draft.clone();
            *next.on_mut(axis) = typed;
            on_input.emit(next);
        }
    };
    let hint: AttrValue = match read_position(typed, scale) {
        Ok(position) => scale.label(position).to_owned().into(),
        Err(_) => format!("1 to {}", scale.steps()).into(),
    };
    html! {
        <TextField
            id={id.clone()} label={axis.name()} {hint} value={typed.to_owned()} number=true
            problem={props.problems.at(&id)} {on_input}
        />
    }
}

/// The level and score that the rating comes to, once both axes are typed.
fn outcome(props: &Props) -> Html {
    let Some(rating) = props.draft.check(props.stage, &props.matrix, &mut Vec::new()) else {
        return Html::default();
    };
    let score = props.matrix.score(rating);
    html! { <>{ band(props.matrix.level(score)) }{ format!(" {}", decimal(score.product(), 2)) }</> }
}

#[derive(Clone, Debug, PartialEq, Properties)]
pub struct KeyProps {
    /// The matrix.
    pub matrix: Rc<Matrix>,
}

/// What the steps of both scales are called.
#[component]
pub fn ScaleKey(props: &KeyProps) -> Html {
    html! {
        <div class="scale-key">
            { steps("Likelihood", props.matrix.likelihood()) }
            { steps("Impact", props.matrix.impact()) }
        </div>
    }
}

fn steps(name: &'static str, scale: &Scale) -> Html {
    let listed: Vec<String> =
        scale.labels().iter().zip(1..).map(|(label, step): (_, usize)| format!("{step} {label}")).collect();
    html! { <p><b>{ name }{ ": " }</b>{ listed.join(", ") }</p> }
}
