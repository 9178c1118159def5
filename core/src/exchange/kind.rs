//! What a row of a spreadsheet may be: the kinds of things that are brought in from tables. The columns of
//! each are next door in [`super::columns`] and `records`.

use crate::choice::choices;

choices! {
    /// What every row of a table is.
    Kind default Risks {
        /// A risk.
        Risks = "risks", "Risks";
        /// A partnership.
        Partnerships = "partnerships", "Partnerships";
        /// An answer of one respondent to one question about one partnership.
        HealthAnswers = "health-answers", "Health check answers";
        /// A loss that has come about.
        Losses = "losses", "Losses";
        /// Something that somebody is to do.
        Actions = "actions", "Actions";
        /// A control.
        Controls = "controls", "Controls";
    }
}

impl Kind {
    /// What one row is, at the head of a column.
    #[must_use]
    pub fn one_word(self) -> &'static str {
        match self {
            Self::Risks => "Risk",
            Self::Partnerships => "Partnership",
            Self::HealthAnswers => "Answer",
            Self::Losses => "Loss",
            Self::Actions => "Action",
            Self::Controls => "Control",
        }
    }

    /// What one row and many are, for counts.
    #[must_use]
    pub fn nouns(self) -> (&'static str, &'static str) {
        match self {
            Self::Risks => ("risk", "risks"),
            Self::Partnerships => ("partnership", "partnerships"),
            Self::HealthAnswers => ("answer", "answers"),
            Self::Losses => ("loss", "losses"),
            Self::Actions => ("action", "actions"),
            Self::Controls => ("control", "controls"),
        }
    }

    /// Whether a row belongs to a partnership that may be named elsewhere.
    #[must_use]
    pub fn has_home(self) -> bool {
        match self {
            Self::Risks | Self::HealthAnswers | Self::Losses | Self::Actions => true,
            Self::Partnerships | Self::Controls => false,
        }
    }
}
