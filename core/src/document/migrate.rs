//! How a document of an older schema becomes one of today's, step by step on the JSON itself. Each step has a name and
//! leads one schema on; a file of every schema is kept in `golden/` and must open for ever.

use super::envelope::SCHEMA;
use crate::json::Value;

/// What leads from one schema to the next.
struct Migration {
    /// The schema that it begins with.
    from: u32,
    /// What it does, for those who look for why a file changed.
    name: &'static str,
    make: fn(&mut Value),
}

/// In their order, one for each schema but today's.
const MIGRATIONS: [Migration; 1] =
    [Migration { from: 1, name: "the envelope gains a revision", make: gain_revision }];

/// Makes an envelope of an older schema one of today's; the names of the steps that were taken.
pub(super) fn migrate(envelope: &mut Value, schema: u32) -> Vec<&'static str> {
    let steps = MIGRATIONS.iter().filter(|step| step.from >= schema && step.from < SCHEMA);
    let taken = |step: &Migration| {
        (step.make)(envelope);
        step.name
    };
    steps.map(taken).collect()
}

/// Before there were revisions, nothing rose: all that came since is later.
fn gain_revision(envelope: &mut Value) {
    if let Some(members) = envelope.as_object_mut() {
        members.entry("revision").or_insert_with(|| Value::from(0));
    }
}

#[cfg(test)]
mod tests {
    use super::super::read;
    use super::*;

    /// One small register, as each schema kept it.
    const GOLDEN: [&str; 2] =
        [include_str!("golden/schema-1.prisk.json"), include_str!("golden/schema-2.prisk.json")];

    #[test]
    fn there_is_a_step_from_each_older_schema_and_a_golden_file_of_each() {
        assert!(MIGRATIONS.iter().map(|step| step.from).eq(1..SCHEMA));
        assert_eq!(GOLDEN.len(), SCHEMA as usize);
        let mut names: Vec<&str> = MIGRATIONS.iter().map(|step| step.name).collect();
        names.dedup();
        assert_eq!(names.len(), MIGRATIONS.len());
    }

    #[test]
    fn a_file_of_every_schema_opens_to_the_same_register() {
        let opened = GOLDEN.map(|text| read(text).expect("it opened once"));
        for ((register, header), schema) in opened.iter().zip(1..) {
            assert_eq!((header.schema, header.saved_at), (schema, 1_700_000_000_000));
            assert_eq!(*register, opened[0].0);
            assert!(!register.risks().is_empty() && !register.controls().is_empty());
        }
        assert_eq!(opened.map(|(_, header)| header.revision), [0, 12]);
    }
}
