//! How the risks of one partnership have moved, from its first snapshot to today.

use std::rc::Rc;

use partnership_risk_core::register::{PartnershipId, Register, RiskId};
use yew::prelude::{Html, html};

use super::over_time::levels;
use crate::app::queries::snapshots::{Days, as_of_today, day_by_day};
use crate::ui::charts::trend_line;
use crate::ui::components::{Head, TableRow, link, table};
use crate::ui::pages::partnership_head::partnership_tabs;
use crate::ui::pages::shown::entry_link;
use crate::ui::pages::{heading, not_found};
use crate::ui::route::{Route, SnapshotView};
use crate::ui::session::Session;

/// How the risks of one partnership have moved.
pub(super) fn partnership_trend(register: &Rc<Register>, id: PartnershipId, session: &Session) -> Html {
    let Some(partnership) = register.partnership(id) else { return not_found() };
    let clock = &session.world.clock;
    let days = Days::of_partnership(register, id, &as_of_today(register, clock.today(), clock.now()));
    html! {
        <>
            <p>{ link(Route::Partnership(id).to_string(), partnership.name.clone()) }</p>
            { heading(&format!("Trend of {}", partnership.name)) }
            { partnership_tabs(register, partnership, &Route::PartnershipTrend(id)) }
            if days.levels().len() < 2 {
                <p>{ "No snapshot has this partnership in it yet. Take one now, and the next time you look there is something to compare with." }</p>
            } else {
                { levels(&days) }
                { risks(register, &days) }
            }
            <p>{ link(Route::Snapshots(SnapshotView::default()).to_string(), "Snapshots, and what moved between two days") }</p>
        </>
    }
}

fn risks(register: &Register, days: &Days) -> Html {
    let row = |(id, title): (RiskId, String)| risk_row(register, days, id, title);
    let heads = ["Risk", "Line", "Level and score"].map(Head::text);
    html! {
        <section aria-labelledby="risks">
            <h2 id="risks">{ "Each risk over time" }</h2>
            <p class="note">{ "The current rating on each day. A line is drawn against the highest level of the matrix of each day." }</p>
            { table("Where each risk stood, day by day", &heads, days.risks().into_iter().map(row).collect()) }
        </section>
    }
}

fn risk_row(register: &Register, days: &Days, id: RiskId, title: String) -> TableRow {
    let on_each = days.risk(id);
    let values: Vec<f64> = on_each.iter().map(|day| day.share).collect();
    let line = trend_line(format!("Level of {title} over time"), &values);
    let head = match register.risk(id) {
        Some(_) => entry_link(&Route::Risk(id), title),
        None => title.into(),
    };
    TableRow::of(id, vec![head, line, day_by_day(&on_each).into()])
}
