//! Parts of a whole, in hundredths of one per cent.

use std::fmt;

use crate::decimal;

/// A part of a whole, from nothing to all of it, exact to a hundredth of one per cent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Share(u16);

/// The text or number is not a share from 0 to 100 per cent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShareError;

impl fmt::Display for ShareError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a percentage from 0 to 100")
    }
}

impl std::error::Error for ShareError {}

const WHOLE: u16 = 10_000;

impl Share {
    /// Nothing.
    pub const NONE: Self = Self(0);
    /// All of it.
    pub const WHOLE: Self = Self(WHOLE);

    /// So many hundredths of one per cent.
    pub fn of_basis_points(points: i64) -> Result<Self, ShareError> {
        u16::try_from(points).ok().filter(|points| *points <= WHOLE).map(Self).ok_or(ShareError)
    }

    /// A percentage as people write it: 12.5 or 12.5 %.
    pub fn read(text: &str) -> Result<Self, ShareError> {
        let number = text.trim().trim_end_matches('%').trim_end();
        let percent = decimal::read(number).ok_or(ShareError)?;
        let points = (percent * 100.0).round();
        if (0.0..=f64::from(WHOLE)).contains(&points) { Ok(Self(points as u16)) } else { Err(ShareError) }
    }

    /// It in hundredths of one per cent.
    #[must_use]
    pub fn basis_points(self) -> u16 {
        self.0
    }

    /// It as a number from 0 to 1.
    #[must_use]
    pub fn fraction(self) -> f64 {
        f64::from(self.0) / f64::from(WHOLE)
    }

    /// What is left of the whole without it.
    #[must_use]
    pub fn rest(self) -> Self {
        Self(WHOLE - self.0)
    }

    /// As a field holds it, without the sign: 12.5.
    #[must_use]
    pub fn as_typed(self) -> String {
        decimal::short(f64::from(self.0) / 100.0, 2)
    }
}

/// With its sign: 12.5 %.
impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} %", self.as_typed())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert_eq, proptest};

    use super::*;

    #[test]
    fn percentages_are_read_as_people_write_them() {
        for (text, points) in
            [("12.5", 1_250), ("12.5 %", 1_250), ("100%", 10_000), ("0", 0), ("33.333", 3_333)]
        {
            assert_eq!(Share::read(text).map(Share::basis_points), Ok(points), "{text}");
        }
        for text in ["", "%", "NaN", "-1", "100.01", "half"] {
            assert_eq!(Share::read(text), Err(ShareError), "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_share_reads_back_as_itself(points in 0_i64..=10_000) {
            let share = Share::of_basis_points(points).expect("within the bounds");
            prop_assert_eq!(Share::read(&share.as_typed()), Ok(share));
            prop_assert_eq!(Share::read(&share.to_string()), Ok(share));
            prop_assert_eq!(share.rest().basis_points() + share.basis_points(), Share::WHOLE.basis_points());
        }
    }
}
