//! The outer form of a stored register, which can be judged without understanding what is inside.

use std::fmt;

use super::stored::{self, InvalidPart, Unread};
use crc::{CRC_32_ISO_HDLC, Crc, NoTable};

use crate::json::{self, Object, Pick, Value, Wrong};
use crate::register::{Register, Timestamp};

/// The schema that this version writes, and the newest that it reads.
pub const SCHEMA: u32 = 1;

const FORMAT: &str = "partnership-risk";

/// What the envelope says about the register inside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// When the register was saved.
    pub saved_at: Timestamp,
    /// The version of the product that saved it.
    pub build: String,
}

/// Why a text is not a register that this version can read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DocumentError {
    /// Not JSON, or cut short; where and what.
    Malformed(String),
    /// JSON, but not a register of this product.
    NotARegister,
    /// Written by a newer version; its schema.
    NewerSchema(u32),
    /// The text was altered or damaged after it was written.
    ChecksumMismatch,
    /// Read, but a part of it cannot be; which and why.
    InvalidPart(InvalidPart),
}

impl fmt::Display for DocumentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Malformed(place) => write!(f, "the text is damaged: {place}"),
            Self::NotARegister => f.write_str("this is not a register of the Partnership Risk Calculator"),
            Self::NewerSchema(schema) => {
                write!(f, "written by a newer version (schema {schema}; this version reads up to {SCHEMA})")
            }
            Self::ChecksumMismatch => f.write_str("the checksum does not match: something altered the text"),
            Self::InvalidPart(part) => write!(f, "{part}"),
        }
    }
}

impl std::error::Error for DocumentError {}

/// The text of a register, ready to be kept.
#[must_use]
pub fn write(register: &Register, header: &Header) -> String {
    let stored = stored::write(register);
    let mut envelope = Object::default();
    envelope.text("format", FORMAT);
    envelope.whole("schema", SCHEMA.into());
    envelope.whole("saved_at", header.saved_at);
    envelope.text("build", &header.build);
    envelope.text("checksum", &checksum(&stored.to_string()));
    envelope.put("register", stored);
    envelope.end().to_string()
}

/// The register that a text holds. The checksum is that of the register written without blanks, so a
/// file that was only laid out anew is still whole.
pub fn read(text: &str) -> Result<(Register, Header), DocumentError> {
    let envelope = json::read(text).map_err(malformed)?;
    check_header(&envelope, FORMAT, SCHEMA).map_err(|foreign| match foreign {
        Foreign::OfAnotherKind => DocumentError::NotARegister,
        Foreign::Newer(schema) => DocumentError::NewerSchema(schema),
    })?;
    let (header, stated) = header(&envelope).map_err(malformed)?;
    let inside = envelope.member("register").map_err(malformed)?;
    if stated != checksum(&inside.to_string()) {
        return Err(DocumentError::ChecksumMismatch);
    }
    Ok((register_in(inside)?, header))
}

/// The register that a text without an envelope holds: one that is shipped and never altered, and so needs
/// neither a checksum nor the day on which it was saved.
pub fn read_register(text: &str) -> Result<Register, DocumentError> {
    register_in(&json::read(text).map_err(malformed)?)
}

fn register_in(value: &Value) -> Result<Register, DocumentError> {
    stored::read(value).map_err(|unread| match unread {
        Unread::Wrong(wrong) => malformed(wrong),
        Unread::Invalid(part) => DocumentError::InvalidPart(part),
    })
}

fn malformed(wrong: Wrong) -> DocumentError {
    DocumentError::Malformed(wrong.to_string())
}

/// Why a file is not one that this version reads.
pub(super) enum Foreign {
    /// It does not say that it is of our format, or in which schema.
    OfAnotherKind,
    /// It is of a later version; its schema.
    Newer(u32),
}

/// Whether a file is of a format and not from a later version. Format and schema are looked at first and alone,
/// since a newer file may have any other field.
pub(super) fn check_header(file: &Value, format: &str, newest: u32) -> Result<(), Foreign> {
    let find = |name| file.find(name).ok().flatten();
    let is_ours = find("format").is_some_and(|found| found.as_str() == Some(format));
    match find("schema").and_then(|schema| schema.small::<u32>().ok()).filter(|_| is_ours) {
        Some(schema) if schema > newest => Err(Foreign::Newer(schema)),
        Some(_) => Ok(()),
        None => Err(Foreign::OfAnotherKind),
    }
}

