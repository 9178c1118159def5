//! The names that registers give their columns: a list for columns of text, and a small grammar for
//! ratings ("residual likelihood score (1-5)"), whose parts come in any order. Names are those of
//! councils' spreadsheets and of the usual governance tools.

use super::Field;
use crate::register::Stage;

/// What a column's name says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::exchange) struct Known {
    /// What it stands for.
    pub(in crate::exchange) field: Field,
    /// How sure that is; 0 is surest.
    pub(in crate::exchange) rank: usize,
    /// Whether a rating is called residual, net or after controls rather than current.
    pub(in crate::exchange) is_residual: bool,
}

/// What a column's name says, if it is known; words in brackets count only where they help.
pub(in crate::exchange) fn recognise(name: &str) -> Option<Known> {
    if name.trim() == "#" {
        return Some(Known { field: Field::Reference, rank: 5, is_residual: false });
    }
    let whole = words(name);
    rating(&whole).or_else(|| text(&whole)).or_else(|| {
        let bare = words(&without_brackets(name));
        (bare != whole).then(|| rating(&bare).or_else(|| text(&bare))).flatten()
    })
}

/// The number of steps that a name declares, as in "Likelihood (1-5)" or "Impact 1 to 4".
pub(in crate::exchange) fn declared_steps(name: &str) -> Option<usize> {
    let words = words(name);
    let one = words.iter().position(|word| word == "1")?;
    let last = words[one + 1..].iter().find(|word| !matches!(word.as_str(), "to" | "low" | "high"))?;
    last.parse().ok().filter(|steps| (3..=6).contains(steps))
}

/// The words of a name in small letters; a capital after a small letter begins a new word.
fn words(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut after_small = false;
    for c in name.chars().filter(|c| !matches!(c, '\'' | '\u{2019}')) {
        if !c.is_alphanumeric() || (c.is_uppercase() && after_small) {
            words.push(String::new());
        }
        if c.is_alphanumeric() {
            if let Some(word) = words.last_mut() {
                word.extend(c.to_lowercase());
            }
        }
        after_small = c.is_lowercase();
    }
    words.retain(|word| !word.is_empty());
    words
}

fn without_brackets(name: &str) -> String {
    let mut depth = 0_u32;
    let outside = |c: &char| {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => {
                depth = depth.saturating_sub(1);
                return false;
            }
            _ => {}
        }
        depth == 0
    };
    name.chars().filter(outside).collect()
}

/// What one word adds to the name of a rating.
enum Part {
    Likelihood,
    Impact,
    /// An impact only beside another part; alone it is text.
    Consequence,
    Score,
    Product,
    At(Stage),
    Residual,
    Filler,
}

fn part(word: &str) -> Option<Part> {
    Some(match word {
        "likelihood" | "likelyhood" | "probability" | "prob" | "proba" | "frequency" | "chance" | "l"
        | "lh" | "p" => Part::Likelihood,
        "impact" | "imp" | "severity" | "magnitude" | "i" => Part::Impact,
        "consequence" | "consequences" => Part::Consequence,
        "score" | "scoring" | "total" | "rating" | "rag" | "level" | "ranking" | "product" | "exposure" => {
            Part::Score
        }
        "lxi" | "ixl" | "pxi" | "ixp" | "pi" => Part::Product,
        "inherent" | "gross" | "raw" | "initial" | "original" | "untreated" | "uncontrolled"
        | "unmitigated" | "pre" | "before" | "baseline" | "without" => Part::At(Stage::Inherent),
        "current" | "present" | "now" | "today" => Part::At(Stage::Current),
        "residual" | "net" | "after" | "post" | "mitigated" | "managed" | "controlled" | "treated" => {
            Part::Residual
        }
        "target" | "targeted" | "planned" | "future" | "desired" | "proposed" => Part::At(Stage::Target),
        "risk" | "risks" | "of" | "the" | "x" | "value" | "control" | "controls" | "mitigation"
        | "mitigations" | "mitigating" | "action" | "actions" | "measures" | "treatment" | "in" | "place"
        | "scale" | "assessment" | "assessed" | "with" | "existing" | "calculated" | "classic"
        | "overall" | "to" => Part::Filler,
        _ if word.bytes().all(|b| b.is_ascii_digit()) => Part::Filler,
        _ => return None,
    })
}

