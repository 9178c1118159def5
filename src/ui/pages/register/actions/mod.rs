//! Actions: what is to be done by when, how much each owner has to do, and the form for one.

mod form;
pub(super) mod table;

use std::rc::Rc;

use partnership_risk_core::choice::Choice as _;
use partnership_risk_core::register::{ActionState, Register, Serves};
use yew::prelude::{Html, html};

use super::owners::{owner_items, owner_of, owner_value};
use crate::app::queries::actions::{
    ActionFilter, ActionGroup, OwnerCount, When, action_groups, action_owners, counts_by_owner,
};
use crate::app::queries::seek::served_name;
use crate::ui::components::{Head, TableRow, button_link, link, table};
use crate::ui::pages::filters::Filters;
use crate::ui::pages::first_and_rest::first_and_rest;
use crate::ui::pages::form::items_of;
use crate::ui::pages::heading;
use crate::ui::route::Route;
use crate::ui::session::Session;
use crate::ui::words::count;

pub(super) use form::ActionForm;

use table::action_table;

/// All actions, by when they are due.
pub(super) fn actions(register: &Rc<Register>, filter: &ActionFilter, session: &Session) -> Html {
    html! {
        <>
            <p>{ link(Route::Risks(Default::default()).to_string(), "All risks") }</p>
            <div class="page-head">
                { heading("Actions") }
                { button_link("Add an action", "button button--primary", Route::NewAction(None).to_string()) }
            </div>
            if register.actions().is_empty() {
                <p>{ "There are none yet. An action is something that somebody is to do by a day, to bring a risk down, to build a control or to run a partnership better." }</p>
            } else {
                { filter_form(register, filter) }
                { groups(register, filter, session) }
                { by_owner(&counts_by_owner(register, session.world.clock.today())) }
            }
        </>
    }
}

fn groups(register: &Rc<Register>, filter: &ActionFilter, session: &Session) -> Html {
    let groups = action_groups(register, filter, session.world.clock.today());
    let n: usize = groups.iter().map(|group| group.actions.len()).sum();
    let found = if filter.is_empty() { "to do" } else { "found" };
    html! {
        <>
            <p role="status">{ format!("{} {found}", count(n, "action", "actions")) }</p>
            for group in &groups {
                { one_group(register, group, session) }
            }
        </>
    }
}

fn one_group(register: &Rc<Register>, group: &ActionGroup, session: &Session) -> Html {
    let (id, title) = match group.when {
        When::Overdue => ("overdue", "Overdue"),
        When::Soon => ("soon", "Due within 30 days"),
        When::Later => ("later", "Due later"),
        When::NoDate => ("no-date", "No date"),
        When::Over => ("over", "Done or dropped"),
    };
    let (register, session) = (register.clone(), session.clone());
    let show = move |name: String, some: &[_]| action_table(name, some, Some(&register), &session);
    html! {
        <section aria-labelledby={id}>
            <h2 {id}>{ format!("{title} ({})", group.actions.len()) }</h2>
            { first_and_rest(title, &group.actions, show) }
        </section>
    }
}

fn filter_form(register: &Register, filter: &ActionFilter) -> Html {
    let filters = Filters { view: filter.clone(), to: Route::Actions };
    let owners = owner_items(&action_owners(register));
    let state = filter.state.map(ActionState::key).unwrap_or_default();
    let fields = html! {
        <>
            { filters.choice(("filter-owner", "Owner"), owner_value(filter.owner.as_deref()), (Some("All owners"), owners),
                |filter, value| filter.owner = owner_of(value)) }
            { filters.choice(("filter-state", "State"), state, (Some("All that are to be done"), items_of::<ActionState>()),
                |filter, key| filter.state = ActionState::of_key(key)) }
        </>
    };
    let all = || (ActionFilter::default(), "Show all actions");
    filters.search("Filter actions", fields, (!filter.is_empty()).then(all))
}

/// How much everybody has to do.
fn by_owner(counts: &[OwnerCount]) -> Html {
    if counts.is_empty() {
        return Html::default();
    }
    let row = |count: &OwnerCount| {
        let filter = ActionFilter { owner: Some(count.owner.clone()), state: None };
        let name = if count.owner.is_empty() { "Nobody named" } else { &count.owner };
        let owner = link(Route::Actions(filter).to_string(), name.to_owned());
        TableRow::new(vec![owner, count.n_open.into(), count.n_overdue.into()])
    };
    let heads = [Head::text("Owner"), Head::number("To do"), Head::number("Overdue")];
    let table = table("Actions by owner", &heads, counts.iter().map(row).collect());
    html! { <section aria-labelledby="by-owner"><h2 id="by-owner">{ "By owner" }</h2>{ table }</section> }
}

/// The place of what an action serves.
fn served_place(serves: Serves) -> Route {
    match serves {
        Serves::Risk(id) => Route::Risk(id),
        Serves::Control(id) => Route::Control(id),
        Serves::Partnership(id) => Route::Partnership(id),
    }
}

/// A link to what an action serves.
fn served_link(register: &Register, serves: Serves) -> Html {
    let name = served_name(register, serves).unwrap_or_default().to_owned();
    link(served_place(serves).to_string(), name)
}
