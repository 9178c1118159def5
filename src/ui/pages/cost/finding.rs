//! What the page finds, each in one sentence that a committee can read.

use crate::app::queries::cost::{Against, YearOfLosses};
use crate::ui::words::{chance, pounds};

/// The sentence that the page begins with.
pub(super) fn lead(year: &YearOfLosses) -> String {
    if year.risks.is_empty() {
        return "What the losses of a year may come to, worked out from the figures put to each risk."
            .to_owned();
    }
    let worst = year.shown().loss.quantile(0.95).best;
    let whether = if year.switched.is_some() { "With the controls as you switched them, in" } else { "In" };
    if worst > 0.0 {
        format!("{whether} one year of twenty you should expect to lose more than {}.", pounds(worst))
    } else {
        let none = chance(year.shown().loss.p_none());
        format!("{whether} most years you should expect to lose nothing: in {none} of them.")
    }
}

/// How the curve stands to what is tolerated.
pub(super) fn tolerance(against: &[Against]) -> String {
    let crossed: Vec<&Against> = against.iter().filter(|against| against.is_crossed()).collect();
    match (&crossed[..], against.len()) {
        (_, 0) => "How likely greater losses are".to_owned(),
        ([], _) => "Losses stay within what you tolerate".to_owned(),
        ([first, ..], _) => format!(
            "More than you tolerate: a loss above {} has a chance of {} a year, and you tolerate {}",
            first.point.loss.in_words(),
            chance(first.chance),
            chance(first.point.chance.fraction()),
        ),
    }
}

#[cfg(test)]
mod tests {
    use partnership_risk_core::money::Pence;
    use partnership_risk_core::register::TolerancePoint;
    use partnership_risk_core::share::Share;

    use super::*;

    fn against(chance: f64) -> Against {
        let loss = Pence::of_pounds(500_000).expect("small");
        Against { point: TolerancePoint { loss, chance: Share::read("5").expect("a share") }, chance }
    }

    #[test]
    fn the_title_says_what_is_crossed() {
        assert_eq!(tolerance(&[]), "How likely greater losses are");
        assert_eq!(tolerance(&[against(0.05)]), "Losses stay within what you tolerate");
        assert_eq!(
            tolerance(&[against(0.01), against(0.1234)]),
            "More than you tolerate: a loss above £500,000 has a chance of 12\u{a0}% a year, and you tolerate 5\u{a0}%"
        );
    }
}
