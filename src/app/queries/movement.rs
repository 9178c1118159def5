//! How far a risk moves between its ratings: from before controls to today, and from today to what is
//! aimed for.

use partnership_risk_core::register::{Risk, Stage};
use partnership_risk_core::scale::{Position, Rating};

/// A way from one rating to the next, in thousandths of a step; less than nothing is down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Leg {
    /// Along the likelihood.
    pub likelihood: i32,
    /// Along the impact.
    pub impact: i32,
}

/// How far a risk moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Movement {
    /// From before controls to today.
    pub so_far: Option<Leg>,
    /// From today to what is aimed for.
    pub to_come: Option<Leg>,
}

/// How far a risk moves; none where it has no two ratings that follow one another.
#[must_use]
pub fn movement_of(risk: &Risk) -> Option<Movement> {
    let leg = |from: Stage, to: Stage| {
        let (from, to) = (risk.ratings.at(from)?, risk.ratings.at(to)?);
        Some(Leg::between(from, to))
    };
    let movement = Movement {
        so_far: leg(Stage::Inherent, Stage::Current),
        to_come: leg(Stage::Current, Stage::Target),
    };
    (movement.so_far.is_some() || movement.to_come.is_some()).then_some(movement)
}

impl Leg {
    fn between(from: Rating, to: Rating) -> Self {
        let steps =
            |from: Position, to: Position| i32::from(to.thousandths()) - i32::from(from.thousandths());
        Self { likelihood: steps(from.likelihood, to.likelihood), impact: steps(from.impact, to.impact) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use partnership_risk_core::example::fife_council;

    #[test]
    fn a_risk_moves_between_ratings_that_follow_one_another() {
        let rating = |likelihood, impact| {
            let position = |value| Position::new(value, 6).expect("on the scale");
            Some(Rating { likelihood: position(likelihood), impact: position(impact) })
        };
        let mut risk = (*fife_council().risks()[0]).clone();
        risk.ratings.inherent = rating(5.0, 4.0);
        risk.ratings.current = rating(3.5, 4.0);
        risk.ratings.target = None;
        let movement = movement_of(&risk).expect("two ratings");
        assert_eq!(movement.so_far, Some(Leg { likelihood: -1500, impact: 0 }));
        assert_eq!(movement.to_come, None);
        risk.ratings.current = None;
        risk.ratings.target = rating(1.0, 1.0);
        assert_eq!(movement_of(&risk), None);
    }
}
