//! What a partner is asked and answers, on its way: as a file or as a link, in both of which the same text travels. What
//! the text means is [`questionnaire_file`]'s business, and what comes of answers the register's.

use std::fmt;

use super::link::LinkKind;
use crate::document::questionnaire_file;

pub use crate::document::questionnaire_file::{MOST_BYTES, Sent, SentError};

/// Why a link brings neither questions nor answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SentLinkError {
    /// It holds something else than it says, or than is wanted; which.
    SomethingElse(LinkKind),
    /// What it holds cannot be read or used.
    Sent(SentError),
}

impl fmt::Display for SentLinkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::SomethingElse(kind) => write!(f, "it holds {}", kind.name()),
            Self::Sent(error) => write!(f, "{error}"),
        }
    }
}

impl std::error::Error for SentLinkError {}

fn kind(sent: &Sent) -> LinkKind {
    match sent {
        Sent::Questionnaire(_) => LinkKind::Questionnaire,
        Sent::Answers(_) => LinkKind::Answers,
    }
}

/// The text of a file.
#[must_use]
pub fn write(sent: &Sent) -> String {
    questionnaire_file::write(sent)
}

/// What the bytes of a file hold.
pub fn read(bytes: &[u8]) -> Result<Sent, SentError> {
    let text = std::str::from_utf8(bytes).map_err(|error| SentError::Malformed(error.to_string()))?;
    questionnaire_file::read(text)
}

/// The kind and the text of a link.
#[must_use]
pub fn for_link(sent: &Sent) -> (LinkKind, String) {
    (kind(sent), write(sent))
}

/// What is brought by a link of this kind with this text.
pub fn of_link(stated: LinkKind, text: &str) -> Result<Sent, SentLinkError> {
    if !matches!(stated, LinkKind::Questionnaire | LinkKind::Answers) {
        return Err(SentLinkError::SomethingElse(stated));
    }
    let sent = questionnaire_file::read(text).map_err(SentLinkError::Sent)?;
    if kind(&sent) == stated { Ok(sent) } else { Err(SentLinkError::SomethingElse(kind(&sent))) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::Date;
    use crate::exchange::link::{self, Link};
    use crate::health::EDITION;
    use crate::register::{Id, Questionnaire};

    fn asked() -> Sent {
        Sent::Questionnaire(Questionnaire {
            id: Id::from_bits(7),
            partnership: Id::from_bits(8),
            partnership_name: "Waste".into(),
            asked_by: "Anytown".into(),
            asked_on: Date::FIRST,
            body: String::new(),
            respondent: String::new(),
            edition: EDITION,
        })
    }

    #[test]
    fn a_questionnaire_comes_back_from_a_short_link_and_from_a_file() {
        let (kind, text) = for_link(&asked());
        let link = link::write(kind, &text);
        assert!(link.len() < 500, "{}", link.len());
        assert_eq!(link::read(&link), Ok(Link::Plain(kind, text.clone())));
        assert_eq!(of_link(kind, &text), Ok(asked()));
        assert_eq!(read(write(&asked()).as_bytes()), Ok(asked()));
    }

    #[test]
    fn a_link_to_something_else_is_refused_by_name() {
        for (kind, text, said) in [
            (LinkKind::Register, "{}", "it holds a register"),
            (LinkKind::Answers, &*write(&asked()), "it holds a questionnaire"),
            (LinkKind::Answers, "{}", "it is neither a questionnaire nor answers to one"),
        ] {
            assert_eq!(of_link(kind, text).map_err(|error| error.to_string()), Err(said.to_owned()));
        }
        assert!(read(b"\xff").is_err_and(|error| error.to_string().starts_with("the text is damaged")));
    }
}
