//! Matrices as files: the product's own form, which keeps all that a matrix says and belongs to
//! [`crate::document`], and the YAML library of CISO Assistant, whose risk matrices are
//! `grid[probability][impact]`, lowest first, counted from 0. Such a library knows no bands, no review
//! intervals and no layout; what ours says of these is not in it, save the bands as words.

mod library;
mod writing;
mod yaml;

use std::fmt;

use super::text;
use crate::document::matrix_file::{self, MatrixFileError};
use crate::scale::Matrix;

/// The longest file that is read; libraries with nothing but matrices have about 10 kB.
pub const MOST_BYTES: usize = 1024 * 1024;

/// What is wrong with a file of matrices, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatrixFault {
    place: String,
    reason: String,
}

impl MatrixFault {
    fn new(place: impl Into<String>, reason: &dyn fmt::Display) -> Self {
        Self { place: place.into(), reason: reason.to_string() }
    }

    fn of_file(reason: &dyn fmt::Display) -> Vec<Self> {
        vec![Self::new("the file", reason)]
    }
}

impl fmt::Display for MatrixFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.reason)
    }
}

impl std::error::Error for MatrixFault {}

/// The matrices that a file holds in either form, at least one, or everything that is wrong with it.
pub fn read(bytes: &[u8]) -> Result<Vec<Matrix>, Vec<MatrixFault>> {
    if bytes.len() > MOST_BYTES {
        return Err(MatrixFault::of_file(&"it is larger than 1 MB; is this a risk matrix?"));
    }
    let text = text::read(bytes).map_err(|_| MatrixFault::of_file(&"it is empty or not a text file"))?.text;
    if text.trim_start().starts_with('{') {
        match matrix_file::read(&text) {
            Ok(matrix) => return Ok(vec![matrix]),
            // JSON is YAML as well, so it may still be a library.
            Err(MatrixFileError::NotAMatrix) => {}
            Err(error) => return Err(MatrixFault::of_file(&error)),
        }
    }
    let root = yaml::read(&text).map_err(|fault| vec![fault])?;
    library::read(&root)
}

/// A matrix in the product's own form.
#[must_use]
pub fn write(matrix: &Matrix) -> String {
    matrix_file::write(matrix)
}

/// A matrix as a library of CISO Assistant.
#[must_use]
pub fn write_library(matrix: &Matrix) -> String {
    writing::library(matrix)
}

#[cfg(test)]
mod tests;
