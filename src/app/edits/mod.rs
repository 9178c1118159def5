//! What can be done at one press, without a form: each edit is a function from what is there to what comes in
//! its place, or to the change that puts it there. Pure: the day and the ids come from outside.

pub mod action;
pub mod control;
pub mod health_check;
pub mod loss;
pub mod partnership;
pub mod peers;
pub mod risk;
pub mod snapshot;
pub mod suggestions;
pub mod views;
pub mod waivers;
