//! Which categories a label of a survey may mean, told by the words they share. It is no more than a hint where to
//! look: whether a label and a category mean the same is for a person to say, in [`super::Crosswalk`].

use super::category::CategoryId;
use crate::letters;
use crate::order::ordered;

/// The most categories that are named for one label.
const MOST: usize = 3;

/// Words count as one from so many letters on: "finance" and "financial", "regulation" and "regulatory".
const LETTERS: usize = 6;

/// Words that say nothing about what a risk is.
const EMPTY: [&str; 15] = [
    "risk", "risks", "with", "from", "that", "this", "than", "other", "goes", "wrong", "more", "their",
    "into", "failure", "loss",
];

/// The categories that share a word with a label, those that share most first, at most three. Each comes as its id,
/// its name and its definition; a word of the name counts for three of the definition.
#[must_use]
pub fn alike<'c>(
    label: &str,
    categories: impl Iterator<Item = (&'c CategoryId, &'c str, &'c str)>,
) -> Vec<CategoryId> {
    let sought = words(label);
    let shared = |text: &str| {
        let words = words(text);
        sought.iter().filter(|word| words.contains(word)).count()
    };
    let scored = categories.map(|(id, name, definition)| (3 * shared(name) + shared(definition), id.clone()));
    let found: Vec<(usize, CategoryId)> = scored.filter(|(score, _)| *score > 0).collect();
    let best_first = ordered(&found, &|a, b| b.0.cmp(&a.0));
    best_first.into_iter().take(MOST).map(|(_, id)| id).collect()
}

/// The words of a text by which it is compared, each once.
fn words(text: &str) -> Vec<String> {
    let small = letters::small(text);
    let words = small.split(|c| !letters::is_in_word(c)).filter(|word| word.chars().count() > 3);
    let mut kept: Vec<String> = Vec::new();
    for word in words.filter(|word| !EMPTY.contains(word)) {
        let stem: String = word.strip_suffix('s').unwrap_or(word).chars().take(LETTERS).collect();
        if !kept.contains(&stem) {
            kept.push(stem);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::super::category::categories;
    use super::*;

    fn found(label: &str) -> Vec<String> {
        let categories = categories();
        let known = categories.iter().map(|c| (&c.id, &*c.name, &*c.definition));
        alike(label, known).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn the_category_that_shares_most_words_comes_first_and_nothing_comes_of_empty_words() {
        for (label, first) in [
            ("Financial sustainability", Some("funding-and-finance")),
            ("FUNDING cuts", Some("funding-and-finance")),
            ("Skills shortage", Some("people-and-skills")),
            ("Risk of failure", None),
            ("?!", None),
            ("", None),
        ] {
            assert_eq!(found(label).first().map(String::as_str), first, "{label}");
        }
    }

    #[test]
    fn at_most_three_are_named_and_the_rest_is_left_to_the_reader() {
        let all = categories().iter().map(|category| category.definition.to_string()).collect::<String>();
        assert_eq!(found(&all).len(), MOST);
    }

    #[test]
    fn ones_own_categories_are_looked_at_too() {
        let own = CategoryId::new("ferries");
        assert_eq!(alike("Ferry services", [(&own, "Ferries", "A ferry is lost.")].into_iter()), [own]);
    }
}
