//! The health check of a partnership: forty questions, what answers to them come to, and how several sets of
//! answers compare. It knows nothing of registers: who was asked about which partnership, and when, is theirs.
//!
//! | module | what belongs there |
//! |---|---|
//! | `theme` | the ten themes |
//! | `standard` | which questions there are, in which order, and the four key ones: names only |
//! | `question` | what a question says: its words, guidance, evidence and sources |
//! | `answer` | the seven answers, and an answer with its evidence |
//! | `answers` | the answers of one respondent about one partnership |
//! | `score` | points and shares by theme and in all |
//! | `maturity` | the five levels, and the key questions that hold a partnership at the second |
//! | `respondents` | several respondents about one partnership: medians and disagreements |
//! | `spectrum` | several partnerships beside one another, by theme |
//!
//! Only `question` reads the words, which are by far the largest part: whoever keeps or scores answers does
//! without them.

mod answer;
mod answers;
mod maturity;
mod question;
mod respondents;
mod score;
mod spectrum;
mod standard;
mod theme;

pub use answer::{Answer, Given};
#[cfg(test)]
pub(crate) use answers::tests;
pub use answers::{Answers, RepeatedQuestion};
pub use maturity::{Maturity, MaturityLevel, WeakKey};
pub use question::{Question, question, questions};
pub use respondents::{Line, Panel, Respondent};
pub use score::{Score, Tally};
pub use spectrum::{Row, Spectrum, Weakest};
pub use standard::{EDITION, QuestionId};
pub use theme::Theme;
