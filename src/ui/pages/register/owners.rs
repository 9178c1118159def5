//! Owners as a list to choose from. The first letter of a value says whether a name follows, so that
//! nobody can be chosen as well as anybody.

use crate::ui::components::ChoiceItem;

/// Everybody in the list, and nobody after them.
pub(super) fn owner_items(owners: &[String]) -> Vec<ChoiceItem> {
    let named = owners.iter().map(|owner| ChoiceItem::new(owner_value(Some(owner)), owner.clone()));
    named.chain([ChoiceItem::new(owner_value(Some("")), "Nobody named")]).collect()
}

/// An owner as the list holds it; empty for no choice.
pub(super) fn owner_value(owner: Option<&str>) -> String {
    owner.map(|owner| format!("={owner}")).unwrap_or_default()
}

/// The owner that was chosen.
pub(super) fn owner_of(value: &str) -> Option<String> {
    value.strip_prefix('=').map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_told_from_no_choice() {
        for owner in [None, Some(""), Some("=Head")] {
            assert_eq!(owner_of(&owner_value(owner)).as_deref(), owner);
        }
    }
}
