//! How mature a partnership is: five levels by the overall share, and the rule that none goes beyond the second
//! while a key question is weak. The share itself is next door in `score`.
//!
//! Initial, Defined and Managed are names of the Capability Maturity Model (Paulk and others, 1993); Developing
//! and Leading are plainer words for its Repeatable and Optimizing. Thresholds, descriptions and the cap are ours.

use super::answer::Answer;
use super::answers::Answers;
use super::score::Score;
use super::standard::QuestionId;
use crate::share::Share;

/// A level of maturity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MaturityLevel {
    /// Below 20 per cent.
    Initial,
    /// From 20 per cent.
    Developing,
    /// From 40 per cent.
    Defined,
    /// From 60 per cent.
    Managed,
    /// From 80 per cent.
    Leading,
}

impl MaturityLevel {
    /// Every level, lowest first.
    pub const ALL: [Self; 5] = [Self::Initial, Self::Developing, Self::Defined, Self::Managed, Self::Leading];

    /// The highest that can be reached while a key question is weak or open.
    pub const CAP: Self = Self::Developing;

    /// What people call it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Initial => "Initial",
            Self::Developing => "Developing",
            Self::Defined => "Defined",
            Self::Managed => "Managed",
            Self::Leading => "Leading",
        }
    }

    /// What it means, in one sentence.
    #[must_use]
    pub fn description(self) -> &'static str {
        match self {
            Self::Initial => "The partnership runs on goodwill and on the people who happen to be there.",
            Self::Developing => "Some basics are in place, but much depends on plans and on individuals.",
            Self::Defined => "The main arrangements are written down and partly work across the partners.",
            Self::Managed => "Arrangements work across the partners, and results and risks are watched.",
            Self::Leading => "Nearly everything is in place and proven, and the partners learn and improve.",
        }
    }

    /// Its number, from 1 to 5.
    #[must_use]
    pub fn number(self) -> u8 {
        self as u8 + 1
    }

    /// The share from which it is reached, in per cent.
    #[must_use]
    pub fn from_percent(self) -> u8 {
        self as u8 * 20
    }

    fn reached_with(share: Share) -> Self {
        let is_reached = |level: &Self| share.basis_points() >= u16::from(level.from_percent()) * 100;
        Self::ALL.into_iter().rev().find(is_reached).unwrap_or(Self::Initial)
    }
}

/// A key question that holds a partnership back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WeakKey {
    /// The question.
    pub question: QuestionId,
    /// Its answer, which is not in place, planned or do not know; none where it is open.
    pub answer: Option<Answer>,
}

/// The level of a partnership, and what keeps it from a higher one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Maturity {
    level: MaturityLevel,
    without_cap: MaturityLevel,
    weak_keys: Vec<WeakKey>,
    is_provisional: bool,
}

impl Maturity {
    /// The maturity that these answers show; none while no question counts.
    ///
    /// A key question is weak at 0 or 1 points, and so at do not know. It holds the partnership back while it
    /// is open, too: a level above the second claims that all four were looked at. A key question that is not
    /// applicable does not, since somebody has said so.
    #[must_use]
    pub fn of(answers: &Answers) -> Option<Self> {
        let score = Score::of(answers);
        let without_cap = MaturityLevel::reached_with(score.overall().share()?);
        let weak_keys: Vec<WeakKey> = QuestionId::key().filter_map(|key| weak(answers, key)).collect();
        let highest = if weak_keys.is_empty() { MaturityLevel::Leading } else { MaturityLevel::CAP };
        let is_provisional = score.is_provisional();
        Some(Self { level: without_cap.min(highest), without_cap, weak_keys, is_provisional })
    }

    /// The level.
    #[must_use]
    pub fn level(&self) -> MaturityLevel {
        self.level
    }

    /// The level by the share alone.
    #[must_use]
    pub fn without_cap(&self) -> MaturityLevel {
        self.without_cap
    }

    /// Whether the key questions keep it from a higher level now.
    #[must_use]
    pub fn is_capped(&self) -> bool {
        self.level < self.without_cap
    }

    /// The key questions that are weak or open, in the order in which they are asked; they may be so where the
    /// share alone does not reach beyond the cap, too.
    #[must_use]
    pub fn weak_keys(&self) -> &[WeakKey] {
        &self.weak_keys
    }

    /// Whether answers that are still to come may change it.
    #[must_use]
    pub fn is_provisional(&self) -> bool {
        self.is_provisional
    }
}

