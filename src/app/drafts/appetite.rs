//! The form for how much risk a body accepts.

use partnership_risk_core::catalogue::CategoryId;
use partnership_risk_core::choice::Choice;
use partnership_risk_core::register::{Appetite, AppetiteLevel, Register, TolerancePoint};

use super::Problem;
use super::checks::{Checks, key};
use super::kept::draft;
use crate::app::queries::categories::offered;

draft! {
    /// What is chosen for one category.
    CategoryAppetiteDraft {
        /// The category's id.
        category: String,
        /// The key of the appetite; empty for the usual one.
        appetite: String,
    }
}

draft! {
    /// What is typed about one point of the tolerance for losses.
    ToleranceDraft {
        /// The loss.
        loss: String,
        /// The chance of exceeding it in a year.
        chance: String,
    }
}

draft! {
    /// What is typed about how much risk a body accepts.
    AppetiteDraft {
        /// The place of the highest level that each appetite tolerates.
        tolerated: [String; 5],
        /// The key of the usual appetite.
        usual: String,
        /// The appetite for each category.
        by_category: Vec<CategoryAppetiteDraft>,
        /// The losses that are tolerated.
        tolerance: Vec<ToleranceDraft>,
    }
}

/// The id on the page of the level that an appetite tolerates.
#[must_use]
pub fn tolerated_field(appetite: AppetiteLevel) -> String {
    format!("tolerated-{}", appetite.key())
}

/// The id on the page of a part of a tolerated loss, counted from 0.
#[must_use]
pub fn tolerance_field(at: usize, part: &str) -> String {
    format!("tolerance-{}-{part}", at + 1)
}

impl AppetiteDraft {
    /// The form for the appetite of a register: every category that it can use or names has its line.
    #[must_use]
    pub fn of(register: &Register) -> Self {
        let appetite = &register.organisation().appetite;
        let mut ids: Vec<CategoryId> = offered(register).into_iter().map(|category| category.id).collect();
        let strange = appetite.by_category.iter().map(|(id, _)| id).filter(|id| !ids.contains(id));
        let strange: Vec<CategoryId> = strange.cloned().collect();
        ids.extend(strange);
        let own = |id: &CategoryId| appetite.by_category.iter().find(|(own, _)| own == id);
        let line = |id: CategoryId| CategoryAppetiteDraft {
            appetite: own(&id).map(|(_, appetite)| key(*appetite)).unwrap_or_default(),
            category: id.to_string(),
        };
        let point = |point: &TolerancePoint| ToleranceDraft {
            loss: point.loss.as_typed(),
            chance: point.chance.as_typed(),
        };
        Self {
            tolerated: appetite.tolerated.map(|level| level.to_string()),
            usual: key(appetite.usual),
            by_category: ids.into_iter().map(line).collect(),
            tolerance: appetite.tolerance.iter().map(point).collect(),
        }
    }

    /// The appetite described, or everything that is wrong with the description.
    pub fn check(&self, register: &Register) -> Result<Appetite, Vec<Problem>> {
        let mut checks = Checks::default();
        let appetite = Appetite {
            tolerated: self.check_tolerated(register, &mut checks),
            usual: checks.choice(&self.usual),
            by_category: self.by_category.iter().filter_map(CategoryAppetiteDraft::value).collect(),
            tolerance: self.check_tolerance(&mut checks),
        };
        checks.finish(|| appetite)
    }

    /// The name of the category of a line.
    #[must_use]
    pub fn category_name(&self, register: &Register, at: usize) -> String {
        let id = self.by_category.get(at).map(|line| CategoryId::new(&line.category));
        id.map(|id| register.organisation().category_name(&id).to_string()).unwrap_or_default()
    }

    fn check_tolerated(&self, register: &Register, checks: &mut Checks) -> [usize; 5] {
        let n_levels = register.matrix().levels().len();
        let mut tolerated = [0; 5];
        let mut least = 0;
        for (at, appetite) in AppetiteLevel::ALL.into_iter().enumerate() {
            let (field, name) = (tolerated_field(appetite), appetite.name());
            match self.tolerated[at].parse().ok().filter(|level| *level < n_levels) {
                Some(level) if level >= least => least = level,
                Some(_) => {
                    let lesser = AppetiteLevel::ALL[at.saturating_sub(1)].name();
                    checks.note(&field, format!("{name} must tolerate no less than {lesser}"));
                }
                None => checks.note(&field, format!("Choose the level that {name} tolerates")),
            }
            tolerated[at] = least;
        }
        tolerated
    }

