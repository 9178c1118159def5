//! The published figures that say why partnership risk deserves attention, each with its source, for display.
//! Tables of ranked risks are surveys; what a body's own figures come to is worked out elsewhere.

use std::cell::OnceCell;
use std::rc::Rc;

use super::data_file;
use crate::json::{Value, Wrong};

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

fn read_fact(value: &Value<'_>) -> Result<Fact, Wrong> {
    Ok(Fact {
        id: value.text_of("id")?,
        figure: value.text_of("figure")?,
        statement: value.text_of("statement")?,
        year: value.member("year")?.small()?,
        source: value.text_of("source")?,
    })
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
