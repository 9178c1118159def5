//! Writing a register to a file: a new one, the one that it is kept in already, or one that is handed out. A file that
//! somebody else has changed is not written over unless the person says so.

use std::rc::Rc;

use partnership_risk_core::document::{self, Header, sealed};
use partnership_risk_core::register::{Register, Timestamp};

use super::MOST_BYTES;
use super::open::remember;
use super::saved::note_saved;
use crate::app::event::Event;
use crate::app::fingerprint::fingerprint;
use crate::app::model::{OwnFile, SeenFile};
use crate::app::tasks::offer::file_stem;
use crate::app::tasks::{BUILD, slots};
use crate::app::world::{DiskError, DiskFile, World};

/// Where a register is written.
#[derive(Clone, Debug, PartialEq)]
pub enum Way {
    /// To a file that is handed out.
    Download,
    /// To a file that the person names.
    NewFile,
    /// To the file as it was last seen; if it is so no longer, it is left alone.
    Again(SeenFile),
    /// To a file whatever it holds now.
    Over(SeenFile),
}

/// A register that is to be written.
#[derive(Clone)]
pub struct Saving {
    /// The register.
    pub register: Rc<Register>,
    /// Where it goes.
    pub way: Way,
    /// Under what it is sealed, if it is.
    pub passphrase: Option<String>,
}

/// Writes a register to a file and says what came of it; nothing where the person thought better of it.
pub async fn save_file(world: World, saving: Saving) -> Option<Event> {
    match written(&world, &saving).await {
        Ok(event) => event,
        Err(reason) => {
            let name = match &saving.way {
                Way::Again(seen) | Way::Over(seen) => seen.file.name.clone(),
                Way::Download | Way::NewFile => "The file".to_owned(),
            };
            Some(Event::FileRefused { name, reason })
        }
    }
}

async fn written(world: &World, saving: &Saving) -> Result<Option<Event>, String> {
    let said = |error: DiskError| error.to_string();
    let file = match &saving.way {
        Way::Download => return download(world, saving).await.map(Some),
        Way::NewFile => {
            // It is asked for first, since browsers let a page ask only right after a key or a click.
            let name = file_name(world, &saving.register);
            let Some(file) = world.disk.place(&name).await.map_err(said)? else { return Ok(None) };
            remember(world, &file).await;
            file
        }
        Way::Again(seen) | Way::Over(seen) => seen.file.clone(),
    };
    on_disk(world, saving, file).await.map(Some)
}

/// Whether a file holds something else than when it was last seen.
async fn is_overtaken(world: &World, seen: &SeenFile) -> Result<bool, DiskError> {
    let bytes = world.disk.read(&seen.file, MOST_BYTES).await?;
    Ok(fingerprint(&bytes) != seen.fingerprint)
}

async fn on_disk(world: &World, saving: &Saving, file: DiskFile) -> Result<Event, String> {
    let (text, at) = text(world, saving).await?;
    let seen = SeenFile {
        file: file.clone(),
        fingerprint: fingerprint(text.as_bytes()),
        is_sealed: saving.passphrase.is_some(),
    };
    let said = |error: DiskError| error.to_string();
    // Right before it is written, since sealing takes a while.
    if let Way::Again(seen) = &saving.way
        && is_overtaken(world, seen).await.map_err(said)?
    {
        return Ok(Event::FileOvertaken);
    }
    world.disk.write(&file, text).await.map_err(said)?;
    note_saved(world, &saving.register, at);
    let register = saving.register.clone();
    let own = OwnFile { seen, register, written_at: Some(at), is_overtaken: false };
    let said = format!("Saved to {}{}", file.name, in_words(saving));
    Ok(Event::FileSaved { own: Some(own), said })
}

async fn download(world: &World, saving: &Saving) -> Result<Event, String> {
    let (text, at) = text(world, saving).await?;
    let name = file_name(world, &saving.register);
    world.files.offer(&name, "application/json", &text);
    note_saved(world, &saving.register, at);
    Ok(Event::FileSaved { own: None, said: format!("Downloaded {name}{}", in_words(saving)) })
}

fn in_words(saving: &Saving) -> &'static str {
    if saving.passphrase.is_some() { ", encrypted" } else { "" }
}

/// The text of the file, and the time that it states.
async fn text(world: &World, saving: &Saving) -> Result<(String, Timestamp), String> {
    let at = world.clock.now();
    let text = document_text(world, &saving.register, at);
    let Some(passphrase) = &saving.passphrase else { return Ok((text, at)) };
    let sealed = world.cipher.seal(passphrase, text.into_bytes()).await;
    sealed.map(|sealed| (sealed::write(&sealed), at)).map_err(|error| error.to_string())
}

/// The text of a file of a register: its document, laid out by lines.
pub(in crate::app::tasks) fn document_text(world: &World, register: &Register, at: Timestamp) -> String {
    let revision = slots::current(&*world.store).map_or(0, |current| current.revision);
    document::laid_out(&document::write(register, &Header::new(revision, at, BUILD)))
}

