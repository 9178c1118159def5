//! The browsers the page is tried in: Chromium with its driver, and Firefox ESR, as the system packages
//! them. What is tried in them is the business of `e2e`.

use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::packages;
use crate::process;
use crate::steps::{Outcome, Steps};

/// Where the browsers are.
#[derive(Debug, Clone)]
pub struct Browsers {
    /// Chromium, or Chrome.
    pub chromium: PathBuf,
    /// The program that drives it for the tests inside the browser.
    pub chromedriver: PathBuf,
    /// Firefox.
    pub firefox: PathBuf,
}

const CHROMIUM: &[&str] = &["chromium", "chromium-browser", "google-chrome"];
const CHROMEDRIVER: &[&str] = &["chromedriver"];
const FIREFOX: &[&str] = &["firefox-esr", "firefox"];
const PACKAGES: &[&str] = &["chromium", "chromium-driver", "firefox-esr"];

/// Installs what is missing.
pub fn prepare(steps: &mut Steps) -> Result<()> {
    steps.take(
        "browsers",
        "install Chromium, its driver and Firefox by hand, so that `chromium`, `chromedriver` and `firefox` are on PATH",
        || {
            if find().is_some() {
                return Ok(Outcome::Skipped("installed".to_owned()));
            }
            packages::install(PACKAGES)?;
            found()?;
            Ok(Outcome::done())
        },
    )
}

/// The installed browsers.
pub fn found() -> Result<Browsers> {
    find().context("a browser is missing; `cargo xtask test` installs it")
}

fn find() -> Option<Browsers> {
    Some(Browsers {
        chromium: process::find(CHROMIUM)?,
        chromedriver: process::find(CHROMEDRIVER)?,
        firefox: process::find(FIREFOX)?,
    })
}
