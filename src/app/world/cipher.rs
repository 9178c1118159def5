//! Who encrypts and opens what is to be read by nobody else. The form in which it lies in a file is next door in
//! [`partnership_risk_core::document::sealed`].

use std::fmt;

use partnership_risk_core::document::sealed::Sealed;

use super::Later;

/// Encryption under a passphrase, which is kept nowhere: AES-256-GCM with a key that PBKDF2-HMAC-SHA-256 makes of it.
pub trait Cipher {
    /// Whether there is any: browsers withhold it from a page that came over an insecure connection.
    fn is_there(&self) -> bool;
    /// Seals bytes under a passphrase, with a new random lock.
    fn seal(&self, passphrase: &str, bytes: Vec<u8>) -> Later<Result<Sealed, CipherError>>;
    /// The bytes that were sealed, if the passphrase is the one and nothing was altered.
    fn open(&self, passphrase: &str, sealed: Sealed) -> Later<Result<Vec<u8>, CipherError>>;
}

/// Why something was not sealed or opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CipherError {
    /// At this address the browser has no encryption.
    Absent,
    /// The passphrase is another one, or what is sealed was altered: which of both, nobody can tell.
    Refused,
    /// The browser said something else.
    Failed(String),
}

impl fmt::Display for CipherError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Absent => f.write_str(
                "browsers encrypt only for pages that come over a secure connection (https) or from a file",
            ),
            Self::Refused => f.write_str("the passphrase is wrong or the file was altered"),
            Self::Failed(reason) => write!(f, "the browser refused: {reason}"),
        }
    }
}

impl std::error::Error for CipherError {}
