//! The inner form of a stored register. Names are those of the domain; what is empty, absent or
//! not said is left out. Dates are written year first, money in pence, shares in hundredths of one per cent.

mod action;
mod control;
pub(super) mod delta;
mod health_check;
mod history;
mod loss;
pub(super) mod matrix;
mod organisation;
mod part;
mod partnership;
mod quantification;
mod rating;
mod risk;
mod slices;
mod snapshot;
mod subject;
mod survey;
#[cfg(test)]
mod tests;
pub(super) mod unknown;
mod view;
mod waiver;

use std::collections::BTreeMap;
use std::fmt;

use crate::catalogue::CategoryId;
use crate::choice::Choice;
use crate::date::Date;
use crate::json::{Object, Pick, Picker, Value, Wrong};
use crate::money::Pence;
use crate::order::ordered;
use crate::register::{Change, Delta, Extra, Holder, Id, Register, RiskId, Unknown};
use crate::share::Share;

pub(super) use part::{fields_of, organisation_of, part_of, write_organisation, write_part};
pub(super) use slices::{Slice, slices};

/// The name of the organisation in files, and of the history.
const ORGANISATION: &str = "organisation";
const HISTORY: &str = "history";

/// A part of a stored register that breaks a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidPart {
    place: String,
    reason: String,
}

impl fmt::Display for InvalidPart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.reason)
    }
}

impl InvalidPart {
    fn new(place: &str, reason: &dyn fmt::Display) -> Self {
        Self { place: place.to_owned(), reason: reason.to_string() }
    }
}

/// Why a stored register could not be read.
pub(super) enum Unread {
    /// It is not of the stored form.
    Wrong(Wrong),
    /// It is, and a part of it breaks a rule.
    Invalid(InvalidPart),
}

/// The register that a value stores, checked by the same rules as a change made by hand.
pub(super) fn read(value: &Value) -> Result<Register, Unread> {
    let mut reader = Reader::default();
    let stored = reader.picker.member(value, "organisation");
    let organisation = reader.whole(ORGANISATION, stored, organisation::read);
    reader.finish()?;
    let register = Register::new(organisation.map_err(Unread::Invalid)?);
    let scale = register.matrix();
    reader.picker.list(value, "partnerships");
    reader.picker.list(value, "risks");
    let partnerships = reader.parts(value, "partnerships", partnership::read);
    let risks = reader.parts(value, "risks", |reader, value| risk::read(reader, value, scale));
    let controls = reader.parts(value, "controls", control::read);
    let actions = reader.parts(value, "actions", action::read);
    let losses = reader.parts(value, "losses", loss::read);
    let health_checks = reader.parts(value, "health_checks", health_check::read);
    let snapshots = snapshot::read_all(&mut reader, value);
    reader.distinct(&partnerships, "partnerships", |part| part.id.bits());
    reader.distinct(&risks, "risks", |part| part.id.bits());
    reader.distinct(&controls, "controls", |part| part.id.bits());
    reader.distinct(&actions, "actions", |part| part.id.bits());
    reader.distinct(&losses, "losses", |part| part.id.bits());
    reader.distinct(&health_checks, "health checks", |part| part.id.bits());
    reader.distinct(&snapshots, "snapshots", |part| part.id.bits());
    let mut changes = vec![
        Change::PartnershipsPut(partnerships),
        Change::RisksPut(risks),
        Change::ControlsPut(controls),
        Change::ActionsPut(actions),
        Change::LossesPut(losses),
        Change::HealthChecksPut(health_checks),
        Change::SnapshotsPut(snapshots),
        Change::WaiversSet(reader.parts(value, "waivers", waiver::read)),
        Change::ViewsSet(reader.parts(value, "views", view::read)),
        Change::HistorySet(history::read_all(&mut reader, value)),
    ];
    changes.extend(survey::read_all(&mut reader, value));
    reader.finish()?;
    changes.extend(reader.rest(value));
    register
        .apply(Change::All(changes))
        .map_err(|error| Unread::Invalid(InvalidPart::new("the register", &error)))
}

impl fmt::Display for Unread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Wrong(wrong) => write!(f, "{wrong}"),
            Self::Invalid(part) => write!(f, "{part}"),
        }
    }
}

/// Reads part after part and keeps the first thing that is wrong with the form, and the first that breaks
/// a rule; what is read after that only fills its place.
#[derive(Default)]
struct Reader {
    picker: Picker,
    invalid: Option<InvalidPart>,
    /// What is being read, for the sentence about what is wrong with it.
    place: String,
    /// What this version does not know.
    unknown: BTreeMap<Holder, Vec<Extra>>,
}

impl Reader {
    /// Reads one part, and keeps what this version does not know of it.
    fn whole<T>(&mut self, list: &str, value: &Value, read: impl Fn(&mut Self, &Value) -> T) -> T {
        self.picker.forget_picked();
        let part = read(self, value);
        if !self.picker.has_picked_all(value) {
            self.keep_unknown(list, value);
        }
        part
    }

    /// What this version does not know of the one part that was read.
    fn extras(&mut self) -> Vec<Extra> {
        std::mem::take(&mut self.unknown).into_values().flatten().collect()
    }

    fn keep_unknown(&mut self, list: &str, value: &Value) {
        let extras = unknown::find(value, &self.picker.picked().in_order());
        if !extras.is_empty() {
            self.unknown.insert(Holder { list: list.to_owned(), key: unknown::key(list, value) }, extras);
        }
    }

