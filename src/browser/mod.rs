//! The edge: the browser's storage, archive, tabs, clock, chance, cipher, files, disk, pictures and workers
//! behind the traits of [`crate::app::world`].
//! Nothing here decides anything.

mod archive;
mod cipher;
mod clock;
mod disk;
mod files;
mod handles;
mod pictures;
mod storage;
mod tabs;
mod worker;

use std::rc::Rc;

use crate::app::world::{Chance, World};

/// The world as the browser gives it.
#[must_use]
pub fn world() -> World {
    World {
        store: Rc::new(storage::LocalStore),
        archive: Rc::new(archive::IndexedArchive),
        tabs: Rc::new(tabs::LockedTabs::default()),
        clock: Rc::new(clock::BrowserClock),
        chance: Rc::new(BrowserChance),
        cipher: Rc::new(cipher::WebCipher),
        files: Rc::new(files::Downloads),
        disk: Rc::new(disk::LentDisk::default()),
        pictures: Rc::new(pictures::PagePictures),
        worker: Rc::new(worker::Background::of("worker")),
        sheets: Rc::new(worker::Background::of("sheets")),
    }
}

/// The browser's own generator; ids need to differ, not to be secret.
struct BrowserChance;

impl Chance for BrowserChance {
    fn bits(&self) -> u64 {
        let word = || (js_sys::Math::random() * f64::from(u32::MAX)) as u64;
        word() << 32 | word()
    }
}
