//! What counts of one submission once it is merged: a few numbers by category, theme and indicator. The risks
//! themselves are let go, so that thousands of bodies fit in a page.

use super::indicator::Indicator;
use super::standing::Aspect;
use super::submission::{Category, Placed, Submission};
use super::wire::{Month, Thousandths};
use crate::catalogue::categories;
use crate::health::Theme;
use crate::league::table::NAMED_PER_PARTNERSHIP;
use crate::register::Sector;

/// What counts of one body. The order is that of newness: of two submissions of a body the greater one counts,
/// and of two made under one number in one month the one with the greater figures, whichever came first.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Body {
    month: Month,
    edition: u32,
    pub(super) sector: Sector,
    /// How many partnerships have a counted risk.
    pub(super) answering: u32,
    /// By place among the built-in categories.
    categories: Vec<Counts>,
    themes: [Option<Thousandths>; Theme::COUNT],
    practice: [Thousandths; Indicator::COUNT],
}

/// What counts of one category in one body.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Counts {
    /// How many partnerships name it among their top five.
    pub(super) named: u32,
    /// The mean of its scores, each as a share of the highest that the matrix can give; none without a risk.
    pub(super) mean: Option<Thousandths>,
    /// Whether it is among the five that most partnerships name; ties for fifth place all are.
    pub(super) is_top: bool,
}

impl Body {
    /// What counts of a submission.
    pub(super) fn of(submission: &Submission) -> Self {
        let mut body = Self {
            month: submission.month,
            edition: submission.edition,
            sector: submission.sector.0,
            answering: submission.answering,
            categories: vec![Counts::default(); categories().len()],
            themes: [None; Theme::COUNT],
            practice: [Thousandths::of(0, 1); Indicator::COUNT],
        };
        let fifth = fifth_most(&submission.categories);
        for line in &submission.categories {
            body.categories[line.category.place()] = Counts::of(line, fifth);
        }
        for line in &submission.health.themes {
            body.themes[line.theme.0 as usize] = Some(line.score);
        }
        for line in &submission.practice {
            let (part, whole) = (line.partnerships.into(), submission.partnerships.into());
            body.practice[line.indicator.0 as usize] = Thousandths::of(part, whole);
        }
        body
    }

    /// What counts of the category at this place.
    pub(super) fn category(&self, place: usize) -> Counts {
        self.categories.get(place).copied().unwrap_or_default()
    }

    /// Its figure for one thing, in thousandths; none where it has none.
    pub(super) fn value(&self, aspect: &Aspect) -> Option<u16> {
        let value = match aspect {
            Aspect::Theme(theme) => self.themes[*theme as usize],
            Aspect::Practice(indicator) => Some(self.practice[*indicator as usize]),
            Aspect::Category(place) => self.category(*place).mean,
        };
        value.map(Thousandths::get)
    }
}

/// How many partnerships name the category that is named fifth most often; at least one.
fn fifth_most(lines: &[Category]) -> u32 {
    let mut named: Vec<u32> = lines.iter().map(|line| line.named).collect();
    named.sort_unstable_by(|a, b| b.cmp(a));
    let fifth = named.get(NAMED_PER_PARTNERSHIP - 1).or(named.last());
    fifth.map_or(1, |fifth| (*fifth).max(1))
}

impl Counts {
    fn of(line: &Category, fifth: u32) -> Self {
        let product = |Placed(l, i, _): &Placed| u64::from(l.get()) * u64::from(i.get());
        let (sum, n) = (line.ratings.iter().map(product).sum::<u64>(), line.ratings.len() as u64);
        Self {
            named: line.named,
            mean: (n > 0).then(|| Thousandths::of(sum, n * 1_000_000)),
            is_top: line.named >= fifth,
        }
    }
}
