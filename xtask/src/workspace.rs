//! Where things lie in the checkout. Every other module asks here, so that a folder is named once.

use std::path::{Path, PathBuf};

/// The root of the checkout.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask lies in the workspace").to_path_buf()
}

/// The finished site.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// What is built, for the host and by the tests.
pub fn target() -> PathBuf {
    root().join("target")
}

/// What is built for the browser: apart from the host's, so that two compilers do not evict each other's work.
pub fn wasm_target() -> PathBuf {
    target().join("wasm")
}

/// The logs of long steps.
pub fn logs() -> PathBuf {
    target().join("logs")
}

/// The end-to-end tests, a node package of their own.
pub fn e2e() -> PathBuf {
    root().join("tests/e2e")
}