/// The name as that of a rating, if every word of it is part of one.
fn rating(words: &[String]) -> Option<Known> {
    let parts = words.iter().map(|word| part(word)).collect::<Option<Vec<Part>>>()?;
    let has = |wanted: fn(&Part) -> bool| parts.iter().any(wanted);
    let at = |stage: Stage| parts.iter().any(|part| matches!(part, Part::At(named) if *named == stage));
    let is_residual = has(|p| matches!(p, Part::Residual));
    let named_stage = [Stage::Target, Stage::Inherent, Stage::Current].into_iter().find(|&stage| at(stage));
    let stage = named_stage.unwrap_or(Stage::Current);
    let says_stage = named_stage.is_some() || is_residual;
    let has_score = has(|p| matches!(p, Part::Score));
    let likelihood = has(|p| matches!(p, Part::Likelihood));
    let impact = has(|p| matches!(p, Part::Impact))
        || (has(|p| matches!(p, Part::Consequence)) && (says_stage || has_score));
    let names_risk = words.iter().any(|word| word == "risk");
    let is_score = has_score || has(|p| matches!(p, Part::Product)) || (says_stage && names_risk);
    let field = match (likelihood, impact) {
        (true, true) => Field::Score(stage),
        (true, false) => Field::Likelihood(stage),
        (false, true) => Field::Impact(stage),
        (false, false) if is_score => Field::Score(stage),
        (false, false) => return None,
    };
    let rank = usize::from(!says_stage);
    Some(Known { field, rank, is_residual: is_residual && named_stage.is_none() })
}

/// Names of columns of text, the surest first within a field.
const TEXTS: [(Field, &[&str]); 14] = [
    (
        Field::Reference,
        &[
            "ref",
            "reference",
            "risk ref",
            "risk reference",
            "risk id",
            "ref id",
            "ref no",
            "reference no",
            "reference number",
            "risk no",
            "risk number",
            "id",
            "uid",
            "risk code",
            "code",
            "no",
            "number",
            "nr",
            "external reference id",
            "item",
            "rank",
            "priority",
        ],
    ),
    (
        Field::Title,
        &[
            "risk title",
            "title",
            "risk name",
            "name",
            "risk",
            "subject",
            "headline",
            "risk headline",
            "short name",
            "risk identified",
            "identified risk",
            "key risk",
            "strategic risk",
            "risk statement",
            "risk summary",
            "summary",
            "hazard",
            "threat",
            "issue",
            "concern",
        ],
    ),
    (
        Field::Cause,
        &[
            "cause",
            "risk cause",
            "root cause",
            "cause of risk",
            "trigger",
            "risk trigger",
            "vulnerability",
            "vulnerabilities",
            "source",
            "risk source",
            "source of risk",
            "driver",
            "risk driver",
            "caused by",
            "due to",
            "why",
        ],
    ),
    (
        Field::Event,
        &[
            "event",
            "risk event",
            "risk description",
            "description of risk",
            "description of the risk",
            "description",
            "risk detail",
            "detail",
            "what could happen",
            "what could go wrong",
            "scenario",
            "risk scenario",
            "uncertainty",
        ],
    ),
    (
        Field::Consequence,
        &[
            "consequence",
            "effect",
            "potential consequence",
            "possible consequence",
            "risk consequence",
            "potential impact",
            "potential effect",
            "impact description",
            "description of impact",
            "outcome",
            "result",
            "resulting in",
            "leading to",
            "implication",
            "risk effect",
            "impact if it happens",
        ],
    ),
    (
        Field::Category,
        &[
            "category",
            "risk category",
            "categories",
            "risk categories",
            "theme",
            "risk theme",
            "type of risk",
            "risk type",
            "risk area",
            "classification",
            "class",
            "domain",
            "risk group",
            "risk family",
            "type",
            "area",
            "heading",
        ],
    ),
    (
        Field::Partnership,
        &[
            "partnership",
            "partnership name",
            "name of partnership",
            "partnership title",
            "partner",
            "joint arrangement",
            "collaboration",
            "shared service",
            "alliance",
            "programme",
            "project",
            "project name",
            "perimeter",
        ],
    ),
    (
        Field::Owner,
        &[
            "risk owner",
            "owner",
            "owned by",
            "risk lead",
            "lead officer",
            "responsible officer",
            "accountable officer",
            "responsible person",
            "person responsible",
            "risk manager",
            "lead",
            "responsible",
            "accountable",
            "responsibility",
            "assigned to",
            "assignee",
            "officer",
            "manager",
            "who",
        ],
    ),
    (Field::Status, &["risk status", "status", "risk state", "state", "open closed", "open or closed"]),
    (
        Field::Treatment,
        &[
            "treatment",
            "risk treatment",
            "treatment option",
            "treatment decision",
            "risk response",
            "response",
            "response type",
            "planning strategy",
            "mitigation strategy",
            "risk strategy",
            "strategy",
            "4ts",
            "4 ts",
            "four ts",
            "approach",
        ],
    ),
    (
        Field::RiskOrOpportunity,
        &[
            "risk or opportunity",
            "risk opportunity",
            "threat or opportunity",
            "threat opportunity",
            "opportunity or threat",
            "opportunity or risk",
            "r o",
            "r or o",
        ],
    ),
    (
        Field::Notes,
        &[
            "notes",
            "note",
            "comment",
            "remark",
            "additional notes",
            "additional information",
            "further information",
            "update",
            "progress",
            "progress update",
            "commentary",
            "rationale",
            "evidence",
        ],
    ),
    (
        Field::Notes,
        &[
            "control",
            "existing control",
            "current control",
            "key control",
            "control in place",
            "controls in place",
            "internal control",
            "mitigation",
            "mitigating action",
            "mitigating control",
            "risk mitigation",
            "assurance",
            "additional control",
            "further control",
            "asset",
            "threats",
        ],
    ),
    (
        Field::Notes,
        &[
            "action",
            "further action",
            "planned action",
            "additional action",
            "action plan",
            "action required",
            "actions required",
            "action owner",
            "action date",
            "due date",
            "target date",
            "deadline",
            "review",
            "review date",
            "next review",
            "next review date",
            "last review",
            "last reviewed",
            "date",
            "date raised",
            "date identified",
            "date closed",
            "submission date",
            "proximity",
            "direction of travel",
            "trend",
        ],
    ),
];

