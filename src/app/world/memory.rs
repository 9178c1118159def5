//! A world in memory: for tests, and for a page that has no store.

mod cipher;
mod disk;

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::future::ready;
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use partnership_risk_core::date::Date;
use partnership_risk_core::register::Timestamp;

use super::{
    Answer, Archive, Chance, Clock, Files, Later, PictureForm, Pictures, Room, Shelf, Store, StoreError,
    TabNews, Tabs, Tell, TellTab, Work, Worker, World,
};

pub use cipher::GlassCipher;
pub use disk::MemoryDisk;

/// A store that lasts as long as the page, and can be told to fail.
#[derive(Default)]
pub struct MemoryStore {
    texts: RefCell<BTreeMap<String, String>>,
    /// What every further write is answered with, if anything.
    pub refusal: RefCell<Option<StoreError>>,
}

impl Store for MemoryStore {
    fn read(&self, key: &str) -> Result<Option<String>, StoreError> {
        Ok(self.texts.borrow().get(key).cloned())
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StoreError> {
        if let Some(refusal) = self.refusal.borrow().clone() {
            return Err(refusal);
        }
        self.texts.borrow_mut().insert(key.to_owned(), text.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.texts.borrow_mut().remove(key);
        Ok(())
    }

    fn keys(&self, prefix: &str) -> Result<Vec<String>, StoreError> {
        Ok(self.texts.borrow().keys().filter(|key| key.starts_with(prefix)).cloned().collect())
    }

    fn room(&self, prefix: &str) -> Result<Room, StoreError> {
        let mut room = Room::default();
        for (key, text) in &*self.texts.borrow() {
            let size = key.encode_utf16().count() + text.encode_utf16().count();
            room.all += size;
            room.ours += if key.starts_with(prefix) { size } else { 0 };
        }
        Ok(room)
    }
}

/// An archive that lasts as long as the page, and can be told to fail.
#[derive(Default)]
pub struct MemoryArchive {
    texts: RefCell<BTreeMap<(Shelf, u64), String>>,
    /// What everything is answered with, if anything.
    pub refusal: RefCell<Option<StoreError>>,
}

impl MemoryArchive {
    fn refused(&self) -> Result<(), StoreError> {
        self.refusal.borrow().clone().map_or(Ok(()), Err)
    }
}

impl Archive for MemoryArchive {
    fn numbers(&self, shelf: Shelf) -> Later<Result<Vec<u64>, StoreError>> {
        let on_shelf = |texts: &BTreeMap<(Shelf, u64), String>| {
            texts.keys().filter(|(other, _)| *other == shelf).map(|(_, number)| *number).collect()
        };
        let found = self.refused().map(|()| on_shelf(&self.texts.borrow()));
        Box::pin(ready(found))
    }

    fn read(&self, shelf: Shelf, number: u64) -> Later<Result<Option<String>, StoreError>> {
        let found = self.refused().map(|()| self.texts.borrow().get(&(shelf, number)).cloned());
        Box::pin(ready(found))
    }

    fn write(
        &self,
        shelf: Shelf,
        puts: Vec<(u64, String)>,
        removes: Vec<u64>,
    ) -> Later<Result<(), StoreError>> {
        let done = self.refused().map(|()| {
            let mut texts = self.texts.borrow_mut();
            removes.into_iter().for_each(|number| drop(texts.remove(&(shelf, number))));
            texts.extend(puts.into_iter().map(|(number, text)| ((shelf, number), text)));
        });
        Box::pin(ready(done))
    }
}

/// What comes of something that waits for nothing outside this process.
pub fn at_once<T>(later: impl Future<Output = T>) -> T {
    match pin!(later).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(found) => found,
        Poll::Pending => unreachable!("in memory nothing is waited for"),
    }
}

/// Everything that is told to whoever listens while something is done.
pub fn all_told<T: 'static>(act: impl FnOnce(Rc<dyn Fn(T)>)) -> Vec<T> {
    let heard = Rc::new(RefCell::new(Vec::new()));
    let listening = heard.clone();
    act(Rc::new(move |told| listening.borrow_mut().push(told)));
    heard.take()
}

/// A clock that shows one time until it is set.
#[derive(Default)]
pub struct SetClock(pub Cell<Timestamp>);

impl Clock for SetClock {
    fn now(&self) -> Timestamp {
        self.0.get()
    }

