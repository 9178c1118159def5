//! The check of the exact figures by simulation: whether one is running, how far it is and what came of it. It remembers
//! what was simulated, so that a result is known to be stale once the figures have changed.

use std::rc::Rc;

use partnership_risk_core::loss::Portfolio;
use partnership_risk_core::loss::sampling::{Progress, Sampled};
use yew::Reducible;

use partnership_risk_worker::simulation::Told;

pub use partnership_risk_worker::simulation::Order;

/// A check as it stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CrossCheck {
    /// Which run it is; what is told of others is not listened to.
    pub run: u64,
    /// What is or was simulated.
    pub order: Option<Rc<Order>>,
    /// How far it is.
    pub stage: Stage,
}

/// How far a check is.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Stage {
    /// Nothing was asked for.
    #[default]
    Idle,
    /// It is being simulated.
    Running(Progress),
    /// It is done.
    Done(Rc<Sampled>),
    /// It was stopped by the person.
    Stopped,
    /// It stopped by itself, for this reason.
    Failed(String),
}

/// What happens to a check.
#[derive(Clone, Debug, PartialEq)]
pub enum CheckEvent {
    /// A run began.
    Begun(Rc<Order>),
    /// A run was told of.
    Told(u64, Told),
    /// A run stopped by itself.
    Failed(u64, String),
    /// The person stopped it.
    Stopped,
}

impl CrossCheck {
    /// The check after something happened.
    #[must_use]
    pub fn after(&self, event: CheckEvent) -> Self {
        match event {
            CheckEvent::Begun(order) => {
                let progress = Progress { done: 0, of: order.n_years };
                Self { run: self.run + 1, order: Some(order), stage: Stage::Running(progress) }
            }
            CheckEvent::Told(run, told) if self.listens_to(run) => self.at(match told {
                Told::Progress(progress) => Stage::Running(progress),
                Told::Done(sampled) => Stage::Done(Rc::new(sampled)),
                Told::Refused => Stage::Failed("it cannot be simulated".to_owned()),
            }),
            CheckEvent::Failed(run, reason) if self.listens_to(run) => self.at(Stage::Failed(reason)),
            CheckEvent::Stopped if self.listens_to(self.run) => self.at(Stage::Stopped),
            CheckEvent::Told(..) | CheckEvent::Failed(..) | CheckEvent::Stopped => self.clone(),
        }
    }

    fn listens_to(&self, run: u64) -> bool {
        run == self.run && matches!(self.stage, Stage::Running(_))
    }

    fn at(&self, stage: Stage) -> Self {
        Self { stage, ..self.clone() }
    }

    /// Whether what is or was simulated is no longer what is asked about.
    #[must_use]
    pub fn is_stale(&self, portfolio: &Portfolio) -> bool {
        self.order.as_ref().is_some_and(|order| order.portfolio != *portfolio)
    }
}

impl Reducible for CrossCheck {
    type Action = CheckEvent;

    fn reduce(self: Rc<Self>, event: CheckEvent) -> Rc<Self> {
        Rc::new(self.after(event))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(n_years: usize) -> Rc<Order> {
        Rc::new(Order { portfolio: Portfolio::default(), seed: 1, n_years })
    }

    fn progress(done: usize) -> Told {
        Told::Progress(Progress { done, of: 100 })
    }

    #[test]
    fn only_the_run_that_is_going_is_listened_to() {
        let first = CrossCheck::default().after(CheckEvent::Begun(order(100)));
        assert_eq!(first.stage, Stage::Running(Progress { done: 0, of: 100 }));
        let on = first.after(CheckEvent::Told(first.run, progress(40)));
        assert_eq!(on.stage, Stage::Running(Progress { done: 40, of: 100 }));
        let second = on.after(CheckEvent::Begun(order(100)));
        assert_eq!(second.after(CheckEvent::Told(first.run, progress(80))), second);
        assert_eq!(second.after(CheckEvent::Failed(first.run, "old".into())), second);
        let failed = second.after(CheckEvent::Failed(second.run, "out of memory".into()));
        assert_eq!(failed.stage, Stage::Failed("out of memory".into()));
    }

    #[test]
    fn what_was_stopped_stays_stopped() {
        let idle = CrossCheck::default();
        assert_eq!(idle.after(CheckEvent::Stopped), idle);
        let running = idle.after(CheckEvent::Begun(order(100)));
        let stopped = running.after(CheckEvent::Stopped);
        assert_eq!(stopped.stage, Stage::Stopped);
        assert_eq!(stopped.after(CheckEvent::Told(running.run, Told::Refused)), stopped);
    }

    #[test]
    fn a_result_is_stale_once_the_figures_are_others() {
        let running = CrossCheck::default().after(CheckEvent::Begun(order(100)));
        assert!(!CrossCheck::default().is_stale(&Portfolio::default()));
        assert!(!running.is_stale(&Portfolio::default()));
        let register = partnership_risk_core::example::marlshire();
        let costs = partnership_risk_core::cost::Costs::of(&register, &Default::default());
        assert!(running.is_stale(&costs.portfolio(|_| false)));
    }
}
