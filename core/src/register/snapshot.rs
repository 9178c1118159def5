//! A snapshot: how everything was rated on a day, under a name. Trends and "what has changed since" are
//! drawn from snapshots; how they are compared is next door in [`crate::trend`].

use std::rc::Rc;

use super::{
    Partnership, PartnershipId, Ratings, Register, Risk, RiskId, SnapshotId, Stage, Status, Timestamp,
};
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
    /// Whether it counted: neither over nor put away.
    pub is_live: bool,
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
    /// Whether it counted: as of a risk that is closed where its partnership was over.
    pub status: Status,
}

impl Snapshot {
    /// The register as it is now.
    #[must_use]
    pub fn of(register: &Register, id: SnapshotId, name: &str, date: Date, now: Timestamp) -> Self {
        let is_live = |risk: &Risk| register.partnership(risk.partnership).is_some_and(|p| p.is_live());
        let then = |risk: &Rc<Risk>| RiskThen::of(risk, is_live(risk));
        Self {
            id,
            created: now,
            updated: now,
            name: name.to_owned(),
            date,
            matrix: register.organisation().matrix.clone(),
            partnerships: register.partnerships().iter().map(|p| PartnershipThen::of(p)).collect(),
            risks: register.risks().iter().map(then).collect(),
        }
    }

    /// The score of a risk at one stage, by the matrix of that day.
    #[must_use]
    pub fn score(&self, risk: &RiskThen, stage: Stage) -> Option<Score> {
        risk.ratings.at(stage).map(|rating| self.matrix.score(rating))
    }
}

impl PartnershipThen {
    fn of(partnership: &Partnership) -> Self {
        Self { id: partnership.id, name: partnership.name.clone(), is_live: partnership.is_live() }
    }
}

impl RiskThen {
    /// A risk whose partnership is live or over.
    fn of(risk: &Risk, is_live: bool) -> Self {
        Self {
            id: risk.id,
            title: risk.title.clone(),
            partnership: risk.partnership,
            category: risk.category.clone(),
            ratings: risk.ratings,
            status: if is_live { risk.status } else { Status::Closed },
        }
    }
}
