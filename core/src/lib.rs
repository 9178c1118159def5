//! What is true about partnership risk.

pub mod catalogue;
pub mod league;
pub mod exchange;
pub mod register;
pub mod scale;
pub mod document;
pub mod example;
