//! The inner form of a stored register, schema 1. Names are those of the domain; empty text and absent
//! ratings are left out; a rating is a pair of numbers, likelihood first.

use std::fmt;
use std::rc::Rc;

use crate::catalogue::CategoryId;
use crate::json::{self, Object, Pick, Picker, Value, Wrong};
use crate::register::{
    Change, Id, Kind, Organisation, Partnership, Ratings, Register, Risk, Sector, Stage, Status, Treatment,
};
use crate::scale::{Level, Matrix, Position, Rating, Scale, Tone, decimal};

/// A part of a stored register that breaks a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidPart {
    place: String,
    reason: String,
}

impl fmt::Display for InvalidPart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.reason)
    }
}

impl InvalidPart {
    fn new(place: &str, reason: &dyn fmt::Display) -> Self {
        Self { place: place.to_owned(), reason: reason.to_string() }
    }
}

/// Why a stored register could not be read.
pub(super) enum Unread {
    /// It is not of the stored form.
    Wrong(Wrong),
    /// It is, and a part of it breaks a rule.
    Invalid(InvalidPart),
}

// The names of variants in files stand here and not in the domain, since they are files' business.

fn sector_name(sector: Sector) -> &'static str {
    match sector {
        Sector::Council => "council",
        Sector::Police => "police",
        Sector::Fire => "fire",
        Sector::Health => "health",
        Sector::Charity => "charity",
        Sector::Other => "other",
    }
}

fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Statutory => "statutory",
        Kind::Contract => "contract",
        Kind::SharedService => "shared-service",
        Kind::PooledBudget => "pooled-budget",
        Kind::JointVenture => "joint-venture",
        Kind::LeadCommissioning => "lead-commissioning",
        Kind::EmergencyServices => "emergency-services",
        Kind::Network => "network",
        Kind::Other => "other",
    }
}

fn treatment_name(treatment: Treatment) -> &'static str {
    match treatment {
        Treatment::Treat => "treat",
        Treatment::Tolerate => "tolerate",
        Treatment::Transfer => "transfer",
        Treatment::Terminate => "terminate",
        Treatment::Undecided => "undecided",
    }
}

fn status_name(status: Status) -> &'static str {
    match status {
        Status::Draft => "draft",
        Status::Open => "open",
        Status::Closed => "closed",
    }
}

fn tone_name(tone: Tone) -> &'static str {
    match tone {
        Tone::Lowest => "lowest",
        Tone::Low => "low",
        Tone::Middle => "middle",
        Tone::High => "high",
        Tone::Highest => "highest",
    }
}

/// The rating of one stage is a member with this name.
fn stage_name(stage: Stage) -> &'static str {
    match stage {
        Stage::Inherent => "inherent",
        Stage::Current => "current",
        Stage::Target => "target",
    }
}

/// The stored form of a register.
pub(super) fn write(register: &Register) -> Value {
    let mut object = Object::default();
    object.put("organisation", organisation(register.organisation()));
    object.put("partnerships", json::list(register.partnerships(), |p| partnership(p)));
    object.put("risks", json::list(register.risks(), |risk| self::risk(risk)));
    object.end()
}

fn organisation(organisation: &Organisation) -> Value {
    let mut object = Object::default();
    object.text("name", &organisation.name);
    object.text("sector", sector_name(organisation.sector));
    object.text_if_any("published_source", &organisation.published_source);
    object.put("matrix", matrix(&organisation.matrix));
    object.end()
}

fn matrix(matrix: &Matrix) -> Value {
    let labels = |scale: &Scale| json::list(scale.labels(), |label| Value::from(label.as_str()));
    let rows: Vec<&[u8]> = matrix.rows().collect();
    let mut object = Object::default();
    object.text("name", matrix.name());
    object.put("likelihood", labels(matrix.likelihood()));
    object.put("impact", labels(matrix.impact()));
    object.put("levels", json::list(matrix.levels(), level));
    object.put("grid", json::list(&rows, |row| json::list(row, |cell| Value::from(*cell))));
    object.end()
}

fn level(level: &Level) -> Value {
    let mut object = Object::default();
    object.text("name", &level.name);
    object.text("tone", tone_name(level.tone));
    object.text("response", &level.response);
    object.whole("review_months", level.review_months.into());
    object.end()
}

