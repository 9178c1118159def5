//! A page as a person finds it: by role and accessible name, never by class or place in the markup.
//!
//! The page is rendered on the host, so effects do not run: what a page does on arrival, in the address
//! or in the store is for the journeys in real browsers.

use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use partnership_risk::app::model::Model;
use partnership_risk::app::world::World;
use partnership_risk::ui::pages::{Whereabouts, framed};
use partnership_risk::ui::parts::{Arrival, Part, desk_at_hand};
use partnership_risk::ui::route::Route;
use partnership_risk::ui::session::Session;
use scraper::{ElementRef, Html, Selector};
use yew::prelude::{Html as Markup, Properties, component, use_reducer};

use crate::desk::Desk;

/// What is on the screen.
pub struct Screen {
    page: Html,
    address: String,
}

/// A table on the screen.
pub struct Table<'a>(ElementRef<'a>);

impl Screen {
    /// What a person at this desk sees at an address.
    pub fn at(desk: &Desk, address: &str) -> Self {
        let props =
            StagedProps { world: desk.world.clone(), model: desk.model.clone(), route: Route::at(address) };
        let renderer = yew::LocalServerRenderer::<Staged>::with_props(props).hydratable(false);
        let markup = finished(renderer.render());
        Self { page: Html::parse_document(&markup), address: address.to_owned() }
    }

    /// The heading that says this.
    pub fn heading(&self, name: &str) -> ElementRef<'_> {
        self.only("h1, h2, h3, h4", name, text)
    }

    /// The one heading of the page.
    pub fn title(&self) -> String {
        let [title] = self.all("h1")[..] else {
            panic!("{}: not one h1 but {:?}", self.address, self.texts("h1"))
        };
        text(title)
    }

    /// The link with this name.
    pub fn link(&self, name: &str) -> ElementRef<'_> {
        self.only("a", name, accessible_name)
    }

    /// Where the link with this name leads.
    pub fn link_to(&self, name: &str) -> String {
        attribute(self.link(name), "href")
    }

    /// The button with this name.
    pub fn button(&self, name: &str) -> ElementRef<'_> {
        self.only("button", name, accessible_name)
    }

    /// The control with this label.
    pub fn field(&self, label: &str) -> ElementRef<'_> {
        let label = self.only("label", label, text);
        let id = attribute(label, "for");
        let controls = self.all("input, select, textarea, progress");
        let found = controls.into_iter().find(|control| control.attr("id") == Some(&*id));
        found.unwrap_or_else(|| panic!("{}: the label of {id:?} has no control", self.address))
    }

    /// What is filled in or chosen in the control with this label.
    pub fn filled(&self, label: &str) -> String {
        let control = self.field(label);
        match control.value().name() {
            "textarea" => control.text().collect(),
            "select" => {
                let options = Selector::parse("option[selected]").expect("a selector");
                control.select(&options).map(text).collect()
            }
            _ => attribute(control, "value"),
        }
    }

    /// The control with this label in the group with this legend.
    pub fn field_in(&self, legend: &str, label: &str) -> ElementRef<'_> {
        let legend = self.only("legend", legend, text);
        let group = legend.parent().and_then(ElementRef::wrap).expect("a legend stands in its group");
        let labels = Selector::parse("label").expect("a selector");
        let label = group.select(&labels).find(|found| text(*found) == label);
        let label = label.unwrap_or_else(|| panic!("the group {:?} has no such label", text(legend)));
        let id = Selector::parse(&format!("[id='{}']", attribute(label, "for"))).expect("a selector");
        group.select(&id).next().expect("a label has its control")
    }

    /// The table with this caption.
    pub fn table(&self, caption: &str) -> Table<'_> {
        let caption = self.only("caption", caption, text);
        Table(caption.parent().and_then(ElementRef::wrap).expect("a caption stands in its table"))
    }

    /// Messages that something is wrong, in order.
    pub fn alerts(&self) -> Vec<String> {
        self.texts("[role=alert]")
    }

    /// All text of the page.
    pub fn reads(&self) -> String {
        text(self.page.root_element())
    }

    /// Makes sure that this text stands somewhere.
    pub fn shows(&self, wanted: &str) {
        let reads = self.reads();
        assert!(reads.contains(&spaced(wanted)), "{}: {wanted:?} is not in:\n{reads}", self.address);
    }

    /// Makes sure that this text stands nowhere.
    pub fn does_not_show(&self, unwanted: &str) {
        assert!(!self.reads().contains(unwanted), "{}: {unwanted:?} is on the page", self.address);
    }

    /// Every element that matches; for what holds of all pages.
    pub fn all(&self, selector: &str) -> Vec<ElementRef<'_>> {
        let selector = Selector::parse(selector).unwrap_or_else(|e| panic!("{selector}: {e}"));
        self.page.select(&selector).collect()
    }

    fn texts(&self, selector: &str) -> Vec<String> {
        self.all(selector).into_iter().map(text).collect()
    }

    fn only(&self, kind: &str, name: &str, read: fn(ElementRef<'_>) -> String) -> ElementRef<'_> {
        let all = self.all(kind);
        let found: Vec<_> = all.iter().copied().filter(|element| read(*element) == name).collect();
        let [only] = found[..] else {
            let names: Vec<String> = all.into_iter().map(read).collect();
            panic!("{}: {} {kind} named {name:?}, among {names:?}", self.address, found.len());
        };
        only
    }
}

impl Table<'_> {
    /// The text of the cells below the head, row by row.
    pub fn rows(&self) -> Vec<Vec<String>> {
        let cells = Selector::parse("th, td").expect("a selector");
        let rows = Selector::parse("tbody tr").expect("a selector");
        self.0.select(&rows).map(|row| row.select(&cells).map(text).collect()).collect()
    }

    /// One column, from top to bottom.
    pub fn column(&self, name: &str) -> Vec<String> {
        let heads = Selector::parse("thead th").expect("a selector");
        let heads: Vec<String> = self.0.select(&heads).map(text).collect();
        let place = heads.iter().position(|head| head == name);
        let place = place.unwrap_or_else(|| panic!("no column {name:?} among {heads:?}"));
        self.rows().into_iter().map(|row| row[place].clone()).collect()
    }

    /// Links in the table: name and address.
    pub fn links(&self) -> Vec<(String, String)> {
        let links = Selector::parse("a").expect("a selector");
        self.0.select(&links).map(|link| (accessible_name(link), attribute(link, "href"))).collect()
    }
}

