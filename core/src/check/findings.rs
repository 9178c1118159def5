//! What the checks have found, and what of it is let pass. A waiver holds through its last day; from the next on
//! its finding counts again.

use super::Severity;
use crate::date::Date;
use crate::order::Places;
use crate::register::{Subject, Waiver};

/// One thing that one check has found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The key of the check.
    pub check: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// What it is about.
    pub subject: Subject,
    /// The field of that thing's form to put right.
    pub field: &'static str,
    /// What is wrong, in one sentence.
    pub text: String,
}

/// All that the checks have found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings {
    /// What is to be put right, the most severe first.
    pub open: Vec<Finding>,
    /// What is let pass, each with the waiver that says why and until when.
    pub waived: Vec<(Finding, Waiver)>,
}

impl Findings {
    pub(super) fn parted(found: Vec<Finding>, waivers: &[Waiver], today: Date) -> Self {
        let current = waivers.iter().zip(0..).filter(|(waiver, _)| waiver.until >= today);
        let numbered: Vec<(u64, usize)> =
            current.map(|(waiver, place)| (waiver.subject.bits(), place)).collect();
        let places = Places::of(&numbered);
        let mut findings = Self::default();
        for finding in found {
            let about = places.all(finding.subject.bits()).map(|place| &waivers[place]);
            let passing = about.filter(|waiver| finding.is_let_pass_by(waiver));
            match passing.max_by_key(|waiver| waiver.until) {
                Some(waiver) => findings.waived.push((finding, waiver.clone())),
                None => findings.open.push(finding),
            }
        }
        findings
    }

    /// How many open findings are this severe.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.open.iter().filter(|finding| finding.severity == severity).count()
    }

    /// The open findings about one thing.
    pub fn about(&self, subject: Subject) -> impl Iterator<Item = &Finding> {
        self.open.iter().filter(move |finding| finding.subject == subject)
    }
}

impl Finding {
    fn is_let_pass_by(&self, waiver: &Waiver) -> bool {
        *waiver.check == *self.check && waiver.subject == self.subject
    }
}
