//! Links and questionnaires: what is handed on, and what is seen of what arrives before anything is done with it.

use std::rc::Rc;

use partnership_risk::app::event::Event;
use partnership_risk::app::tasks::{Parcel, link_of, questionnaire_parcel, register_parcel};
use partnership_risk::app::world::World;
use partnership_risk::app::world::memory::{GlassCipher, at_once};
use partnership_risk::ui::route::Route;
use partnership_risk_core::date::Date;
use partnership_risk_core::example::marlshire;
use partnership_risk_core::exchange::questionnaire::Sent;
use partnership_risk_core::health::{Answer, Answers, EDITION, QuestionId};
use partnership_risk_core::register::{Change, HealthCheckId, Questionnaire, Register, Reply, ReplyFate};

use crate::desk::Desk;
use crate::screen::Screen;

/// The place of a link to a parcel.
fn place(desk: &Desk, parcel: Parcel, passphrase: Option<&str>) -> String {
    let kind = parcel.kind;
    let link = at_once(link_of(desk.world.clone(), parcel, passphrase.map(str::to_owned)));
    Route::of_link(kind, link.expect("it is made")).to_string()
}

/// The place of a link to the invented council's first partnership, or to all of it.
fn shared(desk: &Desk, is_one: bool) -> String {
    let council = marlshire();
    let one = council.partnerships().first().map(|partnership| partnership.id).filter(|_| is_one);
    place(desk, register_parcel(&desk.world, &council, one).expect("it is there"), None)
}

fn asked() -> Questionnaire {
    let council = marlshire();
    let partnership = &council.partnerships()[0];
    Questionnaire {
        id: HealthCheckId::from_bits(7),
        partnership: partnership.id,
        partnership_name: partnership.name.clone(),
        asked_by: council.organisation().name.clone(),
        asked_on: Date::FIRST,
        body: "A partner".into(),
        respondent: "Head of audit".into(),
        edition: EDITION,
    }
}

fn reply() -> Reply {
    let answers = vec![(QuestionId::new("tensions"), Answer::Partly.into())];
    let answers = Answers::new(answers).expect("once");
    Reply {
        to: asked(),
        respondent: "Head of audit".into(),
        date: Date::FIRST,
        answers,
        notes: String::new(),
    }
}

fn answers(desk: &Desk) -> String {
    place(desk, questionnaire_parcel(&Sent::Answers(reply())), None)
}

fn questions(desk: &Desk) -> String {
    place(desk, questionnaire_parcel(&Sent::Questionnaire(asked())), None)
}

/// The invented council with these answers in it.
fn with_reply(reply: &Reply) -> Register {
    let council = marlshire();
    match council.fate_of(reply, 1) {
        Ok(ReplyFate::New(check)) => council.apply(Change::HealthChecksPut(vec![check])).expect("it fits"),
        other => panic!("{other:?}"),
    }
}

/// Places at which something has arrived, each with a desk.
pub(super) fn arrived() -> Vec<(Desk, String)> {
    let at = |desk: Desk, place: fn(&Desk) -> String| {
        let place = place(&desk);
        (desk, place)
    };
    vec![
        at(Desk::new(), |desk| shared(desk, true)),
        at(Desk::with_example(), |desk| shared(desk, true)),
        at(Desk::with_example(), |desk| shared(desk, false)),
        at(Desk::with_register(marlshire()), |desk| shared(desk, true)),
        at(Desk::new(), questions),
        at(Desk::with_register(marlshire()), answers),
        at(Desk::with_register(with_reply(&Reply { notes: "Before".into(), ..reply() })), answers),
        at(Desk::with_example(), answers),
        (Desk::with_example(), "#/shared/p1cut".to_owned()),
    ]
}

#[test]
fn what_is_shared_is_chosen_and_what_that_means_is_said() {
    let desk = Desk::with_register(marlshire());
    let screen = Screen::at(&desk, "#/share");
    assert_eq!(screen.title(), "Share by a link");
    assert_eq!(screen.filled("What to share"), "Everything: the whole register");
    screen.shows("Whoever has the link can read all that is in it");
    screen.shows("Nothing is sent anywhere by making it.");
    screen.button("Make the link");
    screen.button("Save a file instead");
    screen.field("Encrypt it with a passphrase");
    let id = marlshire().partnerships()[0].id;
    let about = Screen::at(&desk, &Route::Partnership(id).to_string());
    let one = Screen::at(&desk, &about.link_to("Share"));
    assert_eq!(one.filled("What to share"), marlshire().partnerships()[0].name);
    one.shows("Other partnerships, the history, snapshots and your rules stay here");
}

#[test]
fn a_shared_partnership_is_seen_before_it_is_added() {
    let desk = Desk::with_example();
    let screen = Screen::at(&desk, &shared(&desk, true));
    let council = marlshire();
    let name = &council.partnerships()[0].name;
    assert_eq!(screen.title(), format!("{name}, shared by Marlshire Council"));
    screen.shows("nothing of it is in your register");
    let open = council.risks_of(council.partnerships()[0].id);
    let open = open.filter(|risk| risk.status != partnership_risk_core::register::Status::Closed).count();
    assert_eq!(screen.table("Risks that were shared, the greatest first").rows().len(), open);
    screen.shows("They are rated on another matrix than yours.");
    screen.button("Add this partnership to my register");
    assert_eq!(*desk.register(), partnership_risk_core::example::fife_council());
}

