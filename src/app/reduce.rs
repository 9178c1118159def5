//! What each event makes of the model. Pure; an event that changes nothing gives the same model back.

mod files;

use std::rc::Rc;

use partnership_risk_core::exchange::import::Mapping;
use partnership_risk_core::register::{ChangeError, Register, Timestamp};
use yew::Reducible;

use super::event::{Event, Joined, Opened};
use super::model::{
    Between, History, Import, Keeping, Known, Mark, Merging, Model, Moment, Notice, Origin, PeerBatch, Peers,
    Pen, Purpose,
};
use super::tasks::SLOTS;
use super::world::StoreError;

impl Reducible for Model {
    type Action = Event;

    fn reduce(self: Rc<Self>, event: Event) -> Rc<Self> {
        let next = (*self).clone().after(event);
        if next == *self { self } else { Rc::new(next) }
    }
}

impl Model {
    /// The model after an event.
    #[must_use]
    pub fn after(self, event: Event) -> Self {
        if let Some(why) = self.unchangeable().filter(|_| event.is_change()) {
            return self.noticing(Notice::Refused(format!("Nothing was changed: {}.", why.reason())));
        }
        match event {
            Event::Opened(opened) => self.opened(opened),
            Event::PenMoved(pen) => self.with_pen(pen),
            Event::Followed(opened) => self.followed(opened),
            Event::Recovered(opened) if self.is_untouched() => self.opened(opened),
            Event::Recovered(_) => self,
            Event::RegisterChosen { register, said } => self.chosen(register, said),
            Event::RegisterCleared => self.cleared(),
            Event::Changed { change, said, at, reason, by } => {
                self.changed(said, |register| by(register, change, at, &reason))
            }
            Event::Undone => self.stepped(History::undo, "Taken back"),
            Event::Redone => self.stepped(History::redo, "Made again"),
            Event::Saved { at, of, mark } => self.kept(at, of, mark),
            Event::Joined(joined) => self.joined(joined),
            Event::Divided { of, merging } => self.divided(&of, merging),
            Event::UnkeptWished(is_unkept) => self.with_wish(is_unkept),
            Event::DeviceCleared(Ok(())) => self.with_nothing_kept(),
            Event::DeviceCleared(Err(error)) => {
                self.noticing(Notice::Refused(format!("Not everything could be removed: {error}.")))
            }
            Event::SaveFailed(error) => self.not_kept(error),
            Event::SheetsBegun(what) => Self { at_work: Some(what), notice: None, ..self },
            Event::SheetsEnded(reason) => self.idle(reason),
            Event::TableRead(import) => Self { import: Some(import), notice: None, ..self.idle(None) },
            Event::FileRefused { name, reason } => {
                self.idle(Some(format!("{name} cannot be used: {reason}")))
            }
            Event::FileOpened(incoming) => self.with_incoming(incoming),
            Event::SealedFileFound(sealed) => self.with_sealed(sealed),
            Event::FilePutAway => self.without_incoming(),
            Event::FileSaved { own, said } => self.filed(own, said),
            Event::FileOvertaken => self.overtaken(),
            Event::MappingChanged(mapping) => self.mapped(Rc::from(mapping)),
            Event::ImportClosed => Self { import: None, ..self },
            Event::ImportConfirmed { register, said } => {
                Self { import: None, ..self.with_register(register, Between::Change, said) }
            }
            Event::ImportRefused(reason) => {
                self.noticing(Notice::Refused(format!("Nothing was imported: {reason}")))
            }
            Event::CopyOpened { purpose, copy, base } => {
                Self { copies: self.copies.with(purpose, copy, base), notice: None, ..self }
            }
            Event::CopyClosed(purpose) => self.without_copy(purpose),
            Event::ConflictsDecided(decided) => Self { copies: self.copies.deciding(decided), ..self },
            Event::Merged { register, said } => self.merged(register, said),
            Event::PeersChosen(files) => self.with_peers(|p| Peers { chosen: p.chosen + files, ..p.clone() }),
            Event::PeersRead { batch, by } => self.with_batch(&batch, by),
            Event::PeersCleared => self.with_peers(|p| Peers { round: p.round + 1, ..Peers::default() }),
            Event::DamagedCleared(key) => self.without_damaged(&key),
            Event::Moved => self.moved(),
            Event::NoticeDismissed => Self { notice: None, ..self },
        }
    }

    /// What was kept counts as long as it is what is on the screen.
    fn kept(self, at: Timestamp, of: Moment, mark: Mark) -> Self {
        let is_shown = is_same(&of, &self.register);
        // Who keeps nothing in this browser writes elsewhere.
        let known = if self.is_unkept { self.known } else { self.known.with(mark, of) };
        let keeping = match (is_shown, self.register.is_some()) {
            (true, true) => Keeping::Kept(at),
            (true, false) => Keeping::Nothing,
            (false, _) => self.keeping,
        };
        Self { keeping, known, is_greatly_changed: self.is_greatly_changed && !is_shown, ..self }
    }

