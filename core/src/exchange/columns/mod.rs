//! What each column of a table holds, guessed from its name and its cells. Every guess carries its
//! reason and can be overruled; no two columns hold the same thing, and what is not known is said so.
//! How the scale is written and what a row becomes is next door in [`super::import`].

mod contents;
mod guess;
mod names;
mod rating_names;
mod record_field;
mod text_names;

use std::fmt;

pub(super) use contents::Side;
pub use guess::guess_columns;
pub(super) use names::{declared_steps, recognise};
pub use record_field::RecordField;

use super::kind::Kind;
use crate::letters;
use crate::register::Stage;

/// What a column may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// Nothing that is imported.
    Ignored,
    /// The body's own reference.
    Reference,
    /// The risk in a few words.
    Title,
    /// Why it could happen.
    Cause,
    /// What would happen.
    Event,
    /// What it would lead to.
    Consequence,
    /// The category.
    Category,
    /// The partnership.
    Partnership,
    /// Who looks after it.
    Owner,
    /// Place on the likelihood scale at one stage.
    Likelihood(Stage),
    /// Place on the impact scale at one stage.
    Impact(Stage),
    /// Both in one cell, such as `C1`: the letter is the likelihood, the digit the impact.
    Pair(Stage),
    /// Likelihood times impact at one stage: checked, never stored.
    Score(Stage),
    /// Whether the row is a risk or an opportunity.
    RiskOrOpportunity,
    /// Whether the risk is open.
    Status,
    /// What is being done about it.
    Treatment,
    /// How sure people are of the current rating.
    Confidence,
    /// What the rating rests on.
    Evidence,
    /// When it could come about.
    Proximity,
    /// Why it is treated as it is.
    TreatmentReason,
    /// Why it has its status.
    StatusReason,
    /// The day on which it is looked at again.
    Review,
    /// The day on which somebody last looked at its rating.
    Rated,
    /// Anything else, kept under the column's name; several columns may be.
    Notes,
    /// A column of a table of other things than risks.
    Record(RecordField),
}

impl Field {
    /// Every field of a risk, in the order it is offered.
    pub const ALL: [Self; 32] = [
        Self::Ignored,
        Self::Reference,
        Self::Title,
        Self::Cause,
        Self::Event,
        Self::Consequence,
        Self::Category,
        Self::Partnership,
        Self::Owner,
        Self::Likelihood(Stage::Inherent),
        Self::Impact(Stage::Inherent),
        Self::Pair(Stage::Inherent),
        Self::Score(Stage::Inherent),
        Self::Likelihood(Stage::Current),
        Self::Impact(Stage::Current),
        Self::Pair(Stage::Current),
        Self::Score(Stage::Current),
        Self::Likelihood(Stage::Target),
        Self::Impact(Stage::Target),
        Self::Pair(Stage::Target),
        Self::Score(Stage::Target),
        Self::RiskOrOpportunity,
        Self::Status,
        Self::Treatment,
        Self::Confidence,
        Self::Evidence,
        Self::Proximity,
        Self::TreatmentReason,
        Self::StatusReason,
        Self::Review,
        Self::Rated,
        Self::Notes,
    ];

    /// Every field that a column of such a table may hold, in the order it is offered.
    #[must_use]
    pub fn offered(kind: Kind) -> Vec<Self> {
        match kind {
            Kind::Risks => Self::ALL.to_vec(),
            Kind::Partnerships | Kind::HealthAnswers | Kind::Losses | Kind::Actions | Kind::Controls => {
                let own = RecordField::of(kind).map(Self::Record);
                std::iter::once(Self::Ignored).chain(own).chain([Self::Notes]).collect()
            }
        }
    }

    /// What stands for it where a mapping is kept; it never changes.
    #[must_use]
    pub fn key(self) -> String {
        letters::folded(self.name()).replace(' ', "-")
    }

    /// The stage it belongs to, if it is about a rating.
    #[must_use]
    pub fn stage(self) -> Option<Stage> {
        match self {
            Self::Likelihood(stage) | Self::Impact(stage) | Self::Pair(stage) | Self::Score(stage) => {
                Some(stage)
            }
            _ => None,
        }
    }

    /// The same at another stage; what is not about a rating stays as it is.
    #[must_use]
    pub fn at(self, stage: Stage) -> Self {
        match self {
            Self::Likelihood(_) => Self::Likelihood(stage),
            Self::Impact(_) => Self::Impact(stage),
            Self::Pair(_) => Self::Pair(stage),
            Self::Score(_) => Self::Score(stage),
            other => other,
        }
    }

    /// Its place among those of its kind: of a risk, in [`Field::ALL`]; otherwise after all of these.
    #[must_use]
    pub fn index(self) -> usize {
        let at = |stage: Stage, first: usize| match stage {
            Stage::Inherent => first,
            Stage::Current => first + 4,
            Stage::Target => first + 8,
        };
        match self {
            Self::Ignored => 0,
            Self::Reference => 1,
            Self::Title => 2,
            Self::Cause => 3,
            Self::Event => 4,
            Self::Consequence => 5,
            Self::Category => 6,
            Self::Partnership => 7,
            Self::Owner => 8,
            Self::Likelihood(stage) => at(stage, 9),
            Self::Impact(stage) => at(stage, 10),
            Self::Pair(stage) => at(stage, 11),
            Self::Score(stage) => at(stage, 12),
            Self::RiskOrOpportunity => 21,
            Self::Status => 22,
            Self::Treatment => 23,
            Self::Confidence => 24,
            Self::Evidence => 25,
            Self::Proximity => 26,
            Self::TreatmentReason => 27,
            Self::StatusReason => 28,
            Self::Review => 29,
            Self::Rated => 30,
            Self::Notes => 31,
            Self::Record(field) => Self::ALL.len() + field.place(),
        }
    }

