//! What is to be done by whom until when: what is overdue and what comes next.

use partnership_risk_core::duty::{Duty, Owner};
use partnership_risk_core::register::{Register, Subject};
use yew::prelude::{Html, html};

use crate::app::queries::duties::{Duties, duties_of};
use crate::ui::components::{ChoiceItem, Head, TableRow, link, table};
use crate::ui::pages::filters::{Filters, choosing};
use crate::ui::pages::first_and_rest::first_and_rest;
use crate::ui::pages::heading;
use crate::ui::route::{DutyView, RiskView, Route};
use crate::ui::session::Session;

/// How far the page can look ahead, in days.
const DAYS: [u16; 3] = [30, 90, 365];

/// What is to be done by whom until when.
pub(super) fn duties(register: &Register, view: DutyView, session: &Session) -> Html {
    let found = duties_of(register, session.world.clock.today(), view.days);
    html! {
        <>
            { heading("Duties") }
            <p class="lead">{ summary(&found, view) }</p>
            <p>{ "Actions and reviews that are overdue or due soon, by the person who has them." }</p>
            { how_far(view) }
            if found.owners.is_empty() {
                { nothing_due() }
            }
            { for found.owners.iter().enumerate().map(|(place, owner)| of_owner(place, owner)) }
        </>
    }
}

fn summary(found: &Duties, view: DutyView) -> String {
    format!("{} overdue, {} due in the next {} days.", found.n_overdue, found.n_upcoming, view.days)
}

/// What would stand here, and where it comes from.
fn nothing_due() -> Html {
    html! {
        <>
            <p>{ "Nothing is overdue or due in this time." }</p>
            <p>
                { "A duty is an action with a due date, the review of a risk, or the review of a partnership. A risk without a review date is to be reviewed as often as its level asks. " }
                { link(Route::Risks(RiskView::default()).to_string(), "Go to the risks") }
            </p>
        </>
    }
}

fn how_far(view: DutyView) -> Html {
    let own = Some(view.days).filter(|days| !DAYS.contains(days));
    let item = |days: u16| ChoiceItem::new(days.to_string(), format!("The next {days} days"));
    let items = DAYS.into_iter().chain(own).map(item).collect();
    let filters = Filters { view, to: Route::Duties };
    let days = filters.choice(("days", "Look ahead"), view.days.to_string(), (None, items), |view, days| {
        view.days = days.parse().unwrap_or(DutyView::default().days);
    });
    choosing("How far to look ahead", days)
}

fn of_owner(place: usize, owner: &Owner) -> Html {
    let name = if owner.name.is_empty() { "Nobody named" } else { &owner.name };
    let id = format!("owner-{place}");
    let counts = format!("{} overdue, {} to come", owner.overdue.len(), owner.upcoming.len());
    let caption = format!("What {name} has to do");
    html! {
        <section aria-labelledby={id.clone()}>
            <h2 {id}>{ name }</h2>
            <p>{ counts }</p>
            { duty_table(owner, caption) }
        </section>
    }
}

fn duty_table(owner: &Owner, caption: String) -> Html {
    let heads = ["What", "Kind", "Due", "State"].map(Head::text);
    let overdue = owner.overdue.iter().map(|duty| (duty.clone(), "Overdue"));
    let to_come = owner.upcoming.iter().map(|duty| (duty.clone(), "To come"));
    let all: Vec<(Duty, &str)> = overdue.chain(to_come).collect();
    first_and_rest(&caption, &all, move |name, some| table(name, &heads, some.iter().map(row).collect()))
}

fn row((duty, state): &(Duty, &'static str)) -> TableRow {
    TableRow::new(vec![
        link(Route::of(duty.subject).to_string(), duty.what.clone()),
        kind(duty.subject).into(),
        duty.due.in_words().into(),
        (*state).into(),
    ])
}

fn kind(subject: Subject) -> &'static str {
    match subject {
        Subject::Action(_) => "Action",
        Subject::Risk(_) => "Review of a risk",
        Subject::Partnership(_) => "Review of a partnership",
        Subject::Organisation
        | Subject::Control(_)
        | Subject::Loss(_)
        | Subject::HealthCheck(_)
        | Subject::Snapshot(_) => "Duty",
    }
}
