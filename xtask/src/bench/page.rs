//! The page that times tasks in a browser: the crate of benches, compiled as the product's release is, with a script that
//! runs it. Nothing of the product's own page is in it.

use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result};

use super::folder as benches;
use crate::compiler::{self, Compiler};
use crate::process;
use crate::steps::{Outcome, Steps};
use crate::tools;
use crate::workspace;

const LIMIT: Duration = Duration::from_secs(30 * 60);
const PACKAGE: &str = "partnership-risk-benches";
/// What is not compiled, relative to the benches.
const FILES: &[&str] = &["browser/index.html", "browser/page.mjs", "peers/javascript.mjs"];

/// The folder of the finished page.
pub fn folder() -> PathBuf {
    target().join("page")
}

/// Compiles and puts together the page.
pub fn build(steps: &mut Steps) -> Result<()> {
    let compiler = compiler::prepare(steps)?;
    let wasm_bindgen = tools::wasm_bindgen(steps)?.join("wasm-bindgen");
    steps.take("page of the benches", "the log named above says what the compiler found", || {
        process::logged(&mut compile(&compiler)?, "bench-build", LIMIT)?;
        let mut bind = process::command(wasm_bindgen);
        bind.args(["--target", "web", "--no-typescript", "--out-dir"]).arg(folder().join("pkg"));
        process::stream(bind.arg(compiled()))?;
        for file in FILES {
            let from = benches().join(file);
            let name = from.file_name().context("a file without a name")?;
            fs::copy(&from, folder().join(name)).with_context(|| format!("cannot copy {file}"))?;
        }
        Ok(Outcome::done())
    })
}

fn compile(compiler: &Compiler) -> Result<Command> {
    let mut cargo = process::command("cargo");
    cargo
        .args(["build", "--release", "--lib", "--package", PACKAGE, "--target", compiler::TARGET])
        .env("PATH", process::path_with(&compiler.folders())?)
        .env("CARGO_TARGET_DIR", target())
        .envs(compiler.variables());
    Ok(cargo)
}

fn compiled() -> PathBuf {
    target().join(compiler::TARGET).join("release").join(PACKAGE.replace('-', "_")).with_extension("wasm")
}

/// Apart from the product's, so that neither evicts the other's work.
fn target() -> PathBuf {
    workspace::target().join("bench")
}
