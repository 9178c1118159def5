//! The inner form of a stored register, schema 1. Names are those of the domain; what is empty, absent or
//! not said is left out. Dates are written year first, money in pence, shares in hundredths of one per cent.

mod action;
mod control;
mod health_check;
mod history;
mod loss;
pub(super) mod matrix;
mod organisation;
mod partnership;
mod quantification;
mod rating;
mod risk;
mod snapshot;
mod subject;
mod survey;
#[cfg(test)]
mod tests;
mod view;
mod waiver;

use std::fmt;

use crate::catalogue::{CategoryId, survey_json};
use crate::choice::Choice;
use crate::date::Date;
use crate::json::{self, Object, Pick, Picker, Value, Wrong};
use crate::money::Pence;
use crate::order::ordered;
use crate::register::{Change, Id, Register, RiskId};
use crate::share::Share;

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

/// The stored form of a register. What is empty is left out.
pub(super) fn write(register: &Register) -> Value {
    let mut object = Object::default();
    object.put("organisation", organisation::write(register.organisation()));
    object.put("partnerships", json::list(register.partnerships(), |p| partnership::write(p)));
    object.put("risks", json::list(register.risks(), |risk| risk::write(risk)));
    object.list_if_any("controls", register.controls(), |control| control::write(control));
    object.list_if_any("actions", register.actions(), |action| action::write(action));
    object.list_if_any("losses", register.losses(), |loss| loss::write(loss));
    object.list_if_any("health_checks", register.health_checks(), |check| health_check::write(check));
    object.list_if_any("snapshots", register.snapshots(), |snapshot| snapshot::write(snapshot));
    object.list_if_any("surveys", register.surveys(), |own| survey_json::write(own));
    object.list_if_any("crosswalks", register.crosswalks(), survey::write_crosswalk);
    object.list_if_any("waivers", register.waivers(), waiver::write);
    object.list_if_any("views", register.views(), view::write);
    object.list_if_any("history", register.history(), |entry| history::write(entry));
    object.end()
}

/// The register that a value stores, checked by the same rules as a change made by hand.
pub(super) fn read(value: &Value) -> Result<Register, Unread> {
    let mut reader = Reader::default();
    let organisation = organisation::read(&mut reader, value);
    reader.finish()?;
    let register = Register::new(organisation.map_err(Unread::Invalid)?);
    let scale = register.matrix();
    let partnerships = reader.list(value, "partnerships", partnership::read);
    let risks = reader.list(value, "risks", |reader, value| risk::read(reader, value, scale));
    let controls = reader.list_if_any(value, "controls", control::read);
    let actions = reader.list_if_any(value, "actions", action::read);
    let losses = reader.list_if_any(value, "losses", loss::read);
    let health_checks = reader.list_if_any(value, "health_checks", health_check::read);
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
        Change::WaiversSet(reader.list_if_any(value, "waivers", waiver::read)),
        Change::ViewsSet(reader.list_if_any(value, "views", view::read)),
        Change::HistorySet(history::read_all(&mut reader, value)),
    ];
    changes.extend(survey::read_all(&mut reader, value));
    reader.finish()?;
    register
        .apply(Change::All(changes))
        .map_err(|error| Unread::Invalid(InvalidPart::new("the register", &error)))
}

/// Reads part after part and keeps the first thing that is wrong with the form, and the first that breaks
/// a rule; what is read after that only fills its place.
#[derive(Default)]
struct Reader {
    picker: Picker,
    invalid: Option<InvalidPart>,
    /// What is being read, for the sentence about what is wrong with it.
    place: String,
}

impl Reader {
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
