//! The form for the crosswalk of a survey: for each entry the categories that stand for it, or that there is none, and
//! why. What is left empty is said by the line that is shipped, where there is one.

use partnership_risk_core::catalogue::{
    CategoryId, Coverage, Crosswalk, Entry, Line, Survey, shipped_crosswalk,
};
use partnership_risk_core::register::Register;

use super::Problem;
use super::checks::{Checks, tidy};
use super::kept::draft;

draft! {
    /// What is typed about one entry.
    LineDraft {
        /// The names in files of the categories that stand for it.
        categories: Vec<String>,
        /// Whether it has no counterpart.
        has_none: bool,
        /// Why.
        reason: String,
    }
}

draft! {
    /// What is typed about the crosswalk of a survey.
    CrosswalkDraft {
        /// The entries, in the order of the table.
        lines: Vec<LineDraft>,
    }
}

/// The id on the page of a part of a line, counted from 0.
#[must_use]
pub fn line_field(at: usize, part: &str) -> String {
    format!("line-{}-{part}", at + 1)
}

impl LineDraft {
    /// What is typed where a line says this; nothing where there is no line.
    #[must_use]
    pub fn of(line: Option<&Line>) -> Self {
        let Some(line) = line else { return Self::default() };
        Self {
            categories: line.categories.iter().map(ToString::to_string).collect(),
            has_none: line.categories.is_empty(),
            reason: line.reason.to_string(),
        }
    }

    /// Takes a category in or out.
    pub fn choose(&mut self, id: &str, is_chosen: bool) {
        self.categories.retain(|known| known != id);
        if is_chosen {
            self.categories.push(id.to_owned());
        }
    }

    /// The line about an entry as it stands, sound or not.
    fn line(&self, entry: &Entry) -> Line {
        let categories = self.categories.iter().map(|id| CategoryId::new(id)).collect();
        Line { entry: entry.id().clone(), categories, reason: tidy(&self.reason).into() }
    }

    fn says_nothing(&self) -> bool {
        self.categories.is_empty() && !self.has_none && tidy(&self.reason).is_empty()
    }
}

impl CrosswalkDraft {
    /// The form for the crosswalk of a survey.
    #[must_use]
    pub fn of(survey: &Survey, crosswalk: &Crosswalk) -> Self {
        let line = |entry: &Entry| LineDraft::of(crosswalk.line(entry.id()));
        Self { lines: survey.entries().iter().map(line).collect() }
    }

    /// How far the crosswalk reaches as it stands in the form, over the lines that are shipped for the survey.
    #[must_use]
    pub fn coverage(&self, survey: &Survey, shipped: &Crosswalk) -> Coverage {
        let typed = survey.entries().iter().zip(&self.lines).filter(|(_, draft)| !draft.says_nothing());
        let lines: Vec<Line> = typed.map(|(entry, draft)| draft.line(entry)).collect();
        shipped.with_own(survey, &lines).coverage()
    }

    /// The lines that differ from the shipped ones, or everything that is wrong with what is typed. Lines of the
    /// register about entries that the survey does not have in this version stay as they are.
    pub fn check(&self, register: &Register, survey: &Survey) -> Result<Vec<Line>, Vec<Problem>> {
        let mut checks = Checks::default();
        let entries = survey.entries().iter().zip(&self.lines).enumerate();
        let lines: Vec<Line> =
            entries.filter_map(|(at, (entry, draft))| line(&mut checks, at, entry, draft)).collect();
        let waiting = register.own_lines(survey.id()).iter().filter(|own| survey.entry(&own.entry).is_none());
        let own = shipped_crosswalk(survey).differing(&lines);
        checks.finish(|| own.into_iter().chain(waiting.cloned()).collect())
    }
}