fn text(words: &[String]) -> Option<Known> {
    let name = words.join(" ");
    // A name in the plural counts as its singular, unless the list knows it as it is.
    in_lists(&name).or_else(|| in_lists(name.strip_suffix('s')?))
}

fn in_lists(name: &str) -> Option<Known> {
    TEXTS.iter().find_map(|(field, names)| {
        let rank = names.iter().position(|known| *known == name)?;
        Some(Known { field: *field, rank, is_residual: false })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use Stage::{Current, Inherent, Target};

    fn field(name: &str) -> Option<Field> {
        recognise(name).map(|known| known.field)
    }

    #[test]
    fn ratings_are_known_by_the_names_in_use() {
        for (name, expected) in [
            ("Likelihood", Field::Likelihood(Current)),
            ("IMPACT", Field::Impact(Current)),
            ("Probability (1-5)", Field::Likelihood(Current)),
            ("impact_inherent", Field::Impact(Inherent)),
            ("prob_residual", Field::Likelihood(Current)),
            ("Gross Likelihood", Field::Likelihood(Inherent)),
            ("Raw impact score", Field::Impact(Inherent)),
            ("Likelihood before controls", Field::Likelihood(Inherent)),
            ("Impact (after mitigation)", Field::Impact(Current)),
            ("Pre-mitigation severity", Field::Impact(Inherent)),
            ("TargetLikelihood", Field::Likelihood(Target)),
            ("Planned impact", Field::Impact(Target)),
            ("Impact after planned actions", Field::Impact(Target)),
            ("Consequence score", Field::Impact(Current)),
            ("current_proba", Field::Likelihood(Current)),
            ("L", Field::Likelihood(Current)),
            ("I (1-4)", Field::Impact(Current)),
            ("Total", Field::Score(Current)),
            ("Risk rating", Field::Score(Current)),
            ("Inherent Risk", Field::Score(Inherent)),
            ("Residual risk score", Field::Score(Current)),
            ("Likelihood x Impact", Field::Score(Current)),
            ("Score (LxI)", Field::Score(Current)),
            ("Gross Risk RAG", Field::Score(Inherent)),
        ] {
            assert_eq!(field(name), Some(expected), "{name}");
        }
        assert!(recognise("Net impact").expect("known").is_residual);
        assert!(!recognise("Current impact").expect("known").is_residual);
    }

    #[test]
    fn texts_are_known_by_the_names_in_use() {
        for (name, expected) in [
            ("#", Field::Reference),
            ("No.", Field::Reference),
            ("Ref", Field::Reference),
            ("Risk ID", Field::Reference),
            ("Rank", Field::Reference),
            ("Risk", Field::Title),
            ("Risk Title", Field::Title),
            ("Subject", Field::Title),
            ("Risk Description (what could happen)", Field::Event),
            ("Causes", Field::Cause),
            ("Consequence(s)", Field::Consequence),
            ("Potential impact", Field::Consequence),
            ("Risk category", Field::Category),
            ("Type", Field::Category),
            ("Partnership name", Field::Partnership),
            ("Risk Owner", Field::Owner),
            ("Status", Field::Status),
            ("Planning Strategy", Field::Treatment),
            ("Risk/Opportunity", Field::RiskOrOpportunity),
            ("Existing controls", Field::Notes),
            ("Review date", Field::Notes),
            ("Comments", Field::Notes),
        ] {
            assert_eq!(field(name), Some(expected), "{name}");
        }
    }

    #[test]
    fn other_names_are_not_known() {
        for name in ["", "  ", "3", "Risk register of the council", "Flood", "Budget", "4.2", "C1", "()"] {
            assert_eq!(field(name), None, "{name}");
        }
    }

    #[test]
    fn a_name_may_declare_the_steps() {
        for (name, steps) in [
            ("Likelihood (1-5)", Some(5)),
            ("Impact 1 to 4", Some(4)),
            ("Impact (1 = low, 3 = high)", Some(3)),
            ("Likelihood", None),
            ("Impact (1-9)", None),
            ("Level 1", None),
        ] {
            assert_eq!(declared_steps(name), steps, "{name}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_name_is_read_without_panic(name in ".*") {
            let (_, _) = (recognise(&name), declared_steps(&name));
        }
    }
}
