//! What pages act through: a way to say what happened, and the world.

use partnership_risk_core::register::{Change, Register};
use yew::prelude::{Callback, UseReducerDispatcher};

use crate::app::event::Event;
use crate::app::model::Model;
use crate::app::world::World;

/// What does not change while the page is open.
#[derive(Clone, PartialEq)]
pub struct Session {
    /// Everything outside; where nothing is to be kept in this browser, with a memory in its place.
    pub world: World,
    /// The same with this browser's own memory, to be seen and cleared.
    pub device: World,
    /// Where events go.
    pub dispatcher: UseReducerDispatcher<Model>,
}

impl Session {
    /// Says that something happened.
    pub fn tell(&self, event: Event) {
        self.dispatcher.dispatch(event);
    }

    /// Says that the register was changed.
    pub fn change(&self, change: Change, said: String) {
        self.change_because(change, said, String::new());
    }

    /// Says that the register was changed, and why.
    pub fn change_because(&self, change: Change, said: String, reason: String) {
        let at = self.world.clock.now();
        self.tell(Event::Changed { change, said, at, reason, by: Register::amended });
    }

    /// A callback that says the same thing each time.
    pub fn telling<T>(&self, event: impl Fn() -> Event + 'static) -> Callback<T> {
        let session = self.clone();
        Callback::from(move |_| session.tell(event()))
    }
}
