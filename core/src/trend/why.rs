//! Why a risk moved, as far as the register says so: the reason that it gives for its status today, or else the one
//! that somebody gave for the change itself between the two days.

use super::movement::Moved;
use crate::order::Places;
use crate::register::{
    Entry, FieldChange, Happened, Register, RiskId, STATUS, Snapshot, Stage, Status, Subject, rating_field,
};

pub(super) struct Why<'r> {
    register: &'r Register,
    /// The entries of the history that tell of a risk, by its id; oldest first.
    entries: Places,
    stage: Stage,
}

impl<'r> Why<'r> {
    /// Why risks moved between two days, by their ratings at one stage.
    pub(super) fn of(register: &'r Register, before: &Snapshot, after: &Snapshot, stage: Stage) -> Self {
        let between = |entry: &Entry| before.created < entry.at && entry.at <= after.created;
        let entries = register.history().iter().zip(0..).filter(|(entry, _)| between(entry));
        let entries: Vec<(u64, usize)> =
            entries.filter_map(|(entry, place)| Some((risk(entry.subject)?.bits(), place))).collect();
        Self { register, entries: Places::of(&entries), stage }
    }

    /// Why this became of a risk.
    pub(super) fn reason(&self, id: RiskId, moved: Moved) -> Option<String> {
        let reason = self.of_status(id, moved).or_else(|| self.of_change(id, moved))?;
        Some(reason.to_owned())
    }

    /// The reason for the status that this brought about, if the risk still has it.
    fn of_status(&self, id: RiskId, moved: Moved) -> Option<&'r str> {
        let status = match moved {
            Moved::Closed => Status::Closed,
            Moved::Withdrawn => Status::Draft,
            Moved::Rose | Moved::Fell | Moved::Same | Moved::Rated | Moved::Unrated => return None,
            Moved::Appeared | Moved::Reopened | Moved::Removed => return None,
        };
        let risk = self.register.risk(id)?;
        said(&risk.status_reason).filter(|_| risk.status == status)
    }

    /// The last reason that was given for a change that brought this about.
    fn of_change(&self, id: RiskId, moved: Moved) -> Option<&'r str> {
        let entries = self.entries.all(id.bits()).map(|place| &self.register.history()[place]);
        entries.filter(|entry| self.brought_about(&entry.what, moved)).filter_map(|e| said(&e.reason)).last()
    }

    fn brought_about(&self, what: &Happened, moved: Moved) -> bool {
        let field = match moved {
            Moved::Rose | Moved::Fell | Moved::Rated | Moved::Unrated => rating_field(self.stage),
            Moved::Appeared | Moved::Reopened | Moved::Closed | Moved::Withdrawn => STATUS,
            Moved::Same | Moved::Removed => "",
        };
        match what {
            Happened::Added => moved == Moved::Appeared,
            Happened::Removed => moved == Moved::Removed,
            Happened::Changed(changes) => changes.iter().any(|change: &FieldChange| change.field == field),
        }
    }
}

fn risk(subject: Subject) -> Option<RiskId> {
    match subject {
        Subject::Risk(id) => Some(id),
        Subject::Organisation | Subject::Partnership(_) | Subject::Control(_) | Subject::Action(_) => None,
        Subject::Loss(_) | Subject::HealthCheck(_) | Subject::Snapshot(_) => None,
    }
}

