//! Days as spreadsheets write them. Whether 03/04/2025 is in April or in March a cell does not say: another
//! cell of the file may, and otherwise the person is asked. Dates as this product writes them are next door
//! in [`crate::date`].

use crate::choice::choices;
use crate::date::{Date, DateError};
use crate::letters;

choices! {
    /// What comes first in a date of three numbers.
    DayOrder default DayFirst {
        /// The day, as in Britain and most of the world.
        DayFirst = "day-first", "The day first: 03/04/2025 is 3 April";
        /// The month, as in the United States.
        MonthFirst = "month-first", "The month first: 03/04/2025 is 4 March";
    }
}

/// What one cell says about the order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sign {
    /// Nothing: it is no date, or one that reads alike in either order.
    None,
    /// It is another day in the other order.
    Either,
    /// It is a day in this order only.
    Only(DayOrder),
}

/// What the cells of a file say about the order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Said<'a> {
    /// No date needs it.
    NotNeeded,
    /// Some date is a day in this order only.
    Certain(DayOrder),
    /// It cannot be told; a cell that needs it.
    Unclear(&'a str),
}

/// The years of two digits from which on they are of the last century (POSIX, `strptime`, `%y`).
const LAST_CENTURY: i32 = 69;

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// The day that a cell names: three numbers, or a day, the name of a month and a year. Without an order,
/// what could be two days is none.
pub(super) fn read(cell: &str, order: Option<DayOrder>) -> Result<Date, DateError> {
    let cell = without_time(cell);
    if let Some(date) = with_month_name(cell) {
        return date;
    }
    let Some((first, second, year)) = numbers(cell) else { return Date::read(cell) };
    let in_order = |order| match order {
        DayOrder::DayFirst => Date::new(year, second, first),
        DayOrder::MonthFirst => Date::new(year, first, second),
    };
    match (order, sign(cell)) {
        (Some(order), _) | (None, Sign::Only(order)) => in_order(order),
        (None, Sign::None) => in_order(DayOrder::DayFirst),
        (None, Sign::Either) => Err(DateError::NotADate),
    }
}

/// What cells say about the order together. Where some say the one and some the other, nobody knows.
pub(super) fn order_of<'a>(cells: impl Iterator<Item = &'a str>) -> Said<'a> {
    let mut said = Said::NotNeeded;
    let mut unclear = None;
    for cell in cells {
        match (sign(without_time(cell)), said) {
            (Sign::None, _) => {}
            (Sign::Either, _) => unclear = unclear.or(Some(cell)),
            (Sign::Only(order), Said::Certain(other)) if order != other => return Said::Unclear(cell),
            (Sign::Only(order), _) => said = Said::Certain(order),
        }
    }
    match (said, unclear) {
        (Said::NotNeeded, Some(cell)) => Said::Unclear(cell),
        _ => said,
    }
}

fn sign(cell: &str) -> Sign {
    let Some((first, second, year)) = numbers(cell) else { return Sign::None };
    let (day_first, month_first) = (Date::new(year, second, first), Date::new(year, first, second));
    match (day_first, month_first) {
        (Ok(one), Ok(other)) if one == other => Sign::None,
        (Ok(_), Ok(_)) => Sign::Either,
        (Ok(_), Err(_)) => Sign::Only(DayOrder::DayFirst),
        (Err(_), Ok(_)) => Sign::Only(DayOrder::MonthFirst),
        (Err(_), Err(_)) => Sign::None,
    }
}

/// Two numbers and a year, in this order.
fn numbers(cell: &str) -> Option<(u8, u8, i32)> {
    let mut parts = cell.split(['/', '.', '-']).map(str::trim);
    let (first, second, last) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || first.len() > 2 || second.len() > 2 {
        return None;
    }
    Some((number(first)?, number(second)?, year(last)?))
}

/// The day, where a month is named: 3 April 2025, 3-Apr-25, April 3, 2025.
fn with_month_name(cell: &str) -> Option<Result<Date, DateError>> {
    let words: Vec<&str> = cell.split([' ', '-', '/', ',', '.']).filter(|word| !word.is_empty()).collect();
    let [first, second, last] = words[..] else { return None };
    let (day, month) = month(second).map(|m| (first, m)).or_else(|| month(first).map(|m| (second, m)))?;
    let day = number(day.trim_end_matches(|c: char| c.is_ascii_alphabetic()))?;
    Some(Date::new(year(last)?, month, day))
}

