//! The answers of one respondent about one partnership: each question at most once, in the order in which they
//! are asked. Answers to questions that this version does not know are kept, last, and count for nothing.

use std::fmt;
use std::mem;

use super::answer::{Answer, Given};
use super::standard::{COUNT, QuestionId};

/// What was answered; a question without an answer is open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    given: Vec<(QuestionId, Given)>,
}

/// A question that was answered twice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RepeatedQuestion(pub QuestionId);

impl fmt::Display for RepeatedQuestion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the question {} has two answers", self.0)
    }
}

impl std::error::Error for RepeatedQuestion {}

impl Answers {
    /// These answers, in whatever order they come; none of their questions twice.
    pub fn new(given: Vec<(QuestionId, Given)>) -> Result<Self, RepeatedQuestion> {
        let mut answers = Self::default();
        for (question, given) in given {
            if answers.get(&question).is_some() {
                return Err(RepeatedQuestion(question));
            }
            answers.insert(question, given);
        }
        Ok(answers)
    }

    /// Answers a question, and hands back the answer that it had.
    pub fn insert(&mut self, question: QuestionId, given: Given) -> Option<Given> {
        match self.find(&question) {
            Ok(at) => Some(mem::replace(&mut self.given[at].1, given)),
            Err(at) => {
                self.given.insert(at, (question, given));
                None
            }
        }
    }

    /// Leaves a question open, and hands back the answer that it had.
    pub fn remove(&mut self, question: &QuestionId) -> Option<Given> {
        self.find(question).ok().map(|at| self.given.remove(at).1)
    }

    /// The answer to a question; none where it is open.
    #[must_use]
    pub fn get(&self, question: &QuestionId) -> Option<&Given> {
        self.find(question).ok().map(|at| &self.given[at].1)
    }

    /// Every answer with its question, in the order in which they are asked.
    pub fn iter(&self) -> impl Iterator<Item = (&QuestionId, &Given)> {
        self.given.iter().map(|(question, given)| (question, given))
    }

    /// How many there are, those to unknown questions among them.
    #[must_use]
    pub fn len(&self) -> usize {
        self.given.len()
    }

    /// Whether nothing was answered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.given.is_empty()
    }

    /// The answer at each place of the standard check.
    pub(super) fn by_place(&self) -> [Option<Answer>; COUNT] {
        let mut answers = [None; COUNT];
        for (question, given) in &self.given {
            if let Some(place) = question.place() {
                answers[place] = Some(given.answer);
            }
        }
        answers
    }

    fn find(&self, question: &QuestionId) -> Result<usize, usize> {
        self.given.binary_search_by(|(other, _)| other.cmp(question))
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Answers to these questions, without evidence.
    pub fn answers(given: &[(&str, Answer)]) -> Answers {
        let given = given.iter().map(|(slug, answer)| (QuestionId::new(slug), (*answer).into())).collect();
        Answers::new(given).expect("no question twice")
    }

    /// The same answer to every question.
    pub fn all(answer: Answer) -> Answers {
        at_places(&[Some(answer); COUNT])
    }

    /// These answers in the order of the questions.
    pub fn at_places(given: &[Option<Answer>]) -> Answers {
        let given = given
            .iter()
            .enumerate()
            .filter_map(|(place, answer)| answer.map(|answer| (QuestionId::at(place), answer.into())));
        Answers::new(given.collect()).expect("no question twice")
    }

    /// Any answer, or none.
    pub fn any_answer() -> impl Strategy<Value = Option<Answer>> {
        (0_usize..9).prop_map(|i| Answer::ALL.get(i).copied())
    }

    /// Any answers to the standard check.
    pub fn any_answers() -> impl Strategy<Value = Vec<Option<Answer>>> {
        prop::collection::vec(any_answer(), COUNT)
    }

    #[test]
    fn answers_stand_in_the_order_of_the_questions_and_unknown_ones_last() {
        let found = answers(&[
            ("b-new", Answer::Planned),
            ("lessons-learned", Answer::Fully),
            ("right-route", Answer::Partly),
            ("a-new", Answer::DoNotKnow),
        ]);
        let order: Vec<_> = found.iter().map(|(question, _)| question.as_str()).collect();
        assert_eq!(order, ["right-route", "lessons-learned", "a-new", "b-new"]);
        assert_eq!(found.by_place().iter().flatten().count(), 2);
    }

    #[test]
    fn a_question_has_one_answer() {
        let id = QuestionId::new("tensions");
        let twice = vec![(id.clone(), Answer::Partly.into()), (id.clone(), Answer::Partly.into())];
        let wrong = Answers::new(twice).expect_err("twice");
        assert_eq!(wrong.to_string(), "the question tensions has two answers");

        let mut answers = answers(&[("tensions", Answer::Partly)]);
        let given = Given { answer: Answer::Fully, evidence: "Minutes of May".to_owned() };
        assert_eq!(answers.insert(id.clone(), given.clone()), Some(Answer::Partly.into()));
        assert_eq!((answers.get(&id), answers.len()), (Some(&given), 1));
        assert_eq!((answers.remove(&id), answers.remove(&id)), (Some(given), None));
        assert_eq!((answers.is_empty(), answers), (true, Answers::default()));
    }

    proptest! {
        #[test]
        fn the_order_in_which_answers_come_changes_nothing(given in any_answers(), turn in 0..COUNT) {
            let expected = at_places(&given);
            let mut pairs: Vec<_> = expected.iter().map(|(q, g)| (q.clone(), g.clone())).collect();
            let middle = turn.min(pairs.len());
            pairs.rotate_left(middle);
            prop_assert_eq!(Answers::new(pairs), Ok(expected));
        }

        #[test]
        fn what_was_put_in_is_found(given in any_answers()) {
            prop_assert_eq!(at_places(&given).by_place().to_vec(), given);
        }
    }
}
