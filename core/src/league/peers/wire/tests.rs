//! What the small values refuse, and how each of them is described to those who write a reader of their own.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema as Described, SchemaGenerator, json_schema};

use super::*;

/// Describes a type that is written as one value.
macro_rules! described {
    ([$($of:ident)?] $type:ty, $name:literal, $schema:expr) => {
        impl$(<$of: Choice>)? JsonSchema for $type {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                $name.into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Described {
                $schema
            }
        }
    };
}

fn one_of(keys: &[String]) -> Described {
    json_schema!({ "type": "string", "enum": keys })
}

described!([T] Keyed<T>, "Key", one_of(&T::all().iter().map(|one| one.key().to_owned()).collect::<Vec<_>>()));
described!([] BuiltIn, "Category", one_of(&categories().iter().map(|c| c.id.to_string()).collect::<Vec<_>>()));
described!([] Code, "Body", json_schema!({ "type": "string", "pattern": "^[0-9a-hjkmnp-tv-z]{13}$" }));
described!([] Month, "Month", json_schema!({ "type": "string", "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])$" }));
described!([] Thousandths, "Thousandths", json_schema!({ "type": "integer", "minimum": 0, "maximum": 1000 }));
described!([] Schema, "Version", json_schema!({ "const": Schema::VERSION }));

#[test]
fn a_month_is_read_as_it_is_written_and_nothing_else_is_one() {
    let month = Month::of(Date::read("22/11/2026").expect("a date"));
    assert_eq!((month.to_string().as_str(), Month::read("2026-11")), ("2026-11", Some(month)));
    for text in ["", "2026", "2026-13", "2026-00", "26-11", "2026-1", "2026-1é", "+026-11", "2026-11-22"] {
        assert_eq!(Month::read(text), None, "{text}");
    }
}

#[test]
fn a_share_is_rounded_to_the_nearest_thousandth_and_none_is_beyond_the_whole() {
    for (part, whole, thousandths) in [(1, 3, 333), (2, 3, 667), (1, 2000, 1), (0, 0, 0), (7, 5, 1000)] {
        assert_eq!(Thousandths::of(part, whole).get(), thousandths, "{part} of {whole}");
    }
    assert_eq!(Thousandths::try_from(1001), Err(NotAPart));
}
