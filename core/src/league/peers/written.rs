//! A submission as text: the one line that is saved, and the same with line breaks for a person to read before
//! anything is saved. How it is read is next door in `read`.

use serde_json::Value;

use super::submission::Submission;

impl Submission {
    /// The line that is saved, without its end.
    #[must_use]
    pub fn to_line(&self) -> String {
        serde_json::to_string(self).expect("its keys are texts and its numbers whole")
    }

    /// The same in many lines, with each rating on one of its own.
    #[must_use]
    pub fn to_text(&self) -> String {
        let value = serde_json::to_value(self).expect("its keys are texts and its numbers whole");
        let mut text = String::new();
        write(&mut text, &value, "\n");
        text
    }
}

/// Writes a value; each of its parts begins with `line`, a line break and blanks.
fn write(text: &mut String, value: &Value, line: &str) {
    let inner = [line, "  "].concat();
    match value {
        Value::Object(members) => {
            let parts = members.iter().map(|(name, value)| (format!("{inner}\"{name}\": "), value));
            enclosed(text, ('{', '}'), parts, (line, &inner));
        }
        Value::Array(all) if all.iter().any(|one| !one.is_number()) => {
            enclosed(text, ('[', ']'), all.iter().map(|one| (inner.clone(), one)), (line, &inner));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Array(_) => {
            text.push_str(&value.to_string());
        }
    }
}

fn enclosed<'v>(
    text: &mut String,
    (open, close): (char, char),
    parts: impl Iterator<Item = (String, &'v Value)>,
    (line, inner): (&str, &str),
) {
    text.push(open);
    for (place, (start, value)) in parts.enumerate() {
        text.push_str(if place > 0 { "," } else { "" });
        text.push_str(&start);
        write(text, value, inner);
    }
    text.push_str(line);
    text.push(close);
}

#[cfg(test)]
mod tests {
    use super::super::fixtures;
    use super::*;

    #[test]
    fn what_a_person_reads_is_what_is_saved() {
        let submission = fixtures::submission(3);
        let (line, text) = (submission.to_line(), submission.to_text());
        assert!(!line.contains('\n') && text.contains("\n        [600,600,500]"), "{text}");
        let read = |text: &str| serde_json::from_str::<Value>(text).expect("sound");
        assert_eq!(read(&line), read(&text));
    }
}
