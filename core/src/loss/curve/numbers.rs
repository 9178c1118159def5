//! A curve in plain numbers, and read from them again to the last bit.

use super::bounded::{Pert, Triangular, Uniform};
use super::steps::Steps;
use super::{Curve, Lognormal};
use crate::loss::Numbers;

impl Curve {
    /// Which law it is, and the numbers that make it this one.
    pub(super) fn numbers(&self) -> (u64, Vec<f64>) {
        match self {
            Self::Lognormal(law) => (0, law.numbers().to_vec()),
            Self::Pert(law) => (1, law.numbers().to_vec()),
            Self::Triangular(law) => (2, law.numbers().to_vec()),
            Self::Uniform(law) => (3, law.numbers().to_vec()),
            Self::Steps(law) => (4, law.amounts().to_vec()),
        }
    }

    /// Writes it behind other numbers.
    pub(in crate::loss) fn write(&self, to: &mut Vec<f64>) {
        let (kind, numbers) = self.numbers();
        to.extend([kind as f64, numbers.len() as f64]);
        to.extend(numbers);
    }

    /// Reads it from numbers; none where they are none.
    pub(in crate::loss) fn read(from: &mut Numbers<'_>) -> Option<Self> {
        let (kind, numbers) = (from.next_whole()?, from.list(Numbers::next_number)?);
        match (kind, &numbers[..]) {
            (0, [mu, sigma]) => Some(Self::Lognormal(Lognormal::of_numbers([*mu, *sigma]))),
            (1, &[low, width, weight, a, b]) => {
                Some(Self::Pert(Pert::of_numbers([low, width, weight, a, b])))
            }
            (2, &[low, mode, high]) => Some(Self::Triangular(Triangular::new([low, mode, high]))),
            (3, &[low, width]) => Some(Self::Uniform(Uniform::of_numbers([low, width]))),
            (4, [_, ..]) => Some(Self::Steps(Steps::of_pounds(numbers))),
            _ => None,
        }
    }
}
