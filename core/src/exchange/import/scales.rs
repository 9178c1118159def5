//! How a file writes likelihood and impact, and on which matrix that fits. Both axes are looked at
//! together, because a body votes on one scale though one axis may never reach its top. A register that
//! already holds ratings keeps its matrix.

use std::fmt;
use std::rc::Rc;

use crate::exchange::columns::{Column, Field, declared_steps};
use crate::exchange::table::Table;
use crate::letters;
use crate::order::ordered;
use crate::register::{Register, Stage};
use crate::scale::notation::{Notation, Order, Symbols, split_pair};
use crate::scale::{Axis, Matrix, Scale, preset};

/// The field that holds an axis alone at one stage.
pub(super) fn field_of(axis: Axis, stage: Stage) -> Field {
    match axis {
        Axis::Likelihood => Field::Likelihood(stage),
        Axis::Impact => Field::Impact(stage),
    }
}

/// How ratings are written and on which matrix they lie.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scales {
    /// How likelihood is written.
    pub likelihood: Notation,
    /// How impact is written.
    pub impact: Notation,
    /// The matrix that the register takes over with the risks; `None` keeps the one it has.
    pub matrix: Option<Rc<Matrix>>,
    /// What a person should know about the guess.
    pub remarks: Vec<Remark>,
}

impl Scales {
    /// How one axis is written.
    #[must_use]
    pub fn notation(&self, axis: Axis) -> Notation {
        match axis {
            Axis::Likelihood => self.likelihood,
            Axis::Impact => self.impact,
        }
    }
}

/// Something a person should know about the guess of scales.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// The register holds ratings, so its matrix stands.
    MatrixStands,
    /// Nothing is rated yet, so the matrix with this name is proposed.
    MatrixProposed(String),
    /// The values suggest so many steps; the scale may have more.
    StepsFromValues(Axis, usize),
    /// Letters or digits are read with the first one worst.
    FirstIsWorst(Axis),
    /// The values fit no way of writing that is known.
    Unclear(Axis),
}

impl fmt::Display for Remark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MatrixStands => f.write_str(
                "the register already holds ratings, so its matrix stands and the file has to fit it",
            ),
            Self::MatrixProposed(name) => {
                write!(f, "nothing is rated yet, so the matrix \u{201c}{name}\u{201d} is proposed")
            }
            Self::StepsFromValues(axis, steps) => write!(
                f,
                "the values of {} suggest a scale of {steps} steps; if yours has more, say so",
                axis.name()
            ),
            Self::FirstIsWorst(axis) => {
                write!(
                    f,
                    "in {}, the first letter or digit is taken as the worst; if it is the best, say so",
                    axis.name()
                )
            }
            Self::Unclear(axis) => {
                write!(f, "how {} is written could not be told; say how its scale goes", axis.name())
            }
        }
    }
}

/// The distinct values of one axis in a file, in the order of the alphabet.
#[derive(Clone, Debug, Default)]
struct Values<'a> {
    cells: Vec<&'a str>,
    /// The number of steps that a column's name declares.
    declared: Option<usize>,
}

/// Guesses how ratings are written from all columns that hold them, and the matrix they lie on.
#[must_use]
pub fn guess_scales(table: &Table, columns: &[Column], register: &Register) -> Scales {
    let values = [Axis::Likelihood, Axis::Impact].map(|axis| values(table, columns, axis));
    let matrix = register.matrix();
    let [likelihood, impact] = notations(&values, matrix);
    let mut scales = Scales {
        likelihood: likelihood.unwrap_or(Notation::digits(matrix.likelihood().steps())),
        impact: impact.unwrap_or(Notation::digits(matrix.impact().steps())),
        matrix: None,
        remarks: unclear(&values, [likelihood, impact], matrix),
    };
    if values.iter().all(|values| values.cells.is_empty()) {
        return scales;
    }
    if register.holds_ratings() {
        keep_matrix(&mut scales, matrix, &values);
    } else {
        propose_matrix(&mut scales, matrix, &values);
    }
    scales
}

/// A remark for each axis that has values which no notation reads and which are no names of steps.
fn unclear(values: &[Values<'_>; 2], notations: [Option<Notation>; 2], matrix: &Matrix) -> Vec<Remark> {
    let axes = [Axis::Likelihood, Axis::Impact].into_iter().zip(values).zip(notations);
    axes.filter_map(|((axis, values), notation)| {
        let is_read = notation.is_some() || values.cells.is_empty() || in_own_words(values, axis.of(matrix));
        (!is_read).then_some(Remark::Unclear(axis))
    })
    .collect()
}

/// Whether every value is the name of a step of the scale.
pub(super) fn all_labels<'a>(mut cells: impl Iterator<Item = &'a str>, scale: &Scale) -> bool {
    cells.all(|cell| label_step(cell, scale).is_some())
}

/// The step whose name a cell is.
pub(super) fn label_step(cell: &str, scale: &Scale) -> Option<usize> {
    let cell = letters::small(cell);
    scale.labels().iter().position(|label| letters::small(label) == cell)
}

