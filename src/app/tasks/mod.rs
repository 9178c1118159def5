//! The only functions that act on the world. Each takes what it needs as arguments, does one thing and
//! says what came of it as an event.

mod arriving;
mod copies;
mod device;
mod drafts;
mod file;
mod join;
mod journal;
mod keep;
mod mappings;
mod matrix;
mod offer;
mod open;
mod other_copy;
mod picture;
mod receive;
mod sending;
mod simulate;
mod slots;
mod spreadsheet;
mod survey;
mod tables;

pub use arriving::{Arrived, arrived, arrived_file, unsealed};
pub use copies::{Copy, CopyReason, copies, offer_copy, restore, taken};
pub use device::{clear_device, room};
pub use drafts::{forget_draft, keep_draft, kept_draft};
pub use file::{
    MOST_BYTES, Saving, Way, choose_file, days_ago, file_overdue, file_saved, forget_file, open_recent,
    put_off_file, recent_files, save_file, take,
};
pub use keep::{ToKeep, clear_damaged, keep, keep_at_once, rejoin};
pub use mappings::keep_mapping;
pub use matrix::{offer_matrix, offer_matrix_library, read_matrices};
pub use offer::{offer_damaged, offer_register, offer_submission};
pub use open::{begin, is_in_journal, open};
pub use other_copy::{compare_with_copy, merge_incoming, open_copy, read_copy};
pub use picture::{Entry, Figures, offer_figures, offer_picture};
pub use receive::{Received, TellEvent, choose_sheet, receive, unseal};
pub use sending::{Parcel, link_of, offer_parcel, questionnaire_parcel, register_parcel};
pub use simulate::simulate;
pub use slots::{POINTER, SLOTS};
pub use spreadsheet::stop_sheets;
pub use survey::{offer_survey, offer_survey_table, read_survey};
pub use tables::{TableForm, offer_differences, offer_table, offer_tables, offer_workbook};

/// What the names of texts that could not be read start with.
const DAMAGED_PREFIX: &str = "partnership-risk:damaged:";

/// The version of the product, as written into what it keeps.
const BUILD: &str = env!("CARGO_PKG_VERSION");
