//! Worked examples, ready to be opened and looked at: a full register of an invented council, and one that a
//! real body has published. What is invented says so and names no real body; what is published says where.

mod fife;
mod marlshire;
#[cfg(test)]
mod tests;

pub use fife::fife_council;
pub use marlshire::marlshire;

use crate::register::Register;

/// One of the worked examples.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Example {
    /// An invented council with eight partnerships.
    Marlshire,
    /// Fife Council's register of significant risks, as it was published.
    Fife,
}

impl Example {
    /// Its register.
    #[must_use]
    pub fn register(self) -> Register {
        match self {
            Self::Marlshire => marlshire(),
            Self::Fife => fife_council(),
        }
    }
}
