//! What becomes of the model when files are read and written.

use std::rc::Rc;

use partnership_risk_core::register::Register;

use crate::app::model::{Incoming, Model, Notice, OwnFile, SealedFile};

impl Model {
    /// A register was read from a file; it is shown and takes no place.
    pub(super) fn with_incoming(self, incoming: Incoming) -> Self {
        Self { incoming: Some(incoming), sealed: None, notice: None, at_work: None, ..self }
    }

    /// A file waits for its passphrase.
    pub(super) fn with_sealed(self, sealed: SealedFile) -> Self {
        Self { incoming: None, sealed: Some(sealed), notice: None, at_work: None, ..self }
    }

    /// What was read from files is put away.
    pub(super) fn without_incoming(self) -> Self {
        Self { incoming: None, sealed: None, ..self }
    }

    /// The register was written to a file of its own, or handed out as one. By the time that is done another register
    /// may be here, whose file this is not.
    pub(super) fn filed(self, own: Option<OwnFile>, said: String) -> Self {
        let own = own.filter(|own| self.history.is_of_one_kin(self.register.as_ref(), &own.register));
        Self { own_file: own.or_else(|| self.own_file.clone()), ..self }.noticing(Notice::Done(said))
    }

    /// What was found in the register's own file has been merged: from now on that is what the file was last seen to hold.
    pub(super) fn having_seen_own_file(self) -> Self {
        let found = self.incoming.as_ref().and_then(|incoming| incoming.on_disk.clone());
        let own_file = self.own_file.clone().map(|own| match found {
            Some(seen) if seen.file == own.seen.file => OwnFile { seen, is_overtaken: false, ..own },
            _ => own,
        });
        Self { own_file, ..self }
    }

    /// The file of the register holds something else than was last seen.
    pub(super) fn overtaken(self) -> Self {
        let own_file = self.own_file.clone().map(|own| OwnFile { is_overtaken: true, ..own });
        Self { own_file, ..self }
    }

    /// The file that a register which takes the place of another comes from, if it is the one that was read.
    pub(super) fn file_of(&self, register: &Rc<Register>) -> Option<OwnFile> {
        let incoming = self.incoming.as_ref().filter(|incoming| Rc::ptr_eq(&incoming.register, register))?;
        let seen = incoming.on_disk.clone()?;
        Some(OwnFile { seen, register: register.clone(), written_at: None, is_overtaken: false })
    }
}

#[cfg(test)]
mod tests {
    use partnership_risk_core::document::Header;
    use partnership_risk_core::example::{fife_council, marlshire};

    use super::*;
    use crate::app::event::Event;
    use crate::app::model::SeenFile;
    use crate::app::world::DiskFile;

    fn read() -> Incoming {
        let file = DiskFile { number: 1, name: "r.prisk.json".into() };
        Incoming {
            name: file.name.clone(),
            register: Rc::new(fife_council()),
            header: Header::new(1, 2, ""),
            on_disk: Some(SeenFile { file, fingerprint: 3, is_sealed: false }),
        }
    }

    fn chosen(register: &Rc<Register>) -> Event {
        Event::RegisterChosen { register: register.clone(), said: "Opened".into() }
    }

    #[test]
    fn what_is_read_from_a_file_takes_no_place_until_it_is_chosen() {
        let incoming = read();
        let model = Model::default().after(Event::FileOpened(incoming.clone()));
        assert_eq!((model.register.as_ref(), model.own_file.as_ref()), (None, None));
        let taken = model.clone().after(chosen(&incoming.register));
        assert_eq!((taken.incoming.as_ref(), taken.register.as_ref()), (None, Some(&incoming.register)));
        assert_eq!(taken.own_file.map(|own| own.seen), incoming.on_disk);
        assert_eq!(model.after(Event::FilePutAway), Model::default());
    }

    #[test]
    fn a_register_that_takes_the_place_of_another_leaves_the_file_of_that_one() {
        let incoming = read();
        let model =
            Model::default().after(Event::FileOpened(incoming.clone())).after(chosen(&incoming.register));
        let other = model.clone().after(chosen(&Rc::new(marlshire())));
        assert_eq!(other.own_file, None);
        // Nor does one that is had back get the file of the one that it follows.
        assert_eq!(model.clone().after(Event::Undone).own_file, None);
        assert_eq!(other.after(Event::Undone).own_file, None);
        assert_eq!(model.after(Event::RegisterCleared).own_file, None);
    }

    #[test]
    fn a_file_that_was_overtaken_is_so_until_it_is_written() {
        let incoming = read();
        let model = Model::default().after(Event::FileOpened(incoming.clone()));
        let model = model.after(chosen(&incoming.register)).after(Event::FileOvertaken);
        let own = model.own_file.clone().expect("it came from a file");
        assert!(own.is_overtaken);
        let written = OwnFile { is_overtaken: false, ..own };
        let saved = Event::FileSaved { own: Some(written.clone()), said: "Saved".into() };
        let model = model.after(saved);
        assert_eq!(model.own_file, Some(written.clone()));
        let model = model.after(Event::FileSaved { own: None, said: "Downloaded".into() });
        assert_eq!(model.own_file, Some(written));
    }
}
