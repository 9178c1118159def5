//! What the forms of the register's entities do alike: begin with the entity or anew, save or delete it as
//! one change, and lead back to where the person came from. The fields of each are its own form's business.

use std::rc::Rc;

use partnership_risk_core::date::Date;
use partnership_risk_core::register::{Change, Id, Register, Timestamp};
use yew::html::BaseComponent;
use yew::prelude::{Callback, Html, Properties, SubmitEvent, hook, html, use_state};

use super::way_back::way_back;
use super::{Form, go, use_form};
use crate::app::drafts::{Kept, Problem};
use crate::ui::components::{Button, ButtonKind, button_link};
use crate::ui::pages::{Whereabouts, heading};
use crate::ui::route::Route;
use crate::ui::session::Session;

/// What a form is about.
#[derive(Clone, PartialEq)]
pub(in crate::ui::pages) enum Edited<T: Record> {
    /// A new entity, with what is known of it from the start.
    New(T::About),
    /// One that is there.
    Existing(Id<T>),
}

impl<T: Record> Copy for Edited<T> {}

/// An entity of the register that has a form.
pub(in crate::ui::pages) trait Record: Clone + PartialEq + 'static {
    /// What may be known of a new one from the start.
    type About: Copy + PartialEq;
    /// What is typed about it.
    type Draft: Kept + Clone + Default + PartialEq;
    /// What its form needs to know about it.
    const KIND: Kind<Self>;
}

/// What the form of a kind of entity needs to know about it.
pub(in crate::ui::pages) struct Kind<T: Record> {
    /// The one with this id.
    pub find: fn(&Register, Id<T>) -> Option<&Rc<T>>,
    /// Where the form for a new one is.
    pub new: fn(T::About) -> Route,
    /// Where the form for one that is there is.
    pub existing: fn(Id<T>) -> Route,
    /// The place above both, where the person came from nowhere above it.
    pub above: fn(Edited<T>) -> Route,
    /// What the form for a new one begins with.
    pub begun: fn(T::About, &Register, Date) -> T::Draft,
    /// What the form for this one begins with.
    pub draft: fn(&T, &Register) -> T::Draft,
    /// The entity described, or everything that is wrong with the description.
    pub check: Check<T>,
    /// What it is called in a sentence.
    pub called: fn(&T) -> String,
    /// Why it is changed, as far as the form asks.
    pub why: fn(&T::Draft) -> &str,
    /// The change that puts it into the register.
    pub put: fn(T) -> Change,
    /// The change that takes it out.
    pub removed: fn(Id<T>) -> Change,
    /// Where to go once it is saved, if not back.
    pub next: fn(Edited<T>, Id<T>) -> Option<Route>,
}

/// Turns what is typed into the entity with an id, at a moment and on a day, or into all that is wrong.
type Check<T> = fn(&<T as Record>::Draft, &Register, Id<T>, (Timestamp, Date)) -> Result<T, Vec<Problem>>;

/// A name between quotation marks.
pub(in crate::ui::pages) fn quoted(name: &str) -> String {
    format!("\u{201c}{name}\u{201d}")
}

/// Props of the form of an entity.
#[derive(Clone, PartialEq, Properties)]
pub(in crate::ui::pages) struct RecordProps<T: Record> {
    /// The register.
    pub register: Rc<Register>,
    /// What it acts through.
    pub session: Session,
    /// Which entity.
    pub edited: Edited<T>,
    /// The way out.
    pub back: Route,
}

/// The form `C` of an entity. Its place is its key, so that nothing typed for one is shown for another.
pub(in crate::ui::pages) fn record_form<C, T>(
    register: &Rc<Register>,
    session: &Session,
    at: &Whereabouts,
    edited: Edited<T>,
) -> Html
where
    C: BaseComponent<Properties = RecordProps<T>>,
    T: Record,
{
    let (register, session) = (register.clone(), session.clone());
    let back = way_back(&at.here, &at.above, (T::KIND.above)(edited));
    let props = RecordProps { register, session, edited, back };
    html! { <C key={at.here.to_string()} ..props /> }
}

/// The form of an entity under way.
#[derive(Clone)]
pub(in crate::ui::pages) struct Editing<T: Record> {
    /// What the form was given.
    pub props: RecordProps<T>,
    /// What is typed.
    pub form: Form<T::Draft>,
    /// The entity as it is, where it is there.
    pub known: Option<Rc<T>>,
    id: Id<T>,
}

