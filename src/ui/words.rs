//! Numbers and counts as people say them.

use partnership_risk_core::decimal;
use partnership_risk_core::money::Pence;

/// The sign stays in the line of its number.
const PER_CENT: &str = "\u{a0}%";

/// The number of things with the right form of their name: "1 risk", "2 risks".
#[must_use]
pub fn count(n: usize, one: &str, many: &str) -> String {
    format!("{} {}", grouped(n), if n == 1 { one } else { many })
}

/// A whole number with its thousands apart: 10,000.
#[must_use]
pub fn grouped(n: usize) -> String {
    let digits = n.to_string();
    let mut text = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A share from 0 to 1 in whole per cent: 44 %.
#[must_use]
pub fn percent(share: f64) -> String {
    [&decimal::short(share * 100.0, 0), PER_CENT].concat()
}

/// A range of shares from 0 to 1 in whole per cent: 16 to 75 %; one figure where both ends round to the same.
#[must_use]
pub fn percent_range(low: f64, high: f64) -> String {
    let [low, high] = [low, high].map(percent);
    if low == high { high } else { [low.trim_end_matches(PER_CENT), " to ", &high].concat() }
}

/// A chance from 0 to 1: in whole per cent from ten per cent on, below that with as many digits as tell something.
#[must_use]
pub fn chance(chance: f64) -> String {
    let percent = chance * 100.0;
    let decimals = match percent {
        9.95.. => 0,
        0.995.. => 1,
        _ => 2,
    };
    match percent {
        p if p > 99.0 && p < 99.995 => [&decimal::short(p, 2), PER_CENT].concat(),
        p if p > 0.0 && p < 0.005 => ["under 0.01", PER_CENT].concat(),
        p => [&decimal::short(p, decimals), PER_CENT].concat(),
    }
}

/// An amount in pounds as people say it, to three digits: \u{a3}1.68 million, \u{a3}80,800.
#[must_use]
pub fn pounds(amount: f64) -> String {
    let power = (amount.abs().max(1.0).log10().floor() - 2.0).max(0.0);
    let unit = 10_f64.powf(power);
    let rounded = (amount / unit).round() * unit;
    let said = |unit: f64, name: &str| {
        let sign = if amount < 0.0 { "-" } else { "" };
        format!("{sign}\u{a3}{}\u{a0}{name}", decimal::short(rounded.abs() / unit, 2))
    };
    match rounded.abs() {
        1e9.. => said(1e9, "billion"),
        1e6.. => said(1e6, "million"),
        _ => exact_pounds(rounded),
    }
}

/// An amount to the nearest pound.
#[must_use]
pub fn exact_pounds(amount: f64) -> String {
    Pence::of_pounds(amount.round() as i64).map_or_else(|error| error.to_string(), |pence| pence.to_string())
}

/// Things in a row: "a", "a and b", "a, b and c".
#[must_use]
pub fn in_a_row(things: &[String]) -> String {
    match things {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => [&first.join(", "), " and ", last].concat(),
    }
}

/// Words with a capital at their start.
#[must_use]
pub fn sentence_case(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(chars).collect()
}

/// A remark as a sentence of its own.
#[must_use]
pub fn sentence(remark: &str) -> String {
    let mut sentence = sentence_case(remark);
    sentence.push('.');
    sentence
}

/// A place: 1st, 2nd, 3rd, 11th.
#[must_use]
pub fn ordinal(n: usize) -> String {
    let ending = match (n % 100, n % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    format!("{}{ending}", grouped(n))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_have_their_endings() {
        for (n, text) in [
            (1, "1st"),
            (2, "2nd"),
            (3, "3rd"),
            (4, "4th"),
            (11, "11th"),
            (12, "12th"),
            (13, "13th"),
            (21, "21st"),
            (112, "112th"),
            (1002, "1,002nd"),
        ] {
            assert_eq!(ordinal(n), text);
        }
    }

    #[test]
    fn shares_are_told_in_whole_per_cent() {
        assert_eq!(
            [0.0, 0.005, 0.444, 1.0].map(percent),
            ["0\u{a0}%", "1\u{a0}%", "44\u{a0}%", "100\u{a0}%"]
        );
    }

    #[test]
    fn chances_have_as_many_digits_as_tell_something() {
        for (share, said) in [
            (0.0, "0\u{a0}%"),
            (0.000_01, "under 0.01\u{a0}%"),
            (0.001, "0.1\u{a0}%"),
            (0.046, "4.6\u{a0}%"),
            (0.123, "12\u{a0}%"),
            (0.999, "99.9\u{a0}%"),
            (1.0, "100\u{a0}%"),
        ] {
            assert_eq!(chance(share), said);
        }
    }

    #[test]
    fn amounts_are_said_to_three_digits() {
        for (amount, said) in [
            (0.0, "£0"),
            (7.4, "£7"),
            (80_800.26, "£80,800"),
            (258_312.0, "£258,000"),
            (999_600.0, "£1\u{a0}million"),
            (1_684_000.0, "£1.68\u{a0}million"),
            (16_840_000.0, "£16.8\u{a0}million"),
            (-1_234.0, "-£1,230"),
        ] {
            assert_eq!(pounds(amount), said);
        }
        assert_eq!(exact_pounds(1_258_312.4), "£1,258,312");
    }

    #[test]
    fn a_range_of_shares_has_one_sign_and_one_figure_where_its_ends_are_the_same() {
        let ranges = [(0.16, 0.75), (0.0, 1.0), (0.441, 0.442)].map(|(low, high)| percent_range(low, high));
        assert_eq!(ranges, ["16 to 75\u{a0}%", "0 to 100\u{a0}%", "44\u{a0}%"]);
    }

    #[test]
    fn things_stand_in_a_row_with_one_and() {
        let things = ["a", "b", "c"].map(str::to_owned);
        for (n, row) in [(0, ""), (1, "a"), (2, "a and b"), (3, "a, b and c")] {
            assert_eq!(in_a_row(&things[..n]), row);
        }
    }

    #[test]
    fn counts_have_their_thousands_apart_and_the_right_form() {
        assert_eq!([0, 999, 1000, 1_234_567].map(grouped), ["0", "999", "1,000", "1,234,567"]);
        assert_eq!(
            (count(1, "risk", "risks"), count(0, "risk", "risks")),
            ("1 risk".into(), "0 risks".into())
        );
    }
}
