//! How a risk of each category shows itself in a real partnership, and what a lead officer should ask. It is
//! longer than what the page needs at its start, so it stands apart from the categories and is read when it is
//! first wanted; which documents name a category is said there.

use std::cell::OnceCell;
use std::rc::Rc;

use super::category::CategoryId;
use super::data_file;
use crate::json::{Picker, Value};

/// What helps to recognise a category of risk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guidance {
    /// The category it is about.
    pub category: CategoryId,
    /// How the risk shows in a real partnership, in two or three sentences.
    pub looks_like: Rc<str>,
    /// Two or three questions that a lead officer should ask.
    pub ask: Vec<Rc<str>>,
}

thread_local! {
    static GUIDANCE: OnceCell<Rc<[Guidance]>> = const { OnceCell::new() };
}

/// The guidance on a built-in category.
#[must_use]
pub fn guidance(category: &CategoryId) -> Option<Guidance> {
    all().iter().find(|guidance| guidance.category == *category).cloned()
}

fn all() -> Rc<[Guidance]> {
    GUIDANCE.with(|cell| Rc::clone(cell.get_or_init(read)))
}

fn read() -> Rc<[Guidance]> {
    Rc::from(data_file::entries(include_str!("data/category-guidance.json"), read_guidance))
}

fn read_guidance(picker: &mut Picker, value: &Value) -> Guidance {
    Guidance {
        category: CategoryId::new(&picker.text(value, "category")),
        looks_like: Rc::from(picker.text(value, "looks_like")),
        ask: picker.texts(value, "ask").into_iter().map(Rc::from).collect(),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::category::categories;
    use super::super::wording::{is_in_british_spelling, sentences};
    use super::*;

    #[test]
    fn each_category_has_guidance_and_nothing_else_has() {
        let missing: Vec<_> = categories().iter().filter(|c| guidance(&c.id).is_none()).cloned().collect();
        assert_eq!(missing, []);
        assert_eq!(all().len(), categories().len());
        assert_eq!(guidance(&CategoryId::new("our-own")), None);
    }

    #[test]
    fn it_says_how_the_risk_looks_in_two_or_three_sentences() {
        for guidance in all().iter() {
            let text = &guidance.looks_like;
            assert!(text.ends_with('.') && (2..=3).contains(&sentences(text)), "{text}");
            assert!(is_in_british_spelling(text), "{text}");
        }
    }

    #[test]
    fn it_asks_two_or_three_short_questions() {
        for guidance in all().iter() {
            assert!((2..=3).contains(&guidance.ask.len()), "{}", guidance.category);
            for question in &guidance.ask {
                assert!(question.ends_with('?') && sentences(question) == 1, "{question}");
                assert!(question.len() <= 90 && is_in_british_spelling(question), "{question}");
            }
        }
    }

    #[test]
    fn nothing_is_said_or_asked_twice() {
        let all = all();
        let texts: Vec<_> = all.iter().flat_map(|g| g.ask.iter().chain([&g.looks_like])).collect();
        assert_eq!(texts.iter().collect::<BTreeSet<_>>().len(), texts.len());
    }
}
