//! Surveys that a body has added to the shipped ones, and the lines of crosswalks that it has drawn itself: for a
//! shipped survey those that differ from the shipped lines, for one of its own those that differ from the proposal.
//! What a survey and a line are is next door in [`crate::catalogue`].

use std::rc::Rc;

use super::{ChangeError, Register};
use crate::catalogue::{
    Category, CategoryId, Crosswalk, CrosswalkProblem, Line, Survey, SurveyId, categories, line_problems,
    shipped_crosswalk,
};

/// The most surveys of a body's own, and the most crosswalks with lines of its own, that a register holds.
pub const MOST_SURVEYS: usize = 1_000;

/// The lines of one survey's crosswalk that a body has drawn itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnCrosswalk {
    /// The survey, shipped or the body's own.
    pub survey: SurveyId,
    /// Its lines, each about another entry.
    pub lines: Vec<Line>,
}

impl Register {
    /// The surveys that the body has added.
    #[must_use]
    pub fn surveys(&self) -> &[Rc<Survey>] {
        &self.surveys
    }

    /// The survey with this id that the body has added.
    #[must_use]
    pub fn survey(&self, id: &SurveyId) -> Option<&Rc<Survey>> {
        self.surveys.iter().find(|survey| survey.id() == id)
    }

    /// The lines that the body has drawn, survey by survey.
    #[must_use]
    pub fn crosswalks(&self) -> &[OwnCrosswalk] {
        &self.crosswalks
    }

    /// The lines that the body has drawn for one survey.
    #[must_use]
    pub fn own_lines(&self, id: &SurveyId) -> &[Line] {
        self.crosswalks.iter().find(|own| own.survey == *id).map_or(&[], |own| &own.lines)
    }

    /// The crosswalk by which a survey is compared: the body's own lines, and for the other entries those that are
    /// shipped.
    #[must_use]
    pub fn crosswalk_of(&self, survey: &Survey) -> Crosswalk {
        shipped_crosswalk(survey).with_own(survey, self.own_lines(survey.id()))
    }

    /// Adds surveys, or puts them in the place of those with their ids. Lines about entries that are gone go too.
    pub(super) fn put_surveys(&mut self, surveys: Vec<Survey>) {
        let mut all = self.surveys.to_vec();
        for survey in surveys.into_iter().map(Rc::new) {
            let kept = |line: &Line| survey.entry(&line.entry).is_some();
            let lines = self.own_lines(survey.id()).iter().filter(|line| kept(line)).cloned().collect();
            self.set_crosswalk(survey.id(), lines);
            match all.iter_mut().find(|known| known.id() == survey.id()) {
                Some(known) => *known = survey,
                None => all.push(survey),
            }
        }
        self.surveys = all.into();
    }

    /// Takes a survey out, and with it its lines.
    pub(super) fn remove_survey(&mut self, id: &SurveyId) -> Result<(), ChangeError> {
        if self.survey(id).is_none() {
            return Err(ChangeError::NothingToRemove);
        }
        self.set_crosswalk(id, Vec::new());
        self.surveys = self.surveys.iter().filter(|survey| survey.id() != id).cloned().collect();
        Ok(())
    }

    /// Puts these lines in the place of those that the body has drawn for a survey.
    pub(super) fn set_crosswalk(&mut self, id: &SurveyId, lines: Vec<Line>) {
        if lines.is_empty() && self.own_lines(id).is_empty() {
            return;
        }
        let mut all = self.crosswalks.to_vec();
        match all.iter_mut().find(|own| own.survey == *id) {
            Some(own) => own.lines = lines,
            None => all.push(OwnCrosswalk { survey: id.clone(), lines }),
        }
        all.retain(|own| !own.lines.is_empty());
        self.crosswalks = all.into();
    }

    /// Takes categories of the body's own that are gone out of its lines; a line that named nothing else goes with
    /// them, since nobody has said that its entry has no counterpart.
    pub(super) fn let_go_of_categories(&mut self, gone: &[CategoryId]) {
        let names_gone = |line: &Line| line.categories.iter().any(|id| gone.contains(id));
        if !self.crosswalks.iter().any(|own| own.lines.iter().any(names_gone)) {
            return;
        }
        let mut all = self.crosswalks.to_vec();
        for own in &mut all {
            own.lines = own.lines.iter().filter_map(|line| without(line, gone)).collect();
        }
        all.retain(|own| !own.lines.is_empty());
        self.crosswalks = all.into();
    }
}

/// What is left of a line without categories that are gone.
fn without(line: &Line, gone: &[CategoryId]) -> Option<Line> {
    let left: Vec<CategoryId> = line.categories.iter().filter(|id| !gone.contains(id)).cloned().collect();
    let is_lost = left.is_empty() && !line.categories.is_empty();
    (!is_lost).then(|| Line { categories: left, ..line.clone() })
}

/// Whether there are not too many, own surveys have names of their own, and own lines are sound. A line about a shipped survey may name an
/// entry or a category that this version does not know, since another version may: such a line waits, and a line of
/// a person's making is checked where it is typed.
pub(super) fn check(register: &Register) -> Result<(), ChangeError> {
    few("surveys", register.surveys().len(), MOST_SURVEYS)?;
    few("crosswalks", register.crosswalks().len(), MOST_SURVEYS)?;
    for survey in register.surveys() {
        if !survey.id().is_own() {
            return Err(ChangeError::NotOneOfOnesOwn(survey.about().title.clone()));
        }
    }
    register.crosswalks().iter().try_for_each(|own| check_crosswalk(register, own))
}

/// Whether there are at most so many things of a kind.
pub(super) fn few(kind: &'static str, n: usize, most: usize) -> Result<(), ChangeError> {
    if n > most { Err(ChangeError::TooMany(kind, most)) } else { Ok(()) }
}

fn check_crosswalk(register: &Register, own: &OwnCrosswalk) -> Result<(), ChangeError> {
    let survey = register.survey(&own.survey).map(|survey| &**survey);
    let title = || survey.map_or_else(|| own.survey.to_string(), |survey| survey.about().title.clone());
    let refused = |problem: CrosswalkProblem| Err(ChangeError::Crosswalk(title(), problem));
    if let Some(problem) = line_problems(&own.lines, survey).into_iter().next() {
        return refused(problem);
    }
    if !own.survey.is_own() {
        return Ok(());
    }
    let Some(survey) = survey else {
        return Err(ChangeError::NoSuchPart("crosswalk", own.survey.to_string(), "survey"));
    };
    let unknown = own.lines.iter().find(|line| survey.entry(&line.entry).is_none());
    unknown.map_or(Ok(()), |line| refused(CrosswalkProblem::UnknownEntry(line.entry.to_string())))
}

/// The categories of a body's own that are there before and not after, and that are not built in.
pub(super) fn gone(before: &Register, after: &super::Organisation) -> Vec<CategoryId> {
    let built_in = categories();
    let is_there = |id: &CategoryId| {
        after.categories.iter().any(|own| own.id == *id) || built_in.iter().any(|c: &Category| c.id == *id)
    };
    let before = before.organisation().categories.iter().map(|own| own.id.clone());
    before.filter(|id| !is_there(id)).collect()
}

#[cfg(test)]
mod tests;
