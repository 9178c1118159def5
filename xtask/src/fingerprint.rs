//! A fingerprint of everything a result was made from. Equal fingerprints mean that making it again
//! would change nothing, so the work can be skipped.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

/// A running hash over named parts.
pub struct Fingerprint(Sha256);

impl Fingerprint {
    /// Of nothing yet.
    pub fn new() -> Self {
        Self(Sha256::new())
    }

    /// Adds one named part.
    pub fn add(&mut self, name: &str, content: &[u8]) {
        // The lengths keep `("ab", "c")` and `("a", "bc")` apart.
        for part in [name.as_bytes(), content] {
            self.0.update((part.len() as u64).to_le_bytes());
            self.0.update(part);
        }
    }

    /// Adds a file, or every file below a folder, by path and content. What does not exist adds nothing.
    pub fn add_path(&mut self, root: &Path, relative: &str) -> Result<()> {
        for file in files_below(&root.join(relative))? {
            let content = fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
            let name = file.strip_prefix(root).unwrap_or(&file);
            self.add(&name.to_string_lossy(), &content);
        }
        Ok(())
    }

    /// The fingerprint as text.
    pub fn text(self) -> String {
        self.0.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

/// Every file at or below `path`, in an order that does not depend on the file system.
pub fn files_below(path: &Path) -> Result<Vec<PathBuf>> {
    if path.is_file() {
        return Ok(vec![path.to_path_buf()]);
    }
    if !path.is_dir() {
        return Ok(Vec::new());
    }
    let mut entries = Vec::new();
    for entry in fs::read_dir(path).with_context(|| format!("cannot read {}", path.display()))? {
        entries.push(entry.context("cannot read a folder entry")?.path());
    }
    entries.sort();
    let mut files = Vec::new();
    for entry in entries {
        files.extend(files_below(&entry)?);
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(parts: &[(&str, &str)]) -> String {
        let mut fingerprint = Fingerprint::new();
        for (name, content) in parts {
            fingerprint.add(name, content.as_bytes());
        }
        fingerprint.text()
    }

    #[test]
    fn equal_parts_give_equal_fingerprints_and_others_do_not() {
        assert_eq!(of(&[("a", "1"), ("b", "2")]), of(&[("a", "1"), ("b", "2")]));
        assert_ne!(of(&[("a", "1")]), of(&[("a", "2")]));
        assert_ne!(of(&[("a", "1")]), of(&[("b", "1")]));
        assert_ne!(of(&[("ab", "c")]), of(&[("a", "bc")]));
        assert_ne!(of(&[("a", "1"), ("b", "2")]), of(&[("b", "2"), ("a", "1")]));
    }

    #[test]
    fn a_folder_counts_with_the_names_and_contents_of_its_files() {
        let root = std::env::temp_dir().join(format!("xtask-fingerprint-{}", std::process::id()));
        fs::create_dir_all(root.join("src/deep")).expect("the folder is ours");
        let of_src = || {
            let mut fingerprint = Fingerprint::new();
            fingerprint.add_path(&root, "src").expect("the folder is ours");
            fingerprint.text()
        };
        let empty = of_src();
        fs::write(root.join("src/deep/a.rs"), "one").expect("the folder is ours");
        let one = of_src();
        fs::rename(root.join("src/deep/a.rs"), root.join("src/deep/b.rs")).expect("the folder is ours");
        let renamed = of_src();
        assert_ne!(empty, one);
        assert_ne!(one, renamed);
        fs::remove_dir_all(&root).expect("the folder is ours");
    }
}
