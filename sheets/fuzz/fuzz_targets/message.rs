//! Bytes that page or program may have sent.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| readers::message(bytes));
