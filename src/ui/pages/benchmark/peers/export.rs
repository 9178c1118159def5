//! The first step: our own submission, all of it, and saving it.

use std::rc::Rc;

use partnership_risk_core::league::peers::{NothingToSubmit, Submission};
use partnership_risk_core::register::Register;
use yew::prelude::{Callback, Html, MouseEvent, html};

use crate::app::edits::peers::marked;
use crate::app::event::Event;
use crate::app::queries::peers::{next_mark, read_before, submission_under};
use crate::app::tasks;
use crate::ui::components::{Button, disclosure, listing};
use crate::ui::session::Session;
use crate::ui::words::{count, ordinal, sentence};

/// Our own submission, to be read and saved.
pub(super) fn export(
    register: &Rc<Register>,
    ours: &Result<Submission, NothingToSubmit>,
    session: &Session,
) -> Html {
    let content = match ours {
        Ok(submission) => offered(register, submission, session),
        Err(nothing) => {
            html! { <p>{ "You have nothing to send yet. " }{ sentence(&nothing.to_string()) }</p> }
        }
    };
    html! {
        <section aria-labelledby="send">
            <h2 id="send">{ "1. Save what you would send" }</h2>
            { content }
        </section>
    }
}

fn offered(register: &Rc<Register>, submission: &Submission, session: &Session) -> Html {
    let on_press = saving(register, session);
    let save = Button { label: "Save this submission".into(), on_press, changes: true, ..Button::default() };
    html! {
        <>
            <p>{ "This is all of it. Read it before you save it; then hand the file to whoever collects submissions. Nothing is sent from here." }</p>
            <ul>
                <li>{ "In it: counts and scores by category, theme of health and good practice, your kind of body, the size of your matrix, and the month." }</li>
                <li>{ "Not in it: your name, any partnership, person, title, note or amount of money, any date but the month, or anything else that you have typed." }</li>
            </ul>
            { not_your_own(register) }
            { only_one(register) }
            { left_out(submission) }
            { listing("Your submission in full", read_before(submission)) }
            <p class="actions">{ save.view() }</p>
            { disclosure("Could somebody tell whose it is?", could_it_be_told()) }
        </>
    }
}

/// A warning where the figures are nobody's, or somebody else's.
fn not_your_own(register: &Register) -> Html {
    let organisation = register.organisation();
    if !organisation.is_example && organisation.published_source.is_empty() {
        return Html::default();
    }
    html! { <p class="inset">{ "This register is an example. Do not send its figures to others as if they were your own." }</p> }
}

/// A warning where all figures of the body are those of one partnership.
fn only_one(register: &Register) -> Html {
    if register.partnerships().iter().filter(|partnership| partnership.is_live()).count() != 1 {
        return Html::default();
    }
    html! { <p class="inset">{ "You have one partnership that is proposed or active, so every figure is about it. Whoever knows that it is yours can read its risks out of them." }</p> }
}

/// Whatever is left out, so that nothing is dropped in silence.
fn left_out(submission: &Submission) -> Html {
    let n = submission.left_out() as usize;
    if n == 0 {
        return Html::default();
    }
    let risks = count(n, "risk is only counted: it stands", "risks are only counted: they stand");
    html! { <p class="inset">{ risks }{ " in a category of your own, whose name could give you away." }</p> }
}

fn could_it_be_told() -> Html {
    html! {
        <>
            <p>{ "Your body has an id that was drawn at random and says nothing about it. It is kept in your register, and Undo does not take it back, so that a later submission takes the place of an earlier one instead of counting twice." }</p>
            <p>{ "Risks are listed by category and in the order of their ratings, not by partnership, so that a partnership is harder to tell by what it is and what threatens it." }</p>
            <p>{ "Whoever is sent the file knows from whom it came, and the numbers of one body may be small. So send it to somebody you trust with it: what that person shows to others leaves out whatever counts fewer than ten." }</p>
        </>
    }
}

fn saving(register: &Rc<Register>, session: &Session) -> Callback<MouseEvent> {
    let (register, session) = (register.clone(), session.clone());
    Callback::from(move |_| {
        let mark = next_mark(&register, session.world.fresh_id());
        match submission_under(&register, mark, session.world.clock.today()) {
            Ok(submission) => {
                tasks::offer_submission(&session.world, &submission);
                let said = format!("Saved your submission, the {} so far", ordinal(mark.edition as usize));
                session.change(marked(&register, mark), said);
            }
            Err(nothing) => {
                let name = "Your submission".to_owned();
                session.tell(Event::FileRefused { name, reason: nothing.to_string() });
            }
        }
    })
}
