//! Taking the rows in, one after the other: each is added, left out or faulty, and those added know
//! their partnership, their id and which rows before them say the same.

use super::finding::{Findings, Trouble};
use super::home::{Homes, Names};
use super::line::Line;
use super::mapping::{Home, Mapping, Repeats};
use super::preview::{Fate, LeftOut, Preview, RowFate, Stamp};
use super::row::{Row, Rows, Said};
use crate::date::Date;
use crate::exchange::columns::Field;
use crate::exchange::fault::Severity;
use crate::exchange::table::Table;
use crate::letters::folded;
use crate::register::{Change, PartnershipId, Register, Risk, Timestamp};
use crate::scale::rebase::Rebasing;

/// An import under way.
pub(super) struct Intake<'a> {
    table: &'a Table,
    mapping: &'a Mapping,
    with: &'a Rows<'a>,
    homes: Homes,
    rows: Vec<RowFate>,
    findings: Findings,
    risks: Vec<Risk>,
    /// Partnership and title to the number of the row that has them.
    titles: Names,
    /// Partnership and reference likewise.
    references: Names,
    /// The partnerships of the register that are over.
    over: Vec<PartnershipId>,
    now: Timestamp,
}

/// The number of the row, where it is the register and no row that has something; rows count from 1.
pub(super) const IN_REGISTER: usize = 0;

impl<'a> Intake<'a> {
    pub(super) fn new(
        (table, mapping): (&'a Table, &'a Mapping),
        with: &'a Rows<'a>,
        register: &Register,
        findings: Findings,
        stamp: Stamp,
    ) -> Self {
        let mut titles = Names::default();
        let mut references = Names::default();
        for risk in register.risks() {
            titles.insert(key(risk.partnership, &risk.title), IN_REGISTER);
            references.extend(reference_key(risk).map(|key| (key, IN_REGISTER)));
        }
        Self {
            table,
            mapping,
            with,
            homes: Homes::new(register, stamp),
            rows: Vec::with_capacity(table.rows()),
            findings,
            risks: Vec::new(),
            titles,
            references,
            over: register.partnerships().iter().filter(|p| !p.is_live()).map(|p| p.id).collect(),
            now: stamp.now,
        }
    }

    /// Takes one row in.
    pub(super) fn take(&mut self, row: usize) {
        let mut findings = std::mem::take(&mut self.findings);
        let line = Line { table: self.table, mapping: self.mapping, row, findings: &mut findings };
        let mut reader = Row { with: self.with, line };
        let fate = match left_out(&mut reader) {
            Some(reason) => Fate::LeftOut(reason),
            None => self.add(&mut reader),
        };
        self.findings = findings;
        self.rows.push(RowFate { row: self.table.number(row), fate });
    }

    fn add(&mut self, reader: &mut Row<'_, '_>) -> Fate {
        let problems = reader.line.findings.count(Severity::Problem);
        let said = reader.read();
        if reader.line.findings.count(Severity::Problem) > problems {
            return Fate::Faulty;
        }
        let home = self.homes.of(said.partnership, &self.mapping.home);
        let number = reader.line.number();
        if self.over.contains(&home) && self.mapping.home != Home::Existing(home) {
            reader.report(self.with.column_of(Field::Partnership), said.partnership, Trouble::HomeIsOver);
        }
        match first_with(&mut self.titles, key(home, said.title), number) {
            Some(IN_REGISTER) if self.mapping.repeats == Repeats::LeaveOut => {
                return Fate::LeftOut(LeftOut::AlreadyThere);
            }
            Some(IN_REGISTER) | None => {}
            Some(row) => reader.report(None, said.title, Trouble::RepeatedRisk(row)),
        }
        let risk = self.risk(said, home);
        self.check_reference(reader, &risk, number);
        self.risks.push(risk);
        Fate::Added
    }

    fn check_reference(&mut self, reader: &mut Row<'_, '_>, risk: &Risk, number: usize) {
        let Some(key) = reference_key(risk) else { return };
        let column = self.with.column_of(Field::Reference);
        match first_with(&mut self.references, key, number) {
            None => {}
            Some(IN_REGISTER) => reader.report(column, &risk.reference, Trouble::ReferenceInUse),
            Some(row) => reader.report(column, &risk.reference, Trouble::RepeatedReference(row)),
        }
    }

    fn risk(&mut self, said: Said<'_>, partnership: PartnershipId) -> Risk {
        Risk {
            reference: said.reference.to_owned(),
            cause: said.cause.to_owned(),
            event: said.event.to_owned(),
            consequence: said.consequence.to_owned(),
            category: said.category,
            owner: said.owner.to_owned(),
            ratings: said.ratings,
            treatment: said.treatment,
            treatment_reason: said.treatment_reason.to_owned(),
            status: said.status,
            status_reason: said.status_reason.to_owned(),
            confidence: said.confidence,
            evidence: said.evidence.to_owned(),
            proximity: said.proximity,
            review: said.review,
            rated: said.rated.or(Date::of_moment(self.now)),
            notes: said.notes,
            ..Risk::new(self.homes.fresh_id(), partnership, said.title, self.now)
        }
    }

    /// What came of it all.
    pub(super) fn finish(self, register: &Register) -> Preview {
        let is_clear = self.findings.count(Severity::Problem) == 0 && !self.risks.is_empty();
        let matrix = self.mapping.scales.matrix.as_ref();
        let rebasing = matrix.map(|matrix| Rebasing::propose(register.matrix(), matrix));
        let organisation =
            rebasing.map(|rebasing| Change::OrganisationSet(register.organisation().rebased(&rebasing)));
        let partnerships = (!self.homes.made.is_empty()).then_some(Change::PartnershipsPut(self.homes.made));
        let risks = Some(Change::RisksPut(self.risks));
        let change = is_clear
            .then(|| Change::All([organisation, partnerships, risks].into_iter().flatten().collect()));
        Preview { rows: self.rows, findings: self.findings, change }
    }
}

fn left_out(reader: &mut Row<'_, '_>) -> Option<LeftOut> {
    reader.line.left_out().or_else(|| reader.is_opportunity().then_some(LeftOut::Opportunity))
}

/// A text of one partnership, as a name among those of all.
pub(super) fn key(partnership: PartnershipId, text: &str) -> String {
    let mut key = partnership.to_string();
    key.push_str(&folded(text));
    key
}

/// The reference that a risk uses in its partnership, likewise.
fn reference_key(risk: &Risk) -> Option<String> {
    risk.reference_in_use().map(|(partnership, reference)| key(partnership, &reference))
}

/// The row that had this name before, if one had; otherwise the row at hand has it from now on.
pub(super) fn first_with(names: &mut Names, key: String, row: usize) -> Option<usize> {
    let found = names.get(&key).copied();
    if found.is_none() {
        names.insert(key, row);
    }
    found
}
