//! What is true about partnership risk.
