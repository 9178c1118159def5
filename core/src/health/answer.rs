//! The seven answers to a question of the health check, and an answer with the evidence for it. What many
//! answers come to is next door in `score`.

use crate::choice::Choice;

/// How far a thing is in place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Answer {
    /// Nothing is there.
    NotInPlace,
    /// Agreed or begun, but nothing works yet.
    Planned,
    /// Works in parts.
    Partly,
    /// Works, with gaps.
    Largely,
    /// Works, and there is evidence that it does.
    Fully,
    /// The question does not arise in this partnership; it leaves the total.
    NotApplicable,
    /// The respondent cannot say; it counts as nothing in place and is listed.
    DoNotKnow,
}

impl Answer {
    /// The most points that an answer can bring.
    pub const MOST_POINTS: u8 = 4;

    /// The five answers that have guidance, weakest first.
    pub const LEVELS: [Self; 5] = [Self::NotInPlace, Self::Planned, Self::Partly, Self::Largely, Self::Fully];

    /// Every answer, in the order in which they are offered.
    pub const ALL: [Self; 7] = [
        Self::NotInPlace,
        Self::Planned,
        Self::Partly,
        Self::Largely,
        Self::Fully,
        Self::NotApplicable,
        Self::DoNotKnow,
    ];

    /// What people call it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::NotInPlace => "Not in place",
            Self::Planned => "Planned",
            Self::Partly => "Partly",
            Self::Largely => "Largely",
            Self::Fully => "Fully, with evidence",
            Self::NotApplicable => "Not applicable",
            Self::DoNotKnow => "Do not know",
        }
    }

    /// The points it brings, from 0 to [`Self::MOST_POINTS`]; none where the question leaves the total. Not
    /// to know is worth as little as to have nothing, since nobody can rely on what is not known.
    #[must_use]
    pub fn points(self) -> Option<u8> {
        match self {
            Self::NotInPlace | Self::DoNotKnow => Some(0),
            Self::Planned => Some(1),
            Self::Partly => Some(2),
            Self::Largely => Some(3),
            Self::Fully => Some(4),
            Self::NotApplicable => None,
        }
    }

    /// Whether it is no better than a plan: what holds a partnership back at a key question.
    pub(super) fn is_weak(self) -> bool {
        self.points().is_some_and(|points| points <= 1)
    }
}

/// By hand, since no answer stands where nobody has given one: the question is then open.
impl Choice for Answer {
    fn all() -> &'static [Self] {
        &Self::ALL
    }

    fn key(self) -> &'static str {
        match self {
            Self::NotInPlace => "not-in-place",
            Self::Planned => "planned",
            Self::Partly => "partly",
            Self::Largely => "largely",
            Self::Fully => "fully",
            Self::NotApplicable => "not-applicable",
            Self::DoNotKnow => "do-not-know",
        }
    }

    fn name(self) -> &'static str {
        self.name()
    }
}

/// An answer as it was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// The answer.
    pub answer: Answer,
    /// What proves it, in the respondent's words; may be empty.
    pub evidence: String,
}

impl From<Answer> for Given {
    /// An answer without evidence.
    fn from(answer: Answer) -> Self {
        Self { answer, evidence: String::new() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_bring_points_from_nought_to_four() {
        let expected = [Some(0), Some(1), Some(2), Some(3), Some(4), None, Some(0)];
        assert_eq!(Answer::ALL.map(Answer::points), expected);
        assert_eq!(Answer::LEVELS, Answer::ALL[..5]);
        assert_eq!(Answer::ALL.iter().filter_map(|a| a.points()).max(), Some(Answer::MOST_POINTS));
    }

    #[test]
    fn not_to_know_is_weak_and_what_does_not_arise_is_not() {
        let weak: Vec<_> = Answer::ALL.into_iter().filter(|answer| answer.is_weak()).collect();
        assert_eq!(weak, [Answer::NotInPlace, Answer::Planned, Answer::DoNotKnow]);
    }

    #[test]
    fn every_answer_has_a_name_and_a_key_of_its_own() {
        for (i, answer) in Answer::ALL.iter().enumerate() {
            let earlier = &Answer::ALL[..i];
            assert!(!earlier.iter().any(|other| other.name() == answer.name()), "{answer:?}");
            assert_eq!(Answer::of_key(answer.key()), Some(*answer));
        }
        assert_eq!(Answer::of_key("Partly"), None);
    }
}
