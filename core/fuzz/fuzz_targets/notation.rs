//! One cell of a rating.
#![no_main]

libfuzzer_sys::fuzz_target!(|cell: &str| readers::notation(cell));
