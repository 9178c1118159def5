//! Others that do the same work, each in one exact version, installed in the cache. Who cannot be had is left out with a
//! line that says so: the benches are of use without them.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result};

use super::reading::{self, Reading};
use super::{folder, page, workloads};
use crate::cache;
use crate::process;
use crate::steps::{Outcome, Steps};
use crate::tools;

const DOWNLOAD_LIMIT: Duration = Duration::from_secs(10 * 60);
const NUMPY: &str = "2.4.6";
const AGGREGATE: &str = "0.30.1";
const SQUIGGLE: &str = "0.10.0";
const PAPA_PARSE: &str = "5.7.1";
const SHEET_JS: &str = "0.18.5";

/// What somebody else needs, and how it is asked.
struct Peer {
    name: &'static str,
    version: &'static str,
    /// A file that a finished install holds.
    proof: &'static str,
    install: fn(&Path, &str) -> Result<()>,
    ask: fn(&Path) -> Command,
}

const PEERS: &[Peer] = &[
    Peer {
        name: "numpy",
        version: NUMPY,
        proof: PYTHON,
        install: |folder, version| with_pip(folder, &format!("numpy=={version}")),
        ask: |installed| python(installed, "numpy_years.py"),
    },
    Peer {
        name: "aggregate",
        version: AGGREGATE,
        proof: PYTHON,
        install: |folder, version| with_pip(folder, &format!("aggregate=={version}")),
        ask: |installed| python(installed, "aggregate_exact.py"),
    },
    Peer {
        name: "squiggle",
        version: SQUIGGLE,
        proof: "node_modules/@quri/squiggle-lang/dist/index.js",
        install: |folder, version| with_npm(folder, &format!("@quri/squiggle-lang@{version}")),
        ask: squiggle,
    },
    Peer {
        name: "papaparse",
        version: PAPA_PARSE,
        proof: "node_modules/papaparse/package.json",
        install: |folder, version| with_npm(folder, &format!("papaparse@{version}")),
        ask: |installed| spreadsheets(installed, "papaparse"),
    },
    Peer {
        name: "xlsx",
        version: SHEET_JS,
        proof: "node_modules/xlsx/package.json",
        install: |folder, version| with_npm(folder, &format!("xlsx@{version}")),
        ask: |installed| spreadsheets(installed, "xlsx"),
    },
];

/// The interpreter, and the folder that pip installs to: a virtual environment could not be moved into place.
const PYTHON: &str = "installed";

/// Asks all of them that can be had.
pub fn run(steps: &mut Steps) -> Result<Vec<Reading>> {
    let mut readings = Vec::new();
    for peer in PEERS {
        steps.take(&format!("{} {}", peer.name, peer.version), "look at benches/peers", || {
            Ok(match asked(peer) {
                Ok(found) => {
                    readings.extend(found);
                    Outcome::done()
                }
                Err(problem) => Outcome::Skipped(format!("it cannot be had: {problem:#}")),
            })
        })?;
    }
    Ok(readings)
}

fn asked(peer: &Peer) -> Result<Vec<Reading>> {
    let installed = cache::folder(peer.name, peer.version)?;
    if !installed.join(peer.proof).exists() {
        cache::install(&installed, peer.proof, |folder| (peer.install)(folder, peer.version))?;
    }
    Ok(reading::all(&process::output(&mut (peer.ask)(&installed))?))
}

fn with_pip(folder: &Path, package: &str) -> Result<()> {
    let mut pip = process::command(interpreter()?);
    pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--target"]);
    process::logged(pip.arg(folder.join(PYTHON)).arg(package), "bench-pip", DOWNLOAD_LIMIT)
}

fn with_npm(folder: &Path, package: &str) -> Result<()> {
    tools::prepare_npm()?;
    let mut npm = process::command("npm");
    npm.args(["install", "--no-audit", "--no-fund", "--no-save", "--ignore-scripts", "--prefix"]);
    process::logged(npm.arg(folder).arg(package), "bench-npm", DOWNLOAD_LIMIT)
}

fn interpreter() -> Result<PathBuf> {
    process::find(&["python3"]).context("there is no python3 on PATH")
}

fn python(installed: &Path, script: &str) -> Command {
    let mut python = process::command("python3");
    python.env("PYTHONPATH", installed.join(PYTHON)).env("OMP_NUM_THREADS", "1");
    python.arg(folder().join("peers").join(script)).arg(workloads());
    python
}

/// They read the table that the page of the benches has left.
fn spreadsheets(installed: &Path, package: &str) -> Command {
    let mut node = process::command("node");
    node.arg(folder().join("peers/spreadsheets.mjs")).arg(package);
    node.arg(installed.join("node_modules")).arg(page::folder());
    node
}

fn squiggle(installed: &Path) -> Command {
    let mut node = process::command("node");
    node.arg(folder().join("peers/squiggle.mjs")).arg(installed.join("node_modules")).arg(workloads());
    node
}
