//! What is to be done by whom until when: actions, and reviews of risks and of partnerships. Only what is in force
//! counts. Duties that nobody has or that have no day are no duties yet; that they are missing is said next door in
//! [`crate::check`].

mod owners;

pub use owners::{Owner, by_owner};

use crate::date::Date;
use crate::letters::is_blank;
use crate::register::{InForce, Register, Risk, Subject};

/// Something that is to be done by a day: an action, or the review of a risk or partnership.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duty {
    /// The action, or what is to be reviewed.
    pub subject: Subject,
    /// What people call it.
    pub what: String,
    /// Who has it; empty where nobody is named.
    pub owner: String,
    /// The last day on which it is in time.
    pub due: Date,
}

impl Duty {
    /// Whether it should have been done before `today`.
    #[must_use]
    pub fn is_overdue(&self, today: Date) -> bool {
        self.due < today
    }
}

/// All that is to be done in a register: actions, then reviews of risks, then of partnerships.
#[must_use]
pub fn duties(register: &Register) -> Vec<Duty> {
    let in_force = InForce::of(register);
    let actions = in_force.actions().iter().filter_map(|action| {
        Some(duty(Subject::Action(action.id), &action.what, &action.owner, action.due?))
    });
    let risks = in_force.risks().iter().filter_map(|risk| {
        Some(duty(Subject::Risk(risk.id), &risk.title, &risk.owner, review_due(register, risk)?))
    });
    let partnerships = in_force.partnerships().iter().filter_map(|p| {
        let officer = if is_blank(&p.lead_officer) { &p.accountable_officer } else { &p.lead_officer };
        Some(duty(Subject::Partnership(p.id), &p.name, officer, p.next_review?))
    });
    actions.chain(risks).chain(partnerships).collect()
}

/// Until when a risk is to be looked at again: the day that is set or, without one, so many months after somebody
/// last looked at its ratings as its level allows; none while it is not rated, or where its level asks for no review.
#[must_use]
pub fn review_due(register: &Register, risk: &Risk) -> Option<Date> {
    risk.review.or_else(|| {
        let months = register.matrix().level(register.score(risk)?).review_months;
        (months > 0).then_some(risk.rated?.months_later(months.into()))
    })
}

fn duty(subject: Subject, what: &str, owner: &str, due: Date) -> Duty {
    Duty { subject, what: what.to_owned(), owner: owner.to_owned(), due }
}
