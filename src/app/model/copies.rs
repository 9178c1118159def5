//! Other copies of the register that were opened, to be merged with it or compared, and what was decided about them.
//! They are looked at and never kept.

use std::rc::Rc;

use partnership_risk_core::document::{Conflict, Header, Side};
use partnership_risk_core::register::Register;

use super::Known;

/// Another copy of a register.
#[derive(Clone, Debug, PartialEq)]
pub struct OtherCopy {
    /// What it is called: the name of its file, or when it was made.
    pub name: String,
    /// The register in it.
    pub register: Rc<Register>,
    /// What its envelope says.
    pub header: Header,
}

/// For what a copy is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To be merged with the register.
    Merge,
    /// As the state that both copies come of.
    Ancestor,
    /// To be compared with something later.
    Earlier,
    /// To be what something earlier is compared with, in place of the register.
    Later,
}

/// A merge under way.
#[derive(Clone, Debug, PartialEq)]
pub struct Merging {
    /// The copy that is to be merged with the register.
    pub other: Rc<OtherCopy>,
    /// The state that both come of, where one is known.
    pub base: Option<Rc<OtherCopy>>,
    /// Where the other copy comes from.
    pub origin: Origin,
    /// What was decided so far.
    pub decided: Vec<(Conflict, Side)>,
}

/// Where a copy that is to be merged comes from.
#[derive(Clone, Debug, PartialEq)]
pub enum Origin {
    /// From a file.
    File,
    /// Another tab has kept it; what this tab knows of what is kept once it is merged.
    Tab(Known),
}

/// All copies that are open.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OtherCopies {
    /// The one that is to be merged.
    pub merging: Option<Rc<Merging>>,
    /// The one that is compared.
    pub earlier: Option<Rc<OtherCopy>>,
    /// The one with which it is compared; the register where there is none.
    pub later: Option<Rc<OtherCopy>>,
}

impl OtherCopies {
    /// With a copy that was opened, and with the state from which it and the register come.
    pub(in crate::app) fn with(
        self,
        purpose: Purpose,
        copy: Rc<OtherCopy>,
        base: Option<Rc<OtherCopy>>,
    ) -> Self {
        match purpose {
            Purpose::Merge => {
                let merging = Merging { other: copy, base, origin: Origin::File, decided: Vec::new() };
                Self { merging: Some(Rc::new(merging)), ..self }
            }
            Purpose::Ancestor => self.merging_from(|merging| Merging { base: Some(copy.clone()), ..merging }),
            Purpose::Earlier => Self { earlier: Some(copy), ..self },
            Purpose::Later => Self { later: Some(copy), ..self },
        }
    }

    /// Without a copy that was put away.
    pub(in crate::app) fn without(self, purpose: Purpose) -> Self {
        match purpose {
            Purpose::Merge => Self { merging: None, ..self },
            Purpose::Ancestor => self.merging_from(|merging| Merging { base: None, ..merging }),
            Purpose::Earlier => Self { earlier: None, ..self },
            Purpose::Later => Self { later: None, ..self },
        }
    }

    /// With more decided; what is decided anew takes the place of what was.
    pub(in crate::app) fn deciding(self, decided: Vec<(Conflict, Side)>) -> Self {
        self.merging_from(|merging| {
            let is_anew =
                |earlier: &(Conflict, Side)| decided.iter().any(|(conflict, _)| *conflict == earlier.0);
            let mut all = merging.decided.clone();
            all.retain(|earlier| !is_anew(earlier));
            all.extend(decided.iter().cloned());
            Merging { decided: all, ..merging }
        })
    }

    /// With what another tab has kept and what cannot be merged by itself; what was decided stays.
    pub(in crate::app) fn divided(self, found: Merging) -> Self {
        let decided = self.merging.map(|merging| merging.decided.clone()).unwrap_or_default();
        Self { merging: Some(Rc::new(Merging { decided, ..found })), ..self }
    }

    /// Whether a merge with what another tab has kept is under way.
    #[must_use]
    pub fn has_other_tab(&self) -> bool {
        self.merging.as_ref().is_some_and(|merging| merging.origin != Origin::File)
    }

    fn merging_from(self, change: impl Fn(Merging) -> Merging) -> Self {
        Self { merging: self.merging.map(|merging| Rc::new(change((*merging).clone()))), ..self }
    }
}