    /// Nothing is left, and nothing lies in the store.
    fn with_nothing_kept(self) -> Self {
        let said = "All that this calculator kept in this browser was removed.".to_owned();
        Self { is_unkept: self.is_unkept, pen: self.pen, known: Known::of(0, None), ..Self::default() }
            .noticing(Notice::Done(said))
    }

    /// What is on the screen is kept anew where it is kept from now on. What lies in the browser by then is copied first.
    fn with_wish(self, is_unkept: bool) -> Self {
        if is_unkept == self.is_unkept {
            return self;
        }
        let keeping = match (&self.register, &self.keeping) {
            // What a newer version has written stays as it lies.
            (Some(_), kept) if self.is_newer => kept.clone(),
            _ if !is_unkept && self.has_damage_in_the_way() => Keeping::Withheld,
            (Some(_), _) => Keeping::Pending,
            (None, _) => Keeping::Nothing,
        };
        // Whether another tab has the pen by now is not known yet.
        let pen = if is_unkept { Pen::Here } else { Pen::Elsewhere };
        Self { is_unkept, keeping, is_greatly_changed: true, pen, ..self }
    }

    /// Whether a text that could not be read lies where the register is kept.
    fn has_damage_in_the_way(&self) -> bool {
        self.damaged.iter().any(|damaged| SLOTS.contains(&&*damaged.key))
    }

    /// While a text that could not be read lies in the way, that remains why nothing is kept.
    fn not_kept(self, error: StoreError) -> Self {
        let keeping = match self.keeping {
            Keeping::Withheld => Keeping::Withheld,
            Keeping::Nothing
            | Keeping::Pending
            | Keeping::Kept(_)
            | Keeping::NotKept(_)
            | Keeping::Divided => Keeping::NotKept(error),
        };
        Self { keeping, ..self }
    }

    /// Whether nobody has begun anything yet.
    fn is_untouched(&self) -> bool {
        self.register.is_none() && self.history == History::default()
    }

    /// A tab that loses the pen before it has kept everything goes on showing what it has and says that it is not kept.
    fn with_pen(self, pen: Pen) -> Self {
        let lost = pen == Pen::Elsewhere && self.keeping == Keeping::Pending;
        let keeping = match (pen, self.keeping) {
            _ if lost => Keeping::NotKept(StoreError::TakenOver),
            // It is tried again.
            (Pen::Here, Keeping::NotKept(_)) => Keeping::Pending,
            (_, keeping) => keeping,
        };
        Self { pen, keeping, ..self }
    }

    /// What another tab kept is shown here too, unless there is something here that was never kept. Its changes are not
    /// taken back here.
    fn followed(self, opened: Opened) -> Self {
        match self.keeping {
            Keeping::NotKept(_) | Keeping::Pending | Keeping::Divided => self,
            Keeping::Nothing | Keeping::Kept(_) | Keeping::Withheld => {
                Self { history: History::default(), own_file: None, ..self.opened(opened) }
            }
        }
    }

    fn opened(self, Opened { register, is_newer, keeping, known, damaged }: Opened) -> Self {
        Self { register, is_newer, keeping, known, damaged, ..self }
    }

    /// What came of what is here and of what another tab had kept. Changes of the other tab are not taken back here. Where
    /// the person has gone on meanwhile, the two are made one when that is kept.
    fn joined(self, Joined { from, to, known, at, said }: Joined) -> Self {
        if !is_same(&from, &self.register) {
            return self;
        }
        let keeping = if to.is_some() { Keeping::Kept(at) } else { Keeping::Nothing };
        let copies =
            if self.copies.has_other_tab() { self.copies.without(Purpose::Merge) } else { self.copies };
        let history = History::default();
        let after = Self { register: to, keeping, known, copies, history, is_greatly_changed: false, ..self };
        if said.is_empty() { after } else { after.noticing(Notice::Done(said)) }
    }

    /// Nothing was kept, and a person is to decide.
    fn divided(self, of: &Moment, merging: Merging) -> Self {
        if !is_same(of, &self.register) {
            return self;
        }
        Self { keeping: Keeping::Divided, copies: self.copies.divided(merging), ..self }
    }

    /// A copy is put away. One that another tab has kept is looked at anew, since this one cannot be kept without it.
    fn without_copy(self, purpose: Purpose) -> Self {
        let is_other_tab = purpose == Purpose::Merge && self.keeping == Keeping::Divided;
        let keeping = if is_other_tab { Keeping::Pending } else { self.keeping };
        Self { copies: self.copies.without(purpose), keeping, ..self }
    }