#[test]
fn what_is_here_already_is_merged_and_not_added() {
    let desk = Desk::with_register(marlshire());
    let screen = Screen::at(&desk, &shared(&desk, true));
    screen.shows("It cannot simply be added:");
    screen.button("Merge with what is here");
    screen.does_not_show("Add this partnership");
    let whole = Screen::at(&desk, &shared(&desk, false));
    assert_eq!(whole.title(), "The register of Marlshire Council, shared with you");
    whole.button("Open in place of what is here");
    whole.button("Merge with what is here");
}

#[test]
fn a_stranger_can_look_at_what_was_shared() {
    let desk = Desk::new();
    let screen = Screen::at(&desk, &shared(&desk, true));
    screen.button("Open it as a register");
    screen.does_not_show("On your matrix");
}

#[test]
fn a_sealed_link_asks_for_its_passphrase_and_shows_nothing_before() {
    let desk = Desk::with_example();
    let desk =
        Desk { world: World { cipher: Rc::new(GlassCipher::default()), ..desk.world.clone() }, ..desk };
    let parcel = register_parcel(&desk.world, &marlshire(), None).expect("it is there");
    let screen = Screen::at(&desk, &place(&desk, parcel, Some("four plain words here")));
    assert_eq!(screen.title(), "It is protected with a passphrase");
    screen.field("Passphrase");
    screen.button("Open it");
    screen.does_not_show("Marlshire");
}

#[test]
fn a_link_that_cannot_be_opened_says_why() {
    let desk = Desk::with_example();
    let sound = shared(&desk, true);
    for (place, reason) in [
        (&sound[..sound.len() - 5], "Its end is missing: it was cut short on its way"),
        ("#/shared/hello", "It does not begin as the links of this calculator do"),
        ("#/answers/p2", "A newer version of this calculator has made it"),
        ("#/questionnaire/q1", "Its end is missing"),
    ] {
        let screen = Screen::at(&desk, place);
        assert!(screen.alerts()[0].contains(reason), "{:?}", screen.alerts());
    }
    let other = sound.replace("#/shared/", "#/answers/");
    Screen::at(&desk, &other).shows("It holds one partnership");
}

#[test]
fn a_partner_is_asked_from_the_health_of_a_partnership() {
    let desk = Desk::with_register(marlshire());
    let id = marlshire().partnerships()[0].id;
    let health = Screen::at(&desk, &Route::PartnershipHealth(id).to_string());
    assert_eq!(health.link_to("Open answers"), "#/answers");
    let screen = Screen::at(&desk, &health.link_to("Ask a partner"));
    assert_eq!(screen.title(), "Ask a partner");
    assert_eq!(screen.filled("Which partner?"), "Somebody at our own body");
    screen.button("Make the link");
    screen.does_not_show("Encrypt it");
}

#[test]
fn a_questionnaire_is_answered_without_a_register() {
    let desk = Desk::new();
    let screen = Screen::at(&desk, &questions(&desk));
    assert_eq!(screen.title(), "Purpose and value");
    screen.shows("asked by Marlshire Council");
    screen.shows("0 of 40 questions answered.");
    screen.button("Continue");
    screen.button("Send your answers");
    screen.field("Keep my answers in this browser, so that I can go on later by the same link");
    assert!(desk.stored().is_empty());
}

#[test]
fn answers_are_seen_before_they_are_added_and_never_doubled() {
    let desk = Desk::with_register(marlshire());
    let place = answers(&desk);
    let screen = Screen::at(&desk, &place);
    screen.shows("Head of audit");
    screen.shows("1 of 40 questions");
    screen.button("Add these answers");
    let Ok(ReplyFate::New(check)) = desk.register().fate_of(&reply(), 5) else { panic!("it is new") };
    let desk = desk.after(Event::Changed {
        change: Change::HealthChecksPut(vec![check]),
        said: "Added".into(),
        at: 5,
        reason: String::new(),
        by: Register::amended,
    });
    let again = Screen::at(&desk, &place);
    again.shows("These answers are here already");
    again.does_not_show("Add these answers");
    let other = Desk::with_register(with_reply(&Reply { notes: "Before".into(), ..reply() }));
    let replaces = Screen::at(&other, &place);
    replaces.shows("Head of audit, A partner has answered this questionnaire before");
    replaces.button("Replace the earlier answers");
}

#[test]
fn answers_about_what_is_not_here_are_refused() {
    let desk = Desk::with_example();
    let screen = Screen::at(&desk, &answers(&desk));
    assert!(screen.alerts()[0].contains("that partnership is not in this register"));
    let stranger = Desk::new();
    Screen::at(&stranger, &answers(&stranger)).shows("no register is open here");
    Screen::at(&desk, &questions(&desk).replace("#/questionnaire/", "#/answers/"))
        .shows("It holds the questions and no answers to them");
}
