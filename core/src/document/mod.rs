//! The register as text that can be kept: a JSON envelope with a format name, a schema version and a
//! checksum around the stored form of [`crate::register::Register`]. Stored types are apart from domain
//! types, so that either can change alone. Where the text is kept is the page's business.

mod checksum;
mod envelope;
pub mod matrix_file;
mod migrate;
pub mod packed;
mod saving;
mod stored;
pub mod survey_file;
#[cfg(test)]
mod tests;
mod writing;

pub use envelope::{DocumentError, Header, SCHEMA, read, read_delta, read_register, write, write_delta};
pub use saving::Saving;
pub use stored::InvalidPart;
pub use writing::Writing;
