//! The data files of the catalogue, opened. Each is a list in JSON, with one line or one short block for
//! every entry, so that a change of one entry is a change of its lines. The tests load every file, so
//! that nothing here can fail later; what the entries mean stands with their types.

use crate::json::{self, Pick, Picker, Value};

/// Every entry of a file, read alike.
pub(crate) fn entries<T>(file: &str, read: fn(&mut Picker, &Value) -> T) -> Vec<T> {
    let mut picker = Picker::default();
    let list = json::read(file);
    let list = list.as_ref().map_err(Clone::clone).and_then(|list| list.list());
    let entries = picker.got(list).iter().map(|entry| read(&mut picker, entry)).collect();
    if let Err(wrong) = picker.finish() {
        unreachable!("{}", wrong);
    }
    entries
}
