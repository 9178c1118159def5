//! What a driver says of one task: words like `best=1.25` in a line, times in milliseconds.

/// One task, timed by one of those who can do it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// Who did it: `host`, `wasm`, `javascript`, `numpy`, ...
    pub who: String,
    /// In which version, where it is not ours.
    pub version: String,
    /// What was done.
    pub task: String,
    /// The shortest time.
    pub best: f64,
    /// The time of the first run, with nothing ready.
    pub cold: Option<f64>,
    /// The time of the first run after rehearsals.
    pub first: Option<f64>,
    /// The time that half of the runs stayed below.
    pub median: Option<f64>,
    /// How many years were drawn, where years were.
    pub years: Option<f64>,
    /// By how many bytes the memory grew.
    pub memory: Option<f64>,
}

impl Reading {
    /// Nanoseconds a simulated year of one of twenty risks.
    pub fn ns_per_risk_year(&self) -> Option<f64> {
        self.years.map(|years| self.best * 1e6 / years / 20.0)
    }
}

/// The readings among the lines that a driver printed.
pub fn all(printed: &str) -> Vec<Reading> {
    printed.lines().filter_map(read).collect()
}

fn read(line: &str) -> Option<Reading> {
    let word = |name: &str| {
        let mut pairs = line.split_whitespace().filter_map(|word| word.split_once('='));
        pairs.find(|(key, _)| *key == name).map(|(_, value)| value)
    };
    let number = |name: &str| word(name).and_then(|value| value.parse().ok());
    Some(Reading {
        who: word("who")?.to_owned(),
        version: word("version").unwrap_or_default().to_owned(),
        task: word("task")?.to_owned(),
        best: number("best")?,
        cold: number("cold"),
        first: number("first"),
        median: number("median"),
        years: number("years"),
        memory: number("memory"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_read_and_chatter_is_not() {
        let read = all("downloading\nwho=numpy version=2.4 task=W1 best=2000 years=1000000\nwho=x task=y\n");
        assert_eq!(read.len(), 1);
        assert_eq!((read[0].who.as_str(), read[0].version.as_str(), read[0].first), ("numpy", "2.4", None));
        assert!(read[0].ns_per_risk_year().is_some_and(|ns| (ns - 100.0).abs() < 1e-9));
    }
}
