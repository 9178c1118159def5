//! The things that a register is made of, one by one and each under a key of its own: for whatever goes through all
//! of them in the same way, such as the difference of two registers. What can be done to them is next door in
//! [`super::change`].

use std::collections::BTreeMap;
use std::rc::Rc;

use super::described::{Described, Field, survey};
use super::history::told;
use super::{
    Action, Control, HealthCheck, Loss, OwnCrosswalk, Partnership, Register, Risk, RiskId, SavedView,
    Snapshot, Subject, Waiver,
};
use crate::catalogue::{Line, Survey};
use crate::order::order_by;

/// The lists of a register, but for its history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    /// The partnerships.
    Partnerships,
    /// The risks.
    Risks,
    /// The controls.
    Controls,
    /// The actions.
    Actions,
    /// The losses.
    Losses,
    /// The health checks.
    HealthChecks,
    /// The snapshots.
    Snapshots,
    /// The surveys of the body's own.
    Surveys,
    /// The lines of crosswalks that the body has drawn, survey by survey.
    Crosswalks,
    /// The findings that are let pass.
    Waivers,
    /// The views that have a name.
    Views,
}

impl List {
    /// All of them; what names another part comes after it, risks that name one another aside.
    pub const ALL: [Self; 11] = [
        Self::Partnerships,
        Self::Risks,
        Self::Controls,
        Self::Actions,
        Self::Losses,
        Self::HealthChecks,
        Self::Snapshots,
        Self::Surveys,
        Self::Crosswalks,
        Self::Waivers,
        Self::Views,
    ];

    /// Its name in files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Partnerships => "partnerships",
            Self::Risks => "risks",
            Self::Controls => "controls",
            Self::Actions => "actions",
            Self::Losses => "losses",
            Self::HealthChecks => "health_checks",
            Self::Snapshots => "snapshots",
            Self::Surveys => "surveys",
            Self::Crosswalks => "crosswalks",
            Self::Waivers => "waivers",
            Self::Views => "views",
        }
    }

    /// What one thing in it is called, in small letters.
    #[must_use]
    pub fn one(self) -> &'static str {
        match self {
            Self::Partnerships => "partnership",
            Self::Risks => "risk",
            Self::Controls => "control",
            Self::Actions => "action",
            Self::Losses => "loss",
            Self::HealthChecks => "health check",
            Self::Snapshots => "snapshot",
            Self::Surveys => "survey",
            Self::Crosswalks => "crosswalk",
            Self::Waivers => "waiver",
            Self::Views => "view",
        }
    }
}

/// One thing in a list of a register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// A partnership.
    Partnership(Rc<Partnership>),
    /// A risk.
    Risk(Rc<Risk>),
    /// A control.
    Control(Rc<Control>),
    /// An action.
    Action(Rc<Action>),
    /// A loss.
    Loss(Rc<Loss>),
    /// A health check.
    HealthCheck(Rc<HealthCheck>),
    /// A snapshot.
    Snapshot(Rc<Snapshot>),
    /// A survey of the body's own.
    Survey(Rc<Survey>),
    /// The lines of one crosswalk that the body has drawn.
    Crosswalk(Rc<OwnCrosswalk>),
    /// A finding that is let pass.
    Waiver(Rc<Waiver>),
    /// A view that has a name.
    View(Rc<SavedView>),
}

impl Part {
    /// What it is known by in its list: its id, or what stands for one.
    #[must_use]
    pub fn key(&self) -> String {
        match self {
            Self::Partnership(part) => part.id.to_string(),
            Self::Risk(part) => part.id.to_string(),
            Self::Control(part) => part.id.to_string(),
            Self::Action(part) => part.id.to_string(),
            Self::Loss(part) => part.id.to_string(),
            Self::HealthCheck(part) => part.id.to_string(),
            Self::Snapshot(part) => part.id.to_string(),
            Self::Survey(part) => part.id().to_string(),
            Self::Crosswalk(part) => part.survey.to_string(),
            Self::Waiver(part) => key_of_waiver(part),
            Self::View(part) => part.name.clone(),
        }
    }

