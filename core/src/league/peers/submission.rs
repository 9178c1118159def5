//! What one body lets its peers know: figures by category, theme and indicator, and no word of its own. It is
//! made from a register in `export` and read from a line in `read`; both check the same rules here.
//!
//! There is no line for a partnership, since its kind and its risks side by side would give it away to anybody
//! who knows the body. Risks are listed by category, in the order of their ratings; how many partnerships name a
//! category is counted. Nothing has a date but the submission, and that a month.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::indicator::Indicator;
use super::wire::{BuiltIn, Code, Keyed, Month, Schema, Thousandths};
use crate::health::Theme;
use crate::register::{PeerId, Sector};
use crate::scale::{Matrix, Position, Scale};

/// The most partnerships that a submission counts.
pub(super) const MOST_PARTNERSHIPS: u32 = 10_000;

/// The most risks that a submission lists.
pub(super) const MOST_RISKS: usize = 20_000;

/// What one body lets its peers know. It is sound: whatever holds of one is checked when it is made or read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Submission {
    /// The version of this form.
    pub(super) schema: Schema,
    /// The body's id, drawn at random.
    pub(super) body: Code,
    /// The month in which it was made.
    pub(super) month: Month,
    /// How many the body had made with this one; the newest of a body counts.
    pub(super) edition: u32,
    /// What kind of body it is.
    pub(super) sector: Keyed<Sector>,
    /// The size of the body's risk matrix.
    pub(super) matrix: Size,
    /// How many live partnerships it has.
    #[cfg_attr(test, schemars(range(max = 10_000)))]
    pub(super) partnerships: u32,
    /// How many of them have an open, rated risk with a category.
    #[cfg_attr(test, schemars(range(min = 1, max = 10_000)))]
    pub(super) answering: u32,
    /// Open, rated risks by built-in category.
    #[cfg_attr(test, schemars(length(max = 17)))]
    pub(super) categories: Vec<Category>,
    /// How many open, rated risks are left out since their category is the body's own.
    pub(super) own_category: u32,
    /// What health checks say.
    pub(super) health: Health,
    /// How many partnerships have what a well-run one has; each indicator once.
    #[cfg_attr(test, schemars(length(min = 8, max = 8)))]
    pub(super) practice: Vec<Practice>,
}

/// The size of a risk matrix.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct Size {
    /// Steps of likelihood.
    #[cfg_attr(test, schemars(range(min = 3, max = 6)))]
    pub(super) likelihood: u8,
    /// Steps of impact.
    #[cfg_attr(test, schemars(range(min = 3, max = 6)))]
    pub(super) impact: u8,
    /// Levels.
    #[cfg_attr(test, schemars(range(min = 2, max = 6)))]
    pub(super) levels: u8,
}

/// The open, rated risks of one category.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct Category {
    /// Which.
    pub(super) category: BuiltIn,
    /// How many partnerships have it among their top five.
    #[cfg_attr(test, schemars(range(max = 10_000)))]
    pub(super) named: u32,
    /// How many partnerships have it at all.
    #[cfg_attr(test, schemars(range(min = 1, max = 10_000)))]
    pub(super) partnerships: u32,
    /// The current rating of each risk, in order.
    #[cfg_attr(test, schemars(length(min = 1, max = 20_000)))]
    pub(super) ratings: Vec<Placed>,
}

/// A rating on a scale of any length: how far up likelihood, impact and level stand, in thousandths of the number
/// of steps. The third of five steps is 600.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Placed(pub Thousandths, pub Thousandths, pub Thousandths);

/// What health checks say of the live partnerships.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct Health {
    /// How many have been checked.
    #[cfg_attr(test, schemars(range(max = 10_000)))]
    pub(super) checked: u32,
    /// The mean of each theme over them; a theme that nobody has answered is left out.
    #[cfg_attr(test, schemars(length(max = 10)))]
    pub(super) themes: Vec<ThemeMean>,
}

/// The mean of one theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct ThemeMean {
    /// Which.
    pub(super) theme: Keyed<Theme>,
    /// The share of points reached, in thousandths.
    pub(super) score: Thousandths,
}

/// How many partnerships have something that a well-run one has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct Practice {
    /// What.
    pub(super) indicator: Keyed<Indicator>,
    /// How many.
    #[cfg_attr(test, schemars(range(max = 10_000)))]
    pub(super) partnerships: u32,
}

/// What in a submission contradicts itself or goes beyond all bounds. Places in lists count from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unsound {
    /// No matrix is that small or that large.
    MatrixSize,
    /// It counts more partnerships or risks than anybody has; what is given.
    TooMany(&'static str),
    /// A part is more than its whole; both are given.
    MoreThan(&'static str, &'static str),
    /// No partnership has a rated risk.
    NoRatedRisk,
    /// A list has one thing twice; the list and the place of the second are given.
    Repeated(&'static str, usize),
    /// A category is named or held by more partnerships than can be; its place is given.
    CategoryCounts(usize),
    /// A rating lies below the lowest step of its scale; the places of its category and its own are given.
    OffTheScale(usize, usize),
    /// Themes have scores although nothing was checked.
    NotChecked,
    /// An indicator is missing.
    IndicatorMissing,
}

impl fmt::Display for Unsound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MatrixSize => f.write_str("matrix: no matrix has this size"),
            Self::TooMany(what) => write!(f, "{what}: more than are accepted"),
            Self::MoreThan(part, whole) => write!(f, "{part}: more than {whole}"),
            Self::NoRatedRisk => f.write_str("answering: no partnership has a rated risk"),
            Self::Repeated(list, place) => write!(f, "{list}, entry {place}: stands there twice"),
            Self::CategoryCounts(place) => {
                write!(f, "categories, entry {place}: its counts contradict each other")
            }
            Self::OffTheScale(category, place) => {
                write!(f, "categories, entry {category}, rating {place}: below the lowest step")
            }
            Self::NotChecked => f.write_str("health: themes have scores although nothing was checked"),
            Self::IndicatorMissing => f.write_str("practice: an indicator is missing"),
        }
    }
}

