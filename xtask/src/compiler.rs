//! The Rust compiler for WebAssembly. The usual way is rustup's target; where rustup or its server
//! is missing, Debian's `rustc-web` takes its place, with a standard library built once from Debian's
//! packaged source. Building the page with it is the business of `site`.

use std::ffi::OsString;
use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result, bail};

use crate::cache;
use crate::fingerprint::Fingerprint;
use crate::packages;
use crate::process;
use crate::steps::{Outcome, Steps};

/// The target of the page.
pub const TARGET: &str = "wasm32-unknown-unknown";

const DEBIAN_RUSTC: &str = "/usr/bin/rustc";
const DEBIAN_CARGO: &str = "/usr/bin/cargo";
const DEBIAN_LINKER: &str = "/usr/bin/lld-22";
const DEBIAN_STD: &str = "/usr/lib/rustlib/src/rust/library/sysroot/Cargo.toml";
const DEBIAN_PACKAGES: &[&str] = &["rustc-web", "cargo-web", "rust-web-src", "lld-22"];

/// The script that runs Debian's rustc, in our sysroot.
const WRAPPER: &str = "bin/rustc";

/// A server that does not answer must not hold up a machine that has another way.
const RUSTUP_LIMIT: Duration = Duration::from_secs(120);
const STD_LIMIT: Duration = Duration::from_secs(15 * 60);

/// A compiler that can build for [`TARGET`].
#[derive(Debug, Clone)]
pub struct Compiler {
    /// What `rustc -vV` says: two compilers with the same identity build the same page.
    pub identity: String,
    route: Route,
}

#[derive(Debug, Clone)]
enum Route {
    /// The cargo and rustc found on `PATH`.
    Path,
    /// Debian's cargo, and the script that runs Debian's rustc with our sysroot.
    Debian { rustc: PathBuf },
}

impl Compiler {
    /// The variables under which cargo uses this compiler.
    pub fn variables(&self) -> Vec<(&'static str, OsString)> {
        match &self.route {
            Route::Path => Vec::new(),
            Route::Debian { rustc } => vec![("RUSTC", rustc.into()), ("CARGO", DEBIAN_CARGO.into())],
        }
    }

    /// The folders that must come first on `PATH`.
    pub fn folders(&self) -> Vec<PathBuf> {
        match &self.route {
            Route::Path => Vec::new(),
            Route::Debian { .. } => vec![PathBuf::from("/usr/bin")],
        }
    }
}

/// Finds a compiler for the page, or sets one up.
pub fn prepare(steps: &mut Steps) -> Result<Compiler> {
    let mut found = None;
    steps.take(
        "Rust for WebAssembly",
        "with rustup: `rustup target add wasm32-unknown-unknown`; on Debian: see target/logs for what apt-get or the build of the standard library said",
        || {
            let (compiler, outcome) = find_or_set_up()?;
            found = Some(compiler);
            Ok(outcome)
        },
    )?;
    found.context("the step ended well without a compiler")
}

fn find_or_set_up() -> Result<(Compiler, Outcome)> {
    let wanted = std::env::var("PARTNERSHIP_RISK_COMPILER").unwrap_or_default();
    match wanted.as_str() {
        "" => {}
        "rustup" => return by_rustup(),
        "debian" => return by_debian(),
        other => bail!("PARTNERSHIP_RISK_COMPILER is `{other}`; it can be `rustup` or `debian`"),
    }
    if let Some(compiler) = on_path() {
        return ready(compiler);
    }
    if let Some(compiler) = debian_in_cache()? {
        return ready(compiler);
    }
    by_rustup().or_else(|problem| {
        println!("    rustup cannot bring it ({problem:#}); taking Debian's packages");
        by_debian()
    })
}

fn ready(compiler: Compiler) -> Result<(Compiler, Outcome)> {
    let version = first_line(&compiler.identity).to_owned();
    Ok((compiler, Outcome::Skipped(version)))
}

fn set_up(compiler: Compiler) -> Result<(Compiler, Outcome)> {
    let version = first_line(&compiler.identity).to_owned();
    Ok((compiler, Outcome::Done(version)))
}

fn by_rustup() -> Result<(Compiler, Outcome)> {
    if let Some(compiler) = on_path() {
        return ready(compiler);
    }
    if process::find(&["rustup"]).is_none() {
        bail!("there is no rustup on PATH");
    }
    let mut command = process::command("rustup");
    command.args(["target", "add", TARGET]).env("RUSTUP_MAX_RETRIES", "1");
    process::logged(&mut command, "rustup-target", RUSTUP_LIMIT)?;
    set_up(on_path().context("rustup added the target, yet rustc does not have it")?)
}

/// The compiler on `PATH`, if it has a standard library for the target.
fn on_path() -> Option<Compiler> {
    let mut command = process::command("rustc");
    let libraries = process::output(command.args(["--print", "target-libdir", "--target", TARGET]));
    if !has_std(Path::new(&libraries.ok()?)) {
        return None;
    }
    Some(Compiler { identity: identity(&mut process::command("rustc")).ok()?, route: Route::Path })
}

fn has_std(libraries: &Path) -> bool {
    let names = fs::read_dir(libraries).into_iter().flatten().flatten();
    names.map(|entry| entry.file_name()).any(|name| name.to_string_lossy().starts_with("libstd-"))
}

