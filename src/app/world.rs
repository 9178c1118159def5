//! What the application needs from outside, as small traits: a store, a clock, chance, a cipher, files and
//! somebody for what takes long. The
//! browser fills them in [`crate::browser`]; [`memory`] is their twin for tests and for a page whose
//! browser offers no store.

use std::fmt;
use std::pin::Pin;
use std::rc::Rc;

use partnership_risk_core::date::Date;
use partnership_risk_core::register::{Id, Timestamp};

use partnership_risk_worker::Slices;

mod cipher;
mod disk;
pub mod memory;

pub use cipher::{Cipher, CipherError};
pub use disk::{Disk, DiskError, DiskFile, MOST_RECENT};

/// Texts kept under names, surviving the page.
pub trait Store {
    /// The text under `key`, if there is one.
    fn read(&self, key: &str) -> Result<Option<String>, StoreError>;
    /// Keeps `text` under `key`, in place of what was there. On failure what was there remains.
    fn write(&self, key: &str, text: &str) -> Result<(), StoreError>;
    /// Forgets what is under `key`.
    fn remove(&self, key: &str) -> Result<(), StoreError>;
    /// All names that start with `prefix`, in order.
    fn keys(&self, prefix: &str) -> Result<Vec<String>, StoreError>;
    /// How much is kept, names and texts, in units of UTF-16: under names that start with `prefix`, and in all.
    fn room(&self, prefix: &str) -> Result<Room, StoreError>;
}

/// How much of a store is taken, in units of UTF-16.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Room {
    /// By texts of this product.
    pub ours: usize,
    /// By all texts, those of other pages at the same address among them.
    pub all: usize,
}

impl Room {
    /// How much browsers let the pages of one address keep.
    pub const LIMIT: usize = 5 * 1_024 * 1_024;

    /// Whether more than four fifths are taken.
    #[must_use]
    pub fn is_scarce(self) -> bool {
        self.all > Self::LIMIT / 5 * 4
    }
}

/// Texts kept on shelves under numbers. It is slower than a [`Store`] and surer: what it says is written is on the disk, and
/// stays there if the browser is killed at once.
pub trait Archive {
    /// The numbers on a shelf, the least first.
    fn numbers(&self, shelf: Shelf) -> Later<Result<Vec<u64>, StoreError>>;
    /// The text under a number, if there is one.
    fn read(&self, shelf: Shelf, number: u64) -> Later<Result<Option<String>, StoreError>>;
    /// Puts texts on a shelf and takes others off it, all of that or nothing; ready once it is on the disk.
    fn write(
        &self,
        shelf: Shelf,
        puts: Vec<(u64, String)>,
        removes: Vec<u64>,
    ) -> Later<Result<(), StoreError>>;
}

/// What is put together in an archive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shelf {
    /// The register after each of its last changes, by revision.
    Journal,
    /// Copies of earlier days and from before great changes, by the time they were made.
    Backups,
}

impl Shelf {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Journal, Self::Backups];
}

/// The tabs of this browser in which the page is open. One of them holds the pen and writes; the others follow.
pub trait Tabs {
    /// Asks for the pen, and tells what comes of it for as long as the page is open.
    fn join(&self, tell: TellTab);
    /// Asks for the pen that another tab holds; a tab that does not answer loses it.
    fn take_over(&self);
    /// Says that the pen can be taken: everything here is kept.
    fn hand_over(&self);
    /// Lays the pen down, for whoever wants it, and asks for it no more.
    fn leave(&self);
    /// Asks for the pen again after that, if no other tab has it.
    fn come_back(&self);
    /// Whether this tab holds the pen.
    fn writes(&self) -> bool;
}

/// What a tab hears.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TabNews {
    /// It holds the pen.
    Writes,
    /// Another tab does.
    Follows,
    /// Another tab asks for the pen.
    Asked,
    /// Another tab kept something.
    Kept,
}

/// To whom a tab's news go.
pub type TellTab = Rc<dyn Fn(TabNews)>;

/// Something that comes later.
pub type Later<T> = Pin<Box<dyn Future<Output = T>>>;

/// Why a store did not do as asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// The browser allows this page no storage.
    Blocked,
    /// There is no room left.
    Full,
    /// Another tab took over before it was done.
    TakenOver,
    /// What is there cannot be used, for this reason.
    Unusable(String),
    /// The browser said something else.
    Failed(String),
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Blocked => f.write_str("this browser allows the page no storage"),
            Self::Full => f.write_str("the browser\u{2019}s storage for this page is full"),
            Self::TakenOver => f.write_str("another tab took over before this was saved"),
            Self::Unusable(reason) => f.write_str(reason),
            Self::Failed(reason) => write!(f, "the browser refused: {reason}"),
        }
    }
}