fn line(checks: &mut Checks, at: usize, entry: &Entry, draft: &LineDraft) -> Option<Line> {
    if draft.says_nothing() {
        return None;
    }
    let label = entry.label();
    match (draft.categories.is_empty(), draft.has_none) {
        (true, false) => {
            let wanted = "choose a category, or say that there is no counterpart";
            checks.note(&line_field(at, "none"), format!("{label}: {wanted}"));
        }
        (false, true) => {
            let wanted = "it cannot have categories and no counterpart; take one away";
            checks.note(&line_field(at, "none"), format!("{label}: {wanted}"));
        }
        (true, true) | (false, false) => {}
    }
    checks.required(&draft.reason, &line_field(at, "reason"), &format!("{label}: enter why"));
    Some(draft.line(entry))
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use partnership_risk_core::catalogue::{EntryId, SurveyId, survey, surveys};
    use partnership_risk_core::example::fife_council;
    use partnership_risk_core::register::Change;

    use super::*;

    fn aon() -> Rc<Survey> {
        survey(&SurveyId::new("aon-2025")).expect("it is shipped")
    }

    fn shipped() -> CrosswalkDraft {
        CrosswalkDraft::of(&aon(), &fife_council().crosswalk_of(&aon()))
    }

    #[test]
    fn an_unchanged_form_keeps_nothing_of_any_shipped_crosswalk() {
        let register = fife_council();
        for survey in surveys().iter() {
            let draft = CrosswalkDraft::of(survey, &register.crosswalk_of(survey));
            assert_eq!(draft.check(&register, survey), Ok(Vec::new()), "{}", survey.id());
        }
    }

    #[test]
    fn only_what_differs_is_kept_and_what_is_emptied_is_said_by_the_shipped_line_again() {
        let mut draft = shipped();
        draft.lines[1] = LineDraft { has_none: true, reason: " Not here. ".into(), ..LineDraft::default() };
        let own = draft.check(&fife_council(), &aon()).expect("sound");
        let expected = Line {
            entry: aon().entries()[1].id().clone(),
            categories: Vec::new(),
            reason: "Not here.".into(),
        };
        assert_eq!(own, [expected]);
        draft.lines[1] = LineDraft::default();
        assert_eq!(draft.check(&fife_council(), &aon()), Ok(Vec::new()));
    }

    #[test]
    fn half_a_line_is_a_problem_at_its_field() {
        let mut draft = shipped();
        let some = || vec!["service-gaps".to_owned()];
        draft.lines[0] = LineDraft { reason: "because".into(), ..LineDraft::default() };
        draft.lines[1] = LineDraft { categories: some(), has_none: true, reason: "because".into() };
        draft.lines[2] = LineDraft { categories: some(), ..LineDraft::default() };
        let problems = draft.check(&fife_council(), &aon()).expect_err("three are wrong");
        let fields: Vec<&str> = problems.iter().map(|problem| problem.field.as_str()).collect();
        assert_eq!(fields, ["line-1-none", "line-2-none", "line-3-reason"]);
    }

    #[test]
    fn a_line_about_an_entry_of_another_version_stays() {
        let later = Line { entry: EntryId::new("later"), categories: Vec::new(), reason: "x".into() };
        let change = Change::CrosswalkSet(aon().id().clone(), vec![later.clone()]);
        let register = fife_council().apply(change).expect("it waits");
        assert_eq!(shipped().check(&register, &aon()), Ok(vec![later]));
    }

    #[test]
    fn the_reach_is_that_of_what_stands_in_the_form() {
        let (register, survey) = (fife_council(), aon());
        let shipped = shipped_crosswalk(&survey);
        let n = |draft: &CrosswalkDraft| draft.coverage(&survey, &shipped).with_counterpart;
        let mut draft = CrosswalkDraft::of(&survey, &register.crosswalk_of(&survey));
        let before = n(&draft);
        assert_eq!(before, shipped.coverage().with_counterpart);
        let at = draft.lines.iter().position(|line| !line.categories.is_empty()).expect("one is matched");
        draft.lines[at] = LineDraft { has_none: true, ..LineDraft::default() };
        assert_eq!(n(&draft), before - 1);
        draft.lines[at] = LineDraft::default();
        assert_eq!(n(&draft), before);
    }

    #[test]
    fn a_category_is_chosen_once() {
        let mut line = LineDraft::default();
        line.choose("a", true);
        line.choose("a", true);
        line.choose("b", true);
        line.choose("a", false);
        assert_eq!(line.categories, ["b"]);
    }
}
