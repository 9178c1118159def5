//! The checks that need no browser and no WebAssembly: format, lints, documentation and the tests that
//! run on the host. They come first in `cargo xtask test` because they fail fastest.

use anyhow::Result;

use crate::process::{self, host_cargo, stream};
use crate::steps::{Outcome, Steps};

/// All of them, the quickest first.
pub fn run(steps: &mut Steps) -> Result<()> {
    steps.take("format", "run `cargo fmt --all`", || {
        stream(host_cargo().args(["fmt", "--all", "--check"]))?;
        Ok(Outcome::done())
    })?;
    steps.take("clippy", "mend what clippy names above", || {
        stream(host_cargo().args(["clippy", "--workspace", "--all-targets", "--", "--deny", "warnings"]))?;
        Ok(Outcome::done())
    })?;
    steps.take("documentation", "mend the comment rustdoc names above", || {
        stream(
            host_cargo()
                .args(["doc", "--workspace", "--no-deps", "--document-private-items"])
                .env("RUSTDOCFLAGS", "--deny warnings"),
        )?;
        Ok(Outcome::done())
    })?;
    steps.take(
        "tests on the host",
        "run the failing test alone: `cargo test -p <package> <name>`",
        host_tests,
    )?;
    steps.take("examples in the documentation", "run it alone: `cargo test --doc <name>`", || {
        stream(host_cargo().args(["test", "--workspace", "--doc"]))?;
        Ok(Outcome::done())
    })
}

fn host_tests() -> Result<Outcome> {
    if process::succeeds(host_cargo().args(["nextest", "--version"])) {
        stream(host_cargo().args(["nextest", "run", "--workspace", "--no-tests", "warn"]))?;
        return Ok(Outcome::done());
    }
    // Benches are no tests.
    stream(host_cargo().args(["test", "--workspace", "--lib", "--bins", "--tests", "--examples"]))?;
    Ok(Outcome::Done("by `cargo test`; cargo-nextest would be quicker".to_owned()))
}
