//! All that the page knows. Everything shown is derived from it by [`crate::app::queries`]; nothing is
//! kept twice.

mod copies;
mod files;
mod known;
mod peers;

use std::rc::Rc;

use partnership_risk_core::exchange::import::{Mapping, Stamp};
use partnership_risk_core::exchange::table::Table;
use partnership_risk_core::register::{PeerMark, Register, Timestamp};
use partnership_risk_sheets::workbook::Workbook;

use super::world::StoreError;
pub use copies::{Merging, Origin, OtherCopies, OtherCopy, Purpose};
pub use files::{Incoming, OwnFile, SealedFile, SeenFile};
pub use known::{Known, Mark};
pub use peers::{PeerBatch, Peers, Refused};

/// The page's state at one moment.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Model {
    /// The register, once there is one.
    pub register: Option<Rc<Register>>,
    /// Whether what is on screen is also in the store.
    pub keeping: Keeping,
    /// Whether what is not kept yet is so great a change that what is kept is to be copied first.
    pub is_greatly_changed: bool,
    /// Whether a newer version of the product has written the register, so that it is shown and not changed.
    pub is_newer: bool,
    /// Whether the person wants nothing to be kept in this browser.
    pub is_unkept: bool,
    /// What this tab knows of what is kept.
    pub known: Known,
    /// Whether this tab writes, or another.
    pub pen: Pen,
    /// Texts found in the store that could not be read.
    pub damaged: Vec<Damaged>,
    /// What is being done beside the page with a spreadsheet, as a sentence: reading one, or writing one.
    pub at_work: Option<String>,
    /// The spreadsheet that is being imported.
    pub import: Option<Import>,
    /// A register that was read from a file, to be opened or merged.
    pub incoming: Option<Incoming>,
    /// A sealed file that waits for its passphrase.
    pub sealed: Option<SealedFile>,
    /// The file in which the register is kept as well.
    pub own_file: Option<OwnFile>,
    /// Other copies of the register that are open.
    pub copies: OtherCopies,
    /// Submissions of peers that were chosen from files.
    pub peers: Rc<Peers>,
    /// The last thing worth telling.
    pub notice: Option<Notice>,
    /// How many places the person has gone to since it was told.
    pub places_since: usize,
    /// Earlier and later states of the register.
    pub history: History,
}

/// Whether what is on screen is also in the store.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Keeping {
    /// There is nothing to keep.
    #[default]
    Nothing,
    /// A change has not been kept yet.
    Pending,
    /// Kept, and when.
    Kept(Timestamp),
    /// Not kept, and why.
    NotKept(StoreError),
    /// Not kept, since another tab has kept something that does not go together with it; a person is to decide.
    Divided,
    /// Keeping is off, since a damaged text still lies where the register goes.
    Withheld,
}

/// Which of the tabs in which the page is open writes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pen {
    /// This one.
    #[default]
    Here,
    /// Another one; this one shows what that one keeps.
    Elsewhere,
}

/// Why the register cannot be changed on this page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unchangeable {
    /// A newer version of the product has written it.
    Newer,
    /// Another tab holds the pen.
    Elsewhere,
}

impl Unchangeable {
    /// What is said where a change is tried all the same.
    #[must_use]
    pub fn reason(self) -> &'static str {
        match self {
            Self::Newer => {
                "this register was saved by a newer version of the calculator, of which this one may lose a part. Reload the page to get the newest version"
            }
            Self::Elsewhere => {
                "this register is being worked on in another tab. Choose \u{201c}Work here instead\u{201d} first; what you typed stays"
            }
        }
    }
}

impl Model {
    /// Why the register cannot be changed here; nothing where it can.
    #[must_use]
    pub fn unchangeable(&self) -> Option<Unchangeable> {
        match (self.is_newer, self.pen) {
            (true, _) => Some(Unchangeable::Newer),
            (false, Pen::Elsewhere) => Some(Unchangeable::Elsewhere),
            (false, Pen::Here) => None,
        }
    }
}

/// A text that lay in the store and could not be read. It stays until the person lets it go.
#[derive(Clone, Debug, PartialEq)]
pub struct Damaged {
    /// Where it is now.
    pub key: String,
    /// What is wrong with it, where that is known.
    pub reason: String,
    /// The text as it was found.
    pub text: Rc<str>,
}

/// A spreadsheet on its way into the register.
#[derive(Clone, Debug, PartialEq)]
pub struct Import {
    /// The file's name.
    pub name: String,
    /// Its rows.
    pub table: Rc<Table>,
    /// What its columns and values are taken to mean.
    pub mapping: Rc<Mapping>,
    /// When it was chosen, and what new ids are drawn from.
    pub stamp: Stamp,
    /// The workbook that the table is from, and the place of its sheet there; none of a file of text.
    pub workbook: Option<(Rc<Workbook>, usize)>,
}

/// A message about something that just happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    /// It was done; it can be taken back where the history says so.
    Done(String),
    /// It was not done, and why.
    Refused(String),
}

/// What the history remembers: the register at one moment, or that there was none.
pub type Moment = Option<Rc<Register>>;

/// Earlier and later states of the register, each with what lies between it and the next one on the way to the
/// screen; parts that did not change are shared.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    past: Vec<(Moment, Between)>,
    future: Vec<(Moment, Between)>,
}

/// What lies between two moments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Between {
    /// A change of one register.
    Change,
    /// One register was put in the place of another.
    Choice,
}

impl Between {
    /// The moment `to` for somebody who comes `from` another one. It is as it was, but for the mark under which the
    /// same body has sent figures to its peers: those are in other hands.
    fn step(self, from: &Moment, to: Moment) -> Moment {
        let (Some(here), Some(there)) = (from, &to) else { return to };
        let [before, mark] = [here, there].map(|register| register.organisation().peer);
        match PeerMark::kept(before, mark) {
            kept if kept == mark => to,
            Some(kept) if self == Self::Change || mark.is_some() => Some(Rc::new(there.under(kept))),
            Some(_) | None => to,
        }
    }
}

impl History {
    /// Whether there is a change to take back.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is a change to make again.
    #[must_use]
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// Whether a register is the one that is here, `now`, or lies a few changes before or after it.
    #[must_use]
    pub fn is_of_one_kin(&self, now: Option<&Rc<Register>>, other: &Rc<Register>) -> bool {
        let is_other = |moment: &Moment| moment.as_ref().is_some_and(|register| Rc::ptr_eq(register, other));
        let is_among = |moments: &[(Moment, Between)]| {
            let changes = moments.iter().rev().take_while(|(_, between)| *between == Between::Change);
            changes.into_iter().any(|(moment, _)| is_other(moment))
        };
        now.is_some_and(|register| Rc::ptr_eq(register, other))
            || is_among(&self.past)
            || is_among(&self.future)
    }

    /// Remembers `before`; what was taken back before is now out of reach.
    pub(super) fn remember(&mut self, before: Moment, between: Between) {
        self.past.push((before, between));
        self.future.clear();
    }

    /// The state before the last change, and what lies between; `now` can be had again by [`Self::redo`].
    pub(super) fn undo(&mut self, now: Moment) -> Option<(Moment, Between)> {
        let (before, between) = self.past.pop()?;
        let before = between.step(&now, before);
        self.future.push((now, between));
        Some((before, between))
    }

    /// The state after the change last taken back, and what lies between.
    pub(super) fn redo(&mut self, now: Moment) -> Option<(Moment, Between)> {
        let (after, between) = self.future.pop()?;
        let after = between.step(&now, after);
        self.past.push((now, between));
        Some((after, between))
    }
}
