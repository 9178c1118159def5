//! SimpleRisk (github.com/simplerisk/code, August 2026): the English labels of its fields
//! (`simplerisk/languages/en/lang.en.php`), which the mapping step of its import offers (support.simplerisk.com,
//! "The Risk Import Guide for SimpleRisk"). Likelihood and impact of five steps are named as it names its own;
//! other scales keep their own names. It asks for dates in an order of the installation's choice, so none is
//! written.

use super::texts;
use crate::exchange::outgoing::names::controls_on;
use crate::exchange::sheet::{Sheet, Value};
use crate::register::{Register, Risk, Stage, Status, Treatment};
use crate::scale::{Position, Scale};

const COLUMNS: [&str; 12] = [
    "Status",
    "Subject",
    "External Reference ID",
    "Category",
    "Owner",
    "Risk Assessment",
    "Additional Notes",
    "Risk Scoring Method",
    "Current Likelihood",
    "Current Impact",
    "Planning Strategy",
    "Current Solution",
];

/// Its own names of five steps, lowest first (tables `likelihood` and `impact` of a new installation).
const LIKELIHOODS: [&str; 5] = ["Remote", "Unlikely", "Credible", "Likely", "Almost Certain"];
const IMPACTS: [&str; 5] = ["Insignificant", "Minor", "Moderate", "Major", "Extreme/Catastrophic"];

/// Every risk under its labels.
pub(in crate::exchange::outgoing) fn risks(register: &Register) -> Sheet {
    let rows = register.risks().iter().map(|risk| row(register, risk)).collect();
    Sheet { title: "Risks for SimpleRisk".to_owned(), columns: texts(&COLUMNS), rows }
}

fn row(register: &Register, risk: &Risk) -> Vec<Value> {
    let category = risk.category.as_ref().map(|id| register.organisation().category_name(id));
    let rating = risk.ratings.at(Stage::Current);
    let matrix = register.matrix();
    let likelihood = rating.map_or("", |r| step(matrix.likelihood(), r.likelihood, &LIKELIHOODS));
    let impact = rating.map_or("", |r| step(matrix.impact(), r.impact, &IMPACTS));
    let controls = controls_on(register, risk.id, true).join("; ");
    let texts = [
        if risk.status == Status::Closed { "Closed" } else { "New" },
        &risk.title,
        &risk.reference,
        category.as_deref().unwrap_or_default(),
        &risk.owner,
        &assessed(register, risk),
        &risk.notes,
        if rating.is_some() { "Classic" } else { "" },
        likelihood,
        impact,
        strategy(risk.treatment),
        &controls,
    ];
    texts.map(Value::text).to_vec()
}

fn step<'a>(scale: &'a Scale, position: Position, own: &'a [&'a str; 5]) -> &'a str {
    if scale.steps() == own.len() { own[position.step()] } else { scale.label(position) }
}

/// Where it belongs and what could happen, since its fields have no place of their own there.
fn assessed(register: &Register, risk: &Risk) -> String {
    let partnership = register.partnership(risk.partnership).map_or("", |p| &p.name);
    let parts = [
        ("Partnership: ", partnership),
        ("Cause: ", &*risk.cause),
        ("Event: ", &*risk.event),
        ("Consequence: ", &*risk.consequence),
    ];
    let filled = parts.iter().filter(|(_, text)| !text.is_empty());
    filled.map(|(name, text)| [*name, *text].concat()).collect::<Vec<_>>().join("\n")
}

/// Its own strategies.
fn strategy(treatment: Treatment) -> &'static str {
    match treatment {
        Treatment::Undecided => "Research",
        Treatment::Treat => "Mitigate",
        Treatment::Tolerate => "Accept",
        Treatment::Transfer => "Transfer",
        Treatment::Terminate => "",
    }
}
