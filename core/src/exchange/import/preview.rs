//! What an import would do: the fate of every row, everything that is wrong, and the one change that
//! brings all of it in, which exists only while nothing stands in the way.

use super::finding::{Finding, Findings, Trouble};
use super::home::Names;
use super::intake::Intake;
use super::mapping::Mapping;
use super::record_intake::of_records;
use super::row::Rows;
use super::whole::whole_findings;
use crate::catalogue::CategoryId;
use crate::exchange::columns::Field;
use crate::exchange::fault::Severity;
use crate::exchange::kind::Kind;
use crate::exchange::records::{ActionRow, AnswerRow, ControlRow, LossRow};
use crate::exchange::table::Table;
use crate::letters::folded;
use crate::register::{Change, Partnership, Register, Timestamp};

/// When an import is made, and the number from which its ids are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// The time that new entities bear.
    pub now: Timestamp,
    /// A number drawn at random once for each file; the same number gives the same ids.
    pub seed: u64,
}

/// What an import would do.
#[derive(Clone, Debug, PartialEq)]
pub struct Preview {
    /// What becomes of each row, in the file's order.
    pub rows: Vec<RowFate>,
    /// Everything that is wrong.
    pub findings: Findings,
    pub(super) change: Option<Change>,
}

/// What becomes of one row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowFate {
    /// The row as the person sees it in the file.
    pub row: usize,
    /// What becomes of it.
    pub fate: Fate,
}

/// What becomes of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is added.
    Added,
    /// It is left out.
    LeftOut(LeftOut),
    /// Something in it stands in the way.
    Faulty,
}

/// Why a row is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeftOut {
    /// The person said so.
    ByChoice,
    /// It is an opportunity, not a risk.
    Opportunity,
    /// The register already has a risk of this title in this partnership.
    AlreadyThere,
    /// The register already has the same.
    SameThere,
    /// It only repeats the names of the columns, as at the top of a printed page.
    HeaderAgain,
}

impl LeftOut {
    /// The reason in words.
    #[must_use]
    pub fn reason(self) -> &'static str {
        match self {
            Self::ByChoice => "left out by you",
            Self::Opportunity => "an opportunity, not a risk",
            Self::AlreadyThere => "the register already has a risk of this title in this partnership",
            Self::SameThere => "the register already has it",
            Self::HeaderAgain => "repeats the names of the columns",
        }
    }
}

impl Preview {
    /// The change that brings everything in; none while there is a problem, or nothing to bring in.
    #[must_use]
    pub fn change(&self) -> Option<Change> {
        self.change.clone()
    }

    /// How many rows would be added.
    #[must_use]
    pub fn added(&self) -> usize {
        self.rows.iter().filter(|row| row.fate == Fate::Added).count()
    }

    /// What stands in the way, as far as it is listed.
    pub fn problems(&self) -> impl Iterator<Item = &Finding> {
        self.of(Severity::Problem)
    }

    /// What is worth a look, as far as it is listed.
    pub fn notices(&self) -> impl Iterator<Item = &Finding> {
        self.of(Severity::Notice)
    }

    fn of(&self, severity: Severity) -> impl Iterator<Item = &Finding> {
        self.findings.listed().iter().filter(move |finding| finding.severity() == severity)
    }
}

/// What an import of a table would do. Categories are given as id and name.
#[must_use]
pub fn preview(
    table: &Table,
    mapping: &Mapping,
    register: &Register,
    categories: &[(CategoryId, &str)],
    stamp: Stamp,
) -> Preview {
    let matrix = mapping.scales.matrix.as_deref().unwrap_or(register.matrix());
    let findings = whole_findings(table, mapping, register, matrix);
    let read = (table, mapping);
    match mapping.kind {
        Kind::Risks => of_risks(read, register, categories, findings, stamp),
        Kind::Partnerships => of_records::<Partnership>(read, register, findings, stamp),
        Kind::HealthAnswers => of_records::<AnswerRow>(read, register, findings, stamp),
        Kind::Losses => of_records::<LossRow>(read, register, findings, stamp),
        Kind::Actions => of_records::<ActionRow>(read, register, findings, stamp),
        Kind::Controls => of_records::<ControlRow>(read, register, findings, stamp),
    }
}

fn of_risks(
    (table, mapping): (&Table, &Mapping),
    register: &Register,
    categories: &[(CategoryId, &str)],
    findings: Findings,
    stamp: Stamp,
) -> Preview {
    let with = Rows {
        matrix: mapping.scales.matrix.as_deref().unwrap_or(register.matrix()),
        category_names: category_names(categories),
        categories,
        places: Field::ALL.map(|field| mapping.column_of(field)),
        reads_ratings: !findings.listed().iter().any(|f| matches!(f.trouble, Trouble::StepsDiffer(..))),
    };
    let mut intake = Intake::new((table, mapping), &with, register, findings, stamp);
    if mapping.column_of(Field::Title).is_some() {
        (0..table.rows()).for_each(|row| intake.take(row));
    }
    intake.finish(register)
}

/// Ids and names of categories to their places; names stand before ids.
fn category_names(categories: &[(CategoryId, &str)]) -> Names {
    let mut names = Names::new();
    for (i, (id, _)) in categories.iter().enumerate() {
        names.insert(folded(id.as_str()), i);
    }
    for (i, (_, name)) in categories.iter().enumerate() {
        names.insert(folded(name), i);
    }
    names
}
