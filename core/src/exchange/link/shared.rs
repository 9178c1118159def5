//! A register, or one partnership of it, as a link, and back. The text is a document as it is stored, so that a link of an
//! older version opens like a file of one; what comes with a partnership is decided by [`Register::alone`].

use std::fmt;

use super::LinkKind;
use crate::document::{self, DocumentError, Header};
use crate::register::{PartnershipId, Register};

/// What somebody shared.
#[derive(Clone, Debug, PartialEq)]
pub struct Shared {
    /// The register, which holds one partnership where no more was shared.
    pub register: Register,
    /// When and by which version the link was made.
    pub header: Header,
    /// Whether one partnership was shared and not the whole register.
    pub is_one_partnership: bool,
}

/// Why a link shares nothing that can be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SharedError {
    /// It holds something else, which is given.
    SomethingElse(LinkKind),
    /// What it holds cannot be read as a register.
    Document(DocumentError),
    /// It says that it holds one partnership, and holds so many.
    NotOne(usize),
}

impl fmt::Display for SharedError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::SomethingElse(kind) => write!(f, "it holds {} and no register", kind.name()),
            Self::Document(error) => write!(f, "{error}"),
            Self::NotOne(n) => write!(f, "it ought to hold one partnership and holds {n}"),
        }
    }
}

impl std::error::Error for SharedError {}

/// What is shared of a register, all of it or one of its partnerships: kind and text of the link; none where it has no
/// such partnership.
#[must_use]
pub fn write(register: &Register, one: Option<PartnershipId>, header: &Header) -> Option<(LinkKind, String)> {
    let Some(id) = one else {
        return Some((LinkKind::Register, document::write(register, header)));
    };
    let alone = register.alone(id)?;
    Some((LinkKind::Partnership, document::write(&alone, header)))
}

/// What is shared by a link of this kind with this text.
pub fn read(kind: LinkKind, text: &str) -> Result<Shared, SharedError> {
    let is_one_partnership = match kind {
        LinkKind::Register => false,
        LinkKind::Partnership => true,
        LinkKind::Questionnaire | LinkKind::Answers => return Err(SharedError::SomethingElse(kind)),
    };
    let (register, header) = document::read(text).map_err(SharedError::Document)?;
    match register.partnerships().len() {
        n if is_one_partnership && n != 1 => Err(SharedError::NotOne(n)),
        _ => Ok(Shared { register, header, is_one_partnership }),
    }
}