/// The month that a word names, from 1.
fn month(word: &str) -> Option<u8> {
    let word = letters::small(word);
    let place = MONTHS.iter().position(|known| word.starts_with(known))?;
    let is_name = word.bytes().all(|byte| byte.is_ascii_lowercase());
    u8::try_from(place + 1).ok().filter(|_| is_name)
}

fn year(text: &str) -> Option<i32> {
    let year: i32 = digits(text)?.parse().ok()?;
    match text.len() {
        4 => Some(year),
        2 if year < LAST_CENTURY => Some(2000 + year),
        2 => Some(1900 + year),
        _ => None,
    }
}

fn number(text: &str) -> Option<u8> {
    digits(text)?.parse().ok()
}

fn digits(text: &str) -> Option<&str> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then_some(text)
}

/// A date without the time that programs write behind it.
fn without_time(cell: &str) -> &str {
    let cell = cell.trim();
    let colon = cell.find(':').unwrap_or(cell.len());
    let before = if colon < cell.len() { cell[..colon].rfind([' ', 'T']) } else { None };
    before.map_or(cell, |end| cell[..end].trim())
}

#[cfg(test)]
mod tests {
    use super::*;
    use DayOrder::{DayFirst, MonthFirst};

    fn written(cell: &str, order: Option<DayOrder>) -> Option<String> {
        read(cell, order).ok().map(|date| date.to_string())
    }

    #[test]
    fn days_are_read_as_spreadsheets_write_them() {
        for cell in [
            "2025-04-13",
            "13/04/2025",
            "13.4.2025",
            "13-04-25",
            "04/13/2025",
            "13 April 2025",
            "13-Apr-25",
            "13th Apr 2025",
            "April 13, 2025",
            "2025-04-13 00:00:00",
            "2025-04-13T09:30:00Z",
            "13/04/2025 09:30",
        ] {
            assert_eq!(written(cell, None).as_deref(), Some("2025-04-13"), "{cell}");
        }
        assert_eq!(written("1/5/68", Some(DayFirst)).as_deref(), Some("2068-05-01"));
        assert_eq!(written("1/5/69", Some(DayFirst)).as_deref(), Some("1969-05-01"));
    }

    #[test]
    fn what_could_be_two_days_is_read_only_in_an_order() {
        assert_eq!(written("03/04/2025", None), None);
        assert_eq!(written("03/04/2025", Some(DayFirst)).as_deref(), Some("2025-04-03"));
        assert_eq!(written("03/04/2025", Some(MonthFirst)).as_deref(), Some("2025-03-04"));
        assert_eq!(written("04/04/2025", None).as_deref(), Some("2025-04-04"));
        assert_eq!(written("13/04/2025", Some(MonthFirst)), None);
    }

    #[test]
    fn what_is_no_day_is_refused() {
        for cell in
            ["", "soon", "Quarterly", "31/02/2025", "1/2", "1/2/3/4", "12 Foo 2025", "Q1 2025", ":", "T:"]
        {
            assert_eq!(written(cell, Some(DayFirst)), None, "{cell}");
        }
    }

    #[test]
    fn one_date_that_can_only_be_read_one_way_decides_for_all() {
        for (cells, said) in [
            (&["03/04/2025", "13/04/2025"][..], Said::Certain(DayFirst)),
            (&["03/04/2025", "", "04/13/2025"], Said::Certain(MonthFirst)),
            (&["2025-04-03", "soon", "04/04/2025"], Said::NotNeeded),
            (&["2025-04-03", "03/04/2025"], Said::Unclear("03/04/2025")),
            (&["13/04/2025", "04/14/2025"], Said::Unclear("04/14/2025")),
        ] {
            assert_eq!(order_of(cells.iter().copied()), said, "{cells:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_cell_is_read_without_panic(cell in ".*", other in "[0-9/ .:T-]{0,12}") {
            for order in [None, Some(DayFirst), Some(MonthFirst)] {
                let (_, _) = (read(&cell, order), read(&other, order));
            }
        }
    }
}
