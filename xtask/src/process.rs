//! Running other programs: with their output passed through, gathered, or kept in a log that
//! shows signs of life. Which program is run, and why, belongs to the callers.

use std::ffi::OsString;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::steps;
use crate::workspace;

/// A long step shows a sign of life this often.
const HEARTBEAT: Duration = Duration::from_secs(10);
/// How often a running program is looked at.
const POLL: Duration = Duration::from_millis(50);
/// How many lines of a log are shown when its program failed.
const LOG_TAIL: usize = 30;

/// A command run from the root of the checkout, without what the cargo that started us left in the
/// environment: its variables would tie the commands below it to one compiler and one package.
pub fn command(program: impl Into<OsString>) -> Command {
    let mut command = Command::new(program.into());
    command.current_dir(workspace::root());
    for (name, _) in std::env::vars_os() {
        if name.to_str().is_some_and(is_left_by_cargo) {
            command.env_remove(name);
        }
    }
    // Trunk 0.21 refuses to start when this holds "1".
    command.env_remove("NO_COLOR");
    command
}

/// A cargo command with the toolchain that started us, for what runs on the host.
pub fn host_cargo() -> Command {
    let mut command = command("cargo");
    if let Some(toolchain) = std::env::var_os("RUSTUP_TOOLCHAIN") {
        command.env("RUSTUP_TOOLCHAIN", toolchain);
    }
    command
}

/// Runs a command with its output passed through.
pub fn stream(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| cannot_start(command))?;
    succeeded(command, status)
}

/// Runs a command and returns what it printed to its standard output, without the line end.
pub fn output(command: &mut Command) -> Result<String> {
    let output = command.stderr(Stdio::inherit()).output().with_context(|| cannot_start(command))?;
    succeeded(command, output.status)?;
    let text = String::from_utf8(output.stdout)
        .with_context(|| format!("`{}` did not print text", shown(command)))?;
    Ok(text.trim_end().to_owned())
}

/// Whether a command starts and succeeds; what it prints is dropped.
pub fn succeeds(command: &mut Command) -> bool {
    command.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}

/// Runs a command that prints more than a person wants to read: the output goes to `target/logs`,
/// the latest line is shown now and then, and the end of the log when the command fails.
/// A command that takes longer than `limit` is ended.
pub fn logged(command: &mut Command, log_name: &str, limit: Duration) -> Result<()> {
    let log = workspace::logs().join(format!("{log_name}.log"));
    fs::create_dir_all(workspace::logs()).context("cannot create target/logs")?;
    let file = File::create(&log).with_context(|| format!("cannot write {}", log.display()))?;
    println!("    {} (log: {})", shown(command), log.display());
    let mut child = command
        .stdin(Stdio::null())
        .stdout(file.try_clone().context("cannot share the log")?)
        .stderr(file)
        .spawn()
        .with_context(|| cannot_start(command))?;
    let status = watch(&mut child, &log, limit)?;
    succeeded(command, status).inspect_err(|_| eprintln!("{}", log_tail(&log)))
}

/// The first of `names` found on `PATH`.
pub fn find(names: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    names
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)))
        .find(|candidate| candidate.is_file())
}

/// `PATH` with some folders put before those of our own.
pub fn path_with(first: &[PathBuf]) -> Result<OsString> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = first.iter().cloned().chain(std::env::split_paths(&path));
    std::env::join_paths(folders).context("a folder on PATH holds a colon")
}

fn is_left_by_cargo(name: &str) -> bool {
    const EXACT: &[&str] = &[
        "CARGO",
        "CARGO_BIN_NAME",
        "CARGO_CRATE_NAME",
        "CARGO_MANIFEST_DIR",
        "CARGO_MANIFEST_PATH",
        "CARGO_PRIMARY_PACKAGE",
        "CARGO_TARGET_DIR",
        "LD_LIBRARY_PATH",
        "RUSTC",
        "RUSTDOC",
        "RUSTUP_TOOLCHAIN",
        "RUST_RECURSION_COUNT",
    ];
    EXACT.contains(&name) || name.starts_with("CARGO_PKG_")
}

fn watch(child: &mut Child, log: &Path, limit: Duration) -> Result<ExitStatus> {
    let started = Instant::now();
    let mut next_sign = HEARTBEAT;
    loop {
        if let Some(status) = child.try_wait().context("cannot wait for a program")? {
            return Ok(status);
        }
        let elapsed = started.elapsed();
        if elapsed > limit {
            child.kill().context("cannot end a program")?;
            child.wait().context("cannot wait for a program")?;
            bail!("no end after {}", steps::seconds(limit));
        }
        if elapsed > next_sign {
            println!("    ... {} {}", steps::seconds(elapsed), last_line(log));
            next_sign += HEARTBEAT;
        }
        thread::sleep(POLL);
    }
}

fn last_line(log: &Path) -> String {
    let text = fs::read(log).unwrap_or_default();
    let text = String::from_utf8_lossy(&text);
    let line = text.lines().rev().find(|line| !line.trim().is_empty());
    line.unwrap_or_default().trim().chars().take(100).collect()
}

fn log_tail(log: &Path) -> String {
    let text = fs::read(log).unwrap_or_default();
    let text = String::from_utf8_lossy(&text);
    let lines: Vec<&str> = text.lines().collect();
    lines[lines.len().saturating_sub(LOG_TAIL)..].join("\n")
}

fn succeeded(command: &Command, status: ExitStatus) -> Result<()> {
    if !status.success() {
        bail!("`{}` ended with {status}", shown(command));
    }
    Ok(())
}

fn cannot_start(command: &Command) -> String {
    format!("cannot start `{}`", shown(command))
}

fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    let words: Vec<_> = words.map(|word| word.to_string_lossy()).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_cargo_left_behind_is_cleared() {
        for name in ["CARGO", "CARGO_PKG_NAME", "RUSTUP_TOOLCHAIN", "RUSTC"] {
            assert!(is_left_by_cargo(name), "{name}");
        }
        for name in ["CARGO_HOME", "CARGO_NET_OFFLINE", "RUSTUP_HOME", "PATH", "RUSTFLAGS"] {
            assert!(!is_left_by_cargo(name), "{name}");
        }
    }

    #[test]
    fn a_program_that_does_not_end_is_ended() {
        let error = logged(command("sleep").arg("60"), "test-sleep", Duration::from_millis(100))
            .expect_err("a minute is longer than the limit");
        assert!(error.to_string().starts_with("no end after"), "{error}");
    }

    #[test]
    fn a_failing_program_is_named() {
        let error = stream(command("sh").args(["-c", "exit 3"])).expect_err("three is not zero");
        assert_eq!(error.to_string(), "`sh -c exit 3` ended with exit status: 3");
    }
}
