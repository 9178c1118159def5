//! The register as a table: which risks, in which order.

use std::rc::Rc;

use partnership_risk_core::catalogue::CategoryId;
use partnership_risk_core::letters::{holds, small};
use partnership_risk_core::order::{order_by, ordered};
use partnership_risk_core::register::{Partnership, PartnershipId, Register, Risk, Stage, Status, Treatment};
use partnership_risk_core::scale::{Rating, Score};

use super::sort::{self, Direction};

/// Which risks are shown. Every part that is set must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Text that the risk must contain somewhere, in any case.
    pub text: String,
    /// One partnership.
    pub partnership: Option<PartnershipId>,
    /// One category.
    pub category: Option<CategoryId>,
    /// Something that the risk still lacks, which is asked of risks in force only.
    pub gap: Option<Gap>,
    /// One level of the matrix, by index.
    pub level: Option<usize>,
    /// One cell of the matrix, at one stage.
    pub cell: Option<Cell>,
    /// One status; otherwise all but closed ones. Those of a partnership that is over are shown where it is asked
    /// for, or where closed ones are.
    pub status: Option<Status>,
}

/// Where a rating lies on the matrix: which rating, and its steps, counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Which of the three ratings.
    pub stage: Stage,
    /// The step of likelihood.
    pub likelihood: usize,
    /// The step of impact.
    pub impact: usize,
}

/// Something that a risk still lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    /// A current rating.
    Rating,
    /// An owner.
    Owner,
    /// A decision on its treatment.
    Treatment,
    /// A category.
    Category,
    /// Figures of how often it could happen and what it would cost.
    Figures,
}

impl Gap {
    /// Every one, in the order it is offered.
    pub const ALL: [Self; 5] = [Self::Rating, Self::Owner, Self::Treatment, Self::Category, Self::Figures];

    /// Whether an open risk lacks it; nothing more is asked of closed risks and drafts.
    #[must_use]
    pub fn is_in(self, risk: &Risk) -> bool {
        let lacking = match self {
            Self::Rating => risk.ratings.current.is_none(),
            Self::Owner => risk.owner.is_empty(),
            Self::Treatment => risk.treatment == Treatment::Undecided,
            Self::Category => risk.category.is_none(),
            Self::Figures => risk.quantification.is_none(),
        };
        lacking && risk.status == Status::Open
    }
}

/// By what the table is sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Column {
    /// The body's own reference; numbers in order of size.
    Reference,
    /// The title.
    Title,
    /// The partnership's name.
    Partnership,
    /// The category.
    Category,
    /// The owner.
    Owner,
    /// The current score.
    #[default]
    Score,
}

/// The order of the table.
pub type Sort = sort::Sort<Column>;

/// Worst first.
impl Default for Sort {
    fn default() -> Self {
        Self { column: Column::Score, direction: Direction::Descending }
    }
}

/// One risk as the table shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The risk.
    pub risk: Rc<Risk>,
    /// What its current rating comes to.
    pub score: Option<Score>,
    /// Its place among all risks in force by score, if it is one; equal scores share the better place.
    pub place: Option<usize>,
    /// Its partnership.
    pub partnership: Rc<Partnership>,
}

/// The risks that pass the filter, in the register's order.
pub fn passing<'r>(register: &'r Register, filter: &'r Filter) -> impl Iterator<Item = &'r Rc<Risk>> {
    let text = small(filter.text.trim());
    register.risks().iter().filter(move |risk| filter.passes(risk, register, &text))
}

/// The rows that pass the filter, in order. What a risk lacks puts it last whichever way it is sorted.
#[must_use]
pub fn rows(register: &Register, filter: &Filter, sort: Sort) -> Vec<Row> {
    let scores = Scores::of(register);
    let row = |risk: &Rc<Risk>| {
        let score = register.score(risk);
        let place = score.filter(|_| register.is_in_force(risk)).map(|score| scores.place(score));
        let partnership = register.partnership(risk.partnership)?.clone();
        Some(Row { risk: risk.clone(), score, place, partnership })
    };
    sort.sorted(register, &passing(register, filter).filter_map(row).collect::<Vec<_>>())
}

impl Filter {
    /// Whether nothing is filtered out but closed risks.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether the risk stands where it is looked for: what is closed is shown to those who ask for it, and so are
    /// the risks of a partnership that is over.
    fn stands(&self, risk: &Risk, register: &Register) -> bool {
        let is_over = || register.partnership(risk.partnership).is_some_and(|p| !p.is_live());
        let shows_over = self.partnership.is_some() || self.status == Some(Status::Closed);
        let status = self.status.map_or(risk.status != Status::Closed, |status| risk.status == status);
        status && (shows_over || !is_over())
    }

    fn passes(&self, risk: &Risk, register: &Register, text: &str) -> bool {
        let level = || register.score(risk).map(Score::level);
        let lacks = |gap: Gap| gap.is_in(risk) && register.is_in_force(risk);
        self.stands(risk, register)
            && self.partnership.is_none_or(|id| risk.partnership == id)
            && (self.category.is_none() || self.category == risk.category)
            && self.gap.is_none_or(lacks)
            && self.level.is_none_or(|wanted| level() == Some(wanted))
            && self.cell.is_none_or(|wanted| cell(risk, wanted.stage) == Some(wanted))
            && contains(risk, text)
    }
}

/// The cell of the matrix in which a risk's rating lies at one stage.
#[must_use]
pub fn cell(risk: &Risk, stage: Stage) -> Option<Cell> {
    let cell =
        |rating: Rating| Cell { stage, likelihood: rating.likelihood.step(), impact: rating.impact.step() };
    risk.ratings.at(stage).map(cell)
}

