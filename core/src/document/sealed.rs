//! The sealed file: a text that was encrypted under a passphrase, with everything but the passphrase that is needed to
//! open it. This is its form and its limits; who encrypts and opens it is the world's business, since browsers bring
//! AES-GCM and PBKDF2 along and this crate does not.

use std::fmt;

use super::envelope::{Foreign, check_header};
use super::packed::MOST_BYTES;
use crate::base64::{self, Alphabet};
use crate::json::{self, Object, Pick, Value, Wrong};

/// The schema that this version writes, and the newest that it reads.
pub const SCHEMA: u32 = 1;

/// How many rounds of PBKDF2 stand between a passphrase and its key: what OWASP's cheat sheet on password storage asks
/// for with HMAC-SHA-256, and the fewest that are accepted.
pub const ITERATIONS: u32 = 600_000;

/// The most rounds that are accepted, so that no file can make its opening last for ever.
pub const MOST_ITERATIONS: u32 = 10_000_000;

/// How many bytes AES-GCM adds: the tag by which it knows what was altered.
pub const TAG_BYTES: usize = 16;

/// How many random bytes make two keys of one passphrase differ.
pub const SALT_BYTES: usize = 16;

/// How many random bytes make two files under one key differ.
pub const NONCE_BYTES: usize = 12;

const FORMAT: &str = "partnership-risk-sealed";
const KDF: &str = "PBKDF2-HMAC-SHA-256";
const CIPHER: &str = "AES-256-GCM";

/// How the key of a sealed text is made of its passphrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lock {
    iterations: u32,
    salt: [u8; SALT_BYTES],
    nonce: [u8; NONCE_BYTES],
}

impl Lock {
    /// A lock of today's strength; salt and nonce must be random, and new each time something is sealed.
    #[must_use]
    pub fn new(salt: [u8; SALT_BYTES], nonce: [u8; NONCE_BYTES]) -> Self {
        Self { iterations: ITERATIONS, salt, nonce }
    }

    /// The lock of something that was sealed, if its rounds are from [`ITERATIONS`] to [`MOST_ITERATIONS`].
    #[must_use]
    pub fn with_iterations(
        iterations: u32,
        salt: [u8; SALT_BYTES],
        nonce: [u8; NONCE_BYTES],
    ) -> Option<Self> {
        let lock = Self { iterations, salt, nonce };
        (ITERATIONS..=MOST_ITERATIONS).contains(&iterations).then_some(lock)
    }

    /// How many rounds of PBKDF2-HMAC-SHA-256 make the key, of 256 bits.
    #[must_use]
    pub fn iterations(&self) -> u32 {
        self.iterations
    }

    /// The salt of PBKDF2.
    #[must_use]
    pub fn salt(&self) -> &[u8; SALT_BYTES] {
        &self.salt
    }

    /// The nonce of AES-256-GCM.
    #[must_use]
    pub fn nonce(&self) -> &[u8; NONCE_BYTES] {
        &self.nonce
    }

    /// What is bound to the sealed text as additional data, so that it cannot be altered either: the JSON object of all
    /// members but the text, in their order and without blanks, however the file is laid out.
    #[must_use]
    pub fn bound(&self) -> String {
        self.object().end().to_string()
    }

    fn object(&self) -> Object {
        let mut object = Object::default();
        object.text("format", FORMAT);
        object.whole("schema", SCHEMA.into());
        object.text("kdf", KDF);
        object.whole("iterations", self.iterations.into());
        object.text("salt", &base64::write(&self.salt, Alphabet::Files));
        object.text("cipher", CIPHER);
        object.text("nonce", &base64::write(&self.nonce, Alphabet::Files));
        object
    }
}

/// A sealed text with its lock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    /// The lock.
    pub lock: Lock,
    /// What AES-GCM made of the text, with its tag of [`TAG_BYTES`] at the end.
    pub bytes: Vec<u8>,
}