/// The text of an element as it is read out: without what is hidden from readers, blanks drawn together.
pub fn text(element: ElementRef<'_>) -> String {
    let mut whole = String::new();
    for node in element.descendants() {
        let hidden = |ancestor: ElementRef<'_>| {
            ancestor.attr("aria-hidden") == Some("true")
                || ["style", "script"].contains(&ancestor.value().name())
        };
        let silent = node.ancestors().filter_map(ElementRef::wrap).any(hidden);
        if let Some(piece) = node.value().as_text().filter(|_| !silent) {
            whole.push_str(piece);
        } else if node.value().as_element().is_some_and(|e| !["b", "span", "a", "i"].contains(&e.name())) {
            whole.push(' ');
        }
    }
    spaced(&whole)
}

/// What a screen reader calls an element.
pub fn accessible_name(element: ElementRef<'_>) -> String {
    element.attr("aria-label").map_or_else(|| text(element), spaced)
}

/// An attribute; empty where there is none.
pub fn attribute(element: ElementRef<'_>, name: &str) -> String {
    element.attr(name).unwrap_or_default().to_owned()
}

fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Runs a rendering to its end; it waits for nothing outside itself.
fn finished(rendering: impl Future<Output = String>) -> String {
    let mut rendering = pin!(rendering);
    let mut context = Context::from_waker(Waker::noop());
    for _ in 0..10_000 {
        if let Poll::Ready(markup) = rendering.as_mut().poll(&mut context) {
            return markup;
        }
    }
    panic!("the rendering waits for something that does not come")
}

#[derive(Clone, PartialEq, Properties)]
struct StagedProps {
    world: World,
    model: Model,
    route: Route,
}

/// The page around a model that is already there, as the application puts it around its own.
#[component]
fn Staged(props: &StagedProps) -> Markup {
    let model = use_reducer(|| props.model.clone());
    let session =
        Session { world: props.world.clone(), device: props.world.clone(), dispatcher: model.dispatcher() };
    let arrival = match Part::of(&props.route, props.model.register.is_some()) {
        None => Arrival::AlwaysHere,
        Some(part) => Arrival::Here(part.at_hand().expect("on the host nothing is cut out")),
    };
    let today = props.world.clock.today();
    let findings =
        props.model.register.as_ref().zip(desk_at_hand()).map(|(r, desk)| (desk.findings)(r, today));
    framed(&model, &session, &Whereabouts::at(props.route.clone()), &arrival, findings)
}
