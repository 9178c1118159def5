//! What only a browser can show: its storage, its clock and its chance, behind the traits that the page
//! works with. Run by `cargo xtask test` inside headless Chromium.
#![cfg(target_arch = "wasm32")]

use partnership_risk::app::world::{CipherError, Store, StoreError};
use partnership_risk::browser;
use partnership_risk_core::document::sealed;
use partnership_risk_core::register::{PartnershipId, RiskId};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// The browser's store with nothing in it, emptied again when the test is over, well or not.
struct Emptied(std::rc::Rc<dyn Store>);

impl Emptied {
    fn new() -> Self {
        let emptied = Self(browser::world().store);
        emptied.empty();
        emptied
    }

    fn empty(&self) {
        for key in self.0.keys("").expect("this browser allows storage") {
            self.0.remove(&key).expect("what was listed can be removed");
        }
    }
}

impl Drop for Emptied {
    fn drop(&mut self) {
        self.empty();
    }
}

#[wasm_bindgen_test]
fn what_is_kept_is_found_again_letter_by_letter() {
    let emptied = Emptied::new();
    let store = &emptied.0;
    assert_eq!(store.read("a"), Ok(None));
    for text in ["", "plain", "\u{202e}<b>\0\n\"", "\u{1f525} £ ü \u{feff}", "{\"format\":1}"] {
        assert_eq!(store.write("a", text), Ok(()));
        assert_eq!(store.read("a"), Ok(Some(text.to_owned())));
    }
    assert_eq!(store.remove("a"), Ok(()));
    assert_eq!(store.read("a"), Ok(None));
    assert_eq!(store.remove("a"), Ok(()), "what is not there can be forgotten");
}

#[wasm_bindgen_test]
fn a_text_that_does_not_fit_is_refused_and_what_was_there_remains() {
    let emptied = Emptied::new();
    let store = &emptied.0;
    store.write("kept", "as it was").expect("an empty store has room");
    // Browsers give a page five or ten million characters.
    let too_much = "x".repeat(11 << 20);
    assert_eq!(store.write("kept", &too_much), Err(StoreError::Full));
    assert_eq!(store.read("kept"), Ok(Some("as it was".to_owned())));
    assert_eq!(store.write("other", &too_much), Err(StoreError::Full));
    assert_eq!(store.keys(""), Ok(vec!["kept".to_owned()]));
    assert_eq!(store.write("kept", "still in use"), Ok(()));
}

#[wasm_bindgen_test]
fn names_are_found_by_how_they_begin_and_in_order() {
    let emptied = Emptied::new();
    let store = &emptied.0;
    for key in ["b:2", "a:1", "b:1", "b", "c:b:1"] {
        store.write(key, key).expect("an empty store has room");
    }
    assert_eq!(store.keys("b:"), Ok(vec!["b:1".to_owned(), "b:2".to_owned()]));
    assert_eq!(store.keys("nothing"), Ok(Vec::new()));
    assert_eq!(store.keys("").map(|keys| keys.len()), Ok(5));
}

#[wasm_bindgen_test]
fn the_clock_goes_forward_and_writes_times_as_people_do() {
    // 1 January 2025, before this was written.
    const THEN: i64 = 1_735_689_600_000;
    let clock = browser::world().clock;
    let (one, two) = (clock.now(), clock.now());
    assert!(THEN < one && one <= two, "{one} {two}");
    let time = clock.time_of_day(one);
    let digits: Vec<usize> = time.split(':').map(str::len).collect();
    assert_eq!(digits, [2, 2], "{time}");
    assert_eq!(clock.date(THEN + 12 * 3_600_000), "01/01/2025");
}

#[wasm_bindgen_test]
fn ids_differ() {
    let world = browser::world();
    let mut ids: Vec<RiskId> = (0..1_000).map(|_| world.fresh_id()).collect();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), 1_000);
    let one: PartnershipId = world.fresh_id();
    assert_eq!(one.to_string().parse(), Ok(one));
}

/// Sealed by OpenSSL under the passphrase below.
const SEALED: &str = include_str!("../core/src/document/golden/sealed-1.prisk.json");

#[wasm_bindgen_test]
async fn the_browser_opens_what_openssl_has_sealed_and_nothing_that_was_altered() {
    let cipher = browser::world().cipher;
    assert!(cipher.is_there());
    let sealed = sealed::read(SEALED).expect("it is sound");
    let opened = cipher.open("correct horse battery staple", sealed.clone()).await.expect("it fits");
    assert_eq!(opened, include_bytes!("../core/src/document/golden/schema-2.prisk.json"));
    assert_eq!(cipher.open("another", sealed.clone()).await, Err(CipherError::Refused));
    let mut altered = sealed;
    altered.bytes[0] ^= 1;
    assert_eq!(cipher.open("correct horse battery staple", altered).await, Err(CipherError::Refused));
}

#[wasm_bindgen_test]
async fn the_browser_opens_what_it_has_sealed_however_the_passphrase_is_typed() {
    let cipher = browser::world().cipher;
    let [one, other] = [cipher.seal("M\u{f4}n", vec![7]).await, cipher.seal("M\u{f4}n", vec![7]).await];
    let [one, other] = [one.expect("it is there"), other.expect("it is there")];
    assert_ne!(one.lock, other.lock);
    // The same letter, put together of two characters.
    assert_eq!(cipher.open("Mo\u{302}n", one).await, Ok(vec![7]));
}
