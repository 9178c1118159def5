//! Answering a questionnaire that a partner has sent, theme by theme, without a register. What is chosen stays on the page
//! and goes nowhere, unless whoever answers wants this browser to keep it until it is finished.

use std::rc::Rc;

use partnership_risk_core::exchange::link::LinkKind;
use partnership_risk_core::exchange::questionnaire::{Sent, of_link};
use partnership_risk_core::health::{Question, Score, Theme, questions};
use partnership_risk_core::register::Questionnaire;
use yew::prelude::{
    Callback, Html, MouseEvent, Properties, UseStateHandle, classes, component, html, use_memo, use_state,
};

use super::arriving::not_opened;
use super::sending::Sending;
use crate::app::drafts::{ReplyDraft, Typed, answer_field};
use crate::app::tasks::{self, Parcel, questionnaire_parcel};
use crate::app::world::{World, memory};
use crate::ui::components::{Button, ButtonKind, SummaryRow, Tick, summary_list};
use crate::ui::focus;
use crate::ui::pages::form::{Form, use_form};
use crate::ui::pages::heading;
use crate::ui::pages::health::{QuestionFields, answered};
use crate::ui::route::Route;
use crate::ui::session::Session;

/// Props of [`Answering`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct AnsweringProps {
    /// What it acts through.
    pub session: Session,
    /// What the link says that it holds.
    pub kind: LinkKind,
    /// What it holds.
    pub text: Rc<str>,
}

/// A questionnaire, or why it cannot be answered.
#[component]
pub(super) fn Answering(props: &AnsweringProps) -> Html {
    let read = use_memo((props.kind, props.text.clone()), |(kind, text)| of_link(*kind, text));
    let refused = |reason: &str| html! { <>{ heading("Answer a health check") }{ not_opened(reason) }</> };
    match &*read {
        Ok(Sent::Questionnaire(asked)) => {
            let key = asked.id.to_string();
            html! { <Questions {key} session={props.session.clone()} asked={Rc::new(asked.clone())} /> }
        }
        Ok(Sent::Answers(_)) => refused("it holds answers, which go to whoever has asked"),
        Err(error) => refused(&error.to_string()),
    }
}

/// Props of [`Questions`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct QuestionsProps {
    session: Session,
    asked: Rc<Questionnaire>,
}

impl QuestionsProps {
    /// The place under which this browser keeps what is answered.
    fn place(&self) -> Route {
        Route::Questionnaire(self.asked.id.to_string())
    }
}

/// The questions theme by theme, and at the end what is sent.
#[component]
pub(super) fn Questions(props: &QuestionsProps) -> Html {
    let QuestionsProps { session, asked } = props;
    let place = props.place();
    let is_kept = use_state(|| kept(&session.world, &place).is_some());
    // What is not to be kept goes to a store that ends with the page.
    let scratch = use_state(|| World { store: memory::world().store, ..session.world.clone() });
    let world = if *is_kept { &session.world } else { &*scratch };
    let form = use_form(world, &place, ReplyDraft::new(asked));
    let step = use_state(|| Some(Theme::Purpose));
    let so_far = Score::of(&form.draft().answers());
    html! {
        <>
            <p>{ format!("Health check of {}, asked by {} on {}", asked.partnership_name, asked.asked_by, asked.asked_on.in_words()) }</p>
            <div class="themes">
                { themes(&form, &step, &so_far) }
                <div>
                    { form.head() }
                    { match *step {
                        Some(theme) => questions_of(&form, &step, theme),
                        None => finish(props, &form, &step),
                    } }
                    <p class="inset" role="status">{ format!("{} questions answered.", answered(so_far.overall())) }</p>
                    { keeping(props, &form, &is_kept) }
                </div>
            </div>
        </>
    }
}

fn kept(world: &World, place: &Route) -> Option<Typed<ReplyDraft>> {
    tasks::kept_draft(world, &place.to_string())
}

/// The steps: each theme with how far it is answered, and the end.
fn themes(form: &Form<ReplyDraft>, step: &UseStateHandle<Option<Theme>>, so_far: &Score) -> Html {
    let item = |to: Option<Theme>, name: &'static str, state: String| {
        let here = **step == to;
        let on_press = going(form, step, to);
        let button = Button { kind: ButtonKind::Quiet, label: name.into(), on_press, ..Button::default() };
        html! {
            <li class={classes!("themes__theme", here.then_some("themes__theme--here"))}>
                { button.view() }
                <span class="themes__state">{ state }</span>
            </li>
        }
    };
    let theme =
        |theme: Theme| item(Some(theme), theme.name(), format!("{} answered", answered(so_far.theme(theme))));
    html! {
        <nav class="themes__nav" aria-label="Themes">
            <ol class="themes__list">
                { for Theme::ALL.into_iter().map(theme) }
                { item(None, "Send your answers", String::new()) }
            </ol>
        </nav>
    }
}

