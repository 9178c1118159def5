//! What an import would do: the fate of every row, everything that is wrong, and the one change that
//! brings all risks in, which exists only while nothing stands in the way.

use std::collections::BTreeMap;

use super::finding::{Finding, Trouble};
use super::home::{Homes, folded};
use super::mapping::{Home, Mapping, Repeats};
use super::row::{Row, Rows, Said};
use super::scales::{Axis, all_labels, axis_cell, holds_ratings};
use super::words;
use crate::catalogue::CategoryId;
use crate::exchange::columns::{Column, Field};
use crate::exchange::fault::Severity;
use crate::exchange::table::Table;
use crate::register::{Change, Organisation, PartnershipId, Register, Risk, Stage, Timestamp};
use crate::scale::Matrix;

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
    /// Everything that is wrong: the file first, then columns, then row by row.
    pub findings: Vec<Finding>,
    change: Option<Change>,
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
    /// It is added as a risk.
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
            Self::HeaderAgain => "repeats the names of the columns",
        }
    }
}

impl Preview {
    /// The change that brings all risks in; none while there is a problem, or no risk to bring in.
    #[must_use]
    pub fn change(&self) -> Option<Change> {
        self.change.clone()
    }

    /// How many risks would be added.
    #[must_use]
    pub fn added(&self) -> usize {
        self.rows.iter().filter(|row| row.fate == Fate::Added).count()
    }

    /// What stands in the way.
    pub fn problems(&self) -> impl Iterator<Item = &Finding> {
        self.of(Severity::Problem)
    }

    /// What is worth a look.
    pub fn notices(&self) -> impl Iterator<Item = &Finding> {
        self.of(Severity::Notice)
    }

    fn of(&self, severity: Severity) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(move |finding| finding.severity() == severity)
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
    let mut findings = whole_findings(table, mapping, register, matrix);
    let reads_ratings = !findings.iter().any(|f| matches!(f.trouble, Trouble::StepsDiffer(..)));
    let with = Rows { table, mapping, matrix, categories, reads_ratings };
    let mut import = Import::new(&with, register, stamp);
    if mapping.column_of(Field::Title).is_some() {
        for row in 0..table.rows() {
            import.take(row, &mut findings);
        }
    }
    let is_clear = findings.iter().all(|finding| finding.severity() == Severity::Notice);
    let rows = std::mem::take(&mut import.rows);
    let change = (is_clear && !import.risks.is_empty()).then(|| import.change(register));
    Preview { rows, findings, change }
}

/// What is wrong with the file and the mapping as a whole.
fn whole_findings(table: &Table, mapping: &Mapping, register: &Register, matrix: &Matrix) -> Vec<Finding> {
    let mut findings = Vec::new();
    for fault in table.faults() {
        findings.push(Finding { row: fault.row(), ..whole(Trouble::File(fault.clone())) });
    }
    if mapping.column_of(Field::Title).is_none() {
        findings.push(whole(Trouble::NoTitleColumn));
    }
    if matches!(&mapping.home, Home::Named(name) if name.trim().is_empty()) {
        findings.push(whole(Trouble::NoHome));
    }
    findings.extend(repeated_fields(&mapping.columns));
    findings.extend(Stage::ALL.into_iter().filter_map(|stage| lone_axis(mapping, stage)));
    findings.extend(
        [Axis::Likelihood, Axis::Impact]
            .into_iter()
            .filter_map(|axis| steps_differ(table, mapping, matrix, axis)),
    );
    let fits =
        |risk: &Risk| Stage::ALL.into_iter().filter_map(|s| risk.ratings.at(s)).all(|r| matrix.holds(r));
    if mapping.scales.matrix.is_some() && holds_ratings(register) && !register.risks().iter().all(|r| fits(r))
    {
        findings.push(whole(Trouble::MatrixTooSmall));
    }
    findings
}

fn whole(trouble: Trouble) -> Finding {
    Finding { row: None, column: None, text: String::new(), trouble }
}

fn repeated_fields(columns: &[Column]) -> impl Iterator<Item = Finding> {
    columns.iter().enumerate().filter_map(|(i, column)| {
        let is_taken = columns[..i].iter().any(|other| other.field == column.field);
        let trouble = Trouble::FieldTwice(column.field);
        (is_taken && !column.field.may_repeat())
            .then(|| Finding { column: Some(column.header.clone()), ..whole(trouble) })
    })
}

/// A stage that is rated on one axis only, or twice over.
fn lone_axis(mapping: &Mapping, stage: Stage) -> Option<Finding> {
    let column = |field: Field| mapping.column_of(field).map(|i| mapping.columns[i].header.clone());
    let likelihood = column(Field::Likelihood(stage));
    let impact = column(Field::Impact(stage));
    let pair = column(Field::Pair(stage));
    let (column, trouble) = match (pair, likelihood, impact) {
        (Some(pair), likelihood, impact) if likelihood.is_some() || impact.is_some() => {
            (pair, Trouble::PairBesideAxes(stage))
        }
        (None, Some(lone), None) => (lone, Trouble::NoColumnFor(Axis::Impact, stage)),
        (None, None, Some(lone)) => (lone, Trouble::NoColumnFor(Axis::Likelihood, stage)),
        _ => return None,
    };
    Some(Finding { column: Some(column), ..whole(trouble) })
}

