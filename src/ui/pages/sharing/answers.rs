//! A partner's answers that have come back: what they say, what they would change, and adding them to the health check of
//! their partnership. Answers that are here already are replaced only when somebody says so, and never doubled.

use std::rc::Rc;

use partnership_risk_core::exchange::link::LinkKind;
use partnership_risk_core::exchange::questionnaire::{Sent, of_link};
use partnership_risk_core::health::{Answer, Score};
use partnership_risk_core::register::{Change, HealthCheck, Register, Reply, ReplyFate};
use yew::prelude::{Callback, Html, Properties, component, html, use_memo};

use super::arriving::not_opened;
use crate::app::queries::health::{Voices, respondent};
use crate::ui::components::{
    Button, ButtonKind, Head, SummaryRow, TableRow, disclosure, link, summary_list, table,
};
use crate::ui::pages::form::go;
use crate::ui::pages::heading;
use crate::ui::pages::health::{answered, percent_or_none};
use crate::ui::route::Route;
use crate::ui::session::Session;
use crate::ui::words::count;

/// Props of [`Replied`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct RepliedProps {
    /// What it acts through.
    pub session: Session,
    /// The register that is open here.
    pub register: Option<Rc<Register>>,
    /// What the link says that it holds.
    pub kind: LinkKind,
    /// What it holds.
    pub text: Rc<str>,
}

/// Answers that have come back, or why they cannot be used.
#[component]
pub(super) fn Replied(props: &RepliedProps) -> Html {
    let read = use_memo((props.kind, props.text.clone()), |(kind, text)| of_link(*kind, text));
    let content = match (&*read, &props.register) {
        (Err(error), _) => not_opened(&error.to_string()),
        (Ok(Sent::Questionnaire(_)), _) => not_opened("it holds the questions and no answers to them"),
        (Ok(Sent::Answers(reply)), None) => html! {
            <>{ not_opened(&format!("it is about \u{201c}{}\u{201d}, and no register is open here", reply.to.partnership_name)) }</>
        },
        (Ok(Sent::Answers(reply)), Some(register)) => preview(props, register, reply),
    };
    html! {
        <>
            { heading("Answers from a partner") }
            { content }
            <p>{ link(Route::Overview.to_string(), "Leave it") }</p>
        </>
    }
}

fn preview(props: &RepliedProps, register: &Register, reply: &Reply) -> Html {
    let fate = match register.fate_of(reply, props.session.world.clock.now()) {
        Ok(fate) => fate,
        Err(error) => return not_opened(&error.to_string()),
    };
    html! {
        <>
            { facts(register, reply) }
            { disclosure("Every answer", every_answer(reply)) }
            { what_comes_of_it(props, register, reply, fate) }
        </>
    }
}

fn facts(register: &Register, reply: &Reply) -> Html {
    let score = Score::of(&reply.answers);
    let named = register.partnership(reply.to.partnership).map(|partnership| partnership.name.clone());
    let body = if reply.to.body.is_empty() { &register.organisation().name } else { &reply.to.body };
    summary_list(vec![
        SummaryRow::text("Partnership", &named.unwrap_or_default()),
        SummaryRow::text("Answered by", &reply.respondent),
        SummaryRow::text("For", body),
        SummaryRow::text("Date", &reply.date.in_words()),
        SummaryRow::text("Answered", &format!("{} questions", answered(score.overall()))),
        SummaryRow::text("Score", &percent_or_none(score.overall().share())),
        SummaryRow::text("Notes", &reply.notes),
    ])
}

fn every_answer(reply: &Reply) -> Html {
    let heads = [Head::text("Question"), Head::text("Answer"), Head::text("Evidence")];
    let rows = reply.answers.iter().map(|(question, given)| {
        let name = question.short_name();
        TableRow::new(vec![name.into(), Answer::name(given.answer).into(), given.evidence.clone().into()])
    });
    table("Answers as they came", &heads, rows.collect())
}

fn what_comes_of_it(props: &RepliedProps, register: &Register, reply: &Reply, fate: ReplyFate) -> Html {
    let health = Route::PartnershipHealth(reply.to.partnership).to_string();
    match fate {
        ReplyFate::Known => html! {
            <p class="inset">{ "These answers are here already; nothing is to be done. " }{ link(health, "See the health of the partnership") }</p>
        },
        ReplyFate::New(check) => html! {
            <>
                <p>{ together(register, &check) }</p>
                <p class="actions">{ taking(props, check, "Add these answers", "Added") }</p>
            </>
        },
        ReplyFate::Replaces(before, check) => html! {
            <>
                <p class="inset">{ format!(
                    "{} has answered this questionnaire before, as of {}: {} questions. These answers would take the place of those.",
                    respondent(&before),
                    before.date.in_words(),
                    answered(Score::of(&before.answers).overall())
                ) }</p>
                <p>{ together(register, &check) }</p>
                <p class="actions">{ taking(props, check, "Replace the earlier answers", "Replaced") }</p>
            </>
        },
    }
}

/// What all respondents would say together.
fn together(register: &Register, check: &HealthCheck) -> String {
    let with = register.apply(Change::HealthChecksPut(vec![check.clone()]));
    let Ok(with) = with else { return String::new() };
    let voices = Voices::of(with.standing_checks(check.partnership));
    let who = count(voices.checks.len(), "respondent", "respondents");
    let disputed = voices.panel.disputed().len();
    format!(
        "With them there {} {who}; by the medians the score is {}, and they lie two steps or more apart on {}.",
        if voices.checks.len() == 1 { "is" } else { "are" },
        percent_or_none(voices.panel.score().overall().share()),
        count(disputed, "question", "questions")
    )
}

fn taking(props: &RepliedProps, check: HealthCheck, label: &'static str, done: &'static str) -> Html {
    let session = props.session.clone();
    let on_press = Callback::from(move |_| {
        let said = format!("{done} the answers of {}", respondent(&check));
        let to = Route::PartnershipHealth(check.partnership);
        session.change(Change::HealthChecksPut(vec![check.clone()]), said);
        go(&to);
    });
    Button { kind: ButtonKind::Submit, label: label.into(), on_press, ..Button::default() }.view()
}
