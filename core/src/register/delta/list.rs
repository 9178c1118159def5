//! The difference of two lists of parts: the keys of those that were removed, and those that were put, with their
//! place where they are new.

use std::collections::{BTreeMap, BTreeSet};

use super::super::{ChangeError, Part};

/// What lies between two lists.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct ListDelta {
    /// The keys of the parts that are removed. One that moved is removed and put again.
    pub removed: Vec<String>,
    /// The parts that are put in the place of those with their keys, or at a place of the list that comes of it;
    /// places rise.
    pub put: Vec<(Option<usize>, Part)>,
}

impl ListDelta {
    /// The difference of two lists, if there is one. What they share at their beginning and end is not looked into.
    pub(super) fn between(before: &[Part], after: &[Part]) -> Option<Self> {
        let same = |(a, b): &(&Part, &Part)| a.is_same(b);
        let first = before.iter().zip(after).take_while(same).count();
        let (before_rest, after_rest) = (&before[first..], &after[first..]);
        if before_rest.is_empty() && after_rest.is_empty() {
            return None;
        }
        let last = before_rest.iter().rev().zip(after_rest.iter().rev()).take_while(same).count();
        let before_rest = &before_rest[..before_rest.len() - last];
        let after_rest = &after_rest[..after_rest.len() - last];
        if may_repeat(before, after) {
            return Some(Self::instead(before, after));
        }
        Some(Self::of_middles(before_rest, after_rest, first))
    }

    /// All of one list removed and all of another put.
    fn instead(before: &[Part], after: &[Part]) -> Self {
        Self {
            removed: before.iter().map(Part::key).collect::<BTreeSet<_>>().into_iter().collect(),
            put: after.iter().cloned().enumerate().map(|(at, part)| (Some(at), part)).collect(),
        }
    }

    /// The difference of two lists that begin at a place. Parts that stay in their order are left where they are.
    fn of_middles(before: &[Part], after: &[Part], first: usize) -> Self {
        let mut places: BTreeMap<String, usize> = before.iter().map(Part::key).zip(0..).collect();
        let mut delta = Self::default();
        let mut furthest = None;
        for (at, part) in (first..).zip(after) {
            let key = part.key();
            match places.remove(&key) {
                Some(place) if furthest.is_none_or(|furthest| place > furthest) => {
                    furthest = Some(place);
                    if !before[place].is_same(part) {
                        delta.put.push((None, part.clone()));
                    }
                }
                was => {
                    delta.removed.extend(was.map(|_| key));
                    delta.put.push((Some(at), part.clone()));
                }
            }
        }
        delta.removed.extend(places.into_keys());
        delta
    }

    /// The list that comes of another; the reason where a part that is to be removed is not there, or one that is to
    /// be new is.
    pub(super) fn made(self, before: Vec<Part>) -> Result<Vec<Part>, ChangeError> {
        let removed: BTreeSet<String> = self.removed.into_iter().collect();
        let (new, put): (Vec<_>, Vec<_>) = self.put.into_iter().partition(|(place, _)| place.is_some());
        let mut put: BTreeMap<String, Part> = put.into_iter().map(|(_, part)| (part.key(), part)).collect();
        let (gone, stay): (Vec<_>, Vec<_>) =
            before.into_iter().map(|part| (part.key(), part)).partition(|(key, _)| removed.contains(key));
        if gone.iter().map(|(key, _)| key).collect::<BTreeSet<_>>().len() < removed.len() {
            return Err(ChangeError::NothingToRemove);
        }
        let mut stay: Vec<(String, Part)> = stay
            .into_iter()
            .map(|(key, part)| {
                let part = put.remove(&key).unwrap_or(part);
                (key, part)
            })
            .collect();
        stay.extend(put);
        check_new(&new, &stay)?;
        Ok(with(stay.into_iter().map(|(_, part)| part), new))
    }
}

/// Whether parts that are new are known by no key of another part, where keys must differ.
fn check_new(new: &[(Option<usize>, Part)], stay: &[(String, Part)]) -> Result<(), ChangeError> {
    let mut keys: BTreeSet<&str> = BTreeSet::new();
    if !new.is_empty() {
        keys.extend(stay.iter().map(|(key, _)| key.as_str()));
    }
    let new: Vec<(String, &Part)> = new.iter().map(|(_, part)| (part.key(), part)).collect();
    let twice = new.iter().find(|(key, part)| !part.may_repeat() && !keys.insert(key));
    twice.map_or(Ok(()), |(key, _)| Err(ChangeError::Repeated("parts", key.clone())))
}

/// Parts with others at their places, or at the end where there are not so many.
fn with(mut parts: impl Iterator<Item = Part>, new: Vec<(Option<usize>, Part)>) -> Vec<Part> {
    let mut all = Vec::new();
    for (place, part) in new {
        let missing = place.unwrap_or(usize::MAX).saturating_sub(all.len());
        all.extend(parts.by_ref().take(missing));
        all.push(part);
    }
    all.extend(parts);
    all
}

/// Whether one of two lists holds a key twice; only lists without ids of their own, which are short, can.
fn may_repeat(before: &[Part], after: &[Part]) -> bool {
    let twice = |parts: &[Part]| {
        let keys: BTreeSet<String> = parts.iter().map(Part::key).collect();
        keys.len() < parts.len()
    };
    before.iter().chain(after).next().is_some_and(Part::may_repeat) && (twice(before) || twice(after))
}
