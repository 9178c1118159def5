//! The levels of a matrix: what a body calls its bands, what it expects to happen at each, and whether
//! their colours can be told apart. Which cells have a level is next door in [`super::matrix`].

use super::colour::Colour;

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

    /// Its colour on the page, for files that need one.
    #[must_use]
    pub fn colour(self) -> Colour {
        match self {
            Self::Lowest => Colour::new(0xff, 0xf7, 0xbc),
            Self::Low => Colour::new(0xfe, 0xe3, 0x91),
            Self::Middle => Colour::new(0xfe, 0xc4, 0x4f),
            Self::High => Colour::new(0xec, 0x70, 0x14),
            Self::Highest => Colour::new(0x8c, 0x2d, 0x04),
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
    /// The body's own colour, which is shown in place of the tone's.
    pub colour: Option<Colour>,
    /// What is expected to be done about a risk at this level; may be empty.
    pub response: String,
    /// Months until a risk at this level is looked at again; 0 where the body has set no interval.
    pub review_months: u8,
}

impl Level {
    /// The body's own colour, or else that of the tone.
    #[must_use]
    pub fn shown_colour(&self) -> Colour {
        self.colour.unwrap_or(self.tone.colour())
    }
}

/// Two levels whose colours are too alike in grey, by their places, the lower first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ContrastWarning {
    /// The lower level, counted from 0.
    pub lower: usize,
    /// The higher level, counted from 0.
    pub higher: usize,
}

impl ContrastWarning {
    /// The contrast from which two levels count as told apart in grey. It is ours: the 3 that WCAG 2.2
    /// asks of parts of a picture (success criterion 1.4.11) leaves room for three levels between black
    /// and white, which is why levels are named wherever they are shown. The palest two tones have 1.17.
    pub const LEAST: f64 = 1.15;

    /// The warnings that the colours of levels give. The words on them need none: see [`Colour::text`].
    #[must_use]
    pub fn all(levels: &[Level]) -> Vec<Self> {
        let are_alike = |lower: &Level, higher: &Level| {
            let has_own = lower.colour.is_some() || higher.colour.is_some();
            has_own && lower.shown_colour().contrast(higher.shown_colour()) < Self::LEAST
        };
        let pairs = (0..levels.len()).flat_map(|higher| (0..higher).map(move |lower| (lower, higher)));
        let warning = |(lower, higher): (usize, usize)| {
            are_alike(&levels[lower], &levels[higher]).then_some(Self { lower, higher })
        };
        pairs.filter_map(warning).collect()
    }

    /// The warning in words, for the levels that it was given for.
    #[must_use]
    pub fn message(self, levels: &[Level]) -> String {
        let name = |place: usize| levels.get(place).map_or("", |level| level.name.as_str());
        format!(
            "the colours of \u{201c}{}\u{201d} and \u{201c}{}\u{201d} look alike in grey and to some eyes",
            name(self.lower),
            name(self.higher)
        )
    }
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

    #[test]
    fn a_tone_has_the_colour_that_the_page_gives_it() {
        let tokens = include_str!("../../../styles/tokens.css");
        for (i, tone) in Tone::ALL.into_iter().enumerate() {
            assert!(tokens.contains(&format!("--shade-{i}: {};", tone.colour())), "{tone:?}");
        }
    }

    #[test]
    fn colours_that_look_alike_in_grey_are_named() {
        let level = |(i, colour): (usize, &&str)| Level {
            name: format!("level {i}"),
            tone: Tone::ALL[i],
            colour: colour.parse().ok(),
            response: String::new(),
            review_months: 0,
        };
        let pair = |lower, higher| ContrastWarning { lower, higher };
        for (colours, expected) in [
            // Without colours of their own they are told apart as well as the page can.
            (&["", "", ""][..], &[][..]),
            (&["#00b050", "#ffff00", "#ff0000"], &[]),
            (&["#00b050", "#ffff00", "#00b150"], &[pair(0, 2)]),
            (&["#888888", "#888888", "#898989"], &[pair(0, 1), pair(0, 2), pair(1, 2)]),
            // Against the tone of a level without its own.
            (&["", "#fef7bc"], &[pair(0, 1)]),
        ] {
            let levels: Vec<Level> = colours.iter().enumerate().map(level).collect();
            assert_eq!(ContrastWarning::all(&levels), expected, "{colours:?}");
        }
        let levels: Vec<Level> = ["#888888", "#888888"].iter().enumerate().map(level).collect();
        let said = "the colours of \u{201c}level 0\u{201d} and \u{201c}level 1\u{201d} look alike";
        assert!(pair(0, 1).message(&levels).starts_with(said));
    }
}
