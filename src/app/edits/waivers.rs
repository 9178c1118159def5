//! A finding let pass, and counted again.

use partnership_risk_core::check::Finding;
use partnership_risk_core::register::{Change, Register, Subject, Waiver};

/// The change by which a finding is let pass, in place of an earlier waiver of the same one.
#[must_use]
pub fn let_pass(register: &Register, waiver: Waiver) -> Change {
    let mut waivers = others(register, &waiver.check, waiver.subject);
    waivers.push(waiver);
    Change::WaiversSet(waivers)
}

/// The change by which a finding counts again.
#[must_use]
pub fn count_again(register: &Register, finding: &Finding) -> Change {
    Change::WaiversSet(others(register, finding.check, finding.subject))
}

/// The waivers of other findings.
fn others(register: &Register, check: &str, subject: Subject) -> Vec<Waiver> {
    let is_other = |waiver: &&Waiver| *waiver.check != *check || waiver.subject != subject;
    register.waivers().iter().filter(is_other).cloned().collect()
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use partnership_risk_core::date::Date;
    use partnership_risk_core::example::fife_council;

    use super::*;
    use crate::app::queries::findings::findings_of;

    const TODAY: Date = Date::FIRST;

    #[test]
    fn a_finding_that_is_let_pass_counts_again_when_the_waiver_is_taken_back() {
        let fife = fife_council();
        let found = |register: &Register| findings_of(&Rc::new(register.clone()), TODAY);
        let finding = found(&fife).open[0].clone();
        let waiver = |reason: &str| Waiver {
            check: finding.check.into(),
            subject: finding.subject,
            reason: reason.into(),
            until: TODAY,
        };
        let passing = fife.apply(let_pass(&fife, waiver("Agreed"))).expect("sound");
        let passing = passing.apply(let_pass(&passing, waiver("Agreed again"))).expect("sound");
        assert_eq!(found(&passing).waived, [(finding.clone(), waiver("Agreed again"))]);
        let back = passing.apply(count_again(&passing, &finding)).expect("sound");
        assert_eq!(found(&back), found(&fife));
    }
}
