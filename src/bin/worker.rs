//! The entry point of the work beside the page: waits for one order, does it, tells each slice, and ends.

use js_sys::Float64Array;
use partnership_risk::worker;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

fn main() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    let answers = scope.clone();
    let on_order = Closure::once_into_js(move |event: MessageEvent| work(&answers, &event));
    scope.set_onmessage(Some(on_order.unchecked_ref()));
    // The page hands over its order when it hears that somebody is there.
    tell(&scope, &[]);
}

fn work(scope: &DedicatedWorkerGlobalScope, event: &MessageEvent) {
    let order = Float64Array::new(&event.data()).to_vec();
    let mut slices = worker::slices(&order);
    while let Some(told) = slices.next() {
        tell(scope, &told);
    }
    scope.close();
}

fn tell(scope: &DedicatedWorkerGlobalScope, numbers: &[f64]) {
    // A scope that cannot post has nobody left to tell.
    scope.post_message(&Float64Array::from(numbers)).ok();
}