fn partnership(partnership: &Partnership) -> Value {
    let mut object = Object::default();
    object.text("id", &partnership.id.to_string());
    object.whole("created", partnership.created);
    object.whole("updated", partnership.updated);
    object.text("name", &partnership.name);
    object.text("kind", kind_name(partnership.kind));
    object.text_if_any("purpose", &partnership.purpose);
    object.text_if_any("lead_officer", &partnership.lead_officer);
    object.text_if_any("notes", &partnership.notes);
    object.end()
}

fn risk(risk: &Risk) -> Value {
    let mut object = Object::default();
    object.text("id", &risk.id.to_string());
    object.whole("created", risk.created);
    object.whole("updated", risk.updated);
    object.text("partnership", &risk.partnership.to_string());
    object.text_if_any("reference", &risk.reference);
    object.text("title", &risk.title);
    object.text_if_any("cause", &risk.cause);
    object.text_if_any("event", &risk.event);
    object.text_if_any("consequence", &risk.consequence);
    object.text_if_any("category", risk.category.as_ref().map_or("", |category| category.as_str()));
    object.text_if_any("owner", &risk.owner);
    for stage in Stage::ALL {
        if let Some(rating) = risk.ratings.at(stage) {
            object.put(stage_name(stage), pair(rating));
        }
    }
    object.text("treatment", treatment_name(risk.treatment));
    object.text("status", status_name(risk.status));
    object.text_if_any("notes", &risk.notes);
    object.end()
}

/// Likelihood and impact, with the digits that people write.
fn pair(rating: Rating) -> Value {
    json::list(&[rating.likelihood, rating.impact], |position| json::decimal_number(&position.to_string()))
}

/// The register that a value stores, checked by the same rules as a change made by hand.
pub(super) fn read(value: &Value) -> Result<Register, Unread> {
    let mut reader = Reader::default();
    let organisation = reader.organisation(value);
    reader.finish()?;
    let register = Register::new(organisation.map_err(Unread::Invalid)?);
    let (mut partnerships, mut risks) = (Vec::new(), Vec::new());
    for value in reader.picker.list(value, "partnerships") {
        partnerships.push(reader.partnership(value));
    }
    for value in reader.picker.list(value, "risks") {
        risks.push(reader.risk(value, register.matrix()));
    }
    reader.finish()?;
    let change = Change::All(vec![Change::PartnershipsPut(partnerships), Change::RisksPut(risks)]);
    register.apply(change).map_err(|error| Unread::Invalid(InvalidPart::new("the register", &error)))
}

/// Reads part after part and keeps the first thing that is wrong with the form, and the first that breaks
/// a rule; what is read after that only fills its place.
#[derive(Default)]
struct Reader {
    picker: Picker,
    invalid: Option<InvalidPart>,
}

impl Reader {
    /// Whether everything so far was right.
    fn finish(&mut self) -> Result<(), Unread> {
        std::mem::take(&mut self.picker).finish().map_err(Unread::Wrong)?;
        self.invalid.take().map_or(Ok(()), |part| Err(Unread::Invalid(part)))
    }

    fn organisation(&mut self, register: &Value) -> Result<Organisation, InvalidPart> {
        let value = self.picker.member(register, "organisation");
        let name = self.picker.text(value, "name");
        let sector = self.picker.one_of(value, "sector", &Sector::ALL, sector_name);
        let published_source = self.picker.text_if_any(value, "published_source");
        let matrix = self.picker.member(value, "matrix");
        Ok(Organisation { name, sector, published_source, matrix: Rc::new(self.matrix(matrix)?) })
    }

    fn matrix(&mut self, value: &Value) -> Result<Matrix, InvalidPart> {
        let picker = &mut self.picker;
        let name = picker.text(value, "name");
        let (likelihood, impact) = (picker.texts(value, "likelihood"), picker.texts(value, "impact"));
        let levels = picker.list(value, "levels").iter().map(|value| read_level(picker, value)).collect();
        let mut grid: Vec<Vec<u8>> = Vec::new();
        for row in picker.list(value, "grid") {
            let row = picker.got(row.list());
            grid.push(row.iter().map(|cell| picker.got(cell.small())).collect());
        }
        let likelihood = scale(&likelihood, "the likelihood scale")?;
        let impact = scale(&impact, "the impact scale")?;
        Matrix::new(&name, likelihood, impact, levels, &grid)
            .map_err(|error| InvalidPart::new("the matrix", &error))
    }

