//! The figures put to a risk, as they are typed: how often, what one event costs, and how much of it is ours. The same
//! text serves another law when somebody changes their mind about the law, so that nothing is typed twice.

use partnership_risk_core::choice::Choice;
use partnership_risk_core::loss::{
    Amount, Frequency, FrequencyError, FrequencyKind, FrequencyLaw, MOST_OBSERVED, Millionths, Severity,
    SeverityError, SeverityKind, SeverityLaw,
};
use partnership_risk_core::money::Pence;
use partnership_risk_core::register::Quantification;
use partnership_risk_core::share::Share;

use super::checks::{Checks, key, tidy};
use super::kept::draft;

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

    /// The figures, if what is typed is sound.
    #[must_use]
    pub fn figures(&self) -> Option<Quantification> {
        self.check(&mut Checks::default())
    }

    /// The figures; none where no law is chosen, or where something is wrong, which is noted.
    pub(super) fn check(&self, checks: &mut Checks) -> Option<Quantification> {
        self.frequency_kind()?;
        let frequency = self.check_frequency(checks);
        let severity = self.check_severity(checks);
        checks.required(
            &self.our_share,
            "our-share",
            "Enter the share of the cost that you bear, such as 100",
        );
        let our_share = checks.share(&self.our_share, "our-share", "Our share");
        Some(Quantification {
            frequency: frequency?,
            severity: severity?,
            our_share: our_share?,
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

/// One of the texts by which a law of severity is stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// The least, or the low end of a range.
    Low,
    /// The likeliest, the median, or the only one.
    Middle,
    /// The most, or the high end of a range.
    High,
    /// The share of events that cost less than the high amount.
    Percentile,
    /// How much the likeliest amount weighs.
    Weight,
    /// Losses that were seen.
    Amounts,
}

impl Asked {
    /// The id of its field on the page.
    #[must_use]
    pub fn field(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Middle => "middle",
            Self::High => "high",
            Self::Percentile => "percentile",
            Self::Weight => "weight",
            Self::Amounts => "amounts",
        }
    }
}

/// What a law of severity asks for, in this order.
#[must_use]
pub fn asked(kind: SeverityKind) -> &'static [Asked] {
    match kind {
        SeverityKind::Lognormal | SeverityKind::Uniform => &[Asked::Low, Asked::High],
        SeverityKind::LognormalMedian => &[Asked::Middle, Asked::High, Asked::Percentile],
        SeverityKind::Pert => &[Asked::Low, Asked::Middle, Asked::High, Asked::Weight],
        SeverityKind::Triangular => &[Asked::Low, Asked::Middle, Asked::High],
        SeverityKind::Fixed => &[Asked::Middle],
        SeverityKind::Observed => &[Asked::Amounts],
    }
}

fn note_frequency(checks: &mut Checks, error: FrequencyError) {
    match error {
        FrequencyError::ProbabilityAboveOne => {
            checks.note("probability", "The chance must be no more than 100 %");
        }
        FrequencyError::MeanNotPositive => checks.note("rate", "The average must be above nought"),
        FrequencyError::VarianceNotAboveMean => checks.note(
            "variance",
            "The variance must be above the average: where it is not, choose a steady rate",
        ),
    }
}

