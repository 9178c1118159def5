//! What can be done to a register. A change either gives a new whole register or says why not; the
//! old one is never touched, which is what undo stands on.

use std::fmt;
use std::rc::Rc;

use super::{Organisation, Partnership, PartnershipId, Register, Risk, RiskId, Stage};
use crate::letters;
use crate::order::order_by;

/// One change to a register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// The organisation was described anew. Its matrix must hold every rating there is.
    OrganisationSet(Organisation),
    /// Partnerships were added, or replaced where the id is known.
    PartnershipsPut(Vec<Partnership>),
    /// A partnership and all its risks were removed.
    PartnershipRemoved(PartnershipId),
    /// Risks were added, or replaced where the id is known.
    RisksPut(Vec<Risk>),
    /// A risk was removed.
    RiskRemoved(RiskId),
    /// Several changes that stand or fall together.
    All(Vec<Change>),
}

/// Why a change cannot be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChangeError {
    /// A partnership has no name.
    UnnamedPartnership,
    /// A risk has no title; its reference is given.
    UntitledRisk(String),
    /// A risk belongs to a partnership that does not exist; the risk's title is given.
    NoSuchPartnership(String),
    /// A rating is not on the matrix; the risk's title and the stage are given.
    OffTheMatrix(String, Stage),
    /// What was to be removed is not there.
    NothingToRemove,
}

impl fmt::Display for ChangeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnnamedPartnership => f.write_str("a partnership has no name"),
            Self::UntitledRisk(reference) => write!(f, "risk \u{201c}{reference}\u{201d} has no title"),
            Self::NoSuchPartnership(title) => {
                write!(f, "risk \u{201c}{title}\u{201d} belongs to no partnership of this register")
            }
            Self::OffTheMatrix(title, stage) => write!(
                f,
                "the {} rating of risk \u{201c}{title}\u{201d} is outside the matrix",
                letters::small(stage.name())
            ),
            Self::NothingToRemove => f.write_str("what was to be removed is not there"),
        }
    }
}

impl std::error::Error for ChangeError {}

impl Register {
    /// The register after `change`.
    pub fn apply(&self, change: Change) -> Result<Self, ChangeError> {
        let mut next = self.clone();
        next.make(change)?;
        Ok(next)
    }

    fn make(&mut self, change: Change) -> Result<(), ChangeError> {
        match change {
            Change::OrganisationSet(organisation) => self.set_organisation(organisation),
            Change::PartnershipsPut(partnerships) => {
                partnerships.into_iter().try_for_each(|p| self.put_partnership(p))
            }
            Change::PartnershipRemoved(id) => {
                self.risks.retain(|r| r.partnership != id);
                remove(&mut self.partnerships, |p| p.id == id)
            }
            Change::RisksPut(risks) => self.put_risks(risks),
            Change::RiskRemoved(id) => remove(&mut self.risks, |r| r.id == id),
            Change::All(changes) => changes.into_iter().try_for_each(|c| self.make(c)),
        }
    }

    fn set_organisation(&mut self, organisation: Organisation) -> Result<(), ChangeError> {
        self.organisation = Rc::new(organisation);
        self.risks.iter().try_for_each(|risk| self.check_ratings(risk))
    }

    fn put_partnership(&mut self, partnership: Partnership) -> Result<(), ChangeError> {
        if partnership.name.trim().is_empty() {
            return Err(ChangeError::UnnamedPartnership);
        }
        let known = self.partnerships.iter().position(|p| p.id == partnership.id);
        put(&mut self.partnerships, known, partnership);
        Ok(())
    }

    /// Sorts all risks, those there are and those put, by id once: an import of n risks into a register of
    /// m costs (n + m) log (n + m), not n times m.
    fn put_risks(&mut self, risks: Vec<Risk>) -> Result<(), ChangeError> {
        risks.iter().try_for_each(|risk| self.check_risk(risk))?;
        self.risks.extend(risks.into_iter().map(Rc::new));
        let order = order_by(self.risks.len(), &|a, b| self.risks[a].id.cmp(&self.risks[b].id));
        // The order is stable, so among risks of one id the first is the one whose place is kept, and the
        // last the one that stands there in the end.
        let mut kept = vec![None; self.risks.len()];
        for same in order.chunk_by(|&a, &b| self.risks[a].id == self.risks[b].id) {
            kept[same[0]] = same.last().map(|&last| Rc::clone(&self.risks[last]));
        }
        self.risks = kept.into_iter().flatten().collect();
        Ok(())
    }

    fn check_risk(&self, risk: &Risk) -> Result<(), ChangeError> {
        if risk.title.trim().is_empty() {
            return Err(ChangeError::UntitledRisk(risk.reference.clone()));
        }
        if self.partnership(risk.partnership).is_none() {
            return Err(ChangeError::NoSuchPartnership(risk.title.clone()));
        }
        self.check_ratings(risk)
    }

    fn check_ratings(&self, risk: &Risk) -> Result<(), ChangeError> {
        let off = |stage: &Stage| risk.ratings.at(*stage).is_some_and(|r| !self.matrix().holds(r));
        match Stage::ALL.into_iter().find(off) {
            Some(stage) => Err(ChangeError::OffTheMatrix(risk.title.clone(), stage)),
            None => Ok(()),
        }
    }
}

