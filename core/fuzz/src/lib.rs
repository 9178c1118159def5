//! What must hold of every reader, whatever it is given. The fuzz targets beside this file feed it with
//! bytes of a fuzzer; the host tests of the page feed the same functions with bytes of their own.
//!
//! `cargo xtask fuzz 600` runs each for ten minutes.

use std::rc::Rc;

use partnership_risk_core::catalogue::{About, Survey, SurveyId};
use partnership_risk_core::document::packed::{self, Packing};
use partnership_risk_core::document::{self, Header, sealed};
use partnership_risk_core::example::marlshire;
use partnership_risk_core::exchange::import::{Stamp, guess_as, preview, recall, remember};
use partnership_risk_core::exchange::kind::Kind;
use partnership_risk_core::exchange::link::{self, Link, LinkKind, shared};
use partnership_risk_core::exchange::outgoing::{Outgoing, markdown};
use partnership_risk_core::exchange::questionnaire::{self, Sent};
use partnership_risk_core::exchange::survey;
use partnership_risk_core::exchange::table::{HeaderChoice, Reading, Table, read_file};
use partnership_risk_core::league::peers::{self, Added, PeerPool};
use partnership_risk_core::loss::{Numbers, Portfolio};
use partnership_risk_core::register::{Change, Delta, Organisation, Register, Reply, ReplyFate};
use partnership_risk_core::scale::notation::{Notation, Order, split_pair};
use partnership_risk_core::scale::preset::PRESETS;

/// Bytes become a table, a guess, a preview and perhaps a change; a change always fits the register it
/// was made for, and what comes of it can be kept and read again.
pub fn csv(bytes: &[u8]) {
    for header in [HeaderChoice::Guess, HeaderChoice::Absent, HeaderChoice::Row(2)] {
        let Ok(table) = read_file(bytes, Reading { delimiter: None, header }) else { continue };
        for kind in Kind::ALL {
            imported(&table, kind);
        }
    }
}

/// A table taken as a kind of thing becomes a preview and perhaps a change, which fits; what was agreed on is
/// remembered, and what came in can be taken out again.
fn imported(table: &Table, kind: Kind) {
    let register = empty_register();
    for mapping in [
        guess_as(table, kind, &register),
        recall(&remember(&guess_as(table, kind, &register), &register), table, &register),
    ] {
        let preview = preview(table, &mapping, &register, &[], Stamp { now: 1, seed: 2 });
        assert!(preview.findings.listed().iter().all(|finding| !finding.to_string().is_empty()));
        let Some(change) = preview.change() else { continue };
        let after = register.apply(change).expect("a change that is offered can be made");
        assert!(kind != Kind::Risks || after.risks().len() == preview.added());
        assert!(Outgoing::ALL.iter().all(|which| which.csv(&after).starts_with('\u{feff}')));
        assert!(markdown(&after).starts_with("## "));
        is_read_again(&after);
    }
}

/// Any text is a register or is refused in words; a register that was read can be written and read again.
pub fn document(text: &str) {
    for text in [text, &in_an_envelope(text)] {
        match document::read(text) {
            Ok((register, _)) => is_read_again(&register),
            Err(error) => assert!(!error.to_string().is_empty()),
        }
    }
}

/// Any text is a change to the invented council's register or is refused in words; one that fits can be written and
/// read again, and what comes of it can be kept.
pub fn delta(text: &str) {
    let before = marlshire();
    match document::read_delta(text, &before) {
        Err(error) => assert!(!error.to_string().is_empty()),
        Ok(delta) => match delta.apply(&before) {
            Err(error) => assert!(!error.to_string().is_empty()),
            Ok(after) => {
                is_read_again(&after);
                let delta = Delta::between(&before, &after);
                let again = document::read_delta(&document::write_delta(&delta), &before);
                assert_eq!(again.expect("just written").apply(&before), Ok(after));
            }
        },
    }
}

