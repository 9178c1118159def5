//! What somebody has shared, as it is seen before anything is done with it: what it holds, and what it would be to the
//! register that is open.

use std::rc::Rc;

use partnership_risk_core::exchange::link::shared::Shared;
use partnership_risk_core::register::{AddError, Change, Register, Risk, Status};
use partnership_risk_core::scale::{Level, Score};

use crate::app::model::Incoming;

/// What could be done with a shared partnership.
#[derive(Clone, Debug, PartialEq)]
pub enum Outlook {
    /// No register is open to which it could be added.
    NoRegister,
    /// This change adds it.
    Addable(Box<Change>),
    /// Not that: it, or some of it, is there already, or does not fit; the reason.
    NotAddable(AddError),
}

/// What could be done with a shared partnership here.
#[must_use]
pub fn outlook(here: Option<&Register>, shared: &Register) -> Outlook {
    match here.map(|register| register.adding(shared)) {
        None => Outlook::NoRegister,
        Some(Ok(change)) => Outlook::Addable(Box::new(change)),
        Some(Err(error)) => Outlook::NotAddable(error),
    }
}

/// What was shared as another copy of what is here, for a comparison or a merge: one partnership in our own terms, a
/// whole register as it is.
#[must_use]
pub fn as_copy(here: Option<&Register>, shared: &Shared) -> Incoming {
    let from = &shared.register.organisation().name;
    let ours =
        here.filter(|_| shared.is_one_partnership).and_then(|here| here.in_our_terms(&shared.register).ok());
    Incoming {
        name: format!("what {from} shared"),
        register: Rc::new(ours.unwrap_or_else(|| shared.register.clone())),
        header: shared.header.clone(),
        on_disk: None,
    }
}

/// How many there are of each kind of thing that a register holds at least one of, in words for one and for many.
#[must_use]
pub fn contents(register: &Register) -> Vec<(usize, &'static str, &'static str)> {
    let all = [
        (register.partnerships().len(), "partnership", "partnerships"),
        (register.risks().len(), "risk", "risks"),
        (register.controls().len(), "control", "controls"),
        (register.actions().len(), "action", "actions"),
        (register.losses().len(), "loss", "losses"),
        (register.health_checks().len(), "health check", "health checks"),
        (register.snapshots().len(), "snapshot", "snapshots"),
    ];
    all.into_iter().filter(|(n, ..)| *n > 0).collect()
}

/// A risk in a preview.
#[derive(Clone, Debug, PartialEq)]
pub struct SharedRisk {
    /// The risk.
    pub risk: Rc<Risk>,
    /// The partnership to which it belongs.
    pub partnership: String,
    /// Its score and level where it comes from, if it is rated.
    pub there: Option<(Score, Level)>,
    /// Its score and level on the matrix that is used here, if that is another one.
    pub here: Option<(Score, Level)>,
}

/// The risks of a shared register that are not closed, the greatest first; with their ratings here where another matrix
/// is used.
#[must_use]
pub fn shared_risks(shared: &Register, here: Option<&Register>) -> Vec<SharedRisk> {
    let other = here.filter(|register| register.matrix() != shared.matrix());
    let moved = other.and_then(|register| shared.rated_by(register).ok());
    let mut risks: Vec<SharedRisk> = shared
        .risks()
        .iter()
        .filter(|risk| risk.status != Status::Closed)
        .map(|risk| SharedRisk {
            partnership: shared.partnership(risk.partnership).map(|p| p.name.clone()).unwrap_or_default(),
            there: rated(shared, risk),
            here: moved.as_ref().and_then(|moved| rated(moved, moved.risk(risk.id)?)),
            risk: Rc::clone(risk),
        })
        .collect();
    risks.sort_by(|a, b| {
        let score = |risk: &SharedRisk| risk.there.as_ref().map(|(score, _)| *score);
        score(b).partial_cmp(&score(a)).unwrap_or(std::cmp::Ordering::Equal)
    });
    risks
}

fn rated(register: &Register, risk: &Risk) -> Option<(Score, Level)> {
    let score = register.score(risk)?;
    Some((score, register.matrix().level(score).clone()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use partnership_risk_core::example::{fife_council, marlshire};

    #[test]
    fn a_partnership_can_be_added_where_nothing_of_it_is_known() {
        let whole = marlshire();
        let one = whole.alone(whole.partnerships()[0].id).expect("it is there");
        assert_eq!(outlook(None, &one), Outlook::NoRegister);
        assert!(matches!(outlook(Some(&fife_council()), &one), Outlook::Addable(_)));
        assert!(matches!(outlook(Some(&whole), &one), Outlook::NotAddable(AddError::Known(_))));
    }

    #[test]
    fn shared_risks_stand_in_the_order_of_their_scores_and_are_rated_here_only_on_another_matrix() {
        let council = marlshire();
        let risks = shared_risks(&council, Some(&council));
        let scores: Vec<Option<Score>> = risks.iter().map(|risk| risk.there.as_ref().map(|r| r.0)).collect();
        assert!(scores.windows(2).all(|two| two[0] >= two[1]));
        assert!(risks.iter().all(|risk| risk.here.is_none()));
        let elsewhere = shared_risks(&council, Some(&fife_council()));
        assert!(elsewhere.iter().all(|risk| risk.here.is_some() == risk.there.is_some()));
    }

    #[test]
    fn only_what_there_is_is_counted() {
        let counted = contents(&fife_council());
        assert_eq!(counted[0], (1, "partnership", "partnerships"));
        assert!(counted.iter().all(|(n, ..)| *n > 0));
    }
}
