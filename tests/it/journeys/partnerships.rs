//! A partnership through its life: described, changed with a reason, copied, ended, put away, taken out
//! again and deleted, each step back by undo.

use partnership_risk::app::drafts::PartnershipDraft;
use partnership_risk::app::edits::partnership::{archived, copied, ended, restored};
use partnership_risk::app::event::Event;
use partnership_risk_core::register::{
    Change, Known, Partnership, PartnershipId, PartnershipStatus, Register,
};

use crate::desk::Desk;

const ID: PartnershipId = PartnershipId::from_bits(12);

/// The form is filled and sent.
fn described(desk: Desk, fill: impl Fn(&mut PartnershipDraft), reason: &str) -> Desk {
    let known = desk.register().partnership(ID);
    let mut draft = known.map_or_else(PartnershipDraft::new, |p| PartnershipDraft::of(p));
    fill(&mut draft);
    let at = desk.world.clock.now();
    let partnership = draft.check(desk.register(), ID, at).expect("nothing wrong");
    let (change, reason) = (Change::PartnershipsPut(vec![partnership]), reason.to_owned());
    desk.after(Event::Changed { change, said: "Saved".into(), at, reason, by: Register::amended })
}

fn partnership(desk: &Desk) -> Partnership {
    (**desk.register().partnership(ID).expect("it is there")).clone()
}

fn status(desk: &Desk) -> PartnershipStatus {
    partnership(desk).status
}

#[test]
fn a_partnership_goes_through_its_life_and_every_step_can_be_taken_back() {
    let desk = described(
        Desk::with_example(),
        |draft| {
            draft.name = "Joint waste service".into();
            draft.kind = "shared-service".into();
            draft.funding.pooled = "yes".into();
        },
        "",
    );
    assert_eq!(partnership(&desk).funding.pooled, Known::Yes);
    let (today, now) = (desk.world.clock.today(), desk.world.clock.now());

    let over = ended(&partnership(&desk), today, now);
    let desk = desk.does(Change::PartnershipsPut(vec![over]));
    assert_eq!(partnership(&desk).end, Some(today));
    let away = archived(&partnership(&desk), now);
    let desk = desk.does(Change::PartnershipsPut(vec![away]));
    assert_eq!(status(&desk), PartnershipStatus::Archived);
    let back = restored(&partnership(&desk), today, now);
    let desk = desk.does(Change::PartnershipsPut(vec![back]));
    assert_eq!(status(&desk), PartnershipStatus::Ended);

    let desk = desk.after(Event::Undone).after(Event::Undone).after(Event::Undone);
    assert_eq!((status(&desk), partnership(&desk).end), (PartnershipStatus::Active, None));
}

#[test]
fn the_reason_for_a_change_is_kept_beside_it() {
    let desk = described(
        Desk::with_example(),
        |draft| {
            draft.name = "Joint waste service".into();
            draft.kind = "shared-service".into();
        },
        "",
    );
    let desk = described(desk, |draft| draft.lead_officer = "Head of waste".into(), "The post was filled");
    let last = desk.register().history().last().expect("changes are remembered");
    assert_eq!(last.reason, "The post was filled");
    assert!(desk.comes_back().register().history().iter().any(|entry| entry.reason == "The post was filled"));
}

#[test]
fn a_copy_has_no_risks_and_a_deleted_partnership_comes_back_whole() {
    let desk = Desk::with_example();
    let council = desk.register().partnerships()[0].clone();
    let copy = copied(desk.register(), &council, ID, desk.world.clock.now());
    let desk = desk.does(Change::PartnershipsPut(vec![copy]));
    assert_eq!(partnership(&desk).name, "Copy of Council as a whole");
    assert_eq!(desk.register().risks_of(ID).count(), 0);

    let desk = desk.does(Change::PartnershipRemoved(council.id));
    assert_eq!(desk.register().risks().len(), 0);
    let desk = desk.after(Event::Undone);
    assert_eq!(desk.register().risks_of(council.id).count(), 11);
}
