//! The size of the first load and of each part fetched later, held against budgets. Sizes are those of
//! brotli at quality 11, which is what a static host sends; 1 kB is 1000 bytes.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::fingerprint::files_below;
use crate::parts;
use crate::steps::{Outcome, Steps};
use crate::workspace;

/// What a first visit may load, in bytes after compression.
const FIRST_LOAD_BUDGET: usize = 200_000;
/// What one part may load when it is first opened; what the parts share is one of them.
const PART_BUDGET: usize = 270_000;
/// What the program that reads and writes spreadsheets may load when the first of them is chosen.
const SHEETS_BUDGET: usize = 600_000;

const QUALITY: u32 = 11;
/// The largest window brotli has without leaving its standard.
const WINDOW_BITS: u32 = 22;
const BUFFER: usize = 64 * 1024;

/// One file before and after compression.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Size {
    name: String,
    load: Load,
    raw: usize,
    compressed: usize,
}

/// When a file is loaded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Load {
    /// At every first visit.
    First,
    /// When its part of the page is first opened.
    Later,
    /// When a spreadsheet is first read or written.
    Sheets,
}

/// Prints the sizes of `dist/` and fails when the first load is over its budget.
pub fn check(steps: &mut Steps) -> Result<()> {
    steps.take(
        "size of what is loaded",
        "look at what the last change brought in: a dependency, a table, generics copied many times over; or move what is not needed at the start into a part (src/ui/parts.rs)",
        || {
            let sizes = measure(&workspace::dist())?;
            for size in &sizes {
                println!("    {}", line(size));
            }
            verdict(&sizes).map(Outcome::Done)
        },
    )
}

fn measure(folder: &Path) -> Result<Vec<Size>> {
    let mut sizes = Vec::new();
    for file in files_below(folder)? {
        let Some(load) = load(folder, &file) else { continue };
        let content = fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
        sizes.push(Size {
            name: file.file_name().unwrap_or_default().to_string_lossy().into_owned(),
            load,
            raw: content.len(),
            compressed: compressed(&content)?,
        });
    }
    Ok(sizes)
}

fn load(site: &Path, file: &Path) -> Option<Load> {
    let is_sheets = file.file_name().is_some_and(|name| name.to_string_lossy().starts_with("sheets-"));
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("js") if is_sheets => Some(Load::Sheets),
        Some("js") if file.starts_with(site.join(parts::FOLDER)) => Some(Load::Later),
        Some("html" | "css" | "js" | "wasm") => Some(Load::First),
        _ => None,
    }
}

fn compressed(content: &[u8]) -> Result<usize> {
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: QUALITY as i32,
        lgwin: WINDOW_BITS as i32,
        size_hint: content.len(),
        ..Default::default()
    };
    let mut output = Vec::with_capacity(BUFFER);
    brotli::BrotliCompress(&mut &content[..], &mut output, &parameters).context("brotli failed")?;
    Ok(output.len())
}

fn verdict(sizes: &[Size]) -> Result<String> {
    let first = sizes.iter().filter(|size| size.load == Load::First);
    let total: usize = first.map(|size| size.compressed).sum();
    if total == 0 {
        bail!("dist/ holds no page");
    }
    let text = format!("{} of {} after brotli", kilobytes(total), kilobytes(FIRST_LOAD_BUDGET));
    if total > FIRST_LOAD_BUDGET {
        bail!("the first load is over its budget: {text}");
    }
    for (load, budget) in [(Load::Later, PART_BUDGET), (Load::Sheets, SHEETS_BUDGET)] {
        if let Some(heavy) = sizes.iter().find(|size| size.load == load && size.compressed > budget) {
            bail!("{} is over its budget of {}", heavy.name, kilobytes(budget));
        }
    }
    Ok(text)
}

fn line(size: &Size) -> String {
    format!("{:<34} {:>10} {:>10} brotli", size.name, kilobytes(size.raw), kilobytes(size.compressed))
}

fn kilobytes(bytes: usize) -> String {
    format!("{}.{} kB", bytes / 1000, bytes % 1000 / 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(first: usize, later: usize) -> Vec<Size> {
        let size =
            |name: &str, load, compressed| Size { name: name.to_owned(), load, raw: 400_000, compressed };
        vec![size("page.wasm", Load::First, first), size("part.js", Load::Later, later)]
    }

    #[test]
    fn the_budget_holds_to_the_byte() {
        assert!(verdict(&of(FIRST_LOAD_BUDGET, PART_BUDGET)).is_ok());
        assert!(verdict(&of(FIRST_LOAD_BUDGET + 1, PART_BUDGET)).is_err());
        assert!(verdict(&of(FIRST_LOAD_BUDGET, PART_BUDGET + 1)).is_err());
        assert!(verdict(&[]).is_err());
        let size = |compressed| Size { load: Load::Sheets, compressed, ..of(1, 1).remove(1) };
        assert!(verdict(&[of(1, 1).remove(0), size(SHEETS_BUDGET)]).is_ok());
        assert!(verdict(&[of(1, 1).remove(0), size(SHEETS_BUDGET + 1)]).is_err());
    }

    #[test]
    fn a_kilobyte_is_a_thousand_bytes() {
        assert_eq!(kilobytes(129_950), "129.9 kB");
        assert_eq!(kilobytes(999), "0.9 kB");
    }

    #[test]
    fn repetition_compresses() {
        let size = compressed(&[b'a'; 10_000]).expect("memory suffices");
        assert!(size < 50, "{size}");
    }
}
