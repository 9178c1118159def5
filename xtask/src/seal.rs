//! The last step of a build, run by Trunk as a hook: puts the style sheet, the boot script and the
//! content security policy into the page. The text of the page is `index.html`'s business, what the
//! boot script does is `boot.js`'s.
//!
//! A policy in a `<meta>` governs only what follows it. The boot script stands before it and starts the
//! one download the page needs, the WebAssembly; after the policy nothing can connect anywhere.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use crate::fingerprint::files_below;
use crate::parts;
use crate::programs;
use crate::workspace;

/// Where `index.html` wants the sealed head.
const PLACE: &str = "<!-- sealed head -->";
/// The name `boot.js` gives the WebAssembly; the built one has a hash in it.
const WASM_NAME: &str = "page_bg.wasm";
/// What `boot.js` says of the programs of workers; the built one has their addresses.
const PROGRAMS: &str = "PROGRAMS = {}";
/// What `boot.js` says of the parts that are fetched later; the built one names them.
const LATER: &str = "PARTS = {}";
/// The style sheets that others build on, in this order; the rest follow by name.
const FIRST_STYLES: &[&str] = &["tokens.css", "base.css"];

/// Who will see the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Audience {
    /// Everybody: nothing connects, only the listed style and our own script run.
    Release,
    /// The developer: Trunk's script may reload the page through its socket.
    Development,
}

/// What the page is sealed with.
struct Parts {
    style: String,
    boot: String,
    wasm: String,
    glue: String,
    later: Vec<(String, Vec<String>)>,
    programs: Vec<(String, String)>,
}

/// Seals the page Trunk has just built; Trunk's variables say where it is.
pub fn seal_staged() -> Result<()> {
    let staged = std::env::var_os("TRUNK_STAGING_DIR")
        .map(PathBuf::from)
        .context("`seal` is run by Trunk, which says where the page is")?;
    let audience = match std::env::var("TRUNK_PROFILE").as_deref() {
        Ok("release") => Audience::Release,
        _ => Audience::Development,
    };
    let parts = gather(&workspace::root(), &staged, audience)?;
    let page = staged.join("index.html");
    let html = read(&page)?;
    fs::write(&page, seal(&html, &parts, audience)?).context("cannot write the sealed page")
}

fn gather(root: &Path, staged: &Path, audience: Audience) -> Result<Parts> {
    let wasm = wasm_name(staged)?;
    let glue = wasm.replace("_bg.wasm", ".js");
    if !staged.join(&glue).is_file() {
        bail!("Trunk built {wasm}, but no {glue} beside it");
    }
    Ok(Parts {
        style: style(&root.join("styles"))?,
        boot: read(&root.join("boot.js"))?,
        wasm,
        glue,
        later: parts::pack(staged, audience == Audience::Release)?,
        programs: programs::pack(staged)?,
    })
}

fn wasm_name(staged: &Path) -> Result<String> {
    let files = files_below(staged)?;
    let mut names = files
        .iter()
        .filter_map(|file| file.file_name()?.to_str())
        .filter(|name| name.starts_with("page") && name.ends_with("_bg.wasm"));
    match (names.next(), names.next()) {
        (Some(name), None) => Ok(name.to_owned()),
        (None, _) => bail!("Trunk built no page_bg.wasm"),
        (Some(one), Some(other)) => bail!("Trunk built both {one} and {other}"),
    }
}

/// All style sheets as one: a page has one policy hash and one parse for all of them.
fn style(folder: &Path) -> Result<String> {
    let mut sheets = files_below(folder)?;
    sheets.retain(|sheet| sheet.extension().is_some_and(|extension| extension == "css"));
    sheets.sort_by_key(|sheet| {
        let name = sheet.file_name().unwrap_or_default().to_os_string();
        let rank = FIRST_STYLES.iter().position(|first| name == *first);
        (rank.unwrap_or(FIRST_STYLES.len()), name)
    });
    let texts: Result<Vec<String>> = sheets.iter().map(|sheet| read(sheet)).collect();
    Ok(texts?.concat())
}

fn seal(html: &str, parts: &Parts, audience: Audience) -> Result<String> {
    if html.matches(PLACE).count() != 1 {
        bail!("index.html must hold `{PLACE}` once");
    }
    if parts.style.contains("</style") || parts.boot.contains("</script") {
        bail!("a style sheet or the boot script would end its own element");
    }
    let html = without_trunk_links(html);
    Ok(html.replacen(PLACE, &head(parts, audience)?, 1))
}

fn head(parts: &Parts, audience: Audience) -> Result<String> {
    for name in [WASM_NAME, LATER, PROGRAMS] {
        if parts.boot.matches(name).count() != 1 {
            bail!("boot.js must hold `{name}` once");
        }
    }
    let style = without_css_comments(&parts.style);
    let boot = without_line_comments(&parts.boot)
        .replace(WASM_NAME, &parts.wasm)
        .replace(LATER, &later(&parts.later))
        .replace(PROGRAMS, &programs(&parts.programs));
    let policy = policy(&style, audience);
    let glue = &parts.glue;
    Ok(format!(
        "<script>{boot}</script>\n    \
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n    \
         <style>{style}</style>\n    \
         <script defer src=\"./{glue}\"></script>"
    ))
}

/// The parts that are fetched later, as `boot.js` wants them: the addresses of each under its name.
fn later(parts: &[(String, Vec<String>)]) -> String {
    let quoted = |address: &String| format!("\"./{address}\"");
    let line = |(name, addresses): &(String, Vec<String>)| {
        format!("{name}: [{}]", addresses.iter().map(quoted).collect::<Vec<_>>().join(", "))
    };
    let lines: Vec<String> = parts.iter().map(line).collect();
    format!("PARTS = {{ {} }}", lines.join(", "))
}