fn weak(answers: &Answers, question: QuestionId) -> Option<WeakKey> {
    let answer = answers.get(&question).map(|given| given.answer);
    answer.is_none_or(Answer::is_weak).then_some(WeakKey { question, answer })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::answers::tests::{all, answers, any_answers, at_places};
    use super::*;

    fn all_but(answer: Answer, slug: &str, other: Option<Answer>) -> Maturity {
        let (mut answers, id) = (all(answer), QuestionId::new(slug));
        answers.remove(&id);
        if let Some(other) = other {
            answers.insert(id, other.into());
        }
        Maturity::of(&answers).expect("questions that count")
    }

    #[test]
    fn levels_begin_at_their_thresholds() {
        for (points, expected) in [
            (0, MaturityLevel::Initial),
            (1_999, MaturityLevel::Initial),
            (2_000, MaturityLevel::Developing),
            (3_999, MaturityLevel::Developing),
            (4_000, MaturityLevel::Defined),
            (5_999, MaturityLevel::Defined),
            (6_000, MaturityLevel::Managed),
            (7_999, MaturityLevel::Managed),
            (8_000, MaturityLevel::Leading),
            (10_000, MaturityLevel::Leading),
        ] {
            let share = Share::of_basis_points(points).expect("a share");
            assert_eq!(MaturityLevel::reached_with(share), expected, "{points}");
        }
        assert_eq!(MaturityLevel::ALL.map(MaturityLevel::number), [1, 2, 3, 4, 5]);
    }

    #[test]
    fn a_weak_or_open_key_question_caps_at_the_second_level() {
        for (other, level) in [
            (Some(Answer::NotInPlace), MaturityLevel::Developing),
            (Some(Answer::Planned), MaturityLevel::Developing),
            (Some(Answer::DoNotKnow), MaturityLevel::Developing),
            (None, MaturityLevel::Developing),
            (Some(Answer::Partly), MaturityLevel::Leading),
            (Some(Answer::NotApplicable), MaturityLevel::Leading),
        ] {
            for key in QuestionId::key() {
                let maturity = all_but(Answer::Fully, key.as_str(), other);
                assert_eq!(maturity.level(), level, "{key} {other:?}");
                assert_eq!(maturity.without_cap(), MaturityLevel::Leading);
                assert_eq!(maturity.is_capped(), level == MaturityLevel::Developing);
                let weak = [WeakKey { question: key, answer: other }];
                assert_eq!(maturity.weak_keys(), &weak[usize::from(!maturity.is_capped())..]);
                assert_eq!(maturity.is_provisional(), other.is_none());
            }
        }
    }

    #[test]
    fn other_weak_questions_do_not_cap() {
        let maturity = all_but(Answer::Fully, "tensions", Some(Answer::NotInPlace));
        assert_eq!((maturity.level(), maturity.weak_keys()), (MaturityLevel::Leading, &[][..]));
    }

    #[test]
    fn weak_keys_are_named_where_the_cap_does_not_bite() {
        let maturity = Maturity::of(&all(Answer::Planned)).expect("questions that count");
        assert_eq!((maturity.level(), maturity.is_capped()), (MaturityLevel::Developing, false));
        assert_eq!(maturity.weak_keys().len(), 4);
    }

    #[test]
    fn nothing_that_counts_makes_no_level() {
        assert_eq!(Maturity::of(&Answers::default()), None);
        assert_eq!(Maturity::of(&all(Answer::NotApplicable)), None);
        assert_eq!(Maturity::of(&answers(&[("of-a-newer-version", Answer::Fully)])), None);
    }

    #[test]
    fn every_level_is_described_in_one_sentence() {
        for level in MaturityLevel::ALL {
            let sentence = level.description();
            assert!(sentence.ends_with('.') && !sentence.contains(". "), "{sentence}");
        }
    }

    proptest! {
        #[test]
        fn the_cap_only_ever_lowers_and_only_to_the_second_level(given in any_answers()) {
            if let Some(maturity) = Maturity::of(&at_places(&given)) {
                let expected = if maturity.weak_keys().is_empty() { MaturityLevel::Leading } else { MaturityLevel::CAP };
                prop_assert_eq!(maturity.level(), maturity.without_cap().min(expected));
            }
        }

        #[test]
        fn a_better_answer_never_lowers_the_level(
            mut given in any_answers(), place in 0_usize..40, a in 0_usize..5, b in 0_usize..5,
        ) {
            let level = |given: &[Option<Answer>]| Maturity::of(&at_places(given)).map(|m| m.level());
            given[place] = Some(Answer::LEVELS[a.min(b)]);
            let before = level(&given);
            given[place] = Some(Answer::LEVELS[a.max(b)]);
            prop_assert!(before <= level(&given));
        }
    }
}
