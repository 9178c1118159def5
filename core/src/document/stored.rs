//! The inner form of a stored register, schema 1. Names are those of the domain; empty text and absent
//! ratings are left out; a rating is a pair of numbers, likelihood first.

use std::borrow::Cow;
use std::fmt;
use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::catalogue::CategoryId;
use crate::register::{
    Change, Id, Kind, Organisation, Partnership, Ratings, Register, Risk, Sector, Status, Timestamp,
    Treatment,
};
use crate::scale::{Level, Matrix, Position, Rating, Scale, Tone};

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
    fn new(place: &str, reason: impl fmt::Display) -> Self {
        Self { place: place.to_owned(), reason: reason.to_string() }
    }
}

type Text<'a> = Cow<'a, str>;

#[derive(Serialize, Deserialize)]
pub(super) struct StoredRegister<'a> {
    #[serde(borrow)]
    organisation: StoredOrganisation<'a>,
    partnerships: Vec<StoredPartnership<'a>>,
    risks: Vec<StoredRisk<'a>>,
}

#[derive(Serialize, Deserialize)]
struct StoredOrganisation<'a> {
    name: Text<'a>,
    #[serde(with = "sector")]
    sector: Sector,
    #[serde(default, skip_serializing_if = "is_empty")]
    published_source: Text<'a>,
    matrix: StoredMatrix,
}

#[derive(Serialize, Deserialize)]
struct StoredMatrix {
    name: String,
    likelihood: Vec<String>,
    impact: Vec<String>,
    levels: Vec<StoredLevel>,
    grid: Vec<Vec<u8>>,
}

#[derive(Serialize, Deserialize)]
struct StoredLevel {
    name: String,
    #[serde(with = "tone")]
    tone: Tone,
    response: String,
    review_months: u8,
}

#[derive(Serialize, Deserialize)]
struct StoredPartnership<'a> {
    id: Text<'a>,
    created: Timestamp,
    updated: Timestamp,
    name: Text<'a>,
    #[serde(with = "kind")]
    kind: Kind,
    #[serde(default, skip_serializing_if = "is_empty")]
    purpose: Text<'a>,
    #[serde(default, skip_serializing_if = "is_empty")]
    lead_officer: Text<'a>,
    #[serde(default, skip_serializing_if = "is_empty")]
    notes: Text<'a>,
}

#[derive(Serialize, Deserialize)]
struct StoredRisk<'a> {
    id: Text<'a>,
    created: Timestamp,
    updated: Timestamp,
    partnership: Text<'a>,
    #[serde(default, skip_serializing_if = "is_empty")]
    reference: Text<'a>,
    title: Text<'a>,
    #[serde(default, skip_serializing_if = "is_empty")]
    cause: Text<'a>,
    #[serde(default, skip_serializing_if = "is_empty")]
    event: Text<'a>,
    #[serde(default, skip_serializing_if = "is_empty")]
    consequence: Text<'a>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    category: Option<Text<'a>>,
    #[serde(default, skip_serializing_if = "is_empty")]
    owner: Text<'a>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    inherent: Option<(f64, f64)>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    current: Option<(f64, f64)>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    target: Option<(f64, f64)>,
    #[serde(with = "treatment")]
    treatment: Treatment,
    #[serde(with = "status")]
    status: Status,
    #[serde(default, skip_serializing_if = "is_empty")]
    notes: Text<'a>,
}

fn is_empty(text: &Text<'_>) -> bool {
    text.is_empty()
}

