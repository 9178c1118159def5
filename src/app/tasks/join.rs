//! What is here and what another tab has kept since, made one before anything is written: nobody's work is written over.
//! How registers are merged is the core's business; when they are kept is told next door in `keep`.

use std::rc::Rc;

use partnership_risk_core::document::{self, Header, merge};
use partnership_risk_core::register::Register;

use super::{BUILD, slots};
use crate::app::model::{Known, Mark, Merging, Moment, Origin, OtherCopy};
use crate::app::queries::merging::changed;
use crate::app::world::{Store, StoreError};

/// How a register here stands to what is kept.
pub(super) enum Joint {
    /// Nobody else has kept anything: it can be kept as it is.
    Alone,
    /// Another tab has, and this is what both are together.
    Both(Both),
    /// Another tab has, and a person is to decide.
    Divided(Box<Merging>),
}

/// What a register here and what another tab has kept are together.
pub(super) struct Both {
    /// The register.
    pub register: Moment,
    /// Whether that is what is kept already.
    pub is_kept: bool,
    /// What this tab knows of what is kept by now.
    pub known: Known,
    /// What to tell the person; empty where there is nothing to tell.
    pub said: String,
}

/// What another tab has kept.
struct Theirs {
    copy: Option<Rc<OtherCopy>>,
    marks: Vec<Mark>,
}

/// How a register stands to what is kept, by what this tab knows.
pub(super) fn joint(store: &dyn Store, mine: &Moment, known: Option<&Known>) -> Result<Joint, StoreError> {
    let Some(known) = known else { return Ok(Joint::Alone) };
    let current = slots::current(store)?;
    if known.is_newest(current.mark()) {
        return Ok(Joint::Alone);
    }
    let copy = slots::newest(store, &current)?.map(|text| read(&text)).transpose()?;
    Ok(joined(mine, &Theirs { copy, marks: current.marks() }, known))
}

fn read(text: &str) -> Result<Rc<OtherCopy>, StoreError> {
    let reason =
        |error| StoreError::Unusable(format!("another tab saved what this one cannot read: {error}"));
    let (register, header) = document::read(text).map_err(reason)?;
    Ok(Rc::new(OtherCopy { name: "the other tab".to_owned(), register: Rc::new(register), header }))
}

fn joined(mine: &Moment, theirs: &Theirs, known: &Known) -> Joint {
    let base = known.among(&theirs.marks).cloned().flatten();
    let kept = theirs.copy.as_ref().map(|copy| copy.register.clone());
    let newest = theirs.marks.first().copied().unwrap_or_default();
    // Where all that was kept is gone, what was last kept of it is not kept anew.
    let is_unchanged = *mine == base || theirs.marks == [0] && known.newest() == Some(mine);
    let known = known.with(newest, kept.clone());
    let both = |register: &Moment, is_kept, said: &str| {
        Joint::Both(Both { register: register.clone(), is_kept, known: known.clone(), said: said.to_owned() })
    };
    match (mine, &theirs.copy) {
        (None, None) => both(mine, true, ""),
        (Some(_), None) if is_unchanged => both(&None, true, "Another tab put the register away"),
        (Some(_), None) => {
            both(mine, false, "Another tab put the register away; it is kept, since it was changed here")
        }
        (None, Some(_)) if base.is_none() => both(&kept, true, ""),
        (None, Some(_)) => {
            both(&kept, true, "The register was not put away, since another tab has changed it")
        }
        (Some(mine), Some(other)) => merged(mine, other, base, known.clone()),
    }
}

fn merged(mine: &Rc<Register>, other: &Rc<OtherCopy>, base: Moment, known: Known) -> Joint {
    let merged = merge(base.as_deref(), mine, &other.register);
    if !merged.conflicts.is_empty() || !merged.told.is_empty() {
        let base = base.map(|register| {
            Rc::new(OtherCopy {
                name: "what both tabs began with".to_owned(),
                register,
                header: Header::new(0, 0, BUILD),
            })
        });
        let (other, origin) = (other.clone(), Origin::Tab(known));
        return Joint::Divided(Box::new(Merging { other, base, origin, decided: Vec::new() }));
    }
    let is_kept = merged.register == *other.register;
    // What is the same is the same thing, so that nothing is drawn anew.
    let register = match (merged.register == **mine, is_kept) {
        (true, _) => mine.clone(),
        (false, true) => other.register.clone(),
        (false, false) => Rc::new(merged.register),
    };
    let said = said(base.as_deref(), mine, &other.register);
    Joint::Both(Both { register: Some(register), is_kept, known, said })
}

/// What the person is told of a merge that nobody need decide.
fn said(base: Option<&Register>, mine: &Register, theirs: &Register) -> String {
    if mine == theirs || base == Some(theirs) {
        return String::new();
    }
    let what = base.map_or_else(|| "the register".to_owned(), |base| changed(&base.compared(theirs)));
    let ours = base.is_none_or(|base| base != mine);
    let more = if ours { "; both changes are kept" } else { "" };
    format!("Another tab changed {what}{more}")
}
