//! Names in files for what a body names itself: made of the name on the page, and nothing else's.

use partnership_risk_core::letters::{is_in_word, small};

/// The slug of a name that is free, with a number behind it where others have it; `otherwise` is that of a name without
/// letters and digits.
pub(super) fn free_slug(name: &str, otherwise: &str, is_free: impl Fn(&str) -> bool) -> String {
    let slug = slug(name, otherwise);
    let numbered = (2_usize..).map(|n| format!("{slug}-{n}"));
    let mut slugs = std::iter::once(slug.clone()).chain(numbered);
    slugs.find(|slug| is_free(slug)).unwrap_or_default()
}

/// Letters and digits in small letters, with one hyphen between words.
fn slug(name: &str, otherwise: &str) -> String {
    let small = small(name);
    let words = small.split(|c| !is_in_word(c)).filter(|word| !word.is_empty());
    let slug = words.collect::<Vec<_>>().join("-");
    if slug.is_empty() { otherwise.to_owned() } else { slug }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_that_others_have_gets_the_first_number_that_nobody_has() {
        let free =
            |name: &str| free_slug(name, "driver", |slug| !["cyber", "cyber-2", "driver"].contains(&slug));
        assert_eq!(
            [free("Cyber!"), free("Cyber & fraud"), free("?")],
            ["cyber-3", "cyber-fraud", "driver-2"]
        );
    }
}
