//! Partnerships as rows. Their partners are rows of their own, next door in `partner`.

use super::{Record, Slot};
use crate::register::{Partnership, PartnershipId, Register};

impl Record for Partnership {
    const SLOTS: &'static [Slot<Self>] = &[
        Slot::<Self>::new(
            "Name",
            "partnership, partnership name, name of partnership, partnership title, title, joint arrangement, \
             collaboration, shared service, alliance, programme, arrangement",
            |p| &mut p.name,
        )
        .needed(),
        Slot::<Self>::new("Form", "type, kind, partnership type, type of partnership, category", |p| &mut p.kind),
        Slot::<Self>::new("Status", "state, partnership status", |p| &mut p.status),
        Slot::<Self>::new("Stage", "life cycle stage, lifecycle stage", |p| &mut p.stage),
        Slot::<Self>::new("Purpose", "aim, aims, purpose of partnership, description, what it is for, remit", |p| {
            &mut p.purpose
        }),
        Slot::<Self>::new("Objectives", "objective, goals", |p| &mut p.objectives),
        Slot::<Self>::new("Lead officer", "lead, officer, owner, contact, responsible officer, link officer", |p| {
            &mut p.lead_officer
        }),
        Slot::<Self>::new("Accountable officer", "accountable, sponsor, senior responsible owner, sro", |p| {
            &mut p.accountable_officer
        }),
        Slot::<Self>::new("What is put in", "inputs, resources", |p| &mut p.value.inputs),
        Slot::<Self>::new("Our staff days a year", "staff days, staff time", |p| &mut p.value.staff_days),
        Slot::<Self>::new("What it produces", "outputs", |p| &mut p.value.outputs),
        Slot::<Self>::new("What changes for people", "outcomes, benefits", |p| &mut p.value.outcomes),
        Slot::<Self>::new("The alternatives", "alternatives, options", |p| &mut p.value.alternatives),
        Slot::<Self>::new("Annual budget", "budget, total budget, annual value, value, annual expense", |p| {
            &mut p.funding.annual_budget
        }),
        Slot::<Self>::new("Our contribution", "contribution, our funding, council contribution", |p| {
            &mut p.funding.our_contribution
        }),
        Slot::<Self>::new("Funding streams", "streams, number of funding streams", |p| &mut p.funding.streams),
        Slot::<Self>::new("Pooled budget", "pooled", |p| &mut p.funding.pooled),
        Slot::<Self>::new("Rules for an overspend", "overspend rules", |p| &mut p.funding.overspend_rules),
        Slot::<Self>::new("Agreement", "form of agreement, agreement type, governing document", |p| {
            &mut p.agreement.form
        }),
        Slot::<Self>::new("Deliverables agreed", "deliverables", |p| &mut p.agreement.deliverables),
        Slot::<Self>::new("Measures agreed", "measures, performance measures", |p| &mut p.agreement.measures),
        Slot::<Self>::new("Risk sharing agreed", "risk sharing", |p| &mut p.agreement.risk_sharing),
        Slot::<Self>::new("Exit agreed", "exit, exit strategy, exit plan", |p| &mut p.agreement.exit),
        Slot::<Self>::new("Agreement signed", "date signed, signed", |p| &mut p.agreement.signed).date(),
        Slot::<Self>::new("Agreement refreshed", "last refreshed", |p| &mut p.agreement.refreshed).date(),
        Slot::<Self>::new("Agreement review due", "agreement review", |p| &mut p.agreement.review_due).date(),
        Slot::<Self>::new("Start", "start date, date started, from", |p| &mut p.start).date(),
        Slot::<Self>::new("End", "end date, expiry, expiry date, to", |p| &mut p.end).date(),
        Slot::<Self>::new("Next review", "review, review date, next review date", |p| &mut p.next_review).date(),
    ];

    fn blank() -> Self {
        Self::new(PartnershipId::from_bits(0), "", 0)
    }

    fn notes(&mut self) -> &mut String {
        &mut self.notes
    }

    fn all(register: &Register) -> Vec<Self> {
        register.partnerships().iter().map(|partnership| (**partnership).clone()).collect()
    }
}
