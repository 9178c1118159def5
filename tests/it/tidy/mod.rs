//! The order of the house. Each rule is a function from one source to its breaches; each test holds the
//! rule against the whole house and, so that the rule is known to bite, against sources that break it.

mod arrows;
mod markup;
mod rust;
mod source;
mod styles;

use source::Source;

/// Where a rule is broken, as line and sentence.
type Breach = (usize, String);

/// Makes sure that the house keeps a rule, and that the rule finds each of the sources that break it.
fn holds(rule: impl Fn(&Source) -> Vec<Breach>, broken: &[(&str, &str)]) {
    for (path, text) in broken {
        let source = Source::new(path, text);
        assert!(!rule(&source).is_empty(), "the rule does not bite on {path}: {text}");
    }
    keeps(source::house().iter().flat_map(|source| {
        rule(source).into_iter().map(|(line, what)| format!("{}:{line}: {what}", source.path))
    }));
}

/// Makes sure that there are no breaches.
fn keeps(breaches: impl Iterator<Item = String>) {
    let breaches: Vec<String> = breaches.collect();
    assert!(breaches.is_empty(), "\n{}\n", breaches.join("\n"));
}
