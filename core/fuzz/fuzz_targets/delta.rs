//! A change to a register, as a journal keeps it.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| readers::delta(text));
