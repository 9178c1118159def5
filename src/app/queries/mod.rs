//! What is shown, derived from the model. Queries read and never change; each is a function from the
//! register and a few plain values to what a page needs.

pub mod actions;
pub mod appetite;
pub mod attention;
pub mod benchmark;
pub mod bow_tie;
pub mod categories;
pub mod controls;
pub mod cost;
pub mod drivers;
pub mod duties;
pub mod findings;
pub mod first_figures;
pub mod health;
pub mod heat_map;
pub mod import;
pub mod lack;
mod last;
pub mod losses;
pub mod movement;
pub mod overview;
pub mod partnerships;
pub mod past_losses;
pub mod peers;
pub mod portfolio;
pub mod practice;
pub mod rebasing;
pub mod risk_table;
pub mod search;
pub mod seek;
pub mod several;
pub mod sharing;
pub mod significance;
pub mod snapshots;
pub mod sort;
pub mod suggestions;
pub mod surveys;
