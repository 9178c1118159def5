//! The whole page: it holds the model, follows the address, and starts the tasks.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use partnership_risk_core::date::Date;
use partnership_risk_core::register::Register;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::{
    Callback, Html, Properties, UseReducerHandle, UseStateHandle, UseStateSetter, component, hook,
    use_effect, use_effect_with, use_memo, use_mut_ref, use_reducer, use_state, use_state_eq,
};

use super::focus;
use super::keyboard::Shortcut;
use super::location::{at_address, go, go_to_field};
use super::pages::{Whereabouts, framed, title};
use super::parts::{self, Arrival, Part, Wanted};
use super::rehearsal::use_rehearsal;
use super::rescue;
use super::route::Route;
use super::session::Session;
use crate::app::event::{Event, Opened};
use crate::app::model::{Keeping, Model, OwnFile, Pen};
use crate::app::tasks::{self, Saving, ToKeep, Way};
use crate::app::world::{StoreError, TabNews, World};

/// Props of [`App`].
#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    /// Everything outside.
    pub world: World,
    /// What was found at the start.
    pub opened: Rc<Opened>,
    /// Where the page starts.
    pub start: Route,
}

/// The whole page.
#[component]
pub fn App(props: &AppProps) -> Html {
    let model = use_reducer(|| Model::default().after(Event::Opened((*props.opened).clone())));
    let world = use_world(&props.world, model.is_unkept);
    let session = Session { world, device: props.world.clone(), dispatcher: model.dispatcher() };
    let whereabouts = use_state(|| Whereabouts::at(props.start.clone()));
    use_address(&whereabouts, &session);
    use_tab_title(title(&whereabouts.here, model.register.as_deref()));
    let arrival = use_part(Part::of(&whereabouts.here, model.register.is_some()));
    use_landing(&whereabouts, &arrival);
    use_effect(focus::follow);
    use_keeping(&model, &session);
    use_journal(&props.opened, &session);
    let latest = use_latest(&model);
    use_tabs(&latest, &session);
    use_warning(&model);
    use_shortcuts(&latest, &session);
    use_rehearsal(model.register.as_deref());
    let findings = use_findings(model.register.as_ref(), &session);
    framed(&model, &session, &whereabouts, &arrival, findings)
}

/// The world, or one in which nothing outlasts the page, for somebody who wishes that.
#[hook]
fn use_world(world: &World, is_unkept: bool) -> World {
    let unkept = use_memo((), |()| world.unkept());
    let (tabs, was_unkept) = (world.tabs.clone(), use_mut_ref(|| false));
    use_effect_with(is_unkept, move |is_unkept| match (was_unkept.replace(*is_unkept), *is_unkept) {
        (false, true) => tabs.leave(),
        (true, false) => tabs.come_back(),
        (false, false) | (true, true) => {}
    });
    if is_unkept { (*unkept).clone() } else { world.clone() }
}

/// Lets the browser ask before a page is left that alone has the work.
#[hook]
fn use_warning(model: &Model) {
    let is_only_here = match model.keeping {
        Keeping::NotKept(_) | Keeping::Divided | Keeping::Withheld => model.register.is_some(),
        Keeping::Nothing | Keeping::Pending | Keeping::Kept(_) => model.is_unkept && model.register.is_some(),
    };
    use_effect_with(is_only_here, |is_only_here| {
        let window = is_only_here.then(web_sys::window).flatten();
        let listener = window.map(|window| {
            let options = gloo_events::EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&window, "beforeunload", options, |event| event.prevent_default())
        });
        move || drop(listener)
    });
}

/// Follows the address for as long as the page is open.
#[hook]
fn use_address(whereabouts: &UseStateHandle<Whereabouts>, session: &Session) {
    let last = use_mut_ref(|| (**whereabouts).clone());
    let (setter, session) = (whereabouts.setter(), session.clone());
    use_effect_with((), move |()| {
        let listener = web_sys::window().map(|window| {
            let source = window.clone();
            let on_change = move |_: &web_sys::Event| {
                let moved = last.borrow().clone().moved_to(at_address(&source));
                last.replace(moved.clone());
                if moved.came_from().is_some() {
                    session.tell(Event::Moved);
                }
                setter.set(moved);
            };
            EventListener::new(&window, "hashchange", on_change)
        });
        move || drop(listener)
    });
}

/// The model as it is by now, for what listens as long as the page is open.
type Latest = Rc<RefCell<Model>>;

#[hook]
fn use_latest(model: &UseReducerHandle<Model>) -> Latest {
    let latest = use_mut_ref(|| (**model).clone());
    latest.replace((**model).clone());
    latest
}

