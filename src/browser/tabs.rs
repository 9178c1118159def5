//! Tabs agree by a lock of the browser: whoever holds it holds the pen. A tab that wants the pen asks for it first, so that
//! the one that has it can keep what is not kept yet, and takes the lock away once it hears that this is done, or nothing.
//! What was kept elsewhere is told by the event that the browser sends to all tabs but the one that wrote. A browser that
//! knows no locks, or withholds them from a page that came over an insecure connection, lets every tab write; what they write
//! is made one by [`tasks::keep`].

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{BroadcastChannel, DomException, Event, MessageEvent, StorageEvent};

use crate::app::tasks;
use crate::app::world::{TabNews, Tabs, TellTab};

/// What the lock and the channel are called.
const NAME: &str = "partnership-risk";
const ASKING: &str = "hand over";
const READY: &str = "ready";
/// For how many milliseconds a tab that is asked for the pen may keep silent.
const PATIENCE: u32 = 1_000;

#[derive(Clone, Default)]
pub(super) struct LockedTabs(Rc<State>);

#[derive(Default)]
struct State {
    tell: RefCell<Option<TellTab>>,
    writes: Cell<bool>,
    /// Whether the pen was laid down, so that it is not asked for when it is free.
    has_left: Cell<bool>,
    /// Lets go of the lock.
    release: RefCell<Option<Function>>,
    /// Runs out while another tab is being asked.
    asking: RefCell<Option<Timeout>>,
    channel: RefCell<Option<BroadcastChannel>>,
    listening: RefCell<Vec<EventListener>>,
}

/// How the lock is asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Manner {
    /// If nobody holds it.
    IfFree,
    /// As soon as nobody holds it.
    InTurn,
    /// Whoever holds it.
    AtOnce,
}

impl Tabs for LockedTabs {
    fn join(&self, tell: TellTab) {
        self.0.tell.replace(Some(tell));
        self.listen();
        self.request(Manner::IfFree);
    }

    fn take_over(&self) {
        self.post(ASKING);
        let own = self.clone();
        self.0.asking.replace(Some(Timeout::new(PATIENCE, move || own.request(Manner::AtOnce))));
    }

    fn hand_over(&self) {
        self.post(READY);
    }

    fn leave(&self) {
        self.0.writes.set(false);
        self.0.has_left.set(true);
        if let Some(release) = self.0.release.take() {
            release.call0(&JsValue::NULL).ok();
        }
    }

    fn come_back(&self) {
        self.0.has_left.set(false);
        self.request(Manner::IfFree);
    }

    fn writes(&self) -> bool {
        self.0.writes.get()
    }
}

/// Whether a request for the lock ended because another tab took it.
fn is_taken_away(reason: &JsValue) -> bool {
    reason.dyn_ref::<DomException>().is_some_and(|reason| reason.name() == "AbortError")
}

impl LockedTabs {
    fn tell(&self, news: TabNews) {
        self.0.writes.set(match news {
            TabNews::Writes => true,
            TabNews::Follows => false,
            TabNews::Asked | TabNews::Kept => self.0.writes.get(),
        });
        let tell = self.0.tell.borrow().clone();
        if let Some(tell) = tell {
            tell(news);
        }
    }

    fn post(&self, word: &str) {
        if let Some(channel) = &*self.0.channel.borrow() {
            channel.post_message(&word.into()).ok();
        }
    }

    fn listen(&self) {
        let mut listening = Vec::new();
        if let Ok(channel) = BroadcastChannel::new(NAME) {
            let own = self.clone();
            listening.push(EventListener::new(&channel, "message", move |event| own.heard(event)));
            self.0.channel.replace(Some(channel));
        }
        if let Some(window) = web_sys::window() {
            let own = self.clone();
            listening.push(EventListener::new(&window, "storage", move |event| {
                let key = event.dyn_ref::<StorageEvent>().and_then(StorageEvent::key);
                if key.is_some_and(|key| key == tasks::POINTER) {
                    own.tell(TabNews::Kept);
                }
            }));
        }
        self.0.listening.replace(listening);
    }

    fn heard(&self, event: &Event) {
        let word = event.dyn_ref::<MessageEvent>().and_then(|message| message.data().as_string());
        match word.as_deref() {
            Some(ASKING) if self.0.writes.get() => self.tell(TabNews::Asked),
            Some(READY) if self.0.asking.take().is_some() => self.request(Manner::AtOnce),
            _ => {}
        }
    }

    fn request(&self, manner: Manner) {
        let Ok(requested) = self.requested(manner) else { return self.tell(TabNews::Writes) };
        let own = self.clone();
        spawn_local(async move {
            // It ends when somebody takes the lock away, or when it was not to be had.
            let ended = JsFuture::from(requested).await;
            if own.0.has_left.get() {
                return;
            }
            match ended {
                // A browser that withholds its locks is as one that has none.
                Err(reason) if !is_taken_away(&reason) => own.tell(TabNews::Writes),
                Ok(_) if manner != Manner::IfFree => {}
                Ok(_) | Err(_) => {
                    own.tell(TabNews::Follows);
                    own.request(Manner::InTurn);
                }
            }
        });
    }

    /// The browser's promise, which lasts as long as the lock is held here.
    fn requested(&self, manner: Manner) -> Result<Promise, JsValue> {
        let navigator = web_sys::window().ok_or(JsValue::NULL)?.navigator();
        let locks = Reflect::get(&navigator, &"locks".into())?;
        let request: Function = Reflect::get(&locks, &"request".into())?.dyn_into()?;
        let wish = Object::new();
        match manner {
            Manner::IfFree => Reflect::set(&wish, &"ifAvailable".into(), &true.into())?,
            Manner::AtOnce => Reflect::set(&wish, &"steal".into(), &true.into())?,
            Manner::InTurn => true,
        };
        let own = self.clone();
        let held = Closure::once_into_js(move |lock: JsValue| own.granted(&lock));
        request.call3(&locks, &NAME.into(), &wish, &held)?.dyn_into()
    }

    /// What the browser is answered when it grants the lock, or says that somebody else has it.
    fn granted(&self, lock: &JsValue) -> JsValue {
        if lock.is_null() {
            return JsValue::UNDEFINED;
        }
        if self.0.has_left.get() {
            return JsValue::UNDEFINED;
        }
        self.tell(TabNews::Writes);
        // Held until the page is closed, unless it is let go.
        Promise::new(&mut |release, _| drop(self.0.release.replace(Some(release)))).into()
    }
}