/// The form of an entity; nothing where it is no longer there. A new one has the same id however often it
/// is sent.
#[hook]
pub(in crate::ui::pages) fn use_editing<T: Record>(props: &RecordProps<T>) -> Option<Editing<T>> {
    let RecordProps { register, session, edited, .. } = props;
    let id = *use_state(|| match *edited {
        Edited::New(_) => session.world.fresh_id(),
        Edited::Existing(id) => id,
    });
    let kind = T::KIND;
    let (place, known, first) = match *edited {
        Edited::New(about) => {
            let begun = (kind.begun)(about, register, session.world.clock.today());
            ((kind.new)(about), None, Some(begun))
        }
        Edited::Existing(id) => {
            let known = (kind.find)(register, id);
            ((kind.existing)(id), known.cloned(), known.map(|known| (kind.draft)(known, register)))
        }
    };
    let is_there = first.is_some();
    let form = use_form(&session.world, &place, first.unwrap_or_default());
    is_there.then(|| Editing { props: props.clone(), form, known, id })
}

impl<T: Record> Editing<T> {
    /// Saves a draft, or says what is wrong with it.
    pub(in crate::ui::pages) fn save(&self, draft: &T::Draft) {
        let RecordProps { register, session, edited, back } = &self.props;
        let clock = &session.world.clock;
        let kind = T::KIND;
        let checked = (kind.check)(draft, register, self.id, (clock.now(), clock.today()));
        if let Some(record) = self.form.sound(checked) {
            let said = format!("Saved {}", (kind.called)(&record));
            session.change_because((kind.put)(record), said, (kind.why)(draft).trim().to_owned());
            go((kind.next)(*edited, self.id).as_ref().unwrap_or(back));
        }
    }

    /// The form: what is wrong with it, its content, the ways out of it, and what else can be done with it.
    pub(in crate::ui::pages) fn view(&self, content: Html, other_buttons: Html) -> Html {
        let editing = self.clone();
        let on_submit = Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            editing.save(editing.form.draft());
        });
        html! {
            <form onsubmit={on_submit} novalidate=true>
                { self.form.head() }
                { content }
                <p class="actions">
                    { self.form.save_or_cancel(&self.props.back) }
                    { other_buttons }
                </p>
            </form>
        }
    }

    /// The button that adds a copy and opens it; nothing where the entity is new. `more` says what it is added as.
    pub(in crate::ui::pages) fn duplicate(
        &self,
        copied: fn(&T, Id<T>, Timestamp) -> T,
        more: &'static str,
    ) -> Html {
        let Some(known) = self.known.clone() else { return Html::default() };
        let (form, session) = (self.form.clone(), self.props.session.clone());
        let on_press = move |_| {
            if !form.may_save() {
                return;
            }
            let id = session.world.fresh_id();
            let copy = copied(&known, id, session.world.clock.now());
            let said = format!("Added {}{more}", (T::KIND.called)(&copy));
            session.change((T::KIND.put)(copy), said);
            go(&(T::KIND.existing)(id));
        };
        let (label, on_press) = ("Duplicate".into(), on_press.into());
        Button { label, on_press, changes: true, ..Button::default() }.view()
    }

    /// The button that deletes the entity, and what is typed about it; nothing where it is new. `more` says
    /// what goes with it.
    pub(in crate::ui::pages) fn delete(&self, label: &'static str, more: &str) -> Html {
        let Some(known) = &self.known else { return Html::default() };
        let said = format!("Deleted {}{more}. Undo brings it back.", (T::KIND.called)(known));
        let editing = self.clone();
        let on_press = move |_| {
            if !editing.form.may_save() {
                return;
            }
            editing.form.forget();
            editing.props.session.change((T::KIND.removed)(editing.id), said.clone());
            go(&editing.props.back);
        };
        let (kind, label) = (ButtonKind::Warning, label.into());
        Button { kind, label, on_press: on_press.into(), changes: true, ..Button::default() }.view()
    }
}

/// What stands in the place of a form for what belongs to a partnership while there is none.
pub(in crate::ui::pages) fn partnership_first(title: &'static str, why: &'static str) -> Html {
    let add = Route::NewPartnership.to_string();
    html! {
        <>
            { heading(title) }
            <p>{ why }</p>
            <p>{ button_link("Add a partnership first", "button button--primary", add) }</p>
        </>
    }
}
