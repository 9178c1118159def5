//! Which module may know which.

use super::source::Source;
use super::{Breach, holds};

/// Each room, what of ours it may import, and whether it may touch the browser.
const MAY_IMPORT: [(&str, &[&str], bool); 34] = [
    ("src/bin", &["ui", "browser", "app"], true),
    ("src/ui", &["ui", "app", "core"], true),
    ("src/browser", &["browser", "app", "core"], true),
    ("src/app", &["app", "core"], false),
    ("worker/src", &["core", "numbers"], true),
    ("sheets/src/workbook", &["core"], false),
    ("sheets/src/book", &["core"], false),
    ("sheets/src/message", &["workbook", "book", "core"], false),
    ("sheets/src/reading", &["workbook", "core"], false),
    ("sheets/src/writing", &["book", "core"], false),
    // What is true of letters and of order in general stands below everything.
    ("core/src/letters", &[], false),
    ("core/src/order", &[], false),
    ("core/src/base64", &[], false),
    ("core/src/choice", &["choice"], false),
    ("core/src/date", &[], false),
    ("core/src/decimal", &[], false),
    ("core/src/money", &["decimal"], false),
    ("core/src/share", &["decimal"], false),
    ("core/src/scale", &["scale", "decimal", "money", "letters", "order"], false),
    ("core/src/loss", &["loss", "choice", "money", "share", "decimal", "order"], false),
    ("core/src/json", &["json", "decimal", "choice"], false),
    ("core/src/catalogue", &["catalogue", "decimal", "json", "choice", "letters", "order"], false),
    ("core/src/health", &["health", "catalogue", "choice", "share", "json", "letters", "order"], false),
    (
        "core/src/register",
        &[
            "register",
            "scale",
            "catalogue",
            "health",
            "loss",
            "choice",
            "date",
            "money",
            "share",
            "letters",
            "order",
            "json",
        ],
        false,
    ),
    (
        "core/src/document",
        &[
            "document",
            "register",
            "scale",
            "catalogue",
            "health",
            "loss",
            "choice",
            "date",
            "money",
            "share",
            "base64",
            "json",
            "decimal",
            "order",
        ],
        false,
    ),
    (
        "core/src/exchange",
        &[
            "exchange",
            "league",
            "base64",
            "document",
            "register",
            "scale",
            "catalogue",
            "health",
            "choice",
            "date",
            "money",
            "share",
            "decimal",
            "letters",
            "order",
        ],
        false,
    ),
    (
        "core/src/league",
        &["league", "cost", "register", "scale", "catalogue", "health", "choice", "date", "letters", "order"],
        false,
    ),
    ("core/src/cost", &["cost", "loss", "register", "catalogue", "date", "share", "order"], false),
    ("core/src/duty", &["duty", "register", "date", "letters", "order"], false),
    ("core/src/suggestion", &["register", "catalogue", "choice", "letters", "order"], false),
    (
        "core/src/check",
        &["check", "duty", "register", "scale", "choice", "date", "share", "decimal", "letters", "order"],
        false,
    ),
    (
        "core/src/trend",
        &["trend", "league", "register", "scale", "catalogue", "choice", "date", "order"],
        false,
    ),
    ("core/src/example", &["example", "document", "register", "scale", "catalogue"], false),
    // What the build tool does is nobody else's business.
    ("xtask/src", &[], false),
];

/// Crates that are the browser.
const BROWSER: [&str; 8] = [
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "wasm_bindgen_futures",
    "gloo",
    "gloo_events",
    "gloo_storage",
    "gloo_file",
];

fn room(source: &Source) -> Option<&'static (&'static str, &'static [&'static str], bool)> {
    MAY_IMPORT.iter().find(|(room, ..)| source.is_in(room) || source.path == format!("{room}.rs"))
}

/// The names after each `prefix` in a line: one, or those between braces.
fn names_after<'a>(line: &'a str, prefix: &str) -> Vec<&'a str> {
    let word = |text: &'a str| {
        let end = text.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(text.len());
        &text[..end]
    };
    let after = line.match_indices(prefix).filter(|(at, _)| {
        // `partnership_risk::` must not be found in the middle of another path.
        !line[..*at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':')
    });
    after
        .flat_map(|(at, _)| {
            let rest = &line[at + prefix.len()..];
            match rest.strip_prefix('{') {
                Some(list) => list.split(',').map(|part| word(part.trim())).collect(),
                None => vec![word(rest)],
            }
        })
        .filter(|name| !name.is_empty())
        .collect()
}