    fn partnership(&mut self, value: &Value) -> Partnership {
        let name = self.picker.text(value, "name");
        let id = self.id(value, "id", "partnership", &name);
        Partnership {
            id,
            created: self.picker.whole(value, "created"),
            updated: self.picker.whole(value, "updated"),
            name,
            purpose: self.picker.text_if_any(value, "purpose"),
            kind: self.picker.one_of(value, "kind", &Kind::ALL, kind_name),
            lead_officer: self.picker.text_if_any(value, "lead_officer"),
            notes: self.picker.text_if_any(value, "notes"),
        }
    }

    fn risk(&mut self, value: &Value, matrix: &Matrix) -> Risk {
        let title = self.picker.text(value, "title");
        let id = self.id(value, "id", "risk", &title);
        let partnership = self.id(value, "partnership", "risk", &title);
        let ratings = self.ratings(value, matrix, &title);
        let category = self.picker.text_if_any(value, "category");
        Risk {
            id,
            created: self.picker.whole(value, "created"),
            updated: self.picker.whole(value, "updated"),
            partnership,
            reference: self.picker.text_if_any(value, "reference"),
            title,
            cause: self.picker.text_if_any(value, "cause"),
            event: self.picker.text_if_any(value, "event"),
            consequence: self.picker.text_if_any(value, "consequence"),
            category: Some(category).filter(|id| !id.is_empty()).map(|id| CategoryId::new(&id)),
            owner: self.picker.text_if_any(value, "owner"),
            ratings,
            treatment: self.picker.one_of(value, "treatment", &Treatment::ALL, treatment_name),
            status: self.picker.one_of(value, "status", &Status::ALL, status_name),
            notes: self.picker.text_if_any(value, "notes"),
        }
    }

    fn ratings(&mut self, risk: &Value, matrix: &Matrix, title: &str) -> Ratings {
        let mut ratings = Ratings::default();
        for stage in Stage::ALL {
            if let Some(pair) = self.picker.got(risk.find(stage_name(stage))) {
                *ratings.at_mut(stage) = self.rating(pair, matrix, title);
            }
        }
        ratings
    }

    fn rating(&mut self, pair: &Value, matrix: &Matrix, title: &str) -> Option<Rating> {
        let [likelihood, impact] = self.picker.got(pair.list()) else {
            self.picker.note(Wrong::new("invalid length, expected likelihood and impact"));
            return None;
        };
        let likelihood = self.position(likelihood, matrix.likelihood(), "likelihood", title);
        let impact = self.position(impact, matrix.impact(), "impact", title);
        Some(Rating { likelihood: likelihood?, impact: impact? })
    }

    fn position(&mut self, value: &Value, scale: &Scale, axis: &str, title: &str) -> Option<Position> {
        let number = match value.number() {
            Ok(number) => number,
            Err(wrong) => {
                self.picker.note(wrong);
                return None;
            }
        };
        let position = scale.position(number);
        if let Err(error) = position {
            let number = decimal::short(number, decimal::MOST_DECIMALS);
            self.breaks_a_rule("risk", title, &format_args!("{axis} {number} is {error}"));
        }
        position.ok()
    }

    fn id<T>(&mut self, value: &Value, member: &str, part: &str, name: &str) -> Id<T> {
        let text = self.picker.text(value, member);
        text.parse().unwrap_or_else(|error| {
            self.breaks_a_rule(part, name, &format_args!("\u{201c}{text}\u{201d} is {error}"));
            Id::from_bits(0)
        })
    }

    fn breaks_a_rule(&mut self, part: &str, name: &str, reason: &dyn fmt::Display) {
        let place = format!("{part} \u{201c}{name}\u{201d}");
        self.invalid.get_or_insert_with(|| InvalidPart::new(&place, reason));
    }
}

fn read_level(picker: &mut Picker, value: &Value) -> Level {
    Level {
        name: picker.text(value, "name"),
        tone: picker.one_of(value, "tone", &Tone::ALL, tone_name),
        response: picker.text(value, "response"),
        review_months: picker.small(value, "review_months"),
    }
}

fn scale(labels: &[String], place: &str) -> Result<Scale, InvalidPart> {
    Scale::new(labels).map_err(|error| InvalidPart::new(place, &error))
}