fn put<T>(items: &mut Vec<Rc<T>>, known: Option<usize>, item: T) {
    match known {
        Some(place) => items[place] = Rc::new(item),
        None => items.push(Rc::new(item)),
    }
}

fn remove<T>(items: &mut Vec<Rc<T>>, is_it: impl Fn(&T) -> bool) -> Result<(), ChangeError> {
    let place = items.iter().position(|item| is_it(item)).ok_or(ChangeError::NothingToRemove)?;
    items.remove(place);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::register::{Kind, Ratings, Sector, Status, Treatment};
    use crate::scale::{Position, Rating, preset};

    fn organisation(size: usize) -> Organisation {
        Organisation {
            name: "Anytown Council".into(),
            sector: Sector::Council,
            matrix: Rc::new(preset::of_size(size, size)),
            published_source: String::new(),
        }
    }

    fn partnership(bits: u64, name: &str) -> Partnership {
        Partnership {
            id: PartnershipId::from_bits(bits),
            created: 0,
            updated: 0,
            name: name.into(),
            purpose: String::new(),
            kind: Kind::Other,
            lead_officer: String::new(),
            notes: String::new(),
        }
    }

    fn risk(bits: u64, partnership: u64, step: usize) -> Risk {
        let place = Position::of_step(step);
        Risk {
            id: RiskId::from_bits(bits),
            created: 0,
            updated: 0,
            partnership: PartnershipId::from_bits(partnership),
            reference: format!("R{bits}"),
            title: format!("risk {bits}"),
            cause: String::new(),
            event: String::new(),
            consequence: String::new(),
            category: None,
            owner: String::new(),
            ratings: Ratings {
                current: Some(Rating { likelihood: place, impact: place }),
                ..Ratings::default()
            },
            treatment: Treatment::default(),
            status: Status::Open,
            notes: String::new(),
        }
    }

    fn register() -> Register {
        Register::new(organisation(5))
            .apply(Change::All(vec![
                Change::PartnershipsPut(vec![
                    partnership(1, "Youth offending team"),
                    partnership(2, "Waste"),
                ]),
                Change::RisksPut(vec![risk(1, 1, 4), risk(2, 1, 0), risk(3, 2, 2)]),
            ]))
            .expect("sound parts")
    }

    #[test]
    fn putting_a_known_risk_replaces_it_in_its_place() {
        let mut changed = risk(2, 2, 3);
        changed.title = "renamed".into();
        let next = register().apply(Change::RisksPut(vec![changed.clone(), risk(9, 1, 1)])).expect("sound");
        let titles: Vec<&str> = next.risks().iter().map(|r| r.title.as_str()).collect();
        assert_eq!(titles, ["risk 1", "renamed", "risk 3", "risk 9"]);
    }

    #[test]
    fn of_a_risk_put_twice_the_last_stands_in_the_place_of_the_first() {
        let named = |title: &str| Risk { title: title.into(), ..risk(9, 1, 0) };
        let put = vec![named("first"), risk(5, 2, 1), named("last"), risk(1, 1, 0)];
        let next = register().apply(Change::RisksPut(put)).expect("sound");
        let titles: Vec<&str> = next.risks().iter().map(|r| r.title.as_str()).collect();
        assert_eq!(titles, ["risk 1", "risk 2", "risk 3", "last", "risk 5"]);
    }

    #[test]
    fn a_partnership_goes_with_its_risks() {
        let next = register().apply(Change::PartnershipRemoved(PartnershipId::from_bits(1))).expect("there");
        assert_eq!(next.partnerships().len(), 1);
        assert_eq!(next.risks().iter().map(|r| r.id).collect::<Vec<_>>(), [RiskId::from_bits(3)]);
    }

    #[test]
    fn what_would_break_the_register_is_refused_and_leaves_it_alone() {
        let before = register();
        let untitled = Risk { title: " ".into(), ..risk(4, 1, 0) };
        for (change, error) in [
            (Change::RisksPut(vec![risk(4, 77, 0)]), ChangeError::NoSuchPartnership("risk 4".into())),
            (Change::RisksPut(vec![untitled]), ChangeError::UntitledRisk("R4".into())),
            (
                Change::RisksPut(vec![risk(4, 1, 5)]),
                ChangeError::OffTheMatrix("risk 4".into(), Stage::Current),
            ),
            (
                Change::OrganisationSet(organisation(3)),
                ChangeError::OffTheMatrix("risk 1".into(), Stage::Current),
            ),
            (Change::PartnershipsPut(vec![partnership(3, "")]), ChangeError::UnnamedPartnership),
            (Change::RiskRemoved(RiskId::from_bits(77)), ChangeError::NothingToRemove),
            (
                Change::All(vec![
                    Change::RiskRemoved(RiskId::from_bits(1)),
                    Change::PartnershipRemoved(PartnershipId::from_bits(77)),
                ]),
                ChangeError::NothingToRemove,
            ),
        ] {
            assert_eq!(before.apply(change), Err(error));
        }
        assert_eq!(before, register());
    }

    #[test]
    fn an_unchanged_part_is_shared_with_the_register_before() {
        let before = register();
        let after = before.apply(Change::RiskRemoved(RiskId::from_bits(1))).expect("there");
        assert!(Rc::ptr_eq(&before.risks()[1], &after.risks()[0]));
        assert!(Rc::ptr_eq(&before.organisation, &after.organisation));
    }
}
