//! The cache of tools outside the checkout, one folder per tool and version. A fresh clone does not
//! pay for a tool again, and an interrupted install is never taken for a finished one: [`install`] works
//! in a neighbouring folder and renames it at the end.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::lock;

/// The folder of one tool in one version, whether it exists or not.
pub fn folder(tool: &str, version: &str) -> Result<PathBuf> {
    Ok(root()?.join(format!("{tool}-{version}")))
}

/// Fills a new folder with `fill` and moves it to `finished` in one step, unless somebody else has just
/// done so. `proof` is a file that a finished folder holds.
pub fn install(finished: &Path, proof: &str, fill: impl FnOnce(&Path) -> Result<()>) -> Result<()> {
    let unfinished = beside(finished, "unfinished");
    let _lock = lock::hold(&beside(finished, "lock"))?;
    if finished.join(proof).exists() {
        return Ok(());
    }
    remove(&unfinished)?;
    fs::create_dir_all(&unfinished).with_context(|| format!("cannot create {}", unfinished.display()))?;
    fill(&unfinished)?;
    if !unfinished.join(proof).exists() {
        bail!("the install ended well, yet brought no {proof}");
    }
    remove(finished)?;
    fs::rename(&unfinished, finished)
        .with_context(|| format!("cannot move {} into place", finished.display()))
}

/// A folder beside `finished` for what is only needed while it is being made. It is kept after an
/// interruption, so that the next attempt goes on where this one stopped.
pub fn workshop(finished: &Path) -> PathBuf {
    beside(finished, "workshop")
}

/// Removes a folder if it is there.
pub fn remove(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("cannot remove {}", folder.display()))?;
    }
    Ok(())
}

fn root() -> Result<PathBuf> {
    let named = std::env::var_os("XDG_CACHE_HOME").filter(|path| Path::new(path).is_absolute());
    let base = match (named, std::env::var_os("HOME")) {
        (Some(cache), _) => PathBuf::from(cache),
        (None, Some(home)) => PathBuf::from(home).join(".cache"),
        (None, None) => anyhow::bail!("neither XDG_CACHE_HOME nor HOME is set; set one of them"),
    };
    Ok(base.join("partnership-risk"))
}

fn beside(folder: &Path, suffix: &str) -> PathBuf {
    let mut name = folder.as_os_str().to_owned();
    name.push(".");
    name.push(suffix);
    PathBuf::from(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_interrupted_install_is_not_taken_for_a_finished_one() {
        let base = std::env::temp_dir().join(format!("xtask-cache-{}", std::process::id()));
        let finished = base.join("tool-1.0");

        let interrupted = install(&finished, "tool", |folder| {
            fs::write(folder.join("half"), "")?;
            anyhow::bail!("the network went away")
        });
        assert!(interrupted.is_err());
        assert!(!finished.exists());

        install(&finished, "tool", |folder| Ok(fs::write(folder.join("tool"), "")?))
            .expect("the second attempt is not disturbed by the first");
        assert!(finished.join("tool").exists());
        assert!(!finished.join("half").exists());
        remove(&base).expect("the folder is ours");
    }
}
