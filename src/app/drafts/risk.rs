//! The form for a risk.

use partnership_risk_core::catalogue::CategoryId;
use partnership_risk_core::date::Date;
use partnership_risk_core::letters::are_same;
use partnership_risk_core::register::{
    Bearer, Confidence, PartnershipId, Proximity, Ratings, Register, Risk, RiskId, Stage, Status, Timestamp,
    Treatment,
};
use partnership_risk_core::scale::notation::{Notation, NotationError};
use partnership_risk_core::scale::{Axis, Matrix, Position, Rating, Scale};
use partnership_risk_core::share::Share;

use super::Problem;
use super::checks::{Checks, key, tidy, typed};
use super::kept::draft;
use super::quantification::QuantificationDraft;

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
        /// Who bears which share of it.
        bearers: Vec<BearerDraft>,
        /// Likelihood and impact before controls, today, and as aimed for.
        ratings: [RatingDraft; 3],
        /// The key of how sure people are of the current rating.
        confidence: String,
        /// What the rating rests on.
        evidence: String,
        /// The key of when it could come about.
        proximity: String,
        /// What it costs.
        quantification: QuantificationDraft,
        /// The key of the treatment.
        treatment: String,
        /// Why that treatment.
        treatment_reason: String,
        /// The key of the status.
        status: String,
        /// Why that status.
        status_reason: String,
        /// When it is looked at again.
        review: String,
        /// The ids of risks that belong with it.
        linked: Vec<String>,
        /// What a risk to link is looked for by.
        sought: String,
        /// Anything else.
        notes: String,
        /// Why it is changed; kept beside the risk, not in it.
        why: String,
        /// Why it is closed, where it is closed by the button for that.
        closing: String,
    }
}

