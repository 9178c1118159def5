//! Has years simulated beside the page.

use std::rc::Rc;

use partnership_risk_core::loss::sampling::Simulation;

use crate::app::world::{Answer, Work, World};
use partnership_risk_worker::simulation::{Order, Told};

/// Begins to simulate, and tells what comes of it, or why nothing more will.
pub fn simulate(world: &World, order: &Order, tell: impl Fn(Result<Told, String>) + 'static) {
    if let Err(error) = Simulation::check(&order.portfolio, order.n_years) {
        return tell(Err(error.to_string()));
    }
    let work = Work { order: order.to_bytes(), on_page: Some(partnership_risk_worker::slices) };
    let told = move |answer: Answer| {
        tell(match answer {
            Answer::Told(bytes) => Ok(Told::of_bytes(&bytes)),
            Answer::Failed(reason) => Err(reason),
            Answer::NoWorker => Err("nothing can be done beside the page here".to_owned()),
        });
    };
    world.worker.begin(work, Rc::new(told));
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use partnership_risk_core::loss::Portfolio;

    use super::*;
    use crate::app::world::memory;

    #[test]
    fn what_cannot_be_simulated_says_why() {
        let heard = Rc::new(RefCell::new(None));
        let order = Order { portfolio: Portfolio::default(), seed: 7, n_years: 0 };
        simulate(&memory::world(), &order, {
            let heard = heard.clone();
            move |told| *heard.borrow_mut() = Some(told)
        });
        assert_eq!(heard.take(), Some(Err("no years to simulate".to_owned())));
    }

    #[test]
    fn what_is_told_is_read() {
        let heard = Rc::new(RefCell::new(Vec::new()));
        let order = Order { portfolio: Portfolio::default(), seed: 7, n_years: 50 };
        simulate(&memory::world(), &order, {
            let heard = heard.clone();
            move |told| heard.borrow_mut().push(told)
        });
        let heard = heard.borrow();
        assert!(
            matches!(&heard[..], [Ok(Told::Done(done))] if (done.years, done.seed) == (50, 7)),
            "{heard:?}"
        );
    }
}
