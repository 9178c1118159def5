//! The figures put to a risk, as they are typed: how often, what one event costs, and how much of it is ours. The same
//! text serves another law when somebody changes their mind about the law, so that nothing is typed twice.

mod asked;
mod begun;
mod broken;
mod pulls;

use partnership_risk_core::choice::Choice;
use partnership_risk_core::loss::{
    Frequency, FrequencyKind, FrequencyLaw, Millionths, Severity, SeverityKind, SeverityLaw,
};
use partnership_risk_core::money::Pence;
use partnership_risk_core::register::{OwnDriver, Quantification};
use partnership_risk_core::share::Share;

use super::checks::{Checks, key, tidy};
use super::kept::draft;
use broken::{note_frequency, note_severity};

pub use asked::{Asked, asked};
pub use pulls::{PullDraft, pull_field};

draft! {
    /// What is typed about the cost of a risk.
    QuantificationDraft {
        /// The key of the law of frequency; empty where the risk has no figures.
        frequency: String,
        /// Events a year, on average.
        rate: String,
        /// The chance of an event in a year.
        probability: String,
        /// The variance of the number of events in a year.
        variance: String,
        /// The key of the law of severity.
        severity: String,
        /// The least, or the low end of a range.
        low: String,
        /// The likeliest, the median, or the only one.
        middle: String,
        /// The most, or the high end of a range.
        high: String,
        /// The share of events that cost less than the high amount.
        percentile: String,
        /// How much the likeliest amount weighs.
        weight: String,
        /// Losses that were seen, one on each line.
        amounts: String,
        /// The share that the organisation bears.
        our_share: String,
        /// Which drivers pull it.
        pulls: Vec<PullDraft>,
        /// What the figures rest on.
        basis: String,
    }
}

impl QuantificationDraft {
    /// The form for figures that are there, or for none yet.
    pub(super) fn of(figures: Option<&Quantification>) -> Self {
        let usual = Self {
            weight: Millionths::FOUR.to_string(),
            percentile: "90".to_owned(),
            our_share: Share::WHOLE.as_typed(),
            ..Self::default()
        };
        let Some(figures) = figures else { return usual };
        let usual = Self {
            our_share: figures.our_share.as_typed(),
            pulls: figures.pulls.iter().map(PullDraft::of).collect(),
            basis: figures.basis.clone(),
            frequency: key(figures.frequency.kind()),
            severity: key(figures.severity.kind()),
            ..usual
        };
        usual.with_frequency(&figures.frequency).with_severity(&figures.severity)
    }

    fn with_frequency(self, frequency: &Frequency) -> Self {
        match frequency.law() {
            FrequencyLaw::Poisson { rate } => Self { rate: rate.to_string(), ..self },
            FrequencyLaw::Bernoulli { probability } => Self { probability: probability.to_string(), ..self },
            FrequencyLaw::NegativeBinomial { mean, variance } => {
                Self { rate: mean.to_string(), variance: variance.to_string(), ..self }
            }
        }
    }

    fn with_severity(self, severity: &Severity) -> Self {
        let typed = |amount: &Pence| amount.as_typed();
        match severity.law() {
            SeverityLaw::Lognormal { low, high } | SeverityLaw::Uniform { low, high } => {
                Self { low: typed(low), high: typed(high), ..self }
            }
            SeverityLaw::LognormalMedian { median, percentile, high } => {
                Self { middle: typed(median), high: typed(high), percentile: percentile.as_typed(), ..self }
            }
            SeverityLaw::Pert { low, mode, high, weight } => Self {
                low: typed(low),
                middle: typed(mode),
                high: typed(high),
                weight: weight.to_string(),
                ..self
            },
            SeverityLaw::Triangular { low, mode, high } => {
                Self { low: typed(low), middle: typed(mode), high: typed(high), ..self }
            }
            SeverityLaw::Fixed { amount } => Self { middle: typed(amount), ..self },
            SeverityLaw::Observed { amounts } => {
                Self { amounts: amounts.iter().map(typed).collect::<Vec<_>>().join("\n"), ..self }
            }
        }
    }

    /// The law of frequency that is chosen.
    #[must_use]
    pub fn frequency_kind(&self) -> Option<FrequencyKind> {
        FrequencyKind::of_key(&self.frequency)
    }

    /// The law of severity that is chosen.
    #[must_use]
    pub fn severity_kind(&self) -> Option<SeverityKind> {
        SeverityKind::of_key(&self.severity)
    }

    /// The figures, if what is typed is sound and its drivers are among these.
    #[must_use]
    pub fn figures(&self, drivers: &[OwnDriver]) -> Option<Quantification> {
        let mut checks = Checks::default();
        self.check(&mut checks, drivers).filter(|_| checks.problems.is_empty())
    }

