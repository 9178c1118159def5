//! What the questions of the health check say: their words, what each answer looks like, what would prove it
//! and what to do next. Which questions there are, and which are key, stands next door in `standard`.

use std::cell::OnceCell;
use std::rc::Rc;

use super::answer::Answer;
use super::standard::QuestionId;
use super::theme::Theme;
use crate::catalogue::{Source, data_file};
use crate::choice::Choice;
use crate::json::{Picker, Value, Wrong};

/// One question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Its name in files.
    pub id: QuestionId,
    /// What it belongs to.
    pub theme: Theme,
    /// The question itself.
    pub text: Rc<str>,
    /// Why it matters, in one or two sentences.
    pub why: Rc<str>,
    /// Why a partnership stays at the second level of maturity without it; key questions only.
    pub cap_reason: Option<Rc<str>>,
    /// What would prove the answer: one or two examples.
    pub evidence: Vec<Rc<str>>,
    /// The next step where the answer is weak, in one sentence.
    pub improve: Rc<str>,
    /// Which founding documents ask it.
    pub sources: Vec<Source>,
    guidance: [Rc<str>; Answer::LEVELS.len()],
}

impl Question {
    /// What an answer looks like at this question, in one sentence; none for those that say nothing of how far
    /// it is in place.
    #[must_use]
    pub fn guidance(&self, answer: Answer) -> Option<&Rc<str>> {
        let place = Answer::LEVELS.iter().position(|level| *level == answer)?;
        Some(&self.guidance[place])
    }
}

thread_local! {
    static QUESTIONS: OnceCell<Rc<[Question]>> = const { OnceCell::new() };
}

/// Every question of the standard check, in the order in which they are asked.
#[must_use]
pub fn questions() -> Rc<[Question]> {
    QUESTIONS.with(|cell| Rc::clone(cell.get_or_init(read)))
}

/// The question with this id.
#[must_use]
pub fn question(id: &QuestionId) -> Option<Question> {
    questions().iter().find(|question| question.id == *id).cloned()
}

fn read() -> Rc<[Question]> {
    Rc::from(data_file::entries(include_str!("data/questions.json"), read_question))
}

fn read_question(picker: &mut Picker, value: &Value) -> Question {
    let sources = picker.list(value, "sources");
    Question {
        id: QuestionId::new(&picker.text(value, "id")),
        theme: picker.one_of(value, "theme", &Theme::ALL, Theme::key),
        text: Rc::from(picker.text(value, "text")),
        why: Rc::from(picker.text(value, "why")),
        cap_reason: Some(picker.text_if_any(value, "cap")).filter(|cap| !cap.is_empty()).map(Rc::from),
        evidence: texts(picker, value, "evidence"),
        improve: Rc::from(picker.text(value, "improve")),
        sources: sources.iter().map(|key| picker.choice(key, &Source::ALL, Source::key)).collect(),
        guidance: guidance(picker, value),
    }
}

fn guidance(picker: &mut Picker, value: &Value) -> [Rc<str>; Answer::LEVELS.len()] {
    let levels = texts(picker, value, "levels");
    levels.try_into().unwrap_or_else(|levels: Vec<_>| {
        picker.note(Wrong::new(format!("{} levels where there are five", levels.len())));
        [(); Answer::LEVELS.len()].map(|()| Rc::from(""))
    })
}