/// Any text is left as it is, unpacked to a text that can be packed again, or refused in words.
pub fn packed(text: &str) {
    for text in [text, &format!("prisk-packed-1:{text}")] {
        match packed::unpacked(text) {
            Err(error) => assert!(!error.to_string().is_empty()),
            Ok(whole) => {
                let mut packing = Packing::default();
                packing.add(&whole);
                assert_eq!(packed::unpacked(&packing.end()).as_deref(), Ok(&*whole));
            }
        }
    }
}

/// Any text is a sealed file within its limits, which is written and read again, or is refused in words; laid out by
/// lines, it stays what it was.
pub fn sealed(text: &str) {
    let inside = in_a_sealed_file(text);
    for text in [text, &inside] {
        match sealed::read(text) {
            Ok(found) => {
                assert!((sealed::ITERATIONS..=sealed::MOST_ITERATIONS).contains(&found.lock.iterations()));
                assert!(found.bytes.len() >= sealed::TAG_BYTES);
                assert_eq!(sealed::read(&sealed::write(&found)), Ok(found));
            }
            Err(error) => assert!(!error.to_string().is_empty()),
        }
        let lines = document::laid_out(text);
        let blanks = |c: &char| !c.is_ascii_whitespace();
        assert!(lines.chars().filter(blanks).eq(text.chars().filter(blanks)));
    }
}

/// The text as the members of a sealed file after the ones that every reader looks at first.
fn in_a_sealed_file(members: &str) -> String {
    format!(
        r#"{{"format":"partnership-risk-sealed","schema":1,"kdf":"PBKDF2-HMAC-SHA-256","cipher":"AES-256-GCM",{members}}}"#
    )
}

/// Any text is a link or is refused in words, with its checksum right too; what a link shares can be shared again, and
/// each of its partnerships alone.
pub fn link(text: &str) {
    let around =
        [LinkKind::Register, LinkKind::Partnership].map(|kind| link::write(kind, &in_an_envelope(text)));
    for link in around.iter().map(String::as_str).chain([text]) {
        match link::read(link) {
            Err(error) => assert!(!error.to_string().is_empty()),
            Ok(Link::Sealed(sealed)) => assert_eq!(link::write_sealed(&sealed), link),
            Ok(Link::Plain(kind, text)) => match shared::read(kind, &text) {
                Err(error) => assert!(!error.to_string().is_empty()),
                Ok(found) => is_shared_again(&found.register, &found.header),
            },
        }
    }
}

fn is_shared_again(register: &Register, header: &Header) {
    let one = register.partnerships().first().map(|partnership| partnership.id);
    for which in [None, one] {
        let (kind, text) = shared::write(register, which, header).expect("it is there");
        let found = link::read(&link::write(kind, &text)).expect("just written");
        assert_eq!(found, Link::Plain(kind, text.clone()));
        let again = shared::read(kind, &text).map(|shared| shared.register);
        let expected = one.filter(|_| which.is_some()).and_then(|id| register.alone(id));
        assert_eq!(again, Ok(expected.unwrap_or_else(|| register.clone())));
    }
}

/// Any text is questions or answers or is refused in words, with its checksum right too; what was read is written and
/// read again, and answers are something to any register.
pub fn questionnaire(text: &str) {
    let inside = text.trim_matches([' ', '\t', '\r', '\n']);
    let sum = crc_32(inside.as_bytes());
    let around = ["questionnaire", "answers"].map(|kind| {
        format!(
            r#"{{"format":"partnership-risk-{kind}","schema":1,"checksum":"crc32:{sum:08x}","content":{inside}}}"#
        )
    });
    for text in around.iter().map(String::as_str).chain([text]) {
        match questionnaire::read(text.as_bytes()) {
            Err(error) => assert!(!error.to_string().is_empty()),
            Ok(sent) => {
                assert_eq!(questionnaire::read(questionnaire::write(&sent).as_bytes()), Ok(sent.clone()));
                if let Sent::Answers(reply) = sent {
                    is_something_to(&marlshire(), &reply);
                }
            }
        }
    }
}

fn is_something_to(register: &Register, reply: &Reply) {
    match register.fate_of(reply, 1) {
        Err(error) => assert!(!error.to_string().is_empty()),
        Ok(ReplyFate::Known) => {}
        Ok(ReplyFate::New(check) | ReplyFate::Replaces(_, check)) => {
            let after = register.apply(Change::HealthChecksPut(vec![check])).expect("it was checked");
            assert_eq!(after.fate_of(reply, 2), Ok(ReplyFate::Known));
        }
    }
}