fn in_own_words(values: &Values<'_>, scale: &Scale) -> bool {
    !values.cells.is_empty() && all_labels(values.cells.iter().copied(), scale)
}

/// The part of a cell that rates one axis; pairs are taken apart.
pub(super) fn axis_cell(field: Field, axis: Axis, cell: &str) -> Option<&str> {
    field.stage().and_then(|stage| {
        if field == Field::Pair(stage) {
            let (letter, digit) = split_pair(cell)?;
            return Some(match axis {
                Axis::Likelihood => letter,
                Axis::Impact => digit,
            });
        }
        (field == field_of(axis, stage)).then_some(cell)
    })
}

fn values<'a>(table: &'a Table, columns: &[Column], axis: Axis) -> Values<'a> {
    let mut values = Values::default();
    for (i, Column { field, header, .. }) in columns.iter().enumerate() {
        for cell in table.column(i).filter_map(|cell| axis_cell(*field, axis, cell)) {
            if !super::words::is_blank(cell) {
                values.cells.push(cell);
            }
        }
        if field.stage().is_some_and(|stage| *field == field_of(axis, stage)) {
            values.declared = values.declared.max(declared_steps(header));
        }
    }
    values.cells = distinct(&values.cells);
    values
}

fn distinct<'a>(cells: &[&'a str]) -> Vec<&'a str> {
    let mut cells = ordered(cells, &|a, b| a.cmp(b));
    cells.dedup();
    cells
}

