//! The names of columns that hold ratings: a small grammar, because their parts come in any order
//! ("residual likelihood score (1-5)").

use super::Field;
use super::names::Known;
use crate::register::Stage;

/// What one word adds to the name of a rating.
#[derive(Clone, Copy, PartialEq, Eq)]
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

/// The words of each part, with blanks between them. A new word is one more in its line.
const WORDS: [(Part, &str); 10] = [
    (Part::Likelihood, "likelihood likelyhood probability prob proba frequency chance l lh p"),
    (Part::Impact, "impact imp severity magnitude i"),
    (Part::Consequence, "consequence consequences"),
    (Part::Score, "score scoring total rating rag level ranking product exposure"),
    (Part::Product, "lxi ixl pxi ixp"),
    (
        Part::At(Stage::Inherent),
        "inherent gross raw initial original untreated uncontrolled unmitigated pre before baseline without",
    ),
    (Part::At(Stage::Current), "current present now today"),
    (Part::Residual, "residual net after post mitigated managed controlled treated"),
    (Part::At(Stage::Target), "target targeted planned future desired proposed"),
    (
        Part::Filler,
        "risk risks of the x value control controls mitigation mitigations mitigating action actions measures \
         treatment in place scale assessment assessed with existing calculated classic overall to",
    ),
];

fn part(word: &str) -> Option<Part> {
    if word.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(Part::Filler);
    }
    WORDS.iter().find(|(_, words)| words.split(' ').any(|known| known == word)).map(|(part, _)| *part)
}

/// The name as that of a rating, if every word of it is part of one.
pub(super) fn rating(words: &[String]) -> Option<Known> {
    let parts = words.iter().map(|word| part(word)).collect::<Option<Vec<Part>>>()?;
    let has = |wanted: Part| parts.contains(&wanted);
    let is_residual = has(Part::Residual);
    let stages = [Stage::Target, Stage::Inherent, Stage::Current];
    let named_stage = stages.into_iter().find(|&stage| has(Part::At(stage)));
    let stage = named_stage.unwrap_or(Stage::Current);
    let says_stage = named_stage.is_some() || is_residual;
    let has_score = has(Part::Score);
    let likelihood = has(Part::Likelihood);
    let impact = has(Part::Impact) || (has(Part::Consequence) && (says_stage || has_score));
    let names_risk = words.iter().any(|word| word == "risk");
    let is_score = has_score || has(Part::Product) || (says_stage && names_risk);
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
