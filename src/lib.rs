//! The page of the Partnership Risk Calculator: what a person sees and does. What is true about
//! partnership risk is next door in `partnership-risk-core`, which knows no browser.
//!
//! | room | what is in it |
//! |---|---|
//! | [`app`] | the model, what happens to it, what is read from it, and the tasks that act on the world |
//! | [`browser`] | the browser's storage, clock and files behind the traits of [`app::world`] |
//! | [`ui`] | places, pages, components and charts |
//!
//! Arrows go one way: `ui` and `browser` know `app`, `app` knows the core, and `ui` does not know
//! `browser`. What takes long and is done beside the page is next door in `partnership-risk-worker`.

pub mod app;
pub mod browser;
pub mod ui;
