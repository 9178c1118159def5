//! `cargo xtask bench`: how long the loss engine takes on the host and in a browser, what others take for the same work
//! on the same machine, one after the other, and what the page takes for what people do in it. It prints figures and
//! judges nothing, since no two machines are alike: read the ratios, of one run. What is timed is in `benches/`, and for
//! the page in `tests/e2e/*.speed.mjs`.

mod host;
mod page;
mod peers;
mod reading;
mod report;

use std::path::PathBuf;

use anyhow::Result;

use crate::browsers;
use crate::e2e;
use crate::process;
use crate::site;
use crate::steps::{Outcome, Steps};
use crate::workspace;
use reading::Reading;

/// Times everything and prints it.
pub fn run(steps: &mut Steps) -> Result<()> {
    page::build(steps)?;
    e2e::prepare(steps)?;
    let mut readings = host::tasks(steps)?;
    readings.extend(in_browser(steps)?);
    readings.extend(peers::run(steps)?);
    report::print(&readings);
    host::details(steps)?;
    site::prepare(steps)?.build(steps)?;
    e2e::speed(steps)
}

fn in_browser(steps: &mut Steps) -> Result<Vec<Reading>> {
    let mut readings = Vec::new();
    steps.take("tasks in the browser", "look at benches/browser", || {
        let mut node = process::command("node");
        node.arg(folder().join("browser/drive.mjs")).arg(page::folder()).arg(workloads());
        node.env("E2E_CHROMIUM", browsers::found()?.chromium);
        readings = reading::all(&process::output(&mut node)?);
        Ok(Outcome::done())
    })?;
    Ok(readings)
}

/// Where what is timed lies.
fn folder() -> PathBuf {
    workspace::root().join("benches")
}

/// The twenty risks that everybody works on.
fn workloads() -> PathBuf {
    workspace::root().join("core/src/loss/fixtures/workloads.json")
}
