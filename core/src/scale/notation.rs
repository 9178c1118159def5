//! How a body writes a position in a spreadsheet: digits, letters or words, lowest or highest first,
//! or letter and digit in one cell. The notation is guessed from the values of a column, shown, and
//! corrected by the person; reading a cell then gives a position or says what is wrong. Which column
//! holds what is next door in [`crate::exchange`].

use std::fmt;

use super::position::{Position, PositionError};
use crate::decimal;
use crate::letters;

/// What the steps of a scale are written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Symbols {
    /// 1, 2, 3 or a mean such as 3.9; a name may follow, as in "4 - Likely".
    Digits,
    /// A, B, C.
    Letters,
    /// Names from a list, lowest first; several names of one step are parted by `|`.
    Words(&'static [&'static str]),
}

/// How one axis of a rating is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Notation {
    /// Digits, letters or words.
    pub symbols: Symbols,
    /// How many steps the scale has.
    pub steps: usize,
    /// Which end comes first.
    pub order: Order,
}

/// Whether 1 (or A) is the lowest or the highest step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// 1 or A is the lowest step, as most bodies write.
    LowestFirst,
    /// 1 or A is the worst step.
    HighestFirst,
}

/// Why a cell is not a position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotationError {
    /// Nothing in the cell.
    Empty,
    /// Neither a number nor a letter nor a word of the scale.
    NotOnTheScale,
    /// A number outside the scale.
    Outside(PositionError),
}

impl fmt::Display for NotationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("is empty"),
            Self::NotOnTheScale => f.write_str("is not a step of the scale"),
            Self::Outside(error) => write!(f, "is {error}"),
        }
    }
}

impl std::error::Error for NotationError {}

/// Names in use, lowest first; the shortest list that knows every word of a column is taken.
const VOCABULARIES: [&[&str]; 6] = [
    &["low|l|green|minor", "medium|med|m|moderate|amber|yellow", "high|h|red|major|severe"],
    &["low|l|green", "medium|med|m|moderate|yellow", "high|h|amber", "very high|vh|extreme|critical|red"],
    &["unlikely|remote", "possible", "likely|probable", "very likely|almost certain|certain"],
    &["negligible|insignificant", "marginal|minor", "critical|major|serious", "catastrophic|severe"],
    &[
        "very low|vl|rare|remote|negligible|insignificant|very unlikely",
        "low|l|unlikely|minor",
        "medium|med|m|moderate|possible|significant",
        "high|h|likely|major|probable",
        "very high|vh|almost certain|certain|catastrophic|severe|extreme|critical|very likely",
    ],
    &[
        "almost impossible",
        "very low|very unlikely",
        "low|unlikely",
        "significant|medium|possible",
        "high|likely",
        "very high|very likely|almost certain",
    ],
];

impl Notation {
    /// The notation that reads every filled value, or `None` where there is no such notation or no
    /// value. The number of steps is the least that holds them; letters are taken as highest first,
    /// as in the A-to-F registers of many councils.
    #[must_use]
    pub fn guess<'a>(values: impl Iterator<Item = &'a str>) -> Option<Self> {
        let filled: Vec<&str> = values.map(str::trim).filter(|value| !value.is_empty()).collect();
        if filled.is_empty() { None } else { Self::of_filled(&filled) }
    }

    fn of_filled(values: &[&str]) -> Option<Self> {
        if let Some(highest) = highest_number(values) {
            let highest = highest.ceil().min(Position::MOST_STEPS as f64) as usize;
            return Some(Self::digits(highest.max(3)));
        }
        let knows_all = |list: &&&[&str]| values.iter().all(|value| word(list, value).is_some());
        if let Some(words) = VOCABULARIES.iter().find(knows_all) {
            let symbols = Symbols::Words(words);
            return Some(Self { symbols, steps: words.len(), order: Order::LowestFirst });
        }
        let steps = highest_letter(values)? + 1;
        Some(Self { symbols: Symbols::Letters, steps: steps.max(3), order: Order::HighestFirst })
    }

    /// Digits from 1, the lowest, to `steps`.
    #[must_use]
    pub fn digits(steps: usize) -> Self {
        Self { symbols: Symbols::Digits, steps, order: Order::LowestFirst }
    }

    /// The position that a cell stands for.
    pub fn read(&self, cell: &str) -> Result<Position, NotationError> {
        let cell = cell.trim();
        if cell.is_empty() {
            return Err(NotationError::Empty);
        }
        let value = match self.symbols {
            Symbols::Digits => leading_number(cell),
            Symbols::Letters => letter(cell).map(|index| (index + 1) as f64),
            Symbols::Words(list) => word(list, cell).map(|index| (index + 1) as f64),
        };
        let written = value.ok_or(NotationError::NotOnTheScale)?;
        Position::new(written, self.steps).map_err(NotationError::Outside)?;
        let value = match self.order {
            Order::LowestFirst => written,
            Order::HighestFirst => (self.steps + 1) as f64 - written,
        };
        Position::new(value, self.steps).map_err(NotationError::Outside)
    }
}

