//! Where one body stands among those that were merged, of which it is one if its own file was: its own figure beside
//! their quartiles, in words. Whether high is good
//! is not said here: it is for a theme of health, and is not for a risk.

use super::body::Body;
use super::cell::Cell;
use super::indicator::Indicator;
use super::pool::PeerPool;
use super::quartiles::Quartiles;
use super::submission::Submission;
use super::table::percent;
use crate::catalogue::categories;
use crate::health::Theme;
use crate::register::Sector;

/// A figure by which bodies are compared, each in per cent of what is possible.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aspect {
    /// The mean health of partnerships in a theme.
    Theme(Theme),
    /// The share of partnerships that have something.
    Practice(Indicator),
    /// The mean score of a category's risks, by the category's place among the built-in ones.
    Category(usize),
}

/// Where a figure stands among others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Below the lower quartile.
    BelowLower,
    /// From the lower quartile on, below the median.
    BelowMedian,
    /// At the median.
    AtMedian,
    /// Above the median, up to the upper quartile.
    AboveMedian,
    /// Above the upper quartile.
    AboveUpper,
}

/// One figure: that of the bodies merged and our own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PeerLine {
    /// What is compared.
    pub aspect: Aspect,
    /// The quartiles of all bodies that were merged; our own is among them if its file was merged.
    pub quartiles: Cell<Quartiles>,
    /// Our own, in whole per cent; none where we have none.
    pub ours: Option<u8>,
}

impl Aspect {
    /// Every theme.
    pub fn themes() -> impl Iterator<Item = Self> {
        Theme::ALL.into_iter().map(Self::Theme)
    }

    /// Every indicator.
    pub fn practice() -> impl Iterator<Item = Self> {
        Indicator::ALL.into_iter().map(Self::Practice)
    }

    /// Every built-in category.
    pub fn categories() -> impl Iterator<Item = Self> {
        (0..categories().len()).map(Self::Category)
    }

    /// What people call it.
    #[must_use]
    pub fn name(self) -> String {
        match self {
            Self::Theme(theme) => theme.name().to_owned(),
            Self::Practice(indicator) => indicator.name().to_owned(),
            Self::Category(place) => categories().get(place).map(|c| c.name.to_string()).unwrap_or_default(),
        }
    }
}

impl Place {
    /// Where a figure stands among quartiles, both in whole per cent.
    #[must_use]
    pub fn of(figure: u8, Quartiles { lower, median, upper }: Quartiles) -> Self {
        if figure == median {
            Self::AtMedian
        } else if figure < lower {
            Self::BelowLower
        } else if figure < median {
            Self::BelowMedian
        } else if figure <= upper {
            Self::AboveMedian
        } else {
            Self::AboveUpper
        }
    }

    /// The same in words.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::BelowLower => "Below the lower quartile",
            Self::BelowMedian => "Between the lower quartile and the median",
            Self::AtMedian => "At the median",
            Self::AboveMedian => "Between the median and the upper quartile",
            Self::AboveUpper => "Above the upper quartile",
        }
    }
}

impl PeerLine {
    /// Where we stand; none where we have no figure or that of the others is not shown.
    #[must_use]
    pub fn place(&self) -> Option<Place> {
        Some(Place::of(self.ours?, *self.quartiles.shown()?))
    }
}

/// The figures of all bodies or of one sector beside our own, where we have a submission.
#[must_use]
pub fn lines(
    pool: &PeerPool,
    whose: Option<Sector>,
    ours: Option<&Submission>,
    aspects: impl Iterator<Item = Aspect>,
) -> Vec<PeerLine> {
    let ours = ours.map(Body::of);
    let own = |aspect| ours.as_ref().and_then(|body| body.value(&aspect)).map(|n| percent(f64::from(n)));
    let line = |aspect| PeerLine { aspect, quartiles: pool.quartiles(&aspect, whose), ours: own(aspect) };
    aspects.map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_told_in_words() {
        let quartiles = Quartiles { lower: 30, median: 50, upper: 60 };
        for (figure, place) in [
            (0, Place::BelowLower),
            (29, Place::BelowLower),
            (30, Place::BelowMedian),
            (50, Place::AtMedian),
            (60, Place::AboveMedian),
            (61, Place::AboveUpper),
        ] {
            assert_eq!(Place::of(figure, quartiles), place, "{figure}");
        }
        // Where all stand at one figure, so do we or we stand apart.
        let alike = Quartiles { lower: 40, median: 40, upper: 40 };
        assert_eq!(
            [39, 40, 41].map(|n| Place::of(n, alike)),
            [Place::BelowLower, Place::AtMedian, Place::AboveUpper]
        );
    }
}
