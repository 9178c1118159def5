//! Several respondents about one partnership: what they say together, and where they disagree. Each partner
//! answers alone; the answers are put side by side here, and the median of each question is scored as any other
//! set of answers.
//!
//! **The median** of an even number of answers is the lower of the two in the middle: of two views, the cautious
//! one. Do not know stands below not in place, so that the median is itself an answer that somebody gave or
//! leaves the total. A question that is not applicable to some and brings points with others is taken to apply:
//! only those who say so decide how far it is in place. Whoever left a question open does not count at it.

use super::answer::Answer;
use super::answers::Answers;
use super::maturity::Maturity;
use super::score::Score;
use super::standard::{COUNT, QuestionId};
use crate::order::{order_by, ordered};

/// How many points apart answers must be for a disagreement.
const DISAGREEMENT: u8 = 2;

/// Somebody who answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Respondent {
    /// Who.
    pub name: String,
    /// What the answers come to, alone.
    pub score: Score,
}

/// What the respondents say to one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    question: QuestionId,
    answers: Vec<Option<Answer>>,
    median: Option<Answer>,
    spread: Option<u8>,
}

impl Line {
    fn new(question: QuestionId, answers: Vec<Option<Answer>>) -> Self {
        let median = median(&answers);
        let spread = spread(&answers);
        Self { question, answers, median, spread }
    }

    /// The question.
    #[must_use]
    pub fn question(&self) -> &QuestionId {
        &self.question
    }

    /// The answers, in the order of the respondents; none where one left it open.
    #[must_use]
    pub fn answers(&self) -> &[Option<Answer>] {
        &self.answers
    }

    /// The median by the rule at the top of this module; none where everybody left it open.
    #[must_use]
    pub fn median(&self) -> Option<Answer> {
        self.median
    }

    /// The most points given less the fewest; none where nobody gave any. Do not know gives none, so that it
    /// stands as far from fully as not in place does.
    #[must_use]
    pub fn spread(&self) -> Option<u8> {
        self.spread
    }

    /// Whether the answers lie two points or more apart.
    #[must_use]
    pub fn is_disputed(&self) -> bool {
        self.spread >= Some(DISAGREEMENT)
    }

    /// Whether the question applies to some and does not to others.
    #[must_use]
    pub fn is_split_on_applying(&self) -> bool {
        self.spread.is_some() && self.answers.contains(&Some(Answer::NotApplicable))
    }
}

/// Several respondents about one partnership.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Panel {
    respondents: Vec<Respondent>,
    lines: Vec<Line>,
    medians: Answers,
}

impl Panel {
    /// The panel of these respondents, each with a name and answers.
    #[must_use]
    pub fn new(respondents: &[(&str, &Answers)]) -> Self {
        let by_place: Vec<_> = respondents.iter().map(|(_, answers)| answers.by_place()).collect();
        let line =
            |place| Line::new(QuestionId::at(place), by_place.iter().map(|answers| answers[place]).collect());
        let lines: Vec<Line> = (0..COUNT).map(line).collect();
        let respondent = |(name, answers): &(&str, &Answers)| Respondent {
            name: (*name).to_owned(),
            score: Score::of(answers),
        };
        let medians = medians(&lines);
        Self { respondents: respondents.iter().map(respondent).collect(), lines, medians }
    }

    /// Who answered, in the order given, each with a score of their own.
    #[must_use]
    pub fn respondents(&self) -> &[Respondent] {
        &self.respondents
    }

    /// Every question of the standard check, in the order in which they are asked.
    #[must_use]
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// The median answers.
    #[must_use]
    pub fn medians(&self) -> &Answers {
        &self.medians
    }

    /// What the median answers come to.
    #[must_use]
    pub fn score(&self) -> Score {
        Score::of(&self.medians)
    }

    /// The maturity that the median answers show.
    #[must_use]
    pub fn maturity(&self) -> Option<Maturity> {
        Maturity::of(&self.medians)
    }

