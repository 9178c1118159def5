//! The form for a risk.

use partnership_risk_core::catalogue::CategoryId;
use partnership_risk_core::letters::are_same;
use partnership_risk_core::register::{
    PartnershipId, Ratings, Register, Risk, RiskId, Stage, Status, Timestamp, Treatment,
};
use partnership_risk_core::scale::notation::{Notation, NotationError};
use partnership_risk_core::scale::{Axis, Matrix, Position, Rating, Scale};

use super::Problem;
use super::checks::{Checks, key, tidy};
use super::kept::draft;

draft! {
    /// What is typed about a risk.
    RiskDraft {
        /// The partnership's id.
        partnership: String,
        /// The body's own reference.
        reference: String,
        /// The risk in a few words.
        title: String,
        /// Why it could happen.
        cause: String,
        /// What would happen.
        event: String,
        /// What it would lead to.
        consequence: String,
        /// The category's id; empty while undecided.
        category: String,
        /// Who looks after it.
        owner: String,
        /// Likelihood and impact before controls, today, and as aimed for.
        ratings: [RatingDraft; 3],
        /// The key of the treatment.
        treatment: String,
        /// The key of the status.
        status: String,
        /// Anything else.
        notes: String,
    }
}

draft! {
    /// What is typed about one rating.
    RatingDraft {
        /// A number on the scale, or the name of a step.
        likelihood: String,
        /// A number on the scale, or the name of a step.
        impact: String,
    }
}

impl RatingDraft {
    /// The form for a rating that is there.
    fn of(rating: Option<Rating>) -> Self {
        rating.map_or_else(Self::default, |r| Self {
            likelihood: r.likelihood.to_string(),
            impact: r.impact.to_string(),
        })
    }

    /// What is typed on one axis.
    #[must_use]
    pub fn on(&self, axis: Axis) -> &str {
        match axis {
            Axis::Likelihood => &self.likelihood,
            Axis::Impact => &self.impact,
        }
    }

    /// Where one axis is typed.
    pub fn on_mut(&mut self, axis: Axis) -> &mut String {
        match axis {
            Axis::Likelihood => &mut self.likelihood,
            Axis::Impact => &mut self.impact,
        }
    }

    /// The rating, `None` where nothing is typed; a half or a wrong one is noted as a problem.
    #[must_use]
    pub fn check(&self, stage: Stage, matrix: &Matrix, problems: &mut Vec<Problem>) -> Option<Rating> {
        if self.likelihood.trim().is_empty() && self.impact.trim().is_empty() {
            return None;
        }
        let likelihood = position(&self.likelihood, stage, Axis::Likelihood, matrix, problems);
        let impact = position(&self.impact, stage, Axis::Impact, matrix, problems);
        Some(Rating { likelihood: likelihood?, impact: impact? })
    }
}

/// The id of a rating's field on the page.
#[must_use]
pub fn rating_field(stage: Stage, axis: Axis) -> String {
    format!("{}-{}", stage.name(), axis.name()).to_ascii_lowercase()
}

/// The position that a person typed: a number on the scale, or the name of one of its steps.
pub fn read_position(typed: &str, scale: &Scale) -> Result<Position, NotationError> {
    let named = scale.labels().iter().position(|label| are_same(label, typed.trim()));
    match named {
        Some(step) => Ok(Position::of_step(step)),
        None => Notation::digits(scale.steps()).read(typed),
    }
}

fn position(
    typed: &str,
    stage: Stage,
    axis: Axis,
    matrix: &Matrix,
    problems: &mut Vec<Problem>,
) -> Option<Position> {
    let scale = axis.of(matrix);
    let which = format!("{} {}", stage.name(), axis.name());
    let steps = scale.steps();
    let message = match read_position(typed, scale) {
        Ok(position) => return Some(position),
        Err(NotationError::Empty) => format!("{which} is missing: enter a number from 1 to {steps}"),
        Err(NotationError::NotOnTheScale | NotationError::Outside(_)) => {
            format!("{which} must be a number from 1 to {steps}, such as 2 or 2.5")
        }
    };
    problems.push(Problem { field: rating_field(stage, axis), message });
    None
}

