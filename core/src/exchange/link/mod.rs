//! What is short enough to travel in an address, behind the `#`, where no server sees it: a text deflated and written in
//! letters and digits. In front stand what it is and the version of this form, then its length and a checksum, so that
//! what was cut or altered on the way is told apart and nothing that is not sound is unpacked. What the text of a register
//! means is [`shared`]'s business and [`crate::document`]'s.
//!
//! ```text
//! p1 base64url( length, 4 bytes | CRC-32 of kind, version and the rest, 4 bytes | text, deflated without a frame )
//! s1 base64url( length, 4 | CRC-32, 4 | rounds, 4 | salt, 16 | nonce, 12 | sealed( kind, 1 | text, deflated ) and tag )
//! ```

mod locked;
pub mod shared;

use std::cmp::Ordering;
use std::fmt;

use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};

use crate::base64::{self, Alphabet};
use crate::document::Checksum;
use crate::document::sealed::Sealed;

/// The version of the form that is written, and the newest that is read.
const VERSION: char = '1';
/// How hard the packer tries, up to 10: a link is made once and ought to be short.
const LEVEL: u8 = 9;
/// How many bytes stand before the text: its length and its checksum.
const HEAD: usize = 8;
/// The longest link that is read, in characters.
pub const MOST_CHARACTERS: usize = 2_000_000;
/// The longest text that is unpacked, in bytes.
pub const MOST_BYTES: usize = 8_000_000;

/// What a link holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkKind {
    /// A whole register.
    Register,
    /// One partnership with what belongs to it.
    Partnership,
    /// The questions of a health check, for a partner.
    Questionnaire,
    /// A partner's answers to them.
    Answers,
}

impl LinkKind {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::Register, Self::Partnership, Self::Questionnaire, Self::Answers];

    fn letter(self) -> char {
        match self {
            Self::Register => 'r',
            Self::Partnership => 'p',
            Self::Questionnaire => 'q',
            Self::Answers => 'a',
        }
    }

    /// What people call it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Register => "a register",
            Self::Partnership => "one partnership",
            Self::Questionnaire => "a questionnaire",
            Self::Answers => "answers to a questionnaire",
        }
    }
}

/// Why a text is not a link that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkError {
    /// It does not begin as links do.
    NotALink,
    /// A newer version of the product has made it.
    Newer,
    /// It is longer than any that is read.
    TooLong,
    /// Its end is missing.
    Cut,
    /// Some of its characters are not those it was made of.
    Altered,
    /// It would unpack to more than is read.
    TooLarge,
    /// It says that its key is made with more work than is done, or with less than is safe.
    Rounds,
}

impl fmt::Display for LinkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotALink => f.write_str("it does not begin as the links of this calculator do"),
            Self::Newer => f.write_str("a newer version of this calculator has made it"),
            Self::TooLong => {
                write!(f, "it is longer than {} million characters", MOST_CHARACTERS / 1_000_000)
            }
            Self::Cut => f.write_str("its end is missing: it was cut short on its way"),
            Self::Altered => f.write_str("some of its characters were altered on their way"),
            Self::Rounds => {
                f.write_str("its key is made with more work than is done here, or with less than is safe")
            }
            Self::TooLarge => write!(f, "it would unpack to more than {} MB", MOST_BYTES / 1_000_000),
        }
    }
}

impl std::error::Error for LinkError {}

/// A link as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Link {
    /// Its kind, and a text of at most [`MOST_BYTES`].
    Plain(LinkKind, String),
    /// What opens under a passphrase, and then is [unpacked].
    Sealed(Sealed),
}

/// The letter of sealed links, which do not say what they hold.
const SEALED: char = 's';

/// A text as a link of a kind.
#[must_use]
pub fn write(kind: LinkKind, text: &str) -> String {
    framed(kind.letter(), &deflated(text))
}

/// A text of a kind as bytes that are to be sealed.
#[must_use]
pub fn packed(kind: LinkKind, text: &str) -> Vec<u8> {
    let mut bytes = kind.letter().to_string().into_bytes();
    bytes.extend(deflated(text));
    bytes
}

