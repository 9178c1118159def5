//! Text of a file of questions or answers.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| readers::questionnaire(text));
