//! A waiver: a check that need not be passed, until a day and for a reason.

use std::rc::Rc;

use super::Subject;
use crate::date::Date;

/// A finding of one check on one subject that is let pass.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiver {
    /// The key of the check.
    pub check: Rc<str>,
    /// What it found something about.
    pub subject: Subject,
    /// Why it is let pass.
    pub reason: String,
    /// Until when, that day included.
    pub until: Date,
}