/// The text as the inside of a document whose checksum is right, so that what lies behind it is reached.
pub fn in_an_envelope(inside: &str) -> String {
    let inside = inside.trim_matches([' ', '\t', '\r', '\n']);
    let checksum = crc_32(inside.as_bytes());
    format!(
        r#"{{"format":"partnership-risk","schema":1,"saved_at":0,"build":"","checksum":"crc32:{checksum:08x}","register":{inside}}}"#
    )
}

/// CRC-32/ISO-HDLC, bit by bit.
fn crc_32(bytes: &[u8]) -> u32 {
    let step = |crc: u32| if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 };
    !bytes.iter().fold(!0, |crc, byte| (0..8).fold(crc ^ u32::from(*byte), |crc, _| step(crc)))
}

/// Bytes are a sound survey or are refused in words; one that was read whole fits a register, and what comes of it
/// can be kept, handed on and read again.
pub fn survey(bytes: &[u8]) {
    match survey::read(bytes) {
        Err(faults) => {
            assert!(!faults.is_empty() && faults.iter().all(|fault| !fault.to_string().is_empty()));
        }
        Ok(read) => {
            let Some(about) = read.about else { return };
            let id = SurveyId::own(&about.title, |_| false);
            let survey = Survey::new(About { id, ..about }, read.rows).expect("it was checked");
            let again = survey::read(survey::write(&survey).as_bytes()).expect("it was just written");
            assert_eq!(again.rows, survey.rows());
            let with = empty_register().apply(Change::SurveysPut(vec![survey]));
            is_read_again(&with.expect("an own survey fits any register"));
        }
    }
}

/// A cell is a position on the scale or is refused in words, in every notation.
pub fn notation(cell: &str) {
    let guessed = Notation::guess([cell].into_iter());
    let digits = (3..=6).map(Notation::digits);
    for notation in digits.chain(guessed) {
        for order in [Order::LowestFirst, Order::HighestFirst] {
            match (Notation { order, ..notation }).read(cell) {
                Ok(position) => assert!((1.0..=notation.steps as f64).contains(&position.value())),
                Err(error) => assert!(!error.to_string().is_empty()),
            }
        }
    }
    if let Some((letter, digit)) = split_pair(cell) {
        assert!(!letter.is_empty() && !digit.is_empty());
    }
}

/// Each line of any bytes is a submission, which can be written and read again, or is refused in words; what was
/// read fits into a pool, and the pool can be asked for everything.
pub fn peers(bytes: &[u8]) {
    let mut pool = PeerPool::default();
    for line in peers::read(bytes) {
        match line {
            Ok(submission) => {
                let again: Vec<_> = peers::read(submission.to_line().as_bytes()).collect();
                assert_eq!(again, [Ok(submission.clone())]);
                pool.add(&submission);
                assert_eq!(pool.add(&submission), Added::Older);
            }
            Err(error) => assert!(!error.to_string().is_empty()),
        }
    }
    assert_eq!(pool.table(None).entries.len(), 17);
}

/// Any numbers, as one page sends them to its worker, are a portfolio or none; what was read can be sent and read again.
pub fn numbers(bytes: &[u8]) {
    let all: Vec<f64> = bytes.as_chunks().0.iter().map(|number| f64::from_le_bytes(*number)).collect();
    let Some(portfolio) = Portfolio::read(&mut Numbers::new(&all)) else { return };
    let mut sent = Vec::new();
    portfolio.write(&mut sent);
    assert_eq!(Portfolio::read(&mut Numbers::new(&sent)), Some(portfolio));
}

fn empty_register() -> Register {
    Register::new(Organisation::new("Somewhere", Rc::new(PRESETS[0].matrix())))
}

fn is_read_again(register: &Register) {
    let header = Header::new(1, 1, "fuzz");
    let (again, same_header) =
        document::read(&document::write(register, &header)).expect("what was written can be read");
    assert_eq!((&again, same_header), (register, header));
}
