//! The text of a kept register.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| readers::document(text));
