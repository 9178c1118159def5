//! Whose register it is and the scale it rates by, as one fact a row, so that the other tables can be read.

use crate::exchange::sheet::{Heading, Holds, Sheet, Value};
use crate::register::Register;
use crate::scale::{Axis, Matrix};

/// The facts without which the numbers of the other tables mean nothing.
pub(super) fn organisation(register: &Register) -> Sheet {
    let organisation = register.organisation();
    let mut rows = vec![
        fact("Name", &organisation.name),
        fact("Sector", organisation.sector.name()),
        fact("Handling", &organisation.handling),
        fact("Matrix", register.matrix().name()),
    ];
    rows.extend(Axis::ALL.into_iter().flat_map(|axis| steps(register.matrix(), axis)));
    let levels = register.matrix().levels().iter().enumerate();
    rows.extend(levels.map(|(i, level)| fact(&format!("Level {}", i + 1), &level.name)));
    let columns = vec![Heading::new("Fact", Holds::Text), Heading::new("What it is", Holds::Text)];
    Sheet { title: "Organisation and scale".to_owned(), columns, rows }
}

fn steps(matrix: &Matrix, axis: Axis) -> Vec<Vec<Value>> {
    let name = match axis {
        Axis::Likelihood => "Likelihood",
        Axis::Impact => "Impact",
    };
    let labels = axis.of(matrix).labels().iter().enumerate();
    labels.map(|(i, label)| fact(&format!("{name} {}", i + 1), label)).collect()
}

fn fact(name: &str, value: &str) -> Vec<Value> {
    vec![Value::text(name), Value::text(value)]
}
