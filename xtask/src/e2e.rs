//! Tests in real browsers: the page's Rust tests inside headless Chromium, and the journeys of
//! `tests/e2e` in Chromium and Firefox. How a journey is written is documented there.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result, bail};

use crate::browsers::{self, Browsers};
use crate::cache;
use crate::compiler;
use crate::fingerprint::{Fingerprint, files_below};
use crate::process;
use crate::site::Site;
use crate::steps::{Outcome, Steps};
use crate::tools;
use crate::workspace;

const INSTALL_LIMIT: Duration = Duration::from_secs(10 * 60);
/// Seconds: a busy machine starts a browser slowly.
const IN_BROWSER_LIMIT: &str = "180";

/// Sets up the browsers and the node packages that drive them.
pub fn prepare(steps: &mut Steps) -> Result<()> {
    browsers::prepare(steps)?;
    steps.take(
        "node packages of tests/e2e",
        "check that the npm registry is reachable; when the lock is at odds with package.json, run `npm install` in tests/e2e",
        install_packages,
    )
}

/// Runs `tests/browser.rs` inside headless Chromium.
pub fn in_browser_tests(steps: &mut Steps, site: &Site) -> Result<()> {
    steps.take(
        "tests inside the browser",
        "the runner's output above names the test; if the browser did not start, try `chromedriver --version` and webdriver.json",
        || {
            if !workspace::root().join("tests/browser.rs").exists() {
                return Ok(Outcome::Skipped("there is no tests/browser.rs".to_owned()));
            }
            let mut cargo = site.command("cargo")?;
            cargo
                .args(["test", "--package", "partnership-risk", "--test", "browser"])
                .args(["--target", compiler::TARGET])
                .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner")
                .env("CHROMEDRIVER", browsers::found()?.chromedriver)
                .env("WASM_BINDGEN_TEST_TIMEOUT", IN_BROWSER_LIMIT)
                .env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", IN_BROWSER_LIMIT);
            process::stream(&mut cargo)?;
            Ok(Outcome::done())
        },
    )
}

/// Runs all journeys, unless they have passed with this very page in these very browsers.
pub fn all_journeys(steps: &mut Steps) -> Result<()> {
    steps.take(JOURNEYS, ADVICE, || {
        let stamp_file = workspace::target().join("e2e-passed");
        let stamp = journeys_stamp(&browsers::found()?)?;
        if fs::read_to_string(&stamp_file).is_ok_and(|found| found == stamp) {
            return Ok(Outcome::Skipped(
                "passed with this page; `cargo xtask e2e` runs them again".to_owned(),
            ));
        }
        run(None)?;
        fs::write(&stamp_file, stamp).context("cannot write that the journeys have passed")?;
        Ok(Outcome::done())
    })
}

/// Runs the journeys whose file or name contains `filter`, or all of them.
pub fn journeys(steps: &mut Steps, filter: Option<&str>) -> Result<()> {
    steps.take(JOURNEYS, ADVICE, || {
        run(filter)?;
        Ok(Outcome::done())
    })
}

const JOURNEYS: &str = "journeys in real browsers";
const ADVICE: &str =
    "run one alone with `cargo xtask e2e <part of its name>`; screenshots of failures are in target/e2e";

fn run(filter: Option<&str>) -> Result<()> {
    let browsers = browsers::found()?;
    cache::remove(&screenshots())?;
    let (files, name) = select(test_files()?, filter);
    if files.is_empty() {
        bail!("there is no test in tests/e2e");
    }
    process::stream(node_tests(&browsers, "3", name.as_deref()).args(files))
}

/// Prints what the page takes for what people do in it, one thing after the other. It judges nothing.
pub fn speed(steps: &mut Steps) -> Result<()> {
    steps.take("what the page takes", "look at tests/e2e/*.speed.mjs", || {
        let files = files_ending(".speed.mjs")?;
        process::stream(node_tests(&browsers::found()?, "1", None).args(files))?;
        Ok(Outcome::done())
    })
}

