//! The outer form of a stored register, which can be judged without understanding what is inside.

use std::fmt;

use super::checksum::Checksum;
use super::migrate::migrate;
use super::packed;
use super::stored::{self, InvalidPart, Unread};
use super::writing::Writing;
use crate::json::{self, Object, Pick, Value, Wrong};
use crate::register::{Delta, Register, Timestamp};

/// The schema that this version writes, and the newest that it knows.
pub const SCHEMA: u32 = 2;

const FORMAT: &str = "partnership-risk";

/// What the envelope says about the register inside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// How often the register had been saved; it rises with each time, so that of two copies the later is known.
    /// Nought in files from before there were revisions.
    pub revision: u64,
    /// When the register was saved.
    pub saved_at: Timestamp,
    /// The version of the product that saved it.
    pub build: String,
    /// The schema it was written in; what is written is always of today's.
    pub schema: u32,
}

impl Header {
    /// What the envelope of a register that is to be written says.
    #[must_use]
    pub fn new(revision: u64, saved_at: Timestamp, build: &str) -> Self {
        Self { revision, saved_at, build: build.to_owned(), schema: SCHEMA }
    }

    /// Whether a newer version has written it: what was read may not be all there is, and to write it again could
    /// lose what this version does not see.
    #[must_use]
    pub fn is_newer(&self) -> bool {
        self.schema > SCHEMA
    }

