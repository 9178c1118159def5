//! The programs that turn compiled WebAssembly into a site, each in one exact version, installed in
//! the cache. Prebuilt ones are taken where `cargo binstall` is at hand; otherwise cargo builds them.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::{Result, bail};

use crate::cache;
use crate::packages;
use crate::process;
use crate::steps::{Outcome, Steps};

/// Building Trunk without optimisation takes about four minutes on two cores.
const BUILD_LIMIT: Duration = Duration::from_secs(40 * 60);
const DOWNLOAD_LIMIT: Duration = Duration::from_secs(180);

/// A program from crates.io.
struct CargoTool {
    name: &'static str,
    version: &'static str,
    /// The program, in the folder cargo installs to.
    proof: &'static str,
    /// What `cargo install` needs beside the version.
    arguments: &'static [&'static str],
}

const TRUNK: CargoTool = CargoTool {
    name: "trunk",
    version: "0.21.14",
    proof: "bin/trunk",
    // Rustls, so that no OpenSSL headers are needed.
    arguments: &["--locked", "--no-default-features", "--features", "rustls"],
};

const WASM_BINDGEN: CargoTool = CargoTool {
    name: "wasm-bindgen-cli",
    version: "0.2.130",
    proof: "bin/wasm-bindgen",
    // Not `--locked`: its lock names a release of webpki-roots that not every index has.
    arguments: &[],
};

const BINARYEN_VERSION: &str = "132.0.0";
const BINARYEN_PROOF: &str = "node_modules/binaryen/bin/wasm-opt";

/// The tools' folders, ready to be put on `PATH`, and what they are.
#[derive(Debug, Clone)]
pub struct Tools {
    /// The folders that hold the programs.
    pub folders: Vec<PathBuf>,
    /// The one of them that holds wasm-bindgen.
    pub wasm_bindgen: PathBuf,
    /// Every tool with its version: other tools may build another page.
    pub identity: String,
}

/// Installs what is missing.
pub fn prepare(steps: &mut Steps) -> Result<Tools> {
    let (trunk, wasm_bindgen) = (cargo_tool(steps, &TRUNK)?, cargo_tool(steps, &WASM_BINDGEN)?);
    let folders = vec![trunk, wasm_bindgen.clone(), binaryen(steps)?];
    let identity = format!(
        "trunk {}, wasm-bindgen {}, binaryen {BINARYEN_VERSION}",
        TRUNK.version, WASM_BINDGEN.version
    );
    Ok(Tools { folders, wasm_bindgen, identity })
}

/// Installs wasm-bindgen alone, where it is missing, and returns its folder.
pub fn wasm_bindgen(steps: &mut Steps) -> Result<PathBuf> {
    cargo_tool(steps, &WASM_BINDGEN)
}

/// Installs npm where node came without it, as Debian's does.
pub fn prepare_npm() -> Result<()> {
    if process::find(&["npm"]).is_none() {
        packages::install(&["npm"])?;
    }
    Ok(())
}

fn cargo_tool(steps: &mut Steps, tool: &CargoTool) -> Result<PathBuf> {
    let folder = cache::folder(tool.name, tool.version)?;
    steps.take(
        &format!("{} {}", tool.name, tool.version),
        "read the log named above; when a crate could not be downloaded, check that crates.io is reachable and run this again: what is built already is kept",
        || {
            if folder.join(tool.proof).exists() {
                return Ok(Outcome::Skipped("in the cache".to_owned()));
            }
            install_cargo_tool(tool, &folder)?;
            Ok(Outcome::done())
        },
    )?;
    Ok(folder.join("bin"))
}

fn install_cargo_tool(tool: &CargoTool, folder: &Path) -> Result<()> {
    let workshop = cache::workshop(folder);
    cache::install(folder, tool.proof, |unfinished| {
        if process::find(&["cargo-binstall"]).is_some() {
            let mut command = binstall(tool, unfinished);
            if process::logged(&mut command, &format!("{}-binstall", tool.name), DOWNLOAD_LIMIT).is_ok() {
                return Ok(());
            }
            println!("    no prebuilt one to be had; building it");
        }
        process::logged(&mut build(tool, unfinished, &workshop), tool.name, BUILD_LIMIT)
    })?;
    cache::remove(&workshop)
}

fn binstall(tool: &CargoTool, folder: &Path) -> Command {
    let mut command = process::host_cargo();
    command
        .args(["binstall", "--no-confirm", "--disable-strategies", "compile", "--root"])
        .arg(folder)
        .arg(format!("{}@{}", tool.name, tool.version));
    command
}

fn build(tool: &CargoTool, folder: &Path, workshop: &Path) -> Command {
    let mut command = process::host_cargo();
    command
        .args(["install", tool.name, "--version", tool.version, "--root"])
        .arg(folder)
        .args(tool.arguments)
        .env("CARGO_TARGET_DIR", workshop)
        // The tools run for seconds and are built by everybody: compile time is what counts.
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "256");
    command
}

fn binaryen(steps: &mut Steps) -> Result<PathBuf> {
    let folder = cache::folder("binaryen", BINARYEN_VERSION)?;
    steps.take(
        &format!("binaryen {BINARYEN_VERSION} (wasm-opt)"),
        "check that node is installed and that the npm registry is reachable, and run this again",
        || {
            if folder.join(BINARYEN_PROOF).exists() {
                return Ok(Outcome::Skipped("in the cache".to_owned()));
            }
            if process::find(&["node"]).is_none() {
                bail!("there is no node on PATH");
            }
            prepare_npm()?;
            cache::install(&folder, BINARYEN_PROOF, |unfinished| {
                let mut command = process::command("npm");
                command
                    .args(["install", "--no-audit", "--no-fund", "--no-save", "--prefix"])
                    .arg(unfinished)
                    .arg(format!("binaryen@{BINARYEN_VERSION}"));
                process::logged(&mut command, "binaryen", DOWNLOAD_LIMIT)
            })?;
            Ok(Outcome::done())
        },
    )?;
    Ok(folder.join("node_modules/binaryen/bin"))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::workspace;

    /// A version stands in four files; wasm-bindgen refuses to work when they differ.
    #[test]
    fn every_file_names_the_same_versions() {
        let read = |name| fs::read_to_string(workspace::root().join(name)).expect("the file exists");
        let trunk = read("Trunk.toml");
        let major = BINARYEN_VERSION.split('.').next().expect("a version has a first part");
        assert!(trunk.contains(&format!("trunk-version = \"{}\"", TRUNK.version)));
        assert!(trunk.contains(&format!("wasm_bindgen = \"{}\"", WASM_BINDGEN.version)));
        assert!(trunk.contains(&format!("wasm_opt = \"version_{major}\"")));
        for manifest in ["Cargo.toml", "benches/Cargo.toml"] {
            assert!(read(manifest).contains(&format!("wasm-bindgen = \"={}\"", WASM_BINDGEN.version)));
        }
    }
}
