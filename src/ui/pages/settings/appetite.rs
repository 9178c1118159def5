//! The form for how much risk the organisation accepts, and what stands above it.

use partnership_risk_core::choice::Choice as Chosen;
use partnership_risk_core::register::{Appetite, AppetiteLevel, Change, Organisation, Register};
use yew::prelude::{Callback, Html, SubmitEvent, component, html};

use super::{Props, to_all};
use crate::app::drafts::{
    AppetiteDraft, CategoryAppetiteDraft, ToleranceDraft, tolerance_field, tolerated_field,
};
use crate::app::queries::appetite::{Above, above};
use crate::ui::components::{
    Choice, ChoiceItem, Head, TableChoice, TableField, TableRow, disclosure, link, table, titled_table,
};
use crate::ui::pages::form::{Form, Rows, go, items_of, use_form};
use crate::ui::pages::heading;
use crate::ui::pages::shown::level;
use crate::ui::route::Route;
use crate::ui::words::{count, grouped};

type Draft = AppetiteDraft;

const LOSSES: Rows<Draft, ToleranceDraft> = Rows { id: "losses", list: |d| &mut d.tolerance };

/// The most risks above appetite that are listed.
const MOST_LISTED: usize = 100;

/// The form for how much risk the organisation accepts.
#[component]
pub(super) fn AppetiteForm(props: &Props) -> Html {
    let register = &*props.register;
    let form = use_form(&props.session.world, &Route::AppetiteSettings, Draft::of(register));
    html! {
        <form onsubmit={submit(props, &form)} novalidate=true>
            { to_all() }
            { form.head() }
            { heading("Risk appetite") }
            <p class="lead">{ "How much risk do you accept? An open risk above your appetite needs an action, or a reason why it is accepted." }</p>
            <h2>{ "What each appetite tolerates" }</h2>
            { for AppetiteLevel::ALL.into_iter().map(|appetite| tolerated(register, &form, appetite)) }
            <h2>{ "Your appetite" }</h2>
            { form.one_of::<AppetiteLevel>(("usual", "Usual appetite", "For every category that has none of its own below, and for risks without a category"),
                None, |d| &mut d.usual) }
            { by_category(register, &form) }
            <h2>{ "Losses you can bear" }</h2>
            <p>{ "The chance in a year with which a loss may be exceeded, from the smallest loss to the greatest. The cost of risk is held against this line." }</p>
            { losses(&form) }
            { what_is_above(register, &form) }
            <p class="actions">{ form.save_or_cancel(&Route::Settings) }</p>
        </form>
    }
}

/// What an appetite means; ours, after the five of HM Government's guidance.
fn meaning(appetite: AppetiteLevel) -> &'static str {
    match appetite {
        AppetiteLevel::Averse => "To avoid risk comes before everything else.",
        AppetiteLevel::Minimal => "You want what is very safe, even where there is little to gain.",
        AppetiteLevel::Cautious => "You prefer what is safe and accept some risk for a clear benefit.",
        AppetiteLevel::Open => "You weigh every option and take the best balance of risk and benefit.",
        AppetiteLevel::Eager => "You look for what is new and take more risk for a greater benefit.",
    }
}

fn tolerated(register: &Register, form: &Form<Draft>, appetite: AppetiteLevel) -> Html {
    let levels = register.matrix().levels().iter().enumerate();
    let place = appetite as usize;
    Choice {
        id: tolerated_field(appetite).into(),
        label: format!("{} tolerates up to", appetite.name()).into(),
        hint: meaning(appetite).into(),
        value: form.draft().tolerated[place].clone().into(),
        items: levels.map(|(at, level)| ChoiceItem::new(at.to_string(), level.name.clone())).collect(),
        problem: form.problems().at(&tolerated_field(appetite)),
        on_choose: form.changing(move |draft: &mut Draft, level| draft.tolerated[place] = level),
        ..Choice::default()
    }
    .view()
}

fn by_category(register: &Register, form: &Form<Draft>) -> Html {
    let usual = AppetiteLevel::of_key(&form.draft().usual).unwrap_or_default();
    let line = |(at, of): (usize, &CategoryAppetiteDraft)| {
        let name = form.draft().category_name(register, at);
        let none = ChoiceItem::new("", format!("As usual: {}", usual.name()));
        let chosen = TableChoice {
            id: format!("category-{}", at + 1).into(),
            label: format!("Appetite for {name}").into(),
            value: of.appetite.clone().into(),
            items: std::iter::once(none).chain(items_of::<AppetiteLevel>()).collect(),
            on_choose: form.changing(move |draft: &mut Draft, key| {
                if let Some(own) = draft.by_category.get_mut(at) {
                    own.appetite = key;
                }
            }),
            ..TableChoice::default()
        };
        TableRow::new(vec![name.into(), chosen.view()])
    };
    let rows = form.draft().by_category.iter().enumerate().map(line).collect();
    titled_table("Appetite by category", &[Head::text("Category"), Head::text("Appetite")], rows)
}

