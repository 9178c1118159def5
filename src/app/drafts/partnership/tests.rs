//! A form gives back what it was given, and names all that is wrong.

use partnership_risk_core::example::fife_council;
use partnership_risk_core::money::Pence;
use partnership_risk_core::register::{
    Agreement, AgreementForm, Funding, Known, Partner, PartnershipStatus, Role, Sector, Value,
};
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
    let draft = PartnershipDraft { name: "Waste".into(), kind: "contract".into(), ..PartnershipDraft::new() };
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
