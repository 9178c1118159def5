//! The form for a partnership: every field that it has. Its partners are next door in `partner`.

use std::rc::Rc;

use partnership_risk_core::choice::Choice as _;
use partnership_risk_core::date::Date;
use partnership_risk_core::letters::are_same;
use partnership_risk_core::money::Pence;
use partnership_risk_core::register::{
    Agreement, AgreementForm, Funding, Kind, LifeStage, Partnership, PartnershipId, Register, Timestamp,
    Value,
};

use super::Problem;
use super::checks::{Checks, key, tidy, typed};
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

draft! {
    /// What is typed about how a partnership adds value.
    ValueDraft {
        /// What is put in besides money.
        inputs: String,
        /// Days of our own staff's work in a year.
        staff_days: String,
        /// What it produces.
        outputs: String,
        /// What changes for people.
        outcomes: String,
        /// What the alternatives would have been and would have cost.
        alternatives: String,
    }
}

draft! {
    /// What is typed about the money of a partnership.
    FundingDraft {
        /// All of it, in a year.
        annual_budget: String,
        /// What we put in.
        our_contribution: String,
        /// From how many streams it comes.
        streams: String,
        /// Whether it is pooled: a key.
        pooled: String,
        /// Whether there are rules for an overspend: a key.
        overspend_rules: String,
    }
}

draft! {
    /// What is typed about the agreement between the partners.
    AgreementDraft {
        /// The key of its form.
        form: String,
        /// Whether it says what each partner delivers: a key.
        deliverables: String,
        /// Whether it says how performance is measured: a key.
        measures: String,
        /// Whether it says who bears which risk: a key.
        risk_sharing: String,
        /// Whether it says how a partner leaves: a key.
        exit: String,
        /// When it was signed.
        signed: String,
        /// When it was last brought up to date.
        refreshed: String,
        /// When it is to be looked at again.
        review_due: String,
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
        in_order(checks, (start, "start"), (end, "end", "end"));
        (start, end, checks.date(&self.next_review, "next-review", "Next review"))
    }
}

impl ValueDraft {
    fn of(value: &Value) -> Self {
        Self {
            inputs: value.inputs.clone(),
            staff_days: typed(value.staff_days, |days| days.to_string()),
            outputs: value.outputs.clone(),
            outcomes: value.outcomes.clone(),
            alternatives: value.alternatives.clone(),
        }
    }

    fn check(&self, checks: &mut Checks) -> Value {
        Value {
            inputs: tidy(&self.inputs),
            staff_days: checks.whole(&self.staff_days, "value-staff-days", "Staff days"),
            outputs: tidy(&self.outputs),
            outcomes: tidy(&self.outcomes),
            alternatives: tidy(&self.alternatives),
        }
    }
}

impl FundingDraft {
    fn of(funding: &Funding) -> Self {
        Self {
            annual_budget: typed(funding.annual_budget, Pence::as_typed),
            our_contribution: typed(funding.our_contribution, Pence::as_typed),
            streams: typed(funding.streams, |streams| streams.to_string()),
            pooled: key(funding.pooled),
            overspend_rules: key(funding.overspend_rules),
        }
    }

    fn check(&self, checks: &mut Checks) -> Funding {
        let budget = checks.pence(&self.annual_budget, "funding-annual-budget", "Annual budget");
        let ours = checks.pence(&self.our_contribution, "funding-our-contribution", "Our contribution");
        if let (Some(budget), Some(ours)) = (budget, ours)
            && ours > budget
        {
            let message = "Our contribution is more than the whole budget: correct one of the two";
            checks.note("funding-our-contribution", message);
        }
        Funding {
            annual_budget: budget,
            our_contribution: ours,
            streams: checks.whole(&self.streams, "funding-streams", "Funding streams"),
            pooled: checks.choice(&self.pooled),
            overspend_rules: checks.choice(&self.overspend_rules),
        }
    }
}

impl AgreementDraft {
    fn of(agreement: &Agreement) -> Self {
        Self {
            form: key(agreement.form),
            deliverables: key(agreement.deliverables),
            measures: key(agreement.measures),
            risk_sharing: key(agreement.risk_sharing),
            exit: key(agreement.exit),
            signed: typed(agreement.signed, Date::as_typed),
            refreshed: typed(agreement.refreshed, Date::as_typed),
            review_due: typed(agreement.review_due, Date::as_typed),
        }
    }

