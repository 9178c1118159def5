//! The reader: one pass over the source (RFC 8259). It is strict, as befits what the product has
//! written itself, and stops at the first thing that is wrong.

use std::borrow::Cow;

use super::value::{Kind, Value, Wrong};

/// How deep lists and objects may lie in one another; the stack of a page is small.
const MOST_DEPTH: usize = 128;

/// The value that a text is, or what is wrong and where.
pub(crate) fn read(text: &str) -> Result<Value<'_>, Wrong> {
    let mut reader = Reader { text, at: 0, depth: 0 };
    let value = reader.value()?;
    reader.pass_blanks();
    if reader.at < text.len() { Err(reader.wrong("trailing characters")) } else { Ok(value) }
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    depth: usize,
}

impl<'a> Reader<'a> {
    fn value(&mut self) -> Result<Value<'a>, Wrong> {
        self.pass_blanks();
        let start = self.at;
        let kind = match self.next() {
            Some(b'{') => self.nested(Self::object)?,
            Some(b'[') => self.nested(Self::list)?,
            Some(b'"') => Kind::Text(self.text()?),
            Some(b'-' | b'0'..=b'9') => Kind::Number(self.number()?),
            _ => self.word()?,
        };
        Ok(Value { kind, start, end: self.at })
    }

    fn nested(&mut self, read: fn(&mut Self) -> Result<Kind<'a>, Wrong>) -> Result<Kind<'a>, Wrong> {
        if self.depth == MOST_DEPTH {
            return Err(self.wrong("recursion limit exceeded"));
        }
        self.depth += 1;
        self.at += 1;
        let kind = read(self);
        self.depth -= 1;
        kind
    }

    fn object(&mut self) -> Result<Kind<'a>, Wrong> {
        let mut members = Vec::new();
        while self.goes_on(b'}', members.is_empty(), "an object")? {
            if self.next() != Some(b'"') {
                return Err(self.wrong("key must be a string"));
            }
            let name = self.text()?;
            self.pass_blanks();
            self.pass(b':', "expected `:`")?;
            members.push((name, self.value()?));
        }
        Ok(Kind::Object(members))
    }

    fn list(&mut self) -> Result<Kind<'a>, Wrong> {
        let mut parts = Vec::new();
        while self.goes_on(b']', parts.is_empty(), "a list")? {
            parts.push(self.value()?);
        }
        Ok(Kind::List(parts))
    }

    /// Passes what stands before the next part of a list or object; no more parts come after `end`.
    fn goes_on(&mut self, end: u8, is_first: bool, whole: &str) -> Result<bool, Wrong> {
        self.pass_blanks();
        match self.next() {
            None => Err(self.ended(whole)),
            Some(byte) if byte == end => {
                self.at += 1;
                Ok(false)
            }
            Some(_) if is_first => Ok(true),
            Some(_) => {
                self.pass(b',', if end == b']' { "expected `,` or `]`" } else { "expected `,` or `}`" })?;
                self.pass_blanks();
                if self.next() == Some(end) { Err(self.wrong("trailing comma")) } else { Ok(true) }
            }
        }
    }

    fn word(&mut self) -> Result<Kind<'a>, Wrong> {
        let rest = &self.text[self.at..];
        for (word, kind) in [("null", Kind::Null), ("true", Kind::Truth), ("false", Kind::Truth)] {
            if rest.starts_with(word) {
                self.at += word.len();
                return Ok(kind);
            }
        }
        Err(if rest.is_empty() { self.ended("a value") } else { self.wrong("expected value") })
    }

    /// An optional minus, digits without a leading nought, and perhaps decimals and an exponent.
    fn number(&mut self) -> Result<&'a str, Wrong> {
        let start = self.at;
        self.at += usize::from(self.next() == Some(b'-'));
        let first = self.next();
        let digits = self.digits();
        let mut is_sound = digits > 0 && (digits == 1 || first != Some(b'0'));
        if self.next() == Some(b'.') {
            self.at += 1;
            is_sound &= self.digits() > 0;
        }
        if matches!(self.next(), Some(b'e' | b'E')) {
            self.at += 1;
            self.at += usize::from(matches!(self.next(), Some(b'+' | b'-')));
            is_sound &= self.digits() > 0;
        }
        if is_sound { Ok(&self.text[start..self.at]) } else { Err(self.wrong("invalid number")) }
    }

    /// Passes digits, and says how many.
    fn digits(&mut self) -> usize {
        let rest = &self.text.as_bytes()[self.at..];
        let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        self.at += digits;
        digits
    }

    /// A text between quotation marks, borrowed where nothing in it is escaped.
    fn text(&mut self) -> Result<Cow<'a, str>, Wrong> {
        self.at += 1;
        let first = self.plain()?;
        if self.next() == Some(b'"') {
            self.at += 1;
            return Ok(Cow::Borrowed(first));
        }
        let mut text = first.to_owned();
        while self.next() == Some(b'\\') {
            self.at += 1;
            text.push(self.escaped()?);
            text.push_str(self.plain()?);
        }
        self.at += 1;
        Ok(Cow::Owned(text))
    }

    /// Text up to the next quotation mark or backslash.
    fn plain(&mut self) -> Result<&'a str, Wrong> {
        let rest = &self.text[self.at..];
        let special = rest.bytes().position(|byte| matches!(byte, b'"' | b'\\' | 0..=0x1f));
        self.at += special.unwrap_or(rest.len());
        match special.map(|length| (length, rest.as_bytes()[length])) {
            Some((length, b'"' | b'\\')) => Ok(&rest[..length]),
            Some(_) => Err(self.wrong("control character found while parsing a string")),
            None => Err(self.ended("a string")),
        }
    }

    fn escaped(&mut self) -> Result<char, Wrong> {
        let byte = self.next().ok_or_else(|| self.ended("a string"))?;
        self.at += 1;
        Ok(match byte {
            b'"' | b'\\' | b'/' => char::from(byte),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => return self.escaped_by_number(),
            _ => return Err(self.wrong("invalid escape")),
        })
    }

    /// A character by its number in UTF-16, which for rare characters is a pair.
    fn escaped_by_number(&mut self) -> Result<char, Wrong> {
        let mut units = vec![self.four_digits()?];
        if (0xd800..0xdc00).contains(&units[0]) && self.text[self.at..].starts_with("\\u") {
            self.at += 2;
            units.push(self.four_digits()?);
        }
        let read = char::decode_utf16(units).next();
        read.and_then(Result::ok).ok_or_else(|| self.wrong("lone surrogate in hex escape"))
    }

    fn four_digits(&mut self) -> Result<u16, Wrong> {
        let digits = self.text.get(self.at..self.at + 4).unwrap_or("");
        let number = u16::from_str_radix(digits, 16).ok().filter(|_| !digits.starts_with('+'));
        self.at += digits.len();
        number.ok_or_else(|| self.wrong("invalid escape"))
    }

    fn pass(&mut self, byte: u8, expected: &str) -> Result<(), Wrong> {
        match self.next() {
            Some(next) if next == byte => {
                self.at += 1;
                Ok(())
            }
            Some(_) => Err(self.wrong(expected)),
            None => Err(self.ended("an object")),
        }
    }

    fn pass_blanks(&mut self) {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.next() {
            self.at += 1;
        }
    }

    fn next(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn ended(&self, within: &str) -> Wrong {
        Wrong::new(format!("EOF while parsing {within}"), self.text.len())
    }

    /// Something wrong at the next byte, which counts as read.
    fn wrong(&self, what: &str) -> Wrong {
        Wrong::new(what, self.at + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The same value as the usual library has it.
    fn usual(value: &Value<'_>) -> serde_json::Value {
        use serde_json::Value as Usual;
        match &value.kind {
            Kind::Null => Usual::Null,
            Kind::Truth => Usual::Bool(true),
            Kind::Number(_) => value.number().map_or(Usual::Null, Usual::from),
            Kind::Text(text) => Usual::from(text.as_ref()),
            Kind::List(parts) => parts.iter().map(usual).collect(),
            Kind::Object(members) => members.iter().map(|(name, v)| (name.to_string(), usual(v))).collect(),
        }
    }

    fn agrees_with_the_usual_library(text: &str) {
        let ours = read(text);
        let usual_value = serde_json::from_str::<serde_json::Value>(text);
        assert_eq!(ours.is_ok(), usual_value.is_ok(), "{text}: {ours:?} {usual_value:?}");
        if let (Ok(ours), Ok(theirs)) = (ours, usual_value) {
            // Read as floating-point numbers on both sides, and without the difference between true and false.
            let theirs = theirs.to_string().replace("false", "true");
            assert_eq!(usual(&ours).to_string().replace(".0", ""), theirs.replace(".0", ""), "{text}");
        }
    }

    #[test]
    fn what_is_no_json_says_why_and_where() {
        for (text, said) in [
            ("", "EOF while parsing a value at line 1 column 0"),
            ("{\"a\":1,}", "trailing comma at line 1 column 8"),
            ("[1 2]", "expected `,` or `]` at line 1 column 4"),
            ("{\"a\" 1}", "expected `:` at line 1 column 6"),
            ("{\n a}", "key must be a string at line 2 column 2"),
            ("[\"a\nb\"]", "control character found while parsing a string at line 2 column 0"),
            ("\"\\x\"", "invalid escape at line 1 column 4"),
            ("\"\\ud800\"", "lone surrogate in hex escape at line 1 column 8"),
            ("[01]", "invalid number at line 1 column 4"),
            ("nul", "expected value at line 1 column 1"),
            ("{\"a\":[1", "EOF while parsing a list at line 1 column 7"),
            ("[] x", "trailing characters at line 1 column 4"),
        ] {
            assert_eq!(read(text).map_err(|wrong| wrong.in_source(text)), Err(said.to_owned()), "{text}");
        }
        let deep = "[".repeat(1_000_000);
        assert_eq!(read(&deep).map_err(|wrong| wrong.what), Err("recursion limit exceeded".to_owned()));
    }

    #[test]
    fn every_escape_is_read() {
        let text = r#""\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00é""#;
        assert_eq!(read(text).expect("sound").text(), Ok("\"\\/\u{8}\u{c}\n\r\té😀é"));
        for text in [r#""\ud83d\u0041""#, r#""\ude00""#, r#""\u12""#, r#""\u+123""#, r#""\u00é""#] {
            assert!(read(text).is_err(), "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_taken_as_the_usual_library_takes_it(text in "[\\[\\]{}\",:\\\\unltrfase0-9.eE+ -]{0,12}") {
            agrees_with_the_usual_library(&text);
        }

        #[test]
        fn any_tree_is_read_as_the_usual_library_reads_it(
            names in proptest::collection::vec(".{0,4}", 4),
            numbers in proptest::collection::vec(-1_000_000_i32..1_000_000, 4),
        ) {
            let thousandths: Vec<f64> = numbers.iter().map(|n| f64::from(*n) / 1000.0).collect();
            let tree = serde_json::json!({"a": names, "b": [thousandths, null, {"c": true}], "d": {}});
            agrees_with_the_usual_library(&tree.to_string());
            agrees_with_the_usual_library(&serde_json::to_string_pretty(&tree).expect("a tree"));
        }
    }
}
