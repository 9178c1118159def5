//! Objects, lists and numbers, put together member by member in the order in which they are to be read.

use serde_json::{Map, Number, Value};

use crate::choice::Choice;

/// An object under way; it is finished by [`Object::end`].
#[derive(Debug, Default)]
pub(crate) struct Object(Map<String, Value>);

impl Object {
    /// A member of any kind.
    pub(crate) fn put(&mut self, name: &str, value: Value) {
        self.0.insert(name.to_owned(), value);
    }

    /// A member that is a text.
    pub(crate) fn text(&mut self, name: &str, value: &str) {
        self.put(name, Value::from(value));
    }

    /// A member that is a text and is left out where it is empty.
    pub(crate) fn text_if_any(&mut self, name: &str, value: &str) {
        if !value.is_empty() {
            self.text(name, value);
        }
    }

    /// A member that is a whole number.
    pub(crate) fn whole(&mut self, name: &str, value: i64) {
        self.put(name, Value::from(value));
    }

    /// A member that is a whole number and is left out where there is none.
    pub(crate) fn whole_if_any(&mut self, name: &str, value: Option<i64>) {
        if let Some(value) = value {
            self.whole(name, value);
        }
    }

    /// A member that is a list and is left out where it is empty.
    pub(crate) fn list_if_any<T>(&mut self, name: &str, things: &[T], write: fn(&T) -> Value) {
        if !things.is_empty() {
            self.put(name, list(things, write));
        }
    }

    /// A member that is one of a set of values, by its key.
    pub(crate) fn choice<T: Choice>(&mut self, name: &str, value: T) {
        self.text(name, value.key());
    }

    /// A member that is one of a set of values and is left out where nobody has chosen.
    pub(crate) fn choice_if_any<T: Choice + Default>(&mut self, name: &str, value: T) {
        if value != T::default() {
            self.choice(name, value);
        }
    }

    /// A member that is true or left out.
    pub(crate) fn flag(&mut self, name: &str, is_so: bool) {
        if is_so {
            self.put(name, Value::Bool(true));
        }
    }

    /// Whether nothing has been put into it.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The object.
    pub(crate) fn end(self) -> Value {
        Value::Object(self.0)
    }
}

/// A list of things, each written in its turn.
pub(crate) fn list<T>(things: &[T], write: fn(&T) -> Value) -> Value {
    Value::Array(things.iter().map(write).collect())
}

/// A number with the digits of `text`; nothing where they are no number.
pub(crate) fn decimal_number(text: &str) -> Value {
    text.parse::<Number>().map_or(Value::Null, Value::Number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_stand_in_the_order_in_which_they_were_put_and_empty_text_is_left_out() {
        let mut object = Object::default();
        object.text_if_any("none", "");
        object.whole("one", -1);
        object.text_if_any("two", "b");
        object.put("a", list(&["4.1", "3.9", "x"], |text| decimal_number(text)));
        assert_eq!(object.end().to_string(), r#"{"one":-1,"two":"b","a":[4.1,3.9,null]}"#);
    }
}
