//! Laws in words, each in a few that stand in a table or in the history of changes.

use std::fmt;

use super::frequency::{Frequency, FrequencyLaw};
use super::severity::{Severity, SeverityLaw};

impl fmt::Display for Frequency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.law() {
            FrequencyLaw::Poisson { rate } => write!(f, "{rate} a year on average"),
            FrequencyLaw::Bernoulli { probability } => {
                write!(f, "once a year at most, with a chance of {probability}")
            }
            FrequencyLaw::NegativeBinomial { mean, variance } => {
                write!(f, "{mean} a year on average, in good and bad years (variance {variance})")
            }
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.law() {
            SeverityLaw::Lognormal { low, high } => {
                write!(f, "{low} to {high} in nine cases of ten (lognormal)")
            }
            SeverityLaw::LognormalMedian { median, percentile, high } => {
                write!(f, "{median} in the middle, up to {high} in {percentile} of cases (lognormal)")
            }
            SeverityLaw::Pert { low, mode, high, weight } => {
                write!(f, "{low} to {high}, most likely {mode} (PERT, weight {weight})")
            }
            SeverityLaw::Triangular { low, mode, high } => {
                write!(f, "{low} to {high}, most likely {mode} (triangular)")
            }
            SeverityLaw::Uniform { low, high } => write!(f, "{low} to {high}, all alike (uniform)"),
            SeverityLaw::Fixed { amount } => write!(f, "{amount} each time"),
            SeverityLaw::Observed { amounts } => {
                let listed: Vec<String> = amounts.iter().map(ToString::to_string).collect();
                write!(f, "as in this list: {}", listed.join("; "))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Millionths, SeverityKind};
    use super::*;
    use crate::money::Pence;
    use crate::share::Share;

    #[test]
    fn every_law_of_cost_is_told_with_all_its_amounts() {
        let [low, mode, high] = [1_000, 2_500, 9_000].map(|n| Pence::of_pounds(n).expect("small"));
        let percentile = Share::read("90").expect("a share");
        let laws = [
            SeverityLaw::Lognormal { low, high },
            SeverityLaw::LognormalMedian { median: mode, percentile, high },
            SeverityLaw::Pert { low, mode, high, weight: Millionths::FOUR },
            SeverityLaw::Triangular { low, mode, high },
            SeverityLaw::Uniform { low, high },
            SeverityLaw::Fixed { amount: mode },
            SeverityLaw::Observed { amounts: vec![low, high] },
        ];
        let severities = laws.map(|law| Severity::new(law).expect("sound"));
        assert_eq!(severities.each_ref().map(Severity::kind), SeverityKind::ALL);
        let told = severities.map(|severity| severity.to_string());
        assert_eq!(
            told,
            [
                "£1,000 to £9,000 in nine cases of ten (lognormal)",
                "£2,500 in the middle, up to £9,000 in 90 % of cases (lognormal)",
                "£1,000 to £9,000, most likely £2,500 (PERT, weight 4)",
                "£1,000 to £9,000, most likely £2,500 (triangular)",
                "£1,000 to £9,000, all alike (uniform)",
                "£2,500 each time",
                "as in this list: £1,000; £9,000",
            ]
        );
    }
}