/// The programs of workers, as `boot.js` wants them: the address of each under its name.
fn programs(programs: &[(String, String)]) -> String {
    let lines: Vec<String> =
        programs.iter().map(|(name, address)| format!("{name}: \"./{address}\"")).collect();
    format!("PROGRAMS = {{ {} }}", lines.join(", "))
}

fn policy(style: &str, audience: Audience) -> String {
    match audience {
        Audience::Release => [
            "default-src 'none'",
            "script-src 'self' 'wasm-unsafe-eval'",
            &format!("style-src '{}'", source_hash(style)),
            "img-src 'self' data:",
            "connect-src 'none'",
            "worker-src blob:",
            "base-uri 'none'",
            "form-action 'none'",
        ]
        .join("; "),
        Audience::Development => [
            "default-src 'none'",
            "script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'",
            "style-src 'unsafe-inline'",
            "img-src 'self' data:",
            "connect-src 'self' ws: wss:",
            "worker-src blob:",
            "base-uri 'none'",
            "form-action 'none'",
        ]
        .join("; "),
    }
}

/// The name by which a policy allows one inline text.
fn source_hash(text: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(text)))
}

/// Trunk leaves its own `<link data-trunk>` in the page when it injects no script.
fn without_trunk_links(html: &str) -> String {
    let lines = html.lines().filter(|line| !line.trim_start().starts_with("<link data-trunk"));
    lines.flat_map(|line| [line, "\n"]).collect()
}

/// A script without the lines that hold nothing but a comment: they need not travel.
fn without_line_comments(script: &str) -> String {
    let lines = script.lines().map(str::trim_start);
    let kept = lines.filter(|line| !line.is_empty() && !line.starts_with("//"));
    kept.flat_map(|line| [line, "\n"]).collect()
}

/// A style sheet without comments, indentation and empty lines.
fn without_css_comments(style: &str) -> String {
    let mut text = String::with_capacity(style.len());
    let mut rest = style;
    while let Some((before, after)) = rest.split_once("/*") {
        text.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    text.push_str(rest);
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.flat_map(|line| [line, "\n"]).collect()
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const HTML: &str = "<head>\n  <link data-trunk rel=\"rust\">\n  <!-- sealed head -->\n</head>\n";

    fn parts() -> Parts {
        Parts {
            style: "a { color: red }\n".to_owned(),
            boot: "// Why.\nvar PARTS = {};\nvar PROGRAMS = {};\nfetch(\"page_bg.wasm\");\n".to_owned(),
            wasm: "page-12_bg.wasm".to_owned(),
            glue: "page-12.js".to_owned(),
            later: vec![("import".to_owned(), vec!["parts/shared-1.js".into(), "parts/import-34.js".into()])],
            programs: vec![("sheets".into(), "parts/sheets-56.js".into())],
        }
    }

    #[test]
    fn the_boot_script_stands_before_the_policy_and_everything_else_after_it() {
        let html = seal(HTML, &parts(), Audience::Release).expect("the parts are sound");
        let place = |text: &str| html.find(text).unwrap_or_else(|| unreachable!("{text} in {html}"));
        assert!(
            html.contains("var PARTS = { import: [\"./parts/shared-1.js\", \"./parts/import-34.js\"] };")
        );
        assert!(html.contains("var PROGRAMS = { sheets: \"./parts/sheets-56.js\" };"));
        assert!(place("fetch(\"page-12_bg.wasm\")") < place("Content-Security-Policy"));
        assert!(place("Content-Security-Policy") < place("<style>"));
        assert!(place("<style>") < place("<script defer src=\"./page-12.js\">"));
        assert!(!html.contains("data-trunk"));
        assert!(!html.contains("Why."));
    }

    #[test]
    fn the_policy_allows_exactly_the_style_in_the_page() {
        let html = seal(HTML, &parts(), Audience::Release).expect("the parts are sound");
        let (_, after) = html.split_once("<style>").expect("there is a style");
        let (style, _) = after.split_once("</style>").expect("the style ends");
        assert!(html.contains(&source_hash(style)));
        assert!(!html.contains("unsafe-inline"));
        assert!(html.contains("connect-src 'none'"));
    }

    #[test]
    fn only_development_may_connect() {
        let html = seal(HTML, &parts(), Audience::Development).expect("the parts are sound");
        assert!(html.contains("connect-src 'self' ws: wss:"));
    }

    /// The first example of the policy's own specification.
    #[test]
    fn a_source_hash_is_that_of_the_specification() {
        assert_eq!(
            source_hash("alert('Hello, world.');"),
            "sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng="
        );
    }

    #[test]
    fn a_part_that_would_end_its_element_is_refused() {
        let style = "a::after { content: '</style>' }".to_owned();
        assert!(seal(HTML, &Parts { style, ..parts() }, Audience::Release).is_err());
    }

    #[test]
    fn a_page_without_the_place_is_refused() {
        assert!(seal("<head></head>", &parts(), Audience::Release).is_err());
    }

    #[test]
    fn css_comments_do_not_travel() {
        let cases = [
            ("a {}\n", "a {}\n"),
            ("/* why */\na {}\n", "a {}\n"),
            ("a { /* one */ b: c; /* two\n lines */\n}\n", "a {  b: c;\n}\n"),
            ("a {}\n/* never ends", "a {}\n"),
        ];
        for (style, expected) in cases {
            assert_eq!(without_css_comments(style), expected, "{style}");
        }
    }
}
