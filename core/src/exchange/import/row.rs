//! One row to the parts of a risk, with everything that is wrong in it. A cell that is not understood
//! either stands in the way or is kept in the notes: no text is dropped.

use super::finding::Trouble;
use super::home::Names;
use super::line::Line;
use super::rating::{self, Marks};
use super::scales::axis_cell;
use super::words;
use crate::catalogue::CategoryId;
use crate::choice::Choice;
use crate::date::Date;
use crate::exchange::columns::{Field, Side};
use crate::exchange::days;
use crate::exchange::records::chosen;
use crate::letters::folded;
use crate::register::{Confidence, Proximity, Ratings, Stage, Status, Treatment};
use crate::scale::{Axis, Matrix, Position, Rating};

/// What a row says, before it has a partnership and an id.
pub(super) struct Said<'a> {
    pub(super) partnership: &'a str,
    pub(super) reference: &'a str,
    pub(super) title: &'a str,
    pub(super) cause: &'a str,
    pub(super) event: &'a str,
    pub(super) consequence: &'a str,
    pub(super) owner: &'a str,
    pub(super) category: Option<CategoryId>,
    pub(super) ratings: Ratings,
    pub(super) treatment: Treatment,
    pub(super) treatment_reason: &'a str,
    pub(super) status: Status,
    pub(super) status_reason: &'a str,
    pub(super) confidence: Confidence,
    pub(super) evidence: &'a str,
    pub(super) proximity: Proximity,
    pub(super) review: Option<Date>,
    pub(super) rated: Option<Date>,
    pub(super) notes: String,
}

/// What rows are read with.
pub(super) struct Rows<'a> {
    pub(super) matrix: &'a Matrix,
    /// Ids and names of categories, to the place in `categories`.
    pub(super) category_names: Names,
    /// Categories that rows may name, each with its name.
    pub(super) categories: &'a [(CategoryId, &'a str)],
    /// The first column of each field, by its place in [`Field::ALL`].
    pub(super) places: [Option<usize>; Field::ALL.len()],
    /// Whether the scales fit the matrix, so that ratings can be read at all.
    pub(super) reads_ratings: bool,
}

impl Rows<'_> {
    /// The first column that holds a field.
    pub(super) fn column_of(&self, field: Field) -> Option<usize> {
        self.places.get(field.index()).copied().flatten()
    }
}

/// One row being read.
pub(super) struct Row<'a, 'f> {
    pub(super) with: &'a Rows<'a>,
    pub(super) line: Line<'a, 'f>,
}