fn losses(form: &Form<Draft>) -> Html {
    let points = &form.draft().tolerance;
    let add = LOSSES.add(form, "Add a loss", ToleranceDraft::default, |at| tolerance_field(at, "loss"));
    html! {
        <div id={LOSSES.id} tabindex="-1">
            if points.is_empty() {
                <p>{ "You have not said how much loss you can bear." }</p>
            } else {
                { loss_table(form) }
            }
            <p>{ add }</p>
        </div>
    }
}

fn loss_table(form: &Form<Draft>) -> Html {
    let heads = [
        Head::text("Line"),
        Head::text("A loss of more than (\u{a3})"),
        Head::text("At most (% a year)"),
        Head::buttons("Take out"),
    ];
    let points = form.draft().tolerance.iter().enumerate();
    let rows = points.map(|(at, point)| loss_row(form, at, point)).collect();
    table("Losses you can bear, with the chance in a year", &heads, rows)
}

fn loss_row(form: &Form<Draft>, at: usize, point: &ToleranceDraft) -> TableRow {
    let field = |part: &str, label: &str, value: &str, on_input| {
        TableField {
            id: tolerance_field(at, part).into(),
            label: format!("{label} {}", at + 1).into(),
            value: value.to_owned().into(),
            problem: form.problems().at(&tolerance_field(at, part)),
            number: true,
            long: false,
            on_input,
        }
        .view()
    };
    let loss = LOSSES.changing(form, at, |row, text| row.loss = text);
    let chance = LOSSES.changing(form, at, |row, text| row.chance = text);
    TableRow::new(vec![
        (at + 1).into(),
        field("loss", "Loss", &point.loss, loss),
        field("chance", "Chance of loss", &point.chance, chance),
        LOSSES.remove(form, at, &format!("loss {}", at + 1)),
    ])
}

/// The open risks above the appetite as it is typed, or while that has problems, as it is saved.
fn what_is_above(register: &Register, form: &Form<Draft>) -> Html {
    let typed = form.draft().check(register);
    let appetite: &Appetite = typed.as_ref().unwrap_or(&register.organisation().appetite);
    let found = above(register, appetite);
    let idle = found.iter().filter(|above| !above.has_open_action).count();
    html! {
        <section aria-labelledby="above">
            <h2 id="above">{ format!("{} above it now", count(found.len(), "open risk", "open risks")) }</h2>
            if found.is_empty() {
                <p>{ "No open risk stands above this appetite." }</p>
            } else {
                <p>{ format!("{} no open action; these come first.", have(idle)) }</p>
                { above_table(register, &found) }
            }
            if found.len() > MOST_LISTED {
                <p>{ format!("And {} more.", grouped(found.len() - MOST_LISTED)) }</p>
            }
            { disclosure("Where this comes from", html! {
                <p>{ "An open risk is above appetite when the level of its current rating is higher than the one that the appetite of its category tolerates. Drafts and closed risks do not count." }</p>
            }) }
            <p class="citation">{ "The names of the five appetites are those of HM Government, Risk Appetite Guidance Note, 2021; what they mean is said here in our words." }</p>
        </section>
    }
}

fn have(n: usize) -> String {
    format!("{} {}", grouped(n), if n == 1 { "has" } else { "have" })
}

fn above_table(register: &Register, found: &[Above]) -> Html {
    let levels = register.matrix().levels();
    let row = |above: &Above| {
        let cells = vec![
            link(Route::Risk(above.risk.id).to_string(), above.risk.title.clone()),
            level(register.matrix().level(above.score)),
            levels.get(above.tolerated).map(level).unwrap_or_default(),
            if above.has_open_action { "Yes" } else { "None" }.into(),
        ];
        TableRow::of(above.risk.id, cells)
    };
    let heads = ["Risk", "Level", "Tolerated", "Open action"].map(Head::text);
    table("Open risks above appetite", &heads, found.iter().take(MOST_LISTED).map(row).collect())
}

fn submit(props: &Props, form: &Form<Draft>) -> Callback<SubmitEvent> {
    let (register, session) = (props.register.clone(), props.session.clone());
    let before = register.organisation().clone();
    let check = move |draft: &Draft| draft.check(&register);
    form.on_submit(check, move |appetite: Appetite| {
        let after = Organisation { appetite: appetite.into(), ..before.clone() };
        session.change(Change::OrganisationSet(after), "Saved your risk appetite".into());
        go(&Route::Settings);
    })
}
