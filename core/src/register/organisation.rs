//! Whose register this is.

use std::rc::Rc;

use crate::scale::Matrix;

/// The body that owns the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisation {
    /// Its name as people say it.
    pub name: String,
    /// What kind of body it is.
    pub sector: Sector,
    /// The matrix by which its risks are rated.
    pub matrix: Rc<Matrix>,
    /// Where the register came from, when it is somebody else's published one; empty for one's own.
    pub published_source: String,
}

/// What kind of body an organisation is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sector {
    /// A council or combined authority.
    Council,
    /// A police force or a police and crime commissioner.
    Police,
    /// A fire and rescue service.
    Fire,
    /// A National Health Service body.
    Health,
    /// A charity or community body.
    Charity,
    /// Any other body, or not said.
    #[default]
    Other,
}

impl Sector {
    /// Every sector, in the order it is offered.
    pub const ALL: [Self; 6] =
        [Self::Council, Self::Police, Self::Fire, Self::Health, Self::Charity, Self::Other];

    /// What people call it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Council => "Council",
            Self::Police => "Police",
            Self::Fire => "Fire and rescue",
            Self::Health => "NHS body",
            Self::Charity => "Charity or community body",
            Self::Other => "Other",
        }
    }
}
