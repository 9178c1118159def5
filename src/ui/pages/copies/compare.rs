//! Two copies of a register side by side: what was added, removed and changed from the earlier to the later one.

use std::rc::Rc;

use partnership_risk_core::register::{Difference, Register};
use yew::prelude::{Html, html};

use super::choose::{choose, copy_row};
use super::differences::difference_table;
use crate::app::event::Event;
use crate::app::model::{OtherCopies, OtherCopy, Purpose};
use crate::app::queries::comparing::{What, compared, filtered, kinds};
use crate::app::tasks::{self, TableForm};
use crate::ui::components::{Button, ButtonKind, ChoiceItem, SummaryRow, summary_list};
use crate::ui::pages::filters::Filters;
use crate::ui::pages::heading;
use crate::ui::route::{CompareView, Route};
use crate::ui::session::Session;
use crate::ui::words::{count, sentence_case};

/// Two copies of a register side by side.
pub(super) fn compare(
    register: Option<&Rc<Register>>,
    copies: &OtherCopies,
    view: &CompareView,
    session: &Session,
) -> Html {
    let later = copies.later.as_ref().map(|copy| &copy.register).or(register);
    html! {
        <>
            { heading("Compare two copies") }
            <p class="lead">{ "See what was added, removed and changed between two copies of a register. Nothing is changed by it." }</p>
            { sides(register.is_some(), copies, session) }
            { match (&copies.earlier, later) {
                (Some(earlier), Some(later)) => outcome(earlier, later, register, view, session),
                (Some(_), None) => html! { <p>{ "Choose the later copy as well." }</p> },
                (None, _) => Html::default(),
            } }
        </>
    }
}

/// Which copies are compared, and the fields by which others are chosen.
fn sides(has_register: bool, copies: &OtherCopies, session: &Session) -> Html {
    let row = |name: &'static str, copy: &Option<Rc<OtherCopy>>, none: &'static str| match copy {
        Some(copy) => copy_row(name, copy, session),
        None => SummaryRow::text(name, none),
    };
    let here = if has_register { "The register as it is now" } else { "" };
    html! {
        <>
            { summary_list(vec![row("Earlier", &copies.earlier, ""), row("Later", &copies.later, here)]) }
            { choose(Purpose::Earlier, ("earlier", "The earlier copy", "A copy that was saved by this page (.prisk.json), up to 20 MB"), None, session) }
            { choose(Purpose::Later, ("later", "The later copy", "Leave it out to compare with the register as it is now"), None, session) }
            if copies.later.is_some() && has_register {
                <p>{ closing(session) }</p>
            }
        </>
    }
}

fn closing(session: &Session) -> Html {
    let on_press = session.telling(|| Event::CopyClosed(Purpose::Later));
    let (kind, label) = (ButtonKind::Quiet, "Compare with the register as it is now".into());
    Button { kind, label, on_press, ..Button::default() }.view()
}

fn outcome(
    earlier: &OtherCopy,
    later: &Rc<Register>,
    register: Option<&Rc<Register>>,
    view: &CompareView,
    session: &Session,
) -> Html {
    let all = compared(earlier, later);
    let found = filtered(&all, &view.filter);
    let to = |page| Route::CompareFiles(CompareView { page, ..view.clone() });
    let n = count(found.len(), "difference", "differences");
    html! {
        <section aria-labelledby="found">
            <div role="status"><h2 id="found">{ if all.is_empty() { "Both copies are the same".to_owned() } else { n } }</h2></div>
            if !all.is_empty() {
                { filter_form(&all, view) }
            }
            if !found.is_empty() {
                { difference_table("What differs between both copies", &found, register.map(|r| &**r), view.page, &to) }
                { taking(&found, session) }
            }
        </section>
    }
}

fn filter_form(all: &[Difference], view: &CompareView) -> Html {
    let filters =
        Filters { view: view.clone(), to: |view| Route::CompareFiles(CompareView { page: 0, ..view }) };
    let kinds: Vec<ChoiceItem> =
        kinds(all).into_iter().map(|kind| ChoiceItem::new(kind, sentence_case(kind))).collect();
    let whats: Vec<ChoiceItem> =
        What::ALL.iter().map(|(key, name, _)| ChoiceItem::new(*key, *name)).collect();
    let kind = view.filter.kind.clone().unwrap_or_default();
    let what = What::ALL.iter().find(|known| Some(known.2) == view.filter.what).map_or("", |known| known.0);
    let fields = html! {
        <>
            { filters.choice(("filter-kind", "Kind"), kind, (Some("All kinds"), kinds), |view, kind| {
                view.filter.kind = (!kind.is_empty()).then(|| kind.to_owned());
            }) }
            { filters.choice(("filter-what", "What became of it"), what, (Some("Anything"), whats), |view, key| {
                view.filter.what = What::ALL.iter().find(|known| known.0 == key).map(|known| known.2);
            }) }
        </>
    };
    let is_filtered = view.filter != Default::default();
    filters.search(
        "Filter differences",
        fields,
        is_filtered.then(|| (CompareView::default(), "Show all differences")),
    )
}

/// The differences that are shown, to be taken away.
fn taking(found: &[Difference], session: &Session) -> Html {
    let found: Rc<[Difference]> = found.into();
    let button = |form: TableForm| {
        let (found, session) = (found.clone(), session.clone());
        Button {
            label: format!("Save as {}", form.name()).into(),
            on_press: (move |_| {
                let telling = session.clone();
                let tell = move |event| telling.tell(event);
                tasks::offer_differences(
                    &session.world,
                    "Differences between two copies",
                    &found,
                    form,
                    tell,
                );
            })
            .into(),
            ..Button::default()
        }
        .view()
    };
    html! { <p class="actions">{ button(TableForm::Xlsx) }{ button(TableForm::Csv) }{ button(TableForm::Markdown) }</p> }
}
