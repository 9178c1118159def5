//! Two tabs over one store that no lock keeps apart: whatever they do and in whatever order, nothing that was said to be
//! saved is lost without a person having decided so.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use partnership_risk::app::event::{Event, Opened};
use partnership_risk::app::model::{Keeping, Model, Notice};
use partnership_risk::app::queries::merging::{agreed, preview};
use partnership_risk::app::tasks::{self, ToKeep};
use partnership_risk::app::world::memory::{CountingChance, MemoryStore, at_once, with_store};
use partnership_risk::app::world::{Store as _, World};
use partnership_risk_core::document::{Conflict, Side};
use partnership_risk_core::example::fife_council;
use partnership_risk_core::register::{Change, Register, Risk, RiskId};
use proptest::prelude::*;

/// All that lies in a store.
type Stored = BTreeMap<String, String>;

/// A tab: what it shows, the world that it shares with the other, and what it last saw in the store.
struct Tab {
    world: World,
    model: RefCell<Model>,
    seen: RefCell<Stored>,
}

impl Tab {
    fn opened(world: World) -> Self {
        let model = Model::default().after(Event::Opened(at_once(tasks::open(world.clone()))));
        let seen = RefCell::new(all_in(&world));
        Self { world, model: RefCell::new(model), seen }
    }

    fn hears(&self, event: Event) {
        let before = self.model.take();
        self.model.replace(before.after(event));
        self.seen.replace(all_in(&self.world));
    }

    /// The store is as this tab last saw it: a browser may show a tab only later what another wrote, which is then gone.
    fn sees_nothing_new(&self) {
        all_in(&self.world).keys().for_each(|key| self.world.store.remove(key).expect("memory"));
        let seen = self.seen.borrow();
        seen.iter().for_each(|(key, text)| self.world.store.write(key, text).expect("memory has room"));
    }

    fn register(&self) -> Rc<Register> {
        self.model.borrow().register.clone().expect("a register is open")
    }

    fn keeping(&self) -> Keeping {
        self.model.borrow().keeping.clone()
    }

    fn to_keep(&self) -> ToKeep {
        let model = self.model.borrow();
        ToKeep {
            register: model.register.clone(),
            known: Some(model.known.clone()),
            is_great: model.is_greatly_changed,
        }
    }

    fn does(&self, change: Change) {
        self.hears(Event::Changed {
            change,
            said: "Saved".into(),
            at: 1,
            reason: String::new(),
            by: Register::amended,
        });
    }

    fn writes(&self, place: usize, field: Field, word: &str) {
        let mut risk = (*self.register().risks()[place]).clone();
        *field(&mut risk) = word.to_owned();
        self.does(Change::RisksPut(vec![risk]));
    }

    /// Saves what is not saved, and while that is prepared, something else happens.
    fn saves(&self, meanwhile: impl Fn()) {
        if self.keeping() != Keeping::Pending {
            return;
        }
        let is_first = Cell::new(true);
        let is_wanted = || {
            if is_first.take() {
                meanwhile();
            }
            true
        };
        let event = at_once(tasks::keep(self.world.clone(), self.to_keep(), is_wanted));
        self.hears(event.expect("it is wanted"));
    }

    /// Hears that the other tab has kept something.
    fn looks(&self) {
        if matches!(self.keeping(), Keeping::Kept(_))
            && let Some(event) = at_once(tasks::rejoin(self.world.clone(), self.to_keep()))
        {
            self.hears(event);
        }
    }

    /// The person decides everything one way, if there is something to decide; what loses is told.
    fn decides(&self, side: Side) -> Vec<Conflict> {
        let Some(merging) = self.model.borrow().copies.merging.clone() else { return Vec::new() };
        let found = preview(&self.register(), &merging);
        let conflicts: Vec<Conflict> = found.conflicts.into_iter().map(|(conflict, _)| conflict).collect();
        self.hears(Event::ConflictsDecided(conflicts.iter().map(|c| (c.clone(), side)).collect()));
        let merging = self.model.borrow().copies.merging.clone().expect("it is under way");
        self.hears(agreed(&self.register(), &merging).expect("all is decided"));
        conflicts
    }
}

fn two_tabs() -> (Rc<MemoryStore>, [Tab; 2]) {
    let store = Rc::new(MemoryStore::default());
    let world = with_store(store.clone());
    let first = Tab::opened(world.clone());
    first.hears(Event::RegisterChosen { register: Rc::new(fife_council()), said: "Opened".into() });
    first.saves(|| ());
    let chance = Rc::new(CountingChance::after(1 << 16));
    let second = Tab::opened(World { chance, ..world });
    (store, [first, second])
}

