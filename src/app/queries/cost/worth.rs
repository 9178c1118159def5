//! What controls are worth: what each saves a year beside the others for what it costs, and which of them to buy for a
//! budget.

use std::rc::Rc;

use partnership_risk_core::cost::{Costs, Serving, Slice};
use partnership_risk_core::loss::{
    BestSet, ControlEffects, CostedControl, Figures, Measure, Parted, Portfolio, Spend, Years, under,
};
use partnership_risk_core::money::Pence;
use partnership_risk_core::register::{Control, ControlId, Register};

use super::{CostView, with_engine};
use crate::app::queries::last::Last;

/// Which controls may be bought.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Among {
    /// Those that do not operate, beside those that do.
    #[default]
    Planned,
    /// All, as if none were there.
    All,
}

impl Among {
    /// Every one, in the order it is offered.
    pub const ALL: [Self; 2] = [Self::Planned, Self::All];
}

/// What controls are worth.
#[derive(Clone, Debug, PartialEq)]
pub struct Worth {
    /// Each control, those that operate first.
    pub lines: Vec<WorthLine>,
    /// All that operate, together.
    pub together: ControlEffects,
}

/// What one control is worth: if it operates, what would be lost by giving it up; if it does not, what would be won by it.
#[derive(Clone, Debug, PartialEq)]
pub struct WorthLine {
    /// Its id.
    pub id: ControlId,
    /// Its name.
    pub name: String,
    /// Whether it operates.
    pub is_operating: bool,
    /// The loss without it.
    pub without: Figures,
    /// The loss with it.
    pub with: Figures,
    /// What it costs a year, where that is known.
    pub yearly_cost: Option<Pence>,
}

impl WorthLine {
    /// What it saves for what it costs, by a figure of the loss.
    #[must_use]
    pub fn spend(&self, measure: Measure) -> Spend {
        let (before, after) = (self.without.by(measure), self.with.by(measure));
        Spend { before, after, yearly_cost: self.yearly_cost }
    }
}

/// What each control is worth, as things are today.
pub fn worth(register: &Rc<Register>, view: &CostView) -> Rc<Worth> {
    thread_local! {
        static LAST: Last<Slice, Worth> = const { Last::new() };
    }
    LAST.with(|last| {
        last.answer(register, view.slice.clone(), |slice| {
            let costs = Costs::of(register, slice);
            with_engine(|engine| work_out(&costs, &mut |portfolio| engine.year(portfolio)))
        })
    })
}

fn work_out(costs: &Costs<'_>, years: &mut Years<'_>) -> Worth {
    let (operating, others): (Vec<&Serving<'_>>, Vec<_>) =
        costs.controls().iter().partition(|serving| serving.control.is_operating());
    let together = ControlEffects::of(&costs.portfolio(|_| false), &costed(&operating), years);
    let today = costs.portfolio(Control::is_operating);
    let given_up = operating.iter().zip(&together.each);
    let mut lines: Vec<WorthLine> =
        given_up.map(|(serving, effect)| line(serving, effect.without, together.after)).collect();
    lines.extend(others.iter().map(|serving| {
        let with = Figures::of(&under(&today, [&serving.costed]), years);
        line(serving, together.after, with)
    }));
    Worth { lines, together }
}

fn costed<'c>(servings: &[&'c Serving<'_>]) -> Vec<&'c CostedControl> {
    servings.iter().map(|serving| &serving.costed).collect()
}

fn line(serving: &Serving<'_>, without: Figures, with: Figures) -> WorthLine {
    WorthLine {
        id: serving.control.id,
        name: serving.control.name.clone(),
        is_operating: serving.control.is_operating(),
        without,
        with,
        yearly_cost: serving.costed.yearly_cost(),
    }
}

/// What to buy for a budget.
#[derive(Clone, Debug, PartialEq)]
pub struct Purchase {
    /// The controls that could be bought.
    pub candidates: Vec<(ControlId, String)>,
    /// Which of them to buy; their places are those of the candidates.
    pub best: BestSet,
}

/// What to buy for a budget; none where none is set, or nothing can be bought.
pub fn purchase(register: &Rc<Register>, view: &CostView) -> Rc<Option<Purchase>> {
    thread_local! {
        static LAST: Last<CostView, Option<Purchase>> = const { Last::new() };
    }
    LAST.with(|last| last.answer(register, view.clone(), |view| find(register, view)))
}

fn find(register: &Register, view: &CostView) -> Option<Purchase> {
    let costs = Costs::of(register, &view.slice);
    let is_candidate = |control: &Control| view.among == Among::All || !control.is_operating();
    let candidates: Vec<&Serving<'_>> =
        costs.controls().iter().filter(|serving| is_candidate(serving.control)).collect();
    let budget = view.spendable().ok().flatten().filter(|_| !candidates.is_empty())?;
    let from: Portfolio = costs.portfolio(|control| !is_candidate(control) && control.is_operating());
    let controls = costed(&candidates);
    let best = with_engine(|engine| match view.measure {
        Measure::Mean => BestSet::by_mean(&from, &controls, budget),
        Measure::Tail => BestSet::by_tail(&from, &controls, budget, &mut |p| Parted::tail(engine, p)),
    });
    let named = |serving: &&Serving<'_>| (serving.control.id, serving.control.name.clone());
    Some(Purchase { candidates: candidates.iter().map(named).collect(), best })
}

#[cfg(test)]
mod tests {
    use partnership_risk_core::example::marlshire;

    use super::*;

    #[test]
    fn those_that_operate_come_first_and_none_makes_things_worse() {
        let register = Rc::new(marlshire());
        let worth = worth(&register, &CostView::default());
        assert!(worth.lines.windows(2).all(|two| two[0].is_operating >= two[1].is_operating));
        assert!(worth.lines.iter().any(|line| !line.is_operating));
        for line in &worth.lines {
            for measure in Measure::ALL {
                assert!(line.spend(measure).saving() > -1e-6, "{}: {measure:?}", line.name);
            }
        }
    }

    #[test]
    fn what_is_bought_is_within_the_budget_and_without_one_nothing_is() {
        let register = Rc::new(marlshire());
        let view = CostView { among: Among::All, ..CostView::default() };
        assert_eq!(*purchase(&register, &view), None);
        let budget = Pence::of_pounds(60_000).expect("small");
        for measure in Measure::ALL {
            let view = CostView { budget: "60,000".to_owned(), measure, ..view.clone() };
            let bought = purchase(&register, &view);
            let bought = bought.as_ref().as_ref().expect("there are candidates");
            assert!(
                !bought.best.places.is_empty() && bought.best.spend.yearly_cost <= Some(budget),
                "{measure:?}"
            );
        }
    }

    #[test]
    fn a_budget_is_read_as_people_write_it_or_says_what_is_wrong() {
        let read = |budget: &str| CostView { budget: budget.to_owned(), ..CostView::default() }.spendable();
        let pounds = |amount| Pence::of_pounds(amount).ok();
        for (text, expected) in
            [("", Ok(None)), (" ", Ok(None)), ("1.5m", Ok(pounds(1_500_000))), ("60,000", Ok(pounds(60_000)))]
        {
            assert_eq!(read(text), expected, "{text}");
        }
        assert!(read("much").is_err() && read("-5").is_err());
    }
}