/// Words and digits of another scale cannot be read on this matrix, unless they are its own names.
fn steps_differ(table: &Table, mapping: &Mapping, matrix: &Matrix, axis: Axis) -> Option<Finding> {
    let (notation, scale) = (mapping.scales.notation(axis), axis.of(matrix));
    if notation.steps == scale.steps() {
        return None;
    }
    let cells = mapping.columns.iter().enumerate().flat_map(|(i, column)| {
        table
            .column(i)
            .filter_map(|cell| axis_cell(column.field, axis, cell))
            .filter(|cell| !words::is_blank(cell))
    });
    (!all_labels(cells, scale)).then(|| whole(Trouble::StepsDiffer(axis, notation.steps, scale.steps())))
}

/// An import under way.
struct Import<'a> {
    with: &'a Rows<'a>,
    homes: Homes,
    rows: Vec<RowFate>,
    risks: Vec<Risk>,
    /// Partnership and title to the row that has them, or none where the register does.
    titles: Seen,
    /// Partnership and reference likewise.
    references: Seen,
    now: Timestamp,
}

type Seen = BTreeMap<(PartnershipId, String), Option<usize>>;

impl<'a> Import<'a> {
    fn new(with: &'a Rows<'a>, register: &Register, stamp: Stamp) -> Self {
        let keyed = |text: fn(&Risk) -> &str| {
            let key = move |risk: &Risk| ((risk.partnership, folded(text(risk))), None);
            register.risks().iter().map(move |risk| key(risk)).collect::<Seen>()
        };
        Self {
            with,
            homes: Homes::new(register, stamp),
            rows: Vec::with_capacity(with.table.rows()),
            risks: Vec::new(),
            titles: keyed(|risk| &risk.title),
            references: keyed(|risk| &risk.reference),
            now: stamp.now,
        }
    }

    fn take(&mut self, row: usize, findings: &mut Vec<Finding>) {
        let first = findings.len();
        let mut reader = Row { with: self.with, row, findings };
        let fate = match self.left_out(&mut reader) {
            Some(reason) => Fate::LeftOut(reason),
            None => self.add(&mut reader, first),
        };
        self.rows.push(RowFate { row: self.with.table.number(row), fate });
    }

    fn left_out(&self, reader: &mut Row<'_, '_>) -> Option<LeftOut> {
        let table = self.with.table;
        let is_header = |column: usize| {
            let cell = table.cell(reader.row, column);
            cell.is_empty() || cell == table.header(column)
        };
        if self.with.mapping.left_out.contains(&table.number(reader.row)) {
            Some(LeftOut::ByChoice)
        } else if (0..table.headers().len()).all(is_header) {
            Some(LeftOut::HeaderAgain)
        } else {
            reader.is_opportunity().then_some(LeftOut::Opportunity)
        }
    }

    fn add(&mut self, reader: &mut Row<'_, '_>, first: usize) -> Fate {
        let said = reader.read();
        if reader.is_blocked_since(first) {
            return Fate::Faulty;
        }
        let home = self.homes.of(said.partnership, &self.with.mapping.home);
        let number = self.with.table.number(reader.row);
        match self.titles.get(&(home, folded(said.title))) {
            Some(None) if self.with.mapping.repeats == Repeats::LeaveOut => {
                return Fate::LeftOut(LeftOut::AlreadyThere);
            }
            Some(Some(row)) => reader.report(None, said.title, Trouble::RepeatedRisk(*row)),
            Some(None) | None => {}
        }
        self.titles.entry((home, folded(said.title))).or_insert(Some(number));
        self.check_reference(reader, home, said.reference, number);
        let risk = self.risk(said, home);
        self.risks.push(risk);
        Fate::Added
    }

    fn check_reference(
        &mut self,
        reader: &mut Row<'_, '_>,
        home: PartnershipId,
        reference: &str,
        number: usize,
    ) {
        if reference.is_empty() {
            return;
        }
        let column = self.with.mapping.column_of(Field::Reference);
        let key = (home, folded(reference));
        match self.references.get(&key) {
            Some(Some(row)) => reader.report(column, reference, Trouble::RepeatedReference(*row)),
            Some(None) => reader.report(column, reference, Trouble::ReferenceInUse),
            None => {
                self.references.insert(key, Some(number));
            }
        }
    }

    fn risk(&mut self, said: Said<'_>, partnership: PartnershipId) -> Risk {
        Risk {
            id: self.homes.risk_id(),
            created: self.now,
            updated: self.now,
            partnership,
            reference: said.reference.to_owned(),
            title: said.title.to_owned(),
            cause: said.cause.to_owned(),
            event: said.event.to_owned(),
            consequence: said.consequence.to_owned(),
            category: said.category,
            owner: said.owner.to_owned(),
            ratings: said.ratings,
            treatment: said.treatment,
            status: said.status,
            notes: said.notes,
        }
    }

    fn change(self, register: &Register) -> Change {
        let matrix = self.with.mapping.scales.matrix.as_ref();
        let organisation = matrix.map(|matrix| {
            let organisation = Organisation { matrix: matrix.clone(), ..register.organisation().clone() };
            Change::OrganisationSet(organisation)
        });
        let partnerships = (!self.homes.made.is_empty()).then_some(Change::PartnershipsPut(self.homes.made));
        let risks = Some(Change::RisksPut(self.risks));
        Change::All([organisation, partnerships, risks].into_iter().flatten().collect())
    }
}
