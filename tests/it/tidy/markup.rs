//! What the markup may hold: the page's security policy forbids styles and scripts in it.

use super::source::Source;
use super::{Breach, holds};

fn is_markup(source: &Source) -> bool {
    source.is_in("src") || source.is(".html")
}

/// Whether an attribute of this name is set in a line.
fn sets(line: &str, attribute: &str) -> bool {
    line.match_indices(attribute).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        line[at + attribute.len()..].starts_with('=') && before.is_none_or(char::is_whitespace)
    })
}

fn markup_with(source: &Source, found: impl Fn(&str) -> bool, why: &str) -> Vec<Breach> {
    if !is_markup(source) {
        return Vec::new();
    }
    source.code().filter(|(_, line)| found(line)).map(|(n, _)| (n, why.to_owned())).collect()
}

#[test]
fn no_element_has_a_style_of_its_own() {
    holds(
        |source| {
            markup_with(source, |line| sets(line, "style"), "the policy of the page blocks it: use a class")
        },
        &[
            ("src/ui/charts/slope.rs", "    <div class=\"a\" style={format!(\"width: {n}\")}>"),
            ("index.html", "<p style=\"color: red\">"),
        ],
    );
}

#[test]
fn no_element_has_a_script_of_its_own() {
    holds(
        |source| {
            let found = |line: &str| {
                let quoted = ["onclick=\"", "onload=\"", "onerror=\"", "javascript:"];
                quoted.iter().any(|word| line.contains(word))
            };
            markup_with(source, found, "the policy of the page blocks it")
        },
        &[("index.html", "<body onload=\"go()\">"), ("src/ui/app.rs", "<a href=\"javascript:go()\">")],
    );
}

#[test]
fn text_never_becomes_markup() {
    holds(
        |source| {
            if source.is_in("src/bin") {
                return Vec::new();
            }
            let found = |line: &str| {
                ["from_html_unchecked", "inner_html", "outer_html", "insert_adjacent_html", "AttrValue::raw"]
                    .iter()
                    .any(|word| line.contains(word))
            };
            markup_with(source, found, "what a person typed could become a script: show it as text")
        },
        &[
            ("src/ui/pages/about.rs", "    Html::from_html_unchecked(text.into())"),
            ("src/browser/files.rs", "    link.set_inner_html(&text);"),
        ],
    );
}

#[test]
fn an_attribute_is_told_from_the_end_of_a_longer_name() {
    assert!(sets("<p style=\"\">", "style") && sets("style={x}", "style"));
    assert!(!sets("<p data-style=\"\">", "style") && !sets("let style = 1;", "style"));
}