impl RiskDraft {
    /// The form for a new risk of one partnership, or of none yet.
    #[must_use]
    pub fn new(partnership: Option<PartnershipId>) -> Self {
        Self {
            partnership: partnership.map(|id| id.to_string()).unwrap_or_default(),
            treatment: key(Treatment::default()),
            status: key(Status::default()),
            ..Self::default()
        }
    }

    /// The form for a risk that is there.
    #[must_use]
    pub fn of(risk: &Risk) -> Self {
        Self {
            partnership: risk.partnership.to_string(),
            reference: risk.reference.clone(),
            title: risk.title.clone(),
            cause: risk.cause.clone(),
            event: risk.event.clone(),
            consequence: risk.consequence.clone(),
            category: risk.category.as_ref().map(ToString::to_string).unwrap_or_default(),
            owner: risk.owner.clone(),
            ratings: Stage::ALL.map(|stage| RatingDraft::of(risk.ratings.at(stage))),
            treatment: key(risk.treatment),
            status: key(risk.status),
            notes: risk.notes.clone(),
        }
    }

    /// The risk described, or everything that is wrong with the description. `id` is the one to
    /// change, or a fresh one.
    pub fn check(&self, register: &Register, id: RiskId, now: Timestamp) -> Result<Risk, Vec<Problem>> {
        let mut checks = Checks::default();
        let title = checks.required(&self.title, "title", "Enter the risk in a few words");
        let partnership = self.partnership.parse().ok().filter(|&id| register.partnership(id).is_some());
        if partnership.is_none() {
            checks.note("partnership", "Choose the partnership the risk belongs to");
        }
        let ratings = self.check_ratings(register.matrix(), &mut checks.problems);
        let Some(partnership) = partnership.filter(|_| checks.problems.is_empty()) else {
            return Err(checks.problems);
        };
        let (treatment, status) = (checks.choice(&self.treatment), checks.choice(&self.status));
        let before = register.risk(id).map(|risk| (**risk).clone());
        Ok(Risk {
            updated: now,
            partnership,
            reference: tidy(&self.reference),
            title,
            cause: tidy(&self.cause),
            event: tidy(&self.event),
            consequence: tidy(&self.consequence),
            category: Some(tidy(&self.category)).filter(|c| !c.is_empty()).map(|c| CategoryId::new(&c)),
            owner: tidy(&self.owner),
            ratings,
            treatment,
            status,
            notes: tidy(&self.notes),
            ..before.unwrap_or_else(|| Risk::new(id, partnership, "", now))
        })
    }

    fn check_ratings(&self, matrix: &Matrix, problems: &mut Vec<Problem>) -> Ratings {
        let mut ratings = Ratings::default();
        for (draft, stage) in self.ratings.iter().zip(Stage::ALL) {
            *ratings.at_mut(stage) = draft.check(stage, matrix, problems);
        }
        ratings
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use partnership_risk_core::example::fife_council;

    fn fields(problems: &[Problem]) -> Vec<&str> {
        problems.iter().map(|p| p.field.as_str()).collect()
    }

    #[test]
    fn an_unchanged_form_gives_the_risk_back_with_a_new_date() {
        let register = fife_council();
        for risk in register.risks() {
            let after = RiskDraft::of(risk).check(&register, risk.id, 5).expect("nothing wrong");
            assert_eq!(after, Risk { updated: 5, ..(**risk).clone() });
        }
    }

    #[test]
    fn every_problem_is_told_at_once_and_names_its_field() {
        let register = fife_council();
        let mut draft = RiskDraft::new(None);
        draft.ratings[0] = RatingDraft { likelihood: "7".into(), impact: "NaN".into() };
        draft.ratings[1] = RatingDraft { likelihood: "3".into(), impact: String::new() };
        let problems = draft.check(&register, RiskId::from_bits(99), 5).expect_err("much is wrong");
        assert_eq!(
            fields(&problems),
            ["title", "partnership", "inherent-likelihood", "inherent-impact", "current-impact"]
        );
    }

    #[test]
    fn a_rating_can_be_typed_as_a_number_a_mean_or_a_name() {
        let register = fife_council();
        for (typed, value) in [("4", 4.0), (" 3.9 ", 3.9), ("major", 5.0), ("5 - Major", 5.0)] {
            let read = read_position(typed, register.matrix().impact());
            assert_eq!(read.map(Position::value), Ok(value), "{typed}");
        }
    }
}