/// A module that reads and writes the variants of a domain enum under their stored names, for
/// `#[serde(with = ..)]`. The stored names are files' business, so they stand here and not in the domain.
macro_rules! stored_names {
    ($module:ident, $enum:ident, $($variant:ident = $name:literal),+) => {
        mod $module {
            use serde::{Deserialize, Deserializer, Serialize, Serializer};
            use super::$enum;

            #[derive(Serialize, Deserialize)]
            enum Stored { $(#[serde(rename = $name)] $variant),+ }

            pub(super) fn serialize<S: Serializer>(value: &$enum, to: S) -> Result<S::Ok, S::Error> {
                match value { $($enum::$variant => Stored::$variant),+ }.serialize(to)
            }

            pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<$enum, D::Error> {
                Ok(match Stored::deserialize(from)? { $(Stored::$variant => $enum::$variant),+ })
            }
        }
    };
}

stored_names!(
    sector,
    Sector,
    Council = "council",
    Police = "police",
    Fire = "fire",
    Health = "health",
    Charity = "charity",
    Other = "other"
);
stored_names!(
    kind,
    Kind,
    Statutory = "statutory",
    Contract = "contract",
    SharedService = "shared-service",
    PooledBudget = "pooled-budget",
    JointVenture = "joint-venture",
    LeadCommissioning = "lead-commissioning",
    EmergencyServices = "emergency-services",
    Network = "network",
    Other = "other"
);
stored_names!(
    treatment,
    Treatment,
    Treat = "treat",
    Tolerate = "tolerate",
    Transfer = "transfer",
    Terminate = "terminate",
    Undecided = "undecided"
);
stored_names!(status, Status, Draft = "draft", Open = "open", Closed = "closed");
stored_names!(
    tone,
    Tone,
    Lowest = "lowest",
    Low = "low",
    Middle = "middle",
    High = "high",
    Highest = "highest"
);

impl<'a> From<&'a Register> for StoredRegister<'a> {
    fn from(register: &'a Register) -> Self {
        Self {
            organisation: StoredOrganisation::from(register.organisation()),
            partnerships: register.partnerships().iter().map(|p| StoredPartnership::from(&**p)).collect(),
            risks: register.risks().iter().map(|r| StoredRisk::from(&**r)).collect(),
        }
    }
}

impl<'a> From<&'a Organisation> for StoredOrganisation<'a> {
    fn from(organisation: &'a Organisation) -> Self {
        Self {
            name: Cow::Borrowed(&organisation.name),
            sector: organisation.sector,
            published_source: Cow::Borrowed(&organisation.published_source),
            matrix: StoredMatrix::from(&*organisation.matrix),
        }
    }
}

impl From<&Matrix> for StoredMatrix {
    fn from(matrix: &Matrix) -> Self {
        Self {
            name: matrix.name().to_owned(),
            likelihood: matrix.likelihood().labels().to_vec(),
            impact: matrix.impact().labels().to_vec(),
            levels: matrix.levels().iter().map(StoredLevel::from).collect(),
            grid: matrix.rows().map(<[u8]>::to_vec).collect(),
        }
    }
}

impl From<&Level> for StoredLevel {
    fn from(level: &Level) -> Self {
        let Level { name, tone, response, review_months } = level.clone();
        Self { name, tone, response, review_months }
    }
}

impl<'a> From<&'a Partnership> for StoredPartnership<'a> {
    fn from(partnership: &'a Partnership) -> Self {
        Self {
            id: partnership.id.to_string().into(),
            created: partnership.created,
            updated: partnership.updated,
            name: Cow::Borrowed(&partnership.name),
            kind: partnership.kind,
            purpose: Cow::Borrowed(&partnership.purpose),
            lead_officer: Cow::Borrowed(&partnership.lead_officer),
            notes: Cow::Borrowed(&partnership.notes),
        }
    }
}

impl<'a> From<&'a Risk> for StoredRisk<'a> {
    fn from(risk: &'a Risk) -> Self {
        let pair = |rating: Option<Rating>| rating.map(|r| (r.likelihood.value(), r.impact.value()));
        Self {
            id: risk.id.to_string().into(),
            created: risk.created,
            updated: risk.updated,
            partnership: risk.partnership.to_string().into(),
            reference: Cow::Borrowed(&risk.reference),
            title: Cow::Borrowed(&risk.title),
            cause: Cow::Borrowed(&risk.cause),
            event: Cow::Borrowed(&risk.event),
            consequence: Cow::Borrowed(&risk.consequence),
            category: risk.category.as_ref().map(|c| Cow::Borrowed(c.as_str())),
            owner: Cow::Borrowed(&risk.owner),
            inherent: pair(risk.ratings.inherent),
            current: pair(risk.ratings.current),
            target: pair(risk.ratings.target),
            treatment: risk.treatment,
            status: risk.status,
            notes: Cow::Borrowed(&risk.notes),
        }
    }
}