    /// Whether it holds days.
    pub(in crate::exchange) fn is_date(self) -> bool {
        match self {
            Self::Review | Self::Rated => true,
            Self::Record(field) => field.is_date(),
            _ => false,
        }
    }

    /// Whether it is only compared with what other columns say, so that nothing depends on it.
    pub(in crate::exchange) fn is_only_checked(self) -> bool {
        matches!(self, Self::Score(_))
    }

    /// Whether more than one column may hold it.
    #[must_use]
    pub fn may_repeat(self) -> bool {
        matches!(self, Self::Ignored | Self::Notes)
    }

    /// What people call it.
    #[must_use]
    pub fn name(self) -> &'static str {
        use Stage::{Current, Inherent, Target};
        match self {
            Self::Ignored => "Not imported",
            Self::Reference => "Reference",
            Self::Title => "Risk",
            Self::Cause => "Cause",
            Self::Event => "Event",
            Self::Consequence => "Consequence",
            Self::Category => "Category",
            Self::Partnership => "Partnership",
            Self::Owner => "Owner",
            Self::Likelihood(Inherent) => "Inherent likelihood",
            Self::Likelihood(Current) => "Current likelihood",
            Self::Likelihood(Target) => "Target likelihood",
            Self::Impact(Inherent) => "Inherent impact",
            Self::Impact(Current) => "Current impact",
            Self::Impact(Target) => "Target impact",
            Self::Pair(Inherent) => "Inherent rating (as C1)",
            Self::Pair(Current) => "Current rating (as C1)",
            Self::Pair(Target) => "Target rating (as C1)",
            Self::Score(Inherent) => "Inherent score (checked only)",
            Self::Score(Current) => "Current score (checked only)",
            Self::Score(Target) => "Target score (checked only)",
            Self::RiskOrOpportunity => "Risk or opportunity",
            Self::Status => "Status",
            Self::Treatment => "Treatment",
            Self::Confidence => "Confidence",
            Self::Evidence => "Evidence",
            Self::Proximity => "Proximity",
            Self::TreatmentReason => "Reason for the treatment",
            Self::StatusReason => "Reason for the status",
            Self::Review => "Review",
            Self::Rated => "Last rated or confirmed",
            Self::Notes => "Notes",
            Self::Record(field) => field.name(),
        }
    }
}

/// One column of a file and what it is taken to hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name in the file.
    pub header: String,
    /// What it is taken to hold.
    pub field: Field,
    /// Why.
    pub reason: Reason,
}

/// Why a column is taken to hold what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Its name says so.
    Name,
    /// Its name leaves it open and its cells decide.
    Contents,
    /// It is the only description there is, so it serves as the risk's title.
    OnlyDescription,
    /// The file has "current" beside "residual", so the residual rating is the one aimed for.
    ResidualBesideCurrent,
    /// The file has a plain rating beside a residual one, so the plain one is from before controls.
    PlainBesideResidual,
    /// Another column, named here, holds the same and fits better.
    TakenBy(String),
    /// Another column could be the same just as well: its place and its name.
    Rival(usize, String),
    /// Its name is not known.
    UnknownName,
    /// It has no filled cell.
    Blank,
    /// The person said so.
    Chosen,
    /// It was agreed on when a file with these columns was imported before.
    Remembered,
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Name => "its name says so",
            Self::Contents => "its name leaves it open, and its cells look like it",
            Self::OnlyDescription => "no other column names the risk",
            Self::ResidualBesideCurrent => {
                "there is a current rating too, so the residual one is taken as the one aimed for"
            }
            Self::PlainBesideResidual => {
                "there is a residual rating too, so this one is taken as the one before controls"
            }
            Self::TakenBy(other) => {
                return write!(f, "column \u{201c}{other}\u{201d} already holds what this seems to be");
            }
            Self::Rival(_, other) => {
                return write!(
                    f,
                    "column \u{201c}{other}\u{201d} could be the same; say which of the two is"
                );
            }
            Self::UnknownName => "its name is not known; choose what it holds, or keep it in the notes",
            Self::Blank => "it has no filled cell",
            Self::Chosen => "chosen by you",
            Self::Remembered => "as you agreed when a file with these columns was imported before",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Field, Kind};

    #[test]
    fn every_field_knows_its_place_and_has_a_name_of_its_own() {
        for (i, field) in Field::ALL.into_iter().enumerate() {
            assert_eq!(field.index(), i, "{}", field.name());
        }
        for fields in Kind::ALL.map(Field::offered) {
            for (i, field) in fields.iter().enumerate() {
                assert!(fields[..i].iter().all(|other| other.key() != field.key()), "{}", field.name());
            }
        }
    }
}
