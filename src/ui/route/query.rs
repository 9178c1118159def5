//! Queries of addresses: their parameters written and read. What is counted from 0 inside is counted from 1
//! in an address; texts that stand for values are listed once and read in both directions.

use std::str::FromStr;

use form_urlencoded::{Serializer, parse};
use partnership_risk_core::choice::Choice;

use crate::app::queries::sort::{Direction, Sort};

/// A query as it is written.
pub(super) struct Query(Serializer<'static, String>);

impl Query {
    /// A query without parameters.
    pub(super) fn new() -> Self {
        Self(Serializer::new(String::new()))
    }

    /// The query with one more parameter, if that has a value.
    pub(super) fn with(mut self, name: &str, value: Option<impl ToString>) -> Self {
        self.0.extend_pairs(value.map(|value| (name, value.to_string())));
        self
    }

    /// The query with its question mark, or nothing.
    pub(super) fn finished(mut self) -> String {
        let query = self.0.finish();
        if query.is_empty() { query } else { format!("?{query}") }
    }
}

/// A query of one parameter, if that has a value.
pub(super) fn query_of(name: &str, value: Option<impl ToString>) -> String {
    Query::new().with(name, value).finished()
}

/// A text, if there is any.
pub(super) fn some(text: &str) -> Option<&str> {
    Some(text).filter(|text| !text.is_empty())
}

/// The value of a parameter, if it has one that can be read.
pub(super) fn parameter<T: FromStr>(query: &str, name: &str) -> Option<T> {
    parse(query.as_bytes()).find(|(key, _)| key == name).and_then(|(_, value)| value.parse().ok())
}

/// The value whose key a parameter holds.
pub(super) fn chosen<T: Choice>(query: &str, name: &str) -> Option<T> {
    parameter::<String>(query, name).and_then(|key| T::of_key(&key))
}

/// The value for whose text in a list a parameter stands.
pub(super) fn listed<T: Copy>(query: &str, name: &str, list: &[(&str, T)]) -> Option<T> {
    parameter::<String>(query, name).and_then(|text| value_of(list, &text))
}

/// The place that a parameter counts from 1.
pub(super) fn counted(query: &str, name: &str) -> Option<usize> {
    parameter::<usize>(query, name)?.checked_sub(1)
}

/// The text that stands for a value in a list.
pub(super) fn text_of<T: PartialEq>(list: &[(&'static str, T)], value: T) -> &'static str {
    list.iter().find(|entry| entry.1 == value).map_or("", |entry| entry.0)
}

fn value_of<T: Copy>(list: &[(&str, T)], text: &str) -> Option<T> {
    list.iter().find(|entry| entry.0 == text).map(|entry| entry.1)
}

/// What a parameter says about the order of a table: the column, with a minus where the largest comes first,
/// or nothing where the order is the usual one.
pub(super) fn sort_text<C: Copy + PartialEq>(list: &[(&'static str, C)], sort: Sort<C>) -> Option<String>
where
    Sort<C>: Default,
{
    let minus = match sort.direction {
        Direction::Ascending => "",
        Direction::Descending => "-",
    };
    (sort != Sort::default()).then(|| [minus, text_of(list, sort.column)].concat())
}

/// The order of a table that the address says.
pub(super) fn sort_of<C: Copy + PartialEq>(query: &str, list: &[(&str, C)]) -> Sort<C>
where
    Sort<C>: Default,
{
    let read = |text: String| {
        let (direction, column) = match text.strip_prefix('-') {
            Some(column) => (Direction::Descending, column),
            None => (Direction::Ascending, text.as_str()),
        };
        Some(Sort { column: value_of(list, column)?, direction })
    };
    parameter(query, "sort").and_then(read).unwrap_or_default()
}
