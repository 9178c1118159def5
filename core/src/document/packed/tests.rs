//! Whatever is packed comes back, and whatever is damaged is refused.

use proptest::prelude::*;

use super::*;

fn packed(text: &str) -> String {
    let mut packing = Packing::default();
    packing.add(text);
    packing.end()
}

/// Text that deflates badly: bytes of a linear congruential generator as hexadecimal digits.
fn noise(n: usize) -> String {
    let next = |state: &u64| Some(state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1));
    let numbers = std::iter::successors(Some(1_u64), next).take(n);
    numbers.map(|state| format!("{:08x}", state >> 32)).collect()
}

#[test]
fn a_packed_text_is_made_of_characters_that_any_store_keeps() {
    let text = packed(&noise(2_000));
    assert!(text.chars().all(|c| ('\u{20}'..='\u{801f}').contains(&c)));
    assert!(text.encode_utf16().count() < 2_000 * 8 / 3);
}

#[test]
fn a_long_text_is_packed_and_unpacked_in_steps() {
    let text = noise(100_000);
    let mut packing = Packing::default();
    packing.add(&text);
    let n_steps = std::iter::repeat_with(|| packing.step()).take_while(|goes_on| *goes_on).count();
    assert_eq!(n_steps, text.len().div_ceil(STEP) - 1);
    let packed = packing.end();
    let mut unpacking = Unpacking::new(&packed).expect("just packed");
    let steps: Vec<_> = std::iter::repeat_with(|| unpacking.step()).take_while(Option::is_none).collect();
    assert!(steps.len() > 10, "{}", steps.len());
    assert_eq!(unpacked(&packed).as_deref(), Ok(&*text));
}

#[test]
fn what_says_that_it_is_packed_and_is_not_is_refused() {
    let sound = packed("sound");
    let far = format!("{}{:08x}", &sound[..sound.len() - STATED], MOST_BYTES + 1);
    for (text, error) in [
        (MARK, PackedError::NotPacked),
        ("prisk-packed-1:0123456700000001", PackedError::Damaged),
        ("prisk-packed-1:0123456700000é", PackedError::NotPacked),
        (&sound.replacen(MARK, "prisk-packed-1:\u{10}", 1), PackedError::Damaged),
        (&sound.replacen(MARK, "prisk-packed-1:\u{ffff}", 1), PackedError::Damaged),
        (&far, PackedError::TooLong),
    ] {
        assert_eq!(unpacked(text), Err(error), "{text}");
    }
    assert_eq!(unpacked("{}"), Ok(Cow::Borrowed("{}")));
}

#[test]
fn a_text_that_would_grow_beyond_what_it_states_is_stopped() {
    let bomb = packed(&" ".repeat(8 << 20));
    let lie = format!("{}{:08x}", &bomb[..bomb.len() - STATED], 1_000);
    let mut unpacking = Unpacking::new(&lie).expect("the length is not too great");
    assert_eq!(unpacking.step(), Some(Err(PackedError::Damaged)));
}

#[test]
fn a_text_cut_at_any_character_or_with_any_bit_altered_is_refused() {
    let text = packed(&noise(200));
    for (at, _) in text.char_indices().skip(MARK.len()) {
        assert!(unpacked(&text[..at]).is_err(), "cut at {at}");
    }
    let units: Vec<u16> = text.encode_utf16().collect();
    for at in MARK.len()..units.len() {
        for bit in 0..16 {
            let mut altered = units.clone();
            altered[at] ^= 1 << bit;
            let Ok(altered) = String::from_utf16(&altered) else { continue };
            let read = unpacked(&altered);
            assert!(read.is_err() || read.as_deref() == unpacked(&text).as_deref(), "{at} {bit}");
        }
    }
}

proptest! {
    #[test]
    fn any_text_in_any_pieces_comes_back(pieces: Vec<String>, steps: bool) {
        let mut packing = Packing::default();
        for piece in &pieces {
            packing.add(piece);
            if steps {
                packing.step();
            }
        }
        let text = packing.end();
        prop_assert!(is_packed(&text));
        let whole = pieces.concat();
        prop_assert_eq!(unpacked(&text), Ok(Cow::Owned(whole)));
    }

    #[test]
    fn no_text_behind_the_mark_harms(text in "[ -\u{801f}]{0,60}") {
        let read = unpacked(&format!("{MARK}{text}")).map(Cow::into_owned);
        prop_assert!(read.is_ok() || read.is_err());
    }
}
