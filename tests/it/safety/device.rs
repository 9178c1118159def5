//! A device that fails as real ones do. What is written to its store is seen at once and may be lost when the browser is
//! killed; what is written to its archive is on the disk. Both end in the middle of things when they are told to.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::future::ready;

use partnership_risk::app::world::{Archive, Later, Room, Shelf, Store, StoreError};

/// A store and an archive.
#[derive(Debug, Default)]
pub struct Device {
    texts: RefCell<BTreeMap<String, String>>,
    /// What the last writes replaced, the oldest first: a browser that is killed may lose the newest of them.
    unsettled: RefCell<Vec<(String, Option<String>)>>,
    shelves: RefCell<BTreeMap<(Shelf, u64), String>>,
    /// What goes wrong.
    pub faults: Faults,
}

/// What goes wrong.
#[derive(Debug, Default)]
pub struct Faults {
    /// How many units the store has room for.
    pub quota: Cell<Option<usize>>,
    /// Whether the browser allows no storage.
    pub blocked: Cell<bool>,
    /// The store's next write but so many fails. (Without the archive nobody can promise that a killed browser loses nothing.)
    pub fails_in: Cell<Option<usize>>,
    /// After so many more writes nothing happens any more.
    pub dies_in: Cell<Option<usize>>,
}

impl Device {
    /// Whether the browser was killed.
    pub fn is_dead(&self) -> bool {
        self.faults.dies_in.get() == Some(0)
    }

    /// The browser is started again after it was killed, and the store has lost its last writes, so many of them.
    pub fn starts_again(&self, lost: usize) {
        self.faults.dies_in.set(None);
        let mut texts = self.texts.borrow_mut();
        let mut unsettled = self.unsettled.borrow_mut();
        for _ in 0..lost {
            match unsettled.pop() {
                Some((key, Some(before))) => drop(texts.insert(key, before)),
                Some((key, None)) => drop(texts.remove(&key)),
                None => break,
            }
        }
        unsettled.clear();
    }

    /// So much time goes by that the disk has everything.
    pub fn settles(&self) {
        self.unsettled.borrow_mut().clear();
    }

    /// One more write; nothing comes of it once the browser is dead.
    fn lives(&self) -> Result<(), StoreError> {
        if self.is_dead() {
            return Err(StoreError::Failed("killed".to_owned()));
        }
        less(&self.faults.dies_in);
        Ok(())
    }

    fn write(&self) -> Result<(), StoreError> {
        self.lives()?;
        if self.faults.fails_in.get() == Some(0) {
            self.faults.fails_in.set(None);
            return Err(StoreError::Failed("odd".to_owned()));
        }
        less(&self.faults.fails_in);
        Ok(())
    }

    fn is_allowed(&self) -> Result<(), StoreError> {
        if self.faults.blocked.get() { Err(StoreError::Blocked) } else { Ok(()) }
    }

    fn put(&self, key: &str, text: Option<String>) {
        let mut texts = self.texts.borrow_mut();
        let before = match text {
            Some(text) => texts.insert(key.to_owned(), text),
            None => texts.remove(key),
        };
        self.unsettled.borrow_mut().push((key.to_owned(), before));
    }
}

fn less(counter: &Cell<Option<usize>>) {
    counter.set(counter.get().map(|n| n.saturating_sub(1)));
}

impl Store for Device {
    fn read(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.is_allowed()?;
        Ok(self.texts.borrow().get(key).cloned())
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StoreError> {
        self.is_allowed()?;
        let others =
            self.room("")?.all - self.texts.borrow().get(key).map_or(0, |text| key.len() + text.len());
        if self.faults.quota.get().is_some_and(|quota| others + key.len() + text.len() > quota) {
            return Err(StoreError::Full);
        }
        Self::write(self)?;
        self.put(key, Some(text.to_owned()));
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.is_allowed()?;
        Self::write(self)?;
        self.put(key, None);
        Ok(())
    }

    fn keys(&self, prefix: &str) -> Result<Vec<String>, StoreError> {
        self.is_allowed()?;
        Ok(self.texts.borrow().keys().filter(|key| key.starts_with(prefix)).cloned().collect())
    }

    fn room(&self, _: &str) -> Result<Room, StoreError> {
        let all = self.texts.borrow().iter().map(|(key, text)| key.len() + text.len()).sum();
        Ok(Room { ours: all, all })
    }
}

impl Archive for Device {
    fn numbers(&self, shelf: Shelf) -> Later<Result<Vec<u64>, StoreError>> {
        let shelves = self.shelves.borrow();
        let found = shelves.keys().filter(|(other, _)| *other == shelf).map(|(_, number)| *number).collect();
        Box::pin(ready(self.is_allowed().map(|()| found)))
    }

    fn read(&self, shelf: Shelf, number: u64) -> Later<Result<Option<String>, StoreError>> {
        let found = self.shelves.borrow().get(&(shelf, number)).cloned();
        Box::pin(ready(self.is_allowed().map(|()| found)))
    }

    fn write(
        &self,
        shelf: Shelf,
        puts: Vec<(u64, String)>,
        removes: Vec<u64>,
    ) -> Later<Result<(), StoreError>> {
        let done = self.is_allowed().and_then(|()| self.lives()).map(|()| {
            let mut shelves = self.shelves.borrow_mut();
            removes.into_iter().for_each(|number| drop(shelves.remove(&(shelf, number))));
            shelves.extend(puts.into_iter().map(|(number, text)| ((shelf, number), text)));
        });
        Box::pin(ready(done))
    }
}