    /// Whether an older version has written it, in a form that this version has changed.
    #[must_use]
    pub fn is_older(&self) -> bool {
        self.schema < SCHEMA
    }
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

/// The text of a register, ready to be kept, in one go; [`Writing`] gives it piece by piece.
#[must_use]
pub fn write(register: &Register, header: &Header) -> String {
    Writing::new(register, header).collect()
}

/// The envelope up to the register.
pub(super) fn head(header: &Header) -> String {
    let mut envelope = Object::default();
    envelope.text("format", FORMAT);
    envelope.whole("schema", SCHEMA.into());
    envelope.whole("revision", i64::try_from(header.revision).unwrap_or(i64::MAX));
    envelope.whole("saved_at", header.saved_at);
    envelope.text("build", &header.build);
    let mut text = envelope.end().to_string();
    text.pop();
    text + REGISTER
}

const REGISTER: &str = ",\"register\":";
const CHECKSUM: &str = ",\"checksum\":";

/// The envelope from the end of the register on.
pub(super) fn tail(checksum: &Checksum) -> String {
    [CHECKSUM, "\"", &written(checksum.end()), "\"}"].concat()
}

/// The register that a text holds, packed or not. The checksum is that of the register written without blanks, so a
/// file that was only laid out anew is still whole. A text of a newer version is refused; [`look`] opens it.
pub fn read(text: &str) -> Result<(Register, Header), DocumentError> {
    let (register, header) = look(text)?;
    if header.is_newer() { Err(DocumentError::NewerSchema(header.schema)) } else { Ok((register, header)) }
}

/// The register that a text holds, to be looked at and not to be kept: a text of a newer version is read as far as it
/// can be, and its header [says so](Header::is_newer); one that cannot be read is refused.
pub fn look(text: &str) -> Result<(Register, Header), DocumentError> {
    let text = packed::unpacked(text).map_err(|error| DocumentError::Malformed(error.to_string()))?;
    let envelope = json::read(&text).map_err(malformed)?;
    match check_header(&envelope, FORMAT, SCHEMA) {
        Ok(schema) => open(envelope, schema, &text),
        Err(Foreign::OfAnotherKind) => Err(DocumentError::NotARegister),
        Err(Foreign::Newer(schema)) => {
            open(envelope, schema, &text).map_err(|_| DocumentError::NewerSchema(schema))
        }
    }
}

fn open(mut envelope: Value, schema: u32, text: &str) -> Result<(Register, Header), DocumentError> {
    check_checksum(&envelope, text)?;
    migrate(&mut envelope, schema);
    let header = header(&envelope, schema).map_err(malformed)?;
    let register = register_in(envelope.member("register").map_err(malformed)?)?;
    Ok((register, header))
}

fn check_checksum(envelope: &Value, text: &str) -> Result<(), DocumentError> {
    let stated = envelope.member("checksum").and_then(Pick::text).map_err(malformed)?;
    let inside = envelope.member("register").map_err(malformed)?;
    let is_as_written = as_written(text).is_some_and(|inside| stated == written(Checksum::of(inside)));
    // Another program may have laid the file out anew.
    if is_as_written || stated == written(Checksum::of(&inside.to_string())) {
        Ok(())
    } else {
        Err(DocumentError::ChecksumMismatch)
    }
}

/// The register in a text that nothing has laid out anew: between its name, which can stand in no text of the
/// envelope, and the end or the checksum.
fn as_written(text: &str) -> Option<&str> {
    let inside = text.split_once(REGISTER)?.1;
    inside.rsplit_once(CHECKSUM).map(|(inside, _)| inside).or_else(|| inside.strip_suffix('}'))
}

/// The register that a text without an envelope holds: one that is shipped and never altered, and so needs
/// neither a checksum nor the day on which it was saved.
pub fn read_register(text: &str) -> Result<Register, DocumentError> {
    register_in(&json::read(text).map_err(malformed)?)
}

/// The text of a change to a register, for a journal.
#[must_use]
pub fn write_delta(delta: &Delta) -> String {
    stored::delta::write(delta).to_string()
}

/// The change that a text of a journal holds, to the register that it was made to.
pub fn read_delta(text: &str, register: &Register) -> Result<Delta, DocumentError> {
    stored::delta::read(&json::read(text).map_err(malformed)?, register).map_err(unread)
}

fn register_in(value: &Value) -> Result<Register, DocumentError> {
    stored::read(value).map_err(unread)
}

fn unread(unread: Unread) -> DocumentError {
    match unread {
        Unread::Wrong(wrong) => malformed(wrong),
        Unread::Invalid(part) => DocumentError::InvalidPart(part),
    }
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

/// The schema of a file that is of a format and not from a later version. Format and schema are looked at first and alone,
/// since a newer file may have any other field.
pub(super) fn check_header(file: &Value, format: &str, newest: u32) -> Result<u32, Foreign> {
    let find = |name| file.find(name).ok().flatten();
    let is_ours = find("format").is_some_and(|found| found.as_str() == Some(format));
    match find("schema").and_then(|schema| schema.small::<u32>().ok()).filter(|_| is_ours) {
        Some(schema) if schema > newest => Err(Foreign::Newer(schema)),
        Some(schema) => Ok(schema),
        None => Err(Foreign::OfAnotherKind),
    }
}

/// What the envelope says.
fn header(envelope: &Value, schema: u32) -> Result<Header, Wrong> {
    Ok(Header {
        revision: envelope.member("revision")?.small()?,
        saved_at: envelope.member("saved_at")?.whole()?,
        build: envelope.member("build")?.text()?.to_owned(),
        schema,
    })
}

/// A checksum as the envelope states it.
fn written(checksum: u32) -> String {
    format!("crc32:{checksum:08x}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::Date;
    use crate::example::fife_council;

    fn header() -> Header {
        Header::new(3, 1_700_000_000_000, "0.1.0")
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
    fn a_text_that_cannot_be_read_says_why() {
        let text = write(&fife_council(), &header());
        let cut = &text[..text.len() / 2];
        for (text, reason) in [
            ("", "the text is damaged: EOF while parsing a value at line 1 column 0"),
            ("[]", "this is not a register"),
            ("{}", "this is not a register"),
            ("{\"format\":\"something else\",\"schema\":1}", "this is not a register"),
            ("{\"format\":\"partnership-risk\",\"schema\":3}", "written by a newer version (schema 3"),
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
            let sum = written(Checksum::of(&json::read(&altered).expect("still JSON").to_string()));
            let text = text.replace(&inside, &altered).replace(&written(Checksum::of(&inside)), &sum);
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
            let end = text.rfind(",\"checksum\"").expect("the checksum is last");
            let mut bytes = text.clone().into_bytes();
            let place = start + place % (end - start);
            if bytes[place].is_ascii_alphanumeric() {
                bytes[place] = if bytes[place] == b'7' { b'8' } else { b'7' };
                let altered = String::from_utf8(bytes).expect("one letter replaced by a digit");
                proptest::prop_assert!(read(&altered).is_err());
            }
        }
    }
}