    fn check_tolerance(&self, checks: &mut Checks) -> Vec<TolerancePoint> {
        let mut points: Vec<TolerancePoint> = Vec::new();
        for (at, draft) in self.tolerance.iter().enumerate() {
            let Some(point) = draft.check(at, checks) else { continue };
            if let Some(last) = points.last() {
                draft.check_order(at, point, *last, checks);
            }
            points.push(point);
        }
        points
    }
}

impl CategoryAppetiteDraft {
    fn value(&self) -> Option<(CategoryId, AppetiteLevel)> {
        AppetiteLevel::of_key(&self.appetite).map(|appetite| (CategoryId::new(&self.category), appetite))
    }
}

impl ToleranceDraft {
    /// The point; none where nothing is typed. Half a point is noted as a problem.
    fn check(&self, at: usize, checks: &mut Checks) -> Option<TolerancePoint> {
        let (loss_field, chance_field) = (tolerance_field(at, "loss"), tolerance_field(at, "chance"));
        if self.loss.trim().is_empty() && self.chance.trim().is_empty() {
            return None;
        }
        let n_before = checks.problems.len();
        let loss = checks.pence(&self.loss, &loss_field, "Loss");
        let chance = checks.share(&self.chance, &chance_field, "Chance");
        if checks.problems.len() == n_before {
            if loss.is_none() {
                checks.note(&loss_field, "Enter the loss, or clear the chance");
            }
            if chance.is_none() {
                checks.note(&chance_field, "Enter the chance, or clear the loss");
            }
        }
        Some(TolerancePoint { loss: loss?, chance: chance? })
    }

    fn check_order(&self, at: usize, point: TolerancePoint, last: TolerancePoint, checks: &mut Checks) {
        if point.loss <= last.loss {
            checks.note(
                &tolerance_field(at, "loss"),
                format!("Enter more than {}, the loss before it", last.loss),
            );
        }
        if point.chance > last.chance {
            let message =
                format!("Enter {} or less: a greater loss cannot be tolerated more often", last.chance);
            checks.note(&tolerance_field(at, "chance"), message);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use partnership_risk_core::example::fife_council;

    fn told(draft: &AppetiteDraft) -> Vec<(String, String)> {
        let problems = draft.check(&fife_council()).expect_err("something is wrong");
        problems.into_iter().map(|problem| (problem.field, problem.message)).collect()
    }

    fn point(loss: &str, chance: &str) -> ToleranceDraft {
        ToleranceDraft { loss: loss.into(), chance: chance.into() }
    }

    #[test]
    fn an_unchanged_form_gives_the_appetite_back() {
        let fife = fife_council();
        let draft = AppetiteDraft::of(&fife);
        assert_eq!(draft.by_category.len(), 17);
        assert_eq!(draft.check(&fife).as_ref(), Ok(&*fife.organisation().appetite));
    }

    #[test]
    fn what_is_chosen_and_typed_is_what_is_meant() {
        let fife = fife_council();
        let mut draft = AppetiteDraft::of(&fife);
        draft.by_category[2].appetite = "averse".into();
        draft.tolerance = vec![point("\u{a3}50k", "20 %"), point("", ""), point("1m", "0.5")];
        let appetite = draft.check(&fife).expect("sound");
        assert_eq!(appetite.by_category[0].0.as_str(), draft.by_category[2].category);
        let points: Vec<(i64, u16)> =
            appetite.tolerance.iter().map(|p| (p.loss.pence(), p.chance.basis_points())).collect();
        assert_eq!(points, [(5_000_000, 2_000), (100_000_000, 50)]);
    }

    #[test]
    fn a_greater_appetite_cannot_tolerate_less() {
        let mut draft = AppetiteDraft::of(&fife_council());
        draft.tolerated = ["1", "0", "2", "9", ""].map(str::to_owned);
        let fields: Vec<String> = told(&draft).into_iter().map(|(field, _)| field).collect();
        assert_eq!(fields, ["tolerated-minimal", "tolerated-open", "tolerated-eager"]);
    }

    #[test]
    fn losses_rise_and_chances_do_not() {
        let mut draft = AppetiteDraft::of(&fife_council());
        draft.tolerance = vec![point("100", "5"), point("100", "6"), point("200", ""), point("x", "1")];
        let said = |field: &str, message: &str| (field.to_owned(), message.to_owned());
        assert_eq!(
            told(&draft),
            [
                said("tolerance-2-loss", "Enter more than \u{a3}100, the loss before it"),
                said(
                    "tolerance-2-chance",
                    "Enter 5 % or less: a greater loss cannot be tolerated more often"
                ),
                said("tolerance-3-chance", "Enter the chance, or clear the loss"),
                said("tolerance-4-loss", "Loss: \u{201c}x\u{201d} is not an amount such as 1,250 or 1.25m"),
            ]
        );
    }
}