fn all_in(world: &World) -> Stored {
    let keys = world.store.keys("").expect("memory").into_iter();
    keys.map(|key| (key.clone(), world.store.read(&key).expect("memory").expect("listed"))).collect()
}

/// What the store holds.
fn stored(tab: &Tab) -> Opened {
    at_once(tasks::open(tab.world.clone()))
}

type Field = fn(&mut Risk) -> &mut String;
const FIELDS: [Field; 2] = [|risk| &mut risk.owner, |risk| &mut risk.notes];
const PLACES: usize = 3;

/// One thing that happens in one of the tabs.
#[derive(Clone, Debug)]
enum Step {
    Write(usize, usize),
    Add,
    Save,
    SaveWhileTheOtherSaves,
    SaveUnseeing,
    Leave,
    Look,
    Decide(bool),
}

fn step() -> impl Strategy<Value = (usize, Step)> {
    let step = prop_oneof![
        4 => (0..PLACES, 0..FIELDS.len()).prop_map(|(place, field)| Step::Write(place, field)),
        2 => Just(Step::Add),
        3 => Just(Step::Save),
        2 => Just(Step::SaveWhileTheOtherSaves),
        1 => Just(Step::SaveUnseeing),
        1 => Just(Step::Leave),
        2 => Just(Step::Look),
        1 => any::<bool>().prop_map(Step::Decide),
    ];
    (0_usize..2, step)
}

/// What was said to be saved, and what somebody put something else in the place of, knowing it.
#[derive(Default)]
struct Ledger {
    confirmed: BTreeSet<String>,
    superseded: BTreeSet<String>,
}

impl Ledger {
    /// All that a register says in the fields that are looked at, and which risks it has.
    fn words(register: &Register) -> BTreeSet<String> {
        let fields =
            register.risks().iter().take(PLACES).flat_map(|risk| [risk.owner.clone(), risk.notes.clone()]);
        fields.chain(register.risks().iter().map(|risk| risk.title.clone())).collect()
    }

    fn look(&mut self, tabs: &[Tab; 2]) {
        for tab in tabs.iter().filter(|tab| matches!(tab.keeping(), Keeping::Kept(_))) {
            self.confirmed.extend(Self::words(&tab.register()));
        }
    }

    fn decided(&mut self, conflicts: Vec<Conflict>, side: Side) {
        let lost = conflicts.into_iter().map(|conflict| match side {
            Side::Mine => conflict.theirs,
            Side::Theirs => conflict.mine,
        });
        self.superseded.extend(lost);
    }
}

fn take(tabs: &[Tab; 2], (at, step): &(usize, Step), n: usize, ledger: &mut Ledger) {
    let (tab, other) = (&tabs[*at], &tabs[1 - *at]);
    match step {
        Step::Write(place, field) => {
            let mut before = (*tab.register().risks()[*place]).clone();
            ledger.superseded.insert(FIELDS[*field](&mut before).clone());
            tab.writes(*place, FIELDS[*field], &format!("word {n}"));
        }
        Step::Add => {
            let id = RiskId::from_bits(1_000 + n as u64);
            let home = tab.register().partnerships()[0].id;
            tab.does(Change::RisksPut(vec![Risk::new(id, home, &format!("risk {n}"), 0)]));
        }
        Step::Save => tab.saves(|| ()),
        Step::SaveWhileTheOtherSaves => tab.saves(|| other.saves(|| ())),
        Step::SaveUnseeing if tab.keeping() == Keeping::Pending => {
            tab.sees_nothing_new();
            tab.saves(|| ());
        }
        Step::SaveUnseeing => {}
        Step::Leave if tab.keeping() == Keeping::Pending => {
            tab.hears(tasks::keep_at_once(&tab.world, &tab.to_keep()));
        }
        Step::Leave => {}
        Step::Look => tab.looks(),
        Step::Decide(ours) => {
            let side = if *ours { Side::Mine } else { Side::Theirs };
            ledger.decided(tab.decides(side), side);
        }
    }
    ledger.look(tabs);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn what_was_said_to_be_saved_is_there_unless_somebody_decided_otherwise(
        steps in prop::collection::vec(step(), 1..30),
    ) {
        let (_, tabs) = two_tabs();
        let mut ledger = Ledger::default();
        for (n, step) in steps.iter().enumerate() {
            take(&tabs, step, n, &mut ledger);
        }
        // Everybody saves and decides what is asked, until nothing is left to be done.
        for _ in 0..3 {
            for at in 0..2 {
                for step in [Step::Save, Step::Decide(true), Step::Save, Step::Look] {
                    take(&tabs, &(at, step), 0, &mut ledger);
                }
            }
        }
        let kept = stored(&tabs[0]).register.expect("it is kept");
        let words = Ledger::words(&kept);
        let lost: Vec<&String> = ledger.confirmed.difference(&ledger.superseded).filter(|word| !words.contains(*word)).collect();
        prop_assert!(lost.is_empty(), "{lost:?}");
        prop_assert_eq!(&tabs[0].register(), &kept);
        prop_assert_eq!(&tabs[1].register(), &kept);
    }
}

