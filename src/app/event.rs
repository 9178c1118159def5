//! What can happen, in the past tense. An event carries all that is needed to understand it: new ids
//! and the time come with it, since nothing below draws them.

use std::rc::Rc;

use partnership_risk_core::document::{Conflict, Side};
use partnership_risk_core::exchange::import::Mapping;
use partnership_risk_core::register::{Change, ChangeError, Register, Timestamp};

use super::model::{
    Damaged, Import, Incoming, Keeping, Known, Mark, Merging, Moment, OtherCopy, OwnFile, PeerBatch, Peers,
    Pen, Purpose, SealedFile,
};
use super::world::StoreError;

/// One thing that happened.
#[derive(Clone, Debug)]
pub enum Event {
    /// The page started and looked at what was kept.
    Opened(Opened),
    /// This tab or another has come to be the one that writes.
    PenMoved(Pen),
    /// Another tab kept something, and this is what is kept now.
    Followed(Opened),
    /// A register was found in the journal after the page had started without one.
    Recovered(Opened),
    /// A register took the place of what was there: a new one, an example, a file.
    RegisterChosen {
        /// The register.
        register: Rc<Register>,
        /// What to tell the person.
        said: String,
    },
    /// The person put the register away, as one does with a worked example, to begin anew.
    RegisterCleared,
    /// The register was changed by hand.
    Changed {
        /// The change.
        change: Change,
        /// What to tell the person.
        said: String,
        /// When.
        at: Timestamp,
        /// The reason that was given; may be empty.
        reason: String,
        /// How a register is changed: [`Register::amended`]. It comes with the event so that a page on which
        /// nothing can be changed need not hold the code for it.
        by: Amend,
    },
    /// The last change was taken back.
    Undone,
    /// A change taken back was made again.
    Redone,
    /// The register was kept.
    Saved {
        /// When.
        at: Timestamp,
        /// What was kept; something else may be on the screen by now.
        of: Option<Rc<Register>>,
        /// Under which mark.
        mark: Mark,
    },
    /// Another tab had kept something, and what is here was made one with it.
    Joined(Joined),
    /// Another tab had kept something that does not go together with what is here; nothing was written.
    Divided {
        /// What was to be kept.
        of: Moment,
        /// What a person is to decide.
        merging: Merging,
    },
    /// The person wants nothing to be kept in this browser from now on, or everything again.
    UnkeptWished(bool),
    /// All that is kept in this browser was removed, or could not be.
    DeviceCleared(Result<(), StoreError>),
    /// The register could not be kept.
    SaveFailed(StoreError),
    /// Something is being done beside the page with a spreadsheet; what, as a sentence.
    SheetsBegun(String),
    /// That is over: why it came to nothing, if it did and somebody should know.
    SheetsEnded(Option<String>),
    /// A spreadsheet was chosen for import and read as a table.
    TableRead(Import),
    /// A file could not be used.
    FileRefused {
        /// The file's name.
        name: String,
        /// What is wrong with it.
        reason: String,
    },
    /// A register was read from a file.
    FileOpened(Incoming),
    /// A file was chosen that only a passphrase opens.
    SealedFileFound(SealedFile),
    /// The person put away what was read from a file.
    FilePutAway,
    /// The register was written to a file.
    FileSaved {
        /// The file, where it can be written again.
        own: Option<OwnFile>,
        /// What to tell the person.
        said: String,
    },
    /// The file of the register was changed by somebody else; nothing was written.
    FileOvertaken,
    /// The person corrected what a column or a scale means.
    MappingChanged(Box<Mapping>),
    /// The import was given up.
    ImportClosed,
    /// The person agreed to the import as it was shown, all of it.
    ImportConfirmed {
        /// The register with what was imported.
        register: Rc<Register>,
        /// What to tell the person.
        said: String,
    },
    /// The person agreed to an import that cannot be made, and why it cannot.
    ImportRefused(String),
    /// Another copy of a register was opened.
    CopyOpened {
        /// For what.
        purpose: Purpose,
        /// The copy.
        copy: Rc<OtherCopy>,
        /// The state from which it and the register come, where one was found.
        base: Option<Rc<OtherCopy>>,
    },
    /// A copy was put away.
    CopyClosed(Purpose),
    /// It was decided which copy is right about some things that both say differently.
    ConflictsDecided(Vec<(Conflict, Side)>),
    /// The person agreed to the merge as it was shown, all of it.
    Merged {
        /// What came of both copies.
        register: Rc<Register>,
        /// What to tell the person.
        said: String,
    },
    /// So many files with submissions of peers were chosen.
    PeersChosen(usize),
    /// Some of them have been read.
    PeersRead {
        /// What was read.
        batch: Rc<PeerBatch>,
        /// How it is added: [`Peers::with`], which comes along so that only its page need hold the code for it.
        by: fn(&Peers, &PeerBatch) -> Peers,
    },
    /// The submissions of peers were put away.
    PeersCleared,
    /// A damaged text was downloaded or given up, and is no longer kept.
    DamagedCleared(String),
    /// The person went to another place.
    Moved,
    /// The person has read the message.
    NoticeDismissed,
}

impl Event {
    /// Whether it would change the register.
    #[must_use]
    pub fn is_change(&self) -> bool {
        match self {
            Self::RegisterChosen { .. }
            | Self::RegisterCleared
            | Self::Changed { .. }
            | Self::Undone
            | Self::Redone
            | Self::ImportConfirmed { .. }
            | Self::Merged { .. } => true,
            Self::Opened(_)
            | Self::PenMoved(_)
            | Self::Followed(_)
            | Self::Recovered(_)
            | Self::Saved { .. }
            | Self::UnkeptWished(_)
            | Self::DeviceCleared(_)
            | Self::SaveFailed(_)
            | Self::Joined(_)
            | Self::Divided { .. }
            | Self::CopyOpened { .. }
            | Self::CopyClosed(_)
            | Self::ConflictsDecided(_)
            | Self::SheetsBegun(_)
            | Self::SheetsEnded(_)
            | Self::TableRead(_)
            | Self::FileRefused { .. }
            | Self::FileOpened(_)
            | Self::SealedFileFound(_)
            | Self::FilePutAway
            | Self::FileSaved { .. }
            | Self::FileOvertaken
            | Self::MappingChanged(_)
            | Self::ImportClosed
            | Self::ImportRefused(_)
            | Self::PeersChosen(_)
            | Self::PeersRead { .. }
            | Self::PeersCleared
            | Self::DamagedCleared(_)
            | Self::Moved
            | Self::NoticeDismissed => false,
        }
    }
}

/// How a register is changed.
pub type Amend = fn(&Register, Change, Timestamp, &str) -> Result<Register, ChangeError>;

/// What came of a register here and what another tab had kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Joined {
    /// What was here; if something else is by now, all of this is passed over and found anew.
    pub from: Moment,
    /// What both are together; it is kept.
    pub to: Moment,
    /// What this tab knows of what is kept by now.
    pub known: Known,
    /// When it was kept.
    pub at: Timestamp,
    /// What to tell the person; empty where there is nothing to tell.
    pub said: String,
}

/// What the page found at its start.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Opened {
    /// The register that was kept, if it could be read.
    pub register: Option<Rc<Register>>,
    /// Whether a newer version of the product has written it.
    pub is_newer: bool,
    /// Whether and since when it is kept.
    pub keeping: Keeping,
    /// What this tab knows of what is kept by now.
    pub known: Known,
    /// Texts that could not be read, now and at earlier starts.
    pub damaged: Vec<Damaged>,
}