/// What a file of a register is called: by its organisation and today.
pub(in crate::app::tasks) fn file_name(world: &World, register: &Register) -> String {
    format!("{}-{}.prisk.json", file_stem(&register.organisation().name), world.clock.today())
}

#[cfg(test)]
mod tests {
    use partnership_risk_core::example::{fife_council, marlshire};

    use super::*;
    use crate::app::tasks::file_saved;
    use crate::app::world::memory::{GlassCipher, MemoryDisk, OfferedFiles, at_once, world};

    const NAME: &str = "fife-council-1970-01-01.prisk.json";

    struct Hands {
        world: World,
        disk: Rc<MemoryDisk>,
        files: Rc<OfferedFiles>,
        cipher: Rc<GlassCipher>,
    }

    fn hands() -> Hands {
        let (disk, files, cipher) = (Rc::default(), Rc::default(), Rc::default());
        let world = World {
            disk: Rc::clone(&disk) as _,
            files: Rc::clone(&files) as _,
            cipher: Rc::clone(&cipher) as _,
            ..world()
        };
        Hands { world, disk, files, cipher }
    }

    fn saved(hands: &Hands, way: Way, passphrase: Option<&str>) -> Option<Event> {
        let passphrase = passphrase.map(str::to_owned);
        let saving = Saving { register: Rc::new(fife_council()), way, passphrase };
        at_once(save_file(hands.world.clone(), saving))
    }

    fn own(event: Option<Event>) -> OwnFile {
        let Some(Event::FileSaved { own: Some(own), .. }) = event else {
            unreachable!("it was to be written: {event:?}")
        };
        own
    }

    #[test]
    fn a_register_is_handed_out_under_its_name_and_the_day_in_lines() {
        let hands = hands();
        let event = saved(&hands, Way::Download, None);
        assert!(
            matches!(&event, Some(Event::FileSaved { own: None, said }) if said == &format!("Downloaded {NAME}"))
        );
        let (name, text) = hands.files.0.borrow()[0].clone();
        assert_eq!(name, NAME);
        assert!(text.lines().count() > 20);
        assert_eq!(document::read(&text).map(|(register, _)| register), Ok(fife_council()));
        assert_eq!(file_saved(&hands.world, &fife_council()), Some(0));
    }

    #[test]
    fn a_file_is_written_again_in_place_while_nobody_else_changes_it() {
        let hands = hands();
        assert!(saved(&hands, Way::NewFile, None).is_none(), "the person chose no place");
        hands.disk.chooses.replace(Some("r.prisk.json".into()));
        let file = own(saved(&hands, Way::NewFile, None));
        let again = own(saved(&hands, Way::Again(file.seen.clone()), None));
        assert_eq!(again.seen, file.seen);
        // Somebody else writes to it.
        let theirs = document::write(&marlshire(), &Header::new(9, 9, ""));
        hands.disk.files.borrow_mut().insert("r.prisk.json".into(), theirs.clone().into_bytes());
        let event = saved(&hands, Way::Again(again.seen.clone()), None);
        assert!(matches!(event, Some(Event::FileOvertaken)));
        assert_eq!(hands.disk.files.borrow()["r.prisk.json"], theirs.into_bytes());
        let over = own(saved(&hands, Way::Over(again.seen.clone()), None));
        assert_eq!(over.seen, file.seen);
    }

    #[test]
    fn a_sealed_file_shows_nothing_of_its_register() {
        let hands = hands();
        saved(&hands, Way::Download, Some("four words of mine"));
        let text = hands.files.0.borrow()[0].1.clone();
        assert!(sealed::is_sealed(&text) && !text.contains("Systems not"));
        let sealed = sealed::read(&text).expect("it was just written");
        let opened = at_once(hands.world.cipher.open("four words of mine", sealed)).expect("it fits");
        let text = String::from_utf8(opened).expect("text was sealed");
        assert_eq!(document::read(&text).map(|(register, _)| register), Ok(fife_council()));
    }

    #[test]
    fn what_is_not_written_says_why_and_is_not_taken_for_saved() {
        let hands = hands();
        hands.disk.chooses.replace(Some("r.prisk.json".into()));
        let file = own(saved(&hands, Way::NewFile, None));
        hands.world.store.remove("partnership-risk:file-saved").expect("memory");
        hands.disk.files.borrow_mut().clear();
        let told = |event: Option<Event>| match event {
            Some(Event::FileRefused { name, reason }) => format!("{name}: {reason}"),
            other => format!("{other:?}"),
        };
        let gone = told(saved(&hands, Way::Again(file.seen.clone()), None));
        assert_eq!(gone, "r.prisk.json: it is no longer there; was it moved or deleted?");
        hands.disk.refusal.replace(Some(DiskError::Refused));
        let refused = told(saved(&hands, Way::Over(file.seen), None));
        assert_eq!(refused, "r.prisk.json: the browser was not allowed to use it");
        hands.cipher.is_absent.set(true);
        assert!(told(saved(&hands, Way::Download, Some("p"))).contains("secure connection"));
        assert_eq!(file_saved(&hands.world, &fife_council()), None);
        assert!(hands.files.0.borrow().is_empty());
    }
}
