//! The ways to fill the form for a survey at once: from a file, or from a table that is pasted. What is read takes the
//! place of what is typed; nothing is saved yet, and of a file with a problem nothing is taken.

use partnership_risk_core::exchange::survey::ReadSurvey;
use yew::prelude::{Callback, Html, MouseEvent, UseStateHandle, html};

use crate::app::drafts::SurveyDraft;
use crate::app::tasks;
use crate::ui::components::{BannerKind, Button, ChosenFile, FileInput, banner, disclosure};
use crate::ui::pages::form::Form;
use crate::ui::pages::refused_file::refused_file;
use crate::ui::words::count;

/// The largest file that is read, in bytes.
const MOST_BYTES: u32 = 1_000_000;

/// What was read last: its name, and what it held or all that is wrong with it.
pub(super) type ReadFile = Option<(String, Result<Taken, Vec<String>>)>;

/// What has taken the place of what stood in the form.
pub(super) struct Taken {
    n_rows: usize,
    has_description: bool,
}

/// The ways to fill the form at once, and what came of the last one.
pub(super) fn fill(form: &Form<SurveyDraft>, file: &UseStateHandle<ReadFile>) -> Html {
    let content = html! {
        <>
            { from_file(form, file) }
            { form.area("pasted", "Paste a table",
                "From a spreadsheet or as CSV: a row that names the columns Place, Risk and Figure (or Rank, Risk and Value), and under it the rows. They take the place of all rows below",
                |d| &mut d.pasted) }
            { from_paste(form, file) }
        </>
    };
    html! {
        <>
            { file.as_ref().map(|(name, read)| outcome(name, read)).unwrap_or_default() }
            { disclosure("Fill this form from a file or a table", content) }
        </>
    }
}

fn from_file(form: &Form<SurveyDraft>, file: &UseStateHandle<ReadFile>) -> Html {
    let (form, file) = (form.clone(), file.clone());
    FileInput {
        id: "survey-file".into(),
        label: "Choose a file, or drop it here".into(),
        hint: "A table as CSV, or a survey saved by this page (.json), up to 1 MB. Its rows take the place of all rows below, and what a .json says of the survey that of the description. In a table, Rank is the place and Value the figure".into(),
        accept: ".csv,.txt,.json,text/csv,application/json".into(),
        most_bytes: MOST_BYTES,
        on_file: Callback::from(move |ChosenFile { name, content }| {
            file.set(Some((name, taken(&form, tasks::read_survey(content.as_deref())))));
        }),
    }
    .view()
}

fn from_paste(form: &Form<SurveyDraft>, file: &UseStateHandle<ReadFile>) -> Html {
    let (form, file) = (form.clone(), file.clone());
    let on_press = Callback::from(move |_: MouseEvent| {
        let read = tasks::read_survey(Ok(form.draft().pasted.as_bytes()));
        file.set(Some(("What you pasted".to_owned(), taken(&form, read))));
    });
    Button { label: "Take the pasted table".into(), on_press, ..Button::default() }.view()
}

/// Puts what was read into the form.
fn taken(form: &Form<SurveyDraft>, read: Result<ReadSurvey, Vec<String>>) -> Result<Taken, Vec<String>> {
    let ReadSurvey { about, rows } = read?;
    let taken = Taken { n_rows: rows.len(), has_description: about.is_some() };
    let draft = form.draft().clone();
    let draft = match about {
        Some(about) => draft.described(&about),
        None => draft,
    };
    form.set(draft.with_rows(&rows));
    Ok(taken)
}

fn outcome(name: &str, read: &Result<Taken, Vec<String>>) -> Html {
    match read {
        Err(problems) => refused_file(name, problems),
        Ok(taken) => banner(BannerKind::Done, "Read", html! { <p>{ taken.said(name) }</p> }),
    }
}

impl Taken {
    /// What the form holds now, and what is gone for it.
    fn said(&self, name: &str) -> String {
        let rows = count(self.n_rows, "row", "rows");
        let (held, stood) = if self.has_description {
            (" and its description", "all that stood there")
        } else {
            ("", "the rows that stood there")
        };
        format!(
            "The form below holds the {rows} of {name}{held}, in the place of {stood}. Nothing is saved yet."
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_read_says_what_it_has_taken_the_place_of() {
        let said = |has_description| Taken { n_rows: 3, has_description }.said("a.csv");
        assert_eq!(
            said(false),
            "The form below holds the 3 rows of a.csv, in the place of the rows that stood there. Nothing is saved yet."
        );
        assert!(said(true).contains("a.csv and its description, in the place of all that stood there."));
    }
}
