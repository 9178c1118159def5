//! The levels of a matrix: what a body calls its bands and what it expects to happen at each.

/// The place of a level's colour in the ramp from pale to dark, which stays readable in grey and to
/// colour-blind eyes. The page always prints the level's name beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Palest.
    Lowest,
    /// Second of five.
    Low,
    /// Third of five.
    Middle,
    /// Fourth of five.
    High,
    /// Darkest.
    Highest,
}

impl Tone {
    /// From pale to dark.
    pub const ALL: [Self; 5] = [Self::Lowest, Self::Low, Self::Middle, Self::High, Self::Highest];

    /// A ramp for `levels` levels, lowest first, spread over the five tones.
    #[must_use]
    pub fn ramp(levels: usize) -> Vec<Self> {
        match levels {
            0..=2 => [Self::Lowest, Self::High][..levels].to_vec(),
            3 => vec![Self::Lowest, Self::Middle, Self::High],
            4 => vec![Self::Lowest, Self::Middle, Self::High, Self::Highest],
            _ => (0..levels).map(|i| Self::ALL[i * 4 / (levels - 1)]).collect(),
        }
    }
}

/// One band of a matrix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Level {
    /// What the body calls it: "High".
    pub name: String,
    /// Its place in the colour ramp.
    pub tone: Tone,
    /// What is expected to be done about a risk at this level; may be empty.
    pub response: String,
    /// Months until a risk at this level is looked at again.
    pub review_months: u8,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ramp_has_one_tone_a_level_and_never_pales_as_levels_rise() {
        for levels in 0..=6 {
            let ramp = Tone::ramp(levels);
            assert_eq!(ramp.len(), levels);
            assert!(ramp.windows(2).all(|pair| pair[0] as u8 <= pair[1] as u8), "{levels}");
        }
    }
}
