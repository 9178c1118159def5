//! What the loss engine is timed on: [`workloads`] are portfolios, [`tasks`] what is asked of them and of `spreadsheets`,
//! and `browser` hands the tasks to a page. The benches beside this crate run on the host; `cargo xtask bench` runs both,
//! and what others take for the same work (`peers/`). No part of the product, and nothing that a test waits for.

mod browser;
mod spreadsheets;
pub mod tasks;
pub mod workloads;
