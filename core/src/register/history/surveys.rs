//! What changed among the surveys and the lines of crosswalks that a body has added. They are told under the
//! organisation, since a survey has a name in files and no number.

use std::rc::Rc;

use super::super::described::survey::{fields, line};
use super::super::{OwnCrosswalk, Register, Subject};
use super::{Entry, FieldChange, Happened, Teller, differing};
use crate::catalogue::{EntryId, Line, Survey, SurveyId};

impl Teller<'_> {
    /// The surveys that came, went or were changed.
    pub(super) fn of_surveys(&self) -> Vec<Entry> {
        let (before, after) = (self.before, self.after);
        let gone = before.surveys().iter().filter(|survey| after.survey(survey.id()).is_none());
        let mut entries: Vec<Entry> = gone.map(|survey| self.of_survey(survey, Happened::Removed)).collect();
        for survey in after.surveys() {
            match before.survey(survey.id()) {
                None => entries.push(self.of_survey(survey, Happened::Added)),
                Some(was) if Rc::ptr_eq(was, survey) || was == survey => {}
                Some(was) => {
                    let changes = differing(&fields(was), &fields(survey));
                    entries.push(self.of_survey(survey, Happened::Changed(changes)));
                }
            }
        }
        self.grouped(entries, "surveys")
    }

    /// The lines that were drawn, changed or taken back, survey by survey.
    pub(super) fn of_crosswalks(&self) -> Vec<Entry> {
        let of = |register: &Register| register.crosswalks().iter().map(OwnCrosswalk::id).collect::<Vec<_>>();
        let mut ids = of(self.before);
        ids.extend(of(self.after).into_iter().filter(|id| self.before.own_lines(id).is_empty()));
        self.grouped(ids.iter().filter_map(|id| self.of_crosswalk(id)).collect(), "crosswalks")
    }

    fn of_crosswalk(&self, id: &SurveyId) -> Option<Entry> {
        let (was, is) = (self.before.own_lines(id), self.after.own_lines(id));
        let find = |lines: &[Line], entry: &EntryId| lines.iter().find(|line| line.entry == *entry).cloned();
        let new = is.iter().filter(|line| find(was, &line.entry).is_none());
        let survey = self.after.survey(id).or(self.before.survey(id));
        let change = |entry: &EntryId| FieldChange {
            field: label(survey, entry),
            from: line(self.before.organisation(), find(was, entry).as_ref()),
            to: line(self.after.organisation(), find(is, entry).as_ref()),
        };
        let entries = was.iter().chain(new).map(|line| &line.entry);
        let changes: Vec<FieldChange> =
            entries.filter(|entry| find(was, entry) != find(is, entry)).map(change).collect();
        let title = survey.map_or_else(|| readable(id.as_str()), |survey| survey.about().title.clone());
        let name = ["Crosswalk of ", &title].concat();
        (!changes.is_empty()).then(|| self.of_own(name, Happened::Changed(changes)))
    }

    fn of_survey(&self, survey: &Survey, what: Happened) -> Entry {
        self.of_own(["Survey ", &survey.about().title].concat(), what)
    }

    fn of_own(&self, name: String, what: Happened) -> Entry {
        Entry { at: self.at, subject: Subject::Organisation, name, what, reason: self.reason.to_owned() }
    }
}

/// What the survey calls an entry; of a shipped survey, which this need not carry, the name of the entry tells it.
fn label(survey: Option<&Rc<Survey>>, id: &EntryId) -> String {
    let entry = survey.and_then(|survey| survey.entry(id));
    entry.map_or_else(|| readable(id.as_str()), |entry| entry.label().to_string())
}

/// The words of a name in files.
fn readable(slug: &str) -> String {
    slug.replace('-', " ")
}

impl OwnCrosswalk {
    fn id(&self) -> SurveyId {
        self.survey.clone()
    }
}
