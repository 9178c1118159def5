//! The form for the crosswalk of a survey: for each of its labels the categories that stand for it, or that there is
//! none, and why. What may be meant is hinted at by the words; nothing is chosen but by the person.

use std::rc::Rc;

use partnership_risk_core::catalogue::{CategoryId, Entry, Line, Survey, alike, shipped_crosswalk};
use partnership_risk_core::register::{Change, Register};
use yew::prelude::{Callback, Html, MouseEvent, Properties, SubmitEvent, component, html};

use super::super::survey_facts::{matched, short_name};
use crate::app::drafts::{CrosswalkDraft, LineDraft, line_field};
use crate::app::queries::categories::{Offered, offered};
use crate::ui::components::{Button, ButtonKind, TextField, Tick, disclosure_if_open};
use crate::ui::focus;
use crate::ui::pages::form::{Form, go, quoted, use_form};
use crate::ui::pages::heading;
use crate::ui::pages::shown::category_name;
use crate::ui::route::Route;
use crate::ui::session::Session;
use crate::ui::words::in_a_row;

/// Props of [`CrosswalkForm`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    /// The register.
    pub register: Rc<Register>,
    /// What it acts through.
    pub session: Session,
    /// The survey.
    pub survey: Rc<Survey>,
    /// The way out.
    pub back: Route,
}

/// The form for the crosswalk of a survey.
#[component]
pub(super) fn CrosswalkForm(props: &Props) -> Html {
    let Props { register, session, survey, back } = props;
    let first = CrosswalkDraft::of(survey, &register.crosswalk_of(survey));
    let form = use_form(&session.world, &Route::SurveyCrosswalk(survey.id().clone()), first);
    let categories = offered(register);
    let shipped = shipped_crosswalk(survey);
    let coverage = form.draft().coverage(survey, &shipped);
    let line = |(at, entry): (usize, &Entry)| {
        let draft = form.draft().lines.get(at)?;
        let shipped = shipped.line(entry.id());
        Some(LineFields { form: &form, register, categories: &categories, at, entry, draft, shipped }.view())
    };
    html! {
        <form onsubmit={submit(props, &form)} novalidate=true>
            { form.head() }
            { heading(&format!("Crosswalk of {}", short_name(survey))) }
            <p class="lead">{ "A crosswalk says which of your categories stand for which of the survey\u{2019}s labels. Choose them for each label, or say that there are none, and why." }</p>
            <p>{ format!("{}.", matched(coverage)) }</p>
            <p>{ "A label may have several categories. Where you leave all of it empty, the line that comes with the calculator counts, if there is one." }</p>
            { for survey.entries().iter().enumerate().filter_map(line) }
            <p class="actions">{ form.save_or_cancel(back) }</p>
        </form>
    }
}

/// The fields of one label; labels are counted from 0.
struct LineFields<'a> {
    form: &'a Form<CrosswalkDraft>,
    register: &'a Register,
    categories: &'a [Offered],
    at: usize,
    entry: &'a Entry,
    draft: &'a LineDraft,
    shipped: Option<&'a Line>,
}

