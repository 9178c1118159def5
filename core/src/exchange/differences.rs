//! What differs between two registers as a table on its way out, field by field. What differs is found next door in
//! [`crate::register`].

use super::sheet::{Heading, Holds, Sheet, Value};
use crate::register::{Difference, FieldChange, Happened};

const COLUMNS: [&str; 6] = ["What", "Kind", "Name", "Field", "Before", "After"];

/// The differences as a table: one row for each field that differs, and one for each thing that is in one register
/// only or differs in what no field tells.
#[must_use]
pub fn differences_sheet(title: &str, differences: &[Difference]) -> Sheet {
    Sheet {
        title: title.to_owned(),
        columns: COLUMNS.map(|name| Heading::new(name, Holds::Text)).to_vec(),
        rows: differences.iter().flat_map(rows).collect(),
    }
}

fn rows(difference: &Difference) -> Vec<Vec<Value>> {
    let row = |what: &str, field: &str, from: &str, to: &str| {
        [what, difference.kind, &difference.name, field, from, to].map(Value::text).to_vec()
    };
    match &difference.what {
        Happened::Added => vec![row("Added", "", "", "")],
        Happened::Removed => vec![row("Removed", "", "", "")],
        Happened::Changed(fields) if fields.is_empty() => vec![row("Changed", "", "", "")],
        Happened::Changed(fields) => {
            let told = |change: &FieldChange| row("Changed", &change.field, &change.from, &change.to);
            fields.iter().map(told).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example::marlshire;
    use crate::register::{Change, Risk};

    #[test]
    fn each_field_that_differs_has_a_row_and_no_text_is_a_formula() {
        let before = marlshire();
        let risk = (*before.risks()[0]).clone();
        let owned = Risk { owner: "=1+1".into(), notes: "New".into(), ..risk.clone() };
        let change =
            Change::All(vec![Change::RiskRemoved(before.risks()[1].id), Change::RisksPut(vec![owned])]);
        let after = before.apply(change).expect("sound");
        let sheet = differences_sheet("Differences", &before.compared(&after));
        let csv = sheet.to_csv();
        assert!(csv.starts_with("\u{feff}What,Kind,Name,Field,Before,After\r\n"));
        assert!(csv.contains(&format!("Removed,risk,{},,,\r\n", before.risks()[1].title)), "{csv}");
        assert!(csv.contains(&format!(",Owner,{},\"'=1+1\"\r\n", risk.owner)), "{csv}");
        let of_risk = |row: &&Vec<Value>| row[2] == Value::text(&risk.title);
        assert_eq!(sheet.rows.iter().filter(of_risk).count(), 2);
    }
}
