//! Letters as names are compared by them, whatever their accents. Every question about letters in
//! general that is put to the standard library brings a table with it (small letters, capitals,
//! letters, digits, controls); here there is one such table, for small letters, and the rest is decided
//! by ranges.

/// A text in small letters.
#[must_use]
pub fn small(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    text.chars().flat_map(char::to_lowercase).collect()
}

/// A text on one line: without blanks at its ends, and single ones between its words.
#[must_use]
pub fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// A name as names are compared: in small letters, on one line.
#[must_use]
pub fn folded(name: &str) -> String {
    small(&one_line(name))
}

/// Whether two names differ in nothing but capitals and blanks.
#[must_use]
pub fn are_same(a: &str, b: &str) -> bool {
    folded(a) == folded(b)
}

/// Whether nothing is written.
#[must_use]
pub fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}

/// Whether a text holds another that is in small letters, whatever the capitals of the first.
#[must_use]
pub fn holds(text: &str, small_part: &str) -> bool {
    if !small_part.is_ascii() {
        return small(text).contains(small_part);
    }
    // A byte of a longer letter is never that of a letter from A to Z, so nothing need be copied.
    let Some((first, rest)) = small_part.as_bytes().split_first() else { return true };
    let begins_here =
        |window: &[u8]| window[0].to_ascii_lowercase() == *first && window[1..].eq_ignore_ascii_case(rest);
    text.as_bytes().windows(small_part.len()).any(begins_here)
}

/// Whether a character is part of a word: any letter or digit, and in foreign scripts any mark, but no
/// blank, sign or point of the scripts that are used in Europe.
#[must_use]
pub fn is_in_word(c: char) -> bool {
    match c {
        '\0'..='\u{7f}' => c.is_ascii_alphanumeric(),
        'ª' | 'µ' | 'º' => true,
        '\u{80}'..='\u{bf}' | '×' | '÷' => false,
        // General punctuation, currency, arrows, mathematical and other signs.
        '\u{2000}'..='\u{2bff}' | '\u{2e00}'..='\u{2e7f}' | '\u{3000}'..='\u{3004}' | '\u{fffd}' => false,
        // The byte order mark and the signs that stand in for private letters.
        '\u{feff}' | '\u{e000}'..='\u{f8ff}' => false,
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_with_accents_have_small_letters() {
        for (text, expected) in
            [("Ynys Môn", "ynys môn"), ("ÜBERGANG", "übergang"), ("ΑΘΗΝΑΣ", "αθηνασ"), ("a-B 3", "a-b 3")]
        {
            assert_eq!(small(text), expected);
        }
        assert!(are_same("CÔTE", "côte") && !are_same("cote", "côte"));
        assert!(are_same(" Head of  Waste ", "head of waste") && !are_same("head of waste", "headofwaste"));
    }

    #[test]
    fn a_text_holds_a_part_whatever_its_capitals() {
        for (text, part, expected) in [
            ("Ynys MÔN Council", "môn", true),
            ("The partner\u{2019}s BUDGET", "budget", true),
            ("budge", "budget", false),
            ("any", "", true),
            ("", "a", false),
        ] {
            assert_eq!(holds(text, part), expected, "{text} {part}");
        }
    }

    #[test]
    fn a_line_has_single_blanks() {
        assert_eq!(one_line("  two\r\n lines\u{a0}or  one "), "two lines or one");
    }

    #[test]
    fn words_are_letters_and_digits_of_any_script() {
        for c in "aZ09éÜßŷΩжשع中ª".chars() {
            assert!(is_in_word(c), "{c}");
        }
        for c in " .,-_/'\u{a0}£×–—’“”…€→√\u{3000}\u{feff}\u{7}".chars() {
            assert!(!is_in_word(c), "{c}");
        }
    }
}
