//! What past losses and ratings begin with, and why there may be nothing to begin with.

use partnership_risk_core::date::Date;
use partnership_risk_core::example::{fife_council, marlshire};
use partnership_risk_core::loss::SeverityKind;
use partnership_risk_core::money::Pence;
use partnership_risk_core::register::{Change, Loss, LossId, Register};
use partnership_risk_core::scale::{Axis, Position, Rating};

use super::*;
use crate::app::queries::past_losses::Unseen;

/// Fife's register, whose first risk came about so many times at so many pounds in each of these years.
fn with_losses(losses: &[(i32, u32, i64)]) -> Register {
    let fife = fife_council();
    let risk = &fife.risks()[0];
    let loss = |(bits, (year, count, pounds)): (u64, &(i32, u32, i64))| Loss {
        id: LossId::from_bits(bits),
        created: 0,
        updated: 0,
        what: "Theft".into(),
        date: Date::new(*year, 4, 1).expect("a day"),
        partnership: risk.partnership,
        risk: Some(risk.id),
        count: *count,
        cost: Pence::of_pounds(*pounds).expect("an amount"),
        notes: String::new(),
    };
    fife.apply(Change::LossesPut((1..).zip(losses).map(loss).collect())).expect("sound losses")
}

fn told(losses: &[(i32, u32, i64)]) -> Vec<(f64, SeverityKind, String)> {
    let register = with_losses(losses);
    let figures = of_losses(&register, register.risks()[0].id);
    let told = |f: SeenFigures| (f.begun.frequency.mean(), f.begun.severity.kind(), f.begun.basis);
    figures.into_iter().map(told).collect()
}

#[test]
fn losses_give_their_rate_and_the_law_that_they_can_carry() {
    assert_eq!(told(&[]), []);
    assert_eq!(told(&[(2020, 0, 5)]), [], "a cost without an event");
    assert_eq!(told(&[(2025, 1, 5)]), [(1.0, SeverityKind::Fixed, "From 1 loss 2025/26".into())]);
    let few = [(2003, 1, 100), (2003, 1, 200), (2007, 1, 400)];
    assert_eq!(
        told(&few),
        [
            (
                1.5,
                SeverityKind::Observed,
                "From 3 losses 2003/04 to 2007/08, years without a loss left out".into()
            ),
            (
                0.6,
                SeverityKind::Observed,
                "From 3 losses 2003/04 to 2007/08, years without a loss counted as quiet".into()
            ),
        ]
    );
    let many = [(2020, 1, 100), (2020, 1, 200), (2020, 1, 400), (2020, 1, 900), (2020, 1, 50)];
    assert_eq!(told(&many)[0].1, SeverityKind::Lognormal);
    assert_eq!(told(&[(2003, 128, 259_000), (2007, 41, 45_000)])[0].1, SeverityKind::Fixed);
}

fn rated(likelihood: usize, impact: usize) -> Option<Rating> {
    Some(Rating { likelihood: Position::of_step(likelihood), impact: Position::of_step(impact) })
}

/// By hand: the root of 0.1 x 0.3 is 0.1732, and -log(1 - 0.1732) is 0.190199.
#[test]
fn a_rating_gives_the_figures_of_its_steps_and_says_which() {
    let begun = of_rating(marlshire().matrix(), rated(2, 2)).expect("bands");
    assert!((begun.frequency.mean() - 0.190_199).abs() < 1e-6, "{begun:?}");
    assert_eq!(begun.severity.to_string(), "£100,000 to £500,000 in nine cases of ten (lognormal)");
    let wanted = "From the rating before controls: likelihood Possible (10 % to 30 % a year), impact Moderate (£100,000 to £500,000)";
    assert_eq!(begun.basis, wanted);
    let ends = of_rating(marlshire().matrix(), rated(0, 4)).expect("bands").basis;
    assert!(
        ends.contains("low end taken as a tenth") && ends.contains("high end taken as ten times"),
        "{ends}"
    );
}

#[test]
fn a_rating_without_figures_says_what_is_missing() {
    assert_eq!(of_rating(marlshire().matrix(), None), Err(NoFigures::NotRated));
    assert_eq!(of_rating(fife_council().matrix(), rated(1, 1)), Err(NoFigures::NoScale(Axis::Likelihood)));
}

#[test]
fn what_was_derived_is_told_from_what_people_wrote() {
    for (line, derived) in [
        ("From 3 losses 2003/04 to 2007/08", true),
        ("From 1 loss 2025/26", true),
        ("From the rating before controls: likelihood Rare", true),
        ("From our insurer", false),
        ("From 2019 claims", false),
        ("", false),
    ] {
        assert_eq!(is_derived(line), derived, "{line}");
    }
    assert_eq!(Unseen::default(), Unseen::LeftOut);
}
