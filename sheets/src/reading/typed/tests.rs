//! What is typed for each kind of value.

use calamine::ExcelDateTimeType;
use proptest::prelude::{prop_assert, prop_assert_eq, proptest};

use super::*;

#[test]
fn numbers_have_no_noise_and_lose_no_digit_that_was_typed() {
    for (value, text) in [
        (0.0, "0"),
        (-0.0, "0"),
        (3.0, "3"),
        (-42.0, "-42"),
        (0.1 + 0.2, "0.3"),
        (1.1 * 3.0, "3.3"),
        (3.9, "3.9"),
        (1234567.89, "1234567.89"),
        (123456789012.34, "123456789012.34"),
        (999999999999999.0, "999999999999999"),
        (1e15, "1000000000000000"),
        (1.0 / 3.0, "0.333333333333333"),
        (1e21, "1E21"),
        (2.5e-12, "2.5E-12"),
        (1e300, "1E300"),
    ] {
        assert_eq!(number(value), text);
    }
}

#[test]
fn parts_of_a_whole_are_typed_in_per_cent() {
    for (value, text) in
        [(0.07, "7%"), (0.125, "12.5%"), (1.0, "100%"), (0.0, "0%"), (-0.005, "-0.5%"), (0.29, "29%")]
    {
        assert_eq!(percent(value), text);
    }
    for (format, is) in [
        ("0%", true),
        ("0.00%", true),
        ("[Red]0.0%;-0.0%", true),
        ("General", false),
        ("0\"%\"", false),
        ("0\\%", false),
        ("0;0%", false),
        ("", false),
        ("\\", false),
    ] {
        assert_eq!(is_percent(format), is, "{format}");
    }
}

fn shown(value: f64, is_1904: bool) -> String {
    moment(ExcelDateTime::new(value, ExcelDateTimeType::DateTime, is_1904))
}

/// The serial numbers are those of Microsoft's own article on the two date systems, and of Excel's DATEVALUE.
#[test]
fn days_are_read_in_both_date_systems() {
    for (value, is_1904, text) in [
        (46112.0, false, "2026-03-31"),
        (44650.0, true, "2026-03-31"),
        (1.0, false, "1900-01-01"),
        (59.0, false, "1900-02-28"),
        (61.0, false, "1900-03-01"),
        (1.0, true, "1904-01-02"),
        (35981.0, false, "1998-07-05"),
        (34519.0, true, "1998-07-05"),
        (2958465.0, false, "9999-12-31"),
        (2958466.0, false, "2958466"),
        (-1.0, false, "-1"),
        (46112.5, false, "2026-03-31 12:00"),
        (0.25, false, "06:00"),
        (46112.586805555555, false, "2026-03-31 14:05"),
        (46112.0 + 50730.0 / 86400.0, false, "2026-03-31 14:05:30"),
    ] {
        assert_eq!(shown(value, is_1904), text, "{value}");
    }
}

#[test]
fn lengths_of_time_are_hours_and_minutes() {
    let length = |days| moment(ExcelDateTime::new(days, ExcelDateTimeType::TimeDelta, false));
    for (days, text) in [
        (1.5, "36:00"),
        (0.0, "0:00"),
        (-0.5, "-12:00"),
        (1.0 / 86400.0, "0:00:01"),
        (f64::MAX, &number(f64::MAX)),
    ] {
        assert_eq!(length(days), text);
    }
    assert_eq!(length(f64::NAN), "NaN");
}

#[test]
fn iso_moments_are_typed_as_people_do() {
    for (iso, text) in [
        ("2026-03-31", "2026-03-31"),
        ("2026-03-31T00:00:00", "2026-03-31"),
        ("2026-03-31T00:00:00.000Z", "2026-03-31"),
        ("2026-03-31T14:05:00", "2026-03-31 14:05"),
        ("2026-03-31T14:05:30.25", "2026-03-31 14:05:30"),
        ("2026-03-31T14:00", "2026-03-31 14:00"),
        ("whenever", "whenever"),
    ] {
        assert_eq!(iso_moment(iso), text);
    }
    for (iso, text) in [
        ("PT14H05M00S", "14:05"),
        ("PT36H0M1S", "36:00:01"),
        ("-PT1H", "-1:00"),
        ("P1D", "P1D"),
        ("PT", "0:00"),
    ] {
        assert_eq!(iso_duration(iso), text);
    }
}

proptest! {
    #[test]
    fn any_number_is_typed_with_fifteen_digits_at_most_and_close_to_itself(value: f64) {
        let text = number(value);
        let read: f64 = text.parse().expect("a number");
        prop_assert!((read - value).abs() <= value.abs() * 1e-14 || value.is_nan() || value.is_infinite());
    }

    #[test]
    fn what_was_typed_with_two_digits_is_typed_so_again(pence in -10_000_000_000_000i64..10_000_000_000_000) {
        let typed = format!("{}{}.{:02}", if pence < 0 { "-" } else { "" }, pence.abs() / 100, pence.abs() % 100);
        let value: f64 = typed.parse().expect("a number");
        let again: f64 = number(value).parse().expect("a number");
        prop_assert_eq!(again, value);
        prop_assert!(number(value).len() <= typed.len());
    }

    #[test]
    fn any_moment_is_typed(value: f64, is_1904: bool, text: String) {
        prop_assert!(!shown(value, is_1904).is_empty());
        iso_moment(&text);
        iso_duration(&text);
    }
}
