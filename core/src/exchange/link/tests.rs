//! Whatever is put into a link comes back, and whatever was damaged, or never was a link, is refused.

use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};

use super::shared::{Shared, SharedError};
use super::*;
use crate::document::sealed::Lock;
use crate::document::{self, Header};
use crate::example::{fife_council, marlshire};
use crate::register::{Change, PartnershipId, Register, Risk};

fn header() -> Header {
    Header::new(3, 1_700_000_000_000, "0.1.0")
}

/// A link to a register, or to one of its partnerships.
fn link_to(register: &Register, one: Option<PartnershipId>) -> String {
    let (kind, text) = shared::write(register, one, &header()).expect("it is there");
    write(kind, &text)
}

/// What a link shares.
fn opened(link: &str) -> Result<Shared, String> {
    match read(link).map_err(|error| error.to_string())? {
        Link::Plain(kind, text) => shared::read(kind, &text).map_err(|error| error.to_string()),
        Link::Sealed(_) => Err("sealed".to_owned()),
    }
}

#[test]
fn a_register_and_each_of_its_partnerships_come_back() {
    for register in [fife_council(), marlshire()] {
        let whole = Shared { register: register.clone(), header: header(), is_one_partnership: false };
        assert_eq!(opened(&link_to(&register, None)), Ok(whole));
        for partnership in register.partnerships() {
            let alone = register.alone(partnership.id).expect("it is there");
            let one = Shared { register: alone, header: header(), is_one_partnership: true };
            assert_eq!(opened(&link_to(&register, Some(partnership.id))), Ok(one));
        }
    }
}