/// Everything that what the journeys find depends on.
fn journeys_stamp(browsers: &Browsers) -> Result<String> {
    let mut fingerprint = Fingerprint::new();
    fingerprint.add_path(&workspace::dist(), "")?;
    for file in files_below(&workspace::e2e().join("harness"))?.into_iter().chain(test_files()?) {
        fingerprint.add(&file.to_string_lossy(), &fs::read(&file).context("cannot read a journey")?);
    }
    for data in ["tests/e2e/expected-benchmark.json", "core/src/exchange/fixtures", "core/src/example/data"] {
        fingerprint.add_path(&workspace::root(), data)?;
    }
    for browser in [&browsers.chromium, &browsers.firefox] {
        fingerprint.add("browser", process::output(process::command(browser).arg("--version"))?.as_bytes());
    }
    fingerprint.add("packages", packages_stamp()?.as_bytes());
    fingerprint.add("only", env::var("E2E_BROWSER").unwrap_or_default().as_bytes());
    Ok(fingerprint.text())
}

/// Node's test runner, set up for the browsers and for so many files at once.
fn node_tests(browsers: &Browsers, at_once: &str, name: Option<&str>) -> Command {
    let mut node = process::command("node");
    node.args(["--test", "--test-reporter", "spec", "--test-concurrency", at_once]);
    if let Some(name) = name {
        node.arg("--test-name-pattern").arg(name);
    }
    node.env("E2E_DIST", workspace::dist())
        .env("E2E_OUTPUT", screenshots())
        .env("E2E_CHROMIUM", &browsers.chromium)
        .env("E2E_FIREFOX", &browsers.firefox);
    node
}

fn screenshots() -> PathBuf {
    workspace::target().join("e2e")
}

/// The files to run, and the part of a name to look for in them. A filter that a file's name contains
/// means that whole file; any other means single journeys.
fn select(files: Vec<PathBuf>, filter: Option<&str>) -> (Vec<PathBuf>, Option<String>) {
    let Some(filter) = filter else {
        return (files, None);
    };
    let names_file =
        |file: &PathBuf| file.file_name().is_some_and(|name| name.to_string_lossy().contains(filter));
    if files.iter().any(names_file) {
        return (files.into_iter().filter(names_file).collect(), None);
    }
    (files, Some(filter.to_owned()))
}

fn test_files() -> Result<Vec<PathBuf>> {
    files_ending(".test.mjs")
}

fn files_ending(ending: &str) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(workspace::e2e()).context("cannot read tests/e2e")? {
        let path = entry.context("cannot read a folder entry")?.path();
        if path.to_string_lossy().ends_with(ending) {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn install_packages() -> Result<Outcome> {
    let installed = workspace::e2e().join("node_modules");
    let stamp_file = installed.join(".xtask-stamp");
    let stamp = packages_stamp()?;
    if fs::read_to_string(&stamp_file).is_ok_and(|found| found == stamp) {
        return Ok(Outcome::Skipped("the lock is unchanged".to_owned()));
    }
    tools::prepare_npm()?;
    let mut npm = process::command("npm");
    npm.args(["ci", "--no-audit", "--no-fund", "--ignore-scripts"]).current_dir(workspace::e2e());
    process::logged(&mut npm, "npm-ci", INSTALL_LIMIT)?;
    fs::write(&stamp_file, stamp).context("cannot write the stamp of the node packages")?;
    Ok(Outcome::Done(format!("{} files", files_below(&installed)?.len())))
}

fn packages_stamp() -> Result<String> {
    let mut fingerprint = Fingerprint::new();
    for name in ["package.json", "package-lock.json", ".npmrc"] {
        fingerprint.add_path(&workspace::e2e(), name)?;
    }
    Ok(fingerprint.text())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_means_a_file_or_else_a_journey() {
        let files = || vec![PathBuf::from("e2e/league.test.mjs"), PathBuf::from("e2e/smoke.test.mjs")];
        assert_eq!(select(files(), None), (files(), None));
        assert_eq!(select(files(), Some("league")), (vec![files()[0].clone()], None));
        assert_eq!(select(files(), Some("rates a risk")), (files(), Some("rates a risk".to_owned())));
    }
}
