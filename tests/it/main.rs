//! What must hold of the page as a whole, tried on the host: no browser is needed.
//!
//! | room | what is in it |
//! |---|---|
//! | [`journeys`] | the model led through a day's work by events alone |
//! | [`render`] | every page as a person finds it: by role, label and caption |
//! | [`readers`] | everything that reads bytes or text, fed with what fuzzers like |
//! | [`safety`] | storage that fails in every way, and nothing lost |
//! | [`tidy`] | the order of the house: arrows between modules, names, styles |
//! | [`figures`] | the figures of the benchmark, as the journeys in real browsers expect them |
#![allow(clippy::panic, reason = "a failing test says what it found")]

mod desk;
mod figures;
mod journeys;
mod readers;
mod render;
mod safety;
mod screen;
mod tidy;