impl LineFields<'_> {
    fn view(&self) -> Html {
        let is_wrong = self.form.problems().at(&line_field(self.at, "none")).is_some();
        html! {
            <fieldset class="rule" key={self.at}>
                <legend>{ format!("{}. {}", self.at + 1, self.entry.label()) }</legend>
                { self.hints() }
                { disclosure_if_open(self.chosen(), self.ticks(), is_wrong) }
                { self.none() }
                { self.reason() }
                { self.shipped_again() }
            </fieldset>
        }
    }

    /// What is chosen, in words.
    fn chosen(&self) -> String {
        let names = self.choices().into_iter().filter(|(id, _)| self.draft.categories.contains(id));
        let names: Vec<String> = names.map(|(_, name)| name).collect();
        if names.is_empty() {
            "Choose categories".to_owned()
        } else {
            format!("Categories: {}", in_a_row(&names))
        }
    }

    /// The categories on offer, and those that are chosen though nobody knows them here.
    fn choices(&self) -> Vec<(String, String)> {
        let known = self.categories.iter().map(|c| (c.id.to_string(), c.name.to_string()));
        let is_unknown = |id: &&String| self.categories.iter().all(|c| c.id.as_str() != **id);
        let unknown = self.draft.categories.iter().filter(is_unknown).map(|id| (id.clone(), id.clone()));
        known.chain(unknown).collect()
    }

    fn ticks(&self) -> Html {
        let tick = |(n, (id, name)): (usize, (String, String))| {
            Tick {
                id: line_field(self.at, &format!("category-{}", n + 1)).into(),
                label: name.into(),
                is_ticked: self.draft.categories.contains(&id),
                on_change: self.changing(move |line, is_chosen| line.choose(&id, is_chosen)),
                ..Tick::default()
            }
            .view()
        };
        self.choices().into_iter().enumerate().map(tick).collect()
    }

    /// What the label may mean by its words, each for a person to take or to leave.
    fn hints(&self) -> Html {
        let known = self.categories.iter().map(|c| (&c.id, &*c.name, &*c.definition));
        let mut found = alike(self.entry.label(), known);
        found.retain(|id| !self.draft.categories.contains(&id.to_string()));
        if found.is_empty() || self.draft.has_none {
            return Html::default();
        }
        let hint = |id: &CategoryId| {
            let (name, taken) = (category_name(self.register, id), id.to_string());
            let on_press = self.pressing(move |line| line.choose(&taken, true));
            let (label, about) = (format!("Choose {name}").into(), self.entry.label().to_string().into());
            Button { kind: ButtonKind::Quiet, label, about, on_press, ..Button::default() }.view()
        };
        html! {
            <p class="rule__tools">{ "Going by the words alone, perhaps: " }{ for found.iter().map(hint) }</p>
        }
    }

    fn none(&self) -> Html {
        let id = line_field(self.at, "none");
        Tick {
            problem: self.form.problems().at(&id),
            id: id.into(),
            label: "No counterpart: none of our categories means this".into(),
            is_ticked: self.draft.has_none,
            on_change: self.changing(|line, has_none| line.has_none = has_none),
        }
        .view()
    }

    fn reason(&self) -> Html {
        let id = line_field(self.at, "reason");
        TextField {
            problem: self.form.problems().at(&id),
            id: id.into(),
            label: "Why".into(),
            value: self.draft.reason.clone().into(),
            on_input: self.changing(|line, typed| line.reason = typed),
            ..TextField::default()
        }
        .view()
    }

    /// The button that brings the shipped line back, where there is one and something else is said.
    fn shipped_again(&self) -> Html {
        let shipped = LineDraft::of(self.shipped);
        if self.shipped.is_none() || shipped == *self.draft {
            return Html::default();
        }
        let on_press = self.pressing(move |line| *line = shipped.clone());
        let (label, about) = ("Use the shipped line again".into(), self.entry.label().to_string().into());
        Button { kind: ButtonKind::Quiet, label, about, on_press, ..Button::default() }.view()
    }

    /// What a button does that is gone once it is pressed: the focus goes on to the reason.
    fn pressing(&self, change: impl Fn(&mut LineDraft) + 'static) -> Callback<MouseEvent> {
        let next = line_field(self.at, "reason");
        self.changing(move |line, _: MouseEvent| {
            change(line);
            focus::after_render(next.clone());
        })
    }

    fn changing<I: 'static>(&self, change: impl Fn(&mut LineDraft, I) + 'static) -> Callback<I> {
        let at = self.at;
        self.form.changing(move |draft: &mut CrosswalkDraft, input| {
            if let Some(line) = draft.lines.get_mut(at) {
                change(line, input);
            }
        })
    }
}

fn submit(props: &Props, form: &Form<CrosswalkDraft>) -> Callback<SubmitEvent> {
    let Props { register, session, survey, .. } = props.clone();
    let checked = survey.clone();
    let check = move |draft: &CrosswalkDraft| draft.check(&register, &checked);
    form.on_submit(check, move |lines: Vec<Line>| {
        let id = survey.id();
        let said = format!("Saved the crosswalk of {}", quoted(&survey.about().title));
        session.change(Change::CrosswalkSet(id.clone(), lines), said);
        go(&Route::Survey(id.clone(), None));
    })
}
