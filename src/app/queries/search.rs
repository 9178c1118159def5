//! Finding anything in the register by words that stand somewhere in it.

use std::rc::Rc;

use partnership_risk_core::letters::{holds, small};
use partnership_risk_core::register::{Described, Field, Register, Subject};

/// Something that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// What it is.
    pub subject: Subject,
    /// What it is called.
    pub title: String,
    /// The field in which the first word was found, and what stands there; none where that is the title.
    pub field: Option<Field>,
}

/// Everything in the register that has each of these words somewhere in its fields, whatever their case:
/// what has the first one in its title first, partnerships before risks before the rest.
#[must_use]
pub fn search(register: &Register, text: &str) -> Vec<Hit> {
    let words: Vec<String> = small(text).split_whitespace().map(str::to_owned).collect();
    if words.is_empty() {
        return Vec::new();
    }
    let search = Search { register, words };
    let mut hits = search.among(register.partnerships());
    hits.extend(search.among(register.risks()));
    hits.extend(search.among(register.controls()));
    hits.extend(search.among(register.actions()));
    hits.extend(search.among(register.losses()));
    hits.extend(search.among(register.health_checks()));
    hits.extend(search.among(register.snapshots()));
    let (by_title, by_field): (Vec<Hit>, Vec<Hit>) = hits.into_iter().partition(|hit| hit.field.is_none());
    by_title.into_iter().chain(by_field).collect()
}

struct Search<'r> {
    register: &'r Register,
    words: Vec<String>,
}

impl Search<'_> {
    fn among<T: Described>(&self, entities: &[Rc<T>]) -> Vec<Hit> {
        entities.iter().filter_map(|entity| self.hit(&**entity)).collect()
    }

    fn hit(&self, entity: &dyn Described) -> Option<Hit> {
        let fields = entity.fields(self.register);
        let texts: Vec<String> = fields.iter().map(|(_, text)| small(text)).collect();
        let stands_somewhere = |word: &String| texts.iter().any(|text| text.contains(word.as_str()));
        if !self.words.iter().all(stands_somewhere) {
            return None;
        }
        let title = entity.title();
        let in_title = holds(title, &self.words[0]);
        let place = texts.iter().position(|text| text.contains(&self.words[0]));
        let field = place.filter(|_| !in_title).map(|place| fields[place].clone());
        Some(Hit { subject: entity.subject(), title: title.to_owned(), field })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use partnership_risk_core::example::fife_council;

    fn found(text: &str) -> Vec<(String, Option<&'static str>)> {
        let hits = search(&fife_council(), text);
        hits.into_iter().map(|hit| (hit.title, hit.field.map(|(name, _)| name))).collect()
    }

    #[test]
    fn every_word_must_stand_somewhere() {
        assert_eq!(found("PARTNERSHIPS strategic")[0].0, "Strategic partnerships (PPP/PFI, outsourcing)");
        assert_eq!(found("strategic unicorn"), []);
        assert_eq!(found("  "), []);
    }

    #[test]
    fn what_has_the_word_in_its_title_comes_first_and_the_others_say_where() {
        let hits = found("council");
        assert_eq!(hits[0], ("Council as a whole".to_owned(), None));
        assert_eq!(hits[1].1, Some("Partnership"), "its risks name it");
        assert_eq!(hits.len(), 12);
    }
}
