//! Pieces that pages are made of. They know only their props and no domain type. Their markup follows
//! the patterns of the GOV.UK Design System; each has a style sheet of its own name in `styles/`.

mod band;
mod banner;
mod button;
mod choice;
mod disclosure;
mod error_summary;
mod field;
mod file_input;
mod link;
mod pagination;
mod sort_header;
mod summary_list;
mod text_area;
mod text_field;

pub use band::{Band, Shade};
pub use banner::{Banner, BannerKind};
pub use button::{Button, ButtonKind};
pub use choice::{Choice, ChoiceItem};
pub use disclosure::Disclosure;
pub use error_summary::{ErrorSummary, SummaryItem};
pub use file_input::{ChosenFile, FileInput};
pub use link::Link;
pub use pagination::Pagination;
pub use sort_header::{SortHeader, Sorted};
pub use summary_list::{SummaryList, SummaryRow};
pub use text_area::TextArea;
pub use text_field::TextField;
