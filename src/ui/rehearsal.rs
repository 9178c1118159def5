//! What the page makes ready while nobody waits for anything: where risks have figures, the part that works out what they
//! cost is fetched and tried, since a browser compiles code only when it first runs.

use gloo_timers::future::TimeoutFuture;
use partnership_risk_core::register::Register;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::{hook, use_effect_with};

use super::parts;

/// How long after the register was opened, in milliseconds: when the page is drawn and the checks are counted.
const WHEN_DRAWN: u32 = 500;
/// How often it is tried: what has run so often is worth optimising to a browser.
const TIMES: usize = 4;
/// How long the browser has between two, in milliseconds.
const BETWEEN: u32 = 50;

/// Rehearses once there are risks with figures.
#[hook]
pub fn use_rehearsal(register: Option<&Register>) {
    let is_wanted = register.is_some_and(|it| it.risks().iter().any(|risk| risk.quantification.is_some()));
    use_effect_with(is_wanted, |is_wanted| {
        if *is_wanted {
            spawn_local(rehearsed());
        }
    });
}

async fn rehearsed() {
    TimeoutFuture::new(WHEN_DRAWN).await;
    for _ in 0..TIMES {
        TimeoutFuture::new(BETWEEN).await;
        // A part that does not arrive is missed aloud by the page that needs it.
        let Ok(rehearse) = parts::cost_rehearsal().await else { return };
        rehearse();
    }
}
