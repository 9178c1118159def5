//! The trend that started it all: how partnerships rose in Alarm's league table.

use yew::prelude::{Html, component, html};

use super::survey_facts::name;
use crate::app::queries::benchmark::alarm_trend;
use crate::ui::charts::{End, Slope};
use crate::ui::components::{Disclosure, Link};
use crate::ui::words::ordinal;

/// How partnerships rose.
#[component]
pub fn Trend() -> Html {
    let Some((earlier, later, comparison)) = alarm_trend() else { return Html::default() };
    let Some(movement) = comparison.movements.first() else { return Html::default() };
    let (from, to) = movement.printed;
    let finding = format!(
        "{} rose from {} to {} in the top five",
        movement.labels.1,
        ordinal(from as usize),
        ordinal(to as usize)
    );
    let ladder = |at: u32, label: &std::rc::Rc<str>| -> Vec<End> {
        (1..=5)
            .map(|rank| End { rank, label: if rank == at { label.clone() } else { "not published".into() } })
            .collect()
    };
    html! {
        <section aria-labelledby="trend">
            <h2 id="trend">{ &finding }</h2>
            <p class="note">{ "Alarm and the Audit Commission asked risk managers of public bodies for their top five risks in 2003 and 2006. The other four entries were not found in print." }</p>
            <div class="table-scroll" tabindex="0" role="region" aria-labelledby="trend">
                <Slope
                    name={finding} left_title={name(&earlier)} right_title={name(&later)}
                    left={ladder(from, &movement.labels.0)} right={ladder(to, &movement.labels.1)}
                    links={vec![(from as usize - 1, to as usize - 1)]}
                />
            </div>
            <Disclosure summary="Where this comes from">
                <p>
                    { later.about().caveats.clone() }{ " " }
                    <Link to={later.about().source.clone()}>{ "Source" }</Link>
                </p>
            </Disclosure>
        </section>
    }
}
