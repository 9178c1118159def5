//! What all forms do alike: hold what is typed, which survives a reload, and go on when it is sound. Their
//! fields and what is wrong with them are in the files beside this one.

mod fields;
mod problems;
mod record;
mod rows;
mod way_back;

use std::rc::Rc;

use yew::prelude::{
    AttrValue, Callback, Html, MouseEvent, SubmitEvent, UseStateHandle, hook, html, use_effect, use_state,
};

use crate::app::drafts::{Kept, Problem, Typed};
use crate::app::tasks;
use crate::app::world::World;
use crate::ui::components::{Button, ButtonKind, Link};
use crate::ui::focus;
use crate::ui::route::Route;

pub(super) use fields::{items_among, items_of};
pub(super) use problems::Problems;
pub(super) use record::{
    Edited, Editing, Kind, Record, RecordProps, partnership_first, quoted, record_form, use_editing,
};
pub(super) use rows::Rows;
pub(super) use way_back::way_back;

pub(super) use crate::ui::location::go;

/// A form under way: what is typed, kept at each keystroke, and what is wrong with it.
#[derive(Clone)]
pub(super) struct Form<D: 'static> {
    typed: UseStateHandle<Option<UnderWay<D>>>,
    problems: UseStateHandle<Problems>,
    /// What it would show if nothing were typed.
    first: Rc<D>,
    /// What it shows.
    draft: Rc<D>,
    world: World,
    place: AttrValue,
}

/// What is typed, once something is.
struct UnderWay<D> {
    typed: Typed<D>,
    /// Whether it was typed before the form was last opened.
    is_restored: bool,
}

/// The form at a place: what was typed there and never saved, over `first`.
#[hook]
pub(super) fn use_form<D: Kept + Clone + PartialEq + 'static>(
    world: &World,
    place: &Route,
    first: D,
) -> Form<D> {
    let place = place.to_string();
    let typed = use_state(|| {
        let kept = tasks::kept_draft::<Typed<D>>(world, &place);
        kept.map(|typed| UnderWay { typed, is_restored: true })
    });
    let problems = use_state(Problems::default);
    use_effect(focus::follow);
    let first = Rc::new(first);
    let draft = typed.as_ref().map_or_else(|| first.clone(), |under_way| under_way.typed.over(&first).into());
    Form { typed, problems, first, draft, world: world.clone(), place: place.into() }
}

/// Why nothing is saved where another tab writes.
const ELSEWHERE: &str = "This register is being worked on in another tab. Choose \u{201c}Work here instead\u{201d}; what you typed stays";

impl<D: Kept + Clone + PartialEq + 'static> Form<D> {
    /// What stands in it: what is typed, and where nothing is, what the register says.
    pub(super) fn draft(&self) -> &D {
        &self.draft
    }

    /// Puts something else in its place.
    pub(super) fn set(&self, draft: D) {
        let typed = Typed { base: (*self.first).clone(), draft };
        tasks::keep_draft(&self.world, &self.place, &typed);
        self.typed.set(Some(UnderWay { typed, is_restored: self.is_restored() }));
    }

    /// A callback that changes what is typed.
    pub(super) fn changing<T: 'static>(&self, change: impl Fn(&mut D, T) + 'static) -> Callback<T> {
        let form = self.clone();
        Callback::from(move |input| {
            let mut next = form.draft().clone();
            change(&mut next, input);
            form.set(next);
        })
    }

    /// What is wrong with it.
    pub(super) fn problems(&self) -> &Problems {
        &self.problems
    }

    /// Shows what was found to be wrong.
    pub(super) fn refuse(&self, found: Vec<Problem>) {
        self.problems.set(self.problems.found(found));
    }

    /// Forgets what is typed and what was wrong with it, once it is saved or given up.
    pub(super) fn forget(&self) {
        tasks::forget_draft(&self.world, &self.place);
        self.typed.set(None);
        self.problems.set(Problems::default());
    }

    /// Whether what is typed can be saved in this tab; where another tab writes, that is said, and what is typed stays.
    pub(super) fn may_save(&self) -> bool {
        let writes = self.world.tabs.writes();
        if !writes {
            self.refuse(vec![Problem { field: "main".to_owned(), message: ELSEWHERE.to_owned() }]);
        }
        writes
    }

    /// What came of a check: the value, and what was typed is forgotten; or nothing, and what is wrong is
    /// shown.
    pub(super) fn sound<T>(&self, checked: Result<T, Vec<Problem>>) -> Option<T> {
        match checked {
            Ok(value) if self.may_save() => {
                self.forget();
                Some(value)
            }
            Ok(_) => None,
            Err(found) => {
                self.refuse(found);
                None
            }
        }
    }

    /// What sends the form: what is sound is handed on, and what is not is shown.
    pub(super) fn on_submit<T: 'static>(
        &self,
        check: impl Fn(&D) -> Result<T, Vec<Problem>> + 'static,
        on_sound: impl Fn(T) + 'static,
    ) -> Callback<SubmitEvent> {
        let form = self.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(value) = form.sound(check(form.draft())) {
                on_sound(value);
            }
        })
    }

    /// What stands above the fields: what is wrong, and that this was typed earlier.
    pub(super) fn head(&self) -> Html {
        html! {
            <>
                { self.problems.summary() }
                if self.is_restored() && self.draft != self.first {
                    <div class="inset">
                        <p>{ "This is what you typed here earlier and did not save." }</p>
                        if self.is_overtaken() {
                            <p>{ "The register has changed since. Where you typed nothing, you see what it says now." }</p>
                        }
                        { self.afresh() }
                    </div>
                }
            </>
        }
    }

    fn is_restored(&self) -> bool {
        self.typed.as_ref().is_some_and(|under_way| under_way.is_restored)
    }

    /// Whether it began with something else than it would begin with now.
    fn is_overtaken(&self) -> bool {
        self.typed.as_ref().is_some_and(|under_way| under_way.typed.base != *self.first)
    }

    fn afresh(&self) -> Html {
        let form = self.clone();
        let on_press = Callback::from(move |_| {
            focus::heading_after_render();
            form.forget();
        });
        Button { label: "Put it away and start afresh".into(), on_press, ..Button::default() }.view()
    }

    /// The button that sends the form, and the way out of it, on which what is typed is forgotten. A way out
    /// that is opened elsewhere leaves all as it is.
    pub(super) fn save_or_cancel(&self, cancel: &Route) -> Html {
        let form = self.clone();
        let save = Button { kind: ButtonKind::Submit, label: "Save".into(), ..Button::default() };
        let cancel = Link { to: cancel.to_string().into(), text: "Cancel".into(), ..Link::default() };
        let on_leave = Callback::from(move |event: MouseEvent| {
            if !opens_elsewhere(&event) {
                form.forget();
            }
        });
        html! { <>{ save.view() }<span onclick={on_leave}>{ cancel.view() }</span></> }
    }
}

/// Whether a click on a link opens it in another tab or window.
pub(super) fn opens_elsewhere(click: &MouseEvent) -> bool {
    click.ctrl_key() || click.meta_key() || click.shift_key()
}
