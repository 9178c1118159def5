//! A document laid out for people and for programs that compare texts by lines: a line for each member of the outer
//! objects and for each part of the register, and no more. Nothing but blanks between its parts is added, so that it
//! reads as it did before.

/// To how many levels members and parts stand on lines of their own: the envelope, the register, and its lists.
const DEPTH: usize = 3;

/// The text of a document, as [`write`](super::write) gives it, with lines.
#[must_use]
pub fn laid_out(text: &str) -> String {
    let mut lines = Lines { text: String::with_capacity(text.len() + text.len() / 8), depth: 0 };
    let (mut is_in_text, mut is_escaped) = (false, false);
    for character in text.chars() {
        match (is_in_text, character) {
            (false, '{' | '[') => lines.open(character),
            (false, '}' | ']') => lines.close(character),
            (false, ',') => lines.part(),
            _ => lines.text.push(character),
        }
        is_in_text ^= character == '"' && !is_escaped;
        is_escaped = is_in_text && character == '\\' && !is_escaped;
    }
    lines.text.push('\n');
    lines.text
}

/// A text under way, and how deep in its objects and lists it is.
struct Lines {
    text: String,
    depth: usize,
}

impl Lines {
    fn open(&mut self, bracket: char) {
        self.text.push(bracket);
        self.depth += 1;
        self.line();
    }

    fn close(&mut self, bracket: char) {
        let is_empty = self.text.trim_end_matches([' ', '\n']).ends_with(['{', '[']);
        if is_empty {
            self.text.truncate(self.text.trim_end_matches([' ', '\n']).len());
        }
        let is_outer = self.depth <= DEPTH && !is_empty;
        self.depth = self.depth.saturating_sub(1);
        if is_outer {
            self.line_at(self.depth);
        }
        self.text.push(bracket);
    }

    fn part(&mut self) {
        self.text.push(',');
        self.line();
    }

    fn line(&mut self) {
        if self.depth <= DEPTH {
            self.line_at(self.depth);
        }
    }

    fn line_at(&mut self, depth: usize) {
        self.text.push('\n');
        self.text.extend(std::iter::repeat_n(' ', 2 * depth));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Header, read, write};
    use crate::example::{fife_council, marlshire};
    use crate::json;

    #[test]
    fn each_part_of_the_outer_levels_has_a_line_and_texts_stay_as_they_are() {
        let text = r#"{"a":1,"b":{"c":[{"d":[1,2],"e":"{,\"[\\"},{}],"f":[]}}"#;
        let expected = "{\n  \"a\":1,\n  \"b\":{\n    \"c\":[\n      {\"d\":[1,2],\"e\":\"{,\\\"[\\\\\"},\n      {}\n    ],\n    \"f\":[]\n  }\n}\n";
        assert_eq!(laid_out(text), expected);
    }

    #[test]
    fn a_register_laid_out_is_the_same_register_with_a_line_for_each_risk() {
        for register in [fife_council(), marlshire()] {
            let header = Header::new(3, 1, "0.1.0");
            let text = write(&register, &header);
            let laid_out = laid_out(&text);
            assert_eq!(json::read(&laid_out).expect("JSON").to_string(), text);
            let n_lines = laid_out.lines().count();
            assert!(n_lines > register.risks().len() + 10 && n_lines < text.len() / 40, "{n_lines}");
            assert_eq!(read(&laid_out), Ok((register, header)));
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_in_it_stays_as_it_is(texts: Vec<String>) {
            let value = json::Value::from(texts);
            let again = json::read(&laid_out(&value.to_string())).expect("still JSON");
            proptest::prop_assert_eq!(again, value);
        }
    }
}
