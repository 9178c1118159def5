//! The parts of the page that are fetched when they are first wanted. They are cut out of the compiled
//! WebAssembly before wasm-bindgen sees it, and packed as scripts beside the page, since the page's
//! policy lets nothing else in. What a part is, is decided in `src/ui/parts.rs`; `boot.js` fetches them.
//!
//! Trunk runs whatever `wasm-bindgen` is first on `PATH`, and has no hook between it and the compiler; nor
//! has cargo before it runs a test. So this tool stands there under the names of wasm-bindgen's tools, cuts,
//! and calls the real one with what is left.

use std::collections::{BTreeMap, BTreeSet};
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
    let weights = weights(&parts)?;
    let shared: Vec<(String, Part)> = shared(&parts, &weights)
        .into_iter()
        .map(|group| Ok((write_part(site, &group)?, group)))
        .collect::<Result<_>>()?;
    let packed = |part: &Part| {
        let (own, rest) = part.pieces.split_last().context("a part without a piece")?;
        let needs =
            |group: &Part| group.name == FOR_ALL || rest.iter().any(|piece| group.pieces.contains(piece));
        let needed = shared.iter().filter(|(_, group)| needs(group)).map(|(address, _)| address.clone());
        let own = write_part(site, &Part { name: part.name.clone(), pieces: vec![own.clone()] })?;
        Ok((part.name.clone(), needed.chain([own]).collect()))
    };
    parts.iter().map(packed).collect()
}

/// The script of what the desk shares with other parts, which is fetched with whatever comes first.
const FOR_ALL: &str = "shared";
/// The script of what other parts share.
const FOR_MOST: &str = "shared-more";
/// From how many bytes on a piece that only a few parts share is a script of their own, so that no other part fetches
/// it.
const HEAVY: u64 = 40_000;
/// How many parts are a few.
const FEW: usize = 3;

/// What each shared piece weighs in bytes.
fn weights(parts: &[Part]) -> Result<BTreeMap<&str, u64>> {
    let weigh = |piece: &'_ str| fs::metadata(module(piece)).map(|file| file.len());
    let pieces = parts.iter().flat_map(|part| &part.pieces);
    pieces.map(|piece| Ok((piece.as_str(), weigh(piece).context("cannot weigh a piece")?))).collect()
}

/// What parts share, in scripts: what the desk needs, what a few parts alone share and is heavy, and the rest.
fn shared(parts: &[Part], weights: &BTreeMap<&str, u64>) -> Vec<Part> {
    let mut groups = BTreeMap::from([(FOR_ALL.to_owned(), Vec::new()), (FOR_MOST.to_owned(), Vec::new())]);
    for piece in weights.keys() {
        let users = users(parts, piece);
        let name = match users[..] {
            [] => continue,
            _ if users.contains(&DESK) => FOR_ALL.to_owned(),
            _ if users.len() <= FEW && weights[piece] >= HEAVY => users.join("-"),
            _ => FOR_MOST.to_owned(),
        };
        groups.entry(name).or_default().push((*piece).to_owned());
    }
    let mut groups: Vec<Part> = groups.into_iter().map(|(name, pieces)| Part { name, pieces }).collect();
    groups.retain(|group| !group.pieces.is_empty());
    groups.sort_by_key(|group| group.name != FOR_ALL);
    groups
}

/// The parts that share a piece.
fn users<'p>(parts: &'p [Part], piece: &str) -> Vec<&'p str> {
    let shares =
        |part: &&Part| part.pieces.split_last().is_some_and(|(_, rest)| rest.iter().any(|p| p == piece));
    parts.iter().filter(shares).map(|part| part.name.as_str()).collect()
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

/// Writes one part as a script; gives its address.
fn write_part(site: &Path, part: &Part) -> Result<String> {
    let read = |piece: &String| fs::read(module(piece)).context("cannot read a piece");
    let pieces: Vec<Vec<u8>> = part.pieces.iter().map(read).collect::<Result<_>>()?;
    write_script(site, &part.name, &pieces)
}

/// Writes a script that hands pieces over, one after the other in one text, with the length of each; gives its
/// address.
pub fn write_script(site: &Path, name: &str, pieces: &[Vec<u8>]) -> Result<String> {
    let lengths: Vec<String> = pieces.iter().map(|piece| piece.len().to_string()).collect();
    let text = compressed(&pieces.concat())?;
    let script = format!("partnershipRiskPart(\"{name}\",[{}],\"{text}\");\n", lengths.join(","));
    let mut fingerprint = Fingerprint::new();
    fingerprint.add(name, script.as_bytes());
    let address = format!("{FOLDER}/{name}-{}.js", &fingerprint.text()[..16]);
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
    fn what_is_heavy_and_shared_by_a_few_is_apart_from_what_the_desk_and_others_share() {
        let part = |name: &str, pieces: &[&str]| Part {
            name: name.to_owned(),
            pieces: pieces.iter().map(|&piece| piece.to_owned()).collect(),
        };
        let parts = [
            part("benchmark", &["all", "data", "little", "many", "most", "split_benchmark"]),
            part(DESK, &["all", "split_desk"]),
            part("risks", &["most", "split_risks"]),
            part("settings", &["many", "most", "split_settings"]),
            part("surveys", &["data", "little", "many", "split_surveys"]),
            part("work", &["many", "split_work"]),
        ];
        let weight = |piece: &'static str| (piece, if piece == "little" { HEAVY - 1 } else { HEAVY });
        let weights = BTreeMap::from(["all", "data", "little", "many", "most", "split_risks"].map(weight));
        assert_eq!(
            shared(&parts, &weights),
            [
                part(FOR_ALL, &["all"]),
                part("benchmark-risks-settings", &["most"]),
                part("benchmark-surveys", &["data"]),
                part(FOR_MOST, &["little", "many"])
            ]
        );
    }

    #[test]
    fn the_list_of_parts_is_read_as_it_was_written() {
        assert_eq!(read_list(&listed(&parts())).expect("it was just written"), parts());
        assert!(read_list("benchmark\n").is_err());
    }
}
