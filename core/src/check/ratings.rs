//! Checks of the three ratings of a risk against one another.

use super::books::Books;
use super::{Check, Fault, Rule, Severity, quoted};
use crate::decimal;
use crate::register::{Risk, Stage};
use crate::scale::{Rating, Score};

pub(super) static CHECKS: [Check; 3] = [
    Check {
        key: "current-above-inherent",
        title: "Rated higher today than before any control",
        explains: "Controls do not make a risk greater. Correct the current rating or the inherent one.",
        severity: Severity::Problem,
        rule: Rule::Risk(current_above_inherent),
    },
    Check {
        key: "target-above-current",
        title: "Target above the current rating",
        explains: "A target says how low the risk is to be brought. Correct the target or the current rating.",
        severity: Severity::Problem,
        rule: Rule::Risk(target_above_current),
    },
    Check {
        key: "not-rated",
        title: "Open risk without a current rating",
        explains: "A risk without a current rating has no place in the order of risks, the heat map or the league \
            table. Rate it, or make it a draft.",
        severity: Severity::Warning,
        rule: Rule::Risk(not_rated),
    },
];

/// A rating with what it comes to.
type Rated = (Rating, Score);

fn rated(books: &Books, risk: &Risk, stage: Stage) -> Option<Rated> {
    risk.ratings.at(stage).zip(books.register.score_at(risk, stage))
}

fn current_above_inherent(books: &Books, risk: &Risk) -> Option<Fault> {
    let inherent = rated(books, risk, Stage::Inherent)?;
    let current = rated(books, risk, Stage::Current)?;
    let field = higher(current.0, inherent.0, ["current-likelihood", "current-impact"]);
    Fault::told(current.1 > inherent.1, field, || {
        let (title, now, before) = (quoted(&risk.title), score(books, current.1), score(books, inherent.1));
        format!("{title} is rated {now} today but only {before} before any control.")
    })
}

fn target_above_current(books: &Books, risk: &Risk) -> Option<Fault> {
    let current = rated(books, risk, Stage::Current)?;
    let target = rated(books, risk, Stage::Target)?;
    let field = higher(target.0, current.0, ["target-likelihood", "target-impact"]);
    Fault::told(target.1 > current.1, field, || {
        let (title, aim, now) = (quoted(&risk.title), score(books, target.1), score(books, current.1));
        format!("{title} is to be brought to {aim} but stands at {now} already.")
    })
}

fn not_rated(_: &Books, risk: &Risk) -> Option<Fault> {
    Fault::told(risk.ratings.current.is_none(), "current-likelihood", || {
        format!("{} is open and has no current rating.", quoted(&risk.title))
    })
}

/// The field on whose axis a rating is higher than another: that of impact only if likelihood is not higher.
pub(super) fn higher(rating: Rating, than: Rating, fields: [&'static str; 2]) -> &'static str {
    fields[usize::from(rating.likelihood <= than.likelihood)]
}

/// A score in a sentence: “High” (12).
fn score(books: &Books, score: Score) -> String {
    format!("{} ({})", quoted(books.level(score)), decimal::short(score.product(), 2))
}