/// The notation of both axes: together where one reads both, else each alone; none where the values are
/// the names of the matrix's own steps.
fn notations(values: &[Values<'_>; 2], matrix: &Matrix) -> [Option<Notation>; 2] {
    let both = distinct(&[&values[0].cells[..], &values[1].cells].concat());
    let together = same_kind(&values[0], &values[1]).then(|| notation(&both)).flatten();
    let each = |axis: Axis, own: &Values<'_>, other: &Values<'_>| {
        if in_own_words(own, axis.of(matrix)) {
            return None;
        }
        let declared = || own.declared.map(Notation::digits);
        let notation = together.or_else(|| notation(&own.cells)).or_else(declared)?;
        Some(with_declared(notation, own.declared, other.declared))
    };
    let [likelihood, impact] = values;
    let found = [each(Axis::Likelihood, likelihood, impact), each(Axis::Impact, impact, likelihood)];
    match found {
        [Some(letters), Some(digits)] if is_letters(letters) && is_digits(digits) => {
            lettered(letters, digits, impact.declared).map(Some)
        }
        _ => found,
    }
}

/// Digits have the steps that their column's name declares; without a declaration, at least those that
/// the other axis declares.
fn with_declared(notation: Notation, own: Option<usize>, other: Option<usize>) -> Notation {
    match (notation.symbols, own, other) {
        (Symbols::Digits, Some(steps), _) => Notation { steps, ..notation },
        (Symbols::Digits, None, Some(steps)) => Notation { steps: notation.steps.max(steps), ..notation },
        (Symbols::Digits, None, None) | (Symbols::Letters | Symbols::Words(_), _, _) => notation,
    }
}

fn is_letters(notation: Notation) -> bool {
    matches!(notation.symbols, Symbols::Letters)
}

fn is_digits(notation: Notation) -> bool {
    matches!(notation.symbols, Symbols::Digits)
}

fn same_kind(a: &Values<'_>, b: &Values<'_>) -> bool {
    let kind = |values: &Values<'_>| notation(&values.cells).map(|n| std::mem::discriminant(&n.symbols));
    kind(a).is_some() && kind(a) == kind(b)
}

/// Letters beside digits come from the insurers' matrix that councils took over: A (very high) to F
/// (almost impossible), 1 (catastrophic) to 4 (negligible). Where the digits go further, 1 is read as
/// the lowest, as digits usually are.
fn lettered(letters: Notation, digits: Notation, declared: Option<usize>) -> [Notation; 2] {
    if digits.steps > 4 {
        return [Notation { steps: letters.steps.max(digits.steps), ..letters }, digits];
    }
    let steps = declared.unwrap_or(4);
    [Notation { steps: 6, ..letters }, Notation { steps, order: Order::HighestFirst, ..digits }]
}

/// The notation of most values: stray ones, such as "tbc" or 45, are left for the rows to report.
fn notation(cells: &[&str]) -> Option<Notation> {
    let mut kinds: [Vec<&str>; 3] = Default::default();
    for cell in cells {
        let Some(alone) = Notation::guess(std::iter::once(*cell)) else { continue };
        if alone.read(cell).is_ok() {
            let kind = match alone.symbols {
                Symbols::Digits => 0,
                Symbols::Letters => 1,
                Symbols::Words(_) => 2,
            };
            kinds[kind].push(cell);
        }
    }
    let most = kinds.iter().max_by_key(|kind| kind.len())?;
    Notation::guess(most.iter().copied())
}

/// The matrix stands, and digits and letters run to its end unless their column's name declares another.
fn keep_matrix(scales: &mut Scales, matrix: &Matrix, values: &[Values<'_>; 2]) {
    scales.remarks.push(Remark::MatrixStands);
    for (axis, values) in Axis::ALL.into_iter().zip(values) {
        let steps = values.declared.unwrap_or(axis.of(matrix).steps());
        let notation = match axis {
            Axis::Likelihood => &mut scales.likelihood,
            Axis::Impact => &mut scales.impact,
        };
        match notation.symbols {
            Symbols::Digits | Symbols::Letters => notation.steps = steps,
            Symbols::Words(_) => {}
        }
        remark_on_order(&mut scales.remarks, axis, *notation);
    }
}

fn propose_matrix(scales: &mut Scales, matrix: &Matrix, values: &[Values<'_>; 2]) {
    for (axis, values) in Axis::ALL.into_iter().zip(values) {
        let notation = scales.notation(axis);
        let is_open = match notation.symbols {
            Symbols::Digits | Symbols::Letters => values.declared.is_none() && !values.cells.is_empty(),
            Symbols::Words(_) => false,
        };
        if is_open && !in_own_words(values, axis.of(matrix)) {
            scales.remarks.push(Remark::StepsFromValues(axis, notation.steps));
        }
        remark_on_order(&mut scales.remarks, axis, notation);
    }
    let steps = (scales.likelihood.steps, scales.impact.steps);
    if steps != (matrix.likelihood().steps(), matrix.impact().steps()) {
        let proposed = preset::of_size(steps.0, steps.1);
        scales.remarks.push(Remark::MatrixProposed(proposed.name().to_owned()));
        scales.matrix = Some(Rc::new(proposed));
    }
}

fn remark_on_order(remarks: &mut Vec<Remark>, axis: Axis, notation: Notation) {
    if notation.order == Order::HighestFirst {
        remarks.push(Remark::FirstIsWorst(axis));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::columns::guess_columns;
    use crate::exchange::kind::Kind;
    use crate::exchange::table::{Reading, read_file};
    use crate::register::Organisation;

    fn scales(text: &str) -> Scales {
        let table = read_file(text.as_bytes(), Reading::default()).expect("text");
        let register = Register::new(Organisation::new("Anytown", Rc::new(preset::of_size(5, 5))));
        guess_scales(&table, &guess_columns(&table, Kind::Risks), &register)
    }

    #[test]
    fn steps_and_order_come_from_both_axes_together() {
        use Order::{HighestFirst, LowestFirst};
        for (text, likelihood, impact) in [
            ("Risk,L,I\na,5.1,4.2\nb,2,2\n", (6, LowestFirst), (6, LowestFirst)),
            ("Risk,L,I\na,2,3\n", (3, LowestFirst), (3, LowestFirst)),
            ("Risk,L (1-5),I (1-4)\na,2,3\n", (5, LowestFirst), (4, LowestFirst)),
            ("Risk,L (1-5),I\na,2,3\n", (5, LowestFirst), (5, LowestFirst)),
            ("Risk,L,I\na,2,3\nb,45,tbc\nc,5,1\n", (5, LowestFirst), (5, LowestFirst)),
            ("Risk,L,I\na,B,2\nb,D,1\n", (6, HighestFirst), (4, HighestFirst)),
            ("Risk,L,I\na,B,5\nb,D,1\n", (5, HighestFirst), (5, LowestFirst)),
            ("Risk,Rating\na,C1\nb,B2\n", (6, HighestFirst), (4, HighestFirst)),
            ("Risk,L,I\na,low,high\nb,medium,low\n", (3, LowestFirst), (3, LowestFirst)),
            ("Risk,L,I\na,low,very high\nb,medium,low\n", (4, LowestFirst), (4, LowestFirst)),
            ("Risk,Owner\na,b\n", (5, LowestFirst), (5, LowestFirst)),
        ] {
            let found = scales(text);
            let [l, i] = [found.likelihood, found.impact].map(|notation| (notation.steps, notation.order));
            assert_eq!((l, i), (likelihood, impact), "{text}");
        }
    }

    #[test]
    fn every_doubt_about_a_scale_is_said() {
        for (text, remarks) in [
            (
                "Risk,Rating\na,C1\n",
                &[
                    "the values of likelihood suggest a scale of 6 steps; if yours has more, say so",
                    "in likelihood, the first letter or digit is taken as the worst; if it is the best, say so",
                    "the values of impact suggest a scale of 4 steps; if yours has more, say so",
                    "in impact, the first letter or digit is taken as the worst; if it is the best, say so",
                    "nothing is rated yet, so the matrix \u{201c}6 × 4, four bands\u{201d} is proposed",
                ][..],
            ),
            ("Risk,L (1-5),I (1-5)\na,1,2\n", &[]),
            (
                "Risk,L,I\na,tbc,tbc\n",
                &[
                    "how likelihood is written could not be told; say how its scale goes",
                    "how impact is written could not be told; say how its scale goes",
                ],
            ),
        ] {
            let said: Vec<String> = scales(text).remarks.iter().map(ToString::to_string).collect();
            assert_eq!(said[..remarks.len().min(said.len())], *remarks, "{text}");
        }
    }
}
