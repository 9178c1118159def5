//! All live partnerships by theme, the neediest first, and those that nobody has checked.

use partnership_risk_core::health::{Row, Spectrum, Theme, Weakest};
use partnership_risk_core::register::Register;
use yew::prelude::{Html, html};

use super::explained::how_scores_are;
use super::figures::{barred, level, percent};
use crate::app::queries::health::{AllHealth, Checked, Unchecked, all_health};
use crate::ui::components::{Link, button_link, link, table_frame};
use crate::ui::pages::heading;
use crate::ui::pages::shown::entry_link;
use crate::ui::route::Route;
use crate::ui::words::count;

/// All live partnerships by theme.
pub(super) fn spectrum(register: &Register) -> Html {
    let found = all_health(register);
    html! {
        <>
            <div class="page-head">
                { heading("Health") }
                if register.partnerships().iter().any(|p| p.is_live()) {
                    { button_link("Start a check", "button button--primary", Route::NewHealthCheck(None).to_string()) }
                }
            </div>
            <p class="lead">{ "How well your partnerships are run, by forty questions in ten themes." }</p>
            { body(&found) }
            { how_scores_are() }
        </>
    }
}

fn body(found: &AllHealth) -> Html {
    let AllHealth { spectrum, unchecked } = found;
    if spectrum.rows().is_empty() && unchecked.is_empty() {
        return html! {
            <p>{ "A check is about a partnership, and no live one is there yet. " }
                { link(Route::NewPartnership.to_string(), "Add a partnership first") }</p>
        };
    }
    html! {
        <>
            if !spectrum.rows().is_empty() {
                { compared(spectrum) }
            }
            if !unchecked.is_empty() {
                { not_checked(unchecked) }
            }
        </>
    }
}

fn compared(spectrum: &Spectrum<Checked>) -> Html {
    html! {
        <section aria-labelledby="spectrum">
            <h2 id="spectrum">{ spectrum.weakest().map_or_else(|| "Partnerships by theme".to_owned(), finding) }</h2>
            <p class="note">{ "Share of the points possible in each theme, the partnership with the lowest score first." }</p>
            { table_frame("Partnerships by theme", table(spectrum)) }
        </section>
    }
}

/// What the picture shows.
fn finding(weakest: Weakest) -> String {
    let (theme, mean) = (weakest.theme.name(), percent(weakest.mean));
    match weakest.checks {
        1 => format!("{theme} is the weakest theme: {mean}"),
        n => format!("{theme} is the weakest theme: {mean} on average over {n} partnerships"),
    }
}

fn table(spectrum: &Spectrum<Checked>) -> Html {
    html! {
        <table class="table table--cards spectrum">
            <caption class="hidden">{ "Score of each partnership by theme, the lowest first" }</caption>
            <thead>
                <tr>
                    <th scope="col">{ "Partnership" }</th>
                    <th scope="col">{ "All themes" }</th>
                    for theme in Theme::ALL {
                        <th scope="col">{ theme.name() }</th>
                    }
                </tr>
            </thead>
            <tbody>{ for spectrum.rows().iter().map(row) }</tbody>
            if spectrum.rows().len() > 1 {
                <tfoot>{ means(spectrum) }</tfoot>
            }
        </table>
    }
}

fn row(row: &Row<Checked>) -> Html {
    let id = row.key.partnership.id;
    let name = entry_link(&Route::PartnershipHealth(id), row.key.partnership.name.clone());
    html! {
        <tr key={id.to_string()}>
            <th scope="row">{ name }{ remarks(row) }</th>
            <td data-label="All themes" class="spectrum__share">
                { barred(row.overall()) }
                if let Some(maturity) = &row.key.maturity {
                    <span class="spectrum__remark">{ level(maturity.level()) }</span>
                }
            </td>
            for theme in Theme::ALL {
                <td data-label={theme.name()} class="spectrum__share">{ barred(row.theme(theme)) }</td>
            }
        </tr>
    }
}

/// What one should know of a row before trusting it.
fn remarks(row: &Row<Checked>) -> Html {
    let disputed = row.key.disputed;
    html! {
        <>
            if row.is_provisional() {
                <span class="spectrum__remark">{ "Provisional" }</span>
            }
            if disputed > 0 {
                <span class="spectrum__remark">{ count(disputed, "disagreement", "disagreements") }</span>
            }
        </>
    }
}

fn means(spectrum: &Spectrum<Checked>) -> Html {
    html! {
        <tr>
            <th scope="row">{ "Mean of all" }</th>
            <td></td>
            for theme in Theme::ALL {
                <td data-label={theme.name()} class="spectrum__share">{ barred(spectrum.mean(theme)) }</td>
            }
        </tr>
    }
}

fn not_checked(unchecked: &[Unchecked]) -> Html {
    html! {
        <section aria-labelledby="unchecked">
            <h2 id="unchecked">{ format!("{} without a check", count(unchecked.len(), "partnership", "partnerships")) }</h2>
            <ul class="task-list">{ for unchecked.iter().map(start) }</ul>
        </section>
    }
}

fn start(unchecked: &Unchecked) -> Html {
    let Unchecked { partnership, begun } = unchecked;
    let id = partnership.id;
    let (to, text) = match begun {
        Some(_) => (Route::PartnershipHealth(id), "Go on with the check"),
        None => (Route::NewHealthCheck(Some(id)), "Start a check"),
    };
    let start = Link {
        id: Route::PartnershipHealth(id).link_id().map(Into::into),
        to: to.to_string().into(),
        text: text.into(),
        name: Some(format!("{text} of {}", partnership.name).into()),
        ..Link::default()
    };
    html! { <li class="task-list__item">{ &partnership.name }{ ": " }{ start.view() }</li> }
}
