//! What this is, where its figures come from, and where the data stay.

use partnership_risk_core::catalogue::{Fact, Source, facts};
use yew::prelude::{Html, html};

use super::{Whereabouts, heading};
use crate::app::model::Model;
use crate::ui::session::Session;

/// What this is.
pub(in crate::ui) fn about_page(_: &Model, _: &Session, _: &Whereabouts) -> Html {
    html! {
        <>
            { heading("About the Partnership Risk Calculator") }
            <p class="lead">{ "It scores the risks of partnerships and compares them with published surveys of top risks." }</p>
            <h2>{ "Privacy" }</h2>
            <p>{ "Everything stays in this browser. The page can fetch its own program and nothing else, and can send nothing: its own security policy forbids it. Your register is kept in this browser\u{2019}s storage for this page, on this device." }</p>
            <p>{ "Whoever can use this browser can read it. Use it for official data only, name posts instead of persons, and save a copy as a file from time to time: clearing the browser\u{2019}s data deletes the register." }</p>
            <h2>{ "Why partnerships" }</h2>
            <ul>{ for facts().iter().map(fact) }</ul>
            <h2>{ "Sources" }</h2>
            <p>{ "The categories rest on these documents; each published table names its own source on the benchmark page." }</p>
            <ul>
                for source in Source::ALL {
                    <li>{ source.citation() }</li>
                }
            </ul>
            <h2>{ "Version" }</h2>
            <p>{ env!("CARGO_PKG_VERSION") }</p>
        </>
    }
}

fn fact(fact: &Fact) -> Html {
    html! { <li>{ &fact.statement }<span class="citation">{ " " }{ &fact.source }{ "." }</span></li> }
}
