//! JSON by way of `serde_json`'s own untyped value, for what is stored and for what is shipped. A reader
//! derived for each type would be shorter to write and adds 40 kB to the page after compression; picking
//! members out of one value by name costs a fifth of that. Numbers keep the digits they were written
//! with. What the values mean is next door in [`crate::document`] and [`crate::catalogue`].

mod object;
mod pick;
mod picked;
mod picker;

use std::fmt;

pub(crate) use object::{Object, decimal_number, list};
pub(crate) use pick::Pick;
pub(crate) use picked::Picked;
pub(crate) use picker::{NOTHING, Picker};
pub(crate) use serde_json::{Map, Value};

/// What is wrong with a text or a value in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Wrong(String);

impl Wrong {
    pub(crate) fn new(what: impl Into<String>) -> Self {
        Self(what.into())
    }
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The value that a text holds; otherwise what is wrong, with line and column.
pub(crate) fn read(text: &str) -> Result<Value, Wrong> {
    serde_json::from_str(text).map_err(|error| Wrong(error.to_string()))
}
