//! What is done when an error stops the page: the last change is written, if it was not kept yet. `boot.js` then shows a
//! page that needs nothing of this program.

use std::cell::RefCell;

use super::parts;
use crate::app::tasks::ToKeep;
use crate::app::world::World;

thread_local! {
    static PENDING: RefCell<Option<(World, ToKeep)>> = const { RefCell::new(None) };
}

/// Says what is not kept yet, or that all is.
pub(super) fn remember(pending: Option<(World, ToKeep)>) {
    PENDING.set(pending);
}

/// Keeps what is not kept yet. Nobody is told what comes of it: whoever would be has stopped.
pub fn keep_what_is_pending() {
    let pending = PENDING.with(|pending| pending.try_borrow_mut().ok()?.take());
    if let Some((world, this)) = pending
        && let Some(desk) = parts::desk_at_hand()
    {
        drop((desk.keep_at_once)(&world, &this));
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use partnership_risk_core::example::fife_council;

    use partnership_risk_core::register::Register;

    use super::*;
    use crate::app::tasks;
    use crate::app::world::memory::{at_once, world};

    fn to_keep(register: &Rc<Register>) -> ToKeep {
        ToKeep { register: Some(register.clone()), known: None, is_great: false }
    }

    #[test]
    fn what_was_pending_when_the_page_stopped_is_there_at_the_next_start() {
        let (world, register) = (world(), Rc::new(fife_council()));
        remember(Some((world.clone(), to_keep(&register))));
        for _ in 0..2 {
            keep_what_is_pending();
            assert_eq!(at_once(tasks::open(world.clone())).register, Some(register.clone()));
        }
    }

    #[test]
    fn nothing_is_written_where_all_was_kept() {
        let world = world();
        remember(Some((world.clone(), to_keep(&Rc::new(fife_council())))));
        remember(None);
        keep_what_is_pending();
        assert_eq!(world.store.keys(""), Ok(Vec::new()));
    }
}
