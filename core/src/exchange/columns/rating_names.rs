//! The names of columns that hold ratings: a small grammar, because their parts come in any order
//! ("residual likelihood score (1-5)").

use super::Field;
use super::names::Known;
use crate::register::Stage;

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
        "lxi" | "ixl" | "pxi" | "ixp" => Part::Product,
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
pub(super) fn rating(words: &[String]) -> Option<Known> {
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
