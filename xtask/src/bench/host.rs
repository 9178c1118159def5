//! The benches on the host, by divan. Its table of the tasks is read, so that the browser can be held against it.

use std::process::Command;

use anyhow::{Result, bail};

use super::reading::Reading;
use crate::process;
use crate::steps::{Outcome, Steps};

const ADVICE: &str = "run it alone: `cargo bench -p partnership-risk-benches`";

/// Times the tasks that are timed in the browser too.
pub fn tasks(steps: &mut Steps) -> Result<Vec<Reading>> {
    let mut readings = Vec::new();
    steps.take("tasks on the host", ADVICE, || {
        let table = process::output(bench("tasks").args(["--max-time", "3", "--color", "never"]))?;
        readings = table.lines().filter_map(reading).collect();
        if readings.is_empty() {
            bail!("divan printed no table of tasks:\n{table}");
        }
        Ok(Outcome::done())
    })?;
    Ok(readings)
}

/// Times the parts of a simulation with each law of numbers and costs.
pub fn details(steps: &mut Steps) -> Result<()> {
    steps.take("parts of a simulation on the host", ADVICE, || {
        process::stream(bench("sampling").args(["--max-time", "1"]))?;
        Ok(Outcome::done())
    })
}

fn bench(name: &str) -> Command {
    let mut cargo = process::host_cargo();
    cargo.args(["bench", "--quiet", "--package", "partnership-risk-benches", "--bench", name, "--"]);
    cargo
}

/// A row of divan's table: a name, then fastest, slowest, median and mean between bars.
fn reading(row: &str) -> Option<Reading> {
    let mut cells = row.split('│');
    let mut first = cells.next()?.split_whitespace().skip_while(|word| word.starts_with(['├', '╰', '│']));
    let task = first.next()?.to_owned();
    let best = milliseconds(&first.collect::<Vec<_>>())?;
    let median = milliseconds(&cells.nth(1)?.split_whitespace().collect::<Vec<_>>());
    Some(Reading { who: "host".to_owned(), task, best, median, ..Reading::default() })
}

fn milliseconds(words: &[&str]) -> Option<f64> {
    let [number, unit] = words else { return None };
    let scale = match *unit {
        "ns" => 1e-6,
        "µs" => 1e-3,
        "ms" => 1.0,
        "s" => 1e3,
        _ => return None,
    };
    Some(number.parse::<f64>().ok()? * scale)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_of_the_table_is_read_and_its_head_is_not() {
        let row = "   ├─ W1-edit         962.4 µs      │ 1.229 ms      │ 1.065 ms      │ 1.066 ms      │ 20      │ 20";
        let found = reading(row).expect("it is a row");
        assert_eq!((found.task.as_str(), found.median), ("W1-edit", Some(1.065)));
        assert!((found.best - 0.9624).abs() < 1e-12);
        for row in ["tasks     fastest       │ slowest  │ median", "╰─ task            │      │    │", ""]
        {
            assert_eq!(reading(row), None);
        }
    }
}