draft! {
    /// What is typed about one body that bears a risk.
    BearerDraft {
        /// The body.
        name: String,
        /// Its share.
        share: String,
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

impl BearerDraft {
    fn of(bearer: &Bearer) -> Self {
        Self { name: bearer.name.clone(), share: bearer.share.as_typed() }
    }

    fn check(&self, place: usize, checks: &mut Checks) -> Option<Bearer> {
        let is_empty = tidy(&self.name).is_empty() && tidy(&self.share).is_empty();
        if is_empty {
            return None;
        }
        let name = checks.required(&self.name, &bearer_field(place, "name"), "Enter who bears this share");
        let field = bearer_field(place, "share");
        if tidy(&self.share).is_empty() {
            checks.note(&field, format!("Enter the share that {name} bears, such as 50"));
        }
        Some(Bearer { name, share: checks.share(&self.share, &field, "Share")? })
    }
}

/// The id of a field about one body that bears the risk.
#[must_use]
pub fn bearer_field(place: usize, field: &str) -> String {
    format!("bearer-{place}-{field}")
}

/// What shares come to, in hundredths of one per cent.
fn borne(bearers: &[Bearer]) -> u32 {
    bearers.iter().map(|bearer| u32::from(bearer.share.basis_points())).sum()
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
            quantification: QuantificationDraft::of(None),
            confidence: key(Confidence::default()),
            proximity: key(Proximity::default()),
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
            bearers: risk.bearers.iter().map(BearerDraft::of).collect(),
            ratings: Stage::ALL.map(|stage| RatingDraft::of(risk.ratings.at(stage))),
            confidence: key(risk.confidence),
            evidence: risk.evidence.clone(),
            proximity: key(risk.proximity),
            quantification: QuantificationDraft::of(risk.quantification.as_ref()),
            treatment: key(risk.treatment),
            treatment_reason: risk.treatment_reason.clone(),
            status: key(risk.status),
            status_reason: risk.status_reason.clone(),
            review: typed(risk.review, |date| date.as_typed()),
            linked: risk.linked.iter().map(ToString::to_string).collect(),
            notes: risk.notes.clone(),
            ..Self::default()
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
        let bearers = self.check_bearers(&mut checks);
        let quantification = self.quantification.check(&mut checks, &register.organisation().drivers);
        let review = checks.date(&self.review, "review", "Next review");
        let before = register.risk(id).map(|risk| (**risk).clone());
        let (treatment, status) = (checks.choice(&self.treatment), checks.choice(&self.status));
        if status == Status::Closed && before.as_ref().is_none_or(|risk| risk.status != Status::Closed) {
            checks.required(&self.status_reason, "status-reason", "Say why the risk is closed");
        }
        let Some(partnership) = partnership.filter(|_| checks.problems.is_empty()) else {
            return Err(checks.problems);
        };
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
            bearers,
            ratings,
            confidence: checks.choice(&self.confidence),
            evidence: tidy(&self.evidence),
            proximity: checks.choice(&self.proximity),
            quantification,
            treatment,
            treatment_reason: tidy(&self.treatment_reason),
            status,
            status_reason: tidy(&self.status_reason),
            review,
            rated: Date::of_moment(now),
            linked: self.linked_in(register, id),
            notes: tidy(&self.notes),
            ..before.unwrap_or_else(|| Risk::new(id, partnership, "", now))
        })
    }

    /// The linked risks that are there; what was deleted since is let go.
    fn linked_in(&self, register: &Register, id: RiskId) -> Vec<RiskId> {
        let ids = self.linked.iter().filter_map(|id| id.parse().ok());
        ids.filter(|&other| other != id && register.risk(other).is_some()).collect()
    }

    /// Who bears the risk. An empty row is passed over.
    fn check_bearers(&self, checks: &mut Checks) -> Vec<Bearer> {
        let rows = self.bearers.iter().enumerate();
        let bearers: Vec<Bearer> = rows.filter_map(|(place, row)| row.check(place, checks)).collect();
        if borne(&bearers) > u32::from(Share::WHOLE.basis_points()) {
            checks.note("bearer-0-share", "The shares of those who bear the risk come to more than 100 %");
        }
        bearers
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
    use partnership_risk_core::example::{fife_council, marlshire};
    use partnership_risk_core::register::Change;

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
    fn an_unchanged_form_gives_back_the_figures_and_the_drivers_of_a_risk() {
        let register = marlshire();
        let quantified = register.risks().iter().filter(|risk| risk.quantification.is_some());
        for risk in quantified.filter(|risk| risk.status == Status::Open) {
            let after = RiskDraft::of(risk).check(&register, risk.id, 5).expect("nothing wrong");
            assert_eq!(after.quantification, risk.quantification);
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

    /// A draft with nothing wrong, but for these bodies that bear the risk.
    fn borne_by(rows: &[(&str, &str)]) -> RiskDraft {
        let row = |(name, share): &(&str, &str)| BearerDraft { name: (*name).into(), share: (*share).into() };
        let fife = fife_council();
        RiskDraft { bearers: rows.iter().map(row).collect(), ..RiskDraft::of(&fife.risks()[0]) }
    }

    #[test]
    fn each_body_bears_a_share_and_together_no_more_than_all_of_it() {
        let register = fife_council();
        let check = |draft: &RiskDraft| draft.check(&register, register.risks()[0].id, 5);
        let risk = check(&borne_by(&[("Us", "60"), ("", " "), ("NHS", "40 %")])).expect("nothing wrong");
        assert_eq!(risk.bearers.iter().map(|b| &*b.name).collect::<Vec<_>>(), ["Us", "NHS"]);
        for (rows, wrong) in [
            (&[("", "60")][..], "bearer-0-name"),
            (&[("Us", "60"), ("NHS", "")], "bearer-1-share"),
            (&[("Us", "sixty")], "bearer-0-share"),
            (&[("Us", "60"), ("NHS", "40.01")], "bearer-0-share"),
        ] {
            let problems = check(&borne_by(rows)).expect_err("a body or a share is wrong");
            assert_eq!(fields(&problems), [wrong], "{rows:?}");
        }
    }

    #[test]
    fn whoever_closes_a_risk_says_why_once() {
        let register = fife_council();
        let mut risk = (*register.risks()[0]).clone();
        let closed = RiskDraft { status: key(Status::Closed), ..RiskDraft::of(&risk) };
        let problems = closed.check(&register, risk.id, 5).expect_err("no reason");
        assert_eq!(fields(&problems), ["status-reason"]);
        risk.status = Status::Closed;
        let imported = register.apply(Change::RisksPut(vec![risk.clone()])).expect("it is sound");
        assert!(RiskDraft::of(&risk).check(&imported, risk.id, 5).is_ok());
    }

    #[test]
    fn a_linked_risk_that_is_gone_is_let_go_and_none_is_linked_to_itself() {
        let register = fife_council();
        let [one, other] = [register.risks()[0].id, register.risks()[1].id];
        let linked = [one, RiskId::from_bits(77), other].map(|id| id.to_string()).to_vec();
        let draft = RiskDraft { linked, review: "31/3/2027".into(), ..RiskDraft::of(&register.risks()[0]) };
        let risk = draft.check(&register, one, 5).expect("nothing wrong");
        assert_eq!(risk.linked, [other]);
        assert_eq!(risk.review.map(|date| date.in_words()).as_deref(), Some("31 March 2027"));
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
