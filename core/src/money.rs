//! Money as whole pence, and how people write it.

use std::fmt;

use crate::decimal;

/// An amount in whole pence; no larger than a million million pounds either way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pence(i64);

/// Why a text or number is no amount of money.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MoneyError {
    /// It is not written as an amount.
    NotAnAmount,
    /// It has parts of a penny.
    PartsOfAPenny,
    /// It is beyond a million million pounds.
    TooLarge,
}

impl fmt::Display for MoneyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAnAmount => f.write_str("not an amount such as 1,250 or 1.25m"),
            Self::PartsOfAPenny => f.write_str("not in whole pence"),
            Self::TooLarge => f.write_str("more than a million million pounds"),
        }
    }
}

impl std::error::Error for MoneyError {}

const MOST: i64 = 100_000_000_000_000;
const PENCE_A_POUND: i64 = 100;

/// What may follow an amount, and how many pounds one of it is.
const UNITS: [(&str, i64); 7] = [
    ("thousand", 1_000),
    ("million", 1_000_000),
    ("billion", 1_000_000_000),
    ("k", 1_000),
    ("m", 1_000_000),
    ("bn", 1_000_000_000),
    ("", 1),
];

impl Pence {
    /// So many pence.
    pub fn new(pence: i64) -> Result<Self, MoneyError> {
        if (-MOST..=MOST).contains(&pence) { Ok(Self(pence)) } else { Err(MoneyError::TooLarge) }
    }

    /// So many pounds.
    pub fn of_pounds(pounds: i64) -> Result<Self, MoneyError> {
        Self::new(pounds.checked_mul(PENCE_A_POUND).ok_or(MoneyError::TooLarge)?)
    }

    /// An amount as people write it: with or without the pound sign, with commas or spaces between
    /// thousands, and with a unit such as k, m or million.
    pub fn read(text: &str) -> Result<Self, MoneyError> {
        let text: String =
            text.chars().filter(|c| !matches!(c, '\u{a3}' | ',') && !c.is_whitespace()).collect();
        let text = text.to_ascii_lowercase();
        let unit = UNITS.iter().find(|(unit, _)| text.ends_with(unit)).unwrap_or(&("", 1));
        let (whole, decimals) = split(&text[..text.len() - unit.0.len()])?;
        amount(whole, decimals, unit.1)
    }

    /// The amount in pence.
    #[must_use]
    pub fn pence(self) -> i64 {
        self.0
    }

    /// The amount in pounds, for sums that are shown rounded.
    #[must_use]
    pub fn pounds(self) -> f64 {
        self.0 as f64 / PENCE_A_POUND as f64
    }

    /// The sum of amounts, no further than the largest amount there is.
    #[must_use]
    pub fn sum(amounts: impl Iterator<Item = Self>) -> Self {
        Self(amounts.fold(0_i64, |sum, amount| sum.saturating_add(amount.0)).clamp(-MOST, MOST))
    }

    /// The amount as people say it: \u{a3}1.7 million, \u{a3}259,000, \u{a3}12.50.
    #[must_use]
    pub fn in_words(self) -> String {
        let (sign, pounds) = (if self.0 < 0 { "-" } else { "" }, self.pounds().abs());
        match pounds {
            // From here on tenths of a million round up to a thousand of them.
            999_950_000.0.. => format!("{sign}\u{a3}{} billion", decimal::short(pounds / 1e9, 1)),
            1e6.. => format!("{sign}\u{a3}{} million", decimal::short(pounds / 1e6, 1)),
            _ => format!("{sign}{}", in_pounds(self.0.abs())),
        }
    }

    /// The amount as a field holds it, exact: 1250 or 1250.50.
    #[must_use]
    pub fn as_typed(self) -> String {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (pounds, pence) = (self.0.abs() / PENCE_A_POUND, self.0.abs() % PENCE_A_POUND);
        if pence == 0 { format!("{sign}{pounds}") } else { format!("{sign}{pounds}.{pence:02}") }
    }
}

/// Exact, with its pence where it has any: \u{a3}1,250.50.
impl fmt::Display for Pence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", if self.0 < 0 { "-" } else { "" }, in_pounds(self.0.abs()))
    }
}

/// The digits before and after the point.
fn split(number: &str) -> Result<(&str, &str), MoneyError> {
    let (whole, decimals) = number.split_once('.').unwrap_or((number, ""));
    let unsigned = whole.strip_prefix('-').unwrap_or(whole);
    let are_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if unsigned.is_empty() && decimals.is_empty() || !are_digits(unsigned) || !are_digits(decimals) {
        return Err(MoneyError::NotAnAmount);
    }
    Ok((whole, decimals))
}