impl std::error::Error for Unsound {}

impl Submission {
    /// The body's id among its peers.
    #[must_use]
    pub fn body(&self) -> PeerId {
        self.body.0
    }

    /// How many risks it lists.
    #[must_use]
    pub fn risks(&self) -> usize {
        self.categories.iter().map(|line| line.ratings.len()).sum()
    }

    /// How many open, rated risks it leaves out since their category is the body's own.
    #[must_use]
    pub fn left_out(&self) -> u32 {
        self.own_category
    }

    /// Itself, if nothing in it contradicts itself.
    pub(super) fn sound(self) -> Result<Self, Unsound> {
        self.matrix.check()?;
        self.check_counts()?;
        self.check_categories()?;
        self.check_health()?;
        self.check_practice()?;
        Ok(self)
    }

    fn check_counts(&self) -> Result<(), Unsound> {
        let rules = [
            (self.partnerships > MOST_PARTNERSHIPS, Unsound::TooMany("partnerships")),
            (self.answering > self.partnerships, Unsound::MoreThan("answering", "partnerships")),
            (self.answering == 0, Unsound::NoRatedRisk),
            (self.risks() > MOST_RISKS, Unsound::TooMany("risks")),
            (self.own_category as usize > MOST_RISKS, Unsound::TooMany("own_category")),
        ];
        first_broken(&rules)
    }

    fn check_categories(&self) -> Result<(), Unsound> {
        distinct("categories", &self.categories, |line| line.category.place())?;
        let mut lines = (1..).zip(&self.categories);
        lines.try_for_each(|(place, line)| {
            let counts = [line.named, line.partnerships, self.answering].is_sorted();
            if !counts || line.partnerships == 0 || line.ratings.len() < line.partnerships as usize {
                return Err(Unsound::CategoryCounts(place));
            }
            let below = line.ratings.iter().position(|rating| !self.matrix.holds(*rating));
            below.map_or(Ok(()), |rating| Err(Unsound::OffTheScale(place, rating + 1)))
        })?;
        let risks = self.risks().saturating_add(self.own_category as usize);
        let too_many = self.answering as usize > risks;
        first_broken(&[(too_many, Unsound::MoreThan("answering", "the risks listed and left out"))])
    }

    fn check_health(&self) -> Result<(), Unsound> {
        let Health { checked, themes } = &self.health;
        distinct("health, themes", themes, |line| line.theme.0 as usize)?;
        let rules = [
            (*checked > self.partnerships, Unsound::MoreThan("health, checked", "partnerships")),
            (*checked == 0 && !themes.is_empty(), Unsound::NotChecked),
        ];
        first_broken(&rules)
    }

    fn check_practice(&self) -> Result<(), Unsound> {
        distinct("practice", &self.practice, |line| line.indicator.0 as usize)?;
        let too_many = self.practice.iter().any(|line| line.partnerships > self.partnerships);
        let rules = [
            (self.practice.len() < Indicator::COUNT, Unsound::IndicatorMissing),
            (too_many, Unsound::MoreThan("practice", "partnerships")),
        ];
        first_broken(&rules)
    }
}

fn first_broken(rules: &[(bool, Unsound)]) -> Result<(), Unsound> {
    rules.iter().find(|(is_broken, _)| *is_broken).map_or(Ok(()), |(_, unsound)| Err(*unsound))
}

/// No two of few things have one number, all numbers being below 64.
fn distinct<T>(list: &'static str, things: &[T], number: fn(&T) -> usize) -> Result<(), Unsound> {
    let mut seen = 0_u64;
    for (place, thing) in (1..).zip(things) {
        let bit = 1_u64.checked_shl(number(thing) as u32).unwrap_or(0);
        if seen & bit != 0 {
            return Err(Unsound::Repeated(list, place));
        }
        seen |= bit;
    }
    Ok(())
}

impl Size {
    /// The size of a matrix.
    pub(super) fn of(matrix: &Matrix) -> Self {
        let small = |n: usize| u8::try_from(n).unwrap_or(u8::MAX);
        let (likelihood, impact) = (matrix.likelihood().steps(), matrix.impact().steps());
        Self { likelihood: small(likelihood), impact: small(impact), levels: small(matrix.levels().len()) }
    }

    fn check(self) -> Result<(), Unsound> {
        let is_scale = |n: u8| (Scale::FEWEST_STEPS..=Position::MOST_STEPS).contains(&usize::from(n));
        let has_levels = (Matrix::FEWEST_LEVELS..=Matrix::MOST_LEVELS).contains(&usize::from(self.levels));
        let is_sound = is_scale(self.likelihood) && is_scale(self.impact) && has_levels;
        if is_sound { Ok(()) } else { Err(Unsound::MatrixSize) }
    }

    /// Whether no part of a rating lies below the lowest step; half a thousandth may be lost in rounding.
    fn holds(self, Placed(likelihood, impact, level): Placed) -> bool {
        let is_on = |share: Thousandths, steps: u8| share >= Thousandths::of(1, u64::from(steps));
        is_on(likelihood, self.likelihood) && is_on(impact, self.impact) && is_on(level, self.levels)
    }
}

#[cfg(test)]
mod tests;
