//! Submissions read from the lines of a file. One line is one submission; a line that is none is refused with
//! its number, the place in it and the reason, and the others are read all the same.

use std::fmt;

use serde::Deserialize;

use super::submission::{Submission, Unsound};
use super::wire::Schema;

/// The longest line that is read, in bytes. A body with 20,000 risks needs a third of it.
const MOST_BYTES: usize = 1_000_000;

/// The most letters of a reason that are told: a hostile line could hold its whole length in one word.
const MOST_LETTERS: usize = 200;

/// Why a line of a file is no submission.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineError {
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong with it.
    pub fault: LineFault,
}

/// What is wrong with a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LineFault {
    /// It is longer than any submission.
    TooLong,
    /// It is a submission of another version, which is given.
    OtherVersion(u64),
    /// It is not written as a submission: the column, counted from 1, and the reason.
    NotASubmission(usize, String),
    /// It contradicts itself.
    Unsound(Unsound),
}

impl fmt::Display for LineError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.fault)
    }
}

impl fmt::Display for LineFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLong => f.write_str("longer than any submission"),
            Self::OtherVersion(version) => {
                write!(
                    f,
                    "a submission of version {version}, and this page reads version {}",
                    Schema::VERSION
                )
            }
            Self::NotASubmission(column, reason) => write!(f, "column {column}: {reason}"),
            Self::Unsound(unsound) => unsound.fmt(f),
        }
    }
}

impl std::error::Error for LineError {}

/// The submissions in a file, line by line; empty lines are passed over.
pub fn read(file: &[u8]) -> impl Iterator<Item = Result<Submission, LineError>> {
    let file = file.strip_prefix(b"\xef\xbb\xbf").unwrap_or(file);
    let lines = (1..).zip(file.split(|byte| *byte == b'\n'));
    let filled = lines.filter(|(_, text)| !text.trim_ascii().is_empty());
    filled.map(|(line, text)| read_line(text).map_err(|fault| LineError { line, fault }))
}

fn read_line(text: &[u8]) -> Result<Submission, LineFault> {
    if text.len() > MOST_BYTES {
        return Err(LineFault::TooLong);
    }
    let submission: Submission = serde_json::from_slice(text).map_err(|error| fault(text, &error))?;
    submission.sound().map_err(LineFault::Unsound)
}

/// What is wrong with a line that is not written as a submission of this version.
fn fault(text: &[u8], error: &serde_json::Error) -> LineFault {
    match version(text) {
        Some(version) if version != Schema::VERSION => LineFault::OtherVersion(version),
        Some(_) | None => LineFault::NotASubmission(error.column(), reason(error)),
    }
}

/// The version that a line says it has, whatever else is in it.
fn version(text: &[u8]) -> Option<u64> {
    #[derive(Deserialize)]
    struct Versioned {
        schema: u64,
    }
    serde_json::from_slice(text).ok().map(|Versioned { schema }| schema)
}

/// The reason without the line that the library counts, cut to what can be read.
fn reason(error: &serde_json::Error) -> String {
    let whole = error.to_string();
    let reason = whole.rsplit_once(" at line ").map_or(&*whole, |(reason, _)| reason);
    reason.chars().take(MOST_LETTERS).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, prop};

    use super::super::fixtures;
    use super::*;

    fn told(file: &str) -> Vec<String> {
        let told = |read: Result<Submission, LineError>| match read {
            Ok(submission) => submission.body().to_string(),
            Err(error) => error.to_string(),
        };
        read(file.as_bytes()).map(told).collect()
    }

    #[test]
    fn what_was_written_is_read_again_and_bad_lines_are_named() {
        let sound = fixtures::submission(7).to_line();
        let file = format!("\u{feff}{sound}\r\n\n{{\n{sound}");
        let own = "0000000000007";
        assert_eq!(told(&file), [own, "line 3: column 1: EOF while parsing an object", own]);
        assert_eq!(read(sound.as_bytes()).next(), Some(Ok(fixtures::submission(7))));
    }

    #[test]
    fn what_is_not_written_as_a_submission_is_refused_with_its_place() {
        let sound = fixtures::submission(7).to_line();
        for (from, to, said) in [
            ("\"schema\":1", "\"schema\":2", "a submission of version 2, and this page reads version 1"),
            ("\"council\"", "\"parish\"", "invalid value: string \"parish\", expected one of the keys"),
            ("service-gaps", "ferries", "expected the id of a built-in category"),
            ("[600,", "[1001,", "a share is a whole number of thousandths from 0 to 1000"),
            ("[600,", "[NaN,", "expected value"),
            ("[600,", "[1e999,", "number out of range"),
            ("[600,", "[600.5,", "invalid type: floating point `600.5`, expected u16"),
            ("[600,", "[600,600,", "trailing characters"),
            ("\"edition\":1", "\"edition\":99999999999999999999", "expected u32"),
            ("\"edition\":1", "\"edition\":1,\"name\":\"Fife\"", "unknown field `name`"),
            ("2026-11", "2026-11-22", "expected a month such as 2026-11"),
            ("0000000000007", "council-seven", "expected an id of thirteen letters and digits"),
        ] {
            let spoilt = sound.replacen(from, to, 1);
            assert_ne!(spoilt, sound, "{from} is not in {sound}");
            let told = told(&spoilt);
            assert!(told.len() == 1 && told[0].starts_with("line 1: "), "{told:?}");
            assert!(told[0].contains(said), "{told:?} does not say {said}");
        }
    }

    #[test]
    fn what_is_too_long_or_too_deep_is_refused() {
        assert_eq!(told(&"x".repeat(MOST_BYTES + 1)), ["line 1: longer than any submission"]);
        let deep = told(&"[".repeat(MOST_BYTES / 2));
        assert!(deep[0].starts_with("line 1: column "), "{deep:?}");
        let long_word = format!("{{\"{}\":1}}", "x".repeat(1000));
        assert!(told(&long_word)[0].len() < MOST_LETTERS + 40);
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_are_submissions_or_refused_in_words(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            for line in read(&bytes) {
                proptest::prop_assert!(line.is_err_and(|error| !error.to_string().is_empty()));
            }
        }
    }
}
