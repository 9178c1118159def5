//! Making sense of a file the person chose: a register of ours, sealed or not, or a spreadsheet to import. Nothing of
//! it takes a place yet. A spreadsheet of Excel or LibreOffice is read beside the page, so that what comes of a file may
//! come later.

use std::rc::Rc;

use partnership_risk_core::document;
use partnership_risk_core::document::sealed;
use partnership_risk_core::exchange::import::Stamp;
use partnership_risk_core::exchange::table::{Reading, Table, read_file};
use partnership_risk_core::register::Register;
use partnership_risk_sheets::workbook::Workbook;

use super::mappings::mapping_of;
use super::spreadsheet::read_spreadsheet;
use crate::app::event::Event;
use crate::app::fingerprint::fingerprint;
use crate::app::model::{Import, Incoming, SealedFile, SeenFile};
use crate::app::queries::import::into_register;
use crate::app::queries::workbooks::{likeliest, table_of};
use crate::app::world::{DiskFile, World};

/// A file that was chosen, with what is in it.
#[derive(Clone, Debug)]
pub struct Received {
    /// Its name.
    pub name: String,
    /// What is in it.
    pub bytes: Rc<[u8]>,
    /// The file itself, where it can be written again.
    pub on_disk: Option<DiskFile>,
}

/// To whom it is told what a file turns out to be.
pub type TellEvent = Rc<dyn Fn(Event)>;

/// A file that the person chose, and the register that it is to go to.
#[derive(Clone)]
struct Chosen {
    world: World,
    into: Rc<Register>,
    name: String,
}

/// Tells what a chosen file turns out to be. A spreadsheet is read with an eye to the register it will go to.
pub fn receive(world: &World, into: Option<&Rc<Register>>, file: Received, tell: TellEvent) {
    // What is still being read is no longer wanted.
    world.sheets.stop();
    if file.name.ends_with(".json") || looks_like_a_register(&file.bytes) {
        return tell(of_ours(file));
    }
    let Received { name, bytes, .. } = file;
    let chosen = Chosen { world: world.clone(), into: into_register(into), name };
    match read_file(&bytes, Reading::default()) {
        Ok(table) => tell(Event::TableRead(chosen.import(table, chosen.stamp()))),
        Err(error) if error.may_be_spreadsheet() => {
            tell(Event::SheetsBegun(format!("Reading {}", chosen.name)));
            read_spreadsheet(world, &bytes, move |read| {
                tell(
                    read.and_then(|workbook| chosen.opened(workbook))
                        .map_or_else(|reason| chosen.refused(reason), Event::TableRead),
                );
            });
        }
        Err(error) => tell(chosen.refused(error.to_string())),
    }
}

/// Another sheet of the workbook that is being imported, in the place of the one at hand.
#[must_use]
pub fn choose_sheet(world: &World, into: Option<&Rc<Register>>, import: &Import, place: usize) -> Event {
    let chosen = Chosen { world: world.clone(), into: into_register(into), name: import.name.clone() };
    let workbook = import.workbook.as_ref().map(|(workbook, _)| workbook.clone());
    Event::TableRead(
        workbook.map_or_else(|| import.clone(), |workbook| chosen.sheet(workbook, place, import.stamp)),
    )
}

impl Chosen {
    fn stamp(&self) -> Stamp {
        Stamp { now: self.world.clock.now(), seed: self.world.chance.bits() }
    }

    fn import(&self, table: Table, stamp: Stamp) -> Import {
        let mapping = Rc::new(mapping_of(&self.world, &table, &self.into));
        Import { name: self.name.clone(), table: Rc::new(table), mapping, stamp, workbook: None }
    }

    fn sheet(&self, workbook: Rc<Workbook>, place: usize, stamp: Stamp) -> Import {
        let import = self.import(table_of(&workbook, place), stamp);
        Import { workbook: Some((workbook, place)), ..import }
    }

    /// The sheet that is most likely meant.
    fn opened(&self, workbook: Workbook) -> Result<Import, String> {
        let place = likeliest(&workbook).ok_or("no sheet of the workbook has anything in it")?;
        Ok(self.sheet(Rc::new(workbook), place, self.stamp()))
    }

    fn refused(&self, reason: String) -> Event {
        Event::FileRefused { name: self.name.clone(), reason }
    }
}

fn looks_like_a_register(bytes: &[u8]) -> bool {
    let start = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    start.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'{')
}

