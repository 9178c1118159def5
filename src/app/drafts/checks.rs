//! Turning typed texts into values, one field after the other, and noting all that is wrong. What a field
//! may hold is the domain's to say; here its errors become sentences tied to the field.

use std::fmt;

use partnership_risk_core::choice::Choice;
use partnership_risk_core::date::Date;
use partnership_risk_core::money::Pence;
use partnership_risk_core::share::Share;

use super::Problem;

/// The check of one form under way.
#[derive(Debug, Default)]
pub(super) struct Checks {
    pub(super) problems: Vec<Problem>,
}

impl Checks {
    /// Notes a problem.
    pub(super) fn note(&mut self, field: &str, message: impl Into<String>) {
        self.problems.push(Problem { field: field.to_owned(), message: message.into() });
    }

    /// The text of a field that must not be empty.
    pub(super) fn required(&mut self, text: &str, field: &str, message: &str) -> String {
        let text = tidy(text);
        if text.is_empty() {
            self.note(field, message);
        }
        text
    }

    /// A date, or nothing. `name` is the field's, as its label has it.
    pub(super) fn date(&mut self, text: &str, field: &str, name: &str) -> Option<Date> {
        self.read(text, field, name, Date::read)
    }

    /// An amount of money that is not negative, or nothing.
    pub(super) fn pence(&mut self, text: &str, field: &str, name: &str) -> Option<Pence> {
        let amount = self.read(text, field, name, Pence::read)?;
        if amount < Pence::default() {
            self.note(field, format!("{name} must not be negative"));
        }
        Some(amount)
    }

    /// A percentage, or nothing.
    pub(super) fn share(&mut self, text: &str, field: &str, name: &str) -> Option<Share> {
        self.read(text, field, name, Share::read)
    }

    /// A whole number, or nothing.
    pub(super) fn whole<T: std::str::FromStr>(&mut self, text: &str, field: &str, name: &str) -> Option<T> {
        let digits: String = tidy(text).chars().filter(|c| *c != ',').collect();
        self.read(&digits, field, name, |text| text.parse().map_err(|_| "not a whole number that fits"))
    }

    /// Notes a problem where a day lies before one that it follows; each comes with its name.
    pub(super) fn in_order(
        &mut self,
        (earlier, before): (Option<Date>, &str),
        (later, field, after): (Option<Date>, &str, &str),
    ) {
        if let (Some(earlier), Some(later)) = (earlier, later)
            && later < earlier
        {
            self.note(field, format!("The {after} is before the {before}: correct one of the two"));
        }
    }

    /// The value with this key; the usual one where there is none.
    pub(super) fn choice<T: Choice + Default>(&mut self, key: &str) -> T {
        T::of_key(key).unwrap_or_default()
    }

    /// The value with this key, which must be chosen.
    pub(super) fn chosen<T: Choice>(&mut self, key: &str, field: &str, message: &str) -> Option<T> {
        let found = T::of_key(key);
        if found.is_none() {
            self.note(field, message);
        }
        found
    }

    /// What came of the check: the value, or everything that is wrong.
    pub(super) fn finish<T>(self, value: impl FnOnce() -> T) -> Result<T, Vec<Problem>> {
        if self.problems.is_empty() { Ok(value()) } else { Err(self.problems) }
    }

    /// What a text is, or nothing; what is wrong with it is noted.
    pub(super) fn read<T, E: fmt::Display>(
        &mut self,
        text: &str,
        field: &str,
        name: &str,
        read: impl Fn(&str) -> Result<T, E>,
    ) -> Option<T> {
        let text = tidy(text);
        if text.is_empty() {
            return None;
        }
        match read(&text) {
            Ok(value) => Some(value),
            Err(error) => {
                self.note(field, format!("{name}: \u{201c}{text}\u{201d} is {error}"));
                None
            }
        }
    }
}

/// The text of a field without surrounding space.
pub(super) fn tidy(text: &str) -> String {
    text.trim().to_owned()
}

/// Lines without the space around them, and without empty ones.
pub(super) fn lines(text: &str) -> String {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// A value as a form holds it: its key.
pub(super) fn key<T: Choice>(value: T) -> String {
    value.key().to_owned()
}

/// What may be there, as a form holds it.
pub(super) fn typed<T>(value: Option<T>, text: impl Fn(T) -> String) -> String {
    value.map(text).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_wrong_field_is_named_with_what_was_typed() {
        let mut checks = Checks::default();
        assert_eq!(checks.date("30/2/2027", "start", "Start"), None);
        assert_eq!(checks.pence("-5", "budget", "Annual budget"), Pence::read("-5").ok());
        assert_eq!(checks.share("140", "share", "Share"), None);
        assert_eq!(checks.whole::<u16>("70000", "streams", "Funding streams"), None);
        assert_eq!(checks.whole::<u32>(" 1,200 ", "days", "Staff days"), Some(1200));
        assert_eq!(checks.date(" ", "end", "End"), None);
        let told: Vec<(&str, &str)> =
            checks.problems.iter().map(|p| (p.field.as_str(), p.message.as_str())).collect();
        assert_eq!(
            told,
            [
                ("start", "Start: \u{201c}30/2/2027\u{201d} is no day of the calendar"),
                ("budget", "Annual budget must not be negative"),
                ("share", "Share: \u{201c}140\u{201d} is not a percentage from 0 to 100"),
                ("streams", "Funding streams: \u{201c}70000\u{201d} is not a whole number that fits"),
            ]
        );
    }
}