impl std::error::Error for StoreError {}

/// What time it is.
pub trait Clock {
    /// Now.
    fn now(&self) -> Timestamp;
    /// The day it is here.
    fn today(&self) -> Date;
    /// A time as the people here write it: hours and minutes.
    fn time_of_day(&self, at: Timestamp) -> String;
    /// A moment in which other things can happen.
    fn pause(&self) -> Later<()>;
    /// A date as the people here write it.
    fn date(&self, at: Timestamp) -> String;
}

/// Where new ids come from.
pub trait Chance {
    /// 64 random bits.
    fn bits(&self) -> u64;
}

/// Where files go.
pub trait Files {
    /// Offers `text` to the person as a file.
    fn offer(&self, name: &str, media_type: &str, text: &str);
    /// Offers a file that is no text.
    fn offer_bytes(&self, name: &str, media_type: &str, bytes: &[u8]);
}

/// Pictures that stand on the page.
pub trait Pictures {
    /// Offers the picture with this id to the person as a file, whose name is a stem with the ending of its form.
    fn offer(&self, id: &str, stem: &str, form: PictureForm);
}

/// As what a picture is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureForm {
    /// As lines, which stay sharp at every size.
    Svg,
    /// As pixels, which every program takes.
    Png,
}

/// Work that is done beside the page by a program of its own, one piece at a time.
pub trait Worker {
    /// Begins a piece of work and tells each answer as it comes; what was begun before is given up and tells nothing
    /// more.
    fn begin(&self, work: Work, tell: Tell);
    /// Gives up what was begun.
    fn stop(&self);
}

/// A piece of work.
#[derive(Clone, Debug)]
pub struct Work {
    /// What is to be done, as its program reads it.
    pub order: Vec<u8>,
    /// The same work for a browser that has no workers: it is done on the page between other things. None where that
    /// would be too much for the page.
    pub on_page: Option<OnPage>,
}

/// How an order is done on the page, slice by slice.
pub type OnPage = fn(&[u8]) -> Box<dyn Slices>;

/// What comes of a piece of work.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// What is told of it, as its program writes it.
    Told(Vec<u8>),
    /// It has stopped, for this reason as far as it is known.
    Failed(String),
    /// It was not begun: the browser makes no worker, or the program did not arrive.
    NoWorker,
}

/// To whom answers go.
pub type Tell = Rc<dyn Fn(Answer)>;

/// Everything outside, in one hand that is cheap to copy.
#[derive(Clone)]
pub struct World {
    /// Where the register is kept.
    pub store: Rc<dyn Store>,
    /// Where its last changes and its copies are.
    pub archive: Rc<dyn Archive>,
    /// The other tabs of this browser.
    pub tabs: Rc<dyn Tabs>,
    /// What time it is.
    pub clock: Rc<dyn Clock>,
    /// Where new ids come from.
    pub chance: Rc<dyn Chance>,
    /// Who encrypts.
    pub cipher: Rc<dyn Cipher>,
    /// Where files go.
    pub files: Rc<dyn Files>,
    /// Files that can be written again.
    pub disk: Rc<dyn Disk>,
    /// The pictures of the page.
    pub pictures: Rc<dyn Pictures>,
    /// Who does what takes long.
    pub worker: Rc<dyn Worker>,
    /// Who reads and writes spreadsheets.
    pub sheets: Rc<dyn Worker>,
}

impl World {
    /// An id that nothing else has.
    #[must_use]
    pub fn fresh_id<T>(&self) -> Id<T> {
        Id::from_bits(self.chance.bits())
    }
}

/// There is one world; copies of its hand are the same.
impl PartialEq for World {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.store, &other.store)
            && Rc::ptr_eq(&self.archive, &other.archive)
            && Rc::ptr_eq(&self.tabs, &other.tabs)
            && Rc::ptr_eq(&self.clock, &other.clock)
            && Rc::ptr_eq(&self.chance, &other.chance)
            && Rc::ptr_eq(&self.cipher, &other.cipher)
            && Rc::ptr_eq(&self.files, &other.files)
            && Rc::ptr_eq(&self.disk, &other.disk)
            && Rc::ptr_eq(&self.pictures, &other.pictures)
            && Rc::ptr_eq(&self.worker, &other.worker)
            && Rc::ptr_eq(&self.sheets, &other.sheets)
    }
}
