//! A figure that may have to stay unsaid. Whether it has to is decided next door in `veil`.

/// Counts below this are not shown, nor anything from which one could be worked out.
pub const FEWEST: u64 = 10;

/// A figure about many bodies, or that it is not shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell<T> {
    /// It may be shown.
    Shown(T),
    /// It counts fewer than [`FEWEST`], or such a count could be worked out from it.
    Suppressed,
}

impl<T> Cell<T> {
    /// The figure, worked out only where it may be shown.
    pub(super) fn shown_if(may_be_shown: bool, figure: impl FnOnce() -> T) -> Self {
        if may_be_shown { Self::Shown(figure()) } else { Self::Suppressed }
    }

    /// The figure, if it is shown.
    #[must_use]
    pub fn shown(&self) -> Option<&T> {
        match self {
            Self::Shown(figure) => Some(figure),
            Self::Suppressed => None,
        }
    }
}
