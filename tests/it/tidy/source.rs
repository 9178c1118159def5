//! The sources of the house: what is code in them, what is a test, and where they belong.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// One file of the house.
pub struct Source {
    /// Its path from the top of the house, with `/`.
    pub path: String,
    /// All that stands in it.
    pub text: String,
}

impl Source {
    /// A source that may not exist.
    pub fn new(path: &str, text: &str) -> Self {
        Self { path: path.to_owned(), text: text.to_owned() }
    }

    /// Whether it ends so.
    pub fn is(&self, ending: &str) -> bool {
        self.path.ends_with(ending)
    }

    /// Whether it lies in this folder.
    pub fn is_in(&self, folder: &str) -> bool {
        self.path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
    }

    /// Whether it is part of the product's Rust, not of its tests.
    pub fn is_product(&self) -> bool {
        const NO_PRODUCT: [&str; 5] = ["tests", "benches", "core/fuzz", "sheets/fuzz", "sheets/tests"];
        self.is(".rs") && !NO_PRODUCT.iter().any(|folder| self.is_in(folder)) && !self.is_a_test_module()
    }

    /// Whether the module is there for tests only, as its parent says.
    fn is_a_test_module(&self) -> bool {
        const TEST_MODULES: [&str; 3] = ["/tests.rs", "/bad_input.rs", "/fixtures/mod.rs"];
        TEST_MODULES.iter().any(|name| self.is(name))
    }

    /// The lines of code with their numbers: without comments, and without the tests, which come
    /// last in a file.
    pub fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let product = self.text.split("\n#[cfg(test)]\n").next().unwrap_or_default();
        (1..).zip(product.lines()).filter(|(_, line)| !line.trim_start().starts_with("//"))
    }

    /// All lines with their numbers.
    pub fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        (1..).zip(self.text.lines())
    }

    /// The path of its module from the top of its crate: `["ui", "pages", "risks"]`.
    pub fn module(&self) -> Vec<&str> {
        let inside = self.path.split_once("src/").map_or("", |(_, inside)| inside);
        let module = inside.trim_end_matches(".rs").trim_end_matches("/mod");
        module.split('/').filter(|part| *part != "lib").collect()
    }
}

/// Every file of the house that people write.
pub fn house() -> &'static [Source] {
    static HOUSE: OnceLock<Vec<Source>> = OnceLock::new();
    HOUSE.get_or_init(|| {
        let top = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut paths = Vec::new();
        collect(top, &mut paths);
        paths.sort();
        let source = |path: &PathBuf| {
            let inside = path.strip_prefix(top).expect("collected below the top");
            let text = fs::read_to_string(path).ok()?;
            Some(Source { path: inside.to_string_lossy().replace('\\', "/"), text })
        };
        paths.iter().filter_map(source).collect()
    })
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    const NOT_OURS: [&str; 6] = ["target", "dist", "node_modules", "artifacts", "corpus", "coverage"];
    const OURS: [&str; 8] = ["rs", "css", "html", "js", "mjs", "md", "toml", "sh"];
    for entry in fs::read_dir(folder).expect("a folder of the house").flatten() {
        let (path, name) = (entry.path(), entry.file_name());
        let name = name.to_string_lossy();
        if path.is_dir() {
            if !name.starts_with('.') && !NOT_OURS.contains(&&*name) {
                collect(&path, paths);
            }
        } else if path.extension().is_some_and(|e| OURS.contains(&&*e.to_string_lossy())) {
            paths.push(path);
        }
    }
}

#[test]
fn the_house_is_seen_whole() {
    for path in ["src/lib.rs", "core/src/lib.rs", "styles/tokens.css", "tests/it/main.rs", "index.html"] {
        assert!(house().iter().any(|source| source.path == path), "{path} was not found");
    }
}

#[test]
fn tests_and_comments_are_not_code() {
    let source = Source::new("src/ui/x.rs", "//! Doc\nfn a() {}\n#[cfg(test)]\nmod tests {\n fn b() {}\n}\n");
    assert_eq!(source.code().collect::<Vec<_>>(), [(2, "fn a() {}")]);
    assert_eq!(Source::new("src/ui/pages/risks/mod.rs", "").module(), ["ui", "pages", "risks"]);
    assert_eq!(Source::new("core/src/lib.rs", "").module(), [""; 0]);
}
