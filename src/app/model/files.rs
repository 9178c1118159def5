//! Registers on their way between files and the page.

use std::rc::Rc;

use partnership_risk_core::document::Header;
use partnership_risk_core::document::sealed::Sealed;
use partnership_risk_core::register::{Register, Timestamp};

use crate::app::world::DiskFile;

/// A register that was read from a file and takes no place yet: it is shown, and may be opened or merged.
#[derive(Clone, Debug, PartialEq)]
pub struct Incoming {
    /// The file's name.
    pub name: String,
    /// The register in it.
    pub register: Rc<Register>,
    /// What the file says about it.
    pub header: Header,
    /// The file itself, where it can be written again.
    pub on_disk: Option<SeenFile>,
}

/// A sealed file that waits for its passphrase.
#[derive(Clone, Debug, PartialEq)]
pub struct SealedFile {
    /// Its name.
    pub name: String,
    /// What is in it.
    pub sealed: Rc<Sealed>,
    /// The file itself, where it can be written again.
    pub on_disk: Option<SeenFile>,
}

/// A file on the disk as it was when it was last read or written here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeenFile {
    /// The file.
    pub file: DiskFile,
    /// The fingerprint of all that was in it.
    pub fingerprint: u64,
    /// Whether that is sealed.
    pub is_sealed: bool,
}

/// The file in which the register of the page is kept.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnFile {
    /// The file as it was last seen.
    pub seen: SeenFile,
    /// The register that is in it.
    pub register: Rc<Register>,
    /// When it was written here, if it was.
    pub written_at: Option<Timestamp>,
    /// Whether it was found to hold something else than was last seen, and was left alone.
    pub is_overtaken: bool,
}