impl<'a> Row<'a, '_> {
    /// Everything the row says.
    pub(super) fn read(&mut self) -> Said<'a> {
        let mut notes = self.line.notes();
        self.line.check_width();
        let title = self.cell(Field::Title);
        if title.is_empty() {
            self.report(self.with.column_of(Field::Title), "", Trouble::NoTitle);
        }
        let ratings = self.ratings();
        let category = self.category(&mut notes);
        let treatment = self.word(Field::Treatment, words::treatment, Trouble::UnknownTreatment, &mut notes);
        let status = self.word(Field::Status, words::status, Trouble::UnknownStatus, &mut notes);
        Said {
            partnership: self.cell(Field::Partnership),
            reference: self.cell(Field::Reference),
            title,
            cause: self.cell(Field::Cause),
            event: self.cell(Field::Event),
            consequence: self.cell(Field::Consequence),
            owner: self.cell(Field::Owner),
            category,
            ratings,
            treatment,
            treatment_reason: self.cell(Field::TreatmentReason),
            status,
            status_reason: self.cell(Field::StatusReason),
            confidence: self.choice(Field::Confidence, &mut notes),
            evidence: self.cell(Field::Evidence),
            proximity: self.choice(Field::Proximity, &mut notes),
            review: self.date(Field::Review, &mut notes),
            rated: self.date(Field::Rated, &mut notes),
            notes: notes.join("\n"),
        }
    }

    /// Whether the row is an opportunity and no risk.
    pub(super) fn is_opportunity(&mut self) -> bool {
        let cell = self.cell(Field::RiskOrOpportunity);
        match Side::of(cell) {
            Some(Side::Opportunity) => true,
            Some(Side::Risk) => false,
            None => {
                if !words::is_blank(cell) {
                    let column = self.with.column_of(Field::RiskOrOpportunity);
                    self.report(column, cell, Trouble::UnknownSide);
                }
                false
            }
        }
    }

    /// Adds a finding about this row.
    pub(super) fn report(&mut self, column: Option<usize>, text: &str, trouble: Trouble) {
        self.line.report(column, text, trouble);
    }

    fn cell(&self, field: Field) -> &'a str {
        self.with.column_of(field).map_or("", |column| self.line.cell(column))
    }

    fn category(&mut self, notes: &mut Vec<String>) -> Option<CategoryId> {
        let cell = self.cell(Field::Category);
        if words::is_blank(cell) {
            return self.line.mapping.category.clone();
        }
        let found = self.with.category_names.get(&folded(cell)).map(|&i| self.with.categories[i].0.clone());
        if found.is_none() {
            self.keep(Field::Category, cell, Trouble::UnknownCategory, notes);
        }
        found.or_else(|| self.line.mapping.category.clone())
    }

    /// A word from a short list; any other is reported and kept.
    fn word<T: Default>(
        &mut self,
        field: Field,
        read: fn(&str) -> Option<T>,
        trouble: Trouble,
        notes: &mut Vec<String>,
    ) -> T {
        let cell = self.cell(field);
        let word = read(cell);
        if word.is_none() && !words::is_blank(cell) {
            self.keep(field, cell, trouble, notes);
        }
        word.unwrap_or_default()
    }

    fn choice<T: Choice + Default>(&mut self, field: Field, notes: &mut Vec<String>) -> T {
        self.word(field, chosen, Trouble::UnknownWord(field), notes)
    }

    /// A day; what is none is reported and kept.
    fn date(&mut self, field: Field, notes: &mut Vec<String>) -> Option<Date> {
        let cell = self.cell(field);
        if words::is_blank(cell) {
            return None;
        }
        let read = days::read(cell, self.line.mapping.dates);
        read.map_err(|error| self.keep(field, cell, Trouble::UnknownDate(error), notes)).ok()
    }

    fn keep(&mut self, field: Field, cell: &str, trouble: Trouble, notes: &mut Vec<String>) {
        let column = self.with.column_of(field);
        notes.push(format!("{}: {cell}", column.map_or("", |column| self.line.table.header(column))));
        self.report(column, cell, trouble);
    }

    fn ratings(&mut self) -> Ratings {
        let mut ratings = Ratings::default();
        if self.with.reads_ratings {
            for stage in Stage::ALL {
                *ratings.at_mut(stage) = self.rating(stage);
            }
        }
        ratings
    }

    fn rating(&mut self, stage: Stage) -> Option<Rating> {
        let (likelihood, impact) = self.mark_cells(stage)?;
        let marks = [(Axis::Likelihood, likelihood), (Axis::Impact, impact)];
        let [likelihood_read, impact_read] = marks.map(|(axis, mark)| self.position(axis, mark));
        let rating = Rating { likelihood: likelihood_read?, impact: impact_read? };
        let marks = Marks { likelihood: likelihood.1, impact: impact.1, rating };
        self.check_score(stage, &marks);
        Some(rating)
    }

    /// The columns and cells of likelihood and impact at one stage, if both are filled.
    fn mark_cells(&mut self, stage: Stage) -> Option<(Mark<'a>, Mark<'a>)> {
        let column_of = |field: Field| self.with.column_of(field);
        if let Some(column) = column_of(Field::Pair(stage)) {
            return self.pair_cells(column, stage);
        }
        let (l, i) = (column_of(Field::Likelihood(stage))?, column_of(Field::Impact(stage))?);
        let (likelihood, impact) = (self.line.cell(l), self.line.cell(i));
        match (words::is_blank(likelihood), words::is_blank(impact)) {
            (true, true) => return None,
            (true, false) => self.report(Some(i), impact, Trouble::HalfRated(Axis::Likelihood)),
            (false, true) => self.report(Some(l), likelihood, Trouble::HalfRated(Axis::Impact)),
            (false, false) => return Some(((l, likelihood), (i, impact))),
        }
        None
    }

    fn pair_cells(&mut self, column: usize, stage: Stage) -> Option<(Mark<'a>, Mark<'a>)> {
        let cell = self.line.cell(column);
        if words::is_blank(cell) {
            return None;
        }
        let half = |axis| axis_cell(Field::Pair(stage), axis, cell).map(|half| (column, half));
        let halves = half(Axis::Likelihood).zip(half(Axis::Impact));
        if halves.is_none() {
            self.report(Some(column), cell, Trouble::NotAPair);
        }
        halves
    }

    fn position(&mut self, axis: Axis, (column, cell): Mark<'_>) -> Option<Position> {
        let notation = self.line.mapping.scales.notation(axis);
        match rating::read(cell, notation, axis.of(self.with.matrix)) {
            Ok(position) => Some(position),
            Err(error) => {
                self.report(Some(column), cell, Trouble::Unrated(error));
                None
            }
        }
    }

    fn check_score(&mut self, stage: Stage, marks: &Marks<'_>) {
        let Some(column) = self.with.column_of(Field::Score(stage)) else { return };
        let cell = self.line.cell(column);
        let scales = &self.line.mapping.scales;
        if let Some(product) = rating::score_off(cell, marks, scales.likelihood, scales.impact) {
            self.report(Some(column), cell, Trouble::ScoreDiffers(product));
        }
    }
}

/// A column and its cell in the row.
type Mark<'a> = (usize, &'a str);