/// What the envelope says, and the checksum that it states.
fn header(envelope: &Value) -> Result<(Header, String), Wrong> {
    let text = |name| envelope.member(name).and_then(Pick::text).map(str::to_owned);
    let header = Header { saved_at: envelope.member("saved_at")?.whole()?, build: text("build")? };
    Ok((header, text("checksum")?))
}

/// CRC-32, the checksum of zip files, worked out bit by bit: a table would be fetched with the page.
fn checksum(text: &str) -> String {
    const CRC: Crc<u32, NoTable> = Crc::<u32, NoTable>::new(&CRC_32_ISO_HDLC);
    format!("crc32:{:08x}", CRC.checksum(text.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::Date;
    use crate::example::fife_council;

    fn header() -> Header {
        Header { saved_at: 1_700_000_000_000, build: "0.1.0".into() }
    }

    /// The text of the register inside its envelope.
    fn inside(text: &str) -> String {
        let envelope = json::read(text).expect("just written");
        envelope.member("register").expect("just written").to_string()
    }

    #[test]
    fn a_register_reads_back_as_it_was_written() {
        let register = fife_council();
        assert_eq!(read(&write(&register, &header())), Ok((register, header())));
    }

    #[test]
    fn the_checksum_is_the_usual_crc_32() {
        // The check value of CRC-32/ISO-HDLC in the catalogue of parametrised CRC algorithms.
        assert_eq!(checksum("123456789"), "crc32:cbf43926");
    }

    #[test]
    fn a_text_that_cannot_be_read_says_why() {
        let text = write(&fife_council(), &header());
        let cut = &text[..text.len() / 2];
        for (text, reason) in [
            ("", "the text is damaged: EOF while parsing a value at line 1 column 0"),
            ("[]", "this is not a register"),
            ("{}", "this is not a register"),
            ("{\"format\":\"something else\",\"schema\":1}", "this is not a register"),
            ("{\"format\":\"partnership-risk\",\"schema\":2}", "written by a newer version (schema 2"),
            ("{\"format\":\"partnership-risk\",\"schema\":1}", "the text is damaged: missing field"),
            (cut, "the text is damaged: EOF"),
            (&text.replace("Systems not", "Systems now"), "the checksum does not match"),
        ] {
            let error = read(text).expect_err("not a register").to_string();
            assert!(error.starts_with(reason), "{error}");
        }
    }

    #[test]
    fn where_a_file_does_not_say_when_a_risk_was_rated_it_was_when_it_was_changed() {
        let text = write(&fife_council(), &header());
        let old = inside(&text).replacen("\"updated\":0,", "\"updated\":86400000,", 2);
        let rated = old.find(",\"rated\":").map(|at| [&old[..at], &old[at + 21..]].concat());
        let register = read_register(&rated.expect("it is written")).expect("it may be left out");
        let first = &register.risks()[0];
        assert_eq!(first.rated, Date::of_moment(first.updated));
        assert_eq!((first.updated, register.risks()[1].rated), (86_400_000, Date::of_moment(0)));
    }

    #[test]
    fn a_part_that_breaks_a_rule_is_named() {
        for (from, to, message) in [
            ("\"current\":[4.1,3.9]", "\"current\":[4.1,7]", "\u{201c}Strategic partnerships"),
            ("\"status\":\"open\"", "\"status\":\"opened\"", "unknown variant `opened`"),
            ("\"current\":[5.1,4.2]", "\"current\":[1e999,4.2]", "the text is damaged: number out of range"),
        ] {
            let text = write(&fife_council(), &header());
            let inside = inside(&text);
            let altered = inside.replacen(from, to, 1);
            assert_ne!(inside, altered, "{from}");
            let sum = checksum(&json::read(&altered).expect("still JSON").to_string());
            let text = text.replace(&inside, &altered).replace(&checksum(&inside), &sum);
            let error = read(&text).expect_err("a rule is broken").to_string();
            assert!(error.contains(message), "{error}");
        }
    }

    proptest::proptest! {
        #[test]
        fn reading_any_text_never_panics(text in ".*") {
            proptest::prop_assert!(read(&text).is_err());
        }

        #[test]
        fn altering_any_character_inside_is_noticed(place in 0usize..1 << 16) {
            let text = write(&fife_council(), &header());
            let start = text.find("\"register\":").expect("the register is inside") + 11;
            let mut bytes = text.clone().into_bytes();
            let place = start + place % (bytes.len() - start);
            if bytes[place].is_ascii_alphanumeric() {
                bytes[place] = if bytes[place] == b'7' { b'8' } else { b'7' };
                let altered = String::from_utf8(bytes).expect("one letter replaced by a digit");
                proptest::prop_assert!(read(&altered).is_err());
            }
        }
    }
}
