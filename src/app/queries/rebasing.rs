//! What another matrix would do to the register: where each rating goes. Where a single position goes is decided
//! in the core's `scale::rebase`, and the change that moves them all is the register's own.

use std::rc::Rc;

use partnership_risk_core::order::ordered;
use partnership_risk_core::register::{Register, Risk, Stage, Status};
use partnership_risk_core::scale::Axis;
use partnership_risk_core::scale::rebase::{Rebased, Rebasing};

/// What becomes of one risk that is rated at all.
#[derive(Clone, Debug, PartialEq)]
pub struct Move {
    /// The risk as it is.
    pub risk: Rc<Risk>,
    /// What becomes of each of its ratings, in the order of the stages.
    pub ratings: Vec<Rebased<Stage>>,
}

impl Move {
    /// What becomes of its current rating, or else of the last one it has.
    #[must_use]
    pub fn shown(&self) -> Option<&Rebased<Stage>> {
        self.ratings.iter().find(|moved| moved.name == Stage::Current).or(self.ratings.last())
    }

    /// Whether one of its ratings is written in another way.
    #[must_use]
    pub fn is_rewritten(&self) -> bool {
        self.ratings.iter().any(|moved| moved.before != moved.after)
    }

    /// Whether one of its ratings comes to a level of another name.
    #[must_use]
    pub fn changes_level(&self) -> bool {
        self.ratings.iter().any(|moved| moved.changes_level)
    }
}

/// What would become of a register.
#[derive(Clone, Debug, PartialEq)]
pub struct Preview {
    /// Every rated risk: first those whose level changes, then those whose numbers do, then the rest.
    pub moves: Vec<Move>,
    /// How many change their level.
    pub n_level: usize,
    /// How many keep their level under another number.
    pub n_rewritten: usize,
}

/// What would become of the register's ratings.
#[must_use]
pub fn preview(register: &Register, rebasing: &Rebasing) -> Preview {
    let moved = |risk: &Rc<Risk>| Move { risk: risk.clone(), ratings: moved_ratings(risk, rebasing) };
    let moves: Vec<Move> =
        register.risks().iter().map(moved).filter(|moved| !moved.ratings.is_empty()).collect();
    let is_closed = |moved: &Move| moved.risk.status == Status::Closed;
    let place = |moved: &Move| (!moved.changes_level(), !moved.is_rewritten(), is_closed(moved));
    let n_level = moves.iter().filter(|moved| moved.changes_level()).count();
    let n_rewritten = moves.iter().filter(|moved| moved.is_rewritten() && !moved.changes_level()).count();
    Preview { moves: ordered(&moves, &|a, b| place(a).cmp(&place(b))), n_level, n_rewritten }
}

fn moved_ratings(risk: &Risk, rebasing: &Rebasing) -> Vec<Rebased<Stage>> {
    let rated = |stage: Stage| risk.ratings.at(stage).map(|rating| (stage, rating));
    rebasing.preview(Stage::ALL.into_iter().filter_map(rated))
}

