//! One partnership taken out of a register with all that belongs to it, and put into another one. What is taken out
//! says nothing of other partnerships, of the rules of its body or of its history; how it travels is next door in
//! [`crate::exchange::link`].

use std::fmt;
use std::rc::Rc;

use super::{Change, ChangeError, Organisation, PartnershipId, Register, Risk, Serves, Unknown};
use crate::scale::rebase::Rebasing;

/// Why what is in one register cannot be added to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AddError {
    /// So many of its parts are there already, as they are or changed.
    Known(usize),
    /// It cannot be rated by the other matrix.
    NotRebased(ChangeError),
}

impl fmt::Display for AddError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Known(1) => f.write_str("one part of it is in this register already"),
            Self::Known(n) => write!(f, "{n} parts of it are in this register already"),
            Self::NotRebased(error) => {
                write!(f, "it cannot be rated by the matrix of this register: {error}")
            }
        }
    }
}

impl std::error::Error for AddError {}

impl Register {
    /// A register of one partnership with its risks, controls, actions, losses and health checks, and of the
    /// organisation with what is needed to read these; none where there is no such partnership.
    #[must_use]
    pub fn alone(&self, id: PartnershipId) -> Option<Self> {
        self.partnership(id)?;
        let mut one = Self { unknown: self.unknown.of_parts(), ..self.clone() };
        one.partnerships.retain(|partnership| partnership.id == id);
        one.risks.retain(|risk| risk.partnership == id);
        one.losses.retain(|loss| loss.partnership == id);
        one.health_checks.retain(|check| check.partnership == id);
        one.keep_what_serves();
        one.let_others_go();
        one.organisation = Rc::new(self.organisation.of_risks(one.risks()));
        one.drop_unknown();
        Some(one)
    }

    /// Keeps the controls and actions that serve what is there.
    fn keep_what_serves(&mut self) {
        let Self { risks, controls, actions, partnerships, .. } = self;
        controls.retain(|control| control.effects.iter().any(|effect| risks.has(effect.risk)));
        actions.retain(|action| match action.serves {
            Serves::Risk(id) => risks.has(id),
            Serves::Control(id) => controls.has(id),
            Serves::Partnership(id) => partnerships.has(id),
        });
    }

    /// Takes out whatever names or tells of parts that are not there.
    fn let_others_go(&mut self) {
        let risks = self.risks.clone();
        self.risks.mend(|risk| !risk.linked.is_empty(), |risk| risk.linked.retain(|id| risks.has(*id)));
        self.controls.mend(|_| true, |control| control.effects.retain(|effect| risks.has(effect.risk)));
        self.losses.mend(|loss| loss.risk.is_some_and(|id| !risks.has(id)), |loss| loss.risk = None);
        self.snapshots.retain(|_| false);
        (self.surveys, self.crosswalks) = (Rc::default(), Rc::default());
        (self.waivers, self.views) = (Rc::default(), Rc::default());
        self.history.clear();
    }

    /// The one change that adds everything of another register to this one: its parts, the categories and drivers
    /// that they need, and their ratings moved to this register's matrix. What is known here already is a matter for
    /// a merge.
    pub fn adding(&self, other: &Self) -> Result<Change, AddError> {
        match self.n_known(other) {
            0 => Ok(self.added(&other.rated_by(self)?)),
            n => Err(AddError::Known(n)),
        }
    }

    /// What another register holds as it would be said in this one: with this organisation, the categories and drivers
    /// that are needed, and the ratings moved to this matrix. So it can be merged as if it were a copy of this one.
    pub fn in_our_terms(&self, other: &Self) -> Result<Self, AddError> {
        let organisation = self.organisation.with_needs_of(&other.organisation);
        let moved = other.rated_by(self)?;
        moved.apply(Change::OrganisationSet(organisation)).map_err(AddError::NotRebased)
    }

    /// The register with its ratings moved to the matrix of another one.
    pub fn rated_by(&self, other: &Self) -> Result<Self, AddError> {
        let rebasing = Rebasing::propose(self.matrix(), other.matrix());
        self.apply(self.rebased(&rebasing)).map_err(AddError::NotRebased)
    }

    /// How many parts of another register have the id of a part of this one.
    fn n_known(&self, other: &Self) -> usize {
        [
            other.partnerships.iter().filter(|part| self.partnerships.has(part.id)).count(),
            other.risks.iter().filter(|part| self.risks.has(part.id)).count(),
            other.controls.iter().filter(|part| self.controls.has(part.id)).count(),
            other.actions.iter().filter(|part| self.actions.has(part.id)).count(),
            other.losses.iter().filter(|part| self.losses.has(part.id)).count(),
            other.health_checks.iter().filter(|part| self.health_checks.has(part.id)).count(),
        ]
        .iter()
        .sum()
    }

    fn added(&self, other: &Self) -> Change {
        Change::All(vec![
            Change::OrganisationSet(self.organisation.with_needs_of(&other.organisation)),
            Change::PartnershipsPut(owned(&other.partnerships)),
            Change::RisksPut(owned(&other.risks)),
            Change::ControlsPut(owned(&other.controls)),
            Change::ActionsPut(owned(&other.actions)),
            Change::LossesPut(owned(&other.losses)),
            Change::HealthChecksPut(owned(&other.health_checks)),
        ])
    }
}

fn owned<T: Clone>(parts: &[Rc<T>]) -> Vec<T> {
    parts.iter().map(|part| (**part).clone()).collect()
}

impl Organisation {
    /// The body with its matrix, and with those of its categories and drivers that these risks need.
    fn of_risks(&self, risks: &[Rc<Risk>]) -> Self {
        let pulls =
            |risk: &Rc<Risk>| risk.quantification.iter().flat_map(|q| q.pulls.clone()).collect::<Vec<_>>();
        let pulled: Vec<_> = risks.iter().flat_map(pulls).map(|(driver, _)| driver).collect();
        let is_used = |id| risks.iter().any(|risk| risk.category.as_ref() == Some(id));
        Self {
            sector: self.sector,
            handling: self.handling.clone(),
            categories: self.categories.iter().filter(|own| is_used(&own.id)).cloned().collect(),
            drivers: self.drivers.iter().filter(|own| pulled.contains(&own.id)).cloned().collect(),
            published_source: self.published_source.clone(),
            is_example: self.is_example,
            ..Self::new(&self.name, Rc::clone(&self.matrix))
        }
    }

    /// The body with the categories and drivers of another one that it has not.
    fn with_needs_of(&self, other: &Self) -> Self {
        let mut with = self.clone();
        let categories = other.categories.iter();
        with.categories
            .extend(categories.filter(|c| self.categories.iter().all(|own| own.id != c.id)).cloned());
        let drivers = other.drivers.iter();
        with.drivers.extend(drivers.filter(|d| self.driver(&d.id).is_none()).cloned());
        with
    }
}

impl Unknown {
    /// That of parts alone: what the register itself holds may be about anything.
    fn of_parts(&self) -> Self {
        let of_parts =
            self.all().iter().filter(|(holder, _)| super::List::ALL.iter().any(|l| l.name() == holder.list));
        Self::new(of_parts.map(|(holder, extras)| (holder.clone(), extras.clone())).collect())
    }
}

#[cfg(test)]
mod tests;
