//! A person at the page, without a browser: a model, the world it acts on, and what can be done to it.
//! What is seen of it is next door in [`crate::screen`].

use std::rc::Rc;

use partnership_risk::app::event::Event;
use partnership_risk::app::model::{Import, Keeping, Model, Notice};
use partnership_risk::app::queries::import::{agreed, preview_of};
use partnership_risk::app::tasks::{self, Received, ToKeep};
use partnership_risk::app::world::memory::{MemoryStore, all_told, at_once, with_store};
use partnership_risk::app::world::{Answer, Store as _, Tell, Work, Worker, World};
use partnership_risk_core::example::fife_council;
use partnership_risk_core::exchange::import::Preview;
use partnership_risk_core::register::{Change, Register, Risk};
use partnership_risk_sheets::answer;
use partnership_risk_sheets::message::Order;

/// Fife Council's published register, as its file.
pub const FIFE_CSV: &str = include_str!("../../core/src/exchange/fixtures/fife-council.csv");

/// The program for spreadsheets, which does here at once what it does beside the page elsewhere.
struct SheetsAtOnce;

impl Worker for SheetsAtOnce {
    fn begin(&self, work: Work, tell: Tell) {
        let order = Order::of_bytes(&work.order).expect("the page gives sound orders");
        tell(Answer::Told(answer(order).to_bytes()));
    }

    fn stop(&self) {}
}

/// A person at the page.
pub struct Desk {
    pub store: Rc<MemoryStore>,
    pub world: World,
    pub model: Model,
}

impl Desk {
    /// The first visit.
    pub fn new() -> Self {
        Self::with_store(Rc::new(MemoryStore::default()))
    }

    /// A visit to a page that finds this store.
    pub fn with_store(store: Rc<MemoryStore>) -> Self {
        let world = World { sheets: Rc::new(SheetsAtOnce), ..with_store(store.clone()) };
        let model = Model::default().after(Event::Opened(at_once(tasks::open(world.clone()))));
        Self { store, world, model }
    }

    /// A visit with the worked example open.
    pub fn with_example() -> Self {
        Self::with_register(fife_council())
    }

    /// A visit with a register open.
    pub fn with_register(register: Register) -> Self {
        Self::new().after(Event::RegisterChosen { register: Rc::new(register), said: "Opened".into() })
    }

    /// Something happens, and the page keeps what has changed, as it does.
    pub fn after(mut self, event: Event) -> Self {
        self.model = self.model.after(event);
        if self.model.keeping == Keeping::Pending {
            let kept = at_once(tasks::keep(self.world.clone(), self.to_keep(), || true));
            self.model = self.model.after(kept.expect("it is wanted"));
        }
        self
    }

    /// What is to be kept.
    pub fn to_keep(&self) -> ToKeep {
        ToKeep {
            register: self.model.register.clone(),
            known: Some(self.model.known.clone()),
            is_great: self.model.is_greatly_changed,
        }
    }

    /// All that is in the store, by key.
    pub fn stored(&self) -> Vec<(String, Option<String>)> {
        let keys = self.store.keys("").expect("memory can be read");
        keys.into_iter()
            .map(|key| (key.clone(), self.store.read(&key).expect("memory can be read")))
            .collect()
    }

    /// The person chooses a file.
    pub fn chooses(self, name: &str, bytes: &[u8]) -> Self {
        let file = Received { name: name.to_owned(), bytes: bytes.into(), on_disk: None };
        let told = all_told(|tell| tasks::receive(&self.world, self.model.register.as_ref(), file, tell));
        told.into_iter().fold(self, Self::after)
    }

    /// The person opens the register that was read from a file, if one was.
    pub fn takes(self) -> Self {
        let Some(incoming) = self.model.incoming.clone() else { return self };
        let event = tasks::take(&self.world, &incoming);
        self.after(event)
    }

    /// The person chooses the sheet at this place of the workbook at hand.
    pub fn chooses_sheet(self, place: usize) -> Self {
        let event = tasks::choose_sheet(&self.world, self.model.register.as_ref(), self.import(), place);
        self.after(event)
    }

    /// The person agrees to the import; where the file was refused, there is nothing to agree to.
    pub fn agrees(self) -> Self {
        if self.model.import.is_none() {
            return self;
        }
        let event = agreed(self.import(), &self.preview(), self.model.register.as_ref());
        self.after(event)
    }

    /// The person changes the first risk whose title begins so.
    pub fn edits(self, title: &str, edit: impl FnOnce(&mut Risk)) -> Self {
        let mut risk = self.risk(title);
        edit(&mut risk);
        self.does(Change::RisksPut(vec![risk]))
    }

    /// The person changes the register.
    pub fn does(self, change: Change) -> Self {
        let at = self.world.clock.now();
        self.after(Event::Changed {
            change,
            said: "Saved".into(),
            at,
            reason: String::new(),
            by: Register::amended,
        })
    }

    /// The page is closed and opened again.
    pub fn comes_back(self) -> Self {
        Self::with_store(self.store)
    }

    /// The register that is open.
    pub fn register(&self) -> &Register {
        self.shared()
    }

    /// The same, as the page holds it: what is worked out from it is kept as long as it is.
    pub fn shared(&self) -> &Rc<Register> {
        self.model.register.as_ref().expect("a register is open")
    }

    /// A copy of the first risk whose title begins so.
    pub fn risk(&self, title: &str) -> Risk {
        let found = self.register().risks().iter().find(|risk| risk.title.starts_with(title));
        (**found.unwrap_or_else(|| panic!("no risk begins with {title:?}"))).clone()
    }

    /// The spreadsheet on its way in.
    pub fn import(&self) -> &Import {
        self.model.import.as_ref().expect("a spreadsheet is on its way in")
    }

    /// What the import would do.
    pub fn preview(&self) -> Preview {
        preview_of(self.import(), self.model.register.as_ref())
    }

    /// Everything the person is told about the file: why it is refused, or all that is found in it.
    pub fn told(&self) -> Vec<String> {
        match &self.model.import {
            Some(import) => {
                let findings = self.preview().findings;
                findings.listed().iter().map(|finding| finding.told_of(&import.table)).collect()
            }
            None => self.refusal().into_iter().collect(),
        }
    }

    /// Why the last thing was not done, if it was not.
    pub fn refusal(&self) -> Option<String> {
        match &self.model.notice {
            Some(Notice::Refused(why)) => Some(why.clone()),
            Some(Notice::Done(_)) | None => None,
        }
    }

    /// Titles and current scores, in the order of the register.
    pub fn scores(&self) -> Vec<f64> {
        let register = self.register();
        register.risks().iter().filter_map(|risk| register.score(risk)).map(|s| s.product()).collect()
    }
}
