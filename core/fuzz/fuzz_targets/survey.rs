//! Bytes of a file of a survey.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| readers::survey(bytes));