    /// A merge can be taken back, unless that would take back what another tab has kept.
    fn merged(self, register: Rc<Register>, said: String) -> Self {
        let merging = self.copies.merging.clone();
        let after =
            self.having_seen_own_file().without_incoming().with_register(register, Between::Change, said);
        let after = Self { copies: after.copies.without(Purpose::Merge), is_greatly_changed: true, ..after };
        match merging.as_deref().map(|merging| &merging.origin) {
            Some(Origin::Tab(known)) => Self { known: known.clone(), history: History::default(), ..after },
            Some(Origin::File) | None => after,
        }
    }

    fn chosen(self, register: Rc<Register>, said: String) -> Self {
        let own_file = self.file_of(&register);
        let next = self.without_incoming().with_register(register, Between::Choice, said);
        Self { own_file, ..next }
    }

    fn with_register(mut self, register: Rc<Register>, between: Between, said: String) -> Self {
        let is_greatly_changed =
            self.is_greatly_changed || is_great(self.register.as_deref(), &register, between);
        self.history.remember(self.register.take(), between);
        let keeping = self.pending();
        Self { register: Some(register), keeping, is_greatly_changed, ..self }.noticing(Notice::Done(said))
    }

    /// Without a register, as on the first visit; it can be had back.
    fn cleared(mut self) -> Self {
        let Some(register) = self.register.take() else { return self };
        let said = format!("Cleared the register of {}. Undo brings it back.", register.organisation().name);
        self.history.remember(Some(register), Between::Choice);
        let keeping = self.pending();
        Self { keeping, is_greatly_changed: true, own_file: None, ..self }.noticing(Notice::Done(said))
    }

    fn changed(self, said: String, change: impl FnOnce(&Register) -> Result<Register, ChangeError>) -> Self {
        let Some(before) = &self.register else {
            return self.noticing(Notice::Refused("There is no register to change".into()));
        };
        match change(before) {
            Ok(after) if after == **before => self,
            Ok(after) => self.with_register(Rc::new(after), Between::Change, said),
            Err(error) => self.noticing(Notice::Refused(format!("Nothing was changed: {error}"))),
        }
    }

    fn stepped(mut self, step: fn(&mut History, Moment) -> Option<(Moment, Between)>, said: &str) -> Self {
        let Some((register, between)) = step(&mut self.history, self.register.clone()) else { return self };
        let keeping = self.pending();
        // The file of one register is not that of another.
        let own_file = self.own_file.filter(|_| between == Between::Change);
        Self { register, keeping, own_file, ..self }.noticing(Notice::Done(said.into()))
    }

    /// Nothing more is done beside the page, and why what was done came to nothing is told.
    fn idle(self, reason: Option<String>) -> Self {
        let idle = Self { at_work: None, ..self };
        match reason {
            Some(reason) => idle.noticing(Notice::Refused(reason)),
            None => idle,
        }
    }

    fn mapped(self, mapping: Rc<Mapping>) -> Self {
        let import = self.import.map(|import| Import { mapping, ..import });
        Self { import, ..self }
    }

    fn with_peers(self, change: impl FnOnce(&Peers) -> Peers) -> Self {
        Self { peers: Rc::new(change(&self.peers)), ..self }
    }

    /// What was chosen before the last clearing comes too late.
    fn with_batch(self, batch: &PeerBatch, by: fn(&Peers, &PeerBatch) -> Peers) -> Self {
        if batch.round == self.peers.round { self.with_peers(|peers| by(peers, batch)) } else { self }
    }

    fn without_damaged(mut self, key: &str) -> Self {
        self.damaged.retain(|damaged| damaged.key != key);
        if self.keeping == Keeping::Withheld && self.damaged.is_empty() {
            self.keeping = if self.is_newer { Keeping::Nothing } else { Keeping::Pending };
        }
        self
    }

    fn noticing(self, notice: Notice) -> Self {
        Self { notice: Some(notice), places_since: 0, ..self }
    }

    /// A message stays with the place at which it was told, and, since telling and going often happen
    /// together, with the one after it.
    fn moved(self) -> Self {
        match &self.notice {
            Some(_) if self.places_since == 0 => Self { places_since: 1, ..self },
            Some(_) => Self { notice: None, ..self },
            None => self,
        }
    }

    /// What keeping becomes when the register changes.
    fn pending(&self) -> Keeping {
        match &self.keeping {
            Keeping::Withheld => Keeping::Withheld,
            Keeping::Nothing
            | Keeping::Pending
            | Keeping::Kept(_)
            | Keeping::NotKept(_)
            | Keeping::Divided => Keeping::Pending,
        }
    }
}

/// Whether both are one register, or none.
fn is_same(one: &Moment, other: &Moment) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => Rc::ptr_eq(one, other),
        (None, None) => true,
        (Some(_), None) | (None, Some(_)) => false,
    }
}

/// Whether one register takes the place of another, or many risks or a partnership come or go at once.
fn is_great(before: Option<&Register>, after: &Register, between: Between) -> bool {
    let Some(before) = before else { return false };
    between == Between::Choice
        || after.risks().len().abs_diff(before.risks().len()) > 1
        || after.partnerships().len() < before.partnerships().len()
}
