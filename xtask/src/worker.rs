//! The program of what is done beside the page. Trunk builds it as files of their own, which the page's policy would not
//! let in; here both become one script like that of a part, and `boot.js` makes workers of it.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::parts;

/// What Trunk builds from `src/bin/worker.rs`: the program, and the script by which it is reached.
const FILES: [&str; 2] = ["worker_bg.wasm", "worker.js"];

/// Packs the worker into the site; gives the address of its script.
pub fn pack(site: &Path) -> Result<String> {
    let take = |name: &&str| {
        let file = site.join(name);
        let content = fs::read(&file).with_context(|| format!("Trunk built no {name}"))?;
        fs::remove_file(&file).with_context(|| format!("cannot remove {name}"))?;
        Ok(content)
    };
    let pieces: Vec<Vec<u8>> = FILES.iter().map(take).collect::<Result<_>>()?;
    parts::write_script(site, "worker", &pieces)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_files_become_one_script_and_a_missing_one_is_named() {
        let site = std::env::temp_dir().join(format!("partnership-risk-worker-{}", std::process::id()));
        fs::create_dir_all(site.join(parts::FOLDER)).expect("a folder of our own");
        fs::write(site.join("worker_bg.wasm"), [0, 1, 2]).expect("a file of our own");
        let error = pack(&site).expect_err("there is no script yet");
        assert!(error.to_string().contains("worker.js"), "{error}");
        for name in FILES {
            fs::write(site.join(name), [0, 1, 2]).expect("a file of our own");
        }
        let script =
            fs::read_to_string(site.join(pack(&site).expect("both are there"))).expect("it is there");
        assert!(script.starts_with("partnershipRiskPart(\"worker\",[3,3],\""), "{script}");
        assert!(FILES.iter().all(|name| !site.join(name).exists()));
        fs::remove_dir_all(site).expect("a folder of our own");
    }
}
