//! The data files of the catalogue, opened. Each is a list in JSON, with one line or one short block for
//! every entry, so that a change of one entry is a change of its lines. The tests load every file, so
//! that nothing here can fail later; what the entries mean stands with their types.

use crate::json::{self, Value, Wrong};

/// Every entry of a file, read alike.
pub(super) fn entries<T>(file: &str, read: impl Fn(&Value<'_>) -> Result<T, Wrong>) -> Vec<T> {
    let entries = json::read(file).and_then(|value| value.each(read));
    entries.unwrap_or_else(|wrong| unreachable!("{}", wrong.in_source(file)))
}

/// A number that a file may leave out.
pub(super) fn number_if_any<T: TryFrom<i64>>(value: &Value<'_>, name: &str) -> Result<Option<T>, Wrong> {
    value.find(name)?.map(Value::small).transpose()
}
