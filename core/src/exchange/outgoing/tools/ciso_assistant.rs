//! CISO Assistant (github.com/intuitem/ciso-assistant-community, August 2026): the columns of its export of a
//! risk assessment, parted by semicolons (`backend/core/views.py`, `risk_assessment_csv`, with inherent risk
//! switched on), and those of the first sheet of its template for third parties
//! (`backend/data_wizard/import_templates/third_parties_template.xlsx`). Ratings are named by the steps of the
//! matrix; what it calls residual, after additional controls, is the target here.

use super::texts;
use crate::exchange::outgoing::names::controls_on;
use crate::exchange::sheet::{Sheet, Value};
use crate::letters;
use crate::register::{Confidence, Register, Risk, Stage, Treatment};

const RISK_COLUMNS: [&str; 18] = [
    "ref_id",
    "assets",
    "threats",
    "name",
    "description",
    "inherent_impact",
    "inherent_proba",
    "inherent_level",
    "existing_applied_controls",
    "current_impact",
    "current_proba",
    "current_risk",
    "additional_controls",
    "residual_impact",
    "residual_proba",
    "residual_risk",
    "treatment",
    "strength_of_knowledge",
];

const ENTITY_COLUMNS: [&str; 12] = [
    "ref_id",
    "name",
    "description",
    "mission",
    "country",
    "currency",
    "parent_entity_ref_id",
    "dependency",
    "penetration",
    "maturity",
    "trust",
    "domain",
];

/// Every risk as a scenario; the partnership stands as what is at risk.
pub(in crate::exchange::outgoing) fn risks(register: &Register) -> Sheet {
    let rows = register.risks().iter().map(|risk| row(register, risk)).collect();
    Sheet { title: "Risks for CISO Assistant".to_owned(), columns: texts(&RISK_COLUMNS), rows }
}

fn row(register: &Register, risk: &Risk) -> Vec<Value> {
    let partnership = register.partnership(risk.partnership).map_or("", |p| &p.name);
    let mut row =
        [&*risk.reference, partnership, &risk.cause, &risk.title, &described(risk)].map(Value::text).to_vec();
    row.extend(rated(register, risk, Stage::Inherent));
    row.push(Value::text(&controls_on(register, risk.id, true).join(",")));
    row.extend(rated(register, risk, Stage::Current));
    row.push(Value::text(&controls_on(register, risk.id, false).join(",")));
    row.extend(rated(register, risk, Stage::Target));
    row.push(Value::text(treatment(risk.treatment)));
    row.push(Value::text(if risk.confidence == Confidence::NotSaid { "--" } else { risk.confidence.name() }));
    row
}

fn described(risk: &Risk) -> String {
    let parts = [&*risk.event, &*risk.consequence];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
}

/// Impact, likelihood and level by their names; two dashes where nobody has rated.
fn rated(register: &Register, risk: &Risk, stage: Stage) -> [Value; 3] {
    let matrix = register.matrix();
    let Some(rating) = risk.ratings.at(stage) else { return [(); 3].map(|()| Value::text("--")) };
    [
        Value::text(matrix.impact().label(rating.impact)),
        Value::text(matrix.likelihood().label(rating.likelihood)),
        Value::text(&matrix.level(matrix.score(rating)).name),
    ]
}

/// The keys of its own choices.
fn treatment(treatment: Treatment) -> &'static str {
    match treatment {
        Treatment::Undecided => "open",
        Treatment::Treat => "mitigate",
        Treatment::Tolerate => "accept",
        Treatment::Transfer => "transfer",
        Treatment::Terminate => "avoid",
    }
}

/// Every partner once, with the partnerships it is in.
pub(in crate::exchange::outgoing) fn entities(register: &Register) -> Sheet {
    let rows = bodies(register).into_iter().enumerate().map(|(i, body)| entity(i + 1, body)).collect();
    Sheet { title: "Partners for CISO Assistant".to_owned(), columns: texts(&ENTITY_COLUMNS), rows }
}

/// A body and the partnerships it is in.
type Body<'a> = (&'a str, &'static str, Vec<&'a str>);

fn bodies(register: &Register) -> Vec<Body<'_>> {
    let mut bodies: Vec<Body<'_>> = Vec::new();
    let mut places = std::collections::BTreeMap::new();
    for partnership in register.partnerships() {
        for partner in &partnership.partners {
            let place = *places.entry(letters::folded(&partner.name)).or_insert(bodies.len());
            match bodies.get_mut(place) {
                Some((_, _, partnerships)) => partnerships.push(&partnership.name),
                None => bodies.push((&partner.name, partner.sector.name(), vec![&partnership.name])),
            }
        }
    }
    bodies
}

fn entity(number: usize, (name, sector, partnerships): Body<'_>) -> Vec<Value> {
    let reference = format!("ENT-{number:03}");
    let mission = format!("Partner in: {}", partnerships.join(", "));
    let mut row: Vec<Value> = [&*reference, name, sector, &*mission].map(Value::text).to_vec();
    row.resize(ENTITY_COLUMNS.len(), Value::Blank);
    row
}
