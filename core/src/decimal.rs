//! Decimal numbers read and written by hand. The standard library reads and writes every floating-point
//! number exactly, with tables of powers of ten that weigh more than a whole page of this product. What
//! is met here has few digits: positions are thousandths, their products millionths, and league figures
//! are shown to one or two decimals. Up to fifteen digits all of this is exact as well.

/// The most decimals that are written.
pub const MOST_DECIMALS: usize = 9;

/// Decimals beyond these are below the precision of any number from 1 on.
const MOST_DECIMALS_READ: usize = 17;

/// From here on every floating-point number is whole; anything less fits 64 bits.
const WHOLE: f64 = 1e18;

/// The number that a text is: digits with at most one point among or around them, after at most one
/// sign. Anything else, infinity and exponents among it, is none.
#[must_use]
pub fn read(text: &str) -> Option<f64> {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let (whole, decimals) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    let are_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if (whole.is_empty() && decimals.is_empty()) || !are_digits(whole) || !are_digits(decimals) {
        return None;
    }
    let decimals = &decimals[..decimals.len().min(MOST_DECIMALS_READ)];
    let digits = whole.bytes().chain(decimals.bytes());
    let digits = digits.fold(0.0, |number, digit| number * 10.0 + f64::from(digit - b'0'));
    let value = digits / power_of_ten(decimals.len());
    Some(if text.starts_with('-') { -value } else { value })
}

/// A number with exactly so many decimals, at most [`MOST_DECIMALS`]. A half is rounded away from
/// nought; a number that is rounded to nought has no sign; of very large numbers some sixteen digits
/// are written, and noughts after them. What is no number is `NaN`, `inf` or `-inf`.
#[must_use]
pub fn fixed(value: f64, decimals: usize) -> String {
    if !value.is_finite() {
        return (if value.is_nan() { "NaN" } else { ["inf", "-inf"][usize::from(value < 0.0)] }).to_owned();
    }
    let decimals = decimals.min(MOST_DECIMALS);
    let mut digits = if value.abs() < WHOLE {
        whole_digits((value.abs() * power_of_ten(decimals)).round())
    } else {
        whole_digits(value.abs()) + &"0".repeat(decimals)
    };
    let is_negative = value < 0.0 && digits != "0";
    if decimals > 0 {
        let missing = (decimals + 1).saturating_sub(digits.len());
        digits.insert_str(0, &"0".repeat(missing));
        digits.insert(digits.len() - decimals, '.');
    }
    if is_negative { format!("-{digits}") } else { digits }
}

/// A number with at most so many decimals, as [`fixed`] writes it, without the noughts at its end.
#[must_use]
pub fn short(value: f64, most_decimals: usize) -> String {
    let mut text = fixed(value, most_decimals);
    if text.contains('.') {
        text.truncate(text.trim_end_matches('0').trim_end_matches('.').len());
    }
    text
}

/// 10 to the power of `n`, exact up to 22.
pub(crate) fn power_of_ten(n: usize) -> f64 {
    (0..n).fold(1.0, |power, _| power * 10.0)
}

/// The digits of a whole number from nought on.
fn whole_digits(mut number: f64) -> String {
    let mut noughts = 0;
    while number >= WHOLE {
        number /= 10.0;
        noughts += 1;
    }
    (number as u64).to_string() + &"0".repeat(noughts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_people_round() {
        for (value, decimals, text) in [
            (21.42, 2, "21.42"),
            (20.0, 2, "20.00"),
            (0.5, 0, "1"),
            (2.5, 0, "3"),
            (-2.5, 0, "-3"),
            (0.125, 2, "0.13"),
            (15.985, 2, "15.99"),
            (0.05, 1, "0.1"),
            (0.04, 1, "0.0"),
            (-0.04, 1, "0.0"),
            (-0.0, 0, "0"),
            (0.007, 2, "0.01"),
            (99.995, 2, "100.00"),
            (-1234.5, 1, "-1234.5"),
            (1e17, 1, "100000000000000000.0"),
            (1e21, 0, "1000000000000000000000"),
            (0.123_456_789_9, 99, "0.123456790"),
            (f64::NAN, 2, "NaN"),
            (f64::INFINITY, 2, "inf"),
            (f64::NEG_INFINITY, 0, "-inf"),
        ] {
            assert_eq!(fixed(value, decimals), text, "{value} to {decimals}");
        }
        assert_eq!((fixed(f64::MAX, 0).len(), fixed(f64::MAX, 2).len()), (309, 312));
    }

    #[test]
    fn a_short_number_has_no_empty_decimals() {
        for (value, decimals, text) in
            [(21.42, 2, "21.42"), (20.0, 2, "20"), (15.990, 2, "15.99"), (100.0, 0, "100"), (0.0, 3, "0")]
        {
            assert_eq!(short(value, decimals), text);
        }
    }

    #[test]
    fn what_is_no_number_is_not_read() {
        for text in ["", ".", "+", "-.", "1.2.3", "--1", "+-1", "1e3", "inf", "NaN", " 1", "1,5", "½"] {
            assert_eq!(read(text), None, "{text}");
        }
        for (text, value) in [("5.", 5.0), (".5", 0.5), ("+3", 3.0), ("-2.25", -2.25), ("007", 7.0)] {
            assert_eq!(read(text), Some(value), "{text}");
        }
        let long = format!("1.{}", "3".repeat(400));
        assert!(read(&long).is_some_and(|value| (value - 4.0 / 3.0).abs() < 1e-15));
        assert_eq!(read(&"9".repeat(400)), Some(f64::INFINITY));
    }

    proptest::proptest! {
        #[test]
        fn up_to_fifteen_digits_are_read_as_the_standard_library_does(text in "[+-]?[0-9]{0,7}\\.?[0-9]{0,8}") {
            proptest::prop_assert_eq!(read(&text), text.parse().ok());
        }

        #[test]
        fn thousandths_are_written_as_the_standard_library_does(thousandths in -10_000_000_i32..10_000_000) {
            let value = f64::from(thousandths) / 1000.0;
            proptest::prop_assert_eq!(short(value, 3), value.to_string());
            proptest::prop_assert_eq!(fixed(value, 3), format!("{value:.3}"));
        }
    }
}
