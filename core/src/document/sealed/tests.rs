//! Held to files that OpenSSL wrote, and opened by the crates of RustCrypto, neither of which knows anything of ours.

use std::sync::LazyLock;

use aes_gcm::aead::{Aead, Payload};
use aes_gcm::{Aes256Gcm, KeyInit};
use pbkdf2::pbkdf2_hmac_array;
use proptest::prelude::{any, proptest};
use sha2::Sha256;

use super::*;
use crate::document;

/// The golden file of schema 2, sealed by OpenSSL 3 (`node:crypto`) under [`PASSPHRASE`].
const GOLDEN: &str = include_str!("../golden/sealed-1.prisk.json");
const PASSPHRASE: &str = "correct horse battery staple";

/// The key of the golden file; to make it takes a second.
static KEY: LazyLock<[u8; 32]> = LazyLock::new(|| {
    let lock = golden().lock;
    pbkdf2_hmac_array::<Sha256, 32>(PASSPHRASE.as_bytes(), lock.salt(), lock.iterations())
});

fn opened(sealed: &Sealed, key: &[u8; 32]) -> Option<String> {
    let bound = sealed.lock.bound();
    let payload = Payload { msg: &sealed.bytes, aad: bound.as_bytes() };
    let plain = Aes256Gcm::new(key.into()).decrypt(sealed.lock.nonce().into(), payload).ok()?;
    String::from_utf8(plain).ok()
}

fn golden() -> Sealed {
    read(GOLDEN).expect("it is sound")
}

#[test]
fn the_oracle_knows_the_published_vectors() {
    // PBKDF2-HMAC-SHA-256, RFC 7914, section 11.
    let key = pbkdf2_hmac_array::<Sha256, 64>(b"Password", b"NaCl", 80_000);
    assert_eq!(key[..8], [0x4d, 0xdc, 0xd8, 0xf6, 0x0b, 0x98, 0xbe, 0x21]);
    // AES-256-GCM, test case 14 of McGrew and Viega's submission to NIST: all noughts.
    let sealed = Aes256Gcm::new(&[0; 32].into()).encrypt(&[0; 12].into(), &[0_u8; 16][..]);
    let expected = "cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919";
    let hex: String = sealed.expect("it fits").iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(hex, expected);
}

#[test]
fn a_file_that_openssl_sealed_is_read_opened_and_written_as_it_was() {
    let sealed = golden();
    assert_eq!(write(&sealed), GOLDEN);
    let text = opened(&sealed, &KEY).expect("the passphrase fits");
    assert_eq!(text, include_str!("../golden/schema-2.prisk.json"));
    assert!(document::read(&text).is_ok());
    assert_eq!(opened(&sealed, &[0; 32]), None);
}

#[test]
fn nothing_of_a_sealed_file_can_be_altered_unnoticed() {
    let sealed = golden();
    let mut lock = sealed.lock;
    lock.iterations += 1;
    assert_eq!(opened(&Sealed { lock, ..sealed.clone() }, &KEY), None);
    for place in [0, sealed.bytes.len() / 2, sealed.bytes.len() - 1] {
        let mut altered = sealed.clone();
        altered.bytes[place] ^= 1;
        assert_eq!(opened(&altered, &KEY), None);
    }
    let cut = sealed.bytes[..sealed.bytes.len() - 1].to_vec();
    assert_eq!(opened(&Sealed { bytes: cut, ..sealed }, &KEY), None);
}

#[test]
fn a_file_laid_out_anew_is_still_the_same() {
    let in_one_line = json::read(GOLDEN).expect("JSON").to_string();
    assert_eq!(read(&in_one_line), Ok(golden()));
}

#[test]
fn a_file_that_cannot_be_opened_says_why() {
    for (from, to, reason) in [
        ("sealed", "other", "this is not an encrypted file"),
        ("\"schema\": 1", "\"schema\": 2", "encrypted by a newer version (schema 2"),
        ("SHA-256", "SHA-1", "`kdf` names a method"),
        ("AES-256-GCM", "AES-128-GCM", "`cipher` names a method"),
        ("600000", "599999", "`iterations` is 599999; what is opened has from 600000"),
        ("600000", "10000001", "`iterations` is 10000001"),
        ("600000", "-1", "`iterations` is -1"),
        ("600000", "6e5", "the file is damaged: invalid type"),
        ("600000", "9999999999999999999999", "the file is damaged: invalid type"),
        ("AAECAwQF", "AAEC", "the file is damaged: `salt`"),
        ("EBESExQV", "EBESExQVEBES", "the file is damaged: `nonce`"),
        ("\"text\": \"d", "\"text\": \"", "the file is damaged: `text`"),
        ("\"text\": \"d", "\"text\": \"\u{e9}", "the file is damaged: `text`"),
        ("\"text\"", "\"texts\"", "the file is damaged: missing field `text`"),
    ] {
        let altered = GOLDEN.replacen(from, to, 1);
        assert_ne!(altered, GOLDEN, "{from}");
        let error = read(&altered).expect_err("it was altered").to_string();
        assert!(error.starts_with(reason), "{error}");
    }
    let nested = "[".repeat(10_000);
    assert!(matches!(read(&nested), Err(SealedError::Malformed(_))));
    let short = Sealed { bytes: vec![0; TAG_BYTES - 1], ..golden() };
    assert_eq!(read(&write(&short)), Err(SealedError::NotBytes("text")));
}

#[test]
fn a_file_cut_at_any_byte_is_refused() {
    let end = GOLDEN.trim_end().len();
    for n in (0..600).chain(end - 600..end) {
        assert!(read(&GOLDEN[..n]).is_err(), "{n}");
    }
}

#[test]
fn what_is_sealed_says_so_at_its_beginning() {
    assert!(is_sealed(GOLDEN) && is_sealed(&GOLDEN[..100]));
    assert!(!is_sealed("") && !is_sealed("{\"format\":\"partnership-risk\""));
    assert!(!is_sealed(&["é".repeat(300), FORMAT.to_owned()].concat()));
}

proptest! {
    #[test]
    fn what_is_written_is_read_again(salt: [u8; 16], nonce: [u8; 12], bytes in proptest::collection::vec(any::<u8>(), 16..99)) {
        let sealed = Sealed { lock: Lock::new(salt, nonce), bytes };
        proptest::prop_assert_eq!(read(&write(&sealed)), Ok(sealed));
    }
}
