//! Which questions the standard check has, in which order, under which theme, and which four are key. Names
//! only: what a question says is next door in `question`, and is not needed to keep or to score answers.

use std::fmt;
use std::rc::Rc;

use super::theme::Theme;

/// The stable name of a question: a slug such as `signed-agreement`. Cheap to clone and to compare. Questions are
/// ordered as they are asked, and those that this version does not know last, by their names.
///
/// Any text is accepted, because a check may hold answers to a question that this version does not know.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct QuestionId(Name);

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Name {
    /// The question at this place of the standard check.
    Standard(usize),
    /// The slug of a question of another version.
    Other(Rc<str>),
}

/// The edition of the standard check: it rises when a question is added, goes, or comes to mean something else, so that
/// answers to other questions are known.
pub const EDITION: u32 = 1;

/// How many questions a theme has.
const PER_THEME: usize = 4;

/// How many questions there are.
pub(super) const COUNT: usize = Theme::COUNT * PER_THEME;

/// Every question by its slug and in a few words, four to a theme, in the order of [`Theme::ALL`].
const QUESTIONS: [(&str, &str); COUNT] = [
    ("right-route", "The right route"),
    ("joint-objectives", "Joint objectives"),
    ("value-for-money", "Value for money"),
    ("realistic-costs", "Realistic costs"),
    ("reasons-for-partners", "Reasons for each partner"),
    ("due-diligence", "Due diligence"),
    ("partner-strategies", "Partners\u{2019} strategies"),
    ("shared-standards", "Shared standards"),
    ("signed-agreement", "Signed agreement"),
    ("deliverables", "Deliverables and measures"),
    ("liabilities", "Liabilities and insurance"),
    ("agreement-refresh", "Agreement kept up to date"),
    ("who-is-in-charge", "Who is in charge"),
    ("decisions-and-challenge", "Decisions and challenge"),
    ("accountable-officer", "Accountable officer"),
    ("right-people", "The right people"),
    ("joint-targets", "Joint targets"),
    ("shared-data", "Shared data"),
    ("hard-needs", "Hard needs"),
    ("failing-performance", "Failing performance"),
    ("resources-match", "Resources match objectives"),
    ("funding-scrutiny", "Scrutiny of funding"),
    ("pooled-overspend", "Overspend of a pooled budget"),
    ("failure-plan", "Plan for a failure"),
    ("joint-risk-register", "Joint risk register"),
    ("control-statement", "Our own control statement"),
    ("independent-assurance", "Independent assurance"),
    ("expert-help", "Expert help"),
    ("open-change", "Openness about change"),
    ("tensions", "Tensions foreseen"),
    ("collaboration-skills", "Skills of collaboration"),
    ("contracting-dialogue", "Dialogue on contracting"),
    ("user-views", "Users\u{2019} views"),
    ("complaints-redress", "Complaints and redress"),
    ("public-perception", "Public perception"),
    ("who-provides-what", "Who provides what"),
    ("milestone-review", "Reviews at milestones"),
    ("termination-rules", "Rules for termination"),
    ("take-back", "Taking the service back"),
    ("lessons-learned", "Lessons learned"),
];

/// The questions without which a partnership stays at the second level of maturity.
const KEY: [&str; 4] = ["joint-objectives", "signed-agreement", "who-is-in-charge", "joint-risk-register"];

impl QuestionId {
    /// The question with this slug.
    #[must_use]
    pub fn new(slug: &str) -> Self {
        let place = QUESTIONS.iter().position(|(known, _)| *known == slug);
        Self(place.map_or_else(|| Name::Other(Rc::from(slug)), Name::Standard))
    }

    /// The slug itself.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match &self.0 {
            Name::Standard(place) => QUESTIONS[*place].0,
            Name::Other(slug) => slug,
        }
    }

    /// Every question of the standard check, in the order in which they are asked.
    pub fn standard() -> impl Iterator<Item = Self> {
        (0..COUNT).map(Self::at)
    }

    /// What it asks about, in a few words; nothing for a question that this version does not know.
    #[must_use]
    pub fn short_name(&self) -> &'static str {
        self.place().map_or("", |place| QUESTIONS[place].1)
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
        match self.0 {
            Name::Standard(place) => Some(place),
            Name::Other(_) => None,
        }
    }

    /// The question at a place below [`COUNT`].
    pub(super) fn at(place: usize) -> Self {
        Self(Name::Standard(place))
    }
}

impl fmt::Display for QuestionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
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
    fn each_question_is_told_in_a_few_words_of_its_own() {
        let names: BTreeSet<_> = QuestionId::standard().map(|id| id.short_name()).collect();
        assert_eq!(names.len(), 40);
        for name in names {
            assert!(name.starts_with(char::is_uppercase) && name.len() < 30 && !name.contains('-'), "{name}");
        }
        assert_eq!(QuestionId::new("of-a-newer-version").short_name(), "");
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