fn by_debian() -> Result<(Compiler, Outcome)> {
    if let Some(compiler) = debian_in_cache()? {
        return ready(compiler);
    }
    if !debian_is_installed() {
        packages::install(DEBIAN_PACKAGES)?;
    }
    let sysroot = debian_sysroot()?;
    build_std(&sysroot)?;
    set_up(debian_in_cache()?.context("the standard library was built, yet is not in the cache")?)
}

fn debian_is_installed() -> bool {
    [DEBIAN_RUSTC, DEBIAN_CARGO, DEBIAN_LINKER, DEBIAN_STD].iter().all(|file| Path::new(file).exists())
}

fn debian_in_cache() -> Result<Option<Compiler>> {
    if !debian_is_installed() {
        return Ok(None);
    }
    let rustc = debian_sysroot()?.join(WRAPPER);
    if !rustc.exists() {
        return Ok(None);
    }
    Ok(Some(Compiler {
        identity: identity(&mut process::command(DEBIAN_RUSTC))?,
        route: Route::Debian { rustc },
    }))
}

/// Where the sysroot for Debian's present rustc lies: an update of the package makes a new one.
fn debian_sysroot() -> Result<PathBuf> {
    let identity = identity(&mut process::command(DEBIAN_RUSTC))?;
    let version = process::output(process::command(DEBIAN_RUSTC).arg("--version"))?;
    let number = version.split_whitespace().nth(1).unwrap_or("unknown");
    let mut fingerprint = Fingerprint::new();
    fingerprint.add("rustc", identity.as_bytes());
    cache::folder("wasm-std", &format!("{number}-{}", &fingerprint.text()[..12]))
}

/// Builds the standard library as the Rust project's own bootstrap would, into a new sysroot.
fn build_std(sysroot: &Path) -> Result<()> {
    let workshop = cache::workshop(sysroot);
    process::logged(&mut std_build(&workshop), "wasm-std", STD_LIMIT)?;
    cache::install(sysroot, WRAPPER, |unfinished| {
        let libraries = unfinished.join("lib/rustlib").join(TARGET).join("lib");
        copy_libraries(&workshop.join(TARGET).join("release/deps"), &libraries)?;
        link_host(&unfinished.join("lib/rustlib"))?;
        write_wrapper(&unfinished.join(WRAPPER), sysroot)
    })?;
    cache::remove(&workshop)
}

fn std_build(workshop: &Path) -> Command {
    let mut command = process::command(DEBIAN_CARGO);
    command
        .args(["build", "--release", "--target", TARGET])
        .args(["--manifest-path", DEBIAN_STD])
        .args(["--features", "panic-unwind,compiler-builtins-mem"])
        .env("CARGO_TARGET_DIR", workshop)
        .env("RUSTC", DEBIAN_RUSTC)
        // The standard library uses unstable features; these are the settings of its own build.
        .env("RUSTC_BOOTSTRAP", "1")
        .env("RUSTFLAGS", "-Zforce-unstable-if-unmarked -Cembed-bitcode=yes")
        .env("__CARGO_DEFAULT_LIB_METADATA", "stablestd");
    command
}

fn copy_libraries(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to).with_context(|| format!("cannot create {}", to.display()))?;
    for entry in fs::read_dir(from).with_context(|| format!("cannot read {}", from.display()))? {
        let path = entry.context("cannot read a folder entry")?.path();
        if path.extension().is_some_and(|extension| extension == "rlib") {
            let name = path.file_name().context("a library without a name")?;
            fs::copy(&path, to.join(name)).with_context(|| format!("cannot copy {}", path.display()))?;
        }
    }
    Ok(())
}

/// Build scripts and macros run on the host, so the sysroot needs the host's libraries beside ours; and
/// rustc looks for the linker of WebAssembly among the host's programs, under this name.
fn link_host(rustlib: &Path) -> Result<()> {
    let mut rustc = process::command(DEBIAN_RUSTC);
    let host = rustlib.join(process::output(rustc.args(["--print", "host-tuple"]))?);
    let mut rustc = process::command(DEBIAN_RUSTC);
    let libraries = process::output(rustc.args(["--print", "target-libdir"]))?;
    fs::create_dir_all(host.join("bin")).context("cannot create the host's folder")?;
    symlink(libraries, host.join("lib")).context("cannot link the host's libraries")?;
    symlink(DEBIAN_LINKER, host.join("bin/rust-lld")).context("cannot link the linker")
}

fn write_wrapper(script: &Path, sysroot: &Path) -> Result<()> {
    let folder = script.parent().context("a script without a folder")?;
    fs::create_dir_all(folder).with_context(|| format!("cannot create {}", folder.display()))?;
    let text = format!("#!/bin/sh\nexec {DEBIAN_RUSTC} --sysroot '{}' \"$@\"\n", sysroot.display());
    fs::write(script, text).context("cannot write the compiler's wrapper")?;
    fs::set_permissions(script, fs::Permissions::from_mode(0o755))
        .context("cannot make the compiler's wrapper executable")
}

fn identity(rustc: &mut Command) -> Result<String> {
    process::output(rustc.arg("-vV"))
}

fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or_default()
}