    fn check(&self, checks: &mut Checks) -> Agreement {
        let form = checks.choice(&self.form);
        let signed = checks.date(&self.signed, "agreement-signed", "Date signed");
        if form == AgreementForm::None && signed.is_some() {
            let message = "There is no agreement to have been signed: clear the date or correct the form";
            checks.note("agreement-signed", message);
        }
        let refreshed = checks.date(&self.refreshed, "agreement-refreshed", "Last refreshed");
        in_order(checks, (signed, "date signed"), (refreshed, "agreement-refreshed", "last refresh"));
        let review_due = checks.date(&self.review_due, "agreement-review-due", "Review due");
        let last = (refreshed.max(signed), if refreshed > signed { "last refresh" } else { "date signed" });
        in_order(checks, last, (review_due, "agreement-review-due", "review"));
        Agreement {
            form,
            deliverables: checks.choice(&self.deliverables),
            measures: checks.choice(&self.measures),
            risk_sharing: checks.choice(&self.risk_sharing),
            exit: checks.choice(&self.exit),
            signed,
            refreshed,
            review_due,
        }
    }
}

/// Notes a problem where a day lies before one that it follows; each comes with its name.
fn in_order(
    checks: &mut Checks,
    (earlier, before): (Option<Date>, &str),
    (later, field, after): (Option<Date>, &str, &str),
) {
    if let (Some(earlier), Some(later)) = (earlier, later)
        && later < earlier
    {
        checks.note(field, format!("The {after} is before the {before}: correct one of the two"));
    }
}

