//! The parts of the page that are fetched when they are first wanted. They are cut out of the compiled
//! WebAssembly before wasm-bindgen sees it, and packed as scripts beside the page, since the page's
//! policy lets nothing else in. What a part is, is decided in `src/ui/parts.rs`; `boot.js` fetches them.
//!
//! Trunk runs whatever `wasm-bindgen` is first on `PATH`, and has no hook between it and the compiler; nor
//! has cargo before it runs a test. So this tool stands there under the names of wasm-bindgen's tools, cuts,
//! and calls the real one with what is left.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs;
use std::io::Write;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Child;
use std::thread;

use anyhow::{Context, Result, anyhow, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;
use wasm_split_cli_support::{Options, transform};

use crate::cache;
use crate::fingerprint::Fingerprint;
use crate::process;
use crate::workspace;

/// The variable that says in which folder the real tools are.
const REAL: &str = "PARTNERSHIP_RISK_WASM_BINDGEN";
/// The settings of the driver that runs tests in the browser.
const SETTINGS: &str = "webdriver.json";
/// The module from which the compiled page imports what cuts it, before it is cut.
const UNCUT: &[u8] = b"__wasm_split_placeholder__";
/// The folder of the parts, in the cut and in the site.
pub const FOLDER: &str = "parts";
/// The part that is fetched at the start where something is kept.
const DESK: &str = "desk";
/// The list of what each part is made of, in the order in which its pieces are started.
const LIST: &str = "parts.txt";
/// What Rust's compiler takes for granted in a browser; a piece itself does not say what it uses.
const FEATURES: &[&str] = &[
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-call-indirect-overlong",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// One part as it was cut.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Part {
    /// Its name in `src/ui/parts.rs`.
    name: String,
    /// The names of its pieces, those shared with other parts first.
    pieces: Vec<String>,
}

/// A tool of wasm-bindgen's in whose place this one is run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StandIn {
    /// Makes the page's script.
    Bindgen,
    /// Runs tests in a browser.
    TestRunner,
}

impl StandIn {
    const ALL: [Self; 2] = [Self::Bindgen, Self::TestRunner];

    /// The tool for which this one was started, if it was.
    pub fn named(program: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tool| Path::new(program).ends_with(tool.name()))
    }

    fn name(self) -> &'static str {
        match self {
            Self::Bindgen => "wasm-bindgen",
            Self::TestRunner => "wasm-bindgen-test-runner",
        }
    }

    /// Cuts the module among the arguments, if there is one to cut, and lets the real tool have the rest.
    pub fn run(self, arguments: &[String]) -> Result<()> {
        let real = std::env::var_os(REAL).with_context(|| format!("{REAL} does not say where it is"))?;
        let mut command = process::command(Path::new(&real).join(self.name()));
        for argument in arguments {
            let Some(module) = uncut(argument)? else {
                command.arg(argument);
                continue;
            };
            match self {
                Self::Bindgen => {
                    // The parts reach what they share with the page through its table and its stack.
                    command.arg("--keep-lld-exports").arg(cut(Path::new(argument), &module, &cut_folder())?)
                }
                Self::TestRunner => {
                    // It finds what the module imports, and its own settings, where it is run.
                    let folder = workspace::wasm_target().join("tests");
                    command.arg(cut(Path::new(argument), &module, &folder)?);
                    prepare_tests(&folder)?;
                    // That it is for the browser is said in a section that the cut does not keep.
                    command.current_dir(&folder).env("WASM_BINDGEN_USE_BROWSER", "1")
                }
            };
        }
        process::stream(&mut command)
    }
}

