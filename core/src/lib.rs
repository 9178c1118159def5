//! What is true about partnership risk: pure values and functions, without page, clock, chance or files.
//! Time, random numbers and the text of files are arguments; what is wrong is a value with words.
//!
//! | room | what belongs there |
//! |---|---|
//! | [`order`], [`letters`], [`decimal`], [`base64`], `json` | sorting, small letters, digits, bytes and JSON, each once for the whole product |
//! | [`choice`], [`date`], [`money`], [`share`] | sets to choose from, days, pence and parts of a whole, and how people write them |
//! | [`scale`] | how likely and how bad: scales, positions, the matrix, levels |
//! | [`catalogue`] | what is shipped: categories, typical risks, published surveys, their crosswalks, facts |
//! | [`loss`] | what losses cost: laws of frequency and severity, the distribution of a year's loss, what controls save of it |
//! | [`health`] | the health check of a partnership: its questions, scores, maturity and comparison |
//! | [`register`] | the user's document: organisation, partnerships, risks, and the changes it takes |
//! | [`document`] | the register as text that can be kept and read again, and two copies of it made one |
//! | [`example`] | registers to look around in: an invented one, and one that a real body has published |
//! | [`league`] | who stands where: our league table beside those of others, our practice beside what is published |
//! | [`cost`] | what the risks of a register cost in a year, before their controls and with them |
//! | [`exchange`] | spreadsheets read into a register and written from it, matrices of other products, links and questionnaires |
//! | [`duty`] | who has to do what until when |
//! | [`suggestion`] | typical risks that a partnership may have overlooked |
//! | [`check`] | what in a register is missing, late or contradicts itself |
//! | [`trend`] | what rose, fell, came and went from one snapshot to the next |
//!
//! A room uses the rooms above it and never one below or beside it:
//!
//! ```text
//! order, letters, decimal, base64, json, choice, date, money, share
//!   `- scale, catalogue, loss
//!        `- health
//!             `- register
//!                  |- document
//!                  |    `- example
//!                  |- cost
//!                  |- duty
//!                  |    `- check
//!                  |- league (knows cost)
//!                  |    |- trend
//!                  |    `- exchange (knows document)
//!                  `- suggestion
//! ```
//!
//! Exchange knows the document for the stored form of a matrix, which is also a file of its own, and the league
//! for the table that it hands on; example knows the document for the register that it ships in that form. Of the rooms at the top, JSON,
//! money and shares know [`decimal`] for the digits of their numbers.

pub mod base64;
pub mod catalogue;
pub mod check;
pub mod choice;
pub mod cost;
pub mod date;
pub mod decimal;
pub mod document;
pub mod duty;
pub mod example;
pub mod exchange;
pub mod health;
mod json;
pub mod league;
pub mod letters;
pub mod loss;
pub mod money;
pub mod order;
pub mod register;
pub mod scale;
pub mod share;
pub mod suggestion;
pub mod trend;
