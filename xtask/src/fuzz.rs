//! `cargo xtask fuzz`: every reader is fed by libFuzzer for some seconds. The compiler in use is told to count what is
//! reached, which needs no nightly one; a target that stops leaves what stopped it in `target/fuzz/found`.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result};

use crate::process::{self, host_cargo};
use crate::steps::{Outcome, Steps};
use crate::workspace;

/// For how many seconds each target runs where nothing else is said.
pub const USUAL_SECONDS: u64 = 5;

/// The crates of fuzz targets, relative to the checkout.
const CRATES: &[&str] = &["core/fuzz", "sheets/fuzz"];

/// What the compiler is told: count edges and compared values, keep `debug_assert`.
const FLAGS: &str = "--cfg fuzzing -Ccodegen-units=1 -Cdebug-assertions -Cpasses=sancov-module \
    -Cllvm-args=-sanitizer-coverage-level=4 -Cllvm-args=-sanitizer-coverage-inline-8bit-counters \
    -Cllvm-args=-sanitizer-coverage-pc-table -Cllvm-args=-sanitizer-coverage-trace-compares";

/// Where chance begins, so that a short run from nothing is the same each time.
const SEED: u32 = 1;

const BUILD_LIMIT: Duration = Duration::from_secs(30 * 60);
/// What a target may take beyond its time to start and to stop.
const GRACE: Duration = Duration::from_secs(60);

/// Builds all targets and runs each for so many seconds.
pub fn run(steps: &mut Steps, seconds: u64) -> Result<()> {
    for folder in CRATES {
        let folder = workspace::root().join(folder);
        let host = host()?;
        steps.take("fuzz targets", "the log named above says what the compiler found", || {
            let mut cargo = host_cargo();
            cargo.args(["build", "--release", "--bins", "--target", &host, "--manifest-path"]);
            cargo.arg(folder.join("Cargo.toml")).env("RUSTFLAGS", FLAGS).env("CARGO_TARGET_DIR", target());
            process::logged(&mut cargo, "fuzz-build", BUILD_LIMIT)?;
            Ok(Outcome::done())
        })?;
        for name in names(&folder)? {
            let advice = "run the target alone with the file named above, and mend the reader";
            steps.take(&format!("fuzzing {name}"), advice, || fuzzed(&host, &name, seconds))?;
        }
    }
    Ok(())
}

fn fuzzed(host: &str, name: &str, seconds: u64) -> Result<Outcome> {
    let [corpus, found] = ["corpus", "found"].map(|folder| target().join(folder).join(name));
    for folder in [&corpus, &found] {
        fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    }
    let mut target = process::command(target().join(host).join("release").join(name));
    target.arg(corpus).arg(format!("-max_total_time={seconds}"));
    target.arg(format!("-artifact_prefix={}/", found.display())).arg(format!("-seed={SEED}"));
    let log = format!("fuzz-{name}");
    process::logged(&mut target, &log, Duration::from_secs(seconds) + GRACE)?;
    Ok(Outcome::Done(runs(&workspace::logs().join(log).with_extension("log"))))
}

/// How often the target ran, as its log ends with: "Done 123456 runs in 6 second(s)".
fn runs(log: &Path) -> String {
    let text = fs::read_to_string(log).unwrap_or_default();
    text.lines().rev().find(|line| line.starts_with("Done ")).unwrap_or_default().to_owned()
}

/// The targets of a crate, in order.
fn names(folder: &Path) -> Result<Vec<String>> {
    let folder = folder.join("fuzz_targets");
    let listed = fs::read_dir(&folder).with_context(|| format!("cannot list {}", folder.display()))?;
    let stem = |path: PathBuf| Some(path.file_stem()?.to_str()?.to_owned());
    let mut names: Vec<String> = listed.filter_map(|entry| stem(entry.ok()?.path())).collect();
    names.sort_unstable();
    Ok(names)
}

/// For what the compiler makes programs: said in so many words, so that build scripts are not counted in.
fn host() -> Result<String> {
    let told = process::output(process::command("rustc").arg("-vV"))?;
    let line = told.lines().find_map(|line| line.strip_prefix("host: "));
    Ok(line.context("`rustc -vV` names no host")?.to_owned())
}

/// Apart from the rest, which is compiled without counting.
fn target() -> PathBuf {
    workspace::target().join("fuzz")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_crate_has_its_targets() {
        for folder in CRATES {
            let names = names(&workspace::root().join(folder)).expect("it is there");
            assert!(names.len() > 1, "{folder}: {names:?}");
        }
    }
}
