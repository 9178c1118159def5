//! What was read, and how to take it apart: every question that a value does not answer gives the
//! reason and the place.

use std::borrow::Cow;

use crate::scale::decimal;

/// A value and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Value<'a> {
    pub(crate) kind: Kind<'a>,
    /// Its first byte in the source.
    pub(crate) start: usize,
    /// The byte after its last.
    pub(crate) end: usize,
}

/// What a value is.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Kind<'a> {
    Null,
    Truth,
    /// As it is written.
    Number(&'a str),
    Text(Cow<'a, str>),
    List(Vec<Value<'a>>),
    /// Names and values in the order of the source.
    Object(Vec<(Cow<'a, str>, Value<'a>)>),
}

/// What is wrong, and at which byte of the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Wrong {
    pub(crate) what: String,
    pub(crate) at: usize,
}

impl Wrong {
    pub(crate) fn new(what: impl Into<String>, at: usize) -> Self {
        Self { what: what.into(), at }
    }

    /// What is wrong, and in which line and column of the source.
    pub(crate) fn in_source(&self, source: &str) -> String {
        let before = &source.as_bytes()[..self.at.min(source.len())];
        let line = 1 + before.iter().filter(|&&byte| byte == b'\n').count();
        let column = before.iter().rev().take_while(|&&byte| byte != b'\n').count();
        format!("{} at line {line} column {column}", self.what)
    }
}

impl<'a> Value<'a> {
    /// The member of an object with this name, unless it is absent or null. A name may stand once only.
    pub(crate) fn find(&self, name: &str) -> Result<Option<&Self>, Wrong> {
        let Kind::Object(members) = &self.kind else { return Err(self.is_no("an object")) };
        let mut named = members.iter().filter(|(known, _)| known == name).map(|(_, value)| value);
        let found = named.next();
        match named.next() {
            Some(again) => Err(Wrong::new(format!("duplicate field `{name}`"), again.start)),
            None => Ok(found.filter(|value| value.kind != Kind::Null)),
        }
    }

    /// The member of an object with this name, which must be there.
    pub(crate) fn member(&self, name: &str) -> Result<&Self, Wrong> {
        self.find(name)?.ok_or_else(|| Wrong::new(format!("missing field `{name}`"), self.end))
    }

    /// The text of a member that must be there.
    pub(crate) fn text_of(&self, name: &str) -> Result<String, Wrong> {
        self.member(name)?.text_owned()
    }

    /// The text of a member that may be left out where it is empty.
    pub(crate) fn text_if_any(&self, name: &str) -> Result<String, Wrong> {
        self.find(name)?.map_or(Ok(""), Self::text).map(str::to_owned)
    }

    /// A text.
    pub(crate) fn text(&self) -> Result<&str, Wrong> {
        match &self.kind {
            Kind::Text(text) => Ok(text),
            _ => Err(self.is_no("a string")),
        }
    }

    /// A text of one's own.
    pub(crate) fn text_owned(&self) -> Result<String, Wrong> {
        self.text().map(str::to_owned)
    }

    /// The parts of a list.
    pub(crate) fn list(&self) -> Result<&[Value<'a>], Wrong> {
        match &self.kind {
            Kind::List(parts) => Ok(parts),
            _ => Err(self.is_no("a list")),
        }
    }

    /// A whole number.
    pub(crate) fn whole(&self) -> Result<i64, Wrong> {
        match self.kind {
            Kind::Number(digits) => digits.parse().map_err(|_| self.is_no("a whole number")),
            _ => Err(self.is_no("a whole number")),
        }
    }

    /// A whole number that fits a smaller type.
    pub(crate) fn small<T: TryFrom<i64>>(&self) -> Result<T, Wrong> {
        T::try_from(self.whole()?).map_err(|_| Wrong::new("number out of range", self.end))
    }

    /// A number that may have decimals.
    pub(crate) fn number(&self) -> Result<f64, Wrong> {
        let Kind::Number(written) = self.kind else { return Err(self.is_no("a number")) };
        let (digits, exponent) = written.split_once(['e', 'E']).unwrap_or((written, "0"));
        // Beyond these bounds every number is nought or out of range.
        let exponent: i64 = exponent.parse().unwrap_or(if exponent.starts_with('-') { -400 } else { 400 });
        let power = decimal::power_of_ten(exponent.unsigned_abs().min(400) as usize);
        let digits = decimal::read(digits).unwrap_or(0.0);
        let number = if digits == 0.0 {
            0.0
        } else if exponent < 0 {
            digits / power
        } else {
            digits * power
        };
        if number.is_finite() { Ok(number) } else { Err(Wrong::new("number out of range", self.end)) }
    }

    /// The place of this text among `names`.
    pub(crate) fn place_among(&self, names: &[&str]) -> Result<usize, Wrong> {
        let text = self.text()?;
        names.iter().position(|name| *name == text).ok_or_else(|| {
            let names = names.join("`, `");
            Wrong::new(format!("unknown variant `{text}`, expected one of `{names}`"), self.end)
        })
    }

    fn is_no(&self, expected: &str) -> Wrong {
        let found = match &self.kind {
            Kind::Null => "null",
            Kind::Truth => "true or false",
            Kind::Number(_) => "a number",
            Kind::Text(_) => "a string",
            Kind::List(_) => "a list",
            Kind::Object(_) => "an object",
        };
        Wrong::new(format!("invalid type: {found}, expected {expected}"), self.end)
    }
}

#[cfg(test)]
mod tests {
    use super::super::read;
    use super::*;

    const SOURCE: &str = "{\n \"text\": \"a\\u00e9\", \"null\": null,\n \"whole\": -12, \"list\": [1.5, 25e-1, 1e400], \"twice\": 1, \"twice\": 2}";

    fn source() -> Value<'static> {
        read(SOURCE).expect("sound")
    }

    #[test]
    fn members_are_found_by_name_and_null_is_absent() {
        let source = source();
        assert_eq!(source.text_of("text").as_deref(), Ok("aé"));
        assert_eq!(source.text_if_any("other").as_deref(), Ok(""));
        assert_eq!((source.find("null"), source.find("other")), (Ok(None), Ok(None)));
        assert_eq!(source.member("whole").and_then(Value::whole), Ok(-12));
        let parts = source.member("list").and_then(Value::list).expect("a list");
        assert_eq!(parts.iter().map(Value::number).collect::<Vec<_>>()[..2], [Ok(1.5), Ok(2.5)]);
    }

    #[test]
    fn what_is_wrong_has_a_place() {
        let source = source();
        let list = source.member("list").expect("there");
        let parts = list.list().expect("a list");
        for (wrong, said) in [
            (source.member("none").err(), "missing field `none` at line 3 column 67"),
            (source.find("twice").err(), "duplicate field `twice` at line 3 column 65"),
            (source.text_of("whole").err(), "invalid type: a number, expected a string at line 3 column 13"),
            (list.whole().err(), "invalid type: a list, expected a whole number at line 3 column 42"),
            (list.find("x").err(), "invalid type: a list, expected an object at line 3 column 42"),
            (parts[2].number().err(), "number out of range at line 3 column 41"),
            (
                source.member("whole").and_then(Value::small::<u8>).err(),
                "number out of range at line 3 column 13",
            ),
            (
                source.member("text").and_then(|text| text.place_among(&["b", "c"])).err(),
                "unknown variant `aé`, expected one of `b`, `c` at line 2 column 18",
            ),
        ] {
            assert_eq!(wrong.map(|wrong| wrong.in_source(SOURCE)).as_deref(), Some(said));
        }
    }
}