/// What goes to another step, unless something here must be put right first.
fn going(
    form: &Form<ReplyDraft>,
    step: &UseStateHandle<Option<Theme>>,
    to: Option<Theme>,
) -> Callback<MouseEvent> {
    let (form, step) = (form.clone(), step.clone());
    Callback::from(move |_| {
        let (to, found) = match form.draft().unsound() {
            Some((theme, found)) if to.is_none() || *step == Some(theme) => (Some(theme), found),
            _ => (to, Vec::new()),
        };
        if found.is_empty() {
            focus::heading_after_render();
        }
        form.refuse(found);
        step.set(to);
    })
}

fn questions_of(form: &Form<ReplyDraft>, step: &UseStateHandle<Option<Theme>>, theme: Theme) -> Html {
    let next = Theme::ALL.get(theme as usize + 1).copied();
    let on = Button { label: "Continue".into(), on_press: going(form, step, next), ..Button::default() };
    html! {
        <>
            { heading(theme.name()) }
            <p class="lead">{ theme.description() }</p>
            { for questions().iter().filter(|q| q.theme == theme).enumerate().map(|(i, q)| question(form, q, (theme, i))) }
            <p class="actions">{ on.view() }</p>
        </>
    }
}

fn question(form: &Form<ReplyDraft>, question: &Question, (theme, place): (Theme, usize)) -> Html {
    QuestionFields {
        question,
        draft: &form.draft().themes[theme as usize].answers[place],
        problem: form.problems().at(&answer_field(&question.id)),
        on_change: form.changing(move |draft: &mut ReplyDraft, answer| {
            draft.themes[theme as usize].answers[place] = answer;
        }),
    }
    .view()
}

/// The end: who answers, and the link or the file.
fn finish(props: &QuestionsProps, form: &Form<ReplyDraft>, step: &UseStateHandle<Option<Theme>>) -> Html {
    let asked = &props.asked;
    let body = if asked.body.is_empty() { &asked.asked_by } else { &asked.body };
    html! {
        <>
            { heading("Send your answers") }
            { summary_list(vec![
                SummaryRow::text("To", &asked.asked_by),
                SummaryRow::text("About", &asked.partnership_name),
                SummaryRow::text("For", body),
            ]) }
            { form.line("respondent", "Who answers?", "A post, not a person\u{2019}s name", |d| &mut d.respondent) }
            { form.area("notes", "Notes", "", |d| &mut d.notes) }
            <p>{ "Your answers with their evidence, this post, the note and today\u{2019}s date are sent, and nothing else. Make a link or a file, and send it back to whoever has asked: nothing is sent from this page." }</p>
            <Sending about={form_key(form)} session={props.session.clone()} parcel={parcel(props, form, step)} may_be_sealed=true />
        </>
    }
}

/// What a link that was made depends on.
fn form_key(form: &Form<ReplyDraft>) -> String {
    [&*form.draft().respondent, &*form.draft().notes].join("\n")
}

fn parcel(
    props: &QuestionsProps,
    form: &Form<ReplyDraft>,
    step: &UseStateHandle<Option<Theme>>,
) -> Callback<(), Option<Parcel>> {
    let (props, form, step) = (props.clone(), form.clone(), step.clone());
    Callback::from(move |()| {
        if let Some((theme, found)) = form.draft().unsound() {
            form.refuse(found);
            step.set(Some(theme));
            return None;
        }
        match form.draft().check(&props.asked, props.session.world.clock.today()) {
            Ok(reply) => Some(questionnaire_parcel(&Sent::Answers(reply))),
            Err(found) => {
                form.refuse(found);
                None
            }
        }
    })
}

/// Whether this browser keeps what is answered.
fn keeping(props: &QuestionsProps, form: &Form<ReplyDraft>, is_kept: &UseStateHandle<bool>) -> Html {
    let (world, place) = (props.session.world.clone(), props.place().to_string());
    let (draft, base, is_kept_now) = (form.draft().clone(), ReplyDraft::new(&props.asked), is_kept.setter());
    let on_change = Callback::from(move |keep| {
        if keep {
            let typed = Typed { base: base.clone(), draft: draft.clone() };
            tasks::keep_draft(&world, &place, &typed);
        } else {
            tasks::forget_draft(&world, &place);
        }
        is_kept_now.set(keep);
    });
    let label = "Keep my answers in this browser, so that I can go on later by the same link".into();
    Tick { id: "keep".into(), label, is_ticked: **is_kept, on_change, ..Tick::default() }.view()
}
