//! The small values of a submission as they stand in its line: each is read strictly, or refused with the reason.
//! What they stand for together is next door in `submission`.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Error, Unexpected, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::catalogue::{CategoryId, categories};
use crate::choice::Choice;
use crate::date::Date;
use crate::register::PeerId;

/// One of a closed set, by its key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Keyed<T>(pub T);

/// The id of a body among its peers, in its thirteen letters and digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Code(pub PeerId);

/// A built-in category, by its place among [`categories`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct BuiltIn(u8);

/// A month of a year, the finest date in a submission.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month {
    year: u16,
    month: u8,
}

/// A part of a whole in whole thousandths, from 0 to 1000.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u16", into = "u16")]
pub(super) struct Thousandths(u16);

/// A number is no part of a whole in thousandths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct NotAPart;

/// The version of the form in which a submission is written: the only one there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "u64", into = "u64")]
pub(super) struct Schema;

/// The submission is written in a form of another version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct OtherSchema;

impl Schema {
    /// Its number.
    pub(super) const VERSION: u64 = 1;
}

impl TryFrom<u64> for Schema {
    type Error = OtherSchema;

    fn try_from(version: u64) -> Result<Self, OtherSchema> {
        if version == Self::VERSION { Ok(Self) } else { Err(OtherSchema) }
    }
}

impl From<Schema> for u64 {
    fn from(Schema: Schema) -> Self {
        Schema::VERSION
    }
}

impl fmt::Display for OtherSchema {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("another version")
    }
}

impl Thousandths {
    /// So many of as many, rounded to the nearest; nothing of nothing is nothing.
    pub(super) fn of(part: u64, whole: u64) -> Self {
        let rounded = (part.saturating_mul(1000) + whole / 2).checked_div(whole).unwrap_or(0);
        Self(u16::try_from(rounded).unwrap_or(1000).min(1000))
    }

    /// The number of thousandths.
    pub(super) fn get(self) -> u16 {
        self.0
    }
}

impl TryFrom<u16> for Thousandths {
    type Error = NotAPart;

    fn try_from(number: u16) -> Result<Self, NotAPart> {
        if number <= 1000 { Ok(Self(number)) } else { Err(NotAPart) }
    }
}

impl From<Thousandths> for u16 {
    fn from(part: Thousandths) -> Self {
        part.0
    }
}

impl fmt::Display for NotAPart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a share is a whole number of thousandths from 0 to 1000")
    }
}

impl BuiltIn {
    /// The built-in category with this id.
    pub(super) fn of(id: &str) -> Option<Self> {
        let place = categories().iter().position(|category| category.id.as_str() == id)?;
        u8::try_from(place).ok().map(Self)
    }

    /// Its place among the built-in ones.
    pub(super) fn place(self) -> usize {
        usize::from(self.0)
    }

    fn id(self) -> CategoryId {
        categories()[self.place()].id.clone()
    }
}

impl Month {
    /// The month that a day lies in.
    #[must_use]
    pub fn of(day: Date) -> Self {
        Self { year: u16::try_from(day.year()).unwrap_or(0), month: day.month() }
    }

    /// The month that a text such as 2026-11 names.
    fn read(text: &str) -> Option<Self> {
        let (year, month) = text.split_once('-').filter(|(y, m)| y.len() == 4 && m.len() == 2)?;
        let are_digits = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
        let month = month.parse().ok().filter(|month| are_digits && (1..=12).contains(month))?;
        Some(Self { year: year.parse().ok()?, month })
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

/// A text that is read by a function, or is not what was expected.
struct Text<T> {
    expected: &'static str,
    read: fn(&str) -> Option<T>,
    gives: PhantomData<T>,
}

impl<T> Visitor<'_> for Text<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.expected)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        (self.read)(text).ok_or_else(|| E::invalid_value(Unexpected::Str(text), &self))
    }
}

fn text<'de, T, D: Deserializer<'de>>(
    source: D,
    expected: &'static str,
    read: fn(&str) -> Option<T>,
) -> Result<T, D::Error> {
    source.deserialize_str(Text { expected, read, gives: PhantomData })
}

impl<T: Choice> Serialize for Keyed<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.0.key())
    }
}

impl<'de, T: Choice> Deserialize<'de> for Keyed<T> {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        text(source, "one of the keys that the schema lists", |key| T::of_key(key).map(Self))
    }
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Code {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        text(source, "an id of thirteen letters and digits", |id| id.parse().ok().map(Self))
    }
}

impl Serialize for BuiltIn {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(&self.id())
    }
}

impl<'de> Deserialize<'de> for BuiltIn {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        text(source, "the id of a built-in category", Self::of)
    }
}

impl Serialize for Month {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Month {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        text(source, "a month such as 2026-11", Self::read)
    }
}

#[cfg(test)]
mod tests;
