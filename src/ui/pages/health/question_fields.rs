//! One question of the health check as it is asked, in whatever form it stands: the answers with what they mean, the
//! evidence, and the way back to no answer.

use partnership_risk_core::choice::Choice;
use partnership_risk_core::health::{Answer, Question};
use yew::prelude::{AttrValue, Callback, Html, MouseEvent, html};

use super::figures::number;
use crate::app::drafts::{AnswerDraft, answer_field};
use crate::ui::components::{Button, ButtonKind, RadioItem, Radios, TextArea};
use crate::ui::focus::focus_id;

/// One question as it is asked.
pub(in crate::ui::pages) struct QuestionFields<'q> {
    /// The question.
    pub question: &'q Question,
    /// What is chosen and typed.
    pub draft: &'q AnswerDraft,
    /// What is wrong with it.
    pub problem: Option<AttrValue>,
    /// Called with what is chosen and typed then.
    pub on_change: Callback<AnswerDraft>,
}

impl QuestionFields<'_> {
    /// The question.
    pub(in crate::ui::pages) fn view(self) -> Html {
        let question = self.question;
        Radios {
            id: answer_field(&question.id).into(),
            legend: format!("{}. {}", number(question), question.text).into(),
            hint: why(question).into(),
            value: self.draft.answer.clone().into(),
            items: Answer::ALL.into_iter().map(|answer| item(question, answer)).collect(),
            problem: self.problem.clone(),
            on_choose: self.changing(|draft, chosen| draft.answer = chosen),
            more: html! { <>{ self.leave_open() }{ self.evidence() }</> },
        }
        .view()
    }

    fn changing(&self, change: fn(&mut AnswerDraft, String)) -> Callback<String> {
        let draft = self.draft.clone();
        self.on_change.reform(move |typed| {
            let mut next = draft.clone();
            change(&mut next, typed);
            next
        })
    }

    /// The way back to no answer, which radio buttons do not have.
    fn leave_open(&self) -> Html {
        if self.draft.answer.is_empty() {
            return Html::default();
        }
        let first = answer_field(&self.question.id);
        let open = self.changing(|draft, nothing| draft.answer = nothing);
        let on_press = Callback::from(move |_: MouseEvent| {
            open.emit(String::new());
            focus_id(&first);
        });
        let label = format!("Leave question {} open", number(self.question)).into();
        html! { <p>{ Button { kind: ButtonKind::Quiet, label, on_press, ..Button::default() }.view() }</p> }
    }

    fn evidence(&self) -> Html {
        TextArea {
            id: format!("evidence-{}", self.question.id).into(),
            label: "Evidence".into(),
            hint: format!("For example: {}", self.question.evidence.join("; ")).into(),
            value: self.draft.evidence.clone().into(),
            on_input: self.changing(|draft, typed| draft.evidence = typed),
            ..TextArea::default()
        }
        .view()
    }
}

fn why(question: &Question) -> String {
    let key = " This is a key question: while it is open or stands at planned or below, the partnership does not go beyond level 2.";
    [&*question.why, if question.id.is_key() { key } else { "" }].concat()
}

fn item(question: &Question, answer: Answer) -> RadioItem {
    let hint = match answer {
        Answer::NotApplicable => "The question does not arise in this partnership. It leaves the score.",
        Answer::DoNotKnow => "It counts as not in place and is listed, so that somebody finds out.",
        Answer::NotInPlace | Answer::Planned | Answer::Partly | Answer::Largely | Answer::Fully => {
            question.guidance(answer).map(|text| &**text).unwrap_or_default()
        }
    };
    let label = if answer == Answer::DoNotKnow { "I do not know" } else { answer.name() };
    RadioItem { value: answer.key().into(), label: label.into(), hint: hint.to_owned().into() }
}