    /// The figures; none where no law is chosen, or where something is wrong, which is noted.
    pub(super) fn check(&self, checks: &mut Checks, drivers: &[OwnDriver]) -> Option<Quantification> {
        self.frequency_kind()?;
        let frequency = self.check_frequency(checks);
        let severity = self.check_severity(checks);
        checks.required(
            &self.our_share,
            "our-share",
            "Enter the share of the cost that you bear, such as 100",
        );
        let our_share = checks.share(&self.our_share, "our-share", "Our share");
        let pulls = self.check_pulls(checks, drivers);
        Some(Quantification {
            frequency: frequency?,
            severity: severity?,
            our_share: our_share?,
            pulls,
            basis: tidy(&self.basis),
        })
    }

    fn check_frequency(&self, checks: &mut Checks) -> Option<Frequency> {
        let law = match self.frequency_kind()? {
            FrequencyKind::Poisson => FrequencyLaw::Poisson { rate: self.rate(checks)? },
            FrequencyKind::Bernoulli => FrequencyLaw::Bernoulli { probability: self.chance(checks)? },
            FrequencyKind::NegativeBinomial => {
                let mean = self.rate(checks);
                let message = "Enter the variance: more than the average";
                let variance = read_number(checks, &self.variance, ("variance", "Variance"), message);
                FrequencyLaw::NegativeBinomial { mean: mean?, variance: variance? }
            }
        };
        let frequency = Frequency::new(law);
        frequency.map_err(|error| note_frequency(checks, error)).ok()
    }

    fn rate(&self, checks: &mut Checks) -> Option<Millionths> {
        let message = "Enter how many times a year, such as 2 or 0.1";
        read_number(checks, &self.rate, ("rate", "Times a year"), message)
    }

    fn chance(&self, checks: &mut Checks) -> Option<Millionths> {
        checks.required(&self.probability, "probability", "Enter the chance, such as 10 % or 1 in 10");
        checks.read(&self.probability, "probability", "Chance", Millionths::read_chance)
    }

    fn check_severity(&self, checks: &mut Checks) -> Option<Severity> {
        let message = "Choose how the cost of one event is described";
        let kind = checks.chosen::<SeverityKind>(&self.severity, "severity", message)?;
        let law = self.law_of_severity(kind, checks)?;
        let severity = Severity::new(law);
        severity.map_err(|error| note_severity(checks, error)).ok()
    }

    /// The law as typed. All that it asks for is looked at before anything that is missing ends it.
    fn law_of_severity(&self, kind: SeverityKind, checks: &mut Checks) -> Option<SeverityLaw> {
        let asked = asked(kind);
        let mut amount = |which: Asked, text: &str| {
            asked.contains(&which).then(|| read_amount(checks, text, which.field())).flatten()
        };
        let low = amount(Asked::Low, &self.low);
        let mode = amount(Asked::Middle, &self.middle);
        let high = amount(Asked::High, &self.high);
        Some(match kind {
            SeverityKind::Lognormal => SeverityLaw::Lognormal { low: low?, high: high? },
            SeverityKind::LognormalMedian => {
                checks.required(&self.percentile, "percentile", "Enter a percentage between 50 and 100");
                let percentile = checks.share(&self.percentile, "percentile", "Percentage");
                SeverityLaw::LognormalMedian { median: mode?, percentile: percentile?, high: high? }
            }
            SeverityKind::Pert => {
                let weight =
                    read_number(checks, &self.weight, ("weight", "Weight"), "Enter a weight, usually 4");
                SeverityLaw::Pert { low: low?, mode: mode?, high: high?, weight: weight? }
            }
            SeverityKind::Triangular => SeverityLaw::Triangular { low: low?, mode: mode?, high: high? },
            SeverityKind::Uniform => SeverityLaw::Uniform { low: low?, high: high? },
            SeverityKind::Fixed => SeverityLaw::Fixed { amount: mode? },
            SeverityKind::Observed => SeverityLaw::Observed { amounts: self.listed(checks)? },
        })
    }

    /// The losses that were seen, one on each line.
    fn listed(&self, checks: &mut Checks) -> Option<Vec<Pence>> {
        let lines = self.amounts.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
        let amounts = lines
            .map(|(place, line)| checks.read(line, "amounts", &format!("Line {}", place + 1), Pence::read));
        let amounts: Vec<Option<Pence>> = amounts.collect();
        amounts.into_iter().collect()
    }
}

fn read_amount(checks: &mut Checks, text: &str, field: &str) -> Option<Pence> {
    checks.required(text, field, "Enter an amount, such as 20,000 or 1.5m");
    checks.read(text, field, "Amount", Pence::read)
}

fn read_number(
    checks: &mut Checks,
    text: &str,
    (field, name): (&str, &str),
    message: &str,
) -> Option<Millionths> {
    checks.required(text, field, message);
    checks.read(text, field, name, Millionths::read)
}

#[cfg(test)]
mod tests;
