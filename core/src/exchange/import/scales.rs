//! How a file writes likelihood and impact, and on which matrix that fits. Both axes are looked at
//! together, because a body votes on one scale though one axis may never reach its top. A register that
//! already holds ratings keeps its matrix.

use std::collections::BTreeSet;
use std::fmt;
use std::rc::Rc;

use crate::exchange::columns::{Column, Field, declared_steps};
use crate::exchange::table::Table;
use crate::register::{Register, Stage};
use crate::scale::notation::{Notation, Order, Symbols, split_pair};
use crate::scale::{Matrix, Scale, preset};

/// One of the two axes of a rating.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Axis {
    /// How likely.
    Likelihood,
    /// How bad.
    Impact,
}

impl Axis {
    /// What people call it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Likelihood => "likelihood",
            Self::Impact => "impact",
        }
    }

    /// This axis of a matrix.
    #[must_use]
    pub fn of(self, matrix: &Matrix) -> &Scale {
        match self {
            Self::Likelihood => matrix.likelihood(),
            Self::Impact => matrix.impact(),
        }
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

/// The distinct values of one axis in a file.
#[derive(Clone, Debug, Default)]
struct Values<'a> {
    cells: BTreeSet<&'a str>,
    /// The number of steps that a column's name declares.
    declared: Option<usize>,
    /// Whether they come from cells such as `C1`.
    in_pairs: bool,
}

/// Guesses how ratings are written from all columns that hold them, and the matrix they lie on.
#[must_use]
pub fn guess_scales(table: &Table, columns: &[Column], register: &Register) -> Scales {
    let values = [Axis::Likelihood, Axis::Impact].map(|axis| values(table, columns, axis));
    let [likelihood, impact] = notations(&values);
    let matrix = register.matrix();
    let mut remarks = Vec::new();
    let mut settle = |axis: Axis, guessed: Option<Notation>, values: &Values<'_>| {
        let own_words = in_own_words(values, axis.of(matrix));
        let filled = !values.cells.is_empty();
        if filled && guessed.is_none() && !own_words {
            remarks.push(Remark::Unclear(axis));
        }
        let steps = axis.of(matrix).steps();
        match guessed {
            Some(notation) if filled && !own_words => notation,
            Some(_) | None => Notation::digits(steps),
        }
    };
    let mut scales = Scales {
        likelihood: settle(Axis::Likelihood, likelihood, &values[0]),
        impact: settle(Axis::Impact, impact, &values[1]),
        matrix: None,
        remarks: Vec::new(),
    };
    scales.remarks = remarks;
    if values.iter().all(|values| values.cells.is_empty()) {
        return scales;
    }
    if holds_ratings(register) {
        keep_matrix(&mut scales, matrix);
    } else {
        propose_matrix(&mut scales, matrix, &values);
    }
    scales
}

/// Whether any risk of a register is rated.
pub(super) fn holds_ratings(register: &Register) -> bool {
    let is_rated = |stage: Stage| register.risks().iter().any(|risk| risk.ratings.at(stage).is_some());
    Stage::ALL.into_iter().any(is_rated)
}

/// Whether every value is the name of a step of the scale.
pub(super) fn all_labels<'a>(mut cells: impl Iterator<Item = &'a str>, scale: &Scale) -> bool {
    cells.all(|cell| label_step(cell, scale).is_some())
}

/// The step whose name a cell is.
pub(super) fn label_step(cell: &str, scale: &Scale) -> Option<usize> {
    let cell = cell.to_lowercase();
    scale.labels().iter().position(|label| label.to_lowercase() == cell)
}

fn in_own_words(values: &Values<'_>, scale: &Scale) -> bool {
    !values.cells.is_empty() && all_labels(values.cells.iter().copied(), scale)
}

/// The cells of one axis in a row's columns, pairs taken apart.
pub(super) fn axis_cell(field: Field, axis: Axis, cell: &str) -> Option<&str> {
    match (field, axis) {
        (Field::Likelihood(_), Axis::Likelihood) | (Field::Impact(_), Axis::Impact) => Some(cell),
        (Field::Pair(_), Axis::Likelihood) => split_pair(cell).map(|(letter, _)| letter),
        (Field::Pair(_), Axis::Impact) => split_pair(cell).map(|(_, digit)| digit),
        _ => None,
    }
}

fn values<'a>(table: &'a Table, columns: &[Column], axis: Axis) -> Values<'a> {
    let mut values = Values::default();
    for (i, Column { field, header, .. }) in columns.iter().enumerate() {
        let cells = table.column(i).filter_map(|cell| axis_cell(*field, axis, cell));
        values.cells.extend(cells.filter(|cell| !super::words::is_blank(cell)));
        if matches!(
            (field, axis),
            (Field::Likelihood(_), Axis::Likelihood) | (Field::Impact(_), Axis::Impact)
        ) {
            values.declared = values.declared.max(declared_steps(header));
        }
        values.in_pairs |= matches!(field, Field::Pair(_));
    }
    values
}

/// The notation of both axes: together where one reads both, else each alone.
fn notations(values: &[Values<'_>; 2]) -> [Option<Notation>; 2] {
    let both: BTreeSet<&str> = values.iter().flat_map(|values| values.cells.iter().copied()).collect();
    let together = same_kind(&values[0], &values[1]).then(|| notation(&both)).flatten();
    let each = |values: &Values<'_>| {
        let mut notation = together.or_else(|| notation(&values.cells))?;
        if let (Some(declared), Symbols::Digits) = (values.declared, notation.symbols) {
            notation.steps = declared;
        }
        Some(notation)
    };
    let [mut likelihood, mut impact] = [each(&values[0]), each(&values[1])];
    if values.iter().any(|values| values.in_pairs) {
        [likelihood, impact] = paired(likelihood, impact);
    }
    [likelihood, impact]
}

fn same_kind(a: &Values<'_>, b: &Values<'_>) -> bool {
    let kind = |values: &Values<'_>| notation(&values.cells).map(|n| std::mem::discriminant(&n.symbols));
    kind(a).is_some() && kind(a) == kind(b)
}

/// Letter and digit in one cell come from the insurers' matrix that councils took over: A (very high)
/// to F (almost impossible), 1 (catastrophic) to 4 (negligible). Where the digits go further, 1 is read
/// as the lowest, as digits usually are.
fn paired(letters: Option<Notation>, digits: Option<Notation>) -> [Option<Notation>; 2] {
    let letters = letters.map(|n| Notation { steps: 6, ..n });
    let digits = digits.map(|n| match n.steps {
        0..=4 => Notation { steps: 4, order: Order::HighestFirst, ..n },
        _ => n,
    });
    [letters, digits]
}

/// The notation of most values: stray ones, such as "tbc" or 45, are left for the rows to report.
fn notation(cells: &BTreeSet<&str>) -> Option<Notation> {
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

fn keep_matrix(scales: &mut Scales, matrix: &Matrix) {
    scales.remarks.push(Remark::MatrixStands);
    for axis in [Axis::Likelihood, Axis::Impact] {
        let steps = axis.of(matrix).steps();
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
    for (axis, values) in [Axis::Likelihood, Axis::Impact].into_iter().zip(values) {
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
