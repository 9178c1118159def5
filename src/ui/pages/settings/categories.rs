//! The form for the organisation's own categories.

use partnership_risk_core::catalogue::{Category, CategoryId, categories};
use partnership_risk_core::register::{Change, Organisation, Register, Status};
use yew::prelude::{Callback, Html, SubmitEvent, component, html};

use super::{Props, to_all};
use crate::app::drafts::{CategoriesDraft, CategoryDraft, category_field};
use crate::app::queries::categories::use_of;
use crate::app::queries::risk_table::Filter;
use crate::ui::components::{TextField, disclosure, link};
use crate::ui::pages::form::{Form, Rows, go, use_form};
use crate::ui::pages::heading;
use crate::ui::route::Route;
use crate::ui::words::count;

const ROWS: Rows<CategoriesDraft, CategoryDraft> = Rows { id: "categories", list: |d| &mut d.categories };

/// The form for the organisation's own categories.
#[component]
pub(super) fn CategoriesForm(props: &Props) -> Html {
    let first = CategoriesDraft::of(props.register.organisation());
    let form = use_form(&props.session.world, &Route::CategorySettings, first);
    let add = ROWS.add(&form, "Add a category", CategoryDraft::default, |at| category_field(at, "name"));
    html! {
        <form onsubmit={submit(props, &form)} novalidate=true>
            { to_all() }
            { form.head() }
            { heading("Your own categories") }
            <p class="lead">{ "Add a category where your risks fit none of the seventeen built-in ones." }</p>
            <p>{ "Yours stand after the built-in ones wherever a category is chosen. No published survey is matched to them until you say so: each survey has a crosswalk, in which you choose the labels that mean one of yours. If you take a category away, what you matched to it goes too." }</p>
            { disclosure("The built-in categories", built_in()) }
            if form.draft().categories.is_empty() {
                <p>{ "You have none of your own yet." }</p>
            }
            <div id={ROWS.id} tabindex="-1">
                { for form.draft().categories.iter().enumerate().map(|(at, draft)| fields(&props.register, &form, at, draft)) }
            </div>
            <p>{ add }</p>
            <p class="actions">{ form.save_or_cancel(&Route::Settings) }</p>
        </form>
    }
}

fn built_in() -> Html {
    let known = categories();
    let entry = |category: &Category| {
        html! { <li><b>{ &*category.name }</b>{ ": " }{ &*category.definition }</li> }
    };
    html! { <ul>{ for known.iter().map(entry) }</ul> }
}

fn fields(register: &Register, form: &Form<CategoriesDraft>, at: usize, draft: &CategoryDraft) -> Html {
    let name = TextField {
        id: category_field(at, "name").into(),
        label: "Name".into(),
        value: draft.name.clone().into(),
        problem: form.problems().at(&category_field(at, "name")),
        on_input: ROWS.changing(form, at, |row, text| row.name = text),
        ..TextField::default()
    };
    let definition = TextField {
        id: category_field(at, "definition").into(),
        label: "What goes wrong".into(),
        hint: "In one sentence, so that everybody means the same".into(),
        value: draft.definition.clone().into(),
        on_input: ROWS.changing(form, at, |row, text| row.definition = text),
        ..TextField::default()
    };
    html! {
        <fieldset class="rule">
            <legend>{ format!("Category {}", at + 1) }</legend>
            { name.view() }
            { definition.view() }
            { remove(register, form, at, draft) }
        </fieldset>
    }
}

/// The button that removes a category, or what keeps it.
fn remove(register: &Register, form: &Form<CategoriesDraft>, at: usize, draft: &CategoryDraft) -> Html {
    let id = CategoryId::new(&draft.id);
    let found = use_of(register, &id);
    if !draft.id.is_empty() && found.total() > 0 {
        let to = |status| {
            Route::risks(Filter { category: Some(id.clone()), status, ..Filter::default() }).to_string()
        };
        return html! {
            <p>
                { "It stays while risks use it: " }
                if found.current > 0 {
                    { link(to(None), count(found.current, "risk", "risks")) }{ " " }
                }
                if found.closed > 0 {
                    { link(to(Some(Status::Closed)), count(found.closed, "closed risk", "closed risks")) }
                }
            </p>
        };
    }
    ROWS.remove(form, at, &format!("category {}", at + 1))
}

fn submit(props: &Props, form: &Form<CategoriesDraft>) -> Callback<SubmitEvent> {
    let (register, session) = (props.register.clone(), props.session.clone());
    let check = move |draft: &CategoriesDraft| draft.check(&register);
    form.on_submit(check, move |organisation: Organisation| {
        let n = count(organisation.categories.len(), "category", "categories");
        session.change(Change::OrganisationSet(organisation), format!("Saved {n} of your own"));
        go(&Route::Settings);
    })
}
