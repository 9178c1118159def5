//! Bytes of a file of a numbers.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| readers::numbers(bytes));
