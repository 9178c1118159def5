//! The site in `dist/`: set up what it needs, build it by Trunk, and skip that when nothing it is made
//! from has changed. What is done to the page after Trunk is in `seal`.

use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result};

use crate::compiler::{self, Compiler};
use crate::fingerprint::{Fingerprint, files_below};
use crate::lock;
use crate::parts;
use crate::process;
use crate::steps::{Outcome, Steps};
use crate::tools::{self, Tools};
use crate::workspace;

const BUILD_LIMIT: Duration = Duration::from_secs(30 * 60);

/// What the page is made from, relative to the root.
const INPUTS: &[&str] = &[
    ".cargo/config.toml",
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "boot.js",
    "core/Cargo.toml",
    "core/build.rs",
    "core/data",
    "core/src",
    "index.html",
    "sheets/Cargo.toml",
    "sheets/src",
    "src",
    "styles",
    "worker/Cargo.toml",
    "worker/src",
    "xtask/src/parts.rs",
    "xtask/src/programs.rs",
    "xtask/src/seal.rs",
];

/// All that building the site takes.
#[derive(Debug)]
pub struct Site {
    compiler: Compiler,
    tools: Tools,
}

/// Sets up the compiler and the tools.
pub fn prepare(steps: &mut Steps) -> Result<Site> {
    Ok(Site { compiler: compiler::prepare(steps)?, tools: tools::prepare(steps)? })
}

impl Site {
    /// Builds `dist/` for release, unless it is up to date.
    pub fn build(&self, steps: &mut Steps) -> Result<()> {
        steps.take(
            "build the page for release",
            "the compiler's message above names the place; the whole log is in target/logs/trunk-build.log",
            || {
                let _lock = lock::hold(&workspace::target().join("site.lock"))?;
                let stamp = self.stamp()?;
                if is_built(&stamp)? {
                    return Ok(Outcome::Skipped("dist/ is up to date".to_owned()));
                }
                self.build_now()?;
                fs::write(stamp_file(), stamp_with_files(&stamp)?).context("cannot write the stamp")?;
                Ok(Outcome::done())
            },
        )
    }

    /// Serves a development build that follows the sources, until interrupted.
    pub fn watch(&self, port: Option<u16>) -> Result<()> {
        let mut trunk = self.command("trunk")?;
        // Apart from dist/, which holds the release.
        trunk.args(["serve", "--address", "127.0.0.1", "--dist"]).arg(workspace::target().join("dev"));
        if let Some(port) = port {
            trunk.args(["--port", &port.to_string()]);
        }
        process::stream(&mut trunk)
    }

    /// A command that compiles for the page: our compiler, our tools, a target folder of its own.
    pub fn command(&self, program: &str) -> Result<Command> {
        let (stand_ins, their_variable) = parts::stand_ins(&self.tools.wasm_bindgen)?;
        let mut folders = vec![stand_ins];
        folders.extend(self.tools.folders.iter().cloned());
        folders.extend(self.compiler.folders());
        let mut command = process::command(program);
        command
            .env("PATH", process::path_with(&folders)?)
            .env("CARGO_TARGET_DIR", workspace::wasm_target())
            // A compiler's message must not drown in Trunk's own stack.
            .env("RUST_BACKTRACE", "0")
            .env("TRUNK_SKIP_VERSION_CHECK", "true")
            .envs([their_variable])
            .envs(self.compiler.variables());
        Ok(command)
    }

    fn build_now(&self) -> Result<()> {
        forget_build()?;
        let mut trunk = self.command("trunk")?;
        trunk.args(["build", "--release"]);
        process::logged(&mut trunk, "trunk-build", BUILD_LIMIT)
    }

    fn stamp(&self) -> Result<String> {
        let mut fingerprint = Fingerprint::new();
        fingerprint.add("compiler", self.compiler.identity.as_bytes());
        fingerprint.add("tools", self.tools.identity.as_bytes());
        let flags = std::env::var("RUSTFLAGS").unwrap_or_default();
        fingerprint.add("flags", flags.as_bytes());
        for input in INPUTS {
            fingerprint.add_path(&workspace::root(), input)?;
        }
        Ok(fingerprint.text())
    }
}

fn is_built(stamp: &str) -> Result<bool> {
    let Ok(found) = fs::read_to_string(stamp_file()) else {
        return Ok(false);
    };
    Ok(found == stamp_with_files(stamp)?)
}

/// The stamp also lists what is in `dist/`, so that a deleted or changed file is noticed.
fn stamp_with_files(stamp: &str) -> Result<String> {
    let mut fingerprint = Fingerprint::new();
    fingerprint.add_path(&workspace::root(), "dist")?;
    let files = files_below(&workspace::dist())?.len();
    Ok(format!("{stamp}\n{files} files {}\n", fingerprint.text()))
}

fn stamp_file() -> PathBuf {
    workspace::target().join("site.stamp")
}

fn forget_build() -> Result<()> {
    match fs::remove_file(stamp_file()) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error).context("cannot remove the stamp of the last build"),
    }
}