    /// Which entity it is or belongs to; the organisation where it is none with an id.
    #[must_use]
    pub fn subject(&self) -> Subject {
        match self {
            Self::Partnership(part) => Subject::Partnership(part.id),
            Self::Risk(part) => Subject::Risk(part.id),
            Self::Control(part) => Subject::Control(part.id),
            Self::Action(part) => Subject::Action(part.id),
            Self::Loss(part) => Subject::Loss(part.id),
            Self::HealthCheck(part) => Subject::HealthCheck(part.id),
            Self::Snapshot(part) => Subject::Snapshot(part.id),
            Self::Waiver(part) => part.subject,
            Self::Survey(_) | Self::Crosswalk(_) | Self::View(_) => Subject::Organisation,
        }
    }

    /// What people call it.
    #[must_use]
    pub fn title(&self) -> &str {
        match self {
            Self::Partnership(part) => &part.name,
            Self::Risk(part) => &part.title,
            Self::Control(part) => &part.name,
            Self::Action(part) => &part.what,
            Self::Loss(part) => &part.what,
            Self::HealthCheck(part) => &part.respondent,
            Self::Snapshot(part) => &part.name,
            Self::Survey(part) => &part.about().title,
            Self::Crosswalk(part) => part.survey.as_str(),
            Self::Waiver(part) => &part.check,
            Self::View(part) => &part.name,
        }
    }

    /// Its fields in words, as they are told in the history.
    #[must_use]
    pub fn fields(&self, register: &Register) -> Vec<Field> {
        match self {
            Self::Partnership(part) => part.fields(register),
            Self::Risk(part) => part.fields(register),
            Self::Control(part) => part.fields(register),
            Self::Action(part) => part.fields(register),
            Self::Loss(part) => part.fields(register),
            Self::HealthCheck(part) => part.fields(register),
            Self::Snapshot(part) => part.fields(register),
            Self::Survey(part) => survey::fields(part),
            Self::Crosswalk(part) => vec![("Lines", lines(register, part))],
            Self::Waiver(part) => vec![("Let pass", told(part))],
            Self::View(part) => vec![("Address", part.address.clone())],
        }
    }

    /// Whether its list may hold another part with its key.
    pub(super) fn may_repeat(&self) -> bool {
        matches!(self, Self::Waiver(_) | Self::View(_))
    }

    /// Whether two parts are equal, which is seen at once where they are shared.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Risk(a), Self::Risk(b)) if Rc::ptr_eq(a, b) => true,
            (Self::Partnership(a), Self::Partnership(b)) if Rc::ptr_eq(a, b) => true,
            (Self::Control(a), Self::Control(b)) if Rc::ptr_eq(a, b) => true,
            (Self::Action(a), Self::Action(b)) if Rc::ptr_eq(a, b) => true,
            (Self::Loss(a), Self::Loss(b)) if Rc::ptr_eq(a, b) => true,
            (Self::HealthCheck(a), Self::HealthCheck(b)) if Rc::ptr_eq(a, b) => true,
            (Self::Snapshot(a), Self::Snapshot(b)) if Rc::ptr_eq(a, b) => true,
            (Self::Survey(a), Self::Survey(b)) if Rc::ptr_eq(a, b) => true,
            (a, b) => a == b,
        }
    }
}

/// The lines of a crosswalk in words.
fn lines(register: &Register, own: &OwnCrosswalk) -> String {
    let told = |line: &Line| {
        let entry = line.entry.as_str().replace('-', " ");
        [&*entry, ": ", &survey::line(register.organisation(), Some(line))].concat()
    };
    own.lines.iter().map(told).collect::<Vec<_>>().join("; ")
}

/// A check on one subject; a register lets it pass once.
fn key_of_waiver(waiver: &Waiver) -> String {
    let id = RiskId::from_bits(waiver.subject.bits()).to_string();
    [&*waiver.check, " ", waiver.subject.kind(), " ", &id].concat()
}

/// The parts of one kind among parts.
macro_rules! only {
    ($parts:ident, $kind:ident) => {
        $parts.into_iter().filter_map(|part| if let Part::$kind(part) = part { Some(part) } else { None })
    };
}

