//! Edits, saves, crashes, reloads and two tabs in any order. Each edit adds a partnership with a number, so that what is found
//! again tells how much of the work is there; another register is known by the number of its body.

use std::collections::BTreeSet;
use std::rc::Rc;

use partnership_risk::app::event::{Event, Opened};
use partnership_risk::app::model::{Keeping, Model, Pen};
use partnership_risk::app::tasks::{self, ToKeep};
use partnership_risk::app::world::World;
use partnership_risk::app::world::memory::{self, at_once};
use partnership_risk_core::register::{Change, Organisation, Partnership, PartnershipId, Register};
use partnership_risk_core::scale::preset::preset;
use proptest::prelude::{Just, Strategy, any, prop_oneof};
use proptest::{collection, option, proptest};

use super::device::Device;

/// One thing that happens.
#[derive(Clone, Debug)]
enum Step {
    /// Somebody changes something and sees what comes of saving it.
    Edit,
    /// Another register takes the place of this one.
    Choose,
    /// Somebody changes something and closes the page at once.
    EditAndLeave,
    /// The page is loaded anew.
    Reload,
    /// The other tab takes over.
    TakeOver,
    /// The browser is killed, and the store loses so many writes.
    Crash(usize),
    /// The browser is killed in the middle of what comes next, after so many writes, and the store loses so many of them.
    CrashDuring(usize, usize),
    /// Nobody does anything for some seconds.
    Wait,
    /// The next write but so many fails.
    FailNext(usize),
    /// The store has room for so many registers, or for any number of them.
    Quota(Option<usize>),
    /// Storage is blocked, or no longer.
    Block(bool),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        6 => Just(Step::Edit),
        1 => Just(Step::Choose),
        2 => Just(Step::EditAndLeave),
        2 => Just(Step::Reload),
        2 => Just(Step::TakeOver),
        2 => (0..8_usize).prop_map(Step::Crash),
        3 => (1..8_usize, 0..8_usize).prop_map(|(after, lost)| Step::CrashDuring(after, lost)),
        1 => Just(Step::Wait),
        1 => (0..4_usize).prop_map(Step::FailNext),
        1 => option::of(0..5_usize).prop_map(Step::Quota),
        1 => any::<bool>().prop_map(Step::Block),
    ];
    collection::vec(step, 1..40)
}

/// Two tabs on one device, and what was promised so far.
struct Machine {
    device: Rc<Device>,
    world: World,
    /// The tab that holds the pen, and the other one.
    tabs: [Model; 2],
    n_edits: usize,
    /// What a person has last seen saved.
    confirmed: Work,
    /// How many writes the store loses if the browser is killed in the middle of something.
    lost: usize,
}

/// What is in a register.
#[derive(Clone, Debug, Default, PartialEq)]
struct Work {
    body: usize,
    edits: BTreeSet<usize>,
}

impl Work {
    fn of(register: Option<&Rc<Register>>) -> Self {
        let Some(register) = register else { return Self::default() };
        let number = |name: &str| name.parse().expect("a number");
        Self {
            body: number(&register.organisation().name),
            edits: register.partnerships().iter().map(|partnership| number(&partnership.name)).collect(),
        }
    }

    /// Whether all of the other is here, unless it was replaced.
    fn has(&self, other: &Self) -> bool {
        self.body > other.body || self.body == other.body && self.edits.is_superset(&other.edits)
    }
}

fn numbered(number: usize) -> Register {
    let matrix = Rc::new(preset("five-by-five").expect("shipped").matrix());
    Register::new(Organisation::new(&number.to_string(), matrix))
}

impl Machine {
    fn new() -> Self {
        let device = Rc::new(Device::default());
        let world = World { store: device.clone(), archive: device.clone(), ..memory::world() };
        let tabs = [Pen::Here, Pen::Elsewhere].map(|pen| Model { pen, ..Model::default() });
        Self { device, world, tabs, n_edits: 0, confirmed: Work::default(), lost: 0 }
    }

