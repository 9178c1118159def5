//! A packed text.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| readers::packed(text));