impl Register {
    /// The parts in one list, in its order.
    #[must_use]
    pub fn parts(&self, list: List) -> Vec<Part> {
        fn all<T>(list: &[Rc<T>], part: fn(Rc<T>) -> Part) -> Vec<Part> {
            list.iter().map(|one| part(Rc::clone(one))).collect()
        }
        fn each<T: Clone>(list: &[T], part: fn(Rc<T>) -> Part) -> Vec<Part> {
            list.iter().map(|one| part(Rc::new(one.clone()))).collect()
        }
        match list {
            List::Partnerships => all(&self.partnerships, Part::Partnership),
            List::Risks => all(&self.risks, Part::Risk),
            List::Controls => all(&self.controls, Part::Control),
            List::Actions => all(&self.actions, Part::Action),
            List::Losses => all(&self.losses, Part::Loss),
            List::HealthChecks => all(&self.health_checks, Part::HealthCheck),
            List::Snapshots => all(&self.snapshots, Part::Snapshot),
            List::Surveys => all(&self.surveys, Part::Survey),
            List::Crosswalks => each(&self.crosswalks, Part::Crosswalk),
            List::Waivers => each(&self.waivers, Part::Waiver),
            List::Views => each(&self.views, Part::View),
        }
    }

    /// Whether a list holds a part with this key.
    pub(super) fn has_part(&self, list: List, key: &str) -> bool {
        fn known<T>(key: &str, is_there: impl FnOnce(super::Id<T>) -> bool) -> bool {
            key.parse().is_ok_and(is_there)
        }
        match list {
            List::Partnerships => known(key, |id| self.partnerships.has(id)),
            List::Risks => known(key, |id| self.risks.has(id)),
            List::Controls => known(key, |id| self.controls.has(id)),
            List::Actions => known(key, |id| self.actions.has(id)),
            List::Losses => known(key, |id| self.losses.has(id)),
            List::HealthChecks => known(key, |id| self.health_checks.has(id)),
            List::Snapshots => known(key, |id| self.snapshots.has(id)),
            List::Surveys => self.surveys.iter().any(|survey| survey.id().as_str() == key),
            List::Crosswalks => self.crosswalks.iter().any(|own| own.survey.as_str() == key),
            List::Waivers => self.waivers.iter().any(|waiver| key_of_waiver(waiver) == key),
            List::Views => self.views.iter().any(|view| view.name == key),
        }
    }

    /// The register with the parts of a list in the order of these keys; those with none of them come after.
    pub(crate) fn in_order(&self, list: List, keys: &[String]) -> Self {
        let places: BTreeMap<&String, usize> = keys.iter().zip(0..).collect();
        let parts = self.parts(list);
        let place = |part: &Part| places.get(&part.key()).copied().unwrap_or(usize::MAX);
        let placed: Vec<usize> = parts.iter().map(place).collect();
        let order = order_by(parts.len(), &|a, b| placed[a].cmp(&placed[b]));
        let mut next = self.clone();
        next.set_parts(list, order.into_iter().map(|at| parts[at].clone()).collect());
        next
    }

    /// Puts parts in the place of those in a list; parts of another kind are passed over.
    pub(super) fn set_parts(&mut self, list: List, parts: Vec<Part>) {
        match list {
            List::Partnerships => self.partnerships.set(only!(parts, Partnership).collect()),
            List::Risks => self.risks.set(only!(parts, Risk).collect()),
            List::Controls => self.controls.set(only!(parts, Control).collect()),
            List::Actions => self.actions.set(only!(parts, Action).collect()),
            List::Losses => self.losses.set(only!(parts, Loss).collect()),
            List::HealthChecks => self.health_checks.set(only!(parts, HealthCheck).collect()),
            List::Snapshots => self.snapshots.set(only!(parts, Snapshot).collect()),
            List::Surveys => self.surveys = only!(parts, Survey).collect(),
            List::Crosswalks => self.crosswalks = only!(parts, Crosswalk).map(Rc::unwrap_or_clone).collect(),
            List::Waivers => self.waivers = only!(parts, Waiver).map(Rc::unwrap_or_clone).collect(),
            List::Views => self.views = only!(parts, View).map(Rc::unwrap_or_clone).collect(),
        }
    }
}
