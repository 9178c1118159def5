//! What risks of one category come to, for all measures at once: of one partnership, or of several added up. What is
//! added up is what the measures are made of, so that any choice of partnerships has its table by the same rule.

use super::measure::{Measure, Standing};
use super::scope::Rated;
use crate::cost::RiskCost;
use crate::scale::{ProductSum, Score};

/// What risks of one category come to.
#[derive(Clone, Copy, Default)]
pub(super) struct Tally {
    products: ProductSum,
    highest: Option<Score>,
    at_top_level: u64,
    above_appetite: u64,
    cost: RiskCost,
    /// How many partnerships they are in.
    partnerships: u64,
    /// How many of these name the category.
    naming: u64,
}

impl Tally {
    /// The tally of risks in one partnership, which does not name the category so far.
    pub(super) fn of(risks: impl Iterator<Item = Rated>) -> Self {
        let mut tally = Self { partnerships: 1, ..Self::default() };
        for Rated { score, is_at_top_level, is_above_appetite, cost } in risks {
            tally.products.add(ProductSum::of(&[score]), 1);
            tally.highest = tally.highest.max(Some(score));
            tally.at_top_level += u64::from(is_at_top_level);
            tally.above_appetite += u64::from(is_above_appetite);
            tally.add_cost(cost, 1.0);
        }
        tally
    }

    /// Notes that the partnership names the category.
    pub(super) fn name(&mut self) {
        self.naming = 1;
    }

    /// Adds all that another tally holds, so many times.
    pub(super) fn add(&mut self, other: &Self, times: u32) {
        self.products.add(other.products, times);
        self.add_cost(other.cost, f64::from(times));
        let times = u64::from(times);
        self.highest = self.highest.max(other.highest);
        self.at_top_level += other.at_top_level * times;
        self.above_appetite += other.above_appetite * times;
        self.partnerships += other.partnerships * times;
        self.naming += other.naming * times;
    }

    fn add_cost(&mut self, cost: RiskCost, times: f64) {
        self.cost.expected += cost.expected * times;
        self.cost.tail_share += cost.tail_share * times;
    }

    /// Where it stands, if so many partnerships answered; nowhere without a risk.
    pub(super) fn standing(&self, measure: Measure, answering: usize) -> Option<Standing> {
        let value = match measure {
            Measure::ShareNaming => self.naming as f64 / answering as f64,
            Measure::MeanScore => self.products.mean(),
            Measure::HighestScore => self.highest?.product(),
            Measure::TopLevelCount => self.at_top_level as f64,
            Measure::AboveAppetite => self.above_appetite as f64,
            Measure::ExpectedLoss => self.cost.expected,
            Measure::TailShare => self.cost.tail_share,
        };
        Some(Standing { value, highest: self.highest? })
    }

    /// The highest of its scores; none without a risk.
    pub(super) fn highest(&self) -> Option<Score> {
        self.highest
    }

    /// How many risks it holds.
    pub(super) fn risks(&self) -> usize {
        self.products.scores()
    }

    /// How many partnerships they are in.
    pub(super) fn partnerships(&self) -> usize {
        self.partnerships as usize
    }

    /// How many partnerships name the category.
    pub(super) fn naming(&self) -> usize {
        self.naming as usize
    }
}
