//! What is typed into a form, together with what the form began with. What nobody typed always follows the
//! register: neither a draft that is found again nor one that is open writes back an old value.

use super::kept::Kept;

/// What is typed into a form, over what the form began with.
#[derive(Clone, Debug, PartialEq)]
pub struct Typed<D> {
    /// What the form began with.
    pub base: D,
    /// What stands in it.
    pub draft: D,
}

impl<D: Kept + Clone + PartialEq> Typed<D> {
    /// What is typed, where something was typed, and else what the form begins with by now. A list, such as
    /// that of the partners, is typed or not as a whole.
    #[must_use]
    pub fn over(&self, first: &D) -> D {
        if self.base == *first {
            return self.draft.clone();
        }
        let [base, draft, first] = [&self.base, &self.draft, first].map(texts);
        let mut merged = base.iter().zip(draft).zip(first).map(newer);
        D::restore(&mut merged).unwrap_or_else(|| self.draft.clone())
    }
}

/// All texts of a draft; every draft of a kind has as many, since a list is one.
fn texts<D: Kept>(draft: &D) -> Vec<String> {
    let mut texts = Vec::new();
    draft.keep(&mut texts);
    texts
}

fn newer(((base, typed), first): ((&String, String), String)) -> String {
    if typed == *base { first } else { typed }
}

impl<D: Kept> Kept for Typed<D> {
    fn keep(&self, to: &mut Vec<String>) {
        self.base.keep(to);
        self.draft.keep(to);
    }

    fn restore(from: &mut dyn Iterator<Item = String>) -> Option<Self> {
        Some(Self { base: D::restore(from)?, draft: D::restore(from)? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::drafts::{BearerDraft, RatingDraft, RiskDraft};

    fn risk(title: &str, owner: &str) -> RiskDraft {
        RiskDraft { title: title.into(), owner: owner.into(), ..RiskDraft::default() }
    }

    #[test]
    fn what_nobody_typed_follows_the_register() {
        let typed = Typed { base: risk("Flood", "Solicitor"), draft: risk("Flood of data", "Solicitor") };
        assert_eq!(typed.over(&typed.base), typed.draft);
        assert_eq!(typed.over(&risk("Flood", "Head of Law")), risk("Flood of data", "Head of Law"));
        assert_eq!(typed.over(&risk("Fire", "Solicitor")), risk("Flood of data", "Solicitor"));
    }

    #[test]
    fn a_list_is_typed_as_a_whole_and_moves_nothing_beside_it() {
        let bearers = |names: &[&str]| {
            let row = |name: &&str| BearerDraft { name: (*name).into(), share: String::new() };
            names.iter().map(row).collect::<Vec<_>>()
        };
        let with = |names: &[&str], likelihood: &str| RiskDraft {
            bearers: bearers(names),
            ratings: [(); 3]
                .map(|()| RatingDraft { likelihood: likelihood.into(), ..RatingDraft::default() }),
            ..RiskDraft::default()
        };
        let untouched = Typed { base: with(&["Us"], "3"), draft: with(&["Us"], "4") };
        assert_eq!(untouched.over(&with(&["Us", "Them"], "3")), with(&["Us", "Them"], "4"));
        let touched = Typed { base: with(&["Us"], "3"), draft: with(&["Us", "You"], "3") };
        assert_eq!(touched.over(&with(&["Us", "Them", "All"], "5")), with(&["Us", "You"], "5"));
    }

    #[test]
    fn both_are_kept_and_found_again() {
        let typed = Typed { base: risk("Flood", ""), draft: risk("Fire", "Solicitor") };
        assert_eq!(Typed::of_text(&typed.as_text()), Some(typed.clone()));
        assert_eq!(Typed::<RiskDraft>::of_text(&typed.draft.as_text()), None);
    }
}
