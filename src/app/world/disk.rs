//! Files on the person's disk that the page may read and write again, in browsers that lend them. Others take files in
//! and hand them out one by one.

use std::fmt;
use std::rc::Rc;

use super::Later;

/// Files that the browser lends.
pub trait Disk {
    /// Whether it lends any.
    fn is_there(&self) -> bool;
    /// Has the person choose a file; none where they choose none.
    fn choose(&self) -> Later<Result<Option<DiskFile>, DiskError>>;
    /// Has the person say where a new file goes, under a suggested name; none where they do not.
    fn place(&self, name: &str) -> Later<Result<Option<DiskFile>, DiskError>>;
    /// What is in a file of at most so many bytes. Where leave is due, the person is asked for it.
    fn read(&self, file: &DiskFile, most_bytes: u32) -> Later<Result<Rc<[u8]>, DiskError>>;
    /// Puts a text in the place of what is in a file, all of it or nothing. Where leave is due, the person is asked.
    fn write(&self, file: &DiskFile, text: String) -> Later<Result<(), DiskError>>;
    /// Remembers a file that was chosen, so that it can be opened at another visit.
    fn remember(&self, file: &DiskFile) -> Later<Result<(), DiskError>>;
    /// The files that were remembered last, the last one first; at most [`MOST_RECENT`].
    fn recent(&self) -> Later<Result<Vec<DiskFile>, DiskError>>;
    /// Forgets a file that was remembered.
    fn forget(&self, file: &DiskFile) -> Later<Result<(), DiskError>>;
}

/// How many files are remembered.
pub const MOST_RECENT: usize = 8;

/// A file that the browser lends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DiskFile {
    /// By what the browser's side knows it again; a later choice has a greater one.
    pub number: u64,
    /// Its name, without its folder, which browsers keep to themselves.
    pub name: String,
}

/// Why a file was not read or written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DiskError {
    /// The person or the browser did not allow it.
    Refused,
    /// It was moved or deleted.
    Gone,
    /// It has more bytes than are read; so many are.
    TooLarge(u32),
    /// The browser said something else.
    Failed(String),
}

impl fmt::Display for DiskError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused => f.write_str("the browser was not allowed to use it"),
            Self::Gone => f.write_str("it is no longer there; was it moved or deleted?"),
            Self::TooLarge(most) => write!(f, "it is larger than {} MB", most / 1_000_000),
            Self::Failed(reason) => write!(f, "the browser refused: {reason}"),
        }
    }
}

impl std::error::Error for DiskError {}
