//! The published figures that say why partnership risk deserves attention, each with its source, for display.
//! Tables of ranked risks are surveys; what a body's own figures come to is worked out elsewhere.

use std::cell::OnceCell;
use std::rc::Rc;

use super::data_file;
use crate::json::{Picker, Value};

/// One published figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// Its name in links.
    pub id: String,
    /// The figure alone, for large print.
    pub figure: String,
    /// What it says, in one sentence.
    pub statement: String,
    /// The year it was published or, for a survey, taken.
    pub year: u16,
    /// Who says so, and where.
    pub source: String,
}

thread_local! {
    static FACTS: OnceCell<Rc<[Fact]>> = const { OnceCell::new() };
}

/// Every fact, the strongest case first.
#[must_use]
pub fn facts() -> Rc<[Fact]> {
    FACTS.with(|cell| Rc::clone(cell.get_or_init(read)))
}

fn read() -> Rc<[Fact]> {
    Rc::from(data_file::entries(include_str!("data/evidence.json"), read_fact))
}

fn read_fact(picker: &mut Picker, value: &Value) -> Fact {
    Fact {
        id: picker.text(value, "id"),
        figure: picker.text(value, "figure"),
        statement: picker.text(value, "statement"),
        year: picker.small(value, "year"),
        source: picker.text(value, "source"),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_fact_states_one_sentence_and_its_source() {
        let facts = facts();
        let ids: BTreeSet<_> = facts.iter().map(|fact| &fact.id).collect();
        assert_eq!(ids.len(), facts.len());
        for fact in facts.iter() {
            assert!(fact.statement.ends_with('.') && !fact.statement.contains(". "), "{}", fact.id);
            assert!(!fact.source.is_empty() && !fact.figure.is_empty(), "{}", fact.id);
            assert!((2003..=2011).contains(&fact.year), "{}", fact.id);
        }
    }
}
