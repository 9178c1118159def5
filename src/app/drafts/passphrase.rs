//! What is typed to encrypt a file. It is kept nowhere and never written out, not even for whoever looks for a fault:
//! it is neither [`Kept`](super::Kept) nor printable.

use super::Problem;

/// A passphrase as it is typed, twice.
#[derive(Clone, Default, PartialEq)]
pub struct PassphraseDraft {
    /// The passphrase.
    pub passphrase: String,
    /// The same again.
    pub again: String,
}

/// From how many characters or words on a passphrase is long enough.
const CHARACTERS: usize = 12;
const WORDS: usize = 4;

impl PassphraseDraft {
    /// The passphrase, or everything that is wrong with it.
    pub fn check(&self) -> Result<String, Vec<Problem>> {
        let problem = |field: &str, message: &str| {
            Err(vec![Problem { field: field.to_owned(), message: message.to_owned() }])
        };
        if self.passphrase.is_empty() {
            return problem("passphrase", "Enter a passphrase");
        }
        if self.passphrase != self.again {
            return problem("passphrase-again", "Enter the same passphrase again: both differ");
        }
        Ok(self.passphrase.clone())
    }

    /// What would make it better, or that it is long enough; it counts, and judges nothing else.
    #[must_use]
    pub fn advice(&self) -> String {
        let n = self.passphrase.chars().count();
        let n_words = self.passphrase.split_whitespace().count();
        let unit = if n == 1 { "character" } else { "characters" };
        match (n, n_words) {
            (0, _) => "At least 12 characters, or four words that do not belong together.".to_owned(),
            (_, WORDS..) => format!("{n_words} words: long enough."),
            (CHARACTERS.., _) => format!("{n} {unit}: long enough, if it is no word, name or date."),
            _ => format!("{n} {unit}: use at least 12, or four words."),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(passphrase: &str, again: &str) -> PassphraseDraft {
        PassphraseDraft { passphrase: passphrase.into(), again: again.into() }
    }

    #[test]
    fn a_passphrase_is_typed_twice_alike() {
        let checked = |one, other| draft(one, other).check().map_err(|problems| problems[0].field.clone());
        assert_eq!(
            checked("four plain words here", "four plain words here"),
            Ok("four plain words here".into())
        );
        assert_eq!(checked(" ", " "), Ok(" ".into()));
        assert_eq!(checked("", ""), Err("passphrase".into()));
        assert_eq!(checked("a", "b"), Err("passphrase-again".into()));
    }

    #[test]
    fn the_advice_counts_characters_and_words() {
        for (passphrase, advice) in [
            ("", "At least 12 characters, or four words that do not belong together."),
            ("a", "1 character: use at least 12, or four words."),
            ("Ynys Môn", "8 characters: use at least 12, or four words."),
            ("a b c d", "4 words: long enough."),
            ("correcthorse", "12 characters: long enough, if it is no word, name or date."),
        ] {
            assert_eq!(draft(passphrase, "").advice(), advice);
        }
    }
}
