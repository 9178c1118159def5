//! The programs of what is done beside the page. Trunk builds each as files of its own, which the page's policy would not
//! let in; here both files of a program become one script like that of a part, and `boot.js` makes workers of it.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::bare::bare;
use crate::parts;

/// The programs, by the names of their binaries: what takes long, and what reads and writes spreadsheets.
pub const ALL: [&str; 2] = ["sheets", "worker"];

/// What Trunk builds of a program: itself, and the script by which it is reached.
fn files(program: &str) -> [String; 2] {
    [format!("{program}_bg.wasm"), format!("{program}.js")]
}

/// Packs all programs into the site; gives the name of each and the address of its script.
pub fn pack(site: &Path) -> Result<Vec<(String, String)>> {
    ALL.iter().map(|program| Ok(((*program).to_owned(), pack_one(site, program)?))).collect()
}

fn pack_one(site: &Path, program: &str) -> Result<String> {
    let take = |name: &String| -> Result<Vec<u8>> {
        let file = site.join(name);
        let content = fs::read(&file).with_context(|| format!("Trunk built no {name}"))?;
        fs::remove_file(&file).with_context(|| format!("cannot remove {name}"))?;
        Ok(content)
    };
    let [module, script] = files(program);
    let module = bare(&take(&module)?).with_context(|| format!("cannot take {module} apart"))?;
    parts::write_script(site, program, &[module, take(&script)?])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_files_of_each_program_become_one_script_and_a_missing_one_is_named() {
        let site = std::env::temp_dir().join(format!("partnership-risk-programs-{}", std::process::id()));
        fs::create_dir_all(site.join(parts::FOLDER)).expect("a folder of our own");
        let put = |name: &str| fs::write(site.join(name), b"\0asm\x01\0\0\0").expect("a file of our own");
        put("sheets_bg.wasm");
        let error = pack(&site).expect_err("there is no script yet");
        assert!(error.to_string().contains("sheets.js"), "{error}");
        ALL.iter().flat_map(|program| files(program)).for_each(|name| put(&name));
        for (program, address) in pack(&site).expect("all are there") {
            let script = fs::read_to_string(site.join(address)).expect("it is there");
            let opening = format!("partnershipRiskPart(\"{program}\",[8,8],\"");
            assert!(script.starts_with(&opening), "{script}");
            assert!(files(&program).iter().all(|name| !site.join(name).exists()));
        }
        fs::remove_dir_all(site).expect("a folder of our own");
    }
}
