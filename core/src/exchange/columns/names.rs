//! What the name of a column says. A name is taken apart into words, whatever its punctuation; next
//! door, the words of a rating are a small grammar and those of a text a list.

use super::Field;
use super::rating_names::rating;
use super::record_field;
use super::text_names::text;
use crate::exchange::kind::Kind;
use crate::letters;

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

/// What a column's name says in a table of a kind, if it is known; words in brackets count only where they
/// help.
pub(in crate::exchange) fn recognise(name: &str, kind: Kind) -> Option<Known> {
    match kind {
        Kind::Risks => of_risk(name),
        Kind::Partnerships | Kind::HealthAnswers | Kind::Losses | Kind::Actions | Kind::Controls => {
            of_record(&words(name), kind).or_else(|| of_record(&words(&without_brackets(name)), kind))
        }
    }
}

/// What a name says in a table of other things than risks; what is kept in the notes is called alike in all.
fn of_record(words: &[String], kind: Kind) -> Option<Known> {
    const NOTES: [&str; 6] = ["notes", "note", "comment", "comments", "remark", "remarks"];
    let name = words.join(" ");
    let known = |name: &str| record_field::known(kind, name);
    if let Some((field, rank)) = known(&name).or_else(|| known(name.strip_suffix('s')?)) {
        return Some(Known { field: Field::Record(field), rank, is_residual: false });
    }
    let rank = NOTES.iter().position(|known| *known == name)?;
    Some(Known { field: Field::Notes, rank, is_residual: false })
}

fn of_risk(name: &str) -> Option<Known> {
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
        let is_in_word = letters::is_in_word(c);
        if !is_in_word || (c.is_ascii_uppercase() && after_small) {
            words.push(String::new());
        }
        if let (true, Some(word)) = (is_in_word, words.last_mut()) {
            word.push(c);
        }
        after_small = c.is_ascii_lowercase();
    }
    words.retain(|word| !word.is_empty());
    words.iter().map(|word| letters::small(word)).collect()
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::register::Stage::{Current, Inherent, Target};

    fn field(name: &str) -> Option<Field> {
        recognise(name, Kind::Risks).map(|known| known.field)
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
            ("current_level", Field::Score(Current)),
            ("inherent_level", Field::Score(Inherent)),
        ] {
            assert_eq!(field(name), Some(expected), "{name}");
        }
        assert!(recognise("Net impact", Kind::Risks).expect("known").is_residual);
        assert!(!recognise("Current impact", Kind::Risks).expect("known").is_residual);
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
            ("Review date", Field::Review),
            ("Comments", Field::Notes),
            ("strength_of_knowledge", Field::Confidence),
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
            let (_, _) = (Kind::ALL.map(|kind| recognise(&name, kind)), declared_steps(&name));
        }
    }
}
