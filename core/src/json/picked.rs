//! Which members of a value were picked, so that those that nobody asked for can be found and kept. A member is known
//! by where it lies in memory, which stays the same for as long as it is read. Most objects hold nothing unknown: then
//! as many members were picked as there are, and nothing is looked for.

use serde_json::Value;

/// The members that were picked.
#[derive(Debug, Default)]
pub(crate) struct Picked(Vec<usize>);

impl Picked {
    /// Notes a member. To ask for one twice in a row, as for what it is and then for its text, is to pick it once.
    pub(super) fn note(&mut self, member: &Value) {
        let place = place(member);
        if self.0.last() != Some(&place) {
            self.0.push(place);
        }
    }

    /// Forgets what was picked and keeps the room.
    pub(super) fn clear(&mut self) {
        self.0.clear();
    }

    /// Whether as many members were picked as a value has at all depths.
    pub(super) fn are_all(&self, value: &Value) -> bool {
        self.0.len() == n_members(value)
    }

    /// The same, found faster member by member.
    pub(crate) fn in_order(mut self) -> Self {
        self.0.sort_unstable();
        self
    }

    /// Whether a member is among those put [in order](Self::in_order).
    pub(crate) fn has(&self, member: &Value) -> bool {
        self.0.binary_search(&place(member)).is_ok()
    }
}

fn place(member: &Value) -> usize {
    std::ptr::from_ref(member).addr()
}

/// How many members a value has at all depths.
fn n_members(value: &Value) -> usize {
    match value {
        Value::Object(members) => members.len() + members.values().map(n_members).sum::<usize>(),
        Value::Array(items) => items.iter().map(n_members).sum(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Picker, read};

    #[test]
    fn what_nobody_asked_for_is_found() {
        let object = read(r#"{"a":"text","b":{"c":1,"d":[{"e":2}]}}"#).expect("sound");
        let mut picker = Picker::default();
        assert_eq!(picker.text(&object, "a"), "text");
        assert_eq!(picker.text_if_any(&object, "a"), "text");
        let b = picker.member(&object, "b");
        assert_eq!(picker.whole(b, "c"), 1);
        let d = picker.list(b, "d");
        assert!(!picker.has_picked_all(&object));
        assert_eq!(picker.whole(&d[0], "e"), 2);
        assert!(picker.has_picked_all(&object));
        let picked = picker.picked().in_order();
        assert!(picked.has(b) && !picked.has(&object));
    }
}
