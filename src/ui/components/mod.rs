//! Pieces that pages are made of. They know only what they are given and no domain type. Their markup
//! follows the patterns of the GOV.UK Design System; each has a style sheet of its own name in `styles/`.
//!
//! A piece without state of its own is a plain value with a `view`, or a function: a yew component costs
//! five kilobytes of code, whatever is in it. Only what must remember or act is a component.

mod band;
mod banner;
mod button;
mod choice;
mod contents;
mod copy_field;
mod disclosure;
mod drop_target;
mod error_summary;
mod field;
mod figures;
mod file_input;
mod link;
mod listing;
mod pagination;
mod paint;
mod passphrase_field;
mod radios;
mod sort_header;
mod summary_list;
mod table;
mod table_field;
mod table_frame;
mod tabs;
mod text_area;
mod text_field;
mod tick;

pub use band::{Shade, band};
pub use banner::{BannerKind, banner};
pub use button::{Button, ButtonKind, Standing};
pub use choice::{Choice, ChoiceItem};
pub use contents::contents;
pub use copy_field::CopyField;
pub use disclosure::{Opening, disclosure, disclosure_if_open};
pub use drop_target::DropTarget;
pub use error_summary::{ErrorSummary, SummaryItem};
pub use field::{problem_id, problem_of};
pub use figures::{Figure, figures};
pub use file_input::{ChosenFile, FileInput, FilesInput, PickedFile};
pub use link::{Link, button_link, link};
pub use listing::listing;
pub use pagination::pagination;
pub use paint::Paint;
pub use passphrase_field::PassphraseField;
pub use radios::{RadioItem, Radios};
pub use sort_header::Sorted;
pub use summary_list::{SummaryRow, summary_list};
pub use table::{Head, TableRow, table, titled_table};
pub use table_field::{TableChoice, TableField};
pub use table_frame::table_frame;
pub use tabs::{Tab, tabs};
pub use text_area::TextArea;
pub use text_field::TextField;
pub use tick::Tick;
