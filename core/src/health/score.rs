//! What the answers of one check come to: points and their share of what was possible, by theme and in all.
//! What level of maturity that makes is next door in `maturity`.
//!
//! Share = points / (4 x questions that count). A question counts once it is answered, unless it is not
//! applicable. An open question does not count as nothing in place, for a check that is half filled in would
//! then always look bad; instead the score says how many are open and is provisional until none is. Shares are
//! rounded down, so that no level is shown as reached before it is.

use super::answer::Answer;
use super::answers::Answers;
use super::standard::{QuestionId, theme_at};
use super::theme::Theme;
use crate::share::Share;

/// What a group of questions comes to. Every question is in exactly one of counted, not applicable and open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    points: u16,
    counted: u16,
    not_applicable: u16,
    do_not_know: u16,
    open: u16,
}

impl Tally {
    /// The points reached.
    #[must_use]
    pub fn points(self) -> u16 {
        self.points
    }

    /// The points that the questions that count could have brought.
    #[must_use]
    pub fn possible(self) -> u16 {
        self.counted * u16::from(Answer::MOST_POINTS)
    }

    /// The points reached as a share of those possible; none while no question counts.
    #[must_use]
    pub fn share(self) -> Option<Share> {
        share(self.points, self.possible())
    }

    /// Questions with any answer.
    #[must_use]
    pub fn answered(self) -> u16 {
        self.counted + self.not_applicable
    }

    /// Questions that left the total.
    #[must_use]
    pub fn not_applicable(self) -> u16 {
        self.not_applicable
    }

    /// Questions that count and bring nothing because the respondent did not know.
    #[must_use]
    pub fn do_not_know(self) -> u16 {
        self.do_not_know
    }

    /// Questions without an answer.
    #[must_use]
    pub fn open(self) -> u16 {
        self.open
    }

    /// Whether answers that are still to come may change it.
    #[must_use]
    pub fn is_provisional(self) -> bool {
        self.open > 0
    }

    fn add(&mut self, answer: Option<Answer>) {
        self.do_not_know += u16::from(answer == Some(Answer::DoNotKnow));
        match answer.map(Answer::points) {
            Some(Some(points)) => {
                self.points += u16::from(points);
                self.counted += 1;
            }
            Some(None) => self.not_applicable += 1,
            None => self.open += 1,
        }
    }
}

/// The score of one set of answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Score {
    overall: Tally,
    themes: [Tally; Theme::COUNT],
    do_not_know: Vec<QuestionId>,
    open: Vec<QuestionId>,
    unknown: usize,
}

impl Score {
    /// What these answers come to. Answers to questions outside the standard check are counted as unknown and
    /// otherwise left aside.
    #[must_use]
    pub fn of(answers: &Answers) -> Self {
        let by_place = answers.by_place();
        let (mut overall, mut themes) = (Tally::default(), [Tally::default(); Theme::COUNT]);
        for (place, answer) in by_place.iter().enumerate() {
            overall.add(*answer);
            themes[theme_at(place) as usize].add(*answer);
        }
        let with = |wanted: Option<Answer>| {
            let places = by_place.iter().enumerate().filter(|(_, answer)| **answer == wanted);
            places.map(|(place, _)| QuestionId::at(place)).collect()
        };
        let unknown = answers.len() - usize::from(overall.answered());
        Self { overall, themes, do_not_know: with(Some(Answer::DoNotKnow)), open: with(None), unknown }
    }

    /// All themes together.
    #[must_use]
    pub fn overall(&self) -> Tally {
        self.overall
    }

    /// One theme.
    #[must_use]
    pub fn theme(&self, theme: Theme) -> Tally {
        self.themes[theme as usize]
    }

    /// The theme with the lowest share, the first of several; none while no question counts.
    #[must_use]
    pub fn weakest_theme(&self) -> Option<Theme> {
        weakest(&Theme::ALL.map(|theme| self.theme(theme).share()))
    }

    /// The questions to which the respondent did not know the answer, in the order in which they are asked.
    #[must_use]
    pub fn do_not_know(&self) -> &[QuestionId] {
        &self.do_not_know
    }

    /// The questions without an answer, in the order in which they are asked.
    #[must_use]
    pub fn open(&self) -> &[QuestionId] {
        &self.open
    }

    /// How many answers were left aside because this version does not know their questions.
    #[must_use]
    pub fn unknown(&self) -> usize {
        self.unknown
    }

    /// Whether answers that are still to come may change it.
    #[must_use]
    pub fn is_provisional(&self) -> bool {
        self.overall.is_provisional()
    }
}

/// So many points out of so many, rounded down; none where nothing was possible.
fn share(points: u16, possible: u16) -> Option<Share> {
    let whole = i64::from(Share::WHOLE.basis_points());
    let part = (i64::from(points) * whole).checked_div(i64::from(possible))?;
    Share::of_basis_points(part).ok()
}

/// The mean of shares, rounded down; none where there are none.
pub(super) fn mean(shares: &[Share]) -> Option<Share> {
    let sum: i64 = shares.iter().map(|share| i64::from(share.basis_points())).sum();
    Share::of_basis_points(sum.checked_div(shares.len() as i64)?).ok()
}