fn contains(risk: &Risk, text: &str) -> bool {
    let fields =
        [&risk.title, &risk.reference, &risk.owner, &risk.cause, &risk.event, &risk.consequence, &risk.notes];
    text.is_empty() || fields.into_iter().any(|field| holds(field, text))
}

/// The scores of all risks in force, best place first.
struct Scores(Vec<Score>);

impl Scores {
    fn of(register: &Register) -> Self {
        let in_force = register.risks().iter().filter(|risk| register.is_in_force(risk));
        let scores: Vec<Score> = in_force.filter_map(|risk| register.score(risk)).collect();
        Self(ordered(&scores, &|a, b| b.cmp(a)))
    }

    fn place(&self, score: Score) -> usize {
        self.0.partition_point(|&other| other > score) + 1
    }
}

/// What a row is sorted by, worked out once for each.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    /// A reference that is a whole number, which comes before any other.
    Number(u64),
    Text(String),
    Score(Score),
}

impl Sort {
    /// The rows in this order, those without a key last; equal ones stay in the register's.
    fn sorted(self, register: &Register, rows: &[Row]) -> Vec<Row> {
        let keys: Vec<Option<Key>> = rows.iter().map(|row| self.key(register, row)).collect();
        let order = order_by(rows.len(), &|a, b| self.known(keys[a].as_ref(), keys[b].as_ref()));
        order.into_iter().map(|place| rows[place].clone()).collect()
    }

    fn key(self, register: &Register, row: &Row) -> Option<Key> {
        let text = |text: &str| Some(Key::Text(small(text)));
        match self.column {
            Column::Reference => match row.risk.reference.parse() {
                Ok(number) => Some(Key::Number(number)),
                Err(_) => text(&row.risk.reference),
            },
            Column::Title => text(&row.risk.title),
            Column::Partnership => text(&row.partnership.name),
            Column::Category => text(&register.organisation().category_name(row.risk.category.as_ref()?)),
            Column::Owner => {
                Some(&row.risk.owner).filter(|owner| !owner.is_empty()).and_then(|owner| text(owner))
            }
            Column::Score => row.score.map(Key::Score),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use partnership_risk_core::example::fife_council;
    use partnership_risk_core::register::{Change, PartnershipStatus};

    fn references_of(rows: &[Row]) -> Vec<&str> {
        rows.iter().map(|row| row.risk.reference.as_str()).collect()
    }

    #[test]
    fn the_table_starts_with_the_worst() {
        let rows = rows(&fife_council(), &Filter::default(), Sort::default());
        assert_eq!(references_of(&rows), ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"]);
        assert_eq!(rows[4].place, Some(5));
    }

    #[test]
    fn references_that_are_numbers_sort_by_size() {
        let sort = Sort { column: Column::Reference, direction: Direction::Descending };
        let rows = rows(&fife_council(), &Filter::default(), sort);
        assert_eq!(references_of(&rows)[..3], ["11", "10", "9"]);
    }

    #[test]
    fn all_parts_of_a_filter_must_hold() {
        let register = fife_council();
        let current = |likelihood, impact| Some(Cell { stage: Stage::Current, likelihood, impact });
        for (filter, found) in [
            (Filter { text: " PARTNERSHIPS ".into(), ..Filter::default() }, 1),
            (Filter { cell: current(4, 3), ..Filter::default() }, 2),
            (Filter { cell: current(4, 3), text: "property".into(), ..Filter::default() }, 1),
            (Filter { gap: Some(Gap::Category), ..Filter::default() }, 0),
            (Filter { gap: Some(Gap::Owner), ..Filter::default() }, 11),
            (Filter { category: Some(CategoryId::new("legal-and-liability")), ..Filter::default() }, 2),
            (Filter { status: Some(Status::Closed), ..Filter::default() }, 0),
            (Filter { level: Some(3), ..Filter::default() }, 2),
        ] {
            assert_eq!(rows(&register, &filter, Sort::default()).len(), found, "{filter:?}");
        }
    }

    #[test]
    fn risks_of_a_partnership_that_is_over_are_shown_where_it_is_asked_for() {
        let fife = fife_council();
        let mut over = (*fife.partnerships()[0]).clone();
        over.status = PartnershipStatus::Ended;
        let asked_for = Filter { partnership: Some(over.id), ..Filter::default() };
        let register = fife.apply(Change::PartnershipsPut(vec![over])).expect("sound");
        let lacking = Filter { gap: Some(Gap::Owner), ..asked_for.clone() };
        for (filter, found) in [(Filter::default(), 0), (asked_for, 11), (lacking, 0)] {
            let rows = rows(&register, &filter, Sort::default());
            assert_eq!(
                (rows.len(), rows.iter().any(|row| row.place.is_some())),
                (found, false),
                "{filter:?}"
            );
        }
    }

    #[test]
    fn unrated_risks_come_last_both_ways() {
        let register = fife_council();
        let mut risk = (*register.risks()[3]).clone();
        risk.ratings.current = None;
        let register = register.apply(Change::RisksPut(vec![risk])).expect("a rating may be absent");
        for direction in [Direction::Ascending, Direction::Descending] {
            let rows = rows(&register, &Filter::default(), Sort { column: Column::Score, direction });
            assert_eq!(rows.last().map(|row| row.risk.reference.as_str()), Some("4"));
            assert_eq!(rows.last().and_then(|row| row.place), None);
        }
    }
}
