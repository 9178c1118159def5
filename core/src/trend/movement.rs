//! Two snapshots compared, risk by risk. Only open risks count: a risk that was not open before and is now has
//! appeared, one that was and is no longer has gone, and drafts and closed risks between them say nothing.

use std::cmp::Ordering;

use super::standing::{Standing, rate_alike};
use super::why::Why;
use crate::catalogue::CategoryId;
use crate::choice::choices;
use crate::order::Places;
use crate::register::{PartnershipId, Register, RiskId, RiskThen, Snapshot, Stage, Status};

choices! {
    /// What became of a risk between two days.
    Moved default Same {
        /// It stands higher.
        Rose = "rose", "Rose";
        /// It stands lower.
        Fell = "fell", "Fell";
        /// It stands where it stood, or is rated on neither day.
        Same = "same", "Same";
        /// It is rated now and was not.
        Rated = "rated", "Rated";
        /// It was rated and is not now.
        Unrated = "unrated", "No longer rated";
        /// It was not there or was a draft.
        Appeared = "appeared", "Appeared";
        /// It was closed and is open again.
        Reopened = "reopened", "Reopened";
        /// It was open and is closed.
        Closed = "closed", "Closed";
        /// It was open and is a draft again.
        Withdrawn = "withdrawn", "Back to draft";
        /// It was open and is no longer there.
        Removed = "removed", "Removed";
    }
}

/// What became of one risk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RiskMovement {
    /// Which one.
    pub risk: RiskId,
    /// Its title on the later of the days on which it was there.
    pub title: String,
    /// The partnership it belonged to on that day.
    pub partnership: PartnershipId,
    /// The category it counted under on that day.
    pub category: Option<CategoryId>,
    /// Where it stood on the earlier day, if it was open and rated.
    pub before: Option<Standing>,
    /// Where it stood on the later day, if it was open and rated.
    pub after: Option<Standing>,
    /// What became of it.
    pub moved: Moved,
    /// Why, as far as the register says so.
    pub reason: Option<String>,
}

/// What became of every risk that was open on one of two days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Movements {
    /// Whether the two days rate by different matrices, so that only the heights of levels could be compared.
    pub matrix_changed: bool,
    /// The risks in the order of the later day, then those that are in the earlier alone.
    pub risks: Vec<RiskMovement>,
}

impl Movements {
    /// The risks of which this became.
    pub fn that(&self, moved: Moved) -> impl Iterator<Item = &RiskMovement> {
        self.risks.iter().filter(move |risk| risk.moved == moved)
    }
}

/// What became of each risk from one day to another, by its rating at one stage. The register, as it is now, says
/// why.
#[must_use]
pub fn compare(register: &Register, before: &Snapshot, after: &Snapshot, stage: Stage) -> Movements {
    let pair = Pair { before, after, stage, matrix_changed: !rate_alike(&before.matrix, &after.matrix) };
    let (was, is) = (by_id(before), by_id(after));
    let now = after.risks.iter().map(|risk| (find(before, &was, risk.id), Some(risk)));
    let gone = before.risks.iter().filter(|risk| find(after, &is, risk.id).is_none());
    let all = now.chain(gone.map(|risk| (Some(risk), None)));
    let why = Why::of(register, before, after, stage);
    let risks = all.filter_map(|(was, is)| pair.movement(was, is, &why)).collect();
    Movements { matrix_changed: pair.matrix_changed, risks }
}

pub(super) fn by_id(snapshot: &Snapshot) -> Places {
    let numbered: Vec<(u64, usize)> = snapshot.risks.iter().map(|risk| risk.id.bits()).zip(0..).collect();
    Places::of(&numbered)
}

pub(super) fn find<'s>(snapshot: &'s Snapshot, places: &Places, id: RiskId) -> Option<&'s RiskThen> {
    places.first(id.bits()).map(|place| &snapshot.risks[place])
}

/// Where a risk stood on the one day and the other.
type Stood = (Option<Standing>, Option<Standing>);

/// The two days.
struct Pair<'s> {
    before: &'s Snapshot,
    after: &'s Snapshot,
    stage: Stage,
    matrix_changed: bool,
}

impl Pair<'_> {
    fn movement(&self, was: Option<&RiskThen>, is: Option<&RiskThen>, why: &Why<'_>) -> Option<RiskMovement> {
        let last = is.or(was)?;
        let before = was.filter(is_open).and_then(|risk| Standing::of(self.before, risk, self.stage));
        let after = is.filter(is_open).and_then(|risk| Standing::of(self.after, risk, self.stage));
        let moved = self.moved(was, is, (before, after))?;
        Some(RiskMovement {
            risk: last.id,
            title: last.title.clone(),
            partnership: last.partnership,
            category: last.category.clone(),
            before,
            after,
            moved,
            reason: why.reason(last.id, moved),
        })
    }

    /// What became of a risk; nothing to tell of one that was open on neither day.
    fn moved(&self, was: Option<&RiskThen>, is: Option<&RiskThen>, stood: Stood) -> Option<Moved> {
        Some(match (status(was), status(is)) {
            (Some(Status::Open), Some(Status::Open)) => self.moved_while_open(stood),
            (None | Some(Status::Draft), Some(Status::Open)) => Moved::Appeared,
            (Some(Status::Closed), Some(Status::Open)) => Moved::Reopened,
            (Some(Status::Open), Some(Status::Closed)) => Moved::Closed,
            (Some(Status::Open), Some(Status::Draft)) => Moved::Withdrawn,
            (Some(Status::Open), None) => Moved::Removed,
            (None | Some(Status::Draft | Status::Closed), None | Some(Status::Draft | Status::Closed)) => {
                return None;
            }
        })
    }

    /// What became of a risk that was open on both days.
    fn moved_while_open(&self, stood: Stood) -> Moved {
        let rise = match stood {
            (Some(before), Some(after)) if self.matrix_changed => after.height.cmp(&before.height),
            (Some(before), Some(after)) => after.score.cmp(&before.score),
            (None, Some(_)) => return Moved::Rated,
            (Some(_), None) => return Moved::Unrated,
            (None, None) => return Moved::Same,
        };
        match rise {
            Ordering::Greater => Moved::Rose,
            Ordering::Less => Moved::Fell,
            Ordering::Equal => Moved::Same,
        }
    }
}

fn status(risk: Option<&RiskThen>) -> Option<Status> {
    risk.map(|risk| risk.status)
}

fn is_open(risk: &&RiskThen) -> bool {
    risk.status == Status::Open
}

#[cfg(test)]
pub(super) mod tests;
