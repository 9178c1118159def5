//! What a control brings for what it costs: the saving a year, less the cost a year, and the return on what is spent.
//! Which losses there are before and after is worked out next door in `controls`.

use crate::money::Pence;

/// A loss before and after something that costs money every year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spend {
    /// The figure of the loss before it, in pounds a year.
    pub before: f64,
    /// The same figure after it.
    pub after: f64,
    /// What it costs a year, where that is known.
    pub yearly_cost: Option<Pence>,
}

impl Spend {
    /// Before - after, in pounds a year.
    #[must_use]
    pub fn saving(&self) -> f64 {
        self.before - self.after
    }

    /// What is left of the saving when the cost is paid, in pounds a year; none while the cost is not known.
    #[must_use]
    pub fn net_saving(&self) -> Option<f64> {
        Some(self.saving() - self.yearly_cost?.pounds())
    }

    /// (before - after - cost) / cost: 0 where it just pays for itself, 2.75 where a pound spent brings 3.75 back. None
    /// where the cost is not known or nought.
    #[must_use]
    pub fn return_on_spend(&self) -> Option<f64> {
        let cost = self.yearly_cost.filter(|cost| *cost > Pence::default())?;
        Some(self.net_saving()? / cost.pounds())
    }
}

/// What a control costs a year: its yearly cost, and its cost to build spread evenly over the years that it lasts, up to
/// the next penny. Of the two, one that is not entered counts as nought; the sum is not known where neither is entered,
/// nor where there is a cost to build and no number of years to spread it over.
#[must_use]
pub fn yearly_cost(
    per_year: Option<Pence>,
    to_build: Option<Pence>,
    lasts_years: Option<u16>,
) -> Option<Pence> {
    if per_year.is_none() && to_build.is_none() {
        return None;
    }
    let to_build = to_build.filter(|cost| *cost != Pence::default());
    let spread = match (to_build, lasts_years.map(i64::from)) {
        (None, _) => 0,
        (Some(_), None | Some(0)) => return None,
        (Some(cost), Some(years)) => cost.pence().div_euclid(years) + i64::from(cost.pence() % years != 0),
    };
    Some(Pence::sum([per_year.unwrap_or_default(), Pence::new(spread).ok()?].into_iter()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pounds(amount: i64) -> Pence {
        Pence::of_pounds(amount).expect("small")
    }

    fn spend(yearly_cost: Option<i64>) -> Spend {
        Spend { before: 600_000.0, after: 150_000.0, yearly_cost: yearly_cost.map(pounds) }
    }

    /// (600,000 - 150,000 - 120,000) / 120,000, worked out by hand.
    #[test]
    fn the_return_is_what_is_saved_beyond_the_cost_for_each_pound_of_it() {
        assert_eq!(spend(Some(120_000)).return_on_spend(), Some(2.75));
        assert_eq!(spend(Some(120_000)).net_saving(), Some(330_000.0));
        assert_eq!(spend(Some(450_000)).return_on_spend(), Some(0.0));
    }

    #[test]
    fn what_costs_nothing_or_nobody_knows_what_has_no_return() {
        for (cost, net) in [(Some(0), Some(450_000.0)), (None, None)] {
            assert_eq!(spend(cost).return_on_spend(), None);
            assert_eq!(spend(cost).net_saving(), net);
        }
    }

    #[test]
    fn the_cost_to_build_is_spread_over_the_years_that_it_lasts() {
        for (per_year, to_build, lasts, sum) in [
            (Some(1_000), Some(9_000), Some(3), Some(400_000)),
            (Some(1_000), None, None, Some(100_000)),
            (Some(1_000), Some(0), None, Some(100_000)),
            (None, Some(100), Some(3), Some(3_334)),
            (Some(1_000), Some(9_000), None, None),
            (Some(1_000), Some(9_000), Some(0), None),
            (None, None, Some(3), None),
        ] {
            let found = yearly_cost(per_year.map(pounds), to_build.map(pounds), lasts);
            assert_eq!(found.map(Pence::pence), sum, "{per_year:?} {to_build:?} {lasts:?}");
        }
    }
}