/// Lines without the space around them, and without empty ones.
fn lines(text: &str) -> String {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use partnership_risk_core::example::fife_council;
    use partnership_risk_core::register::{Known, Partner, PartnershipStatus, Role, Sector};
    use partnership_risk_core::share::Share;

    use super::*;

    fn date(text: &str) -> Option<Date> {
        Date::read(text).ok()
    }

    /// A partnership of which everything is known.
    fn full(id: PartnershipId) -> Partnership {
        Partnership {
            purpose: "Recover more of what is thrown away".into(),
            objectives: "Recycle 60 %\nOne depot".into(),
            kind: Kind::SharedService,
            status: PartnershipStatus::Proposed,
            stage: Some(LifeStage::PartnerSelection),
            partners: vec![Partner {
                name: "County".into(),
                sector: Sector::Council,
                role: Role::AccountableBody,
                is_dominant: true,
                money_share: Share::read("66.67").ok(),
                loss_share: Some(Share::WHOLE),
            }],
            lead_officer: "Head of waste".into(),
            accountable_officer: "Director of place".into(),
            value: Value {
                inputs: "Two depots".into(),
                staff_days: Some(1200),
                outputs: "Collections".into(),
                outcomes: "Cleaner streets".into(),
                alternatives: "Each alone, at twice the cost".into(),
            },
            funding: Funding {
                annual_budget: Pence::read("1.7m").ok(),
                our_contribution: Pence::read("250000.50").ok(),
                streams: Some(3),
                pooled: Known::Yes,
                overspend_rules: Known::No,
            },
            agreement: Agreement {
                form: AgreementForm::SignedByAll,
                deliverables: Known::Yes,
                measures: Known::No,
                risk_sharing: Known::Yes,
                exit: Known::No,
                signed: date("1/4/2024"),
                refreshed: date("1/4/2025"),
                review_due: date("1/4/2026"),
            },
            start: date("1/4/2024"),
            end: date("31/3/2029"),
            next_review: date("1/10/2026"),
            significant_for: vec!["reliance".into(), "of-an-older-rule".into()],
            notes: "Nothing more".into(),
            ..Partnership::new(id, "Waste", 3)
        }
    }

    fn problems(edit: impl Fn(&mut PartnershipDraft)) -> Vec<(String, String)> {
        let mut draft = PartnershipDraft::of(&full(PartnershipId::from_bits(9)));
        edit(&mut draft);
        let found = draft.check(&fife_council(), PartnershipId::from_bits(9), 5);
        found.err().unwrap_or_default().into_iter().map(|p| (p.field, p.message)).collect()
    }

    #[test]
    fn two_partnerships_cannot_have_one_name_and_all_problems_are_told() {
        let found = problems(|draft| {
            draft.name = " council AS a whole ".into();
            draft.kind = String::new();
            draft.value.staff_days = "many".into();
            draft.partners[0].loss_share = "140".into();
            draft.funding.annual_budget = "about 5".into();
            draft.agreement.refreshed = "31/2/2026".into();
            draft.start = "x".into();
            draft.next_review = "soon".into();
        });
        let fields: Vec<&str> = found.iter().map(|(field, _)| field.as_str()).collect();
        assert_eq!(
            fields,
            [
                "name",
                "kind",
                "value-staff-days",
                "partner-1-loss-share",
                "funding-annual-budget",
                "agreement-refreshed",
                "start",
                "next-review"
            ]
        );
    }

    #[test]
    fn what_contradicts_itself_is_a_problem_of_the_later_field() {
        type Edit = fn(&mut PartnershipDraft);
        let cases: [(Edit, &str, &str); 6] = [
            (|d| d.end = "31/3/2024".into(), "end", "The end is before the start: correct one of the two"),
            (
                |d| d.agreement.refreshed = "31/3/2024".into(),
                "agreement-refreshed",
                "The last refresh is before the date signed: correct one of the two",
            ),
            (
                |d| d.agreement.review_due = "31/3/2025".into(),
                "agreement-review-due",
                "The review is before the last refresh: correct one of the two",
            ),
            (
                |d| {
                    d.agreement.refreshed = String::new();
                    d.agreement.review_due = "31/3/2024".into();
                },
                "agreement-review-due",
                "The review is before the date signed: correct one of the two",
            ),
            (
                |d| d.agreement.form = key(AgreementForm::None),
                "agreement-signed",
                "There is no agreement to have been signed: clear the date or correct the form",
            ),
            (
                |d| d.funding.our_contribution = "2m".into(),
                "funding-our-contribution",
                "Our contribution is more than the whole budget: correct one of the two",
            ),
        ];
        for (edit, field, message) in cases {
            assert_eq!(problems(edit), [(field.to_owned(), message.to_owned())]);
        }
        assert_eq!(problems(|d| d.end = d.start.clone()), [], "a day is a term");
    }

    #[test]
    fn an_unchanged_form_gives_the_partnership_back_with_a_new_date() {
        let register = fife_council();
        let full = full(PartnershipId::from_bits(9));
        let change = partnership_risk_core::register::Change::PartnershipsPut(vec![full]);
        let register = register.apply(change).expect("a sound partnership");
        for before in register.partnerships() {
            let after = PartnershipDraft::of(before).check(&register, before.id, 5).expect("nothing wrong");
            assert_eq!(after, Partnership { updated: 5, ..(**before).clone() });
        }
    }

    #[test]
    fn a_new_form_asks_for_no_more_than_a_name_and_a_kind() {
        let draft =
            PartnershipDraft { name: "Waste".into(), kind: "contract".into(), ..PartnershipDraft::new() };
        let id = PartnershipId::from_bits(9);
        let expected = Partnership { kind: Kind::Contract, ..Partnership::new(id, "Waste", 5) };
        assert_eq!(draft.check(&fife_council(), id, 5), Ok(expected));
    }

    #[test]
    fn objectives_are_one_a_line() {
        let mut draft = PartnershipDraft::of(&full(PartnershipId::from_bits(9)));
        draft.objectives = "\n  Recycle 60 % \n\n One depot\r\n".into();
        let after = draft.check(&fife_council(), PartnershipId::from_bits(9), 5).expect("nothing wrong");
        assert_eq!(after.objectives, "Recycle 60 %\nOne depot");
    }

    #[test]
    fn a_judgement_is_made_once_and_can_be_taken_back() {
        let mut draft = PartnershipDraft::new();
        draft.judge("reliance", true);
        draft.judge("reliance", true);
        assert_eq!(draft.significant_for, ["reliance"]);
        draft.judge("reliance", false);
        assert!(draft.significant_for.is_empty());
    }
}
