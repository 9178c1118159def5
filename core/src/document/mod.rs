//! The register as text that can be kept: a JSON envelope with a format name, a schema version, a revision and a
//! checksum around the stored form of [`crate::register::Register`], written in pieces and packed where it is long.
//! Stored types are apart from domain types, so that either can change alone. Two copies are merged here as well, by
//! what they store. A text that is to be read by nobody else goes into a [`sealed`] file. Where the text is kept is the
//! page's business.

mod checksum;
mod envelope;
mod laid_out;
pub mod matrix_file;
mod merge;
mod migrate;
pub mod packed;
pub mod questionnaire_file;
mod rescued;
mod saving;
pub mod sealed;
mod stored;
pub mod survey_file;
#[cfg(test)]
mod tests;
mod writing;

pub(crate) use checksum::Checksum;
pub use envelope::{
    DocumentError, Header, SCHEMA, look, read, read_delta, read_register, write, write_delta,
};
pub use laid_out::laid_out;
pub use merge::{Conflict, Merged, Side, Told, is_ancestor, merge};
pub use rescued::rescued;
pub use saving::Saving;
pub use stored::InvalidPart;
pub use writing::Writing;
