//! The levels: what the body calls them, how they look, and what is expected at each.

use partnership_risk_core::scale::Matrix;
use yew::prelude::{Callback, Html, MouseEvent, html};

use crate::app::drafts::{LevelDraft, MatrixDraft, level_field};
use crate::ui::components::{Button, ChoiceItem, Head, TableChoice, TableField, TableRow, table};
use crate::ui::focus;
use crate::ui::pages::form::Form;

/// The tones, from pale to dark.
const TONES: [&str; 5] = ["Palest", "Pale", "Middle", "Dark", "Darkest"];

/// The levels.
pub(super) fn levels(form: &Form<MatrixDraft>) -> Html {
    let n = form.draft().levels.len();
    let adding =
        form.changing(move |draft: &mut MatrixDraft, _: MouseEvent| draft.add_level(n).unwrap_or_default());
    let add = Button {
        label: "Add a level".into(),
        on_press: then_to(adding, n),
        disabled: n >= Matrix::MOST_LEVELS,
        ..Button::default()
    };
    html! {
        <section aria-labelledby="levels">
            <h3 id="levels">{ "Levels" }</h3>
            <p class="note">{ "Two to six levels, the lowest first. The tones can be told apart in grey and by colour-blind eyes; a colour of your own, such as #c62828, takes their place." }</p>
            { level_table(form) }
            <p>{ add.view() }</p>
        </section>
    }
}

fn level_table(form: &Form<MatrixDraft>) -> Html {
    let heads = [
        Head::text("Level"),
        Head::text("Name"),
        Head::text("Tone"),
        Head::text("Own colour"),
        Head::text("What is expected"),
        Head::text("Review after (months)"),
        Head::buttons("Take out"),
    ];
    let rows = form.draft().levels.iter().enumerate().map(|(at, level)| row(form, at, level)).collect();
    table("Levels, lowest first", &heads, rows)
}

fn row(form: &Form<MatrixDraft>, at: usize, level: &LevelDraft) -> TableRow {
    TableRow::new(vec![
        (at + 1).into(),
        field(form, at, ("name", "Name"), &level.name, |level| &mut level.name),
        tone(form, at, level),
        field(form, at, ("colour", "Own colour"), &level.colour, |level| &mut level.colour),
        field(form, at, ("response", "What is expected"), &level.response, |level| &mut level.response),
        field(form, at, ("months", "Review after (months)"), &level.months, |level| &mut level.months),
        remove(form, at),
    ])
}

/// One text of a level: which level, the part with its name, what is typed, and where.
fn field(
    form: &Form<MatrixDraft>,
    at: usize,
    (part, name): (&str, &str),
    value: &str,
    place: fn(&mut LevelDraft) -> &mut String,
) -> Html {
    let id = level_field(at, part);
    TableField {
        label: format!("{name}, level {}", at + 1).into(),
        value: value.to_owned().into(),
        problem: form.problems().at(&id),
        id: id.into(),
        number: part == "months",
        long: part == "response",
        on_input: form.changing(move |draft: &mut MatrixDraft, text| {
            if let Some(level) = draft.levels.get_mut(at) {
                *place(level) = text;
            }
        }),
    }
    .view()
}

fn tone(form: &Form<MatrixDraft>, at: usize, level: &LevelDraft) -> Html {
    TableChoice {
        id: level_field(at, "tone").into(),
        label: format!("Tone, level {}", at + 1).into(),
        value: level.tone.clone().into(),
        items: ChoiceItem::numbered(TONES.into_iter()),
        on_choose: form.changing(move |draft: &mut MatrixDraft, tone| {
            if let Some(level) = draft.levels.get_mut(at) {
                level.tone = tone;
            }
        }),
        ..TableChoice::default()
    }
    .view()
}

fn remove(form: &Form<MatrixDraft>, at: usize) -> Html {
    let removing = form
        .changing(move |draft: &mut MatrixDraft, _: MouseEvent| draft.remove_level(at).unwrap_or_default());
    Button {
        label: format!("Remove level {}", at + 1).into(),
        on_press: then_to(removing, at.saturating_sub(1)),
        disabled: form.draft().levels.len() <= Matrix::FEWEST_LEVELS,
        ..Button::default()
    }
    .view()
}

/// Does something and then goes to the name of a level.
fn then_to(act: Callback<MouseEvent>, at: usize) -> Callback<MouseEvent> {
    Callback::from(move |event: MouseEvent| {
        act.emit(event);
        focus::after_render(level_field(at, "name"));
    })
}
