//! What is compared with which survey, with which surveys or with which peers, and how that stands in the address.

use partnership_risk_core::catalogue::{Extent, SurveyId, SurveySector};
use partnership_risk_core::choice::Choice;
use partnership_risk_core::league::{Measure, Part};
use partnership_risk_core::register::{Kind, Sector};

use super::query::{Query, chosen, listed, parameter, query_of, text_of};
use crate::app::queries::benchmark::Compared;

const MEASURES: [(&str, Measure); 7] = [
    ("share-naming", Measure::ShareNaming),
    ("mean-score", Measure::MeanScore),
    ("highest-score", Measure::HighestScore),
    ("highest-level", Measure::TopLevelCount),
    ("above-appetite", Measure::AboveAppetite),
    ("expected-loss", Measure::ExpectedLoss),
    ("worst-years", Measure::TailShare),
];

/// What is compared, as a query.
pub(super) fn query(compared: &Compared) -> String {
    Query::new()
        .with("survey", compared.survey.as_ref())
        .with("measure", compared.measure.map(|measure| text_of(&MEASURES, measure)))
        .with("part", part_text(compared.part))
        .with("snapshot", compared.snapshot)
        .finished()
}

/// What a query compares.
pub(super) fn of_query(query: &str) -> Compared {
    Compared {
        survey: parameter::<String>(query, "survey").map(|id| SurveyId::new(&id)),
        measure: listed(query, "measure", &MEASURES),
        part: parameter::<String>(query, "part").map(|text| part_of(&text)).unwrap_or_default(),
        snapshot: parameter(query, "snapshot"),
    }
}

const OF_KIND: &str = "form-";
const WITH_PARTNER: &str = "partner-";

/// What stands for a part of the register in addresses and lists; nothing for all of it.
#[must_use]
pub fn part_text(part: Part) -> Option<String> {
    match part {
        Part::All => None,
        Part::OfKind(kind) => Some([OF_KIND, kind.key()].concat()),
        Part::WithPartnerFrom(sector) => Some([WITH_PARTNER, sector.key()].concat()),
    }
}

/// The part that a text stands for; all where it stands for none.
#[must_use]
pub fn part_of(text: &str) -> Part {
    let kind = text.strip_prefix(OF_KIND).and_then(Kind::of_key).map(Part::OfKind);
    let sector = || text.strip_prefix(WITH_PARTNER).and_then(Sector::of_key).map(Part::WithPartnerFrom);
    kind.or_else(sector).unwrap_or_default()
}

/// Which surveys our table is held against.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SeveralView {
    /// The measure of one's own league table.
    pub measure: Option<Measure>,
    /// Surveys that speak of this sector, or all.
    pub sector: Option<SurveySector>,
    /// Those of which so much was seen, or all.
    pub extent: Option<Extent>,
}

impl SeveralView {
    pub(super) fn query(&self) -> String {
        Query::new()
            .with("measure", self.measure.map(|measure| text_of(&MEASURES, measure)))
            .with("sector", self.sector.map(Choice::key))
            .with("extent", self.extent.map(Choice::key))
            .finished()
    }

    pub(super) fn of_query(query: &str) -> Self {
        Self {
            measure: listed(query, "measure", &MEASURES),
            sector: chosen(query, "sector"),
            extent: chosen(query, "extent"),
        }
    }
}

/// Which peers are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct PeersView {
    /// Those of this sector, or all.
    pub sector: Option<Sector>,
}

impl PeersView {
    pub(super) fn query(self) -> String {
        query_of("sector", self.sector.map(Choice::key))
    }

    pub(super) fn of_query(query: &str) -> Self {
        Self { sector: chosen(query, "sector") }
    }
}
