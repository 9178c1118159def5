//! Nothing that was said to be saved is ever lost: [`machine`] edits, saves, crashes, reloads and changes tabs in any order,
//! on a [`device`] whose disk is slow, full, blocked or cut off in the middle of a write.

mod device;
mod machine;
