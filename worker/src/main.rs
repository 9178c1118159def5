//! The program beside the page: waits for one order, does it, tells each slice, and ends.

/// On other machines than a browser there is nobody to wait for.
#[cfg(not(target_arch = "wasm32"))]
fn main() {}

#[cfg(target_arch = "wasm32")]
fn main() {
    scope::wait();
}

#[cfg(target_arch = "wasm32")]
mod scope {
    //! The worker as the browser sees it.

    use js_sys::Uint8Array;
    use partnership_risk_worker::slices;
    use wasm_bindgen::JsCast as _;
    use wasm_bindgen::closure::Closure;
    use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

    /// Waits for an order, and says that somebody is there: the page hands its order over when it hears that.
    pub(super) fn wait() {
        let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
        let answers = scope.clone();
        let on_order = Closure::once_into_js(move |event: MessageEvent| work(&answers, &event));
        scope.set_onmessage(Some(on_order.unchecked_ref()));
        tell(&scope, &[]);
    }

    fn work(scope: &DedicatedWorkerGlobalScope, event: &MessageEvent) {
        let order = Uint8Array::new(&event.data()).to_vec();
        let mut slices = slices(&order);
        while let Some(told) = slices.next() {
            tell(scope, &told);
        }
        scope.close();
    }

    fn tell(scope: &DedicatedWorkerGlobalScope, bytes: &[u8]) {
        // A scope that cannot post has nobody left to tell.
        scope.post_message(&Uint8Array::from(bytes)).ok();
    }
}
