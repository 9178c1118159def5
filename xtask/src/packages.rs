//! Packages of the system, for what neither cargo nor npm can bring. Only Debian's `apt-get` is known;
//! elsewhere the error says what to install by hand.

use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result, bail};

use crate::process;

/// Downloads of a few hundred megabytes on a slow line.
const LIMIT: Duration = Duration::from_secs(20 * 60);

/// Installs packages by `apt-get`, through sudo when we are not root.
pub fn install(packages: &[&str]) -> Result<()> {
    if process::find(&["apt-get"]).is_none() {
        bail!("this machine has no apt-get; install by hand what Debian calls {}", packages.join(", "));
    }
    // Stale lists name versions the mirror no longer has, and a new machine has no lists at all.
    process::logged(apt_get()?.arg("update"), "apt-update", LIMIT)?;
    let mut command = apt_get()?;
    command.args(["install", "--yes", "--no-install-recommends"]);
    process::logged(command.args(packages), "apt-install", LIMIT)
}

fn apt_get() -> Result<Command> {
    let mut command = if is_root()? {
        process::command("env")
    } else {
        let mut sudo = process::command("sudo");
        // The output goes to a log, so a password prompt would never be seen there: ask before.
        if std::env::var_os("CI").is_none() {
            process::stream(process::command("sudo").arg("--validate"))
                .context("packages of the system can be installed by root only")?;
        }
        sudo.args(["--non-interactive", "env"]);
        sudo
    };
    command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get", "--quiet"]);
    Ok(command)
}

fn is_root() -> Result<bool> {
    let user = process::output(process::command("id").arg("-u"))?;
    Ok(user == "0")
}
