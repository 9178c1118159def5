//! Registers that real bodies have published go in as they are.

use partnership_risk_core::scale::Rating;

use crate::desk::{Desk, FIFE_CSV};

const MID_KENT: &str = include_str!("../../../core/src/exchange/fixtures/mid-kent-planning-support-2015.csv");
const NORTH_NORFOLK: &str =
    include_str!("../../../core/src/exchange/fixtures/north-norfolk-joint-service-2011.csv");
const STRATEGIC: &str =
    include_str!("../../../core/src/exchange/fixtures/strategic-partnering-political.csv");

/// Likelihood and impact of a rating, as steps from the lowest.
fn rated(rating: Option<Rating>) -> (f64, f64) {
    let rating = rating.expect("it is rated");
    (rating.likelihood.value(), rating.impact.value())
}

fn imported(name: &str, text: &str) -> Desk {
    let desk = Desk::new().chooses(name, text.as_bytes());
    let problems: Vec<String> = desk.preview().problems().map(ToString::to_string).collect();
    assert!(problems.is_empty(), "{name}: {problems:?}");
    desk.agrees()
}

#[test]
fn all_rows_of_every_register_are_risks() {
    for (name, text) in [
        ("fife.csv", FIFE_CSV),
        ("mid-kent.csv", MID_KENT),
        ("north-norfolk.csv", NORTH_NORFOLK),
        ("strategic.csv", STRATEGIC),
    ] {
        let desk = imported(name, text);
        assert_eq!(desk.register().risks().len(), text.lines().count() - 1, "{name}");
        assert_eq!(desk.scores().len(), text.lines().count() - 1, "{name}");
    }
}

#[test]
fn fife_keeps_its_means_and_its_published_totals() {
    let desk = imported("fife.csv", FIFE_CSV);
    let totals: Vec<f64> =
        FIFE_CSV.lines().skip(1).filter_map(|line| line.rsplit(',').next()?.parse().ok()).collect();
    assert_eq!(desk.scores(), totals);
    assert_eq!(rated(desk.risk("Strategic").ratings.current), (4.1, 3.9));
}

#[test]
fn mid_kent_counts_down_from_the_worst() {
    // Committee paper, 5 November 2015: A is very high and F almost impossible, 1 catastrophic.
    let desk = imported("mid-kent.csv", MID_KENT);
    let (likelihood, impact) = rated(desk.risk("Software").ratings.current);
    let (_, negligible) = rated(desk.risk("No data").ratings.current);
    assert!(impact > negligible, "1 is worse than 3");
    let (higher, _) = rated(desk.risk("Decisions").ratings.current);
    assert!(higher > likelihood, "B is likelier than C");
}

#[test]
fn north_norfolk_is_rated_in_words_before_and_after_controls() {
    let desk = imported("north-norfolk.csv", NORTH_NORFOLK);
    let risk = desk.risk("Joint management");
    let (inherent, current) = (rated(risk.ratings.inherent), rated(risk.ratings.current));
    assert!(current.0 < inherent.0 && current.1 < inherent.1, "{inherent:?} {current:?}");
}

#[test]
fn a_strategic_partnering_programme_keeps_its_references_owners_and_scores() {
    let desk = imported("strategic.csv", STRATEGIC);
    assert_eq!(desk.scores(), [6.0, 6.0, 4.0, 2.0, 6.0, 3.0]);
    let risk = desk.risk("Brand identity");
    assert_eq!((&*risk.reference, &*risk.owner), ("PT3", "PS"));
}

#[test]
fn a_second_register_joins_the_first_and_either_can_be_taken_back() {
    let desk = imported("strategic.csv", STRATEGIC).chooses("fife.csv", FIFE_CSV.as_bytes());
    // Six steps do not fit on a matrix of three: it is said, not bent.
    assert!(desk.preview().change().is_none() || desk.preview().added() == 11);
    let before = desk.model.register.clone();
    let desk = desk.agrees();
    if desk.model.register != before {
        assert_eq!(desk.register().risks().len(), 17);
        assert_eq!(desk.after(partnership_risk::app::event::Event::Undone).model.register, before);
    }
}
