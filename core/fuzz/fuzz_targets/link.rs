//! Text of an address.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| readers::link(text));