fn said(reason: &str) -> Option<&str> {
    Some(reason.trim()).filter(|reason| !reason.is_empty())
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::super::movement::compare;
    use super::*;
    use crate::date::Date;
    use crate::register::{Change, Organisation, Partnership, PartnershipId, Ratings, Risk, SnapshotId};
    use crate::scale::{Position, Rating, preset};

    const RISK: RiskId = RiskId::from_bits(1);

    fn risk(step: usize, status: Status, said: &str) -> Risk {
        let place = Position::of_step(step);
        let ratings =
            Ratings { current: Some(Rating { likelihood: place, impact: place }), ..Ratings::default() };
        let bare = Risk::new(RISK, PartnershipId::from_bits(1), "Contractor fails", 0);
        Risk { ratings, status, status_reason: said.into(), ..bare }
    }

    fn put(risk: Risk) -> Change {
        Change::RisksPut(vec![risk])
    }

    /// What became of the only risk and why, when it begins like this and these changes are made at the times
    /// 10, 20, ... for these reasons, between snapshots of the times 5 and 25.
    fn told(first: Change, changes: Vec<(Change, &str)>) -> Option<(Moved, Option<String>)> {
        let partnership = Partnership::new(PartnershipId::from_bits(1), "Waste", 0);
        let empty = Register::new(Organisation::new("Anytown", Rc::new(preset::of_size(5, 5))));
        let change = Change::All(vec![Change::PartnershipsPut(vec![partnership]), first]);
        let mut register = empty.apply(change).expect("sound parts");
        let date = Date::new(2027, 3, 31).expect("a day");
        let taken =
            |register: &Register, now| Snapshot::of(register, SnapshotId::from_bits(1), "x", date, now);
        let (before, mut after) = (taken(&register, 5), taken(&register, 25));
        for (at, (change, reason)) in (10..).step_by(10).zip(changes) {
            register = register.amended(change, at, reason).expect("sound");
            if at < 25 {
                after = taken(&register, 25);
            }
        }
        let movements = compare(&register, &before, &after, Stage::Current).risks;
        movements.first().map(|risk| (risk.moved, risk.reason.clone()))
    }

    #[test]
    fn the_last_reason_given_for_the_change_between_the_days_is_told() {
        let open = |step| put(risk(step, Status::Open, ""));
        let owned = || put(Risk { owner: "A Adams".into(), ..risk(3, Status::Open, "") });
        for (changes, moved, reason) in [
            (vec![(open(3), "Bid lost")], Moved::Rose, Some("Bid lost")),
            (vec![(open(4), "Bid lost"), (open(3), " Won the next ")], Moved::Rose, Some("Won the next")),
            (vec![(open(3), "Bid lost"), (owned(), "New owner")], Moved::Rose, Some("Bid lost")),
            (vec![(open(3), "Bid lost"), (open(4), "")], Moved::Rose, Some("Bid lost")),
            (vec![(open(3), ""), (open(3), ""), (open(1), "Too late")], Moved::Rose, None),
            (vec![(open(0), "Cured")], Moved::Fell, Some("Cured")),
            (vec![(owned(), "Worse too")], Moved::Rose, Some("Worse too")),
            (vec![(Change::RiskRemoved(RISK), "Mistake")], Moved::Removed, Some("Mistake")),
        ] {
            assert_eq!(told(open(1), changes), Some((moved, reason.map(str::to_owned))));
        }
    }

    #[test]
    fn the_reason_for_the_status_comes_first_while_the_risk_has_it() {
        let with = |status, said: &str| put(risk(1, status, said));
        let (open, closed) = (Status::Open, Status::Closed);
        for (first, changes, moved, reason) in [
            (open, vec![(with(closed, "Contract ended"), "Board")], Moved::Closed, Some("Contract ended")),
            (open, vec![(with(closed, " "), "Board")], Moved::Closed, Some("Board")),
            (
                open,
                vec![(with(closed, "Ended"), "Board"), (with(closed, "Ended"), ""), (with(open, "Back"), "")],
                Moved::Closed,
                Some("Board"),
            ),
            (open, vec![(with(Status::Draft, "Unclear"), "")], Moved::Withdrawn, Some("Unclear")),
            (closed, vec![(with(open, "It is back"), "Audit")], Moved::Reopened, Some("Audit")),
            (Status::Draft, vec![(with(open, ""), "Agreed")], Moved::Appeared, Some("Agreed")),
        ] {
            let expected = Some((moved, reason.map(str::to_owned)));
            assert_eq!(told(with(first, ""), changes), expected, "{moved:?}");
        }
        let nothing = Change::All(Vec::new());
        let added = told(nothing, vec![(with(open, ""), "Workshop")]);
        assert_eq!(added, Some((Moved::Appeared, Some("Workshop".to_owned()))));
    }
}
