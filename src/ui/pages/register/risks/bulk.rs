//! What can be done with several selected risks: how many there are, which thing to change, and to what.

use partnership_risk_core::register::Status;
use yew::prelude::{Callback, Html, MouseEvent, SubmitEvent, html};

use crate::app::drafts::{BulkDraft, BulkField};
use crate::ui::components::{Button, ButtonKind, Choice, ChoiceItem, TextField};
use crate::ui::pages::form::{Problems, items_of};
use crate::ui::pages::shown::{at_place, place_of};
use crate::ui::words::count;

/// What the form for several risks shows and does.
pub(super) struct Bulk {
    /// How many risks are selected.
    pub n_selected: usize,
    /// The categories that they can be given.
    pub categories: Vec<ChoiceItem>,
    /// What is wrong with what is typed.
    pub problems: Problems,
    /// What is typed.
    pub draft: BulkDraft,
    /// Called with what is typed at each keystroke.
    pub on_draft: Callback<BulkDraft>,
    /// Selects all risks that are shown.
    pub on_all: Callback<MouseEvent>,
    /// Selects none.
    pub on_none: Callback<MouseEvent>,
    /// Changes the selected risks.
    pub on_change: Callback<()>,
}

/// The form for several risks.
pub(super) fn bulk(parts: Bulk) -> Html {
    let n = parts.n_selected;
    let said = if n == 0 {
        "No risk selected".to_owned()
    } else {
        format!("{} selected", count(n, "risk", "risks"))
    };
    let quiet = |label: &'static str, disabled, on_press: &Callback<MouseEvent>| {
        let (kind, label, on_press) = (ButtonKind::Quiet, label.into(), on_press.clone());
        Button { kind, label, disabled, on_press, ..Button::default() }.view()
    };
    html! {
        <div class="bulk">
            <p class="bulk__selected">
                <span role="status">{ said }</span>
                { quiet("Select all shown", false, &parts.on_all) }
                { quiet("Select none", n == 0, &parts.on_none) }
            </p>
            if n > 0 {
                { fields(&parts) }
            }
        </div>
    }
}

fn fields(parts: &Bulk) -> Html {
    let on_change = parts.on_change.clone();
    let on_submit = move |event: SubmitEvent| {
        event.prevent_default();
        on_change.emit(());
    };
    let label = format!("Change {}", count(parts.n_selected, "risk", "risks")).into();
    html! {
        <form class="bulk__form" aria-label="Change the selected risks" onsubmit={on_submit} novalidate=true>
            { parts.problems.summary() }
            { field_choice(parts) }
            { value_field(parts) }
            if parts.draft.field == BulkField::Status {
                { text_field(parts, ("bulk-reason", "Reason", "Needed where risks are closed"), &parts.draft.reason,
                    |draft, typed| draft.reason = typed) }
            }
            <p>{ Button { kind: ButtonKind::Submit, label, ..Button::default() }.view() }</p>
        </form>
    }
}

/// Which thing is changed; another thing begins empty.
fn field_choice(parts: &Bulk) -> Html {
    let on_choose = parts.on_draft.reform(|place: String| BulkDraft {
        field: at_place(&BulkField::ALL, &place).unwrap_or_default(),
        ..BulkDraft::default()
    });
    Choice {
        id: "bulk-field".into(),
        label: "What to change".into(),
        value: place_of(&BulkField::ALL, Some(&parts.draft.field)).into(),
        items: ChoiceItem::numbered(BulkField::ALL.into_iter().map(BulkField::name)),
        on_choose,
        ..Choice::default()
    }
    .view()
}

fn value_field(parts: &Bulk) -> Html {
    let text = |hint| {
        text_field(parts, ("bulk-value", "Change it to", hint), &parts.draft.value, |draft, typed| {
            draft.value = typed
        })
    };
    match parts.draft.field {
        BulkField::Owner => text("A post, not a person\u{2019}s name"),
        BulkField::Review => text("For example, 31/3/2027"),
        BulkField::Category => value_choice(parts, categories(parts)),
        BulkField::Status => value_choice(parts, items_of::<Status>()),
    }
}

fn categories(parts: &Bulk) -> Vec<ChoiceItem> {
    let none = ChoiceItem::new(BulkDraft::NO_CATEGORY, "No category");
    parts.categories.iter().cloned().chain([none]).collect()
}

fn value_choice(parts: &Bulk, items: Vec<ChoiceItem>) -> Html {
    Choice {
        id: "bulk-value".into(),
        label: "Change it to".into(),
        value: parts.draft.value.clone().into(),
        none: Some("Choose one".into()),
        items,
        problem: parts.problems.at("bulk-value"),
        on_choose: putting(parts, |draft, chosen| draft.value = chosen),
        ..Choice::default()
    }
    .view()
}

fn text_field(
    parts: &Bulk,
    (id, label, hint): (&'static str, &'static str, &'static str),
    value: &str,
    put: fn(&mut BulkDraft, String),
) -> Html {
    TextField {
        id: id.into(),
        label: label.into(),
        hint: hint.into(),
        value: value.to_owned().into(),
        problem: parts.problems.at(id),
        on_input: putting(parts, put),
        ..TextField::default()
    }
    .view()
}

fn putting(parts: &Bulk, put: fn(&mut BulkDraft, String)) -> Callback<String> {
    let draft = parts.draft.clone();
    parts.on_draft.reform(move |typed| {
        let mut next = draft.clone();
        put(&mut next, typed);
        next
    })
}
