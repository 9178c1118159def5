//! Numbers as people enter them for rates, chances and shapes: exact to a millionth, so that what was typed is what is
//! kept, compared and shown again.

use std::fmt;

use crate::decimal;

/// A number from nought to a million, exact to a millionth.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Millionths(u64);

/// Why a text or number is none of these.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MillionthsError {
    /// It is no number.
    NotANumber,
    /// It is below nought.
    Negative,
    /// It is above a million.
    TooLarge,
    /// It is above nought and would be rounded to it.
    TooSmall,
}

impl fmt::Display for MillionthsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotANumber => f.write_str("not a number such as 2 or 0.05"),
            Self::Negative => f.write_str("below nought"),
            Self::TooLarge => f.write_str("more than a million"),
            Self::TooSmall => f.write_str("less than a millionth"),
        }
    }
}

impl std::error::Error for MillionthsError {}

const ONE: f64 = 1e6;
const MOST: f64 = 1e6;
const DECIMALS: usize = 6;

impl Millionths {
    /// One.
    pub const ONE: Self = Self(1_000_000);
    /// Four, the usual weight of the likeliest value in a PERT distribution.
    pub const FOUR: Self = Self(4_000_000);

    /// The nearest of these to a number.
    pub fn new(number: f64) -> Result<Self, MillionthsError> {
        if number.is_nan() {
            return Err(MillionthsError::NotANumber);
        }
        if number < 0.0 {
            return Err(MillionthsError::Negative);
        }
        if number > MOST {
            return Err(MillionthsError::TooLarge);
        }
        let millionths = (number * ONE).round();
        if millionths == 0.0 && number > 0.0 {
            return Err(MillionthsError::TooSmall);
        }
        Ok(Self(millionths as u64))
    }

    /// A number as people write it, with commas between thousands if they like.
    pub fn read(text: &str) -> Result<Self, MillionthsError> {
        let digits: String = text.chars().filter(|c| *c != ',' && !c.is_whitespace()).collect();
        Self::new(decimal::read(&digits).ok_or(MillionthsError::NotANumber)?)
    }

    /// A chance as people write it: 0.1, 10 %, or 1 in 10.
    pub fn read_chance(text: &str) -> Result<Self, MillionthsError> {
        let number = |text: &str| decimal::read(text.trim()).ok_or(MillionthsError::NotANumber);
        let text = text.trim().to_ascii_lowercase();
        if let Some(percent) = text.strip_suffix('%') {
            return Self::new(number(percent)? / 100.0);
        }
        match text.split_once(" in ") {
            Some((events, years)) => Self::new(number(events)? / number(years)?),
            None => Self::read(&text),
        }
    }

    /// The number.
    #[must_use]
    pub fn value(self) -> f64 {
        self.0 as f64 / ONE
    }
}

/// As a field holds it: 0.05.
impl fmt::Display for Millionths {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&decimal::short(self.value(), DECIMALS))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert_eq, proptest};

    use super::*;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for (text, value) in
            [("0", 0.0), ("0.05", 0.05), (" 1,000 ", 1000.0), (".000001", 1e-6), ("1000000", 1e6)]
        {
            assert_eq!(Millionths::read(text).map(Millionths::value), Ok(value), "{text}");
        }
        for (text, error) in [
            ("", MillionthsError::NotANumber),
            ("NaN", MillionthsError::NotANumber),
            ("often", MillionthsError::NotANumber),
            ("-0.1", MillionthsError::Negative),
            ("1000000.1", MillionthsError::TooLarge),
            ("0.0000001", MillionthsError::TooSmall),
        ] {
            assert_eq!(Millionths::read(text), Err(error), "{text}");
        }
        for (number, error) in [
            (f64::NAN, MillionthsError::NotANumber),
            (f64::INFINITY, MillionthsError::TooLarge),
            (f64::NEG_INFINITY, MillionthsError::Negative),
        ] {
            assert_eq!(Millionths::new(number), Err(error), "{number}");
        }
    }

    #[test]
    fn chances_are_read_as_people_say_them() {
        for (text, chance) in
            [("0.1", 0.1), ("10 %", 0.1), ("2.5%", 0.025), ("1 in 20", 0.05), ("1 In 3", 0.333_333)]
        {
            assert_eq!(Millionths::read_chance(text).map(Millionths::value), Ok(chance), "{text}");
        }
        for text in ["", "%", "1 in", "1 in x", "0 in 0", "ten in twenty"] {
            assert_eq!(Millionths::read_chance(text), Err(MillionthsError::NotANumber), "{text}");
        }
        assert_eq!(Millionths::read_chance("1 in 0"), Err(MillionthsError::TooLarge));
    }

    proptest! {
        #[test]
        fn a_number_reads_back_as_itself(millionths in 0_u64..=1_000_000_000_000) {
            let number = Millionths(millionths);
            prop_assert_eq!(Millionths::read(&number.to_string()), Ok(number));
        }
    }
}