    /// The parts of a list of the register, each read whole.
    fn parts<T>(&mut self, register: &Value, list: &str, read: impl Fn(&mut Self, &Value) -> T) -> Vec<T> {
        let parts = self.picker.list_if_any(register, list);
        parts.iter().map(|part| self.whole(list, part, &read)).collect()
    }

    /// The change that keeps what this version does not know, of the parts and of the register itself.
    fn rest(&mut self, register: &Value) -> Option<Change> {
        let mut unknown = std::mem::take(&mut self.unknown);
        let of_register = unknown::of_register(register);
        if !of_register.is_empty() {
            unknown.insert(Holder::register(), of_register);
        }
        let delta = Delta { unknown: Some(Unknown::new(unknown)), ..Delta::default() };
        (!delta.unknown.as_ref().is_none_or(Unknown::is_empty)).then(|| Change::Differing(Box::new(delta)))
    }

    /// Whether everything so far was right.
    fn finish(&mut self) -> Result<(), Unread> {
        std::mem::take(&mut self.picker).finish().map_err(Unread::Wrong)?;
        self.invalid.take().map_or(Ok(()), |part| Err(Unread::Invalid(part)))
    }

    /// From here on the entity of this kind and name is read.
    fn begin(&mut self, kind: &str, name: &str) {
        self.place = format!("{kind} \u{201c}{name}\u{201d}");
    }

    fn list<T>(&mut self, value: &Value, name: &str, read: impl Fn(&mut Self, &Value) -> T) -> Vec<T> {
        self.picker.list(value, name).iter().map(|part| read(self, part)).collect()
    }

    fn list_if_any<T>(&mut self, value: &Value, name: &str, read: impl Fn(&mut Self, &Value) -> T) -> Vec<T> {
        self.picker.list_if_any(value, name).iter().map(|part| read(self, part)).collect()
    }

    fn text(&mut self, value: &Value, name: &str) -> String {
        self.picker.text_if_any(value, name)
    }

    /// What a text that may be left out stands for.
    fn read_if_any<T, E: fmt::Display>(
        &mut self,
        value: &Value,
        name: &str,
        read: impl Fn(&str) -> Result<T, E>,
    ) -> Option<T> {
        let text = self.text(value, name);
        if text.is_empty() {
            return None;
        }
        self.sound(&text, read(&text))
    }

    /// What was read; what breaks a rule is noted.
    fn sound<T, E: fmt::Display>(&mut self, text: &str, read: Result<T, E>) -> Option<T> {
        match read {
            Ok(value) => Some(value),
            Err(error) => {
                self.breaks_a_rule(&format_args!("\u{201c}{text}\u{201d} is {error}"));
                None
            }
        }
    }

    fn date(&mut self, value: &Value, name: &str) -> Option<Date> {
        self.read_if_any(value, name, Date::read)
    }

    fn pence(&mut self, value: &Value, name: &str) -> Option<Pence> {
        let pence: i64 = self.picker.small_if_any(value, name)?;
        self.sound(&pence.to_string(), Pence::new(pence))
    }

    fn share(&mut self, value: &Value, name: &str) -> Option<Share> {
        let points: i64 = self.picker.small_if_any(value, name)?;
        self.sound(&points.to_string(), Share::of_basis_points(points))
    }

    fn id<T>(&mut self, value: &Value, name: &str) -> Id<T> {
        let text = self.picker.text(value, name);
        self.sound(&text, text.parse()).unwrap_or(Id::from_bits(0))
    }

    fn id_of_text<T>(&mut self, value: &Value) -> Id<T> {
        let text = self.picker.got(value.text()).to_owned();
        self.sound(&text, text.parse()).unwrap_or(Id::from_bits(0))
    }

    /// Notes an id that two things of one kind have: only one of them could be kept.
    fn distinct<T>(&mut self, things: &[T], kind: &str, number: fn(&T) -> u64) {
        let numbers: Vec<u64> = things.iter().map(number).collect();
        let sorted = ordered(&numbers, &|a, b| a.cmp(b));
        if let Some(same) = sorted.windows(2).find(|two| two[0] == two[1]) {
            self.place = "the register".to_owned();
            self.breaks_a_rule(&format_args!("two {kind} have the id {}", RiskId::from_bits(same[0])));
        }
    }

    fn category(&mut self, value: &Value) -> Option<CategoryId> {
        let category = self.text(value, "category");
        Some(category).filter(|id| !id.is_empty()).map(|id| CategoryId::new(&id))
    }

    /// The one of a set of values that somebody has chosen, where somebody has.
    fn chosen<T: Choice + Default>(&mut self, value: &Value, name: &str) -> Option<T> {
        self.picker.member_if_any(value, name)?;
        Some(self.picker.choice_if_any(value, name))
    }

    fn breaks_a_rule(&mut self, reason: &dyn fmt::Display) {
        let place = &self.place;
        self.invalid.get_or_insert_with(|| InvalidPart::new(place, reason));
    }
}

fn put_date(object: &mut Object, name: &str, date: Option<Date>) {
    if let Some(date) = date {
        object.text(name, &date.to_string());
    }
}

fn put_pence(object: &mut Object, name: &str, amount: Option<Pence>) {
    object.whole_if_any(name, amount.map(Pence::pence));
}

fn put_share(object: &mut Object, name: &str, share: Option<Share>) {
    object.whole_if_any(name, share.map(|share| share.basis_points().into()));
}

/// The stored form of a register as one value.
#[cfg(test)]
pub(super) fn write(register: &Register) -> Value {
    let text: String = slices(register).into_iter().map(|slice| slice.text(register)).collect();
    crate::json::read(&text).expect("just written")
}
