//! Taking a value apart: every question that it does not answer gives the reason.

use serde_json::Value;

use super::Wrong;
use crate::decimal;

/// Questions to a value.
pub(crate) trait Pick {
    /// The member of an object with this name, unless it is absent or null.
    fn find(&self, name: &str) -> Result<Option<&Value>, Wrong>;
    /// The member of an object with this name, which must be there.
    fn member(&self, name: &str) -> Result<&Value, Wrong>;
    /// A text.
    fn text(&self) -> Result<&str, Wrong>;
    /// The parts of a list.
    fn list(&self) -> Result<&[Value], Wrong>;
    /// A whole number.
    fn whole(&self) -> Result<i64, Wrong>;
    /// A whole number that fits a smaller type.
    fn small<T: TryFrom<i64>>(&self) -> Result<T, Wrong>;
    /// A number that may have decimals.
    fn number(&self) -> Result<f64, Wrong>;
    /// The place of this text among `names`.
    fn place_among(&self, names: &[&str]) -> Result<usize, Wrong>;
}

impl Pick for Value {
    fn find(&self, name: &str) -> Result<Option<&Value>, Wrong> {
        if self.is_null() {
            return Ok(None);
        }
        let members = self.as_object().ok_or_else(|| is_no(self, "an object"))?;
        Ok(members.get(name).filter(|value| !value.is_null()))
    }

    fn member(&self, name: &str) -> Result<&Value, Wrong> {
        self.find(name)?.ok_or_else(|| Wrong::new(format!("missing field `{name}`")))
    }

    fn text(&self) -> Result<&str, Wrong> {
        self.as_str().ok_or_else(|| is_no(self, "a string"))
    }

    fn list(&self) -> Result<&[Value], Wrong> {
        self.as_array().map(Vec::as_slice).ok_or_else(|| is_no(self, "a list"))
    }

    fn whole(&self) -> Result<i64, Wrong> {
        digits(self).and_then(|digits| digits.parse().ok()).ok_or_else(|| is_no(self, "a whole number"))
    }

    fn small<T: TryFrom<i64>>(&self) -> Result<T, Wrong> {
        T::try_from(self.whole()?).map_err(|_| out_of_range())
    }

    fn number(&self) -> Result<f64, Wrong> {
        let written = digits(self).ok_or_else(|| is_no(self, "a number"))?;
        let (digits, exponent) = written.split_once(['e', 'E']).unwrap_or((written, "0"));
        // Beyond these bounds every number is nought or out of range.
        let exponent: i64 = exponent.parse().unwrap_or(if exponent.starts_with('-') { -400 } else { 400 });
        let power = decimal::power_of_ten(exponent.unsigned_abs().min(400) as usize);
        let digits = decimal::read(digits).unwrap_or(0.0);
        let number = match (digits, exponent) {
            (0.0, _) => 0.0,
            (_, ..0) => digits / power,
            (_, 0..) => digits * power,
        };
        if number.is_finite() { Ok(number) } else { Err(out_of_range()) }
    }

    fn place_among(&self, names: &[&str]) -> Result<usize, Wrong> {
        let text = self.text()?;
        names.iter().position(|name| *name == text).ok_or_else(|| {
            let names = names.join("`, `");
            Wrong::new(format!("unknown variant `{text}`, expected one of `{names}`"))
        })
    }
}

/// A number as it is written.
fn digits(value: &Value) -> Option<&str> {
    match value {
        Value::Number(number) => Some(number.as_str()),
        Value::Null | Value::Bool(_) | Value::String(_) | Value::Array(_) | Value::Object(_) => None,
    }
}

fn out_of_range() -> Wrong {
    Wrong::new("number out of range")
}

fn is_no(value: &Value, expected: &str) -> Wrong {
    let found = match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    };
    Wrong::new(format!("invalid type: {found}, expected {expected}"))
}

#[cfg(test)]
mod tests {
    use super::super::read;
    use super::*;

    fn source() -> Value {
        read(r#"{"text": "a\u00e9", "null": null, "whole": -12, "list": [1.5, 25e-1, 1e400]}"#)
            .expect("sound")
    }

    #[test]
    fn members_are_found_by_name_and_null_is_absent() {
        let source = source();
        assert_eq!(source.member("text").and_then(Pick::text), Ok("aé"));
        assert_eq!((source.find("null"), source.find("other")), (Ok(None), Ok(None)));
        assert_eq!(source.member("whole").and_then(Pick::whole), Ok(-12));
        let parts = source.member("list").and_then(Pick::list).expect("a list");
        assert_eq!(parts.iter().map(Pick::number).collect::<Vec<_>>()[..2], [Ok(1.5), Ok(2.5)]);
    }

    #[test]
    fn what_is_wrong_is_said() {
        let source = source();
        let list = source.member("list").expect("there");
        for (wrong, said) in [
            (source.member("none").err(), "missing field `none`"),
            (source.member("whole").and_then(Pick::text).err(), "invalid type: a number, expected a string"),
            (list.whole().err(), "invalid type: a list, expected a whole number"),
            (list.find("x").err(), "invalid type: a list, expected an object"),
            (list[2].number().err(), "number out of range"),
            (source.member("whole").and_then(Pick::small::<u8>).err(), "number out of range"),
            (list[0].place_among(&["b"]).err(), "invalid type: a number, expected a string"),
            (
                source.member("text").and_then(|text| text.place_among(&["b", "c"])).err(),
                "unknown variant `aé`, expected one of `b`, `c`",
            ),
        ] {
            assert_eq!(wrong.map(|wrong| wrong.to_string()).as_deref(), Some(said));
        }
    }
}
