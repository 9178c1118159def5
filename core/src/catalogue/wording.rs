//! Rules for the words of the catalogue that more than one of its tests holds its texts against. They serve tests
//! only; what each text must say stands beside its type.

/// American spellings, as whole words.
const WORDS: [&str; 9] =
    ["program", "programs", "center", "centers", "defense", "offense", "catalog", "fulfill", "gotten"];

/// American spellings, as beginnings of words.
const BEGINNINGS: [&str; 15] = [
    "analyz",
    "authoriz",
    "behavior",
    "color",
    "emphasiz",
    "favor",
    "finaliz",
    "honor",
    "minimiz",
    "neighbor",
    "organiz",
    "prioritiz",
    "realiz",
    "recogniz",
    "utiliz",
];

/// Whether a text is free of the American spellings that slip in most easily.
pub(crate) fn is_in_british_spelling(text: &str) -> bool {
    let text = text.to_lowercase();
    let mut words = text.split(|c: char| !(c.is_alphanumeric() || c == '-'));
    words.all(|word| !WORDS.contains(&word) && !BEGINNINGS.iter().any(|start| word.starts_with(start)))
}

/// How many sentences a text has, by the marks at their ends.
pub(crate) fn sentences(text: &str) -> usize {
    let ends = [". ", "? ", "! "].iter().map(|mark| text.matches(mark).count()).sum::<usize>();
    ends + usize::from(text.ends_with(['.', '?', '!']))
}

#[test]
fn american_spelling_is_noticed() {
    for (text, expected) in [
        ("The programme's organisation at a neighbouring centre.", true),
        ("A program.", false),
        ("They Organize it.", false),
        ("Nobody is (prioritizing) this", false),
    ] {
        assert_eq!(is_in_british_spelling(text), expected, "{text}");
    }
}

#[test]
fn sentences_are_counted_by_their_ends() {
    for (text, expected) in [("", 0), ("A title", 0), ("One.", 1), ("One? Two. Three.", 3)] {
        assert_eq!(sentences(text), expected, "{text}");
    }
}
