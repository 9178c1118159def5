//! Matrices ready to use: those in published use, and a plain one for any size. A body picks the one
//! it knows and changes it. Bands are as published; where a body's step names are not published,
//! general ones stand in their place. What is expected at each level is ours. None of the sources says
//! what a step stands for in figures a year, so no preset has figures.

use super::axis::Scale;
use super::level::{Level, Tone};
use super::matrix::Matrix;
use super::position::Position;

/// A matrix ready to use.
#[derive(Clone, Copy, Debug)]
pub struct Preset {
    /// Stable name for files and links.
    pub id: &'static str,
    /// What people call it.
    pub name: &'static str,
    /// Where its bands come from.
    pub source: &'static str,
    steps: (usize, usize),
    levels: &'static [&'static str],
    bands: Bands,
}

#[derive(Clone, Copy, Debug)]
enum Bands {
    /// The highest product of each level but the last.
    Product(&'static [usize]),
    /// `grid[likelihood][impact]`, one digit a cell, one string a row, lowest first.
    Grid(&'static [&'static str]),
}

/// The shipped presets, the most usual first.
pub const PRESETS: [Preset; 7] = [
    Preset {
        id: "five-by-five",
        name: "5 × 5, four bands",
        source: "product bands 1-5, 6-10, 11-15, 16-25, as many councils use",
        steps: (5, 5),
        levels: &["Low", "Medium", "High", "Very high"],
        bands: Bands::Product(&[5, 10, 15]),
    },
    Preset {
        id: "tri-borough-2017",
        name: "5 × 5, green, amber, red",
        source: "London tri-borough risk register, 2017: 1-10, 11-15, 16-25",
        steps: (5, 5),
        levels: &["Green", "Amber", "Red"],
        bands: Bands::Product(&[10, 15]),
    },
    Preset {
        id: "five-by-five-five-bands",
        name: "5 × 5, five bands",
        source: "product bands 1-4, 5-8, 9-12, 13-17, 18-25, as governance tools use",
        steps: (5, 5),
        levels: &["Very low", "Low", "Medium", "High", "Very high"],
        bands: Bands::Product(&[4, 8, 12, 17]),
    },
    Preset {
        id: "iso-27005",
        name: "5 × 5, ISO 27005",
        source: "ISO/IEC 27005 example matrix, which weighs likelihood and impact unevenly",
        steps: (5, 5),
        levels: &["Very low", "Low", "Medium", "High", "Very high"],
        bands: Bands::Grid(&["00111", "01122", "11233", "12334", "23344"]),
    },
    Preset {
        id: "police-2015",
        name: "4 × 4, police",
        source: "Leicestershire Police, 2015: 1-4, 5-8, 9-16",
        steps: (4, 4),
        levels: &["Low", "Medium", "High"],
        bands: Bands::Product(&[4, 8]),
    },
    Preset {
        id: "three-by-three",
        name: "3 × 3, low to high",
        source: "product bands 1-2, 3-4, 6-9",
        steps: (3, 3),
        levels: &["Low", "Medium", "High"],
        bands: Bands::Product(&[2, 4]),
    },
    Preset {
        id: "six-by-six-means",
        name: "6 × 6, for voted means",
        source: "Fife Council votes on 1 to 6 and keeps the means; the four bands are ours",
        steps: (6, 6),
        levels: &["Low", "Medium", "High", "Very high"],
        bands: Bands::Product(&[5, 10, 18]),
    },
];

impl Preset {
    /// The matrix itself.
    #[must_use]
    pub fn matrix(&self) -> Matrix {
        let (likelihood, impact) = self.steps;
        let grid = match self.bands {
            Bands::Product(thresholds) => Matrix::product_grid(likelihood, impact, thresholds),
            Bands::Grid(rows) => rows.iter().map(|r| r.bytes().map(|b| b - b'0').collect()).collect(),
        };
        build(self.name, self.steps, self.levels, &grid)
    }
}

/// The preset with this id.
#[must_use]
pub fn preset(id: &str) -> Option<&'static Preset> {
    PRESETS.iter().find(|p| p.id == id)
}

/// A matrix of any size from three to six: the preset of that size where there is one, else bands at
/// a fifth, two fifths and three fifths of the highest product. Sizes outside are held to the bounds.
#[must_use]
pub fn of_size(likelihood_steps: usize, impact_steps: usize) -> Matrix {
    let hold = |n: usize| n.clamp(Scale::FEWEST_STEPS, Position::MOST_STEPS);
    let steps = (hold(likelihood_steps), hold(impact_steps));
    if let Some(preset) = PRESETS.iter().find(|p| p.steps == steps) {
        return preset.matrix();
    }
    let most = steps.0 * steps.1;
    let grid = Matrix::product_grid(steps.0, steps.1, &[most / 5, most * 2 / 5, most * 3 / 5]);
    let name = format!("{} × {}, four bands", steps.0, steps.1);
    build(&name, steps, &["Low", "Medium", "High", "Very high"], &grid)
}

