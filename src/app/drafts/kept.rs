//! What is typed, as one text that survives a reload. A draft is a tree of texts; it is written as these
//! texts one after the other, each with its length before it, and read back only if every one is there. A
//! list among them is one text, written in the same way.

/// What can be kept while it is typed.
pub trait Kept: Sized {
    /// Adds its texts.
    fn keep(&self, to: &mut Vec<String>);
    /// Takes its texts; none where they are of another form.
    fn restore(from: &mut dyn Iterator<Item = String>) -> Option<Self>;

    /// All of it as one text.
    fn as_text(&self) -> String {
        let mut texts = Vec::new();
        self.keep(&mut texts);
        joined(&texts)
    }

    /// What one text holds; none where it is of another form.
    fn of_text(text: &str) -> Option<Self> {
        let mut texts = Texts { rest: text, is_whole: true };
        let found = Self::restore(&mut texts)?;
        texts.is_done().then_some(found)
    }
}

/// Texts one after the other, each with its length before it.
fn joined(texts: &[String]) -> String {
    texts.iter().flat_map(|text| [text.len().to_string(), ":".to_owned(), text.clone()]).collect()
}

/// The texts in a text.
struct Texts<'t> {
    rest: &'t str,
    is_whole: bool,
}

impl Texts<'_> {
    /// Whether all of it was taken and was as it should be.
    fn is_done(&self) -> bool {
        self.is_whole && self.rest.is_empty()
    }
}

impl Iterator for Texts<'_> {
    type Item = String;

    fn next(&mut self) -> Option<String> {
        let (length, rest) = self.rest.split_once(':')?;
        let found = length.parse().ok().and_then(|length: usize| rest.split_at_checked(length));
        self.is_whole &= found.is_some();
        let (text, rest) = found?;
        self.rest = rest;
        Some(text.to_owned())
    }
}

impl Kept for String {
    fn keep(&self, to: &mut Vec<String>) {
        to.push(self.clone());
    }

    fn restore(from: &mut dyn Iterator<Item = String>) -> Option<Self> {
        from.next()
    }
}

impl Kept for bool {
    fn keep(&self, to: &mut Vec<String>) {
        to.push(if *self { "yes" } else { "no" }.to_owned());
    }

    fn restore(from: &mut dyn Iterator<Item = String>) -> Option<Self> {
        match from.next()?.as_str() {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        }
    }
}

/// A list is one text, however long, so that what stands after it keeps its place.
impl<T: Kept> Kept for Vec<T> {
    fn keep(&self, to: &mut Vec<String>) {
        let mut texts = Vec::new();
        self.iter().for_each(|part| part.keep(&mut texts));
        to.push(joined(&texts));
    }

    fn restore(from: &mut dyn Iterator<Item = String>) -> Option<Self> {
        let text = from.next()?;
        let mut texts = Texts { rest: &text, is_whole: true };
        let mut parts = Self::new();
        while !texts.rest.is_empty() && texts.is_whole {
            parts.push(T::restore(&mut texts)?);
        }
        texts.is_done().then_some(parts)
    }
}

impl<T: Kept, const N: usize> Kept for [T; N] {
    fn keep(&self, to: &mut Vec<String>) {
        self.iter().for_each(|part| part.keep(to));
    }

    fn restore(from: &mut dyn Iterator<Item = String>) -> Option<Self> {
        let parts: Option<Vec<T>> = (0..N).map(|_| T::restore(from)).collect();
        parts?.try_into().ok()
    }
}

/// Declares what is typed into one form: texts, ticks, and lists of such.
macro_rules! draft {
    ($(#[$doc:meta])* $name:ident { $($(#[$what:meta])* $field:ident: $kind:ty,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct $name {
            $($(#[$what])* pub $field: $kind,)*
        }

        impl $crate::app::drafts::Kept for $name {
            fn keep(&self, to: &mut Vec<String>) {
                $(self.$field.keep(to);)*
            }

            fn restore(from: &mut dyn Iterator<Item = String>) -> Option<Self> {
                Some(Self { $($field: $crate::app::drafts::Kept::restore(from)?,)* })
            }
        }
    };
}
pub(super) use draft;

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, prop_assert_eq, proptest};

    use super::*;
    use crate::app::drafts::{RatingDraft, RiskDraft};

    #[test]
    fn a_text_of_another_form_is_no_draft() {
        let text = RiskDraft { title: "Partner fails".into(), ..RiskDraft::default() }.as_text();
        assert!(RiskDraft::of_text(&text).is_some());
        for other in ["", "3:abc", "9:abc", ":", "\u{e9}:x", &text[..text.len() - 1], &format!("{text}1:x")] {
            assert_eq!(RiskDraft::of_text(other), None, "{other}");
        }
    }

    proptest! {
        #[test]
        fn what_is_kept_is_found_again(
            texts in proptest::array::uniform4(any::<String>()), list in any::<Vec<String>>(), tick: bool,
        ) {
            let [title, notes, likelihood, impact] = texts;
            let rating = RatingDraft { likelihood, impact };
            let draft = RiskDraft { title, notes, ratings: [rating.clone(), rating, RatingDraft::default()], ..RiskDraft::default() };
            prop_assert_eq!(RiskDraft::of_text(&draft.as_text()), Some(draft));
            prop_assert_eq!(Vec::of_text(&list.as_text()), Some(list));
            prop_assert_eq!(bool::of_text(&tick.as_text()), Some(tick));
        }

        #[test]
        fn reading_any_text_never_panics(text: String) {
            RiskDraft::of_text(&text);
            Vec::<String>::of_text(&text);
        }
    }
}
