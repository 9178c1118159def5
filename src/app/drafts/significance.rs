//! The form for the criteria by which partnerships matter.

use partnership_risk_core::letters::are_same;
use partnership_risk_core::register::{Criterion, Significance, Test};

use super::Problem;
use super::checks::{Checks, tidy};
use super::kept::draft;

draft! {
    /// What is typed about one criterion.
    CriterionDraft {
        /// Its name in files.
        key: String,
        /// What is asked.
        name: String,
        /// The key of how it is told.
        test: String,
        /// The amount or the years, where the test has one.
        figure: String,
    }
}

draft! {
    /// What is typed about the criteria.
    SignificanceDraft {
        /// The criteria, in the order in which they are asked.
        criteria: Vec<CriterionDraft>,
        /// From so many a partnership is moderate.
        moderate_from: String,
        /// From so many a partnership is major.
        major_from: String,
    }
}

/// How a criterion can be told: the key and what it says.
pub const TESTS: [(&str, &str); 4] = [
    (COST, "It costs us so much a year or more"),
    (TERM, "It lasts for so many years or longer"),
    (HIGH_RISK, "An open risk stands at the highest level"),
    (JUDGED, "You judge it for each partnership"),
];

const COST: &str = "annual-cost";
const TERM: &str = "term-years";
const HIGH_RISK: &str = "high-risk";
const JUDGED: &str = "judged";

/// The id on the page of a part of a criterion, counted from 0.
#[must_use]
pub fn criterion_field(at: usize, part: &str) -> String {
    format!("criterion-{}-{part}", at + 1)
}

impl CriterionDraft {
    /// A new criterion that somebody judges, under a key that nothing else has.
    #[must_use]
    pub fn new(key: String) -> Self {
        Self { key, test: JUDGED.to_owned(), ..Self::default() }
    }

    fn of(criterion: &Criterion) -> Self {
        let (test, figure) = match criterion.test {
            Test::AnnualCost(from) => (COST, from.as_typed()),
            Test::TermYears(years) => (TERM, years.to_string()),
            Test::HighRisk => (HIGH_RISK, String::new()),
            Test::Judged => (JUDGED, String::new()),
        };
        Self { key: criterion.key.to_string(), name: criterion.name.clone(), test: test.to_owned(), figure }
    }

    /// What its figure is, where its test has one.
    #[must_use]
    pub fn figure_name(&self) -> Option<&'static str> {
        match self.test.as_str() {
            COST => Some("Pounds a year"),
            TERM => Some("Years"),
            _ => None,
        }
    }

    fn check(&self, at: usize, before: &[Criterion], checks: &mut Checks) -> Criterion {
        let field = criterion_field(at, "name");
        let name = checks.required(&self.name, &field, "Enter what is asked of a partnership");
        if !name.is_empty() && before.iter().any(|other| are_same(&other.name, &name)) {
            checks.note(&field, format!("\u{201c}{name}\u{201d} is asked already"));
        }
        Criterion { key: self.key.as_str().into(), name, test: self.check_test(at, checks) }
    }

    fn check_test(&self, at: usize, checks: &mut Checks) -> Test {
        let field = criterion_field(at, "figure");
        let n_before = checks.problems.len();
        let test = match self.test.as_str() {
            COST => checks.pence(&self.figure, &field, "Pounds a year").map(Test::AnnualCost),
            TERM => checks.whole(&self.figure, &field, "Years").map(Test::TermYears),
            HIGH_RISK => Some(Test::HighRisk),
            _ => Some(Test::Judged),
        };
        if test.is_none() && checks.problems.len() == n_before {
            checks.note(&field, "Enter the figure from which it is met");
        }
        test.unwrap_or(Test::Judged)
    }
}

impl SignificanceDraft {
    /// The form for criteria that are there.
    #[must_use]
    pub fn of(significance: &Significance) -> Self {
        Self {
            criteria: significance.criteria.iter().map(CriterionDraft::of).collect(),
            moderate_from: significance.moderate_from.to_string(),
            major_from: significance.major_from.to_string(),
        }
    }

    /// Moves a criterion one place up or down; at either end it stays.
    pub fn swap(&mut self, at: usize, with: usize) {
        if at < self.criteria.len() && with < self.criteria.len() {
            self.criteria.swap(at, with);
        }
    }

    /// The criteria described, or everything that is wrong with the description.
    pub fn check(&self) -> Result<Significance, Vec<Problem>> {
        let mut checks = Checks::default();
        let mut criteria = Vec::new();
        for (at, draft) in self.criteria.iter().enumerate() {
            let criterion = draft.check(at, &criteria, &mut checks);
            criteria.push(criterion);
        }
        let moderate_from = threshold(&self.moderate_from, "moderate-from", criteria.len(), &mut checks);
        let major_from = threshold(&self.major_from, "major-from", criteria.len(), &mut checks);
        if moderate_from > 0 && major_from > 0 && major_from <= moderate_from {
            checks.note("major-from", "A major partnership must meet more criteria than a moderate one");
        }
        checks.finish(|| Significance { criteria, moderate_from, major_from })
    }
}

/// A number of criteria from 1 to all of them; 0 where it is not one, which is noted.
fn threshold(text: &str, field: &str, n_criteria: usize, checks: &mut Checks) -> usize {
    match tidy(text).parse() {
        Ok(n) if n > 0 && n <= n_criteria => n,
        Ok(_) | Err(_) => {
            checks
                .note(field, format!("Enter a whole number from 1 to {n_criteria}, the number of criteria"));
            0
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(draft: &SignificanceDraft) -> Vec<(String, String)> {
        let problems = draft.check().expect_err("something is wrong");
        problems.into_iter().map(|problem| (problem.field, problem.message)).collect()
    }

    #[test]
    fn an_unchanged_form_gives_the_criteria_back() {
        let usual = Significance::usual();
        assert_eq!(SignificanceDraft::of(&usual).check(), Ok(usual));
    }

    #[test]
    fn a_criterion_moves_among_the_others_and_keeps_its_key() {
        let mut draft = SignificanceDraft::of(&Significance::usual());
        draft.swap(4, 3);
        draft.swap(0, 9);
        let keys: Vec<&str> = draft.criteria.iter().map(|criterion| &*criterion.key).collect();
        assert_eq!(keys, ["cost", "priorities", "high-risk", "reliance", "term"]);
    }

    #[test]
    fn every_problem_is_told_at_its_field() {
        let mut draft = SignificanceDraft::of(&Significance::usual());
        draft.criteria[0].figure = "much".into();
        draft.criteria[1].name = " ".into();
        draft.criteria[3].figure = String::new();
        draft.criteria[4].name = "it carries a risk at the highest level".into();
        (draft.moderate_from, draft.major_from) = ("3".into(), "6".into());
        let fields: Vec<String> = told(&draft).into_iter().map(|(field, _)| field).collect();
        assert_eq!(
            fields,
            [
                "criterion-1-figure",
                "criterion-2-name",
                "criterion-4-figure",
                "criterion-5-name",
                "major-from"
            ]
        );
    }

    #[test]
    fn major_asks_more_than_moderate() {
        let mut draft = SignificanceDraft::of(&Significance::usual());
        draft.major_from = "2".into();
        let message = "A major partnership must meet more criteria than a moderate one";
        assert_eq!(told(&draft), [("major-from".to_owned(), message.to_owned())]);
        draft.criteria.clear();
        assert_eq!(told(&draft).len(), 2);
    }
}
