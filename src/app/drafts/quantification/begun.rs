//! Figures that a form begins with: what was derived is typed into its fields as if by hand, and is known again until
//! somebody changes it.

use super::QuantificationDraft;
use crate::app::drafts::checks::key;
use crate::app::queries::first_figures::{Begun, is_derived};

impl QuantificationDraft {
    /// The same form with these figures typed into it. What people wrote about what their figures rest on stays.
    #[must_use]
    pub fn beginning_with(&self, begun: &Begun) -> Self {
        let written = self.basis.lines().filter(|line| !is_derived(line));
        let basis: Vec<&str> = std::iter::once(&*begun.basis).chain(written).collect();
        let typed = Self {
            frequency: key(begun.frequency.kind()),
            severity: key(begun.severity.kind()),
            our_share: begun.our_share.map_or_else(|| self.our_share.clone(), |share| share.as_typed()),
            basis: basis.join("\n"),
            ..self.clone()
        };
        typed.with_frequency(&begun.frequency).with_severity(&begun.severity)
    }

    /// Whether its figures are still these.
    #[must_use]
    pub fn is_as_begun(&self, begun: &Begun) -> bool {
        Self { basis: self.basis.clone(), ..self.beginning_with(begun) } == *self
    }
}

#[cfg(test)]
mod tests {
    use partnership_risk_core::loss::{Frequency, FrequencyLaw, Millionths, Severity, SeverityLaw};
    use partnership_risk_core::money::Pence;
    use partnership_risk_core::share::Share;

    use super::*;

    fn begun(basis: &str) -> Begun {
        let amounts = [2_000, 3_000].map(|n| Pence::of_pounds(n).expect("small")).to_vec();
        let rate = Millionths::read("1.5").expect("a rate");
        Begun {
            frequency: Frequency::new(FrequencyLaw::Poisson { rate }).expect("sound"),
            severity: Severity::new(SeverityLaw::Observed { amounts }).expect("sound"),
            our_share: None,
            basis: basis.to_owned(),
        }
    }

    #[test]
    fn derived_figures_are_typed_and_known_again_until_they_are_changed() {
        let before = QuantificationDraft { our_share: "40".into(), ..QuantificationDraft::of(None) };
        let derived = begun("From 2 losses 2025/26");
        let draft = before.beginning_with(&derived);
        assert_eq!((&*draft.rate, &*draft.amounts, &*draft.our_share), ("1.5", "2000\n3000", "40"));
        let figures = draft.figures(&[]).expect("nothing wrong");
        assert_eq!((figures.frequency, &figures.severity), (derived.frequency, &derived.severity));
        assert!(draft.is_as_begun(&derived) && !before.is_as_begun(&derived));
        assert!(QuantificationDraft { basis: "Mine".into(), ..draft.clone() }.is_as_begun(&derived));
        assert!(!QuantificationDraft { rate: "2".into(), ..draft.clone() }.is_as_begun(&derived));
        let whole = Begun { our_share: Some(Share::WHOLE), ..derived };
        assert_eq!(draft.beginning_with(&whole).our_share, "100");
    }

    #[test]
    fn what_people_wrote_stays_and_an_earlier_derivation_goes() {
        let before = QuantificationDraft { basis: "Ask the insurer".into(), ..QuantificationDraft::of(None) };
        let once = before.beginning_with(&begun("From 2 losses 2025/26"));
        assert_eq!(once.basis, "From 2 losses 2025/26\nAsk the insurer");
        let again = once.beginning_with(&begun("From the rating before controls: likelihood Rare"));
        assert_eq!(again.basis, "From the rating before controls: likelihood Rare\nAsk the insurer");
    }
}