/// A cell that holds a whole rating, as `C1`: the letters, then the digits.
#[must_use]
pub fn split_pair(cell: &str) -> Option<(&str, &str)> {
    let cell = cell.trim();
    let digits = cell.find(|c: char| c.is_ascii_digit())?;
    let (first, second) = (cell[..digits].trim(), cell[digits..].trim());
    (letter(first).is_some() && second.len() == 1).then_some((first, second))
}

/// The highest of the numbers, but at least 1, where every value is or begins with one.
fn highest_number(values: &[&str]) -> Option<f64> {
    values.iter().try_fold(1.0, |highest, value| Some(leading_number(value)?.max(highest)))
}

/// The last of the letters in the alphabet, A being 0, where every value is one.
fn highest_letter(values: &[&str]) -> Option<usize> {
    values.iter().try_fold(0, |highest, value| Some(letter(value)?.max(highest)))
}

/// The place of a single letter in the alphabet, A being 0, if it is one of the first six.
fn letter(cell: &str) -> Option<usize> {
    let mut chars = cell.chars();
    let index = chars.next()?.to_ascii_uppercase() as usize;
    let index = index.checked_sub('A' as usize)?;
    (chars.next().is_none() && index < Position::MOST_STEPS).then_some(index)
}

/// The step that a word names.
fn word(list: &[&str], cell: &str) -> Option<usize> {
    let cell = letters::small(cell);
    list.iter().position(|names| names.split('|').any(|name| name == cell))
}

