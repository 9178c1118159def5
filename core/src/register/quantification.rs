//! The figures that somebody has put to a risk: how often, how badly, how much of it is ours to bear, and what it has in
//! common with other risks.

use std::fmt;

use super::{DriverId, OwnDriver};
use crate::loss::{Annual, Frequency, FrequencyLaw, Severity};
use crate::order::ordered;
use crate::share::Share;

/// What a risk costs, before any control that is entered as one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quantification {
    /// How many events a year.
    pub frequency: Frequency,
    /// What one of them costs everybody together.
    pub severity: Severity,
    /// The share of it that the organisation bears.
    pub our_share: Share,
    /// Which shares of its events come at the pace of which drivers of the organisation; the rest comes by itself.
    pub pulls: Vec<(DriverId, Share)>,
    /// What the figures rest on.
    pub basis: String,
}

/// Why drivers cannot pull a risk like this.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PullsError {
    /// Its events do not come at a steady rate.
    NotSteady,
    /// One driver pulls it twice.
    Twice,
    /// The shares come to more than all of its events.
    MoreThanWhole,
}

impl fmt::Display for PullsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotSteady => "only a steady rate can be pulled by drivers",
            Self::Twice => "one driver pulls it twice",
            Self::MoreThanWhole => "its drivers come to more than 100 %",
        })
    }
}

impl std::error::Error for PullsError {}

impl Quantification {
    /// The loss of one year to everybody together, apart from drivers, which leave its mean as it is.
    #[must_use]
    pub fn annual(&self) -> Annual {
        Annual::of(&self.frequency, &self.severity)
    }

    /// The organisation's expected loss of one year in pounds.
    #[must_use]
    pub fn our_expected_loss(&self) -> f64 {
        self.annual().mean * self.our_share.fraction()
    }

    /// The probability of a year without an event, with these drivers at work: what each pulls and what comes by itself
    /// are independent (CreditRisk+, 1997).
    #[must_use]
    pub fn p_no_event(&self, drivers: &[OwnDriver]) -> f64 {
        let FrequencyLaw::Poisson { rate } = self.frequency.law() else { return self.frequency.p_none() };
        let (mut alone, mut p_none) = (1.0, 1.0);
        for (id, share) in &self.pulls {
            if let Some(driver) = drivers.iter().find(|driver| driver.id == *id) {
                alone -= share.fraction();
                p_none *= driver.factor.p_none(rate.value() * share.fraction());
            }
        }
        p_none * libm::exp(-rate.value() * alone)
    }

    /// Whether drivers can pull it as they do.
    pub fn check_pulls(&self) -> Result<(), PullsError> {
        if !self.pulls.is_empty() && !matches!(self.frequency.law(), FrequencyLaw::Poisson { .. }) {
            return Err(PullsError::NotSteady);
        }
        let ids: Vec<&DriverId> = self.pulls.iter().map(|(id, _)| id).collect();
        if ordered(&ids, &Ord::cmp).windows(2).any(|two| two[0] == two[1]) {
            return Err(PullsError::Twice);
        }
        let points: u64 = self.pulls.iter().map(|(_, share)| u64::from(share.basis_points())).sum();
        let is_too_much = points > Share::WHOLE.basis_points().into();
        if is_too_much { Err(PullsError::MoreThanWhole) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::loss::{Driver, Millionths, SeverityLaw};
    use crate::money::Pence;

    fn pulled(law: FrequencyLaw, pulls: &[(&str, &str)]) -> Quantification {
        let pull = |(id, share): &(&str, &str)| (DriverId::new(id), Share::read(share).expect("a share"));
        Quantification {
            frequency: Frequency::new(law).expect("sound"),
            severity: Severity::new(SeverityLaw::Fixed { amount: Pence::of_pounds(1).expect("small") })
                .expect("sound"),
            our_share: Share::WHOLE,
            pulls: pulls.iter().map(pull).collect(),
            basis: String::new(),
        }
    }

    fn number(text: &str) -> Millionths {
        Millionths::read(text).expect("a number")
    }

    #[test]
    fn a_steady_rate_is_pulled_by_each_driver_once_and_by_all_at_most_wholly() {
        let steady = FrequencyLaw::Poisson { rate: number("2") };
        let once = FrequencyLaw::Bernoulli { probability: number("0.5") };
        for (law, pulls, expected) in [
            (steady, &[][..], Ok(())),
            (once, &[], Ok(())),
            (steady, &[("b", "60"), ("a", "40")], Ok(())),
            (steady, &[("b", "60"), ("a", "40.01")], Err(PullsError::MoreThanWhole)),
            (steady, &[("b", "1"), ("a", "1"), ("b", "1")], Err(PullsError::Twice)),
            (once, &[("b", "1")], Err(PullsError::NotSteady)),
        ] {
            assert_eq!(pulled(law, pulls).check_pulls(), expected, "{pulls:?}");
        }
    }

    /// By hand: half of two events come by themselves, e^-1, and half at the pace of a driver of variance 0.5, 1.5^-2.
    #[test]
    fn years_without_an_event_are_commoner_where_events_come_together() {
        let factor = Driver::new(number("0.5")).expect("sound");
        let drivers = [OwnDriver { id: DriverId::new("a"), name: "A".into(), factor }];
        let steady = FrequencyLaw::Poisson { rate: number("2") };
        let p_none = |pulls: &[(&str, &str)]| pulled(steady, pulls).p_no_event(&drivers);
        assert!((p_none(&[("a", "50")]) - libm::exp(-1.0) / 2.25).abs() < 1e-15);
        assert!((p_none(&[("gone", "50")]) - libm::exp(-2.0)).abs() < 1e-15);
        let once = pulled(FrequencyLaw::Bernoulli { probability: number("0.3") }, &[]);
        assert!((once.p_no_event(&drivers) - 0.7).abs() < 1e-15);
    }
}
