//! The outer form of a stored register, which can be judged without understanding what is inside.

use std::fmt;

use crc::{CRC_32_ISO_HDLC, Crc, Table};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::stored::{InvalidPart, StoredRegister};
use crate::register::{Register, Timestamp};

/// The schema that this version writes, and the newest that it reads.
pub const SCHEMA: u32 = 1;

const FORMAT: &str = "partnership-risk";

/// One table of 256 entries: the wider tables of this algorithm would cost the page 16 kB.
const CRC: Crc<u32, Table<1>> = Crc::<u32, Table<1>>::new(&CRC_32_ISO_HDLC);

/// What the envelope says about the register inside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// When the register was saved.
    pub saved_at: Timestamp,
    /// The version of the product that saved it.
    pub build: String,
}

#[derive(Serialize, Deserialize)]
struct Envelope<'a> {
    format: String,
    schema: u32,
    saved_at: Timestamp,
    build: String,
    checksum: String,
    #[serde(borrow)]
    register: &'a RawValue,
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

impl From<InvalidPart> for DocumentError {
    fn from(part: InvalidPart) -> Self {
        Self::InvalidPart(part)
    }
}

/// The text of a register, ready to be kept.
#[must_use]
pub fn write(register: &Register, header: &Header) -> String {
    let stored = serde_json::value::to_raw_value(&StoredRegister::from(register))
        .expect("a register holds only text, whole numbers and finite positions");
    let envelope = Envelope {
        format: FORMAT.to_owned(),
        schema: SCHEMA,
        saved_at: header.saved_at,
        build: header.build.clone(),
        checksum: checksum(stored.get()),
        register: &stored,
    };
    serde_json::to_string(&envelope).expect("an envelope holds only text and whole numbers")
}

/// The register that a text holds.
pub fn read(text: &str) -> Result<(Register, Header), DocumentError> {
    let envelope = open(text)?;
    if envelope.checksum != checksum(envelope.register.get()) {
        return Err(DocumentError::ChecksumMismatch);
    }
    let stored: StoredRegister = serde_json::from_str(envelope.register.get())
        .map_err(|error| DocumentError::Malformed(error.to_string()))?;
    let register = stored.into_register()?;
    Ok((register, Header { saved_at: envelope.saved_at, build: envelope.build }))
}

/// The envelope, if it is ours and not from a later version. The format and schema are looked at
/// first and alone, since a newer envelope may have any other field.
fn open(text: &str) -> Result<Envelope<'_>, DocumentError> {
    #[derive(Deserialize)]
    struct Outside {
        format: Option<String>,
        schema: Option<u32>,
    }
    let malformed = |error: serde_json::Error| DocumentError::Malformed(error.to_string());
    let outside: Outside = serde_json::from_str(text).map_err(|error| match error.classify() {
        serde_json::error::Category::Data => DocumentError::NotARegister,
        serde_json::error::Category::Io
        | serde_json::error::Category::Syntax
        | serde_json::error::Category::Eof => malformed(error),
    })?;
    match (outside.format.as_deref(), outside.schema) {
        (Some(FORMAT), Some(schema)) if schema > SCHEMA => Err(DocumentError::NewerSchema(schema)),
        (Some(FORMAT), Some(_)) => serde_json::from_str(text).map_err(malformed),
        _ => Err(DocumentError::NotARegister),
    }
}

fn checksum(text: &str) -> String {
    format!("crc32:{:08x}", CRC.checksum(text.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example::fife_council;

    fn header() -> Header {
        Header { saved_at: 1_700_000_000_000, build: "0.1.0".into() }
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
    fn a_part_that_breaks_a_rule_is_named() {
        for (from, to, message) in [
            ("\"current\":[4.1,3.9]", "\"current\":[4.1,7]", "\u{201c}Strategic partnerships"),
            ("\"status\":\"open\"", "\"status\":\"opened\"", "unknown variant `opened`"),
            ("\"current\":[5.1,4.2]", "\"current\":[1e999,4.2]", "the text is damaged: number out of range"),
        ] {
            let text = write(&fife_council(), &header());
            let inside = serde_json::from_str::<Envelope<'_>>(&text).expect("just written").register.get();
            let altered = inside.replacen(from, to, 1);
            assert_ne!(inside, altered, "{from}");
            let text = text.replace(inside, &altered).replace(&checksum(inside), &checksum(&altered));
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