/// The folder that holds this tool under the names of those it stands in for, and the variable it needs.
pub fn stand_ins(real: &Path) -> Result<(PathBuf, (&'static str, OsString))> {
    let folder = workspace::target().join("stand-in");
    fs::create_dir_all(&folder).context("cannot create the folder of the stand-ins")?;
    let own = std::env::current_exe().context("this tool does not know where it is")?;
    for tool in StandIn::ALL {
        let link = folder.join(tool.name());
        if fs::read_link(&link).ok().as_ref() != Some(&own) {
            if link.symlink_metadata().is_ok() {
                fs::remove_file(&link).context("cannot remove an old stand-in")?;
            }
            symlink(&own, &link).context("cannot link a stand-in")?;
        }
    }
    Ok((folder, (REAL, real.into())))
}

/// Makes the folder of a cut one in which tests can run: no part ever arrives there.
fn prepare_tests(folder: &Path) -> Result<()> {
    let list = fs::read_to_string(folder.join(LIST)).context("cannot read the list of parts")?;
    let never = |part: &Part| format!("export function __wasm_split_load_{}() {{}}\n", part.name);
    let script: String = read_list(&list)?.iter().map(never).collect();
    fs::write(folder.join("__wasm_split.js"), script).context("cannot write the script without parts")?;
    fs::copy(workspace::root().join(SETTINGS), folder.join(SETTINGS)).context("cannot copy the settings")?;
    Ok(())
}

/// The module that an argument names, if it is one that must be cut.
fn uncut(argument: &str) -> Result<Option<Vec<u8>>> {
    if !argument.ends_with(".wasm") {
        return Ok(None);
    }
    let module = fs::read(argument).with_context(|| format!("cannot read {argument}"))?;
    let has_parts = module.windows(UNCUT.len()).any(|bytes| bytes == UNCUT);
    Ok(has_parts.then_some(module))
}

/// Cuts a module; gives what is left of it. The parts lie in the folder until they are packed.
fn cut(path: &Path, module: &[u8], folder: &Path) -> Result<PathBuf> {
    cache::remove(folder)?;
    fs::create_dir_all(folder).context("cannot create the folder of the cut")?;
    let rest = folder.join(path.file_name().context("a module without a name")?);
    let mut options = Options::new(module);
    options.output_dir = folder;
    options.main_out_path = &rest;
    let done = transform(options).map_err(|error| anyhow!("the module cannot be cut: {error:#}"))?;
    let mut parts: Vec<Part> =
        done.prefetch_map.into_iter().map(|(name, pieces)| Part { name, pieces }).collect();
    parts.sort_by(|a, b| a.name.cmp(&b.name));
    fs::write(folder.join(LIST), listed(&parts)).context("cannot write the list of parts")?;
    Ok(rest)
}

fn cut_folder() -> PathBuf {
    workspace::wasm_target().join(FOLDER)
}

fn listed(parts: &[Part]) -> String {
    parts.iter().map(|part| format!("{} {}\n", part.name, part.pieces.join(" "))).collect()
}

fn read_list(text: &str) -> Result<Vec<Part>> {
    let part = |line: &str| {
        let mut words = line.split(' ').map(str::to_owned);
        match (words.next(), words.collect::<Vec<_>>()) {
            (Some(name), pieces) if !pieces.is_empty() => Ok(Part { name, pieces }),
            _ => bail!("the list of parts has the line `{line}`"),
        }
    };
    text.lines().map(part).collect()
}

/// Packs the parts of the last cut into the site as scripts. Gives the name of each part and the addresses of
/// its scripts: what it shares with others first, its own last.
pub fn pack(site: &Path, is_release: bool) -> Result<Vec<(String, Vec<String>)>> {
    let list = fs::read_to_string(cut_folder().join(LIST)).context("cannot read the list of parts")?;
    let parts = read_list(&list)?;
    if is_release {
        let pieces: BTreeSet<&str> = parts.iter().flat_map(|part| &part.pieces).map(String::as_str).collect();
        optimise(&pieces.into_iter().collect::<Vec<_>>())?;
    }
    fs::create_dir_all(site.join(FOLDER)).context("cannot create the folder of the parts")?;
    let [desk, more] = shared(&parts);
    let written = |name: &str, pieces: &BTreeSet<&str>| {
        let pieces = pieces.iter().map(|&piece| piece.to_owned()).collect();
        write_part(site, &Part { name: name.to_owned(), pieces })
    };
    let (for_all, for_most) = (written("shared", &desk)?, written("shared-more", &more)?);
    let packed = |part: &Part| {
        let (own, rest) = part.pieces.split_last().context("a part without a piece")?;
        let needs_more = rest.iter().any(|piece| more.contains(piece.as_str()));
        let own = write_part(site, &Part { name: part.name.clone(), pieces: vec![own.clone()] })?;
        let addresses = [Some(for_all.clone()), needs_more.then(|| for_most.clone()), Some(own)];
        Ok((part.name.clone(), addresses.into_iter().flatten().collect()))
    };
    parts.iter().map(packed).collect()
}

/// What parts share: what the desk needs, which is fetched with whatever comes first, and the rest.
fn shared(parts: &[Part]) -> [BTreeSet<&str>; 2] {
    let pieces = |part: &Part| part.pieces.len().saturating_sub(1);
    let shared_by = |is_it: &dyn Fn(&Part) -> bool| -> BTreeSet<&str> {
        let those = parts.iter().filter(|part| is_it(part));
        those.flat_map(|part| &part.pieces[..pieces(part)]).map(String::as_str).collect()
    };
    let desk = shared_by(&|part| part.name == DESK);
    let more = shared_by(&|_| true).difference(&desk).copied().collect();
    [desk, more]
}

/// Makes every piece smaller. The optimiser takes seconds for each, so it runs as often at once as there
/// are cores.
fn optimise(pieces: &[&str]) -> Result<()> {
    let at_once = thread::available_parallelism().map_or(1, usize::from);
    for pieces in pieces.chunks(at_once) {
        let started: Result<Vec<Child>> =
            pieces.iter().map(|piece| start_optimising(&module(piece))).collect();
        started?.into_iter().try_for_each(finish_optimising)?;
    }
    Ok(())
}

fn module(piece: &str) -> PathBuf {
    cut_folder().join(piece).with_extension("wasm")
}

fn start_optimising(module: &Path) -> Result<Child> {
    let mut command = process::command("wasm-opt");
    command.arg("-Oz").args(FEATURES).arg(module).arg("-o").arg(module);
    command.spawn().context("cannot start wasm-opt")
}

fn finish_optimising(mut child: Child) -> Result<()> {
    let status = child.wait().context("cannot wait for wasm-opt")?;
    if !status.success() {
        bail!("wasm-opt ended with {status}");
    }
    Ok(())
}

/// Writes one part as a script that hands its pieces over, one after the other in one text, with the length
/// of each; gives its address.
fn write_part(site: &Path, part: &Part) -> Result<String> {
    let read = |piece: &String| fs::read(module(piece)).context("cannot read a piece");
    let pieces: Vec<Vec<u8>> = part.pieces.iter().map(read).collect::<Result<_>>()?;
    let lengths: Vec<String> = pieces.iter().map(|piece| piece.len().to_string()).collect();
    let text = compressed(&pieces.concat())?;
    let script = format!("partnershipRiskPart(\"{}\",[{}],\"{text}\");\n", part.name, lengths.join(","));
    let mut fingerprint = Fingerprint::new();
    fingerprint.add(&part.name, script.as_bytes());
    let address = format!("{FOLDER}/{}-{}.js", part.name, &fingerprint.text()[..16]);
    fs::write(site.join(&address), script).context("cannot write a part")?;
    Ok(address)
}

/// Pieces as text: compressed, since a host cannot compress what is text already.
fn compressed(pieces: &[u8]) -> Result<String> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(pieces).context("cannot compress a part")?;
    Ok(STANDARD.encode(encoder.finish().context("cannot compress a part")?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts() -> Vec<Part> {
        let part = |name: &str, pieces: &[&str]| Part {
            name: name.to_owned(),
            pieces: pieces.iter().map(|&piece| piece.to_owned()).collect(),
        };
        vec![part("benchmark", &["chunk_3", "split_benchmark"]), part("import", &["split_import"])]
    }

    #[test]
    fn what_the_desk_shares_is_apart_from_what_others_share() {
        let mut parts = parts();
        let desk = ["chunk_1", "split_desk"].map(str::to_owned).to_vec();
        parts.push(Part { name: DESK.to_owned(), pieces: desk });
        parts[0].pieces.insert(0, "chunk_1".to_owned());
        assert_eq!(shared(&parts), [BTreeSet::from(["chunk_1"]), BTreeSet::from(["chunk_3"])]);
    }

    #[test]
    fn the_list_of_parts_is_read_as_it_was_written() {
        assert_eq!(read_list(&listed(&parts())).expect("it was just written"), parts());
        assert!(read_list("benchmark\n").is_err());
    }
}
