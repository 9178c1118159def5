//! What every page can reach: the model, a way to say what happened, and the world.

use std::rc::Rc;

use partnership_risk_core::register::{Change, Register};
use yew::prelude::{Callback, UseReducerDispatcher, UseReducerHandle, hook, use_context};

use crate::app::event::Event;
use crate::app::model::Model;
use crate::app::world::World;

/// What does not change while the page is open.
#[derive(Clone, PartialEq)]
pub struct Session {
    /// Everything outside.
    pub world: World,
    /// Where events go.
    pub dispatcher: UseReducerDispatcher<Model>,
}

impl Session {
    /// Says that something happened.
    pub fn tell(&self, event: Event) {
        self.dispatcher.dispatch(event);
    }

    /// Says that the register was changed.
    pub fn change(&self, change: Change, said: impl Into<String>) {
        self.tell(Event::Changed { change, said: said.into() });
    }

    /// A callback that says the same thing each time.
    pub fn telling<T>(&self, event: impl Fn() -> Event + 'static) -> Callback<T> {
        let session = self.clone();
        Callback::from(move |_| session.tell(event()))
    }
}

/// The model as it is now.
#[hook]
pub fn use_model() -> UseReducerHandle<Model> {
    use_context().expect("the application provides the model to every page")
}

/// What does not change while the page is open.
#[hook]
pub fn use_session() -> Session {
    use_context().expect("the application provides the session to every page")
}

/// The register as it is now, if there is one.
#[hook]
pub fn use_register() -> Option<Rc<Register>> {
    use_model().register.clone()
}