/// The number that a cell is, or that stands before a name, as in `4 - Likely`, `4-Likely`, `4) Likely` and
/// `4 (Likely)`; `4-5` is none.
/// A decimal comma is read where the number has no point.
fn leading_number(cell: &str) -> Option<f64> {
    let cell = cell.trim();
    let sign = usize::from(cell.starts_with(['-', '+']));
    let end = cell[sign..].find(|c: char| !matches!(c, '0'..='9' | '.' | ',')).map(|end| sign + end);
    let (number, rest) = cell.split_at(end.unwrap_or(cell.len()));
    let named = rest.is_empty() || rest.starts_with([' ', '(', ')', ':', '-', '\u{2013}', '\u{a0}']);
    let is_range = rest.strip_prefix('-').is_some_and(|to| to.starts_with(|c: char| c.is_ascii_digit()));
    if !named || is_range {
        return None;
    }
    decimal::read(number).or_else(|| {
        let (_, decimals) = number.split_once(',')?;
        if number.contains('.') || decimals.len() > 2 {
            None
        } else {
            decimal::read(&number.replace(',', "."))
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guess(values: &[&'static str]) -> Option<Notation> {
        Notation::guess(values.iter().copied())
    }

    fn read(notation: Notation, cell: &str) -> Result<f64, NotationError> {
        notation.read(cell).map(Position::value)
    }

    #[test]
    fn a_column_of_means_is_digits_up_to_the_next_whole_step() {
        let notation = guess(&["5.1", "4.9", "", "4.1"]).expect("numbers");
        assert_eq!(notation, Notation::digits(6));
        assert_eq!(read(notation, " 5.1 "), Ok(5.1));
    }

    #[test]
    fn a_number_before_a_name_is_read_and_a_range_is_not() {
        let notation = Notation::digits(5);
        for cell in
            ["4-Likely", "4 - Likely", "4) Likely", "4 (Likely)", "4: Likely", "4\u{2013}Likely", "4-"]
        {
            assert_eq!(read(notation, cell), Ok(4.0), "{cell}");
        }
        for cell in ["4-5", "4Likely", "-", "Likely"] {
            assert!(read(notation, cell).is_err(), "{cell}");
        }
    }

    #[test]
    fn letters_run_from_the_worst() {
        // Mid Kent 2015: A is very high, F almost impossible; 1 is catastrophic, 4 negligible.
        let letters = Notation { symbols: Symbols::Letters, steps: 6, order: Order::HighestFirst };
        let digits = Notation { symbols: Symbols::Digits, steps: 4, order: Order::HighestFirst };
        let rate = |cell| split_pair(cell).map(|(l, i)| (read(letters, l), read(digits, i)));
        assert_eq!(rate("C1"), Some((Ok(4.0), Ok(4.0))));
        assert_eq!(rate("d 3"), Some((Ok(3.0), Ok(2.0))));
        assert_eq!(guess(&["A", "c", "F"]), Some(letters));
        assert_eq!(rate("1C"), None);
        assert_eq!(rate("C12"), None);
    }

    #[test]
    fn words_are_known_in_the_shortest_list_that_has_them_all() {
        for (values, steps, cell, position) in [
            (&["low", "Medium"][..], 3, "MEDIUM", 2.0),
            (&["Low", "Very high"], 4, "high", 3.0),
            (&["Very low", "high"], 5, "High", 4.0),
            (&["Rare", "Almost certain"], 5, "possible", 3.0),
            (&["Likely", "Unlikely"], 4, "likely", 3.0),
        ] {
            let notation = guess(values).expect("known words");
            assert_eq!(notation.steps, steps, "{values:?}");
            assert_eq!(read(notation, cell), Ok(position), "{cell}");
        }
    }

    #[test]
    fn a_name_after_the_number_does_no_harm() {
        let digits = Notation::digits(5);
        for (cell, value) in [("4 - Likely", 4.0), ("4 (Likely)", 4.0), ("3,9", 3.9), ("2: minor", 2.0)] {
            assert_eq!(read(digits, cell), Ok(value), "{cell}");
        }
    }

    #[test]
    fn what_is_not_on_the_scale_is_refused_in_words() {
        let digits = Notation::digits(5);
        for (cell, message) in [
            ("", "is empty"),
            ("  ", "is empty"),
            ("tbc", "is not a step of the scale"),
            ("NaN", "is not a step of the scale"),
            ("inf", "is not a step of the scale"),
            ("1e3", "is not a step of the scale"),
            ("1,234.50", "is not a step of the scale"),
            ("12,345", "is not a step of the scale"),
            ("0", "is below 1, the lowest step"),
            ("-2", "is below 1, the lowest step"),
            ("6", "is above 5, the highest step"),
            ("99999999999999999999", "is above 5, the highest step"),
        ] {
            assert_eq!(digits.read(cell).map_err(|e| e.to_string()), Err(message.into()), "{cell}");
        }
    }

    #[test]
    fn a_column_that_fits_no_notation_has_none() {
        for values in [&["3", "tbc"][..], &["", " "], &[], &["low", "4"], &["Z"]] {
            assert_eq!(guess(values), None, "{values:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn reading_any_cell_never_panics_and_stays_on_the_scale(cell in ".*", steps in 3usize..=6) {
            for order in [Order::LowestFirst, Order::HighestFirst] {
                let notation = Notation { order, ..Notation::digits(steps) };
                if let Ok(position) = notation.read(&cell) {
                    proptest::prop_assert!((1.0..=steps as f64).contains(&position.value()));
                }
            }
            let (_, _) = (split_pair(&cell), Notation::guess([cell.as_str()].into_iter()));
        }

        #[test]
        fn a_position_written_in_reverse_is_mirrored(step in 0usize..6) {
            let reversed = Notation { order: Order::HighestFirst, ..Notation::digits(6) };
            let position = Position::of_step(step);
            let mirrored = reversed.read(&position.to_string());
            proptest::prop_assert_eq!(mirrored.map(Position::step), Ok(5 - step));
        }
    }
}
