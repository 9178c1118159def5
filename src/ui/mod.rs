//! What is seen: a [`route`] for each place, [`pages`] that read the model, [`components`] and
//! [`charts`] that know only their props. What anything means is decided in [`crate::app`].

mod app;
pub mod charts;
mod clipboard;
pub mod components;
pub mod focus;
pub mod keyboard;
pub mod location;
pub mod pages;
pub mod parts;
mod rehearsal;
pub mod rescue;
pub mod route;
pub mod session;
pub mod words;

pub use app::{App, AppProps};
pub use location::at_address;
