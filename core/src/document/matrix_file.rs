//! A matrix as a file of its own, in the form in which registers store it, so that partners can share
//! one. Files of other products are read next door in [`crate::exchange::matrix`].

use std::fmt;

use super::envelope::{Foreign, check_header};
use super::stored::{InvalidPart, matrix};
use crate::json::{self, Object, Pick, Picker, Wrong};
use crate::scale::Matrix;

/// The schema that this version writes, and the newest that it reads.
pub const SCHEMA: u32 = 1;

const FORMAT: &str = "partnership-risk-matrix";

/// Why a text is not a matrix that this version can read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MatrixFileError {
    /// Not JSON, cut short, or without a part that belongs there; where and what.
    Malformed(String),
    /// JSON, but not a matrix of this product.
    NotAMatrix,
    /// Written by a newer version; its schema.
    NewerSchema(u32),
    /// Read, but a part of it breaks a rule; which and why.
    InvalidPart(InvalidPart),
}

impl fmt::Display for MatrixFileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Malformed(place) => write!(f, "the text is damaged: {place}"),
            Self::NotAMatrix => f.write_str("this is not a matrix of the Partnership Risk Calculator"),
            Self::NewerSchema(schema) => {
                write!(f, "written by a newer version (schema {schema}; this version reads up to {SCHEMA})")
            }
            Self::InvalidPart(part) => write!(f, "{part}"),
        }
    }
}

impl std::error::Error for MatrixFileError {}

/// The text of a matrix, ready to be handed on.
#[must_use]
pub fn write(matrix: &Matrix) -> String {
    let mut file = Object::default();
    file.text("format", FORMAT);
    file.whole("schema", SCHEMA.into());
    file.put("matrix", matrix::write(matrix));
    file.end().to_string()
}

/// The matrix that a text holds.
pub fn read(text: &str) -> Result<Matrix, MatrixFileError> {
    let malformed = |wrong: Wrong| MatrixFileError::Malformed(wrong.to_string());
    let file = json::read(text).map_err(malformed)?;
    check_header(&file, FORMAT, SCHEMA).map_err(|foreign| match foreign {
        Foreign::OfAnotherKind => MatrixFileError::NotAMatrix,
        Foreign::Newer(schema) => MatrixFileError::NewerSchema(schema),
    })?;
    let mut picker = Picker::default();
    let matrix = matrix::read(&mut picker, file.member("matrix").map_err(malformed)?);
    picker.finish().map_err(malformed)?;
    matrix.map_err(MatrixFileError::InvalidPart)
}

#[cfg(test)]
mod tests;
