//! Styles: one sheet for each block, colours by name, and no class that only one side knows.

use std::collections::BTreeSet;

use super::source::{Source, house};
use super::{Breach, holds, keeps};

/// Whether a word can be a class of ours.
fn is_class(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "-_".contains(c))
}

/// The block of a class: `heat-map` of `heat-map__cell--chosen`.
fn block(class: &str) -> &str {
    let end = [class.find("__"), class.find("--")].into_iter().flatten().min();
    end.map_or(class, |end| &class[..end])
}

/// The selectors of a style sheet with their lines: what stands before each brace.
fn selectors(sheet: &Source) -> Vec<(usize, &str)> {
    sheet
        .lines()
        .filter(|(_, line)| line.ends_with('{') || line.ends_with(','))
        .filter(|(_, line)| {
            let line = line.trim_start();
            !line.starts_with('@') && !line.starts_with("--")
        })
        .collect()
}

/// The classes in a selector, in order.
fn classes(selector: &str) -> Vec<&str> {
    let class = |(at, _): (usize, &str)| {
        let rest = &selector[at + 1..];
        let end = rest.find(|c: char| !(c.is_alphanumeric() || "-_".contains(c))).unwrap_or(rest.len());
        Some(&rest[..end]).filter(|name| name.starts_with(|c: char| c.is_ascii_alphabetic()))
    };
    selector.match_indices('.').filter_map(class).collect()
}

/// The texts between quotation marks in a line of code.
fn quoted(line: &str) -> impl Iterator<Item = &str> {
    line.split('"').skip(1).step_by(2)
}

fn sheets() -> impl Iterator<Item = &'static Source> {
    house().iter().filter(|source| source.is_in("styles"))
}

fn styled() -> BTreeSet<&'static str> {
    sheets().flat_map(selectors).flat_map(|(_, selector)| classes(selector)).collect()
}

/// What stands between an opening mark at the start of a text and its closing mark.
fn enclosed(text: &str) -> &str {
    let mut depth = 0;
    for (at, c) in text.char_indices() {
        match c {
            '{' | '(' => depth += 1,
            '}' | ')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return &text[..at];
        }
    }
    text
}

/// The classes that a line of markup names: words of `class` attributes, and words made as the parts and
/// variants of blocks are.
fn named_classes(line: &str) -> Vec<&str> {
    let attributes = line.match_indices("class=").flat_map(|(at, start)| {
        let value = &line[at + start.len()..];
        if value.starts_with('{') {
            quoted(enclosed(value)).collect()
        } else {
            quoted(value).take(1).collect::<Vec<_>>()
        }
    });
    let calls =
        line.match_indices("classes!").flat_map(|(at, name)| quoted(enclosed(&line[at + name.len()..])));
    let made = |word: &&str| word.contains("__") || (word.contains("--") && !word.starts_with("--"));
    let parts = quoted(line).flat_map(str::split_whitespace).filter(made);
    let words = attributes.chain(calls).flat_map(str::split_whitespace).chain(parts);
    let mut words: Vec<&str> = words.filter(|word| is_class(word)).collect();
    words.sort_unstable();
    words.dedup();
    words
}

fn colours(source: &Source) -> Vec<Breach> {
    if !source.is_in("styles") || source.is("/tokens.css") {
        return Vec::new();
    }
    let hex = |line: &str| {
        line.match_indices('#').any(|(at, _)| {
            let digits = line[at + 1..].chars().take_while(char::is_ascii_hexdigit).count();
            matches!(digits, 3 | 4 | 6 | 8)
        })
    };
    let function = |line: &str| ["rgb(", "rgba(", "hsl(", "oklch(", "lab("].iter().any(|f| line.contains(f));
    let named = |line: &str| {
        let value = line.split_once(": ").map_or("", |(_, value)| value);
        value
            .split([' ', ';', ','])
            .any(|word| ["black", "white", "red", "grey", "gray", "teal"].contains(&word))
    };
    let breach = |n| (n, "colours have names, and the names are in tokens.css".to_owned());
    source.lines().filter(|(_, l)| hex(l) || function(l) || named(l)).map(|(n, _)| breach(n)).collect()
}

/// A block has one home: the sheet of its own name where there is one. Elsewhere no rule begins with it,
/// save for what another block does to it inside itself.
fn homes(source: &Source) -> Vec<Breach> {
    if !source.is_in("styles") {
        return Vec::new();
    }
    let own = source.path.trim_start_matches("styles/").trim_end_matches(".css");
    let has_home = |block: &str| sheets().any(|sheet| sheet.path == format!("styles/{block}.css"));
    let breach = |(n, selector): (usize, &str)| {
        let first = *classes(selector).first()?;
        let block = block(first);
        (block != own && has_home(block))
            .then(|| (n, format!("\u{201c}{block}\u{201d} is at home in styles/{block}.css")))
    };
    selectors(source).into_iter().filter_map(breach).collect()
}