/// Does what keys ask for on every page.
#[hook]
fn use_shortcuts(latest: &Latest, session: &Session) {
    let (latest, session) = (latest.clone(), session.clone());
    use_effect_with((), move |()| {
        let listener = web_sys::window().map(|window| {
            // A listener that may keep the key from the browser must say so.
            let options = gloo_events::EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&window, "keydown", options, move |event| {
                match Shortcut::taken(event) {
                    Some(Shortcut::Undo) => session.tell(Event::Undone),
                    Some(Shortcut::Redo) => session.tell(Event::Redone),
                    Some(Shortcut::Search) => to_field(&Route::Search(String::new()), "search"),
                    Some(Shortcut::Save) => save_file(&session, &latest.borrow()),
                    Some(Shortcut::Open) => to_field(&Route::File, "register-file"),
                    None => {}
                }
            })
        });
        move || drop(listener)
    });
}

/// Goes to a field of a page; where it is there already, it keeps what is typed in it.
fn to_field(route: &Route, id: &str) {
    match focus::by_id(id) {
        None => go_to_field(route, id),
        field => focus::focus(field.as_ref()),
    }
}

/// Writes the register to the file that it is kept in; where that needs an answer of the person, goes to where it is asked.
fn save_file(session: &Session, model: &Model) {
    let is_ours = |own: &&OwnFile| !own.seen.is_sealed && !own.is_overtaken && !model.is_newer;
    let own = model.own_file.as_ref().filter(is_ours);
    let (Some(register), Some(own)) = (model.register.clone(), own) else { return go(&Route::File) };
    let (session, way) = (session.clone(), Way::Again(own.seen.clone()));
    spawn_local(async move {
        let Ok(desk) = parts::desk().await else { return };
        let saving = Saving { register, way, passphrase: None };
        let Some(event) = (desk.save)(session.world.clone(), saving).await else { return };
        if matches!(event, Event::FileOvertaken) {
            go(&Route::File);
        }
        session.tell(event);
    });
}

/// Names the browser's tab after the place.
#[hook]
fn use_tab_title(title: String) {
    use_effect_with(title, |title| {
        if let Some(document) = web_sys::window().and_then(|w| w.document()) {
            document.set_title(title);
        }
    });
}

/// Fetches the part that holds a page, if that is not there yet.
#[hook]
fn use_part(part: Option<Part>) -> Arrival {
    let tried = use_state(|| None::<(Part, bool)>);
    let failed = part.is_some_and(|part| *tried == Some((part, false)));
    let page = part.filter(|_| !failed).and_then(Part::at_hand);
    let setter = tried.setter();
    use_effect_with(part.filter(|_| !failed && page.is_none()), move |wanted| {
        if let Some(part) = *wanted {
            spawn_local(async move { setter.set(Some((part, part.fetched().await.is_ok()))) });
        }
    });
    match (part, page) {
        (None, _) => Arrival::AlwaysHere,
        (Some(_), Some(page)) => Arrival::Here(page),
        (Some(_), None) if failed => Arrival::Failed(Callback::from(move |_| tried.set(None))),
        (Some(_), None) => Arrival::OnItsWay,
    }
}

/// On arrival at another place, once its page is there, goes to where the person left off there, or else to its heading, so
/// that the eye and the screen reader both know. A changed filter is not an arrival.
#[hook]
fn use_landing(whereabouts: &Whereabouts, arrival: &Arrival) {
    let on_its_way = matches!(arrival, Arrival::OnItsWay);
    use_effect_with((whereabouts.clone(), on_its_way), |(whereabouts, on_its_way)| {
        if let Some(from) = whereabouts.came_from().filter(|_| !on_its_way) {
            arrive(from);
        }
    });
}

fn arrive(from: &Route) {
    let way_back = from.link_id().and_then(|id| focus::by_id(&id));
    match (&way_back, web_sys::window()) {
        (Some(link), _) => link.scroll_into_view_with_bool(false),
        (None, Some(window)) => window.scroll_to_with_x_and_y(0.0, 0.0),
        (None, None) => {}
    }
    focus::focus(focus::asked_for().or(way_back).or_else(focus::heading).as_ref());
}

/// How long after a change what need not be seen at once is done, in milliseconds: when the change is on the screen,
/// and together with what follows it at once.
const SOON: u32 = 50;

/// How many findings the checks have, once the part that runs them is there. After a change they are counted
/// anew soon.
#[hook]
fn use_findings(register: Option<&Rc<Register>>, session: &Session) -> Option<usize> {
    let today = session.world.clock.today();
    let counted = use_state_eq(|| {
        // Asking for the desk fetches it, and without a register it is not wanted.
        let register = register?;
        Some((parts::desk_at_hand()?.findings)(register, today))
    });
    let setter = counted.setter();
    use_effect_with((register.cloned(), today), move |(register, today)| {
        let due = register.clone().map(|register| counting(register, *today, setter));
        move || drop(due)
    });
    register.and(*counted)
}

fn counting(register: Rc<Register>, today: Date, counted: UseStateSetter<Option<usize>>) -> Timeout {
    Timeout::new(SOON, move || {
        spawn_local(async move {
            if let Ok(desk) = parts::desk().await {
                counted.set(Some((desk.findings)(&register, today)));
            }
        });
    })
}