    /// The questions on which answers lie two points or more apart, the largest spread first, equal ones in the
    /// order in which they are asked.
    #[must_use]
    pub fn disputed(&self) -> Vec<&Line> {
        let disputed: Vec<&Line> = self.lines.iter().filter(|line| line.is_disputed()).collect();
        ordered(&disputed, &|a, b| b.spread.cmp(&a.spread))
    }

    /// The questions that apply to some and not to others, in the order in which they are asked; they may be
    /// disputed as well.
    #[must_use]
    pub fn split_on_applying(&self) -> Vec<&Line> {
        self.lines.iter().filter(|line| line.is_split_on_applying()).collect()
    }
}

fn medians(lines: &[Line]) -> Answers {
    let mut medians = Answers::default();
    for line in lines {
        if let Some(median) = line.median {
            medians.insert(line.question.clone(), median.into());
        }
    }
    medians
}

fn median(answers: &[Option<Answer>]) -> Option<Answer> {
    let counting: Vec<(u8, Answer)> =
        answers.iter().flatten().filter_map(|answer| Some((caution(*answer)?, *answer))).collect();
    let order = order_by(counting.len(), &|a, b| counting[a].0.cmp(&counting[b].0));
    match order.get(order.len().saturating_sub(1) / 2) {
        Some(middle) => Some(counting[*middle].1),
        None => answers.iter().flatten().next().copied(),
    }
}

/// The place of an answer that counts among the others, the most cautious first.
fn caution(answer: Answer) -> Option<u8> {
    let points = answer.points()?;
    Some(if answer == Answer::DoNotKnow { 0 } else { points + 1 })
}

