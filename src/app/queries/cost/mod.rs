//! What risks cost in a year: the distribution of the loss before controls, as it is today, and as it would be if some
//! controls were switched; and where it lies against what the body tolerates. Who has which part in it is next door in
//! `shares`, what each control is worth in `worth`, and what one risk costs while it is typed in `one_risk`.

mod one_risk;
mod shares;
mod worth;

use std::cell::RefCell;
use std::rc::Rc;

use partnership_risk_core::cost::{Costs, RiskCosts, Slice};
use partnership_risk_core::letters;
use partnership_risk_core::loss::{Engine, Measure, Portfolio, YearsLoss};
use partnership_risk_core::money::Pence;
use partnership_risk_core::register::{Control, ControlId, Register, Risk, TolerancePoint};

use super::last::Last;

pub use one_risk::year_of_one;
pub use shares::{By, ShareLine, Shares, Whose, swings, tail_shares};
pub use worth::{Among, Purchase, Worth, WorthLine, purchase, worth};

/// What is looked at, and which controls are switched for the sake of the question.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CostView {
    /// The risks that count.
    pub slice: Slice,
    /// The controls that are taken to work though they do not, or not to work though they do.
    pub switched: Vec<ControlId>,
    /// Whether pictures have scales in equal ratios.
    pub is_log: bool,
    /// Whose parts are told apart.
    pub by: By,
    /// Which figure changes are weighed by.
    pub measure: Measure,
    /// What may be spent on controls in a year, as it is typed.
    pub budget: String,
    /// Which controls may be bought for it.
    pub among: Among,
}

/// What risks cost in a year.
#[derive(Clone, Debug, PartialEq)]
pub struct YearOfLosses {
    /// The risks that have figures, in the order of every portfolio.
    pub risks: Vec<Rc<Risk>>,
    /// How many open risks have none.
    pub n_without_figures: usize,
    /// The controls that cut anything, and whether each counts.
    pub switches: Vec<Switch>,
    /// Without any control.
    pub before: Rc<State>,
    /// With the controls that operate.
    pub today: Rc<State>,
    /// With the controls as they are switched; none where none is.
    pub switched: Option<Rc<State>>,
}

/// A control that can be switched for the sake of the question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Switch {
    /// Its id.
    pub id: ControlId,
    /// Its name.
    pub name: String,
    /// Whether it operates.
    pub is_operating: bool,
    /// Whether it counts now.
    pub is_on: bool,
}

/// A portfolio, and the loss of its year.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// The portfolio.
    pub portfolio: Portfolio,
    /// The loss of a year.
    pub loss: YearsLoss,
}

/// A tolerated loss, and the chance with which it is exceeded.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Against {
    /// What is tolerated.
    pub point: TolerancePoint,
    /// The chance of a greater loss.
    pub chance: f64,
}

impl CostView {
    /// Whether a control counts.
    #[must_use]
    pub fn counts(&self, control: &Control) -> bool {
        control.is_operating() != self.switched.contains(&control.id)
    }

    /// What may be spent on controls in a year: nothing said where nothing is typed, or what is wrong with it.
    pub fn spendable(&self) -> Result<Option<Pence>, &'static str> {
        if letters::is_blank(&self.budget) {
            return Ok(None);
        }
        match Pence::read(&self.budget) {
            Ok(amount) if amount < Pence::default() => Err("A budget must not be below nought"),
            Ok(amount) => Ok(Some(amount)),
            Err(_) => Err("Enter an amount, such as 60,000 or 1.5m"),
        }
    }

    /// The same view with one more control switched, or one fewer.
    #[must_use]
    pub fn with_switched(mut self, id: ControlId) -> Self {
        match self.switched.iter().position(|other| *other == id) {
            Some(place) => {
                self.switched.remove(place);
            }
            None => self.switched.push(id),
        }
        self
    }
}

impl State {
    fn of(portfolio: Portfolio) -> Rc<Self> {
        Rc::new(Self { loss: with_engine(|engine| engine.year(&portfolio)), portfolio })
    }
}

impl YearOfLosses {
    /// What the page is about: with the switches, or else today.
    #[must_use]
    pub fn shown(&self) -> &Rc<State> {
        self.switched.as_ref().unwrap_or(&self.today)
    }
}

/// Does something with the engine of this page, which keeps what the next question may need again.
fn with_engine<T>(work: impl FnOnce(&mut Engine) -> T) -> T {
    thread_local! {
        static ENGINE: RefCell<Engine> = RefCell::new(Engine::default());
    }
    ENGINE.with(|engine| work(&mut engine.borrow_mut()))
}

/// Makes the engine ready for the first question.
pub fn rehearse() {
    with_engine(Engine::rehearse);
}

/// The part of each risk in what a year costs today.
pub fn risk_costs(register: &Rc<Register>) -> Rc<RiskCosts> {
    thread_local! {
        static LAST: Last<(), RiskCosts> = const { Last::new() };
    }
    LAST.with(|last| last.answer(register, (), |()| with_engine(|engine| RiskCosts::of(register, engine))))
}

/// What the risks of a register cost in a year.
pub fn year_of_losses(register: &Rc<Register>, view: &CostView) -> Rc<YearOfLosses> {
    thread_local! {
        static LAST: Last<(Slice, Vec<ControlId>), YearOfLosses> = const { Last::new() };
    }
    let asked = (view.slice.clone(), view.switched.clone());
    LAST.with(|last| last.answer(register, asked, |_| work_out(register, view)))
}

fn work_out(register: &Register, view: &CostView) -> YearOfLosses {
    let costs = Costs::of(register, &view.slice);
    let switch = |control: &Control| Switch {
        id: control.id,
        name: control.name.clone(),
        is_operating: control.is_operating(),
        is_on: view.counts(control),
    };
    let switches: Vec<Switch> = costs.controls().iter().map(|serving| switch(serving.control)).collect();
    let is_switched = switches.iter().any(|switch| switch.is_on != switch.is_operating);
    YearOfLosses {
        risks: costs.risks().iter().map(|risk| Rc::clone(risk)).collect(),
        n_without_figures: costs.n_without_figures(),
        switches,
        before: State::of(costs.portfolio(|_| false)),
        today: State::of(costs.portfolio(Control::is_operating)),
        switched: is_switched.then(|| State::of(costs.portfolio(|control| view.counts(control)))),
    }
}

/// Each tolerated loss with the chance of a greater one.
#[must_use]
pub fn against_tolerance(loss: &YearsLoss, tolerance: &[TolerancePoint]) -> Vec<Against> {
    let against = |point: &TolerancePoint| Against {
        point: *point,
        chance: loss.chance_above(point.loss.pounds()).best,
    };
    tolerance.iter().map(against).collect()
}

impl Against {
    /// Whether the loss comes about more often than is tolerated.
    #[must_use]
    pub fn is_crossed(&self) -> bool {
        self.chance > self.point.chance.fraction()
    }
}
