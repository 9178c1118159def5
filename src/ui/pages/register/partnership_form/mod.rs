//! The form for a partnership: the essentials first, the rest in sections that links above lead to.

mod partners;
mod sections;

use partnership_risk_core::register::{Change, Partnership, Register};
use yew::prelude::{Html, component, html};

use crate::app::drafts::PartnershipDraft;
use crate::ui::components::contents;
use crate::ui::pages::form::{Edited, Form, Kind, Record, RecordProps, use_editing};
use crate::ui::pages::{heading, not_found};
use crate::ui::route::{PartnershipView, Route};

use partners::partners;
use sections::{agreement, anything_else, dates, essentials, money, significance, value};

/// The sections in order: the id and the words of each one's heading.
const SECTIONS: [(&str, &str); 8] = [
    ("essentials", "Essentials"),
    ("value", "What it achieves"),
    ("partners", "Partners"),
    ("money", "Money"),
    ("agreement", "Agreement"),
    ("dates", "Dates and stage"),
    ("significance", "Significance"),
    ("anything-else", "Anything else"),
];

impl Record for Partnership {
    type About = ();
    type Draft = PartnershipDraft;
    const KIND: Kind<Self> = Kind {
        find: Register::partnership,
        new: |()| Route::NewPartnership,
        existing: Route::EditPartnership,
        above: |edited| match edited {
            Edited::New(()) => Route::Partnerships(PartnershipView::default()),
            Edited::Existing(id) => Route::Partnership(id),
        },
        begun: |(), _, _| PartnershipDraft::new(),
        draft: |partnership, _| PartnershipDraft::of(partnership),
        check: |draft, register, id, (now, _)| draft.check(register, id, now),
        called: |partnership| partnership.name.clone(),
        why: |draft| &draft.reason,
        put: |partnership| Change::PartnershipsPut(vec![partnership]),
        removed: Change::PartnershipRemoved,
        next: |_, id| Some(Route::Partnership(id)),
    };
}

/// The form for a partnership.
#[component]
pub(super) fn PartnershipForm(props: &RecordProps<Partnership>) -> Html {
    let Some(editing) = use_editing(props) else { return not_found() };
    let known = editing.known.as_deref();
    let title = known.map_or_else(|| "New partnership".to_owned(), |p| format!("Change {}", p.name));
    let content = html! {
        <>
            { heading(&title) }
            <p class="note">{ "Only the name and the form are needed to begin. The rest can come later." }</p>
            { contents("Sections of this form", &SECTIONS) }
            { all_sections(&editing.form, &props.register, known.is_some()) }
        </>
    };
    editing.view(content, Html::default())
}

fn all_sections(form: &Form<PartnershipDraft>, register: &Register, is_change: bool) -> Html {
    let contents = [
        essentials(form),
        value(form),
        partners(form),
        money(form),
        agreement(form),
        dates(form),
        significance(form, register),
        anything_else(form, is_change),
    ];
    let section = |((id, title), content): ((&'static str, &'static str), Html)| {
        html! {
            <section aria-labelledby={id}>
                <h2 {id} tabindex="-1">{ title }</h2>
                { content }
            </section>
        }
    };
    html! { <>{ for SECTIONS.into_iter().zip(contents).map(section) }</> }
}
