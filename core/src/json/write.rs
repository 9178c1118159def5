//! The writer: objects and lists are written as they go, without a tree in between.

/// An object under way; it is closed by [`Object::end`].
pub(crate) struct Object<'o> {
    out: &'o mut String,
    is_empty: bool,
}

impl<'o> Object<'o> {
    /// Opens an object.
    pub(crate) fn new(out: &'o mut String) -> Self {
        out.push('{');
        Self { out, is_empty: true }
    }

    /// Writes the name of the next member, whose value the caller writes.
    pub(crate) fn name(&mut self, name: &str) -> &mut String {
        if !self.is_empty {
            self.out.push(',');
        }
        self.is_empty = false;
        text(self.out, name);
        self.out.push(':');
        self.out
    }

    /// A member that is a text.
    pub(crate) fn text(&mut self, name: &str, value: &str) {
        text(self.name(name), value);
    }

    /// A member that is a text and is left out where it is empty.
    pub(crate) fn text_if_any(&mut self, name: &str, value: &str) {
        if !value.is_empty() {
            self.text(name, value);
        }
    }

    /// A member that is a whole number.
    pub(crate) fn whole(&mut self, name: &str, value: i64) {
        self.name(name).push_str(&value.to_string());
    }

    /// Closes the object.
    pub(crate) fn end(self) {
        self.out.push('}');
    }
}

/// Writes a list of things, each in its turn.
pub(crate) fn list<T>(out: &mut String, things: &[T], write: &dyn Fn(&mut String, &T)) {
    out.push('[');
    for (i, thing) in things.iter().enumerate() {
        if i > 0 {
            out.push(',');
        }
        write(out, thing);
    }
    out.push(']');
}

/// Writes a text between quotation marks.
pub(crate) fn text(out: &mut String, text: &str) {
    out.push('"');
    let mut rest = text;
    while let Some(special) = rest.bytes().position(|byte| matches!(byte, b'"' | b'\\' | 0..=0x1f)) {
        out.push_str(&rest[..special]);
        escape(out, rest.as_bytes()[special]);
        rest = &rest[special + 1..];
    }
    out.push_str(rest);
    out.push('"');
}

fn escape(out: &mut String, byte: u8) {
    match byte {
        b'\n' => out.push_str("\\n"),
        b'\r' => out.push_str("\\r"),
        b'\t' => out.push_str("\\t"),
        b'"' | b'\\' => out.extend(['\\', char::from(byte)]),
        _ => out.push_str(&format!("\\u{byte:04x}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_are_parted_by_commas_and_empty_text_is_left_out() {
        let mut out = String::new();
        let mut object = Object::new(&mut out);
        object.text_if_any("none", "");
        object.whole("one", -1);
        object.text_if_any("two", "b");
        list(object.name("three"), &[1, 2], &|out, n: &i32| out.push_str(&n.to_string()));
        object.end();
        assert_eq!(out, r#"{"one":-1,"two":"b","three":[1,2]}"#);
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read_back_by_the_usual_library(original: String) {
            let mut out = String::new();
            text(&mut out, &original);
            proptest::prop_assert_eq!(serde_json::from_str::<String>(&out).expect("a text"), original);
        }
    }
}
