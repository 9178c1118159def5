//! The inner form of a stored register, schema 1. Names are those of the domain; empty text and absent
//! ratings are left out; a rating is a pair of numbers, likelihood first.

use std::fmt;
use std::rc::Rc;

use crate::catalogue::CategoryId;
use crate::json::{self, Object, Value, Wrong};
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

impl From<Wrong> for Unread {
    fn from(wrong: Wrong) -> Self {
        Self::Wrong(wrong)
    }
}

impl From<InvalidPart> for Unread {
    fn from(part: InvalidPart) -> Self {
        Self::Invalid(part)
    }
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

/// Writes the stored form of a register.
pub(super) fn write(out: &mut String, register: &Register) {
    let mut object = Object::new(out);
    write_organisation(object.name("organisation"), register.organisation());
    json::list(object.name("partnerships"), register.partnerships(), &|out, p| write_partnership(out, p));
    json::list(object.name("risks"), register.risks(), &|out, risk| write_risk(out, risk));
    object.end();
}

fn write_organisation(out: &mut String, organisation: &Organisation) {
    let mut object = Object::new(out);
    object.text("name", &organisation.name);
    object.text("sector", sector_name(organisation.sector));
    object.text_if_any("published_source", &organisation.published_source);
    write_matrix(object.name("matrix"), &organisation.matrix);
    object.end();
}

fn write_matrix(out: &mut String, matrix: &Matrix) {
    let labels = |out: &mut String, scale: &Scale| {
        json::list(out, scale.labels(), &|out, label| json::text(out, label));
    };
    let mut object = Object::new(out);
    object.text("name", matrix.name());
    labels(object.name("likelihood"), matrix.likelihood());
    labels(object.name("impact"), matrix.impact());
    json::list(object.name("levels"), matrix.levels(), &write_level);
    let rows: Vec<&[u8]> = matrix.rows().collect();
    json::list(object.name("grid"), &rows, &|out, row| {
        json::list(out, row, &|out, cell| out.push_str(&cell.to_string()));
    });
    object.end();
}

fn write_level(out: &mut String, level: &Level) {
    let mut object = Object::new(out);
    object.text("name", &level.name);
    object.text("tone", tone_name(level.tone));
    object.text("response", &level.response);
    object.whole("review_months", level.review_months.into());
    object.end();
}

fn write_partnership(out: &mut String, partnership: &Partnership) {
    let mut object = Object::new(out);
    object.text("id", &partnership.id.to_string());
    object.whole("created", partnership.created);
    object.whole("updated", partnership.updated);
    object.text("name", &partnership.name);
    object.text("kind", kind_name(partnership.kind));
    object.text_if_any("purpose", &partnership.purpose);
    object.text_if_any("lead_officer", &partnership.lead_officer);
    object.text_if_any("notes", &partnership.notes);
    object.end();
}

fn write_risk(out: &mut String, risk: &Risk) {
    let mut object = Object::new(out);
    object.text("id", &risk.id.to_string());
    object.whole("created", risk.created);
    object.whole("updated", risk.updated);
    object.text("partnership", &risk.partnership.to_string());
    object.text_if_any("reference", &risk.reference);
    object.text("title", &risk.title);
    object.text_if_any("cause", &risk.cause);
    object.text_if_any("event", &risk.event);
    object.text_if_any("consequence", &risk.consequence);
    if let Some(category) = &risk.category {
        object.text("category", category.as_str());
    }
    object.text_if_any("owner", &risk.owner);
    for stage in Stage::ALL {
        if let Some(rating) = risk.ratings.at(stage) {
            let pair = [rating.likelihood, rating.impact];
            let write = |out: &mut String, position: &Position| out.push_str(&position.to_string());
            json::list(object.name(stage_name(stage)), &pair, &write);
        }
    }
    object.text("treatment", treatment_name(risk.treatment));
    object.text("status", status_name(risk.status));
    object.text_if_any("notes", &risk.notes);
    object.end();
}

/// The register that a value stores, checked by the same rules as a change made by hand.
pub(super) fn read(value: &Value<'_>) -> Result<Register, Unread> {
    let register = Register::new(organisation(value.member("organisation")?)?);
    let partnerships = value.member("partnerships")?.each(partnership)?;
    let risks = value.member("risks")?.each(|value| risk(value, register.matrix()))?;
    let change = Change::All(vec![Change::PartnershipsPut(partnerships), Change::RisksPut(risks)]);
    register.apply(change).map_err(|error| InvalidPart::new("the register", &error).into())
}

fn organisation(value: &Value<'_>) -> Result<Organisation, Unread> {
    Ok(Organisation {
        name: value.text_of("name")?,
        sector: value.member("sector")?.one_of(&Sector::ALL, sector_name)?,
        published_source: value.text_if_any("published_source")?,
        matrix: Rc::new(matrix(value.member("matrix")?)?),
    })
}

fn matrix(value: &Value<'_>) -> Result<Matrix, Unread> {
    let scale = |name: &str, place: &str| -> Result<Scale, Unread> {
        let labels = value.member(name)?.each(Value::text_owned)?;
        Scale::new(&labels).map_err(|error| InvalidPart::new(place, &error).into())
    };
    let likelihood = scale("likelihood", "the likelihood scale")?;
    let impact = scale("impact", "the impact scale")?;
    let levels = value.member("levels")?.each(level)?;
    let grid = value.member("grid")?.each(|row| row.each(Value::small::<u8>))?;
    Matrix::new(&value.text_of("name")?, likelihood, impact, levels, &grid)
        .map_err(|error| InvalidPart::new("the matrix", &error).into())
}

fn level(value: &Value<'_>) -> Result<Level, Wrong> {
    Ok(Level {
        name: value.text_of("name")?,
        tone: value.member("tone")?.one_of(&Tone::ALL, tone_name)?,
        response: value.text_of("response")?,
        review_months: value.member("review_months")?.small()?,
    })
}

fn partnership(value: &Value<'_>) -> Result<Partnership, Unread> {
    let name = value.text_of("name")?;
    Ok(Partnership {
        id: id(value, "id", &format!("partnership \u{201c}{name}\u{201d}"))?,
        created: value.member("created")?.whole()?,
        updated: value.member("updated")?.whole()?,
        name,
        purpose: value.text_if_any("purpose")?,
        kind: value.member("kind")?.one_of(&Kind::ALL, kind_name)?,
        lead_officer: value.text_if_any("lead_officer")?,
        notes: value.text_if_any("notes")?,
    })
}

fn risk(value: &Value<'_>, matrix: &Matrix) -> Result<Risk, Unread> {
    let title = value.text_of("title")?;
    let place = format!("risk \u{201c}{title}\u{201d}");
    let category = value.find("category")?.map(Value::text).transpose()?;
    let mut ratings = Ratings::default();
    for stage in Stage::ALL {
        if let Some(pair) = value.find(stage_name(stage))? {
            *ratings.at_mut(stage) = Some(rating(pair, matrix, &place)?);
        }
    }
    Ok(Risk {
        id: id(value, "id", &place)?,
        created: value.member("created")?.whole()?,
        updated: value.member("updated")?.whole()?,
        partnership: id(value, "partnership", &place)?,
        reference: value.text_if_any("reference")?,
        title,
        cause: value.text_if_any("cause")?,
        event: value.text_if_any("event")?,
        consequence: value.text_if_any("consequence")?,
        category: category.map(CategoryId::new),
        owner: value.text_if_any("owner")?,
        ratings,
        treatment: value.member("treatment")?.one_of(&Treatment::ALL, treatment_name)?,
        status: value.member("status")?.one_of(&Status::ALL, status_name)?,
        notes: value.text_if_any("notes")?,
    })
}

fn id<T>(value: &Value<'_>, name: &str, place: &str) -> Result<Id<T>, Unread> {
    let text = value.member(name)?.text()?;
    text.parse()
        .map_err(|error| InvalidPart::new(place, &format_args!("\u{201c}{text}\u{201d} is {error}")).into())
}

fn rating(pair: &Value<'_>, matrix: &Matrix, place: &str) -> Result<Rating, Unread> {
    let [likelihood, impact] = pair.list()? else {
        return Err(Wrong::new("invalid length, expected likelihood and impact", pair.end).into());
    };
    Ok(Rating {
        likelihood: position(likelihood, matrix.likelihood(), "likelihood", place)?,
        impact: position(impact, matrix.impact(), "impact", place)?,
    })
}

fn position(value: &Value<'_>, scale: &Scale, axis: &str, place: &str) -> Result<Position, Unread> {
    let number = value.number()?;
    scale.position(number).map_err(|error| {
        let number = decimal::short(number, decimal::MOST_DECIMALS);
        InvalidPart::new(place, &format_args!("{axis} {number} is {error}")).into()
    })
}
