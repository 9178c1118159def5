//! Locks between two runs of `cargo xtask` on one machine: the second waits, and says so.

use std::fs::{self, File, TryLockError};
use std::path::Path;

use anyhow::{Context, Result};

/// Holds the lock until the returned file is dropped, or the process ends in whatever way.
pub fn hold(path: &Path) -> Result<File> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| format!("cannot create {}", folder.display()))?;
    }
    let file = File::create(path).with_context(|| format!("cannot open {}", path.display()))?;
    match file.try_lock() {
        Ok(()) => return Ok(file),
        Err(TryLockError::WouldBlock) => {
            println!("    waiting for another `cargo xtask` ({})", path.display());
        }
        Err(TryLockError::Error(error)) => return Err(error).context("cannot lock a file"),
    }
    file.lock().context("cannot wait for a lock")?;
    Ok(file)
}
