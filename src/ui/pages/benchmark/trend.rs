//! The trend that started it all: how partnerships rose in Alarm's league table.

use std::rc::Rc;

use yew::prelude::{Html, html};

use super::survey_facts::short_name;
use crate::app::queries::benchmark::alarm_trend;
use crate::ui::charts::{End, Side, Slope};
use crate::ui::components::{disclosure, link, table_frame};
use crate::ui::words::ordinal;

/// How partnerships rose.
pub(super) fn trend() -> Html {
    let Some((earlier, later, comparison)) = alarm_trend() else { return Html::default() };
    let Some(movement) = comparison.movements.first() else { return Html::default() };
    let (from, to) = movement.printed;
    let places = (ordinal(from as usize), ordinal(to as usize));
    let finding = format!("{} rose from {} to {} in the top five", movement.labels.1, places.0, places.1);
    let picture = Slope {
        name: finding.clone().into(),
        left: Side { title: short_name(&earlier), ends: ladder(from, &movement.labels.0) },
        right: Side { title: short_name(&later), ends: ladder(to, &movement.labels.1) },
        links: vec![(from as usize - 1, to as usize - 1)],
    };
    let source =
        html! { <p>{ &later.about().caveats }{ " " }{ link(later.about().source.clone(), "Source") }</p> };
    html! {
        <section aria-labelledby="trend">
            <h2 id="trend">{ &finding }</h2>
            <p class="note">{ "Alarm and the Audit Commission asked risk managers of public bodies for their top five risks in 2003 and 2006. The other four entries were not found in print." }</p>
            { table_frame(finding, picture.view()) }
            { disclosure("Where this comes from", source) }
        </section>
    }
}

/// Five places of which one is known.
fn ladder(known: u32, label: &Rc<str>) -> Vec<End> {
    let unknown: Rc<str> = "not published".into();
    let label_at = |rank| if rank == known { label.clone() } else { unknown.clone() };
    (1..=5).map(|rank| End { rank, label: label_at(rank) }).collect()
}
