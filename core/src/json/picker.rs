//! Picking many members out of objects. A reader that stops at each of them by itself is mostly made of
//! stops; this one keeps the first thing that was wrong and gives empty answers from there on, so that
//! its user asks only once, at the end.

use serde_json::Value;

use super::{Pick, Picked, Wrong};
use crate::choice::Choice;

/// What stands for a member that is not there.
pub(crate) static NOTHING: Value = Value::Null;

/// Picks members and keeps the first thing that is wrong.
#[derive(Debug, Default)]
pub(crate) struct Picker {
    wrong: Option<Wrong>,
    picked: Picked,
}

impl Picker {
    /// The first thing that was wrong, if anything was.
    pub(crate) fn finish(self) -> Result<(), Wrong> {
        self.wrong.map_or(Ok(()), Err)
    }

    /// What was read, or an empty value.
    pub(crate) fn got<T: Default>(&mut self, read: Result<T, Wrong>) -> T {
        match read {
            Ok(value) => value,
            Err(wrong) => {
                self.note(wrong);
                T::default()
            }
        }
    }

    /// Keeps what is wrong, unless something was before.
    pub(crate) fn note(&mut self, wrong: Wrong) {
        self.wrong.get_or_insert(wrong);
    }

    /// What was picked since this was last asked.
    pub(crate) fn picked(&mut self) -> Picked {
        std::mem::take(&mut self.picked)
    }

    /// From here on counts what is picked.
    pub(crate) fn forget_picked(&mut self) {
        self.picked.clear();
    }

    /// Whether every member of a value, at any depth, was picked since [`Picker::forget_picked`].
    pub(crate) fn has_picked_all(&self, value: &Value) -> bool {
        self.picked.are_all(value)
    }

    /// The member of an object, unless it is absent or null.
    fn find<'v>(&mut self, object: &'v Value, name: &str) -> Result<Option<&'v Value>, Wrong> {
        let found = object.find(name);
        if let Ok(Some(member)) = found {
            self.picked.note(member);
        }
        found
    }

    /// The member of an object, which must be there.
    fn must<'v>(&mut self, object: &'v Value, name: &str) -> Result<&'v Value, Wrong> {
        let member = object.member(name)?;
        self.picked.note(member);
        Ok(member)
    }

    /// A member that must be there.
    pub(crate) fn member<'v>(&mut self, object: &'v Value, name: &str) -> &'v Value {
        match self.must(object, name) {
            Ok(value) => value,
            Err(wrong) => {
                self.note(wrong);
                &NOTHING
            }
        }
    }

    /// The parts of the list that a member is.
    pub(crate) fn list<'v>(&mut self, object: &'v Value, name: &str) -> &'v [Value] {
        let list = self.member(object, name).list();
        self.got(list)
    }

    /// The parts of the list that a member is; none where it is left out.
    pub(crate) fn list_if_any<'v>(&mut self, object: &'v Value, name: &str) -> &'v [Value] {
        let list = self.find(object, name).and_then(|list| list.map_or(Ok(&[][..]), Pick::list));
        self.got(list)
    }

    /// The member that is an object and may be left out.
    pub(crate) fn member_if_any<'v>(&mut self, object: &'v Value, name: &str) -> Option<&'v Value> {
        let found = self.find(object, name);
        self.got(found)
    }

    /// Whether a member is true; where it is left out, it is not.
    pub(crate) fn flag(&mut self, object: &Value, name: &str) -> bool {
        self.member_if_any(object, name) == Some(&Value::Bool(true))
    }

    /// The texts of the list that a member is.
    pub(crate) fn texts(&mut self, object: &Value, name: &str) -> Vec<String> {
        self.list(object, name).iter().map(|text| self.got(text.text()).to_owned()).collect()
    }

    /// The text of a member that must be there.
    pub(crate) fn text(&mut self, object: &Value, name: &str) -> String {
        let text = self.must(object, name).and_then(Pick::text);
        self.got(text).to_owned()
    }

    /// The text of a member that may be left out where it is empty.
    pub(crate) fn text_if_any(&mut self, object: &Value, name: &str) -> String {
        let text = self.find(object, name).and_then(|text| text.map_or(Ok(""), Pick::text));
        self.got(text).to_owned()
    }

    /// The whole number that a member is.
    pub(crate) fn whole(&mut self, object: &Value, name: &str) -> i64 {
        let number = self.must(object, name).and_then(Pick::whole);
        self.got(number)
    }

    /// The whole number that a member is, in a type that it fits.
    pub(crate) fn small<T: TryFrom<i64> + Default>(&mut self, object: &Value, name: &str) -> T {
        let number = self.must(object, name).and_then(Pick::small);
        self.got(number)
    }

    /// The same of a member that may be left out.
    pub(crate) fn small_if_any<T: TryFrom<i64>>(&mut self, object: &Value, name: &str) -> Option<T> {
        let number = self.find(object, name).and_then(|value| value.map(Pick::small).transpose());
        self.got(number)
    }

    /// The member that is one of `all`, by its stored name; the first of them where it is none.
    pub(crate) fn one_of<T: Copy>(
        &mut self,
        object: &Value,
        name: &str,
        all: &[T],
        name_of: fn(T) -> &'static str,
    ) -> T {
        let value = self.member(object, name);
        self.choice(value, all, name_of)
    }

    /// The member that is one of a set of values, by its key; the usual one where it is left out.
    pub(crate) fn choice_if_any<T: Choice + Default>(&mut self, object: &Value, name: &str) -> T {
        let Some(value) = self.member_if_any(object, name) else { return T::default() };
        let keys: Vec<&str> = T::all().iter().map(|one| one.key()).collect();
        T::all()[self.got(value.place_among(&keys))]
    }

    /// The one of `all` that a text is, by its stored name; the first of them where it is none.
    pub(crate) fn choice<T: Copy>(&mut self, value: &Value, all: &[T], name_of: fn(T) -> &'static str) -> T {
        let names: Vec<&str> = all.iter().map(|one| name_of(*one)).collect();
        all[self.got(value.place_among(&names))]
    }
}

#[cfg(test)]
mod tests {
    use super::super::read;
    use super::*;

    #[test]
    fn the_first_thing_that_is_wrong_is_kept() {
        let object = read("{\"a\":\"text\",\"b\":[1,2,\"three\"]}").expect("sound");
        let mut picker = Picker::default();
        assert_eq!(picker.text(&object, "a"), "text");
        let parts: Vec<i64> = picker.list(&object, "b").iter().map(|part| picker.got(part.whole())).collect();
        assert_eq!(parts, [1, 2, 0]);
        assert!(picker.list(&object, "a").is_empty());
        assert_eq!(picker.text(&object, "missing"), "");
        assert_eq!(picker.one_of(&object, "a", &[1, 2], |_| "other"), 1);
        let wrong = picker.finish().map_err(|wrong| wrong.to_string());
        assert_eq!(wrong, Err("invalid type: a string, expected a whole number".to_owned()));
    }
}
