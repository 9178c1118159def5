//! The losses of a register as evidence: by financial year, as these bodies keep their accounts. What they say of rate and
//! cost is worked out in [`crate::loss::evidence`].

use crate::date::Date;
use crate::loss::evidence::Seen;
use crate::register::{Loss, Register};

/// The month in which a financial year begins.
const APRIL: u8 = 4;

/// The chosen losses of a register, in its order, each under the year in which its financial year begins: 14 February 2026
/// is of 2025.
#[must_use]
pub fn seen(register: &Register, is_chosen: impl Fn(&Loss) -> bool) -> Vec<Seen> {
    let chosen = register.losses().iter().filter(|loss| is_chosen(loss));
    chosen.map(|loss| Seen { year: financial_year(loss.date), count: loss.count, cost: loss.cost }).collect()
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