/// What was sealed, as a link.
#[must_use]
pub fn write_sealed(sealed: &Sealed) -> String {
    framed(SEALED, &locked::write(sealed))
}

/// What a link holds.
pub fn read(link: &str) -> Result<Link, LinkError> {
    let (letter, digits) = begun(link)?;
    let bytes = base64::read(digits, Alphabet::Addresses).ok_or_else(|| not_digits(digits))?;
    let content = content(letter, &bytes)?;
    match kind_of(letter) {
        Some(kind) => inflated(content).map(|text| Link::Plain(kind, text)),
        None => locked::read(content).map(Link::Sealed),
    }
}

/// What stands in bytes that were [packed].
pub fn unpacked(bytes: &[u8]) -> Result<(LinkKind, String), LinkError> {
    let (letter, rest) = bytes.split_first().ok_or(LinkError::Altered)?;
    let kind = kind_of(char::from(*letter)).ok_or(LinkError::NotALink)?;
    inflated(rest).map(|text| (kind, text))
}

fn kind_of(letter: char) -> Option<LinkKind> {
    LinkKind::ALL.into_iter().find(|kind| kind.letter() == letter)
}

fn framed(letter: char, content: &[u8]) -> String {
    let length = u32::try_from(content.len()).unwrap_or(u32::MAX);
    let mut bytes = length.to_be_bytes().to_vec();
    bytes.extend_from_slice(&checksum(letter, content).to_be_bytes());
    bytes.extend_from_slice(content);
    format!("{letter}{VERSION}{}", base64::write(&bytes, Alphabet::Addresses))
}

/// The letter of a link, and what comes after letter and version.
fn begun(link: &str) -> Result<(char, &str), LinkError> {
    if link.len() > MOST_CHARACTERS {
        return Err(LinkError::TooLong);
    }
    let mut characters = link.chars();
    let letter = characters.next().ok_or(LinkError::Cut)?;
    if letter != SEALED && kind_of(letter).is_none() {
        return Err(LinkError::NotALink);
    }
    match characters.next() {
        None => Err(LinkError::Cut),
        Some(VERSION) => Ok((letter, characters.as_str())),
        Some(other) if other.is_ascii_digit() => Err(LinkError::Newer),
        Some(_) => Err(LinkError::NotALink),
    }
}

/// Why characters are no bytes: a link that was cut may end in the middle of a byte.
fn not_digits(digits: &str) -> LinkError {
    let is_digit = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    if digits.bytes().all(is_digit) { LinkError::Cut } else { LinkError::Altered }
}

/// What stands behind length and checksum, if both are right.
fn content(letter: char, bytes: &[u8]) -> Result<&[u8], LinkError> {
    let (head, content) = bytes.split_at_checked(HEAD).ok_or(LinkError::Cut)?;
    let stated = |from: usize| head[from..from + 4].iter().fold(0_u32, |n, byte| n << 8 | u32::from(*byte));
    match content.len().cmp(&(stated(0) as usize)) {
        Ordering::Less => Err(LinkError::Cut),
        Ordering::Equal if stated(4) == checksum(letter, content) => Ok(content),
        Ordering::Equal | Ordering::Greater => Err(LinkError::Altered),
    }
}

fn checksum(letter: char, content: &[u8]) -> u32 {
    let mut checksum = Checksum::default();
    checksum.add(format!("{letter}{VERSION}").as_bytes());
    checksum.add(content);
    checksum.end()
}

fn deflated(text: &str) -> Vec<u8> {
    compress_to_vec(text.as_bytes(), LEVEL)
}

/// The text, given up as soon as it grows too long.
fn inflated(packed: &[u8]) -> Result<String, LinkError> {
    let bytes = decompress_to_vec_with_limit(packed, MOST_BYTES).map_err(|error| {
        if error.status == TINFLStatus::HasMoreOutput { LinkError::TooLarge } else { LinkError::Altered }
    })?;
    String::from_utf8(bytes).map_err(|_| LinkError::Altered)
}

#[cfg(test)]
mod tests;
