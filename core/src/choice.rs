//! Small sets of values that people choose from. Each value has a key, which stands in files and
//! addresses and never changes, and a name, which stands on the page and may.

/// A value from a small set that people choose from.
pub trait Choice: Copy + PartialEq + 'static {
    /// Every value, in the order it is offered.
    fn all() -> &'static [Self];
    /// What stands for it in files and addresses.
    fn key(self) -> &'static str;
    /// What people call it.
    fn name(self) -> &'static str;

    /// The value with this key.
    #[must_use]
    fn of_key(key: &str) -> Option<Self> {
        Self::all().iter().copied().find(|value| value.key() == key)
    }
}

/// Declares a set of values: each with its documentation, its key and its name, and which of them stands
/// where nobody has chosen.
macro_rules! choices {
    (
        $(#[$doc:meta])*
        $name:ident default $default:ident {
            $($(#[$what:meta])* $variant:ident = $key:literal, $words:literal;)*
        }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$what])* $variant,)*
        }

        impl $name {
            /// Every one, in the order it is offered.
            pub const ALL: [Self; [$($key),*].len()] = [$(Self::$variant,)*];

            /// What people call it.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $words,)*
                }
            }
        }

        impl $crate::choice::Choice for $name {
            fn all() -> &'static [Self] {
                &Self::ALL
            }

            fn key(self) -> &'static str {
                match self {
                    $(Self::$variant => $key,)*
                }
            }

            fn name(self) -> &'static str {
                self.name()
            }
        }

        impl Default for $name {
            fn default() -> Self {
                Self::$default
            }
        }
    };
}
pub(crate) use choices;

#[cfg(test)]
mod tests {
    use super::*;

    choices! {
        /// Something to choose.
        Colour default Red {
            /// The first.
            Red = "red", "Red";
            /// The second.
            Blue = "blue", "Light blue";
        }
    }

    #[test]
    fn a_value_is_found_by_its_key_and_shown_by_its_name() {
        assert_eq!(Colour::of_key("blue"), Some(Colour::Blue));
        assert_eq!(Colour::of_key("Light blue"), None);
        assert_eq!((Colour::default().key(), Colour::Blue.name()), ("red", "Light blue"));
        assert_eq!(Colour::all(), [Colour::Red, Colour::Blue]);
    }
}
