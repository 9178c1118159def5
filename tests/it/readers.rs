//! Everything that reads bytes or text, fed with what looks like the real thing and is not. The fuzz
//! targets in `core/fuzz` feed the same functions for as long as one likes.

use std::rc::Rc;

use partnership_risk_core::base64::{self, Alphabet};
use partnership_risk_core::catalogue::{Survey, SurveyId, survey};
use partnership_risk_core::cost::{Costs, Slice};
use partnership_risk_core::date::Date;
use partnership_risk_core::document::packed::Packing;
use partnership_risk_core::document::{self, Header};
use partnership_risk_core::example::{fife_council, marlshire};
use partnership_risk_core::exchange::link::{self, shared};
use partnership_risk_core::exchange::questionnaire::{self, Sent};
use partnership_risk_core::exchange::survey;
use partnership_risk_core::health::{Answer, Answers, EDITION, QuestionId};
use partnership_risk_core::league::peers::{self, Month};
use partnership_risk_core::register::{
    Change, Delta, HealthCheckId, PeerId, PeerMark, Questionnaire, Reply, Risk,
};
use proptest::prelude::{ProptestConfig, Strategy, any, prop, prop_oneof};

#[path = "../../core/fuzz/src/lib.rs"]
mod fuzz;

use crate::desk::FIFE_CSV;

/// A sound text with a few of its bytes replaced, cut out or doubled.
fn spoilt(sound: String) -> impl Strategy<Value = Vec<u8>> {
    spoilt_bytes(sound.into_bytes())
}

fn spoilt_bytes(sound: Vec<u8>) -> impl Strategy<Value = Vec<u8>> {
    const LIKELY: &[u8] = b"\",;\t\n\r0123456789.-eE{}[]:\\ \0\xff'=NaN";
    let spot = (any::<prop::sample::Index>(), 0..6usize, prop::sample::select(LIKELY.to_vec()));
    prop::collection::vec(spot, 1..12).prop_map(move |spots| {
        let mut bytes = sound.clone();
        for (at, length, byte) in spots {
            let at = at.index(bytes.len().max(1)).min(bytes.len());
            let end = (at + length).min(bytes.len());
            bytes.splice(at..end, [byte]);
        }
        bytes
    })
}

fn inside_of_a_document() -> String {
    let header = Header::new(0, 0, "");
    let whole = document::write(&fife_council(), &header);
    let (_, inside) = whole.split_once("\"register\":").expect("the register is inside");
    let (inside, _) = inside.rsplit_once(",\"checksum\":").expect("the checksum comes last");
    inside.to_owned()
}

/// What the invented council would send its peers, twice.
fn two_submissions() -> String {
    let mark = PeerMark { id: PeerId::from_bits(7), edition: 1 };
    let made = peers::submission(&marlshire(), mark, Month::of(Date::FIRST)).expect("it has rated risks");
    let line = made.to_line();
    format!("{line}\n{line}\n")
}

/// What a journal would keep of a few edits.
fn a_difference() -> String {
    let before = marlshire();
    let risks: Vec<_> = before.risks().iter().take(3).map(|risk| (**risk).clone()).collect();
    let edited = risks[1..].iter().cloned().map(|risk| Risk { owner: "Somebody else".to_owned(), ..risk });
    let change = Change::All(vec![Change::RisksPut(edited.collect()), Change::RiskRemoved(risks[0].id)]);
    let after = before.amended(change, 1, "why").expect("sound");
    document::write_delta(&Delta::between(&before, &after))
}

