//! The names of columns that hold text, as councils' spreadsheets and the usual governance tools have
//! them. A new name is one more entry of its list.

use super::Field;
use super::names::Known;

/// Names of columns of text, the surest first within a field.
const TEXTS: [(Field, &str); 21] = [
    (
        Field::Reference,
        "ref, reference, risk ref, risk reference, risk id, ref id, ref no, reference no, \
         reference number, risk no, risk number, id, uid, risk code, code, no, number, nr, \
         external reference id, item, rank, priority",
    ),
    (
        Field::Title,
        "risk title, title, risk name, name, risk, subject, headline, risk headline, short name, \
         risk identified, identified risk, key risk, strategic risk, risk statement, \
         risk summary, summary, hazard, threat, issue, concern",
    ),
    (
        Field::Cause,
        "cause, risk cause, root cause, cause of risk, trigger, risk trigger, vulnerability, \
         vulnerabilities, source, risk source, source of risk, driver, risk driver, caused by, \
         due to, why",
    ),
    (
        Field::Event,
        "event, risk event, risk description, description of risk, description of the risk, \
         description, risk detail, detail, what could happen, what could go wrong, scenario, \
         risk scenario, uncertainty",
    ),
    (
        Field::Consequence,
        "consequence, effect, potential consequence, possible consequence, risk consequence, \
         potential impact, potential effect, impact description, description of impact, outcome, \
         result, resulting in, leading to, implication, risk effect, impact if it happens",
    ),
    (
        Field::Category,
        "category, risk category, categories, risk categories, theme, risk theme, type of risk, \
         risk type, risk area, classification, class, domain, risk group, risk family, type, \
         area, heading",
    ),
    (
        Field::Partnership,
        "partnership, partnership name, name of partnership, partnership title, partner, \
         joint arrangement, collaboration, shared service, alliance, programme, project, \
         project name, perimeter",
    ),
    (
        Field::Owner,
        "risk owner, owner, owned by, risk lead, lead officer, responsible officer, \
         accountable officer, responsible person, person responsible, risk manager, lead, \
         responsible, accountable, responsibility, assigned to, assignee, officer, manager, who",
    ),
    (Field::Status, "risk status, status, risk state, state, open closed, open or closed"),
    (
        Field::Treatment,
        "treatment, risk treatment, treatment option, treatment decision, risk response, \
         response, response type, planning strategy, mitigation strategy, risk strategy, \
         strategy, 4ts, 4 ts, four ts, approach",
    ),
    (
        Field::Confidence,
        "confidence, confidence in the rating, confidence in rating, confidence level, \
         strength of knowledge",
    ),
    (Field::Evidence, "evidence, evidence for the rating, what the rating rests on"),
    (Field::Proximity, "proximity, risk proximity, when it could come about"),
    (Field::TreatmentReason, "reason for the treatment, treatment reason, treatment rationale"),
    (Field::StatusReason, "reason for the status, status reason, close reason, reason for closure"),
    (
        Field::Review,
        "review, review date, next review, next review date, date of next review, risk review date, \
         review due",
    ),
    (
        Field::Rated,
        "last rated or confirmed, last rated, last review, last reviewed, last review date, \
         date last reviewed, date of last review, review last done",
    ),
    (
        Field::RiskOrOpportunity,
        "risk or opportunity, risk opportunity, threat or opportunity, threat opportunity, \
         opportunity or threat, opportunity or risk, r o, r or o",
    ),
    (
        Field::Notes,
        "notes, note, comment, remark, additional notes, additional information, \
         further information, update, progress, progress update, commentary, rationale",
    ),
    (
        Field::Notes,
        "control, existing control, current control, key control, control in place, \
         controls in place, internal control, mitigation, mitigating action, mitigating control, \
         risk mitigation, assurance, additional control, further control, asset, threats",
    ),
    (
        Field::Notes,
        "action, further action, planned action, additional action, action plan, action required, \
         actions required, action owner, action date, due date, target date, deadline, date, \
         date raised, date identified, date closed, submission date, \
         direction of travel, trend",
    ),
];

/// What a column of text is, if its name is in a list.
pub(super) fn text(words: &[String]) -> Option<Known> {
    let name = words.join(" ");
    // A name in the plural counts as its singular, unless the list knows it as it is.
    in_lists(&name).or_else(|| in_lists(name.strip_suffix('s')?))
}

fn in_lists(name: &str) -> Option<Known> {
    TEXTS.iter().find_map(|(field, names)| {
        let rank = names.split(", ").position(|known| known == name)?;
        Some(Known { field: *field, rank, is_residual: false })
    })
}
