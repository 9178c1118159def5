//! Whose part in the losses is how great: of risks, partnerships or categories, in the average year and in the worst year
//! of twenty; and which input of which risk matters most.

use std::rc::Rc;

use partnership_risk_core::catalogue::CategoryId;
use partnership_risk_core::cost::{Slice, observed};
use partnership_risk_core::loss::{Measure, TAIL_FROM, Tornado};
use partnership_risk_core::register::{ControlId, PartnershipId, Register, Risk, RiskId};

use super::{CostView, State, with_engine, year_of_losses};
use crate::app::queries::last::Last;

/// Whose parts are told apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum By {
    /// Each risk's.
    #[default]
    Risk,
    /// Each partnership's.
    Partnership,
    /// Each category's.
    Category,
}

impl By {
    /// Every one, in the order it is offered.
    pub const ALL: [Self; 3] = [Self::Risk, Self::Partnership, Self::Category];
}

/// To whom a part belongs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whose {
    /// To a risk.
    Risk(RiskId),
    /// To all risks of a partnership.
    Partnership(PartnershipId),
    /// To all risks of a category, or to those without one.
    Category(Option<CategoryId>),
}

/// A part in the losses.
#[derive(Clone, Debug, PartialEq)]
pub struct ShareLine {
    /// Whose it is.
    pub whose: Whose,
    /// What they are called.
    pub name: String,
    /// The expected loss in pounds a year.
    pub mean: f64,
    /// The mean loss in pounds in the worst year of twenty; a hedge may have less than nothing.
    pub tail: f64,
}

/// All parts in the losses, the greatest in the worst year first.
#[derive(Clone, Debug, PartialEq)]
pub struct Shares {
    /// The parts, which add up.
    pub lines: Vec<ShareLine>,
    /// The expected loss in pounds a year.
    pub mean: f64,
    /// The mean loss in pounds of the worst year in twenty.
    pub tail: f64,
}

/// Whose part in the losses is how great, with the controls that count.
pub fn tail_shares(register: &Rc<Register>, view: &CostView) -> Rc<Shares> {
    thread_local! {
        static LAST: Last<(Slice, Vec<ControlId>, By), Shares> = const { Last::new() };
    }
    let asked = (view.slice.clone(), view.switched.clone(), view.by);
    LAST.with(|last| last.answer(register, asked, |_| work_out(register, view)))
}

fn work_out(register: &Rc<Register>, view: &CostView) -> Shares {
    let year = year_of_losses(register, view);
    let State { portfolio, loss } = &**year.shown();
    let tails = with_engine(|engine| engine.tail_shares(portfolio, loss, TAIL_FROM));
    let mut lines: Vec<ShareLine> = Vec::new();
    for ((risk, exposure), tail) in year.risks.iter().zip(portfolio.exposures()).zip(tails) {
        let (whose, mean) = (whose(view.by, risk), exposure.mean());
        match lines.iter_mut().find(|line| line.whose == whose) {
            Some(line) => (line.mean, line.tail) = (line.mean + mean, line.tail + tail),
            None => lines.push(ShareLine { name: name(register, &whose), whose, mean, tail }),
        }
    }
    lines.sort_by(|one, other| other.tail.total_cmp(&one.tail));
    Shares { lines, mean: loss.mean(), tail: loss.tail_mean(TAIL_FROM) }
}

fn whose(by: By, risk: &Risk) -> Whose {
    match by {
        By::Risk => Whose::Risk(risk.id),
        By::Partnership => Whose::Partnership(risk.partnership),
        By::Category => Whose::Category(risk.category.clone()),
    }
}

fn name(register: &Register, whose: &Whose) -> String {
    match whose {
        Whose::Risk(id) => register.risk(*id).map(|risk| risk.title.clone()),
        Whose::Partnership(id) => register.partnership(*id).map(|partnership| partnership.name.clone()),
        Whose::Category(Some(id)) => Some(register.organisation().category_name(id).to_string()),
        Whose::Category(None) => None,
    }
    .unwrap_or_else(|| "No category".to_owned())
}

/// Above how many risks inputs are weighed by the expected loss alone: by the worst years each takes four runs of the
/// engine.
const MOST_BY_TAIL: usize = 40;

/// Which inputs matter most, the widest swing first, and by which figure they were weighed.
pub fn swings(register: &Rc<Register>, view: &CostView) -> Rc<(Measure, Tornado)> {
    thread_local! {
        static LAST: Last<(Slice, Vec<ControlId>, Measure), (Measure, Tornado)> = const { Last::new() };
    }
    let asked = (view.slice.clone(), view.switched.clone(), view.measure);
    LAST.with(|last| {
        last.answer(register, asked, |_| {
            let year = year_of_losses(register, view);
            let is_long = year.risks.len() > MOST_BY_TAIL;
            let measure = if is_long { Measure::Mean } else { view.measure };
            let portfolio = &year.shown().portfolio;
            let seen: Vec<_> = year.risks.iter().map(|risk| observed(register, risk.id)).collect();
            (measure, with_engine(|engine| Tornado::of(portfolio, &seen, measure, &mut |p| engine.year(p))))
        })
    })
}

#[cfg(test)]
mod tests {
    use partnership_risk_core::example::marlshire;
    use partnership_risk_core::loss::EndsFrom;

    use super::*;

    #[test]
    fn parts_add_up_whoever_they_belong_to() {
        let register = Rc::new(marlshire());
        for by in By::ALL {
            let shares = tail_shares(&register, &CostView { by, ..CostView::default() });
            let sum = |part: fn(&ShareLine) -> f64| shares.lines.iter().map(part).sum::<f64>();
            assert!((sum(|line| line.mean) / shares.mean - 1.0).abs() < 1e-9, "{by:?}");
            assert!((sum(|line| line.tail) / shares.tail - 1.0).abs() < 1e-6, "{by:?}");
            assert!(shares.lines.windows(2).all(|two| two[0].tail >= two[1].tail), "{by:?}");
            let names: Vec<&String> = shares.lines.iter().map(|line| &line.name).collect();
            assert!(names.iter().all(|name| !name.is_empty()), "{names:?}");
        }
    }

    #[test]
    fn swings_are_weighed_by_the_figure_that_is_asked_for() {
        let register = Rc::new(marlshire());
        for measure in Measure::ALL {
            let found = swings(&register, &CostView { measure, ..CostView::default() });
            assert_eq!(found.0, measure);
            assert!(found.1.bars.windows(2).all(|two| two[0].width() >= two[1].width()));
            assert!(found.1.bars.iter().all(|bar| bar.low <= found.1.best && found.1.best <= bar.high));
            assert!(
                found.1.bars.iter().any(|bar| bar.ends.from == EndsFrom::Observed),
                "some risks came about"
            );
        }
    }
}