/// The theme with the lowest share, the first of several; none where none has one.
pub(super) fn weakest(shares: &[Option<Share>; Theme::COUNT]) -> Option<Theme> {
    let lowest = shares.iter().flatten().min()?;
    Theme::ALL.into_iter().find(|theme| shares[*theme as usize] == Some(*lowest))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::answers::tests::{all, answers, any_answers, at_places};
    use super::*;

    fn overall(answers: &Answers) -> (u16, u16, Option<u16>) {
        let tally = Score::of(answers).overall();
        (tally.points(), tally.possible(), tally.share().map(Share::basis_points))
    }

    #[test]
    fn the_same_answer_everywhere_gives_its_points_everywhere() {
        for (answer, expected) in [
            (Answer::NotInPlace, (0, 160, Some(0))),
            (Answer::Planned, (40, 160, Some(2500))),
            (Answer::Partly, (80, 160, Some(5000))),
            (Answer::Largely, (120, 160, Some(7500))),
            (Answer::Fully, (160, 160, Some(10_000))),
            (Answer::NotApplicable, (0, 0, None)),
            (Answer::DoNotKnow, (0, 160, Some(0))),
        ] {
            assert_eq!(overall(&all(answer)), expected, "{answer:?}");
        }
    }

    #[test]
    fn open_questions_and_what_does_not_arise_leave_the_total() {
        let score = Score::of(&answers(&[
            ("right-route", Answer::Fully),
            ("joint-objectives", Answer::Partly),
            ("value-for-money", Answer::NotApplicable),
            ("tensions", Answer::DoNotKnow),
            ("of-a-newer-version", Answer::Fully),
        ]));
        let purpose = score.theme(Theme::Purpose);
        assert_eq!((purpose.points(), purpose.possible()), (6, 8));
        assert_eq!((purpose.answered(), purpose.not_applicable(), purpose.open()), (3, 1, 1));
        assert_eq!(purpose.share().map(Share::basis_points), Some(7500));
        assert_eq!(score.theme(Theme::People).share().map(Share::basis_points), Some(0));
        assert_eq!(score.theme(Theme::Exit).share(), None);
        assert_eq!((score.overall().points(), score.overall().possible()), (6, 12));
        assert_eq!(
            (score.do_not_know(), score.overall().do_not_know()),
            (&[QuestionId::new("tensions")][..], 1)
        );
        assert_eq!((score.open().len(), score.unknown(), score.is_provisional()), (36, 1, true));
        assert_eq!(score.weakest_theme(), Some(Theme::People));
    }

    #[test]
    fn a_check_without_open_questions_is_final() {
        let score = Score::of(&all(Answer::Planned));
        assert_eq!((score.is_provisional(), score.open()), (false, &[][..]));
        assert_eq!(score.weakest_theme(), Some(Theme::Purpose));
        assert_eq!(Score::of(&Answers::default()).weakest_theme(), None);
    }

    #[test]
    fn a_share_is_rounded_down_and_never_more_than_all() {
        for (points, possible, expected) in [
            (2, 3, Some(6666)),
            (35, 44, Some(7954)),
            (159, 160, Some(9937)),
            (4, 4, Some(10_000)),
            (0, 4, Some(0)),
            (0, 0, None),
            (5, 4, None),
        ] {
            assert_eq!(share(points, possible).map(Share::basis_points), expected, "{points} of {possible}");
        }
    }

    #[test]
    fn the_mean_of_shares_is_rounded_down() {
        let shares = [0, 10_000, 1].map(|points| Share::of_basis_points(points).expect("a share"));
        assert_eq!((mean(&shares).map(Share::basis_points), mean(&[])), (Some(3333), None));
    }

    proptest! {
        #[test]
        fn themes_add_up_and_nothing_is_out_of_bounds(given in any_answers()) {
            let score = Score::of(&at_places(&given));
            let sum = |of: fn(Tally) -> u16| Theme::ALL.iter().map(|theme| of(score.theme(*theme))).sum::<u16>();
            for of in [Tally::points, Tally::possible, Tally::answered, Tally::open, Tally::do_not_know] {
                prop_assert_eq!(sum(of), of(score.overall()));
            }
            prop_assert_eq!(score.overall().answered() + score.overall().open(), 40);
            prop_assert!(score.overall().points() <= score.overall().possible());
            prop_assert_eq!(score.overall().share().is_none(), score.overall().possible() == 0);
        }

        #[test]
        fn a_better_answer_never_lowers_a_share(
            mut given in any_answers(), place in 0_usize..40, a in 0_usize..5, b in 0_usize..5,
        ) {
            given[place] = Some(Answer::LEVELS[a.min(b)]);
            let before = Score::of(&at_places(&given));
            given[place] = Some(Answer::LEVELS[a.max(b)]);
            let after = Score::of(&at_places(&given));
            prop_assert!(before.overall().share() <= after.overall().share());
            for theme in Theme::ALL {
                prop_assert!(before.theme(theme).share() <= after.theme(theme).share());
            }
        }

        #[test]
        fn a_full_answer_to_an_open_question_never_lowers_a_share(mut given in any_answers(), place in 0_usize..40) {
            given[place] = None;
            let before = Score::of(&at_places(&given));
            given[place] = Some(Answer::Fully);
            let after = Score::of(&at_places(&given));
            prop_assert!(before.overall().share() <= after.overall().share());
        }
    }
}
