//! The form that gives something a name: a snapshot, a saved view.

use super::Problem;
use super::checks::Checks;
use super::kept::draft;

draft! {
    /// What is typed as a name.
    NameDraft {
        /// The name.
        name: String,
    }
}

impl NameDraft {
    /// The name, or what is wrong with it. `asking` says what is asked for where there is none.
    pub fn check(&self, asking: &str) -> Result<String, Vec<Problem>> {
        let mut checks = Checks::default();
        let name = checks.required(&self.name, "name", asking);
        checks.finish(|| name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_has_no_blanks_around_it_and_is_not_blank() {
        let checked = |name: &str| NameDraft { name: name.into() }.check("Enter a name");
        assert_eq!(checked(" March board "), Ok("March board".to_owned()));
        let problem = Problem { field: "name".into(), message: "Enter a name".into() };
        assert_eq!(checked(" "), Err(vec![problem]));
    }
}
