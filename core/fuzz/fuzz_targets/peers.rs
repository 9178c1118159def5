//! The lines of a file of submissions.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| readers::peers(bytes));