/// The rooms of its own crate that a line of a module names.
fn named_rooms<'a>(line: &'a str, module: &[&str]) -> Vec<&'a str> {
    let up = "super::".repeat(module.len());
    let mut rooms = names_after(line, "crate::");
    rooms.extend(names_after(line, "partnership_risk::"));
    if !module.is_empty() {
        rooms.extend(names_after(line, &up).into_iter().filter(|name| *name != "super"));
    }
    rooms
}

fn arrows(source: &Source) -> Vec<Breach> {
    if !source.is_product() {
        return Vec::new();
    }
    let Some((room, may, _)) = room(source) else {
        let known = ["src/lib.rs", "core/src/lib.rs", "sheets/src/lib.rs", "sheets/src/main.rs"]
            .contains(&source.path.as_str());
        let breach = (1, "this room is new: say in the table of arrows what it may import".to_owned());
        return if known { Vec::new() } else { vec![breach] };
    };
    if *room == "xtask/src" {
        return outside(source, &["partnership_risk", "partnership_risk_core"]);
    }
    let own = |name: &&str| name.chars().next().is_some_and(char::is_lowercase);
    let mut breaches: Vec<Breach> = source
        .code()
        .flat_map(|(n, line)| named_rooms(line, &source.module()).into_iter().map(move |name| (n, name)))
        .filter(|(_, name)| own(name) && !may.contains(name))
        .map(|(n, name)| (n, format!("{room} may not import {name}; it may: {}", may.join(", "))))
        .collect();
    if !may.contains(&"core") {
        breaches.extend(outside(source, &["partnership_risk_core"]));
    }
    breaches
}

fn browser(source: &Source) -> Vec<Breach> {
    match room(source) {
        Some((_, _, false)) if source.is_product() => outside(source, &BROWSER),
        _ => Vec::new(),
    }
}

/// Where a source names crates that it should not.
fn outside(source: &Source, crates: &[&str]) -> Vec<Breach> {
    let names = |line: &str, name: &str| {
        line.match_indices(name).any(|(at, _)| {
            let (before, after) = (&line[..at], &line[at + name.len()..]);
            !before.ends_with(|c: char| c.is_alphanumeric() || c == '_') && after.starts_with("::")
        })
    };
    let breach = |(n, line): (usize, &str)| {
        let named = crates.iter().find(|name| names(line, name))?;
        Some((n, format!("{named} has no business here")))
    };
    source.code().filter_map(breach).collect()
}

#[test]
fn arrows_between_modules_go_one_way() {
    holds(
        arrows,
        &[
            ("src/ui/pages/risks/mod.rs", "use crate::browser::world;"),
            ("src/ui/app.rs", "use super::super::browser;"),
            ("src/app/reduce.rs", "use crate::{app::model, ui::route};"),
            ("src/app/reduce.rs", "    crate::ui::words::count(1, a, b)"),
            ("src/browser/files.rs", "use crate::ui::App;"),
            ("src/bin/page.rs", "use partnership_risk_core::register::Register;"),
            ("core/src/letters.rs", "use crate::scale::Matrix;"),
            ("core/src/json/read.rs", "use crate::document::SCHEMA;"),
            ("core/src/scale/level.rs", "use crate::register::Risk;"),
            ("core/src/catalogue/survey.rs", "use crate::league::Measure;"),
            ("core/src/register/risk.rs", "use super::super::exchange::Fault;"),
            ("core/src/document/stored.rs", "use crate::example::fife_council;"),
            ("core/src/league.rs", "use crate::exchange::Fault;"),
            ("core/src/new_room/mod.rs", "use crate::scale::Matrix;"),
            ("sheets/src/reading/xlsx.rs", "use crate::writing::write;"),
            ("xtask/src/main.rs", "use partnership_risk_core::register::Register;"),
        ],
    );
}

#[test]
fn the_browser_is_touched_at_the_edge_only() {
    holds(
        browser,
        &[
            ("src/app/tasks/keep.rs", "use gloo_storage::LocalStorage;"),
            ("src/app/world.rs", "    web_sys::window()"),
            ("core/src/register/id.rs", "use js_sys::Math;"),
        ],
    );
}

#[test]
fn an_arrow_that_is_allowed_is_no_breach() {
    for (path, line) in [
        ("src/ui/pages/risks/mod.rs", "use crate::app::model::Model;"),
        ("src/ui/pages/risks/mod.rs", "use super::super::words::count;"),
        ("core/src/league/table.rs", "use crate::scale::Score;"),
        ("src/bin/page.rs", "use partnership_risk::{app::tasks, browser};"),
        ("src/ui/app.rs", "#[test] // crate::browser"),
    ] {
        let source = Source::new(path, line);
        assert_eq!(
            arrows(&source).iter().filter(|b| !b.1.is_empty() && !line.contains("//")).count(),
            0,
            "{line}"
        );
    }
}