fn note_severity(checks: &mut Checks, error: SeverityError) {
    let field = |amount: Amount| match amount {
        Amount::Low => "low",
        Amount::Middle => "middle",
        Amount::High => "high",
        Amount::Listed => "amounts",
    };
    match error {
        SeverityError::Negative(amount) => checks.note(field(amount), "The amount must not be below nought"),
        SeverityError::NotPositive(amount) => checks.note(field(amount), "The amount must be above nought"),
        SeverityError::Reversed => checks.note("high", "The high amount must be above the low one"),
        SeverityError::TooWide => checks.note(
            "high",
            "The range is too wide: an average of it would say nothing. Bring its ends closer together",
        ),
        SeverityError::ModeOutside => {
            checks.note("middle", "The most likely amount must lie between the least and the most");
        }
        SeverityError::PercentileNotAboveHalf => {
            checks.note("percentile", "The percentage must lie between 50 and 100");
        }
        SeverityError::NoWeight => checks.note("weight", "The weight must be above nought"),
        SeverityError::NoneObserved => checks.note("amounts", "Enter the losses, one on each line"),
        SeverityError::TooManyObserved => {
            checks.note("amounts", format!("Enter at most {MOST_OBSERVED} losses"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The texts of a draft, of which only these are typed.
    fn draft(texts: &[(&str, &str)]) -> QuantificationDraft {
        let mut draft = QuantificationDraft::of(None);
        for (field, text) in texts {
            let place = match *field {
                "frequency" => &mut draft.frequency,
                "rate" => &mut draft.rate,
                "probability" => &mut draft.probability,
                "variance" => &mut draft.variance,
                "severity" => &mut draft.severity,
                "low" => &mut draft.low,
                "middle" => &mut draft.middle,
                "high" => &mut draft.high,
                "percentile" => &mut draft.percentile,
                "weight" => &mut draft.weight,
                "our-share" => &mut draft.our_share,
                _ => &mut draft.amounts,
            };
            *place = (*text).to_owned();
        }
        draft
    }

    const POISSON: (&str, &str) = ("frequency", "poisson");

    #[test]
    fn nothing_chosen_is_no_figures_and_no_problem() {
        let mut checks = Checks::default();
        assert_eq!(draft(&[("low", "nonsense")]).check(&mut checks), None);
        assert!(checks.problems.is_empty());
    }

    #[test]
    fn every_law_is_given_back_as_it_was_typed() {
        let once = [("frequency", "bernoulli"), ("probability", "0.1")];
        for severity in [
            &[("severity", "lognormal"), ("low", "10000"), ("high", "100000.50")][..],
            &[("severity", "lognormal-median"), ("middle", "10"), ("high", "20"), ("percentile", "95")],
            &[("severity", "pert"), ("low", "1"), ("middle", "2"), ("high", "3"), ("weight", "3.5")],
            &[("severity", "triangular"), ("low", "1"), ("middle", "2"), ("high", "3")],
            &[("severity", "uniform"), ("low", "1"), ("high", "3")],
            &[("severity", "fixed"), ("middle", "3")],
            &[("severity", "observed"), ("amounts", "3\n2\n2")],
        ] {
            let draft = draft(&[&once[..], severity].concat());
            let figures = draft.figures().expect("nothing wrong");
            assert_eq!(QuantificationDraft::of(Some(&figures)), draft);
        }
        let clustered = [("frequency", "negative-binomial"), ("rate", "2"), ("variance", "3")];
        let clustered = draft(&[&clustered[..], &[("severity", "fixed"), ("middle", "3")]].concat());
        let figures = clustered.figures().expect("nothing wrong");
        assert_eq!(QuantificationDraft::of(Some(&figures)), clustered);
    }

    #[test]
    fn every_problem_is_noted_at_once_and_names_its_field() {
        for (typed, fields) in [
            (&[POISSON][..], &["rate", "severity"][..]),
            (
                &[POISSON, ("rate", "NaN"), ("severity", "pert"), ("weight", "")],
                &["rate", "low", "middle", "high", "weight"],
            ),
            (
                &[("frequency", "bernoulli"), ("probability", "1.1"), ("severity", "fixed")],
                &["probability", "middle"],
            ),
            (
                &[
                    ("frequency", "negative-binomial"),
                    ("rate", "2"),
                    ("variance", "2"),
                    ("severity", "fixed"),
                    ("middle", "-1"),
                ],
                &["variance", "middle"],
            ),
            (
                &[
                    POISSON,
                    ("rate", "1"),
                    ("severity", "lognormal"),
                    ("low", "100"),
                    ("high", "10"),
                    ("our-share", ""),
                ],
                &["high", "our-share"],
            ),
            (&[POISSON, ("rate", "1"), ("severity", "observed"), ("amounts", "1\n\ninf")], &["amounts"]),
            (&[POISSON, ("rate", "1"), ("severity", "observed")], &["amounts"]),
        ] {
            let mut checks = Checks::default();
            assert_eq!(draft(typed).check(&mut checks), None, "{typed:?}");
            let found: Vec<&str> = checks.problems.iter().map(|problem| problem.field.as_str()).collect();
            assert_eq!(found, fields, "{typed:?}");
        }
    }
}
