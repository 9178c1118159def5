//! What parts the cells of a row, and the guess of it from the first rows of a file.

use super::read::read_rows;
use crate::exchange::grid::Grid;
use crate::order::ordered;

/// What parts the cells of a row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Delimiter {
    /// `,`
    #[default]
    Comma,
    /// `;`, where the comma marks decimals.
    Semicolon,
    /// The tab character.
    Tab,
    /// `|`
    Bar,
}

impl Delimiter {
    /// Every delimiter, the most usual first.
    pub const ALL: [Self; 4] = [Self::Comma, Self::Semicolon, Self::Tab, Self::Bar];

    /// What people call it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Comma => "Comma",
            Self::Semicolon => "Semicolon",
            Self::Tab => "Tab",
            Self::Bar => "Vertical bar",
        }
    }

    /// Its one byte.
    #[must_use]
    pub(super) fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
            Self::Bar => b'|',
        }
    }

    /// The delimiter that parts the first rows most evenly. Every candidate reads them in full, so
    /// that delimiters inside quotation marks do not count; of equals, the one with more cells wins.
    #[must_use]
    pub(super) fn guess(text: &str) -> Self {
        let sample = sample(text);
        let mut best = (Self::Comma, Evenness::default());
        for delimiter in Self::ALL {
            let evenness = Evenness::of(&read_rows(sample, delimiter, SAMPLE_ROWS).grid);
            if evenness > best.1 {
                best = (delimiter, evenness);
            }
        }
        best.0
    }

    /// The delimiter that a first line such as `sep=;` declares, and the length of what declares it.
    #[must_use]
    pub(super) fn declared(text: &str) -> Option<(Self, usize)> {
        let byte =
            *text.get(..4).filter(|key| key.eq_ignore_ascii_case("sep=")).and(text.as_bytes().get(4))?;
        let delimiter = Self::ALL.into_iter().find(|d| d.byte() == byte)?;
        matches!(text.as_bytes().get(5), None | Some(b'\r' | b'\n')).then_some((delimiter, 5))
    }
}

const SAMPLE_ROWS: usize = 60;
const SAMPLE_BYTES: usize = 64 * 1024;

fn sample(text: &str) -> &str {
    let mut end = text.len().min(SAMPLE_BYTES);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// How evenly rows are parted: the share of rows with the usual number of cells, then that number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Evenness {
    per_mille: usize,
    width: usize,
}

impl Evenness {
    fn of(grid: &Grid) -> Self {
        let widths: Vec<usize> = (0..grid.rows()).map(|row| grid.width(row)).collect();
        let widths = ordered(&widths, &Ord::cmp);
        let usual = widths.chunk_by(|a, b| a == b).filter(|same| same[0] > 1).max_by_key(|same| same.len());
        usual.map_or(Self::default(), |same| Self {
            per_mille: same.len() * 1000 / widths.len(),
            width: same[0],
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_delimiter_is_guessed_in_spite_of_quotes_and_decimal_commas() {
        use Delimiter::{Bar, Comma, Semicolon, Tab};
        for (text, delimiter) in [
            ("", Comma),
            ("Risk", Comma),
            ("Risk,Impact\nA,3\n", Comma),
            ("Risk;Impact;Likelihood\nA;4,2;5,1\nB;3,7;4,9\nC;4,2;4,1\n", Semicolon),
            ("Risk\tImpact\nSlow, late\t3\nDear, poor\t2\n", Tab),
            ("Risk|Impact\nA|3\n", Bar),
            ("Risk,Impact\n\"a;b;c\",3\n\"d;e;f\",4\n\"g;h;i\",4\n", Comma),
            ("Register 2026\n\nRisk;Impact\nLate, and dear;3\n", Semicolon),
            ("Risk,Notes\n\"5\" pipe\",x\nB,y\n", Comma),
            ("\"", Comma),
        ] {
            assert_eq!(Delimiter::guess(text), delimiter, "{text}");
        }
    }

    #[test]
    fn a_first_line_may_declare_it() {
        for (text, declared) in [
            ("sep=;\nRisk;Impact", Some((Delimiter::Semicolon, 5))),
            ("SEP=\t\r\nRisk", Some((Delimiter::Tab, 5))),
            ("\"sep=,\"\nRisk", None),
            ("sep=;x\n", None),
            ("sep=", None),
            ("separate;", None),
            ("é=;", None),
        ] {
            assert_eq!(Delimiter::declared(text), declared, "{text}");
        }
    }
}