fn of_ours(Received { name, bytes, on_disk }: Received) -> Event {
    let text = match std::str::from_utf8(&bytes) {
        Ok(text) => text.trim_start_matches('\u{feff}'),
        Err(error) => return Event::FileRefused { name, reason: error.to_string() },
    };
    let is_sealed = sealed::is_sealed(text);
    let on_disk = on_disk.map(|file| SeenFile { file, fingerprint: fingerprint(&bytes), is_sealed });
    if !is_sealed {
        return register_in(text, name, on_disk);
    }
    match sealed::read(text) {
        Ok(sealed) => Event::SealedFileFound(SealedFile { name, sealed: Rc::new(sealed), on_disk }),
        Err(error) => Event::FileRefused { name, reason: error.to_string() },
    }
}

fn register_in(text: &str, name: String, on_disk: Option<SeenFile>) -> Event {
    let opened = |(register, header), on_disk| {
        Event::FileOpened(Incoming { name: name.clone(), register: Rc::new(register), header, on_disk })
    };
    match document::look(text) {
        Ok(found) => opened(found, on_disk),
        // What a stopped page saved holds more than the register, and is not written over.
        Err(error) => match document::rescued(text) {
            Some(found) => opened(found, None),
            None => Event::FileRefused { name, reason: error.to_string() },
        },
    }
}

/// What is in a sealed file once it is opened with a passphrase; otherwise why it was not.
pub async fn unseal(world: World, file: SealedFile, passphrase: String) -> Result<Event, String> {
    let opened = world.cipher.open(&passphrase, (*file.sealed).clone()).await;
    let bytes = opened.map_err(|error| error.to_string())?;
    let text = String::from_utf8(bytes).map_err(|error| error.to_string())?;
    match register_in(&text, file.name, file.on_disk) {
        Event::FileRefused { reason, .. } => Err(reason),
        read => Ok(read),
    }
}

#[cfg(test)]
mod tests {
    use partnership_risk_core::document::Header;
    use partnership_risk_core::document::sealed::Sealed;
    use partnership_risk_core::example::fife_council;

    use super::*;
    use crate::app::world::memory::{all_told, at_once, world};

    fn received(bytes: &[u8]) -> Event {
        let file = Received { name: "f".into(), bytes: bytes.into(), on_disk: None };
        all_told(|tell| receive(&world(), None, file, tell)).pop().expect("something is told")
    }

    fn written() -> String {
        document::write(&fife_council(), &Header::new(4, 5, "x"))
    }

    fn sealed() -> Sealed {
        at_once(world().cipher.seal("four words of mine", written().into_bytes())).expect("it is there")
    }

    #[test]
    fn a_register_is_read_and_shown_with_or_without_a_mark_before_it() {
        for text in [written(), document::laid_out(&written()), format!("\u{feff} {}", written())] {
            let event = received(text.as_bytes());
            assert!(
                matches!(&event, Event::FileOpened(read) if *read.register == fife_council() && read.header.revision == 4),
                "{event:?}"
            );
        }
    }

    #[test]
    fn a_sealed_file_opens_with_its_passphrase_alone() {
        let Event::SealedFileFound(file) = received(sealed::write(&sealed()).as_bytes()) else {
            unreachable!("it says that it is sealed")
        };
        let refused = at_once(unseal(world(), file.clone(), "other".into())).map(drop);
        assert_eq!(refused, Err("the passphrase is wrong or the file was altered".to_owned()));
        let opened = at_once(unseal(world(), file, "four words of mine".into()));
        assert!(matches!(opened, Ok(Event::FileOpened(read)) if *read.register == fife_council()));
    }

    #[test]
    fn what_cannot_be_read_is_refused_with_the_reason() {
        let cut = sealed::write(&sealed());
        for (bytes, reason) in [
            (&b"{\"a\":1}"[..], "this is not a register"),
            (&b"{\"x\":".repeat(10_000), "the text is damaged: recursion limit exceeded"),
            (&cut.as_bytes()[..cut.len() / 2], "the file is damaged: EOF"),
            (b"{\xff}", "invalid utf-8"),
            (&[0; 99], "this is not a text file"),
        ] {
            let event = received(bytes);
            assert!(
                matches!(&event, Event::FileRefused { reason: said, .. } if said.starts_with(reason)),
                "{event:?}"
            );
        }
    }

    #[test]
    fn a_register_of_a_newer_version_is_read_and_says_so() {
        let newer = written().replace("\"schema\":2", "\"schema\":99");
        let event = received(newer.as_bytes());
        assert!(matches!(&event, Event::FileOpened(read) if read.header.is_newer()), "{event:?}");
    }
}
