//! A register as a file of its own: opened, written where the browser lends files, handed out where it does not, and
//! remembered as saved. What a file that was chosen turns out to be is next door in `receive`.

mod open;
mod save;
mod saved;

pub use open::{choose_file, forget_file, open_recent, recent_files, take};
pub use save::{Saving, Way, save_file};
pub use saved::{days_ago, file_overdue, file_saved, put_off_file};

pub(super) use save::{document_text, file_name};
pub(super) use saved::{note_saved, want_file};

/// The most bytes of a file that are read. A register of 20,000 risks has some 6 MB, and a third more where it is sealed.
pub const MOST_BYTES: u32 = 20_000_000;