/// Why a text is not a sealed file that this version can open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SealedError {
    /// Not JSON, cut short, or without a part that belongs there; where and what.
    Malformed(String),
    /// JSON, but nothing that this product has sealed.
    NotSealed,
    /// Written by a newer version; its schema.
    NewerSchema(u32),
    /// A member names another method than this version knows.
    OtherMethod(&'static str),
    /// The number of rounds is too small to be safe or too great to wait for.
    Iterations(i64),
    /// A member is not so many bytes in base64.
    NotBytes(&'static str),
    /// The text is longer than any that is opened.
    TooLong,
}

impl fmt::Display for SealedError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Malformed(place) => write!(f, "the file is damaged: {place}"),
            Self::NotSealed => {
                f.write_str("this is not an encrypted file of the Partnership Risk Calculator")
            }
            Self::NewerSchema(schema) => {
                write!(f, "encrypted by a newer version (schema {schema}; this version reads up to {SCHEMA})")
            }
            Self::OtherMethod(member) => {
                write!(f, "`{member}` names a method that this version does not know")
            }
            Self::Iterations(found) => write!(
                f,
                "`iterations` is {found}; what is opened has from {ITERATIONS} to {MOST_ITERATIONS}"
            ),
            Self::NotBytes(member) => write!(f, "the file is damaged: `{member}` was cut short or altered"),
            Self::TooLong => write!(f, "what is encrypted is longer than {} MB", MOST_BYTES >> 20),
        }
    }
}

impl std::error::Error for SealedError {}

/// Whether a text says near its beginning that it is sealed: then [`read`] says more about it than any other reader.
#[must_use]
pub fn is_sealed(text: &str) -> bool {
    let begins = text.char_indices().nth(200).map_or(text, |(end, _)| &text[..end]);
    begins.contains(FORMAT)
}

/// The text of a sealed file: one JSON object, a member to a line.
#[must_use]
pub fn write(sealed: &Sealed) -> String {
    let mut file = sealed.lock.object();
    file.text("text", &base64::write(&sealed.bytes, Alphabet::Files));
    format!("{:#}\n", file.end())
}

/// What a sealed file says, every part of it within its limits. Whether the passphrase fits is not known before it is
/// opened.
pub fn read(text: &str) -> Result<Sealed, SealedError> {
    let file = json::read(text).map_err(malformed)?;
    check_header(&file, FORMAT, SCHEMA).map_err(|foreign| match foreign {
        Foreign::OfAnotherKind => SealedError::NotSealed,
        Foreign::Newer(schema) => SealedError::NewerSchema(schema),
    })?;
    is_method(&file, "kdf", KDF)?;
    is_method(&file, "cipher", CIPHER)?;
    let lock = Lock {
        iterations: iterations(&file)?,
        salt: exactly(bytes(&file, "salt")?, "salt")?,
        nonce: exactly(bytes(&file, "nonce")?, "nonce")?,
    };
    Ok(Sealed { lock, bytes: sealed_bytes(&file)? })
}

fn is_method(file: &Value, member: &'static str, name: &str) -> Result<(), SealedError> {
    let found = file.member(member).and_then(Pick::text).map_err(malformed)?;
    if found == name { Ok(()) } else { Err(SealedError::OtherMethod(member)) }
}

fn iterations(file: &Value) -> Result<u32, SealedError> {
    let found = file.member("iterations").and_then(Pick::whole).map_err(malformed)?;
    let allowed = u32::try_from(found).ok().filter(|n| (ITERATIONS..=MOST_ITERATIONS).contains(n));
    allowed.ok_or(SealedError::Iterations(found))
}

fn sealed_bytes(file: &Value) -> Result<Vec<u8>, SealedError> {
    let bytes = bytes(file, "text")?;
    match bytes.len() {
        ..TAG_BYTES => Err(SealedError::NotBytes("text")),
        n if n > MOST_BYTES + TAG_BYTES => Err(SealedError::TooLong),
        TAG_BYTES.. => Ok(bytes),
    }
}

fn bytes(file: &Value, member: &'static str) -> Result<Vec<u8>, SealedError> {
    let text = file.member(member).and_then(Pick::text).map_err(malformed)?;
    base64::read(text, Alphabet::Files).ok_or(SealedError::NotBytes(member))
}

fn exactly<const N: usize>(bytes: Vec<u8>, member: &'static str) -> Result<[u8; N], SealedError> {
    bytes.try_into().map_err(|_| SealedError::NotBytes(member))
}

fn malformed(wrong: Wrong) -> SealedError {
    SealedError::Malformed(wrong.to_string())
}

#[cfg(test)]
mod tests;
