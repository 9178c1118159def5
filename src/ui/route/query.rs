//! Queries of addresses: their parameters written and read. Texts that stand for values are listed once and
//! read in both directions.

use std::str::FromStr;

use form_urlencoded::{Serializer, parse};

pub(super) fn parameter<T: FromStr>(query: &str, name: &str) -> Option<T> {
    parse(query.as_bytes()).find(|(key, _)| key == name).and_then(|(_, value)| value.parse().ok())
}

/// A query of one parameter, or nothing.
pub(super) fn query_of(name: &str, value: Option<&str>) -> String {
    let mut query = serializer();
    query.extend_pairs(value.map(|value| (name, value)));
    finished(query)
}

pub(super) fn serializer() -> Serializer<'static, String> {
    Serializer::new(String::new())
}

/// The query with its question mark, or nothing.
pub(super) fn finished(mut query: Serializer<'_, String>) -> String {
    let query = query.finish();
    if query.is_empty() { query } else { format!("?{query}") }
}

pub(super) fn text_of<T: PartialEq>(list: &[(&'static str, T)], value: &T) -> &'static str {
    list.iter().find(|entry| entry.1 == *value).map_or("", |entry| entry.0)
}

pub(super) fn value_of<T: Copy>(list: &[(&str, T)], text: &str) -> Option<T> {
    list.iter().find(|entry| entry.0 == text).map(|entry| entry.1)
}
