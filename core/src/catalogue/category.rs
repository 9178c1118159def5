//! The kinds of risk a partnership runs, and the names by which the register and the crosswalks refer to them.
//! Which surveys speak of a category is the crosswalk's business; which risks belong to one is the register's.

use std::fmt;
use std::rc::Rc;

/// The stable name of a category: a slug such as `funding-and-finance`. Cheap to copy.
///
/// Any text is accepted, because a register may hold a category that this version does not know.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CategoryId(Rc<str>);

impl CategoryId {
    /// The id with this slug.
    pub fn new(slug: &str) -> Self {
        Self(Rc::from(slug))
    }

    /// The slug itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for CategoryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