fn build(name: &str, steps: (usize, usize), levels: &[&str], grid: &[Vec<u8>]) -> Matrix {
    // `expect` would print the error and bring along all that printing it for programmers takes.
    let scales = (Scale::new(likelihood_labels(steps.0)), Scale::new(impact_labels(steps.1)));
    let (Ok(likelihood), Ok(impact)) = scales else {
        unreachable!("general labels are three to six, distinct");
    };
    match Matrix::new(name, likelihood, impact, named_levels(levels), grid) {
        Ok(matrix) => matrix,
        Err(_) => unreachable!("a preset's grid fits its scales and levels"),
    }
}

/// Levels by name, lowest first, with a ramp of tones and a usual response and review interval.
fn named_levels(names: &[&str]) -> Vec<Level> {
    const USUAL: [(&str, u8); 4] = [
        ("Accept, and look again within a year", 12),
        ("Manage within the partnership, and look again within six months", 6),
        ("Agree actions with an owner and a date, and look again each quarter", 3),
        ("Report to senior managers now, and look again each month", 1),
    ];
    let last = names.len().saturating_sub(1).max(1);
    let level = |(i, (name, tone)): (usize, (&&str, Tone))| {
        let (response, review_months) = USUAL[i * 3 / last];
        Level { name: (*name).to_owned(), tone, colour: None, response: response.to_owned(), review_months }
    };
    names.iter().zip(Tone::ramp(names.len())).enumerate().map(level).collect()
}

fn likelihood_labels(steps: usize) -> &'static [&'static str] {
    match steps {
        0..=3 => &["Low", "Medium", "High"],
        4 => &["Unlikely", "Possible", "Likely", "Very likely"],
        5 => &["Rare", "Unlikely", "Possible", "Likely", "Almost certain"],
        _ => &["Almost impossible", "Very low", "Low", "Significant", "High", "Very high"],
    }
}

fn impact_labels(steps: usize) -> &'static [&'static str] {
    match steps {
        0..=3 => &["Low", "Medium", "High"],
        4 => &["Negligible", "Marginal", "Critical", "Catastrophic"],
        5 => &["Negligible", "Minor", "Moderate", "Major", "Catastrophic"],
        _ => &["Negligible", "Minor", "Moderate", "Significant", "Major", "Catastrophic"],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Cells of each level, lowest first.
    fn cells(matrix: &Matrix) -> Vec<usize> {
        let count = |level: u8| matrix.rows().flatten().filter(|&&l| l == level).count();
        (0..matrix.levels().len()).map(|l| count(l as u8)).collect()
    }

    #[test]
    fn every_preset_has_an_id_of_its_own_and_a_sound_matrix() {
        for (i, p) in PRESETS.iter().enumerate() {
            assert!(PRESETS[..i].iter().all(|other| other.id != p.id), "{}", p.id);
            assert_eq!(cells(&p.matrix()).iter().sum::<usize>(), p.steps.0 * p.steps.1);
            assert_eq!(preset(p.id).map(|found| found.name), Some(p.name));
        }
    }

    #[test]
    fn every_level_says_what_to_do_and_looks_again_the_sooner_the_higher_it_is() {
        let sizes = (3..=6).flat_map(|l| (3..=6).map(move |i| of_size(l, i)));
        for matrix in PRESETS.iter().map(Preset::matrix).chain(sizes) {
            let levels = matrix.levels();
            assert!(levels.iter().all(|level| !level.response.is_empty()), "{}", matrix.name());
            assert!(levels.is_sorted_by(|low, high| low.review_months >= high.review_months));
            let ends = [levels[0].review_months, levels[levels.len() - 1].review_months];
            assert_eq!(ends, [12, 1], "{}", matrix.name());
            assert!(matrix.not_monotone().is_empty() && matrix.layout() == Default::default());
        }
    }

    #[test]
    fn iso_27005_has_three_eight_five_six_three_cells_a_level() {
        // ISO/IEC 27005, example matrix.
        let matrix = preset("iso-27005").expect("shipped").matrix();
        assert_eq!(cells(&matrix), [3, 8, 5, 6, 3]);
        assert_eq!((matrix.level_at(0, 2), matrix.level_at(1, 1), matrix.level_at(3, 4)), (1, 1, 4));
    }

    #[test]
    fn published_product_bands_hold_at_their_edges() {
        for (id, edges) in [
            ("tri-borough-2017", &[(2, 5, 0), (3, 4, 1), (3, 5, 1), (4, 4, 2)][..]),
            ("police-2015", &[(1, 4, 0), (2, 3, 1), (2, 4, 1), (3, 3, 2)]),
            ("five-by-five-five-bands", &[(1, 4, 0), (1, 5, 1), (2, 4, 1), (3, 3, 2), (3, 5, 3), (4, 5, 4)]),
        ] {
            let matrix = preset(id).expect("shipped").matrix();
            for &(likelihood, impact, level) in edges {
                assert_eq!(matrix.level_at(likelihood - 1, impact - 1), level, "{id} {likelihood}x{impact}");
            }
        }
    }

    #[test]
    fn any_size_has_a_matrix_whose_level_never_falls_as_either_step_rises() {
        for (l, i) in (0..9).flat_map(|l| (0..9).map(move |i| (l, i))) {
            let matrix = of_size(l, i);
            let rows: Vec<&[u8]> = matrix.rows().collect();
            assert!(rows.iter().all(|row| row.is_sorted()), "{l} x {i}");
            assert!(rows.windows(2).all(|pair| pair[0].iter().zip(pair[1]).all(|(a, b)| a <= b)));
        }
    }
}
