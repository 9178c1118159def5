//! The figures of one run as a person reads them: what each task takes on the host and in the browser beside what is
//! aimed at, and how many times as long others take.

use super::reading::Reading;

/// What is aimed at in the browser, in milliseconds, best of all runs.
const AIMS: &[(&str, f64)] = &[
    ("W1", 1.5),
    ("W2", 2.0),
    ("W3", 40.0),
    ("1000-risks", 60.0),
    ("tornado", 100.0),
    ("W1-sampled", 160.0),
    ("W2-sampled", 160.0),
    ("csv-read", 20.0),
    ("csv-previewed", 300.0),
    ("xlsx-read", 220.0),
    ("xlsx-previewed", 300.0),
];
const MIB: f64 = (1 << 20) as f64;

/// How many times as long somebody takes for a task as the browser does for one of ours.
struct Ratio {
    ours: &'static str,
    theirs: (&'static str, &'static str),
    aim: Option<f64>,
    /// By year of a risk, since they draw fewer years.
    by_year: bool,
}

const fn ratio(
    ours: &'static str,
    theirs: (&'static str, &'static str),
    aim: Option<f64>,
    by_year: bool,
) -> Ratio {
    Ratio { ours, theirs, aim, by_year }
}

const RATIOS: &[Ratio] = &[
    ratio("W1", ("numpy", "W1"), Some(500.0), false),
    ratio("W2", ("numpy", "W2"), Some(500.0), false),
    ratio("W1", ("aggregate", "W1"), None, false),
    ratio("W2", ("aggregate", "W2"), None, false),
    ratio("W1-sampled", ("numpy", "W1"), Some(10.0), true),
    ratio("W2-sampled", ("numpy", "W2"), Some(10.0), true),
    ratio("W1-sampled", ("javascript", "W1"), Some(15.0), true),
    ratio("W2-sampled", ("javascript", "W2"), None, true),
    ratio("W1-sampled", ("squiggle", "W1"), Some(450.0), true),
    ratio("W2-sampled", ("squiggle", "W2"), Some(450.0), true),
    ratio("csv-read", ("papaparse", "csv-read"), Some(3.0), false),
    ratio("xlsx-read", ("xlsx", "xlsx-read"), Some(1.7), false),
];

/// Prints all of them.
pub fn print(readings: &[Reading]) {
    println!(
        "\nmilliseconds                 host     browser                              aim  browser/host  memory"
    );
    println!("                             best     best    median     first      cold");
    for wasm in readings.iter().filter(|reading| reading.who == "wasm") {
        println!("{}", task(wasm, find(readings, "host", &wasm.task)));
    }
    println!("\nothers                       version        task        best ms    ns a year of a risk");
    for other in readings.iter().filter(|reading| !["host", "wasm"].contains(&reading.who.as_str())) {
        println!("{}", peer(other));
    }
    println!("\nhow many times as long they take as ours in the browser");
    for line in RATIOS.iter().filter_map(|ratio| compared(readings, ratio)) {
        println!("{line}");
    }
}

fn find<'a>(readings: &'a [Reading], who: &str, task: &str) -> Option<&'a Reading> {
    readings.iter().find(|reading| reading.who == who && reading.task == task)
}

fn task(wasm: &Reading, host: Option<&Reading>) -> String {
    let aim = AIMS.iter().find(|(task, _)| *task == wasm.task).map(|(_, aim)| *aim);
    let ratio = host.map(|host| wasm.best / host.best);
    let memory = wasm.memory.map(|bytes| format!("{:.1} MiB", bytes / MIB)).unwrap_or_default();
    format!(
        "{:<22} {:>10} {:>8} {:>9} {:>9} {:>9} {:>8} {:>13}  {memory}",
        wasm.task,
        figure(host.map(|host| host.best)),
        figure(Some(wasm.best)),
        figure(wasm.median),
        figure(wasm.first),
        figure(wasm.cold),
        figure(aim),
        figure(ratio),
    )
}

fn peer(other: &Reading) -> String {
    format!(
        "{:<28} {:<14} {:<8} {:>10} {:>22}",
        other.who,
        other.version,
        other.task,
        figure(Some(other.best)),
        figure(other.ns_per_risk_year()),
    )
}

fn compared(readings: &[Reading], ratio: &Ratio) -> Option<String> {
    let ours = find(readings, "wasm", ratio.ours)?;
    let theirs = find(readings, ratio.theirs.0, ratio.theirs.1)?;
    let times = if ratio.by_year {
        theirs.ns_per_risk_year()? / ours.ns_per_risk_year()?
    } else {
        theirs.best / ours.best
    };
    let aim = ratio.aim.map(|aim| format!(" (aim: {aim})")).unwrap_or_default();
    Some(format!("{:<12} {:<4} against our {:<11} {times:>9.1}{aim}", theirs.who, theirs.task, ours.task))
}

/// Three digits that count, or nothing.
fn figure(value: Option<f64>) -> String {
    value.map_or_else(String::new, |value| {
        let digits = if value < 10.0 { 2 } else { usize::from(value < 100.0) };
        format!("{value:.digits$}")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sampled_years_are_compared_year_by_year() {
        let reading = |who: &str, task: &str, best, years| Reading {
            who: who.to_owned(),
            task: task.to_owned(),
            best,
            years: Some(years),
            ..Reading::default()
        };
        let readings = [reading("wasm", "W1-sampled", 100.0, 1e6), reading("javascript", "W1", 300.0, 2e5)];
        let line = compared(&readings, &RATIOS[6]).expect("both were timed");
        assert!(line.contains(" 15.0 (aim: 15)"), "{line}");
        assert_eq!(compared(&readings, &RATIOS[0]), None);
    }

    #[test]
    fn figures_have_three_digits() {
        let found = [1.234, 12.34, 123.4].map(|value| figure(Some(value)));
        assert_eq!(found, ["1.23", "12.3", "123"]);
    }
}
