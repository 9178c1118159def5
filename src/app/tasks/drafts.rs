//! Keeping what is typed and not yet saved, so that a reload, a crash or a slip of the finger loses none
//! of it. What cannot be kept stays in the page; the page has said already why nothing is kept.

use crate::app::drafts::Kept;
use crate::app::world::World;

/// What the names of drafts start with; the place of the form follows.
const PREFIX: &str = "partnership-risk:draft:";

/// Keeps what is typed in the form at a place.
pub fn keep_draft<D: Kept>(world: &World, place: &str, draft: &D) {
    world.store.write(&name(place), &draft.as_text()).ok();
}

/// What was typed in the form at a place and never saved.
#[must_use]
pub fn kept_draft<D: Kept>(world: &World, place: &str) -> Option<D> {
    world.store.read(&name(place)).ok().flatten().and_then(|text| D::of_text(&text))
}

/// Forgets what is typed in the form at a place, once it is saved or given up.
pub fn forget_draft(world: &World, place: &str) {
    world.store.remove(&name(place)).ok();
}

fn name(place: &str) -> String {
    [PREFIX, place].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::drafts::RiskDraft;
    use crate::app::world::memory;

    #[test]
    fn what_is_typed_is_found_again_until_it_is_forgotten() {
        let world = memory::world();
        let draft = RiskDraft { title: "Partner fails".into(), ..RiskDraft::default() };
        keep_draft(&world, "#/risks/new", &draft);
        assert_eq!(kept_draft(&world, "#/risks/new"), Some(draft));
        assert_eq!(kept_draft::<RiskDraft>(&world, "#/risks/other"), None);
        forget_draft(&world, "#/risks/new");
        assert_eq!(kept_draft::<RiskDraft>(&world, "#/risks/new"), None);
    }
}
