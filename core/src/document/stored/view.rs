//! Saved views in files.

use super::Reader;
use crate::json::{Object, Value};
use crate::register::SavedView;

pub(super) fn write(view: &SavedView) -> Value {
    let mut object = Object::default();
    object.text("name", &view.name);
    object.text("address", &view.address);
    object.end()
}

pub(super) fn read(reader: &mut Reader, value: &Value) -> SavedView {
    SavedView { name: reader.picker.text(value, "name"), address: reader.picker.text(value, "address") }
}
