//! How things of the catalogue are named: a slug of lower-case letters, digits and hyphens that stays the same
//! when the words on the page change. Each kind of name is its own type, so that none passes for another.

/// Declares one kind of slug.
macro_rules! slug_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(std::rc::Rc<str>);

        impl $name {
            /// The name with this slug.
            #[must_use]
            pub fn new(slug: &str) -> Self {
                Self(std::rc::Rc::from(slug))
            }

            /// The slug itself.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

pub(crate) use slug_id;

use crate::letters;

/// The slug of a text: its letters and digits in lower case, everything between them one hyphen.
pub(super) fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    for c in letters::small(text).chars() {
        if letters::is_in_word(c) {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn a_slug_keeps_letters_and_digits_only() {
        for (text, expected) in [
            ("Cyber incidents", "cyber-incidents"),
            ("Fire, explosion", "fire-explosion"),
            ("New technologies (AI)", "new-technologies-ai"),
            ("  -- Übergang 2 ", "übergang-2"),
            ("?!", ""),
        ] {
            assert_eq!(slug(text), expected);
        }
    }
}
