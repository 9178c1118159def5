//! Tables of the register, handed to the person as files.

use partnership_risk_core::choice::Choice;
use partnership_risk_core::exchange::differences::differences_sheet;
use partnership_risk_core::exchange::outgoing::{Outgoing, markdown};
use partnership_risk_core::register::{Difference, Register};

use super::offer::file_stem;
use crate::app::world::World;

/// As what a table is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableForm {
    /// Comma-separated text, which every spreadsheet opens and this product reads again.
    Csv,
    /// Markdown, for papers that are kept as text.
    Markdown,
}

impl TableForm {
    /// What people call it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Csv => "CSV",
            Self::Markdown => "Markdown",
        }
    }
}

/// Offers one table of a register as a file.
pub fn offer_table(world: &World, register: &Register, which: Outgoing, form: TableForm) {
    let stem = format!("{}-{}", file_stem(&register.organisation().name), which.key());
    match form {
        TableForm::Csv => world.files.offer(&format!("{stem}.csv"), "text/csv", &which.csv(register)),
        TableForm::Markdown => {
            let text = which.sheet(register).to_markdown();
            world.files.offer(&format!("{stem}.md"), "text/markdown", &text);
        }
    }
}

/// Offers what differs between two registers as a file.
pub fn offer_differences(world: &World, title: &str, differences: &[Difference], form: TableForm) {
    let sheet = differences_sheet(title, differences);
    match form {
        TableForm::Csv => world.files.offer("differences.csv", "text/csv", &sheet.to_csv()),
        TableForm::Markdown => {
            world.files.offer("differences.md", "text/markdown", &sheet.to_markdown());
        }
    }
}

/// Offers every table of a register as one file of text.
pub fn offer_tables(world: &World, register: &Register) {
    let name = format!("{}.md", file_stem(&register.organisation().name));
    world.files.offer(&name, "text/markdown", &markdown(register));
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::app::world::memory::{OfferedFiles, world};
    use partnership_risk_core::example::fife_council;

    #[test]
    fn a_table_is_offered_under_the_name_of_its_register_and_its_own() {
        let files = Rc::new(OfferedFiles::default());
        let world = World { files: files.clone(), ..world() };
        offer_table(&world, &fife_council(), Outgoing::Risks, TableForm::Csv);
        offer_table(&world, &fife_council(), Outgoing::League, TableForm::Markdown);
        offer_tables(&world, &fife_council());
        let offered = files.0.borrow();
        let names: Vec<&str> = offered.iter().map(|(name, _)| &**name).collect();
        assert_eq!(names, ["fife-council-risks.csv", "fife-council-league.md", "fife-council.md"]);
        assert!(offered[0].1.starts_with("\u{feff}Partnership,Reference,Risk,"));
        assert!(offered[1].1.starts_with("## League table\n\n| Rank |"));
    }
}