fn told(tab: &Tab) -> String {
    match &tab.model.borrow().notice {
        Some(Notice::Done(said) | Notice::Refused(said)) => said.clone(),
        None => String::new(),
    }
}

#[test]
fn changes_of_different_things_are_both_kept_and_that_is_said() {
    let (_, [first, second]) = two_tabs();
    first.writes(0, FIELDS[0], "First");
    second.writes(1, FIELDS[0], "Second");
    first.saves(|| ());
    second.saves(|| ());
    assert_eq!(told(&second), "Another tab changed 1 risk; both changes are kept");
    assert!(matches!(second.keeping(), Keeping::Kept(_)));
    first.looks();
    assert_eq!(told(&first), "Another tab changed 1 risk");
    let kept = stored(&first).register.expect("it is kept");
    let owners: Vec<&str> = kept.risks()[..2].iter().map(|risk| &*risk.owner).collect();
    assert_eq!(owners, ["First", "Second"]);
    assert_eq!((&first.register(), &second.register()), (&kept, &kept));
}

#[test]
fn a_change_of_the_same_thing_is_not_written_before_somebody_decides() {
    let (_, [first, second]) = two_tabs();
    first.writes(0, FIELDS[0], "First");
    second.writes(0, FIELDS[0], "Second");
    first.saves(|| ());
    second.saves(|| ());
    assert_eq!((second.keeping(), &*second.register().risks()[0].owner), (Keeping::Divided, "Second"));
    assert_eq!(stored(&first).register.expect("it is kept").risks()[0].owner, "First");
    let conflicts = second.decides(Side::Mine);
    let values: Vec<_> = conflicts.iter().map(|c| (&*c.field, &*c.mine, &*c.theirs)).collect();
    assert_eq!(values, [("Owner", "Second", "First")]);
    second.saves(|| ());
    assert_eq!(stored(&first).register.expect("it is kept").risks()[0].owner, "Second");
}

#[test]
fn a_register_that_another_tab_changed_is_not_put_away_unseen() {
    let (_, [first, second]) = two_tabs();
    first.writes(0, FIELDS[0], "First");
    first.saves(|| ());
    second.hears(Event::RegisterCleared);
    second.saves(|| ());
    assert_eq!(second.register().risks()[0].owner, "First");
    first.hears(Event::RegisterCleared);
    first.saves(|| ());
    second.looks();
    assert_eq!((second.model.borrow().register.clone(), stored(&first).register), (None, None));
}

#[test]
fn what_a_tab_overwrote_that_could_not_see_it_is_brought_back() {
    let (_, [first, second]) = two_tabs();
    first.writes(0, FIELDS[0], "First");
    first.saves(|| ());
    second.sees_nothing_new();
    second.writes(1, FIELDS[0], "Second");
    second.saves(|| ());
    second.writes(2, FIELDS[0], "Third");
    second.saves(|| ());
    first.looks();
    let kept = stored(&first).register.expect("it is kept");
    let owners: Vec<&str> = kept.risks()[..3].iter().map(|risk| &*risk.owner).collect();
    assert_eq!(owners, ["First", "Second", "Third"]);
}

#[test]
fn a_text_that_this_tab_cannot_read_is_not_written_over() {
    let (store, [first, _]) = two_tabs();
    store.write("partnership-risk:current", "1 9 abc").expect("memory has room");
    store.write("partnership-risk:register", "of a later version").expect("memory has room");
    first.writes(0, FIELDS[0], "First");
    first.saves(|| ());
    assert!(matches!(first.keeping(), Keeping::NotKept(error) if error.to_string().contains("cannot read")));
    assert_eq!(store.read("partnership-risk:register"), Ok(Some("of a later version".to_owned())));
}
