//! What is true about partnership risk.

pub mod catalogue;
