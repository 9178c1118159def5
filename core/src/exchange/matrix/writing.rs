//! A matrix written as a CISO Assistant library: the members that its loader asks for, texts always in
//! double quotes, colours always given. How such a library is read is next door in [`super::library`].

use std::fmt::Write;

use crate::scale::{Axis, Level, Matrix};

/// The text of a library with one matrix.
pub(super) fn library(matrix: &Matrix) -> String {
    let (slug, name) = (slug(matrix.name()), quoted(matrix.name()));
    let mut text = format!(
        "urn: \"urn:partnership-risk:risk:library:{slug}\"\n\
         locale: \"en\"\n\
         ref_id: \"{slug}\"\n\
         name: {name}\n\
         description: {name}\n\
         version: 1\n\
         provider: \"partnership-risk\"\n\
         packager: \"partnership-risk\"\n\
         objects:\n  risk_matrix:\n  \
         - urn: \"urn:partnership-risk:risk:matrix:{slug}\"\n    \
         ref_id: \"{slug}\"\n    \
         name: {name}\n    \
         description: {name}\n"
    );
    steps(&mut text, matrix, "probability", Axis::Likelihood);
    steps(&mut text, matrix, "impact", Axis::Impact);
    text.push_str("    risk:\n");
    (0..).zip(matrix.levels()).for_each(|(id, level)| self::level(&mut text, id, level));
    text.push_str("    grid:\n");
    for row in matrix.rows() {
        let cells: Vec<String> = row.iter().map(ToString::to_string).collect();
        line(&mut text, format_args!("    - [{}]", cells.join(", ")));
    }
    text
}

fn steps(text: &mut String, matrix: &Matrix, list: &str, axis: Axis) {
    line(text, format_args!("    {list}:"));
    for (id, label) in axis.of(matrix).labels().iter().enumerate() {
        let band = matrix.band_text(axis, id).unwrap_or_default();
        entry(text, id, label, &band);
    }
}

fn level(text: &mut String, id: usize, level: &Level) {
    entry(text, id, &level.name, &level.response);
    line(text, format_args!("      hexcolor: \"{}\"", level.shown_colour()));
}

fn entry(text: &mut String, id: usize, name: &str, description: &str) {
    line(text, format_args!("    - id: {id}"));
    line(text, format_args!("      abbreviation: \"{}\"", id + 1));
    line(text, format_args!("      name: {}", quoted(name)));
    line(text, format_args!("      description: {}", quoted(description)));
}

fn line(text: &mut String, line: std::fmt::Arguments<'_>) {
    // Writing to a text cannot fail.
    if text.write_fmt(line).is_ok() {
        text.push('\n');
    }
}

/// A name of small letters, digits and hyphens, as references in libraries are.
fn slug(name: &str) -> String {
    let words = name.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let slug = words.collect::<Vec<_>>().join("-").to_ascii_lowercase();
    if slug.is_empty() { "risk-matrix".to_owned() } else { slug }
}

/// A text in double quotes, in which everything but printable characters is written as its number.
/// YAML 1.2.2, section 5.7.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            '\n' => quoted.push_str("\\n"),
            ' '..='~' | '\u{a0}'..='\u{2027}' | '\u{202a}'..='\u{d7ff}' | '\u{e000}'..='\u{fefe}' => {
                quoted.push(c);
            }
            '\u{ff00}'..='\u{fffc}' | '\u{10000}'.. => quoted.push(c),
            _ => quoted.push_str(&format!("\\u{:04x}", u32::from(c))),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_quoted_so_that_nothing_in_them_is_taken_for_yaml() {
        for (text, written) in [
            ("plain", "\"plain\""),
            ("a: \"b\" # c\\", "\"a: \\\"b\\\" # c\\\\\""),
            ("two\nlines\t", "\"two\\nlines\\u0009\""),
            ("5 × 5 – é😀", "\"5 × 5 – é😀\""),
            ("\0\u{85}\u{2028}\u{feff}\u{fffd}", "\"\\u0000\\u0085\\u2028\\ufeff\\ufffd\""),
        ] {
            assert_eq!(quoted(text), written);
        }
    }

    #[test]
    fn references_are_plain() {
        for (name, expected) in
            [("5 × 5, four bands", "5-5-four-bands"), ("Ä", "risk-matrix"), ("A/b", "a-b")]
        {
            assert_eq!(slug(name), expected);
        }
    }
}
