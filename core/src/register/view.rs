//! A view of the register that is kept under a name. Which views there can be is the page's business.

/// A view of a page under a name of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedView {
    /// Its name.
    pub name: String,
    /// The address of the view, from `#` on.
    pub address: String,
}
