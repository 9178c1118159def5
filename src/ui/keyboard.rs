//! Keys that work on every page: undo, redo, search, and the register's file. In a field that is typed into, undo and redo are
//! the browser's own.

use wasm_bindgen::JsCast as _;
use web_sys::{Element, KeyboardEvent};

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shortcut {
    /// To take the last change back: Ctrl+Z.
    Undo,
    /// To make it again: Ctrl+Shift+Z or Ctrl+Y.
    Redo,
    /// To find anything: Ctrl+K.
    Search,
    /// To save the register as a file: Ctrl+S.
    Save,
    /// To open a register from a file: Ctrl+O.
    Open,
}

impl Shortcut {
    /// What a pressed key asks for, if anything; it then does nothing else.
    #[must_use]
    pub fn taken(event: &web_sys::Event) -> Option<Self> {
        let event: &KeyboardEvent = event.dyn_ref()?;
        let command = (event.ctrl_key() || event.meta_key()) && !event.alt_key();
        let found = of_key(&event.key(), event.shift_key()).filter(|_| command)?;
        if matches!(found, Self::Undo | Self::Redo) && is_typed_into(event) {
            return None;
        }
        event.prevent_default();
        // A key that is held down saves once.
        let is_again = event.repeat() && matches!(found, Self::Save | Self::Open);
        (!is_again).then_some(found)
    }
}

fn of_key(key: &str, shift: bool) -> Option<Shortcut> {
    match (key.to_ascii_lowercase().as_str(), shift) {
        ("z", false) => Some(Shortcut::Undo),
        ("z", true) | ("y", false) => Some(Shortcut::Redo),
        ("k", false) => Some(Shortcut::Search),
        ("s", false) => Some(Shortcut::Save),
        ("o", false) => Some(Shortcut::Open),
        _ => None,
    }
}

fn is_typed_into(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|element| {
        let kind = element.get_attribute("type").unwrap_or_default();
        match element.local_name().as_str() {
            "textarea" => true,
            "input" => !matches!(kind.as_str(), "checkbox" | "radio" | "file" | "button" | "submit"),
            _ => false,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_ask_for_what_people_expect() {
        for (key, shift, found) in [
            ("z", false, Some(Shortcut::Undo)),
            ("Z", true, Some(Shortcut::Redo)),
            ("y", false, Some(Shortcut::Redo)),
            ("k", false, Some(Shortcut::Search)),
            ("s", false, Some(Shortcut::Save)),
            ("o", false, Some(Shortcut::Open)),
            ("S", true, None),
            ("K", true, None),
            ("a", false, None),
        ] {
            assert_eq!(of_key(key, shift), found, "{key}");
        }
    }
}
