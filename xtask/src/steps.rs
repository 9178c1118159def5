//! How work is shown: every step says what it does, prints its time, and on failure says what to do.
//! What a step does belongs to the other modules.

use std::time::{Duration, Instant};

use anyhow::{Context, Result};

/// How a step ended well.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// The work was done; a remark about it, or nothing.
    Done(String),
    /// There was nothing to do, and why.
    Skipped(String),
}

impl Outcome {
    /// Done, with nothing to add.
    pub fn done() -> Self {
        Self::Done(String::new())
    }

    fn remark(&self) -> &str {
        match self {
            Self::Done(remark) | Self::Skipped(remark) => remark,
        }
    }
}

/// The steps of one command, in the order they were taken.
#[derive(Debug)]
pub struct Steps {
    started: Instant,
    taken: Vec<Taken>,
}

#[derive(Debug)]
struct Taken {
    name: String,
    outcome: Outcome,
    time: Duration,
}

impl Steps {
    /// No step taken yet; the clock starts.
    pub fn new() -> Self {
        Self { started: Instant::now(), taken: Vec::new() }
    }

    /// Takes one step. `advice` says what a person can do when it fails.
    pub fn take(&mut self, name: &str, advice: &str, work: impl FnOnce() -> Result<Outcome>) -> Result<()> {
        println!("==> {name}");
        let started = Instant::now();
        let outcome = work()
            .with_context(|| format!("{name}, after {}", seconds(started.elapsed())))
            .inspect_err(|_| eprintln!("\nwhat to do: {advice}"))?;
        let time = started.elapsed();
        println!("    {}", line(&outcome, time));
        self.taken.push(Taken { name: name.to_owned(), outcome, time });
        Ok(())
    }

    /// Prints every step with its time, and the whole.
    pub fn print_summary(&self) {
        println!("\nall steps passed in {}:", seconds(self.started.elapsed()));
        for step in &self.taken {
            println!("  {:<36} {}", step.name, line(&step.outcome, step.time));
        }
    }
}

/// A time as a person reads it.
pub fn seconds(time: Duration) -> String {
    let whole = time.as_secs();
    if whole < 60 {
        format!("{:.1} s", time.as_secs_f64())
    } else {
        format!("{} min {:02} s", whole / 60, whole % 60)
    }
}

fn line(outcome: &Outcome, time: Duration) -> String {
    let time = seconds(time);
    match outcome {
        Outcome::Done(_) if outcome.remark().is_empty() => time,
        Outcome::Done(remark) => format!("{time}, {remark}"),
        Outcome::Skipped(reason) => format!("{time}, nothing to do: {reason}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_written_for_people() {
        assert_eq!(seconds(Duration::from_millis(1_240)), "1.2 s");
        assert_eq!(seconds(Duration::from_secs(185)), "3 min 05 s");
    }

    #[test]
    fn a_failing_step_is_named_in_the_error() {
        let mut steps = Steps::new();
        let error = steps.take("brew", "buy tea", || anyhow::bail!("no tea")).expect_err("the work failed");
        let text = format!("{error:#}");
        assert!(text.starts_with("brew, after "), "{text}");
        assert!(text.ends_with("no tea"), "{text}");
    }
}
