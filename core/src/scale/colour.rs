//! A colour that a body gives a level, and how well it can be told from others and read upon. Where a
//! level has no colour of its own, its tone stands in: next door in [`super::level`].

use std::fmt;
use std::str::FromStr;

/// A colour of the sRGB space, written `#rrggbb`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Colour([u8; 3]);

/// A text that is no colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ColourError;

impl fmt::Display for ColourError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a colour; write # and six digits of 0 to 9 and a to f, as in #c62828")
    }
}

impl std::error::Error for ColourError {}

impl FromStr for Colour {
    type Err = ColourError;

    /// The colour of `#rrggbb` or `#rgb`, in small or capital letters.
    fn from_str(text: &str) -> Result<Self, ColourError> {
        let digits = text.trim().strip_prefix('#').ok_or(ColourError)?;
        let digit = |c: char| c.to_digit(16).and_then(|digit| u8::try_from(digit).ok());
        let digits: Vec<u8> = digits.chars().map(digit).collect::<Option<_>>().ok_or(ColourError)?;
        match digits[..] {
            [r, g, b] => Ok(Self([r * 17, g * 17, b * 17])),
            [r, s, g, h, b, c] => Ok(Self([r * 16 + s, g * 16 + h, b * 16 + c])),
            _ => Err(ColourError),
        }
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [r, g, b] = self.0;
        write!(f, "#{r:02x}{g:02x}{b:02x}")
    }
}

impl Colour {
    /// #000000.
    pub const BLACK: Self = Self([0; 3]);
    /// #ffffff.
    pub const WHITE: Self = Self([255; 3]);

    /// A colour from its parts of red, green and blue.
    #[must_use]
    pub const fn new(red: u8, green: u8, blue: u8) -> Self {
        Self([red, green, blue])
    }

    /// How light it is, from 0 for black to 1 for white. WCAG 2.2, definition of relative luminance.
    #[must_use]
    pub fn luminance(self) -> f64 {
        let [r, g, b] = self.0.map(linear);
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    /// How well it can be told from another, from 1 (not at all) to 21. WCAG 2.2, definition of contrast
    /// ratio.
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance() + 0.05, other.luminance() + 0.05);
        a.max(b) / a.min(b)
    }

    /// Black or white, whichever is easier to read on this colour. It always has the 4.5 that WCAG 2.2
    /// asks of text (success criterion 1.4.3): the two contrasts multiply to 21, so the better of them
    /// is never below 4.58.
    #[must_use]
    pub fn text(self) -> Self {
        if self.contrast(Self::BLACK) >= self.contrast(Self::WHITE) { Self::BLACK } else { Self::WHITE }
    }
}

/// The light of one part of a colour.
fn linear(part: u8) -> f64 {
    let part = f64::from(part) / 255.0;
    if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn colour(text: &str) -> Colour {
        text.parse().expect("a colour")
    }

    #[test]
    fn a_colour_is_read_in_either_length_and_written_in_full() {
        for (text, written) in
            [("#FFA600", "#ffa600"), (" #0f0 ", "#00ff00"), ("#8c2d04", "#8c2d04"), ("#000000", "#000000")]
        {
            assert_eq!(text.parse::<Colour>().map(|c| c.to_string()), Ok(written.to_owned()));
        }
        for text in ["", "#", "#12345", "#1234567", "123456", "#gggggg", "red", "#ééé", "#+1+1+1"] {
            assert_eq!(text.parse::<Colour>(), Err(ColourError), "{text}");
        }
    }

    #[test]
    fn contrasts_are_those_that_wcag_checkers_give() {
        for (a, b, expected) in [
            ("#000000", "#ffffff", 21.0),
            ("#ffffff", "#ffffff", 1.0),
            ("#ff0000", "#ffffff", 3.998),
            // The grey that is commonly named as the palest for text on white.
            ("#767676", "#ffffff", 4.542),
            ("#777777", "#ffffff", 4.478),
            ("#ffff00", "#000000", 19.556),
        ] {
            let found = colour(a).contrast(colour(b));
            assert!((found - expected).abs() < 0.001, "{a} on {b}: {found}");
        }
    }

    proptest::proptest! {
        #[test]
        fn text_can_be_read_on_every_colour(r: u8, g: u8, b: u8) {
            let colour = Colour::new(r, g, b);
            proptest::prop_assert!(colour.contrast(colour.text()) >= 4.58);
            proptest::prop_assert_eq!(colour.to_string().parse(), Ok(colour));
        }
    }
}