/// Whether a person must look at the ratings first: there are some, and the steps have other names or a
/// level changes.
#[must_use]
pub fn must_be_shown(register: &Register, rebasing: &Rebasing) -> bool {
    let is_other = |axis: Axis| axis.of(rebasing.from()) != axis.of(rebasing.to());
    let preview = preview(register, rebasing);
    !preview.moves.is_empty() && (Axis::ALL.into_iter().any(is_other) || preview.n_level > 0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{Strategy, prop_assert, prop_assert_eq, proptest};

    use super::*;
    use crate::app::event::Event;
    use crate::app::model::Model;
    use partnership_risk_core::example::fife_council;
    use partnership_risk_core::register::{Change, Organisation, Ratings};
    use partnership_risk_core::scale::edit::{Draft, Edit};
    use partnership_risk_core::scale::preset::of_size;
    use partnership_risk_core::scale::{Matrix, Position};

    fn titles(preview: &Preview) -> Vec<&str> {
        preview.moves.iter().map(|moved| &*moved.risk.title).collect()
    }

    #[test]
    fn the_same_matrix_moves_nothing_and_need_not_be_shown() {
        let fife = fife_council();
        let rebasing = Rebasing::propose(fife.matrix(), fife.matrix());
        let preview = preview(&fife, &rebasing);
        assert_eq!((preview.moves.len(), preview.n_level, preview.n_rewritten), (11, 0, 0));
        assert!(!must_be_shown(&fife, &rebasing));
        assert_eq!(fife.apply(fife.rebased(&rebasing)), Ok(fife));
    }

    #[test]
    fn a_register_without_ratings_takes_any_matrix_unseen() {
        let empty = Register::new(Organisation::new("Avon", Rc::new(of_size(5, 5))));
        assert!(!must_be_shown(&empty, &Rebasing::propose(empty.matrix(), &of_size(3, 3))));
    }

    #[test]
    fn risks_whose_level_changes_come_first() {
        let fife = fife_council();
        // Under-investment (5.1 and 4.2) alone lies at or above 5 and 4, 21.42 of 36.
        let mut draft = Draft::of(fife.matrix());
        draft.apply(Edit::FillByProduct(vec![5, 10, 12])).expect("three thresholds");
        let wider = draft.check().expect("a sound matrix");
        let rebasing = Rebasing::propose(fife.matrix(), &wider);
        let preview = preview(&fife, &rebasing);
        assert!(must_be_shown(&fife, &rebasing));
        assert_eq!((preview.n_level, preview.n_rewritten), (9, 0));
        let changed: Vec<bool> = preview.moves.iter().map(Move::changes_level).collect();
        assert_eq!(changed, [vec![true; 9], vec![false; 2]].concat());
        assert!(titles(&preview).ends_with(&[&*fife.risks()[0].title, &*fife.risks()[1].title]));
    }

    #[test]
    fn the_changed_rating_of_a_risk_without_a_current_one_is_shown_too() {
        let fife = fife_council();
        let mut risk = (*fife.risks()[0]).clone();
        risk.ratings = Ratings { target: risk.ratings.current, ..Ratings::default() };
        let register = fife.apply(Change::RisksPut(vec![risk])).expect("a rating may be absent");
        let preview = preview(&register, &Rebasing::propose(register.matrix(), &of_size(3, 3)));
        let stages: Vec<Option<Stage>> = preview.moves.iter().map(|m| m.shown().map(|r| r.name)).collect();
        assert_eq!(stages.iter().filter(|stage| **stage == Some(Stage::Target)).count(), 1);
        assert_eq!(stages.len(), 11);
    }

    fn size() -> impl Strategy<Value = (usize, usize)> {
        (3..=6_usize, 3..=6_usize)
    }

    proptest! {
        #[test]
        fn every_rating_lies_on_the_new_matrix_and_undoing_gives_the_same_register_back(
            from in size(),
            to in size(),
            sent in proptest::collection::vec((0..6_usize, 0..6_usize), 0..6),
            places in proptest::collection::vec((1000..=6000_u16, 1000..=6000_u16), 11),
        ) {
            let before = Rc::new(rated(&of_size(from.0, from.1), &places));
            let mut rebasing = Rebasing::propose(before.matrix(), &of_size(to.0, to.1));
            for (step, to) in sent {
                Axis::ALL.into_iter().for_each(|axis| rebasing.send(axis, step, to).unwrap_or_default());
            }
            let change = before.rebased(&rebasing);
            let model = Model { register: Some(before.clone()), ..Model::default() };
            let (said, reason, by) = (String::new(), String::new(), Register::amended);
            let after = model.after(Event::Changed { change, said, at: 5, reason, by });
            let register = after.register.clone().expect("it is still there");
            prop_assert_eq!(register.matrix(), rebasing.to());
            for rating in register.risks().iter().flat_map(|r| Stage::ALL.map(|stage| r.ratings.at(stage))) {
                prop_assert!(rating.is_none_or(|rating| register.matrix().holds(rating)));
            }
            prop_assert_eq!(after.after(Event::Undone).register, Some(before));
        }
    }

    /// Fife's risks at other places of another matrix, inherent and current.
    fn rated(matrix: &Matrix, places: &[(u16, u16)]) -> Register {
        let fife = fife_council();
        let position = |thousandths: u16, axis: Axis| {
            let steps = axis.of(matrix).steps();
            Position::new((f64::from(thousandths) / 1000.0).min(steps as f64), steps).expect("on the scale")
        };
        let rating = |(likelihood, impact): (u16, u16)| partnership_risk_core::scale::Rating {
            likelihood: position(likelihood, Axis::Likelihood),
            impact: position(impact, Axis::Impact),
        };
        let risk = |(risk, &(a, b)): (&Rc<Risk>, &(u16, u16))| Risk {
            ratings: Ratings { inherent: Some(rating((b, a))), current: Some(rating((a, b))), target: None },
            ..(**risk).clone()
        };
        let risks = fife.risks().iter().zip(places).map(risk).collect();
        let organisation = Organisation::new("Fife", Rc::new(matrix.clone()));
        fife.apply(Change::All(vec![Change::OrganisationSet(organisation), Change::RisksPut(risks)]))
            .expect("every rating is held to the matrix")
    }
}