impl StoredRegister<'_> {
    /// The register, checked by the same rules as a change made by hand.
    pub(super) fn into_register(self) -> Result<Register, InvalidPart> {
        let register = Register::new(self.organisation.into_organisation()?);
        let matrix = register.matrix();
        let partnerships = self
            .partnerships
            .into_iter()
            .map(StoredPartnership::into_partnership)
            .collect::<Result<_, _>>()?;
        let risks = self.risks.into_iter().map(|r| r.into_risk(matrix)).collect::<Result<_, _>>()?;
        register
            .apply(Change::All(vec![Change::PartnershipsPut(partnerships), Change::RisksPut(risks)]))
            .map_err(|error| InvalidPart::new("the register", error))
    }
}

impl StoredOrganisation<'_> {
    fn into_organisation(self) -> Result<Organisation, InvalidPart> {
        Ok(Organisation {
            name: self.name.into_owned(),
            sector: self.sector,
            published_source: self.published_source.into_owned(),
            matrix: Rc::new(self.matrix.into_matrix()?),
        })
    }
}

impl StoredMatrix {
    fn into_matrix(self) -> Result<Matrix, InvalidPart> {
        let scale = |labels: &[String], place| Scale::new(labels).map_err(|e| InvalidPart::new(place, e));
        let likelihood = scale(&self.likelihood, "the likelihood scale")?;
        let impact = scale(&self.impact, "the impact scale")?;
        let levels = self.levels.into_iter().map(StoredLevel::into_level).collect();
        Matrix::new(&self.name, likelihood, impact, levels, &self.grid)
            .map_err(|error| InvalidPart::new("the matrix", error))
    }
}

impl StoredLevel {
    fn into_level(self) -> Level {
        let Self { name, tone, response, review_months } = self;
        Level { name, tone, response, review_months }
    }
}

fn id<T>(text: &str, place: &str) -> Result<Id<T>, InvalidPart> {
    text.parse().map_err(|error| InvalidPart::new(place, format_args!("\u{201c}{text}\u{201d} is {error}")))
}

impl StoredPartnership<'_> {
    fn into_partnership(self) -> Result<Partnership, InvalidPart> {
        Ok(Partnership {
            id: id(&self.id, &format!("partnership \u{201c}{}\u{201d}", self.name))?,
            created: self.created,
            updated: self.updated,
            name: self.name.into_owned(),
            purpose: self.purpose.into_owned(),
            kind: self.kind,
            lead_officer: self.lead_officer.into_owned(),
            notes: self.notes.into_owned(),
        })
    }
}

impl StoredRisk<'_> {
    fn into_risk(self, matrix: &Matrix) -> Result<Risk, InvalidPart> {
        let place = format!("risk \u{201c}{}\u{201d}", self.title);
        let rating = |pair: Option<(f64, f64)>| pair.map(|pair| rating(pair, matrix, &place)).transpose();
        Ok(Risk {
            id: id(&self.id, &place)?,
            partnership: id(&self.partnership, &place)?,
            ratings: Ratings {
                inherent: rating(self.inherent)?,
                current: rating(self.current)?,
                target: rating(self.target)?,
            },
            created: self.created,
            updated: self.updated,
            reference: self.reference.into_owned(),
            title: self.title.into_owned(),
            cause: self.cause.into_owned(),
            event: self.event.into_owned(),
            consequence: self.consequence.into_owned(),
            category: self.category.map(|c| CategoryId::new(&c)),
            owner: self.owner.into_owned(),
            treatment: self.treatment,
            status: self.status,
            notes: self.notes.into_owned(),
        })
    }
}

fn rating((likelihood, impact): (f64, f64), matrix: &Matrix, place: &str) -> Result<Rating, InvalidPart> {
    let on = |scale: &Scale, value: f64, axis: &str| -> Result<Position, InvalidPart> {
        scale.position(value).map_err(|e| InvalidPart::new(place, format_args!("{axis} {value} is {e}")))
    };
    Ok(Rating {
        likelihood: on(matrix.likelihood(), likelihood, "likelihood")?,
        impact: on(matrix.impact(), impact, "impact")?,
    })
}