/// The pence in so many units of so many pounds, exactly.
fn amount(whole: &str, decimals: &str, unit: i64) -> Result<Pence, MoneyError> {
    let unsigned = whole.strip_prefix('-').unwrap_or(whole);
    let decimals = decimals.trim_end_matches('0');
    if unsigned.len() + decimals.len() > 15 {
        return Err(if decimals.len() > 11 { MoneyError::PartsOfAPenny } else { MoneyError::TooLarge });
    }
    let digits = unsigned.bytes().chain(decimals.bytes());
    let digits = digits.fold(0_i128, |number, digit| number * 10 + i128::from(digit - b'0'));
    let pence = digits * i128::from(unit) * i128::from(PENCE_A_POUND);
    let parts = 10_i128.pow(u32::try_from(decimals.len()).unwrap_or(0));
    if pence % parts != 0 {
        return Err(MoneyError::PartsOfAPenny);
    }
    let pence = i64::try_from(pence / parts).map_err(|_| MoneyError::TooLarge)?;
    Pence::new(if whole.starts_with('-') { -pence } else { pence })
}

/// Pence, which are not negative, as pounds with commas between thousands, and with the pence where there are any.
pub(crate) fn in_pounds(pence: i64) -> String {
    let pounds = (pence / PENCE_A_POUND).to_string();
    let mut text = String::with_capacity(pounds.len() * 2);
    text.push('\u{a3}');
    for (index, digit) in pounds.chars().enumerate() {
        if index > 0 && (pounds.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    match pence % PENCE_A_POUND {
        0 => text,
        pence => format!("{text}.{pence:02}"),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert_eq, proptest};

    use super::*;

    #[test]
    fn amounts_are_read_as_people_write_them() {
        for (text, pence) in [
            ("1250", 125_000),
            ("\u{a3}1,234.50", 123_450),
            (" 45 000 ", 4_500_000),
            ("1.7m", 170_000_000),
            ("1.7 million", 170_000_000),
            ("259k", 25_900_000),
            ("4bn", 400_000_000_000),
            ("\u{a3}0.01", 1),
            (".5", 50),
            ("-\u{a3}20", -2_000),
            ("12.500", 1_250),
        ] {
            assert_eq!(Pence::read(text).map(Pence::pence), Ok(pence), "{text}");
        }
    }

    #[test]
    fn what_is_no_amount_is_refused() {
        for (text, error) in [
            ("", MoneyError::NotAnAmount),
            ("NaN", MoneyError::NotAnAmount),
            ("about 5", MoneyError::NotAnAmount),
            ("1.2.3", MoneyError::NotAnAmount),
            ("1e9", MoneyError::NotAnAmount),
            ("k", MoneyError::NotAnAmount),
            ("0.001", MoneyError::PartsOfAPenny),
            ("1.123456789012", MoneyError::PartsOfAPenny),
            ("1000001bn", MoneyError::TooLarge),
            ("99999999999999999999", MoneyError::TooLarge),
        ] {
            assert_eq!(Pence::read(text), Err(error), "{text}");
        }
    }

    #[test]
    fn amounts_are_said_as_people_say_them() {
        for (pence, words, exact) in [
            (170_000_000, "\u{a3}1.7 million", "\u{a3}1,700,000"),
            (25_900_000, "\u{a3}259,000", "\u{a3}259,000"),
            (1_250, "\u{a3}12.50", "\u{a3}12.50"),
            (-2_000, "-\u{a3}20", "-\u{a3}20"),
            (400_000_000_000, "\u{a3}4 billion", "\u{a3}4,000,000,000"),
            (99_994_999_999, "\u{a3}999.9 million", "\u{a3}999,949,999.99"),
            (99_996_000_000, "\u{a3}1 billion", "\u{a3}999,960,000"),
        ] {
            let amount = Pence::new(pence).expect("it is small");
            assert_eq!((amount.in_words().as_str(), amount.to_string().as_str()), (words, exact));
        }
    }

    proptest! {
        #[test]
        fn an_amount_reads_back_in_each_form(pence in -MOST..=MOST) {
            let amount = Pence::new(pence).expect("within the bounds");
            prop_assert_eq!(Pence::read(&amount.as_typed()), Ok(amount));
            prop_assert_eq!(Pence::read(&amount.to_string()), Ok(amount));
        }

        #[test]
        fn reading_any_text_never_panics(text: String) {
            Pence::read(&text).ok();
        }
    }
}
