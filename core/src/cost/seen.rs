//! The losses of a register as evidence: by financial year, as these bodies keep their accounts. What they say of rate and
//! cost is worked out in [`crate::loss::evidence`].

use crate::date::Date;
use crate::loss::evidence::{Interval, Record, Seen, rate};
use crate::register::{Loss, Register, RiskId};
use crate::share::Share;

/// The month in which a financial year begins.
const APRIL: u8 = 4;

/// The chosen losses of a register, in its order, each under the year in which its financial year begins: 14 February 2026
/// is of 2025.
#[must_use]
pub fn seen(register: &Register, is_chosen: impl Fn(&Loss) -> bool) -> Vec<Seen> {
    let chosen = register.losses().iter().filter(|loss| is_chosen(loss));
    chosen.map(|loss| Seen { year: financial_year(loss.date), count: loss.count, cost: loss.cost }).collect()
}

/// How often the events of a risk were seen, over the financial years in which any was entered, with the exact interval of
/// 90 %; none where none was.
#[must_use]
pub fn observed(register: &Register, risk: RiskId) -> Option<Interval> {
    let record = Record::of_years_entered(&seen(register, |loss| loss.risk == Some(risk))).ok()?;
    rate(&record, Share::of_basis_points(9_000).ok()?)
}

/// The year in which the financial year of a day begins.
#[must_use]
pub fn financial_year(day: Date) -> i32 {
    if day.month() < APRIL { day.year() - 1 } else { day.year() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example::marlshire;
    use crate::loss::evidence::{Record, Split};

    #[test]
    fn a_financial_year_begins_on_the_first_of_april() {
        for (month, day, year) in [(1, 1, 2025), (3, 31, 2025), (4, 1, 2026), (12, 31, 2026)] {
            let day = Date::new(2026, month, day).expect("a day");
            assert_eq!(financial_year(day), year, "{day:?}");
        }
    }

    /// 195 events in four years: half the chi-square quantiles with 390 and 392 degrees of freedom (SciPy 1.17.1,
    /// `scipy.stats.chi2.ppf`) over four.
    #[test]
    fn the_rate_of_a_risk_has_an_interval_where_its_events_were_seen() {
        let register = marlshire();
        let seen =
            register.losses().iter().find(|loss| loss.what.contains("Derbyshire")).expect("an example");
        let found = observed(&register, seen.risk.expect("it names its risk")).expect("events were seen");
        for (figure, expected) in
            [(found.low, 43.153_317_957_146_48), (found.best, 48.75), (found.high, 54.895_574_439_665_104)]
        {
            assert!((figure - expected).abs() < 1e-6, "{figure} for {expected}");
        }
        let unseen = register
            .risks()
            .iter()
            .find(|risk| register.losses().iter().all(|loss| loss.risk != Some(risk.id)));
        assert_eq!(observed(&register, unseen.expect("an example").id), None);
    }

    /// Published: 128 claims of over 259,000 pounds in 2003/04, 41 of 45,000 in 2007/08.
    #[test]
    fn the_published_losses_of_the_example_split_into_two_thirds_frequency() {
        let register = marlshire();
        let of = |year| seen(&register, |loss| loss.what.contains("Derbyshire") && loss.date.year() == year);
        let [before, after] = [2003, 2007].map(|year| Record::of_years_entered(&of(year)).expect("sound"));
        let shares = Split::of(&before, &after).expect("claims that cost something").shares();
        assert!(shares.is_some_and(|[frequency, _]| (frequency - 0.65).abs() < 0.001), "{shares:?}");
    }
}