fn texts(picker: &mut Picker, value: &Value, name: &str) -> Vec<Rc<str>> {
    picker.texts(value, name).into_iter().map(Rc::from).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::catalogue::typical_risks;
    use crate::catalogue::wording::{is_in_british_spelling, sentences};
    use crate::letters;

    fn is_one_sentence(text: &str, end: char) -> bool {
        text.ends_with(end) && text.matches(['.', '?', '!', ';']).count() == 1
    }

    /// Everything a question says, what it is called aside.
    fn words(question: &Question) -> Vec<Rc<str>> {
        let mut words = vec![&question.text, &question.why, &question.improve];
        words.extend(&question.cap_reason);
        words.extend(&question.evidence);
        words.extend(&question.guidance);
        words.into_iter().cloned().collect()
    }

    #[test]
    fn the_questions_of_the_file_are_those_of_the_standard_check() {
        let found: Vec<_> = questions().iter().map(|q| (q.id.clone(), Some(q.theme))).collect();
        let expected: Vec<_> = QuestionId::standard().map(|id| (id.clone(), id.theme())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_question_is_a_question_and_its_reasons_are_sentences() {
        for question in questions().iter() {
            assert!(is_one_sentence(&question.text, '?'), "{}", question.text);
            let why = &question.why;
            assert!(why.ends_with('.') && (1..=2).contains(&sentences(why)), "{why}");
            assert!(is_one_sentence(&question.improve, '.'), "{}", question.improve);
            for level in &question.guidance {
                assert!(is_one_sentence(level, '.'), "{level}");
            }
        }
    }

    #[test]
    fn evidence_is_one_or_two_things_and_no_sentence() {
        for question in questions().iter() {
            assert!((1..=2).contains(&question.evidence.len()), "{}", question.id);
            for thing in &question.evidence {
                assert!(!thing.is_empty() && !thing.contains('.'), "{thing}");
            }
        }
    }

    #[test]
    fn the_key_questions_and_only_they_say_why_they_cap() {
        for question in questions().iter() {
            assert_eq!(question.cap_reason.is_some(), question.id.is_key(), "{}", question.id);
            assert!(question.cap_reason.iter().all(|reason| is_one_sentence(reason, '.')), "{}", question.id);
        }
    }

    #[test]
    fn every_question_has_its_sources_and_every_source_a_question() {
        for question in questions().iter() {
            let sources = &question.sources;
            assert!(!sources.is_empty(), "{}", question.id);
            assert!((1..sources.len()).all(|i| !sources[..i].contains(&sources[i])), "{}", question.id);
        }
        for source in Source::ALL {
            assert!(questions().iter().any(|question| question.sources.contains(&source)), "{source:?}");
        }
    }

    #[test]
    fn nothing_is_said_twice_and_everything_begins_with_a_capital_on_one_line() {
        let mut said = BTreeSet::new();
        for words in questions().iter().flat_map(words) {
            assert!(words.starts_with(|c: char| c.is_uppercase()), "{words}");
            assert_eq!(letters::one_line(&words), *words);
            assert!(said.insert(letters::small(&words)), "twice: {words}");
        }
    }

    #[test]
    fn no_sentence_is_too_long_to_be_read_in_a_form() {
        for question in questions().iter() {
            assert!(question.text.len() <= 130, "{}", question.text);
            assert!(question.why.len() <= 260, "{}", question.why);
            for words in question.guidance.iter().chain([&question.improve]).chain(&question.evidence) {
                assert!(words.len() <= 170, "{words}");
            }
        }
    }

    #[test]
    fn the_spelling_is_british() {
        for words in questions().iter().flat_map(words) {
            assert!(is_in_british_spelling(&words), "{words}");
        }
    }

    /// The catalogue knows the questions by their slugs only.
    #[test]
    fn typical_risks_point_to_questions_of_the_standard_check() {
        for risk in typical_risks().iter() {
            let is_known = |slug: &Rc<str>| question(&QuestionId::new(slug)).is_some();
            assert!(risk.questions.iter().all(is_known), "{}", risk.id);
        }
    }

    #[test]
    fn guidance_is_given_for_how_far_a_thing_is_in_place() {
        let question = question(&QuestionId::new("signed-agreement")).expect("a standard question");
        let given: Vec<_> = Answer::ALL.map(|answer| question.guidance(answer).is_some()).to_vec();
        assert_eq!(given, [true, true, true, true, true, false, false]);
        assert!(question.guidance(Answer::Planned).is_some_and(|words| words.contains("draft")));
    }

    #[test]
    fn an_unknown_question_has_an_id_but_no_entry() {
        assert_eq!(super::question(&QuestionId::new("of-a-newer-version")), None);
    }
}