/// The members of a sealed file by which it is opened.
fn in_a_sealed_file() -> String {
    let text = base64::write(&[7; 40], Alphabet::Files);
    let [salt, nonce] = [&[1; 16][..], &[2; 12]].map(|bytes| base64::write(bytes, Alphabet::Files));
    format!(r#""iterations":600000,"salt":"{salt}","nonce":"{nonce}","text":"{text}""#)
}

/// The invented council's first partnership as a link.
fn a_link() -> String {
    let register = marlshire();
    let one = register.partnerships().first().map(|partnership| partnership.id);
    let (kind, text) = shared::write(&register, one, &Header::new(0, 0, "")).expect("it is there");
    link::write(kind, &text)
}

/// What somebody at a partner would answer about that partnership.
fn answers() -> Reply {
    let register = marlshire();
    let partnership = &register.partnerships()[0];
    let to = Questionnaire {
        id: HealthCheckId::from_bits(7),
        partnership: partnership.id,
        partnership_name: partnership.name.clone(),
        asked_by: register.organisation().name.clone(),
        asked_on: Date::FIRST,
        body: "A partner".into(),
        respondent: String::new(),
        edition: EDITION,
    };
    let given = QuestionId::standard().zip(Answer::ALL).map(|(question, answer)| (question, answer.into()));
    let answers = Answers::new(given.collect()).expect("each once");
    Reply { to, respondent: "Head of audit".into(), date: Date::FIRST, answers, notes: "By post".into() }
}

/// The inside of a file of answers.
fn inside_of_answers() -> String {
    let whole = questionnaire::write(&Sent::Answers(answers()));
    let (_, inside) = whole.split_once("\"content\":").expect("the content is inside");
    inside.strip_suffix('}').expect("the file ends").to_owned()
}

fn a_packed_text() -> String {
    let mut packing = Packing::default();
    packing.add(&document::write(&fife_council(), &Header::new(0, 0, "")));
    packing.end()
}

fn a_survey() -> Rc<Survey> {
    survey(&SurveyId::new("aon-2025")).expect("it is shipped")
}

/// The risks of the invented council with their controls, as numbers.
fn a_portfolio() -> Vec<u8> {
    let register = marlshire();
    let mut numbers = Vec::new();
    Costs::of(&register, &Slice::All).portfolio(|_| true).write(&mut numbers);
    numbers.iter().flat_map(|number| number.to_le_bytes()).collect()
}

proptest::proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn a_spoilt_spreadsheet_is_read_or_refused_in_words(bytes in spoilt(FIFE_CSV.to_owned())) {
        fuzz::csv(&bytes);
    }

    #[test]
    fn a_spoilt_document_is_read_or_refused_in_words(bytes in spoilt(inside_of_a_document())) {
        fuzz::document(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn spoilt_submissions_are_read_or_refused_in_words(bytes in spoilt(two_submissions())) {
        fuzz::peers(&bytes);
    }

    #[test]
    fn a_spoilt_survey_is_read_or_refused_in_words(bytes in prop_oneof![
        spoilt(survey::write(&a_survey())), spoilt(survey::write_table(&a_survey())),
    ]) {
        fuzz::survey(&bytes);
    }

    #[test]
    fn spoilt_numbers_are_a_portfolio_or_none(bytes in spoilt_bytes(a_portfolio())) {
        fuzz::numbers(&bytes);
    }

    #[test]
    fn a_spoilt_journal_is_replayed_or_refused_in_words(bytes in spoilt(a_difference())) {
        fuzz::delta(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn a_spoilt_sealed_file_is_read_within_its_limits_or_refused_in_words(bytes in spoilt(in_a_sealed_file())) {
        fuzz::sealed(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn a_spoilt_packed_text_is_unpacked_or_refused_in_words(bytes in spoilt(a_packed_text())) {
        fuzz::packed(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn a_spoilt_link_is_opened_or_refused_in_words(bytes in prop_oneof![
        spoilt(a_link()), spoilt(inside_of_a_document()),
    ]) {
        fuzz::link(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn spoilt_answers_are_taken_or_refused_in_words(bytes in spoilt(inside_of_answers())) {
        fuzz::questionnaire(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn any_cell_is_a_position_or_refused_in_words(cell in "[-+0-9.,eE A-G(]{0,8}|.*") {
        fuzz::notation(&cell);
    }
}

#[test]
fn links_and_answers_that_are_sound_are_reached_past_their_checksums() {
    fuzz::link(&a_link());
    fuzz::link(&inside_of_a_document());
    fuzz::questionnaire(&inside_of_answers());
}

#[test]
fn a_journal_is_replayed() {
    fuzz::delta(&a_difference());
}

#[test]
fn the_inside_of_a_document_is_reached_past_its_checksum() {
    // Otherwise every spoilt document would be refused at the door.
    let inside = inside_of_a_document();
    let opened = document::read(&fuzz::in_an_envelope(&inside));
    assert_eq!(opened.map(|(register, _)| register), Ok(fife_council()));
}
