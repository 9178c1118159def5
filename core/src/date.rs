//! Civil dates: a day of the calendar without time or place. The calendar itself is the `time` crate's;
//! how dates are read, written and counted here is this module's. The core has no clock: today is an
//! argument.

use std::fmt;
use std::str::FromStr;

use time::Month;

/// A day of the Gregorian calendar, from the year 1 to the year 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(time::Date);

/// The text is no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateError {
    /// It is not written as a day, a month and a year.
    NotADate,
    /// The calendar has no such day.
    NoSuchDay,
}

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotADate => f.write_str("not a date such as 31/3/2027 or 2027-03-31"),
            Self::NoSuchDay => f.write_str("no day of the calendar"),
        }
    }
}

impl std::error::Error for DateError {}

const MILLISECONDS_A_DAY: i64 = 86_400_000;
/// The day from which milliseconds are counted, 1 January 1970.
const EPOCH_JULIAN_DAY: i64 = 2_440_588;

impl Date {
    /// The first day there is.
    pub const FIRST: Self = match time::Date::from_ordinal_date(1, 1) {
        Ok(date) => Self(date),
        Err(_) => Self(time::Date::MIN),
    };

    /// The day with this year, month (from 1) and day of the month.
    pub fn new(year: i32, month: u8, day: u8) -> Result<Self, DateError> {
        let month = Month::try_from(month).map_err(|_| DateError::NoSuchDay)?;
        match time::Date::from_calendar_date(year, month, day) {
            Ok(date) if (1..=9999).contains(&year) => Ok(Self(date)),
            Ok(_) | Err(_) => Err(DateError::NoSuchDay),
        }
    }

    /// The day, in universal time, on which a moment falls: milliseconds since 1 January 1970.
    #[must_use]
    pub fn of_moment(milliseconds: i64) -> Option<Self> {
        let day = milliseconds.div_euclid(MILLISECONDS_A_DAY).checked_add(EPOCH_JULIAN_DAY)?;
        let date = time::Date::from_julian_day(i32::try_from(day).ok()?).ok()?;
        Self::new(date.year(), date.month().into(), date.day()).ok()
    }

    /// A date as people write it here, day first (31/3/2027, 31.3.2027, 31-3-2027), or as files do, year
    /// first (2027-03-31).
    pub fn read(text: &str) -> Result<Self, DateError> {
        let parts: Vec<&str> = text.trim().split(['/', '.', '-']).map(str::trim).collect();
        let [first, month, last] = parts[..] else { return Err(DateError::NotADate) };
        let (year, day) = if first.len() == 4 { (first, last) } else { (last, first) };
        if year.len() != 4 || !parts.iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit())) {
            return Err(DateError::NotADate);
        }
        let number = |text: &str| text.parse::<u8>().map_err(|_| DateError::NotADate);
        Self::new(year.parse().map_err(|_| DateError::NotADate)?, number(month)?, number(day)?)
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month, from 1 to 12.
    #[must_use]
    pub fn month(self) -> u8 {
        self.0.month().into()
    }

    /// How many days after `earlier` this is; negative where it is before.
    #[must_use]
    pub fn days_since(self, earlier: Self) -> i32 {
        self.0.to_julian_day() - earlier.0.to_julian_day()
    }

    /// The same day so many months later, or the last day of that month where it has no such day.
    #[must_use]
    pub fn months_later(self, months: u16) -> Self {
        let month = i32::from(u8::from(self.0.month())) - 1 + i32::from(months);
        let (year, month) = (self.0.year() + month / 12, month % 12 + 1);
        let month = u8::try_from(month).unwrap_or(1);
        (1..=self.0.day()).rev().find_map(|day| Self::new(year, month, day).ok()).unwrap_or(self)
    }

    /// The date in words: 31 March 2027.
    #[must_use]
    pub fn in_words(self) -> String {
        const MONTHS: [&str; 12] = [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ];
        let month = MONTHS[usize::from(u8::from(self.0.month())) - 1];
        format!("{} {month} {}", self.0.day(), self.0.year())
    }

    /// The date as a field holds it: 31/3/2027.
    #[must_use]
    pub fn as_typed(self) -> String {
        format!("{}/{}/{:04}", self.0.day(), u8::from(self.0.month()), self.0.year())
    }
}

/// As files hold it: 2027-03-31.
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.0.year(), u8::from(self.0.month()), self.0.day())
    }
}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        Self::read(text)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{Strategy, prop_assert_eq, proptest};

    use super::*;

    fn date(text: &str) -> Date {
        Date::read(text).unwrap_or_else(|error| unreachable!("{text} is {error}"))
    }

    #[test]
    fn dates_are_read_as_people_and_files_write_them() {
        for text in ["31/3/2027", "31/03/2027", " 31.3.2027 ", "31-3-2027", "2027-03-31", "2027/3/31"] {
            assert_eq!(date(text).to_string(), "2027-03-31", "{text}");
        }
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for (text, error) in [
            ("", DateError::NotADate),
            ("soon", DateError::NotADate),
            ("31/3", DateError::NotADate),
            ("31/3/27", DateError::NotADate),
            ("31/3/2027/1", DateError::NotADate),
            ("+1/3/2027", DateError::NotADate),
            ("999/3/2027", DateError::NotADate),
            ("30/2/2027", DateError::NoSuchDay),
            ("29/2/2027", DateError::NoSuchDay),
            ("1/13/2027", DateError::NoSuchDay),
            ("1/1/0000", DateError::NoSuchDay),
        ] {
            assert_eq!(Date::read(text), Err(error), "{text}");
        }
        assert!(Date::read("29/2/2028").is_ok());
    }

    #[test]
    fn a_month_without_such_a_day_gives_its_last() {
        for (from, months, to) in [
            ("31/1/2027", 1, "28/2/2027"),
            ("31/1/2028", 1, "29/2/2028"),
            ("31/12/2027", 12, "31/12/2028"),
            ("30/11/2027", 3, "29/2/2028"),
            ("15/6/2027", 0, "15/6/2027"),
        ] {
            assert_eq!(date(from).months_later(months).as_typed(), to);
        }
    }

    #[test]
    fn a_moment_falls_on_a_day() {
        assert_eq!(Date::of_moment(0).map(|d| d.to_string()).as_deref(), Some("1970-01-01"));
        assert_eq!(Date::of_moment(-1).map(|d| d.to_string()).as_deref(), Some("1969-12-31"));
        assert_eq!(
            Date::of_moment(1_795_305_600_000).map(|d| d.in_words()).as_deref(),
            Some("22 November 2026")
        );
        assert_eq!(Date::of_moment(i64::MAX), None);
    }

    proptest! {
        #[test]
        fn a_date_reads_back_in_each_form(day in (-700_000_i64..2_900_000).prop_map(|d| d * MILLISECONDS_A_DAY)) {
            let date = Date::of_moment(day).expect("within the years 1 to 9999");
            prop_assert_eq!(Date::read(&date.to_string()), Ok(date));
            prop_assert_eq!(Date::read(&date.as_typed()), Ok(date));
        }
    }
}