/// Keeps the register soon after it has changed, and at once when the page is left before that.
#[hook]
fn use_keeping(model: &UseReducerHandle<Model>, session: &Session) {
    let (session, this) = (session.clone(), to_keep(model));
    let depends_on = (model.register.clone(), model.keeping.clone(), model.pen);
    use_effect_with(depends_on, move |(_, keeping, pen)| {
        let wanted: Wanted = Rc::new(Cell::new(true));
        let is_due = *keeping == Keeping::Pending && *pen == Pen::Here;
        let is_at_risk = is_due || matches!(keeping, Keeping::NotKept(_));
        rescue::remember(is_at_risk.then(|| (session.world.clone(), this.clone())));
        let due = is_due.then(|| {
            let leaving = keeping_on_leaving(&session, this.clone());
            (leaving, keeping_soon(session, this, wanted.clone()))
        });
        move || {
            // What is newer is kept in its stead.
            wanted.set(false);
            drop(due);
        }
    });
}

fn to_keep(model: &Model) -> ToKeep {
    // Nobody else writes where nothing outlasts the page.
    let known = (!model.is_unkept).then(|| model.known.clone());
    let register = model.register.clone();
    ToKeep { register, known, is_great: model.is_greatly_changed }
}

fn keeping_soon(session: Session, this: ToKeep, wanted: Wanted) -> Timeout {
    Timeout::new(SOON, move || {
        spawn_local(async move {
            if let Some(event) = kept(&session, this, wanted).await {
                session.tell(event);
            }
        });
    })
}

fn keeping_on_leaving(session: &Session, this: ToKeep) -> Option<EventListener> {
    let session = session.clone();
    let keep = move |_: &web_sys::Event| {
        if let Some(desk) = parts::desk_at_hand() {
            session.tell((desk.keep_at_once)(&session.world, &this));
        }
    };
    web_sys::window().map(|window| EventListener::new(&window, "pagehide", keep))
}

/// What comes of keeping the register.
async fn kept(session: &Session, this: ToKeep, wanted: Wanted) -> Option<Event> {
    match parts::desk().await {
        Ok(desk) => (desk.keep)(session.world.clone(), this, wanted).await,
        Err(error) => Some(Event::SaveFailed(StoreError::Failed(error.to_string()))),
    }
}

/// Writes or follows, as the tabs of this browser agree.
#[hook]
fn use_tabs(latest: &Latest, session: &Session) {
    let (latest, session) = (latest.clone(), session.clone());
    use_effect_with((), move |()| {
        let world = session.world.clone();
        world.tabs.join(Rc::new(move |news| {
            let model = latest.borrow().clone();
            heard(&session, &model, news);
        }));
    });
}

fn heard(session: &Session, model: &Model, news: TabNews) {
    match news {
        _ if model.is_unkept => {}
        TabNews::Follows => session.tell(Event::PenMoved(Pen::Elsewhere)),
        // What the other tab kept last may not have been shown yet.
        TabNews::Writes if model.pen == Pen::Elsewhere => follow(session.clone(), Some(Pen::Here)),
        TabNews::Kept if model.pen == Pen::Elsewhere => follow(session.clone(), None),
        // Every tab may write where there are no locks.
        TabNews::Kept if matches!(model.keeping, Keeping::Kept(_) | Keeping::Nothing) => {
            rejoin(session.clone(), to_keep(model));
        }
        TabNews::Writes | TabNews::Kept => {}
        TabNews::Asked => {
            if let Some(desk) = parts::desk_at_hand().filter(|_| model.keeping == Keeping::Pending) {
                session.tell((desk.keep_at_once)(&session.world, &to_keep(model)));
            }
            session.world.tabs.hand_over();
        }
    }
}

/// Shows what is kept now, and then writes, where that is said.
fn follow(session: Session, then: Option<Pen>) {
    spawn_local(async move {
        if let Ok(desk) = parts::desk().await {
            session.tell(Event::Followed((desk.open)(session.world.clone()).await));
        }
        if let Some(pen) = then {
            session.tell(Event::PenMoved(pen));
        }
    });
}

/// Makes one what is here and what another tab has kept.
fn rejoin(session: Session, this: ToKeep) {
    spawn_local(async move {
        if let Ok(desk) = parts::desk().await
            && let Some(event) = (desk.rejoin)(session.world.clone(), this).await
        {
            session.tell(event);
        }
    });
}

/// On a first visit, looks whether the browser was killed before the store was on the disk: the journal has it then.
#[hook]
fn use_journal(opened: &Opened, session: &Session) {
    let is_first = opened.register.is_none() && opened.keeping == Keeping::Nothing;
    let session = session.clone();
    use_effect_with((), move |()| {
        if is_first {
            spawn_local(async move {
                if tasks::is_in_journal(&session.world).await
                    && let Ok(desk) = parts::desk().await
                {
                    session.tell(Event::Recovered((desk.open)(session.world.clone()).await));
                }
            });
        }
    });
}
