//! A day's work, led by events alone: what a person does at the [`Desk`](crate::desk::Desk), and what
//! has become of the register then.

mod bad_files;
mod partnerships;
mod real_registers;
mod sequences;
pub mod spreadsheets;
mod tabs;
mod two_tabs;
mod work;
