//! Which questions the standard check has, in which order, under which theme, and which four are key. Names
//! only: what a question says is next door in `question`, and is not needed to keep or to score answers.

use super::theme::Theme;
use crate::catalogue::slug_id;

slug_id! {
    /// The stable name of a question: a slug such as `signed-agreement`. Cheap to clone.
    ///
    /// Any text is accepted, because a check may hold answers to a question that this version does not know.
    QuestionId
}

/// How many questions a theme has.
const PER_THEME: usize = 4;

/// How many questions there are.
pub(super) const COUNT: usize = Theme::COUNT * PER_THEME;

/// Every question, four to a theme, in the order of [`Theme::ALL`].
const SLUGS: [&str; COUNT] = [
    "right-route",
    "joint-objectives",
    "value-for-money",
    "realistic-costs",
    "reasons-for-partners",
    "due-diligence",
    "partner-strategies",
    "shared-standards",
    "signed-agreement",
    "deliverables",
    "liabilities",
    "agreement-refresh",
    "who-is-in-charge",
    "decisions-and-challenge",
    "accountable-officer",
    "right-people",
    "joint-targets",
    "shared-data",
    "hard-needs",
    "failing-performance",
    "resources-match",
    "funding-scrutiny",
    "pooled-overspend",
    "failure-plan",
    "joint-risk-register",
    "control-statement",
    "independent-assurance",
    "expert-help",
    "open-change",
    "tensions",
    "collaboration-skills",
    "contracting-dialogue",
    "user-views",
    "complaints-redress",
    "public-perception",
    "who-provides-what",
    "milestone-review",
    "termination-rules",
    "take-back",
    "lessons-learned",
];

/// The questions without which a partnership stays at the second level of maturity.
const KEY: [&str; 4] = ["joint-objectives", "signed-agreement", "who-is-in-charge", "joint-risk-register"];

impl QuestionId {
    /// Every question of the standard check, in the order in which they are asked.
    pub fn standard() -> impl Iterator<Item = Self> {
        SLUGS.iter().map(|slug| Self::new(slug))
    }

    /// The slugs of the standard check's questions, in the order in which they are asked.
    #[must_use]
    pub fn slugs() -> &'static [&'static str] {
        &SLUGS
    }

    /// The questions without which a partnership stays at the second level of maturity.
    pub fn key() -> impl Iterator<Item = Self> {
        KEY.iter().map(|slug| Self::new(slug))
    }

    /// Whether it is one of the key questions.
    #[must_use]
    pub fn is_key(&self) -> bool {
        KEY.contains(&self.as_str())
    }

    /// Its theme; none for a question that this version does not know.
    #[must_use]
    pub fn theme(&self) -> Option<Theme> {
        self.place().map(theme_at)
    }

    /// Its place in the standard check.
    pub(super) fn place(&self) -> Option<usize> {
        SLUGS.iter().position(|slug| *slug == self.as_str())
    }

    /// The question at a place below [`COUNT`].
    pub(super) fn at(place: usize) -> Self {
        Self::new(SLUGS[place])
    }
}

/// The theme of the question at a place below [`COUNT`].
pub(super) fn theme_at(place: usize) -> Theme {
    Theme::ALL[place / PER_THEME]
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn there_are_forty_questions_four_to_a_theme_each_at_its_place() {
        let ids: Vec<_> = QuestionId::standard().collect();
        assert_eq!((ids.len(), ids.iter().collect::<BTreeSet<_>>().len()), (40, 40));
        for (place, id) in ids.iter().enumerate() {
            assert_eq!((id.place(), &QuestionId::at(place)), (Some(place), id));
        }
        for theme in Theme::ALL {
            assert_eq!(ids.iter().filter(|id| id.theme() == Some(theme)).count(), 4, "{theme:?}");
        }
    }

    #[test]
    fn four_questions_are_key() {
        let key: Vec<_> = QuestionId::standard().filter(QuestionId::is_key).collect();
        let found: Vec<_> = key.iter().map(|id| (id.as_str(), id.theme())).collect();
        let expected = [
            ("joint-objectives", Some(Theme::Purpose)),
            ("signed-agreement", Some(Theme::Agreement)),
            ("who-is-in-charge", Some(Theme::Leadership)),
            ("joint-risk-register", Some(Theme::Assurance)),
        ];
        assert_eq!(found, expected);
        assert_eq!(QuestionId::key().collect::<Vec<_>>(), key);
    }

    #[test]
    fn an_unknown_question_has_a_name_but_no_place() {
        let id = QuestionId::new("of-a-newer-version");
        assert_eq!((id.place(), id.theme(), id.is_key()), (None, None, false));
    }
}
