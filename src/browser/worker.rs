//! Work beside the page, by one program or another. Where the browser makes no worker, work that can be is done on the page,
//! slice by slice, with time between slices for whatever else happens there.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_events::EventListener;
use gloo_timers::future::TimeoutFuture;
use js_sys::{Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{ErrorEvent, Event, MessageEvent};

use crate::app::world::{Answer, Tell, Work, Worker};

/// The function of `boot.js` that makes a worker of a program.
const MAKER: &str = "partnershipRiskWorker";

/// The worker of this page that runs one program, if one is at work.
#[derive(Clone)]
pub(super) struct Background {
    /// The name of the program.
    program: &'static str,
    /// Counts what was begun, so that an answer to something that was given up is known as one.
    begun: Rc<Cell<u64>>,
    at_work: Rc<RefCell<Option<AtWork>>>,
}

/// Ended when it is dropped.
struct AtWork {
    worker: web_sys::Worker,
    _listening: [EventListener; 2],
}

impl Drop for AtWork {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

impl Worker for Background {
    fn begin(&self, work: Work, tell: Tell) {
        self.stop();
        let (own, number) = (self.clone(), self.begun.get());
        spawn_local(async move {
            let made = made(own.program).await;
            if own.begun.get() != number {
                return;
            }
            match made {
                Ok(worker) => own.employ(worker, work, &tell),
                Err(_) => own.on_page(number, work, &tell).await,
            }
        });
    }

    fn stop(&self) {
        self.begun.set(self.begun.get() + 1);
        self.at_work.replace(None);
    }
}

impl Background {
    /// Nobody at work yet on this program.
    pub(super) fn of(program: &'static str) -> Self {
        Self { program, begun: Rc::default(), at_work: Rc::default() }
    }

    fn employ(&self, worker: web_sys::Worker, work: Work, tell: &Tell) {
        let told = tell.clone();
        let to = worker.clone();
        let on_message = EventListener::new(&worker, "message", move |event: &Event| {
            let Some(event) = event.dyn_ref::<MessageEvent>() else { return };
            match Uint8Array::new(&event.data()).to_vec() {
                // It is there and waits for its order.
                empty if empty.is_empty() => {
                    to.post_message(&Uint8Array::from(&work.order[..])).ok();
                }
                bytes => told(Answer::Told(bytes)),
            }
        });
        let told = tell.clone();
        let on_error = EventListener::new(&worker, "error", move |event: &Event| {
            event.prevent_default();
            let reason = event.dyn_ref::<ErrorEvent>().map(ErrorEvent::message).unwrap_or_default();
            told(Answer::Failed(reason));
        });
        self.at_work.replace(Some(AtWork { worker, _listening: [on_message, on_error] }));
    }

    async fn on_page(&self, number: u64, work: Work, tell: &Tell) {
        let Some(on_page) = work.on_page else { return tell(Answer::NoWorker) };
        let mut slices = on_page(&work.order);
        loop {
            TimeoutFuture::new(0).await;
            if self.begun.get() != number {
                return;
            }
            match slices.next() {
                Some(bytes) => tell(Answer::Told(bytes)),
                None => return,
            }
        }
    }
}

/// A new worker for a program, or why there is none.
async fn made(program: &str) -> Result<web_sys::Worker, JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let maker: Function = Reflect::get(&window, &MAKER.into())?.dyn_into()?;
    let promise: Promise = maker.call1(&window, &program.into())?.dyn_into()?;
    JsFuture::from(promise).await?.dyn_into()
}
