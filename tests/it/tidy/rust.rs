//! How Rust is written here.

use super::source::Source;
use super::{Breach, holds};

/// Lines of code, tests aside, from which a file should be two.
const MOST_LINES: usize = 450;

fn code_with(source: &Source, words: &[&str], why: &str) -> Vec<Breach> {
    let found = |line: &str| words.iter().any(|word| line.contains(word));
    source.code().filter(|(_, line)| found(line)).map(|(n, _)| (n, why.to_owned())).collect()
}

#[test]
fn a_module_is_named_after_what_it_is_about() {
    holds(
        |source| {
            const SAY_NOTHING: [&str; 7] =
                ["utils", "util", "helpers", "types", "common", "misc", "constants"];
            let module = source.module();
            let named = module.iter().find(|part| SAY_NOTHING.contains(part));
            let named = named.filter(|_| source.is(".rs"));
            named.map(|name| (1, format!("\u{201c}{name}\u{201d} says nothing"))).into_iter().collect()
        },
        &[("src/ui/utils.rs", ""), ("core/src/league/common/mod.rs", ""), ("xtask/src/helpers.rs", "")],
    );
}

#[test]
fn names_are_imported_one_by_one() {
    holds(
        |source| {
            if !source.is_product() {
                return Vec::new();
            }
            code_with(source, &["::*;", "::*}", "::*,"], "import the names that are used, not all there are")
        },
        &[("src/ui/pages/mod.rs", "use crate::app::model::*;"), ("core/src/lib.rs", "pub use {scale::*};")],
    );
}

#[test]
fn nothing_in_the_product_panics_by_design() {
    holds(
        |source| {
            if !source.is_product() {
                return Vec::new();
            }
            let words = [".unwrap()", "panic!(", "todo!(", "unimplemented!("];
            code_with(source, &words, "one panic kills the page: return an error, or `expect` the invariant")
        },
        &[
            ("src/app/reduce.rs", "    let x = y.unwrap();"),
            ("core/src/scale/level.rs", "        _ => panic!(\"no\"),"),
            ("src/ui/app.rs", "todo!()"),
        ],
    );
}

#[test]
fn every_module_says_what_belongs_in_it() {
    holds(
        |source| {
            let said = source.text.starts_with("//! ") || !source.is(".rs");
            if said { Vec::new() } else { vec![(1, "begin with `//!` and what belongs here".to_owned())] }
        },
        &[("src/ui/words.rs", "use std::fmt;\n"), ("core/src/scale/mod.rs", "// Scales.\n")],
    );
}

#[test]
fn a_file_is_about_one_thing_and_not_too_long() {
    holds(
        |source| {
            let n = if source.is_product() { source.code().count() } else { 0 };
            let breach = (MOST_LINES, format!("{n} lines of code are more than {MOST_LINES}: make it two"));
            if n > MOST_LINES { vec![breach] } else { Vec::new() }
        },
        &[("src/ui/app.rs", &"fn a() {}\n".repeat(MOST_LINES + 1))],
    );
}

#[test]
fn the_house_names_no_place_outside_itself() {
    holds(
        |source| {
            let elsewhere = [concat!("..", "/shared"), concat!("shared", "/design"), concat!("/", "work/")];
            let named = |line: &str| elsewhere.iter().any(|place| line.contains(place));
            let breach = |n| (n, "this place exists on one machine only".to_owned());
            source.lines().filter(|(_, line)| named(line)).map(|(n, _)| breach(n)).collect()
        },
        &[
            ("core/src/lib.rs", concat!("//! See ..", "/shared/domain.md")),
            ("x.md", concat!("/", "work/main")),
        ],
    );
}