    fn take(&mut self, step: &Step) {
        let faults = &self.device.faults;
        match step {
            Step::Edit => self.edit(false),
            Step::Choose => self.edit(true),
            Step::EditAndLeave => self.edit_and_leave(),
            Step::Reload => self.start(),
            Step::TakeOver => self.take_over(),
            Step::Crash(lost) => self.crash(*lost),
            Step::CrashDuring(after, lost) => {
                self.lost = *lost;
                faults.dies_in.set(Some(*after));
            }
            Step::Wait => self.device.settles(),
            Step::FailNext(n) => faults.fails_in.set(Some(*n)),
            Step::Quota(registers) => faults.quota.set(registers.map(|n| 400 * n)),
            Step::Block(blocked) => faults.blocked.set(*blocked),
        }
        if self.device.is_dead() {
            self.crash(self.lost);
        }
    }

    fn tell(&mut self, event: Event) {
        let model = std::mem::take(&mut self.tabs[0]);
        self.tabs[0] = model.after(event);
    }

    /// Changes the register, or puts another in its place.
    fn change(&mut self, is_choice: bool) {
        self.n_edits += 1;
        let (number, said) = (self.n_edits, String::new());
        self.tell(if is_choice || self.tabs[0].register.is_none() {
            Event::RegisterChosen { register: Rc::new(numbered(number)), said }
        } else {
            let id = PartnershipId::from_bits(number as u64);
            let change = Change::PartnershipsPut(vec![Partnership::new(id, &number.to_string(), 0)]);
            Event::Changed { change, said, at: 0, reason: String::new(), by: Register::amended }
        });
    }

    fn to_keep(&self) -> ToKeep {
        let Model { register, is_greatly_changed, known, .. } = self.tabs[0].clone();
        ToKeep { register, known: Some(known), is_great: is_greatly_changed }
    }

    fn edit(&mut self, is_choice: bool) {
        self.change(is_choice);
        let kept = at_once(tasks::keep(self.world.clone(), self.to_keep(), || true));
        // What a killed browser would have said nobody sees.
        if !self.device.is_dead() {
            self.tell(kept.expect("it is wanted"));
            if matches!(self.tabs[0].keeping, Keeping::Kept(_)) {
                self.confirmed = Work::of(self.tabs[0].register.as_ref());
            }
        }
    }

    fn edit_and_leave(&mut self) {
        self.change(false);
        drop(tasks::keep_at_once(&self.world, &self.to_keep()));
        if !self.device.is_dead() {
            self.start();
        }
    }

    fn take_over(&mut self) {
        if self.tabs[0].keeping == Keeping::Pending {
            let kept = tasks::keep_at_once(&self.world, &self.to_keep());
            self.tell(kept);
        }
        self.tell(Event::PenMoved(Pen::Elsewhere));
        self.tabs.swap(0, 1);
        let opened = self.opened();
        self.tell(Event::Followed(opened));
        self.tell(Event::PenMoved(Pen::Here));
    }

    fn crash(&mut self, lost: usize) {
        self.device.starts_again(lost);
        self.start();
    }

    /// Both tabs are opened anew, the first of them with what is found.
    fn start(&mut self) {
        let opened = self.opened();
        self.tabs = [Pen::Here, Pen::Elsewhere].map(|pen| Model { pen, ..Model::default() });
        self.tell(Event::Opened(opened));
    }

    /// What is kept; while storage is blocked, that is looked at once it no longer is.
    fn opened(&mut self) -> Opened {
        self.device.faults.blocked.set(false);
        let opened = at_once(tasks::open(self.world.clone()));
        let found = Work::of(opened.register.as_ref());
        assert!(found.has(&self.confirmed), "found {found:?}, but {:?} was saved", self.confirmed);
        assert!(opened.damaged.is_empty(), "{:?}", opened.damaged);
        opened
    }
}

proptest! {
    #[test]
    fn what_was_said_to_be_saved_is_found_again_whatever_happens(steps in steps()) {
        let mut machine = Machine::new();
        for step in &steps {
            machine.take(step);
        }
        machine.crash(8);
    }
}
