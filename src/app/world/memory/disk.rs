//! A disk in memory, with a person who chooses what a test tells them to.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::future::ready;
use std::rc::Rc;

use crate::app::world::{Disk, DiskError, DiskFile, Later, MOST_RECENT};

/// A disk that lasts as long as the page; unless it is told otherwise, the browser lends nothing of it.
#[derive(Default)]
pub struct MemoryDisk {
    /// Whether the browser lends files.
    pub is_lent: Cell<bool>,
    /// What is in each file, by its name.
    pub files: RefCell<BTreeMap<String, Vec<u8>>>,
    /// The name that the person chooses next; none to choose nothing.
    pub chooses: RefCell<Option<String>>,
    /// What every further reading or writing is answered with, if anything.
    pub refusal: RefCell<Option<DiskError>>,
    recent: RefCell<Vec<DiskFile>>,
    n_chosen: Cell<u64>,
}

impl MemoryDisk {
    fn chosen(&self, name: Option<String>) -> Option<DiskFile> {
        self.n_chosen.set(self.n_chosen.get() + 1);
        Some(DiskFile { number: self.n_chosen.get(), name: name? })
    }

    fn allowed(&self) -> Result<(), DiskError> {
        self.refusal.borrow().clone().map_or(Ok(()), Err)
    }
}

impl Disk for MemoryDisk {
    fn is_there(&self) -> bool {
        self.is_lent.get()
    }

    fn choose(&self) -> Later<Result<Option<DiskFile>, DiskError>> {
        let name = self.chooses.borrow().clone();
        Box::pin(ready(Ok(self.chosen(name))))
    }

    fn place(&self, _name: &str) -> Later<Result<Option<DiskFile>, DiskError>> {
        self.choose()
    }

    fn read(&self, file: &DiskFile, most_bytes: u32) -> Later<Result<Rc<[u8]>, DiskError>> {
        let found = self.files.borrow().get(&file.name).cloned().ok_or(DiskError::Gone);
        let found = self.allowed().and(found).and_then(|bytes| match u32::try_from(bytes.len()) {
            Ok(n) if n <= most_bytes => Ok(bytes.into()),
            Ok(_) | Err(_) => Err(DiskError::TooLarge(most_bytes)),
        });
        Box::pin(ready(found))
    }

    fn write(&self, file: &DiskFile, text: String) -> Later<Result<(), DiskError>> {
        let done = self.allowed().map(|()| {
            self.files.borrow_mut().insert(file.name.clone(), text.into_bytes());
        });
        Box::pin(ready(done))
    }

    fn remember(&self, file: &DiskFile) -> Later<Result<(), DiskError>> {
        let mut recent = self.recent.borrow_mut();
        recent.retain(|other| other.name != file.name);
        recent.insert(0, file.clone());
        recent.truncate(MOST_RECENT);
        Box::pin(ready(Ok(())))
    }

    fn recent(&self) -> Later<Result<Vec<DiskFile>, DiskError>> {
        Box::pin(ready(Ok(self.recent.borrow().clone())))
    }

    fn forget(&self, file: &DiskFile) -> Later<Result<(), DiskError>> {
        self.recent.borrow_mut().retain(|other| other != file);
        Box::pin(ready(Ok(())))
    }
}
