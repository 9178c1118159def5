//! The form for a partnership: every field that it has. Its partners are next door in `partner`.

mod agreement;
mod funding;
mod value;

pub use agreement::AgreementDraft;
pub use funding::FundingDraft;
pub use value::ValueDraft;

use std::rc::Rc;

use partnership_risk_core::choice::Choice as _;
use partnership_risk_core::date::Date;
use partnership_risk_core::letters::are_same;
use partnership_risk_core::register::{Kind, LifeStage, Partnership, PartnershipId, Register, Timestamp};

use super::Problem;
use super::checks::{Checks, key, lines, tidy, typed};
use super::kept::draft;
use super::partner::{PartnerDraft, check_partners};

draft! {
    /// What is typed about a partnership.
    PartnershipDraft {
        /// Its name.
        name: String,
        /// The key of its kind.
        kind: String,
        /// The key of its status.
        status: String,
        /// What it is for.
        purpose: String,
        /// Who leads it for us.
        lead_officer: String,
        /// Who answers for it.
        accountable_officer: String,
        /// What it is to achieve, one objective a line.
        objectives: String,
        /// How it adds value.
        value: ValueDraft,
        /// The other bodies in it.
        partners: Vec<PartnerDraft>,
        /// What flows through it.
        funding: FundingDraft,
        /// What the partners have agreed.
        agreement: AgreementDraft,
        /// The key of the stage of its life cycle; empty where nobody has said.
        stage: String,
        /// When it began.
        start: String,
        /// When it ends.
        end: String,
        /// When it is looked at again.
        next_review: String,
        /// The keys of the criteria of significance judged to be met.
        significant_for: Vec<String>,
        /// Anything else.
        notes: String,
        /// Why it is changed.
        reason: String,
    }
}

impl PartnershipDraft {
    /// The form for a new partnership.
    #[must_use]
    pub fn new() -> Self {
        let unknown = Partnership::new(PartnershipId::from_bits(0), "", 0);
        Self { kind: String::new(), ..Self::of(&unknown) }
    }

    /// The form for a partnership that is there.
    #[must_use]
    pub fn of(partnership: &Partnership) -> Self {
        Self {
            name: partnership.name.clone(),
            kind: key(partnership.kind),
            status: key(partnership.status),
            purpose: partnership.purpose.clone(),
            lead_officer: partnership.lead_officer.clone(),
            accountable_officer: partnership.accountable_officer.clone(),
            objectives: partnership.objectives.clone(),
            value: ValueDraft::of(&partnership.value),
            partners: partnership.partners.iter().map(PartnerDraft::of).collect(),
            funding: FundingDraft::of(&partnership.funding),
            agreement: AgreementDraft::of(&partnership.agreement),
            stage: typed(partnership.stage, key::<LifeStage>),
            start: typed(partnership.start, Date::as_typed),
            end: typed(partnership.end, Date::as_typed),
            next_review: typed(partnership.next_review, Date::as_typed),
            significant_for: partnership.significant_for.iter().map(ToString::to_string).collect(),
            notes: partnership.notes.clone(),
            reason: String::new(),
        }
    }

    /// The partnership described, or everything that is wrong with the description, in the order of the
    /// form. `id` is the one to change, or a fresh one.
    pub fn check(
        &self,
        register: &Register,
        id: PartnershipId,
        now: Timestamp,
    ) -> Result<Partnership, Vec<Problem>> {
        let mut checks = Checks::default();
        let name = self.check_name(register, id, &mut checks);
        let kind: Option<Kind> = checks.chosen(&self.kind, "kind", "Choose the form the partnership takes");
        let status = checks.choice(&self.status);
        let value = self.value.check(&mut checks);
        let partners = check_partners(&self.partners, &mut checks);
        let funding = self.funding.check(&mut checks);
        let agreement = self.agreement.check(&mut checks);
        let (start, end, next_review) = self.check_dates(&mut checks);
        let created = register.partnership(id).map_or(now, |before| before.created);
        checks.finish(|| Partnership {
            created,
            updated: now,
            kind: kind.unwrap_or_default(),
            status,
            stage: LifeStage::of_key(&self.stage),
            purpose: tidy(&self.purpose),
            objectives: lines(&self.objectives),
            partners,
            lead_officer: tidy(&self.lead_officer),
            accountable_officer: tidy(&self.accountable_officer),
            value,
            funding,
            agreement,
            start,
            end,
            next_review,
            significant_for: self.significant_for.iter().map(|key| Rc::from(&**key)).collect(),
            notes: tidy(&self.notes),
            ..Partnership::new(id, &name, now)
        })
    }

    /// Says whether a criterion of significance is judged to be met.
    pub fn judge(&mut self, criterion: &str, is_met: bool) {
        self.significant_for.retain(|key| key != criterion);
        if is_met {
            self.significant_for.push(criterion.to_owned());
        }
    }

    fn check_name(&self, register: &Register, id: PartnershipId, checks: &mut Checks) -> String {
        let name = checks.required(&self.name, "name", "Enter the name of the partnership");
        let same_name = |p: &Partnership| p.id != id && are_same(&p.name, &name);
        if register.partnerships().iter().any(|p| same_name(p)) {
            checks.note("name", format!("There is already a partnership called {name}"));
        }
        name
    }

    fn check_dates(&self, checks: &mut Checks) -> (Option<Date>, Option<Date>, Option<Date>) {
        let start = checks.date(&self.start, "start", "Start");
        let end = checks.date(&self.end, "end", "End");
        checks.in_order((start, "start"), (end, "end", "end"));
        (start, end, checks.date(&self.next_review, "next-review", "Next review"))
    }
}

#[cfg(test)]
mod tests;
