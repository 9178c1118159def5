//! What stands around every page: the header with the register's name and whether it is saved, the
//! seven places, messages, and the promise.

use yew::prelude::{Html, Properties, component, html};

use super::attention::Attention;
use crate::app::event::Event;
use crate::app::model::{Keeping, Model};
use crate::app::tasks;
use crate::ui::components::{Button, ButtonKind, Link};
use crate::ui::route::{BenchmarkView, RiskView, Route};
use crate::ui::session::{Session, use_model, use_session};

/// Props of [`Frame`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct Props {
    /// Where the person is.
    pub route: Route,
    /// The page.
    pub children: Html,
}

/// What stands around every page.
#[component]
pub fn Frame(props: &Props) -> Html {
    let model = use_model();
    let session = use_session();
    html! {
        <div class="frame">
            <a class="skip-link" href="#main" onclick={skip}>{ "Skip to main content" }</a>
            <header class="header">
                <Link class="header__product" to={Route::Overview.to_string()}>
                    { "Partnership Risk Calculator" }
                </Link>
                { register_line(&model, &session) }
            </header>
            if model.register.is_some() {
                { places(&props.route) }
            }
            <main class="main" id="main" tabindex="-1">
                <Attention />
                { props.children.clone() }
            </main>
            <footer class="footer">
                <p>{ "Everything stays in this browser. Nothing you enter is sent anywhere." }</p>
                <p>
                    <Link to={Route::About.to_string()}>{ "About, sources and privacy" }</Link>
                </p>
            </footer>
        </div>
    }
}

/// Moves the focus without changing the address, which is the application's.
fn skip(event: yew::MouseEvent) {
    event.prevent_default();
    let document = web_sys::window().and_then(|w| w.document());
    let main = document.and_then(|d| d.get_element_by_id("main"));
    if let Some(main) = main.and_then(|m| wasm_bindgen::JsCast::dyn_into::<web_sys::HtmlElement>(m).ok()) {
        main.focus().ok();
    }
}

fn register_line(model: &Model, session: &Session) -> Html {
    let Some(register) = &model.register else { return Html::default() };
    let save = {
        let (world, register) = (session.world.clone(), register.clone());
        move |_| tasks::offer_register(&world, &register)
    };
    html! {
        <div class="header__register">
            <Link class="header__name" to={Route::Organisation.to_string()}>
                { &register.organisation().name }
            </Link>
            <span class="header__saved" role="status">{ saved(&model.keeping, session) }</span>
            <span class="header__tools">
                <Button
                    kind={ButtonKind::Quiet} label="Undo" disabled={!model.history.can_undo()}
                    on_press={session.telling(|| Event::Undone)}
                />
                <Button
                    kind={ButtonKind::Quiet} label="Redo" disabled={!model.history.can_redo()}
                    on_press={session.telling(|| Event::Redone)}
                />
                <Button kind={ButtonKind::Quiet} label="Save a copy" on_press={save} />
            </span>
        </div>
    }
}

fn saved(keeping: &Keeping, session: &Session) -> String {
    match keeping {
        Keeping::Nothing => String::new(),
        Keeping::Pending => "Saving".into(),
        Keeping::Kept(at) => format!("Saved {}", session.world.clock.time_of_day(*at)),
        Keeping::NotKept(_) | Keeping::Withheld => "Not saved".into(),
    }
}

fn places(route: &Route) -> Html {
    let place = |to: Route, name: &'static str, here: bool| {
        html! {
            <li><Link class="places__link" to={to.to_string()} current={here.then_some("page")}>{ name }</Link></li>
        }
    };
    let partnerships = matches!(
        route,
        Route::Partnerships | Route::NewPartnership | Route::Partnership(_) | Route::EditPartnership(_)
    );
    let risks = matches!(route, Route::Risks(_) | Route::NewRisk(_) | Route::Risk(_));
    html! {
        <nav class="places" aria-label="Places">
            <ul class="places__list">
                { place(Route::Overview, "Overview", *route == Route::Overview) }
                { place(Route::Partnerships, "Partnerships", partnerships) }
                { place(Route::Risks(RiskView::default()), "Risks", risks) }
                { place(Route::Benchmark(BenchmarkView::default()), "Benchmark", matches!(route, Route::Benchmark(_))) }
            </ul>
        </nav>
    }
}
