//! JSON as far as this product needs it: a reader that gives a tree whose texts are borrowed from the
//! source, and a writer of objects and lists. The usual libraries compile one reader for every type that
//! is read, and exact tables for floating-point numbers; together they weighed more than all the rest
//! of this crate. What the values mean is next door in [`crate::document`] and [`crate::catalogue`].

mod picker;
mod read;
mod value;
mod write;

pub(crate) use picker::Picker;
pub(crate) use read::read;
pub(crate) use value::{Kind, Value, Wrong};
pub(crate) use write::{Object, list, text};