#[test]
fn a_partnership_makes_a_short_link_of_characters_that_stay_as_they_are_in_an_address() {
    let register = marlshire();
    let link = link_to(&register, Some(register.partnerships()[0].id));
    assert!(link.len() < 10_000, "{} characters", link.len());
    assert!(link.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_'));
}

#[test]
fn a_link_that_cannot_be_read_says_why() {
    let sound = write(LinkKind::Register, "{}");
    for (link, error) in [
        (String::new(), LinkError::Cut),
        ("r".to_owned(), LinkError::Cut),
        ("r1".to_owned(), LinkError::Cut),
        ("x1abc".to_owned(), LinkError::NotALink),
        ("re".to_owned(), LinkError::NotALink),
        ("\u{e9}1".to_owned(), LinkError::NotALink),
        (sound.replacen("r1", "r2", 1), LinkError::Newer),
        (sound.replacen("r1", "p1", 1), LinkError::Altered),
        (format!("{sound}AAAA"), LinkError::Altered),
        (format!("{sound}="), LinkError::Altered),
        (sound[..sound.len() - 1].to_owned(), LinkError::Cut),
        (framed('r', b"\xff\xff"), LinkError::Altered),
        (framed('r', &compress_to_vec(b"\xff", 1)), LinkError::Altered),
        (framed('s', &[0; 40]), LinkError::Altered),
        (framed('s', &[0; 60]), LinkError::Rounds),
        ("r".repeat(MOST_CHARACTERS + 1), LinkError::TooLong),
    ] {
        assert_eq!(read(&link), Err(error), "{}", &link[..link.len().min(40)]);
        assert!(!error.to_string().ends_with('.'));
    }
}

#[test]
fn what_was_sealed_comes_back_with_its_lock_and_says_nothing_of_what_it_holds() {
    let bytes = packed(LinkKind::Partnership, "{}");
    assert_eq!(unpacked(&bytes), Ok((LinkKind::Partnership, "{}".to_owned())));
    let sealed = Sealed { lock: Lock::new([1; 16], [2; 12]), bytes: [bytes, vec![3; 16]].concat() };
    let link = write_sealed(&sealed);
    assert_eq!(read(&link), Ok(Link::Sealed(sealed)));
    assert!(link.starts_with("s1"));
    assert_eq!(unpacked(b""), Err(LinkError::Altered));
    assert_eq!(unpacked(b"x"), Err(LinkError::NotALink));
}

#[test]
fn what_a_link_holds_must_be_a_register_where_one_is_wanted() {
    let kind = LinkKind::Questionnaire;
    assert_eq!(shared::read(kind, "{}"), Err(SharedError::SomethingElse(kind)));
    let text = document::write(&marlshire(), &header());
    let not_one = shared::read(LinkKind::Partnership, &text);
    assert_eq!(not_one, Err(SharedError::NotOne(marlshire().partnerships().len())));
    let error = shared::read(LinkKind::Register, "{}").expect_err("no register");
    assert_eq!(error.to_string(), "this is not a register of the Partnership Risk Calculator");
    assert!(opened(&write(LinkKind::Register, &"[".repeat(100_000))).is_err());
}

#[test]
fn a_link_that_would_unpack_to_a_gigabyte_is_given_up_after_a_few_megabytes() {
    // A million noughts deflate to a thousand bytes; a block of them, repeated, inflates for as long as one likes.
    let mut packer = miniz_oxide::deflate::core::CompressorOxide::new(
        miniz_oxide::deflate::core::create_comp_flags_from_zip_params(9, 0, 0),
    );
    let (block, mut packed) = (vec![b' '; 1 << 20], Vec::new());
    let mut out = vec![0; 1 << 16];
    for turn in 0..1 << 10 {
        let flush =
            if turn == (1 << 10) - 1 { miniz_oxide::MZFlush::Finish } else { miniz_oxide::MZFlush::None };
        let mut rest = &block[..];
        loop {
            let done = miniz_oxide::deflate::stream::deflate(&mut packer, rest, &mut out, flush);
            rest = &rest[done.bytes_consumed..];
            packed.extend_from_slice(&out[..done.bytes_written]);
            if rest.is_empty() && done.bytes_written < out.len() {
                break;
            }
        }
    }
    let link = framed('r', &packed);
    assert!(link.len() < MOST_CHARACTERS, "{}", link.len());
    let begun = std::time::Instant::now();
    assert_eq!(read(&link), Err(LinkError::TooLarge));
    assert!(begun.elapsed().as_secs() < 2);
}

#[test]
fn a_link_cut_at_any_character_is_refused_as_cut() {
    let register = marlshire();
    let link = link_to(&register, Some(register.partnerships()[0].id));
    for at in 0..link.len() {
        assert_eq!(read(&link[..at]), Err(LinkError::Cut), "cut at {at}");
    }
}

#[test]
fn a_link_with_any_character_altered_is_refused_or_the_same() {
    let link = write(LinkKind::Partnership, "{\"a partnership\":\"of two councils and a charity\"}");
    let sound = read(&link);
    for at in 0..link.len() {
        for other in (0x20..0x7f).map(char::from).chain(['\u{e9}', '\u{0}']) {
            let altered: String = [&link[..at], &other.to_string(), &link[at + 1..]].concat();
            let found = read(&altered);
            assert!(found.is_err() || found == sound, "{at} {other:?}");
        }
    }
}

/// The invented council with its risks described anew.
fn rewritten(texts: &[String]) -> Register {
    let register = marlshire();
    let risks = register.risks().iter().zip(texts.iter().cycle()).map(|(risk, text)| Risk {
        title: format!("Risk {text}"),
        cause: text.clone(),
        notes: text.clone(),
        ..(**risk).clone()
    });
    register.apply(Change::RisksPut(risks.collect())).expect("sound parts")
}

proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(8))]

    #[test]
    fn any_register_and_any_of_its_partnerships_come_back(
        texts in proptest::collection::vec(any::<String>(), 1..8), place: u8,
    ) {
        let register = rewritten(&texts);
        let partnership = register.partnerships()[usize::from(place) % register.partnerships().len()].id;
        let whole = opened(&link_to(&register, None)).map(|shared| shared.register);
        prop_assert_eq!(whole, Ok(register.clone()));
        let one = opened(&link_to(&register, Some(partnership))).map(|shared| shared.register);
        prop_assert_eq!(one.ok(), register.alone(partnership));
    }
}

proptest! {
    #[test]
    fn any_text_comes_back_under_its_kind(text: String, place in 0..LinkKind::ALL.len()) {
        let kind = LinkKind::ALL[place];
        prop_assert_eq!(read(&write(kind, &text)), Ok(Link::Plain(kind, text)));
    }

    #[test]
    fn reading_any_text_never_panics(text: String, packed: Vec<u8>) {
        for link in [text.clone(), format!("p1{text}"), framed('p', &packed), framed('s', &packed)] {
            prop_assert!(opened(&link).is_err());
        }
    }
}