fn unstyled(source: &Source, styled: &BTreeSet<&str>) -> Vec<Breach> {
    if !source.is_in("src/ui") && source.path != "index.html" {
        return Vec::new();
    }
    let named = source.code().flat_map(|(n, line)| named_classes(line).into_iter().map(move |c| (n, c)));
    // A block may leave all looks to its parts.
    let has_parts = |class: &str| styled.iter().any(|other| *other != class && block(other) == class);
    named
        .filter(|(_, class)| !styled.contains(class) && !has_parts(class))
        .map(|(n, class)| (n, format!("no style sheet knows \u{201c}{class}\u{201d}")))
        .collect()
}

#[test]
fn colours_have_names() {
    holds(
        colours,
        &[
            ("styles/banner.css", "  color: #fff;"),
            ("styles/banner.css", "  border: 1px solid rgb(0 0 0);"),
            ("styles/banner.css", "  background: white;"),
        ],
    );
}

#[test]
fn a_block_is_styled_at_home() {
    holds(
        homes,
        &[("styles/table.css", ".banner__title {\n}"), ("styles/frame.css", ".button--quiet:hover {\n}")],
    );
}

#[test]
fn every_class_on_a_page_has_a_style() {
    let styled = styled();
    holds(
        |source| unstyled(source, &styled),
        &[
            ("src/ui/pages/about.rs", "    <p class=\"citatoin\">"),
            ("src/ui/pages/about.rs", "    classes!(\"banner\", \"banner--happy\")"),
            ("src/ui/components/button.rs", "        ButtonKind::Quiet => (\"button--qiet\", \"button\"),"),
            ("index.html", "<section id=\"crash\" class=\"crahs\" role=\"alert\">"),
        ],
    );
}

#[test]
fn every_style_has_a_class_on_a_page() {
    let words: BTreeSet<&str> = house()
        .iter()
        .filter(|source| source.is_in("src/ui") || source.path == "index.html")
        .flat_map(|source| source.code().flat_map(|(_, line)| quoted(line)).flat_map(str::split_whitespace))
        .collect();
    let unused = |class: &&&str| !words.contains(**class);
    assert!(unused(&&"no-such-class"));
    keeps(
        styled().iter().filter(unused).map(|class| format!("styles: nothing is a \u{201c}{class}\u{201d}")),
    );
}

/// Components share a block where they share a look: all that is typed into is an `input` in a `field`.
const SHARED: [(&str, &str); 5] = [
    ("text_field", "input"),
    ("text_area", "input"),
    ("choice", "input"),
    ("passphrase_field", "input"),
    ("copy_field", "input"),
];

#[test]
fn a_component_dresses_in_its_own_block() {
    let own = |source: &Source| {
        let name = source.module().last().copied().unwrap_or_default().to_owned();
        let shared = SHARED.iter().find(|(component, _)| *component == name);
        shared.map_or_else(|| name.replace('_', "-"), |(_, block)| (*block).to_owned())
    };
    holds(
        |source| {
            if !source.is_in("src/ui/components") {
                return Vec::new();
            }
            let own = own(source);
            let mut named: Vec<(usize, &str)> = source
                .code()
                .flat_map(|(n, line)| named_classes(line).into_iter().map(move |c| (n, c)))
                .collect();
            // What every component may use: text for screen readers alone, and a column of numbers.
            named.retain(|(_, class)| {
                !["hidden", "table__number"].contains(class) && !class.starts_with("shade-")
            });
            let foreign = named.into_iter().filter(|(_, class)| block(class) != own);
            foreign
                .map(|(n, class)| {
                    (n, format!("\u{201c}{class}\u{201d} is not of the block \u{201c}{own}\u{201d}"))
                })
                .collect()
        },
        &[("src/ui/components/banner.rs", "    <p class=\"button__title\">")],
    );
}

#[test]
fn classes_are_read_from_both_sides() {
    assert_eq!(classes("a.button:focus-visible,"), ["button"]);
    assert_eq!(classes(".field--wrong .input {"), ["field--wrong", "input"]);
    assert_eq!(block("heat-map__cell--chosen"), "heat-map");
    assert_eq!(named_classes("<p class=\"a b\" id=\"c\">"), ["a", "b"]);
    assert_eq!(named_classes("class={classes!(\"a\", x.then_some(\"a--b\"))} type=\"c\""), ["a", "a--b"]);
    assert_eq!(named_classes("Kind::Done => (\"banner--done\", \"status\"),"), ["banner--done"]);
}