    fn today(&self) -> Date {
        Date::of_moment(self.0.get()).unwrap_or(Date::FIRST)
    }

    fn time_of_day(&self, at: Timestamp) -> String {
        let minutes = at.div_euclid(60_000);
        format!("{:02}:{:02}", minutes.div_euclid(60).rem_euclid(24), minutes.rem_euclid(60))
    }

    fn pause(&self) -> Later<()> {
        Box::pin(ready(()))
    }

    fn date(&self, at: Timestamp) -> String {
        format!("day {}", at.div_euclid(86_400_000))
    }
}

/// Bits that count up.
#[derive(Default)]
pub struct CountingChance(Cell<u64>);

impl CountingChance {
    /// Bits that count up from here.
    #[must_use]
    pub fn after(last: u64) -> Self {
        Self(Cell::new(last))
    }
}

impl Chance for CountingChance {
    fn bits(&self) -> u64 {
        self.0.set(self.0.get() + 1);
        // Far from the ids of the worked examples.
        1 << 32 | self.0.get()
    }
}

/// Files that were offered, each with its name: first those of text, then others.
#[derive(Default)]
pub struct OfferedFiles(pub RefCell<Vec<(String, String)>>, pub RefCell<Vec<(String, Vec<u8>)>>);

impl Files for OfferedFiles {
    fn offer(&self, name: &str, _media_type: &str, text: &str) {
        self.0.borrow_mut().push((name.to_owned(), text.to_owned()));
    }

    fn offer_bytes(&self, name: &str, _media_type: &str, bytes: &[u8]) {
        self.1.borrow_mut().push((name.to_owned(), bytes.to_vec()));
    }
}

/// Pictures that were offered: id, stem and form.
#[derive(Default)]
pub struct OfferedPictures(pub RefCell<Vec<(String, String, PictureForm)>>);

impl Pictures for OfferedPictures {
    fn offer(&self, id: &str, stem: &str, form: PictureForm) {
        self.0.borrow_mut().push((id.to_owned(), stem.to_owned(), form));
    }
}

/// A tab without others.
#[derive(Default)]
pub struct OnlyTab;

impl Tabs for OnlyTab {
    fn join(&self, tell: TellTab) {
        tell(TabNews::Writes);
    }

    fn take_over(&self) {}

    fn hand_over(&self) {}

    fn leave(&self) {}

    fn come_back(&self) {}

    fn writes(&self) -> bool {
        true
    }
}

/// A tab that keeps nothing in the browser and has no part in who does.
struct NoTab;

impl Tabs for NoTab {
    fn join(&self, _: TellTab) {}

    fn take_over(&self) {}

    fn hand_over(&self) {}

    fn leave(&self) {}

    fn come_back(&self) {}

    fn writes(&self) -> bool {
        false
    }
}

/// Does all of a piece of work when it is begun, if it can be done here.
#[derive(Default)]
pub struct AtOnce;

impl Worker for AtOnce {
    fn begin(&self, work: Work, tell: Tell) {
        let Some(on_page) = work.on_page else { return tell(Answer::NoWorker) };
        let mut slices = on_page(&work.order);
        while let Some(bytes) = slices.next() {
            tell(Answer::Told(bytes));
        }
    }

    fn stop(&self) {}
}

impl World {
    /// The same world for somebody who keeps nothing in it: what would be kept lasts as long as the page.
    #[must_use]
    pub fn unkept(&self) -> Self {
        Self {
            store: Rc::new(MemoryStore::default()),
            archive: Rc::new(MemoryArchive::default()),
            tabs: Rc::new(NoTab),
            ..self.clone()
        }
    }
}

/// A world of which nothing is outside this process.
#[must_use]
pub fn world() -> World {
    with_store(Rc::new(MemoryStore::default()))
}

/// A world in memory around a store that the caller keeps a hand on.
#[must_use]
pub fn with_store(store: Rc<MemoryStore>) -> World {
    World {
        store,
        archive: Rc::new(MemoryArchive::default()),
        tabs: Rc::new(OnlyTab),
        clock: Rc::new(SetClock::default()),
        chance: Rc::new(CountingChance::default()),
        cipher: Rc::new(GlassCipher::default()),
        files: Rc::new(OfferedFiles::default()),
        disk: Rc::new(MemoryDisk::default()),
        pictures: Rc::new(OfferedPictures::default()),
        worker: Rc::new(AtOnce),
        sheets: Rc::new(AtOnce),
    }
}
