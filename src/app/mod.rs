//! What the page knows and how it changes, with no browser in it: a [`model`], the [`event`]s that
//! happen to it, a pure `reduce`, [`queries`] that only read, [`drafts`] of what is being typed,
//! [`edits`] made at one press, and [`tasks`], which alone act on the [`world`]. How it looks is next
//! door in [`crate::ui`].

pub mod cross_check;
pub mod drafts;
pub mod edits;
pub mod event;
pub mod fingerprint;
pub mod model;
pub mod queries;
mod reduce;
pub mod tasks;
pub mod world;
