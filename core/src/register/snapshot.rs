//! A snapshot: how everything was rated on a day, under a name. Trends and "what has changed since" are
//! drawn from snapshots; how they are compared is next door in [`crate::trend`].

use std::rc::Rc;

use super::{PartnershipId, Ratings, Register, Risk, RiskId, SnapshotId, Stage, Status, Timestamp};
use crate::catalogue::CategoryId;
use crate::date::Date;
use crate::scale::{Matrix, Score};

/// How everything was rated on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// Its id.
    pub id: SnapshotId,
    /// When it was taken.
    pub created: Timestamp,
    /// When it was last changed.
    pub updated: Timestamp,
    /// What people call it.
    pub name: String,
    /// The day it stands for.
    pub date: Date,
    /// The matrix of that day.
    pub matrix: Rc<Matrix>,
    /// The partnerships of that day.
    pub partnerships: Vec<PartnershipThen>,
    /// The risks of that day.
    pub risks: Vec<RiskThen>,
}

/// A partnership as it was on the day of a snapshot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartnershipThen {
    /// Which one.
    pub id: PartnershipId,
    /// What it was called.
    pub name: String,
}

/// A risk as it was on the day of a snapshot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RiskThen {
    /// Which one.
    pub id: RiskId,
    /// Its title.
    pub title: String,
    /// The partnership it belonged to.
    pub partnership: PartnershipId,
    /// The category it counted under.
    pub category: Option<CategoryId>,
    /// Its ratings.
    pub ratings: Ratings,
    /// Whether it counted.
    pub status: Status,
}

impl Snapshot {
    /// The register as it is now.
    #[must_use]
    pub fn of(register: &Register, id: SnapshotId, name: &str, date: Date, now: Timestamp) -> Self {
        let partnerships = register.partnerships().iter();
        Self {
            id,
            created: now,
            updated: now,
            name: name.to_owned(),
            date,
            matrix: register.organisation().matrix.clone(),
            partnerships: partnerships.map(|p| PartnershipThen { id: p.id, name: p.name.clone() }).collect(),
            risks: register.risks().iter().map(|risk| RiskThen::of(risk)).collect(),
        }
    }

    /// The score of a risk at one stage, by the matrix of that day.
    #[must_use]
    pub fn score(&self, risk: &RiskThen, stage: Stage) -> Option<Score> {
        risk.ratings.at(stage).map(|rating| self.matrix.score(rating))
    }
}

impl RiskThen {
    fn of(risk: &Risk) -> Self {
        Self {
            id: risk.id,
            title: risk.title.clone(),
            partnership: risk.partnership,
            category: risk.category.clone(),
            ratings: risk.ratings,
            status: risk.status,
        }
    }
}