fn spread(answers: &[Option<Answer>]) -> Option<u8> {
    let points = || answers.iter().flatten().filter_map(|answer| answer.points());
    Some(points().max()? - points().min()?)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::answers::tests::{all, answers, any_answer, any_answers, at_places};
    use super::super::maturity::MaturityLevel;
    use super::*;
    use crate::share::Share;

    const NO: Option<Answer> = Some(Answer::NotInPlace);
    const PLANNED: Option<Answer> = Some(Answer::Planned);
    const PARTLY: Option<Answer> = Some(Answer::Partly);
    const LARGELY: Option<Answer> = Some(Answer::Largely);
    const FULLY: Option<Answer> = Some(Answer::Fully);
    const NA: Option<Answer> = Some(Answer::NotApplicable);
    const UNKNOWN: Option<Answer> = Some(Answer::DoNotKnow);

    #[test]
    fn the_median_is_the_cautious_one_of_two() {
        for (answers, median, spread) in [
            (&[FULLY][..], FULLY, Some(0)),
            (&[FULLY, PLANNED], PLANNED, Some(3)),
            (&[FULLY, PLANNED, LARGELY], LARGELY, Some(3)),
            (&[FULLY, PARTLY, LARGELY, NO], PARTLY, Some(4)),
            (&[FULLY, None, PLANNED], PLANNED, Some(3)),
            (&[UNKNOWN, NO], UNKNOWN, Some(0)),
            (&[UNKNOWN, NO, FULLY], NO, Some(4)),
            (&[NA, FULLY], FULLY, Some(0)),
            (&[NA, NA, PLANNED, FULLY], PLANNED, Some(3)),
            (&[NA, None, NA], NA, None),
            (&[None, None], None, None),
            (&[], None, None),
        ] {
            let line = Line::new(QuestionId::new("tensions"), answers.to_vec());
            assert_eq!((line.median(), line.spread()), (median, spread), "{answers:?}");
        }
    }

    #[test]
    fn disagreements_come_largest_first_and_then_in_the_order_of_the_questions() {
        let ours = answers(&[
            ("right-route", Answer::Partly),
            ("joint-objectives", Answer::NotInPlace),
            ("due-diligence", Answer::Fully),
            ("tensions", Answer::Planned),
            ("take-back", Answer::NotApplicable),
        ]);
        let theirs = answers(&[
            ("right-route", Answer::Largely),
            ("joint-objectives", Answer::Partly),
            ("due-diligence", Answer::DoNotKnow),
            ("tensions", Answer::Largely),
            ("take-back", Answer::NotInPlace),
        ]);
        let panel = Panel::new(&[("Council", &ours), ("Trust", &theirs)]);
        let disputed: Vec<_> =
            panel.disputed().iter().map(|line| (line.question().to_string(), line.spread())).collect();
        let expected = [("due-diligence", 4), ("joint-objectives", 2), ("tensions", 2)];
        assert_eq!(disputed, expected.map(|(slug, spread)| (slug.to_owned(), Some(spread))));
        let split: Vec<_> = panel.split_on_applying().iter().map(|line| line.answers()).collect();
        assert_eq!(split, [&[NA, NO]]);
    }

    #[test]
    fn a_panel_scores_its_medians_and_each_respondent() {
        let (high, low) = (all(Answer::Fully), all(Answer::Partly));
        let panel = Panel::new(&[("A", &high), ("B", &low), ("C", &high)]);
        assert_eq!(panel.medians(), &high);
        assert_eq!((panel.score(), panel.maturity()), (Score::of(&high), Maturity::of(&high)));
        let alone: Vec<_> = panel
            .respondents()
            .iter()
            .map(|one| (one.name.as_str(), one.score.overall().share().map(Share::basis_points)))
            .collect();
        assert_eq!(alone, [("A", Some(10_000)), ("B", Some(5_000)), ("C", Some(10_000))]);
    }

    #[test]
    fn a_key_question_that_most_do_not_know_caps_the_panel() {
        let mut unsure = all(Answer::Fully);
        unsure.insert(QuestionId::new("signed-agreement"), Answer::DoNotKnow.into());
        let sure = all(Answer::Fully);
        let panel = Panel::new(&[("A", &unsure), ("B", &sure)]);
        assert_eq!(panel.maturity().map(|m| m.level()), Some(MaturityLevel::Developing));
        assert_eq!(panel.score().do_not_know(), [QuestionId::new("signed-agreement")]);
    }

    #[test]
    fn nobody_leaves_everything_open() {
        let panel = Panel::new(&[]);
        assert_eq!((panel.lines().len(), panel.medians().len(), panel.maturity()), (40, 0, None));
        assert!(panel.disputed().is_empty() && panel.split_on_applying().is_empty());
    }

    proptest! {
        #[test]
        fn a_median_lies_between_the_answers(given in prop::collection::vec(any_answer(), 0..8)) {
            let line = Line::new(QuestionId::new("tensions"), given.clone());
            let points: Vec<u8> = given.iter().flatten().filter_map(|answer| answer.points()).collect();
            let median = line.median().and_then(Answer::points);
            prop_assert_eq!(median.is_some(), !points.is_empty());
            prop_assert!(median >= points.iter().min().copied() && median <= points.iter().max().copied());
            prop_assert_eq!(line.median().is_some(), given.iter().any(Option::is_some));
            prop_assert!(line.median().is_none() || given.contains(&line.median()));
        }

        #[test]
        fn the_order_of_respondents_changes_nothing_but_the_order_of_their_answers(
            given in prop::collection::vec(any_answers(), 1..5), turn in 0_usize..5,
        ) {
            let all: Vec<Answers> = given.iter().map(|answers| at_places(answers)).collect();
            let mut named: Vec<(&str, &Answers)> = ["A", "B", "C", "D"].into_iter().zip(&all).collect();
            let panel = Panel::new(&named);
            named.rotate_left(turn % all.len());
            let turned = Panel::new(&named);
            prop_assert_eq!(panel.medians(), turned.medians());
            let names = |lines: Vec<&Line>| lines.iter().map(|line| line.question.clone()).collect::<Vec<_>>();
            prop_assert_eq!(names(panel.disputed()), names(turned.disputed()));
            prop_assert_eq!(names(panel.split_on_applying()), names(turned.split_on_applying()));
        }

        #[test]
        fn one_respondent_agrees_with_themselves(given in any_answers()) {
            let alone = at_places(&given);
            let panel = Panel::new(&[("A", &alone)]);
            prop_assert_eq!(panel.medians(), &alone);
            prop_assert!(panel.disputed().is_empty() && panel.split_on_applying().is_empty());
        }
    }
}
