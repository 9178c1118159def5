//! Which risks count, and what their controls take from them.

use super::*;
use crate::example::marlshire;
use crate::loss::{Driver, Frequency, FrequencyLaw, Millionths, Severity, SeverityLaw, YearsLoss};
use crate::money::Pence;
use crate::register::{
    Change, ControlId, ControlState, Organisation, Partnership, PartnershipStatus, RiskId, Status,
};
use crate::scale::preset;

fn share(text: &str) -> Share {
    Share::read(text).expect("a share")
}

/// Once in two years, 1,000 pounds, of which a share is ours.
fn figures(our_share: &str) -> Quantification {
    Quantification {
        frequency: Frequency::new(FrequencyLaw::Poisson { rate: Millionths::read("0.5").expect("a rate") })
            .expect("sound"),
        severity: Severity::new(SeverityLaw::Fixed { amount: Pence::of_pounds(1_000).expect("small") })
            .expect("sound"),
        our_share: share(our_share),
        pulls: Vec::new(),
        basis: String::new(),
    }
}

fn risk(bits: u64, partnership: u64, status: Status, our_share: Option<&str>) -> Risk {
    let partnership = PartnershipId::from_bits(partnership);
    let quantification = our_share.map(figures);
    Risk { status, quantification, ..Risk::new(RiskId::from_bits(bits), partnership, "a risk", 0) }
}

fn control(bits: u64, state: ControlState, effects: &[(u64, Option<&str>, Option<&str>)]) -> Control {
    let effect = |(risk, events, cost): &(u64, Option<&str>, Option<&str>)| Effect {
        frequency_cut: events.map(share),
        severity_cut: cost.map(share),
        ..Effect::on(RiskId::from_bits(*risk))
    };
    let effects = effects.iter().map(effect).collect();
    Control { state, effects, ..Control::new(ControlId::from_bits(bits), "a control", 0) }
}

/// Risks 1 and 2 of partnership 1 have figures, 3 of it has none, 4 of it is closed; 5 belongs to partnership 2, 6 to one
/// that is over.
fn register() -> Register {
    let partnership =
        |bits, status| Partnership { status, ..Partnership::new(PartnershipId::from_bits(bits), "Waste", 0) };
    let live = PartnershipStatus::Active;
    Register::new(Organisation::new("Anytown", Rc::new(preset::of_size(5, 5))))
        .apply(Change::All(vec![
            Change::PartnershipsPut(vec![
                partnership(1, live),
                partnership(2, live),
                partnership(3, PartnershipStatus::Ended),
            ]),
            Change::RisksPut(vec![
                risk(1, 1, Status::Open, Some("100")),
                risk(2, 1, Status::Open, Some("40")),
                risk(3, 1, Status::Open, None),
                risk(4, 1, Status::Closed, Some("100")),
                risk(5, 2, Status::Open, Some("100")),
                risk(6, 3, Status::Open, Some("100")),
            ]),
            Change::ControlsPut(vec![
                control(1, ControlState::Operating, &[(1, Some("50"), None), (2, None, Some("50"))]),
                control(2, ControlState::Planned, &[(1, Some("50"), Some("20"))]),
                control(3, ControlState::Operating, &[(1, None, None), (4, Some("50"), None)]),
            ]),
        ]))
        .expect("sound parts")
}

fn ids(costs: &Costs<'_>) -> Vec<u64> {
    costs.risks().iter().map(|risk| risk.id.bits()).collect()
}

#[test]
fn open_risks_of_live_partnerships_count_where_they_have_figures() {
    let register = register();
    let all = Costs::of(&register, &Slice::All);
    assert_eq!((ids(&all), all.n_without_figures()), (vec![1, 2, 5], 1));
    let of_one = Costs::of(&register, &Slice::Partnership(PartnershipId::from_bits(2)));
    assert_eq!((ids(&of_one), of_one.n_without_figures()), (vec![5], 0));
    assert_eq!(of_one.controls(), []);
    let of_none = Costs::of(&register, &Slice::Category(CategoryId::new("no-such-category")));
    assert_eq!((ids(&of_none), of_none.portfolio(|_| true).mean()), (vec![], 0.0));
}

#[test]
fn controls_that_count_cut_what_the_others_leave() {
    let register = register();
    let costs = Costs::of(&register, &Slice::All);
    let serving: Vec<u64> = costs.controls().iter().map(|serving| serving.control.id.bits()).collect();
    assert_eq!(serving, [1, 2], "control 3 cuts nothing that counts");
    let means = |counts: fn(&Control) -> bool| -> Vec<f64> {
        costs.portfolio(counts).exposures().iter().map(Exposure::mean).collect()
    };
    assert_eq!(means(|_| false), [500.0, 200.0, 500.0]);
    assert_eq!(means(Control::is_operating), [250.0, 100.0, 500.0]);
    assert_eq!(means(|_| true), [100.0, 100.0, 500.0]);
}

#[test]
fn the_invented_council_has_a_year_that_can_be_worked_out() {
    let register = marlshire();
    let costs = Costs::of(&register, &Slice::All);
    let [before, after] =
        [costs.portfolio(|_| false), costs.portfolio(Control::is_operating)].map(|p| YearsLoss::of(&p));
    assert!(costs.risks().len() > 5 && before.mean() > after.mean() && after.mean() > 0.0);
    for q in [0.5, 0.8, 0.95, 0.99] {
        assert!(before.quantile(q).best >= after.quantile(q).best, "{q}");
    }
}

/// The register with two drivers, of which the second pulls three quarters of the events of these risks.
fn driven(risks: &[u64]) -> Register {
    let register = register();
    let driver = |id: &str| OwnDriver {
        id: DriverId::new(id),
        name: id.into(),
        factor: Driver::of_bad_year(Millionths::read("2.5").expect("a number")).expect("within bounds"),
    };
    let drivers = vec![driver("supplier"), driver("squeeze")];
    let organisation = Organisation { drivers, ..register.organisation().clone() };
    let pulled = |bits: &u64| {
        let mut risk = (**register.risk(RiskId::from_bits(*bits)).expect("it is there")).clone();
        let figures = risk.quantification.iter_mut();
        figures.for_each(|figures| figures.pulls = vec![(DriverId::new("squeeze"), share("75"))]);
        risk
    };
    let pulled = risks.iter().map(pulled).collect();
    register
        .apply(Change::All(vec![Change::OrganisationSet(organisation), Change::RisksPut(pulled)]))
        .expect("sound parts")
}

#[test]
fn risks_with_a_driver_in_common_have_worse_worst_years_and_the_same_mean() {
    let alone = Costs::of(&register(), &Slice::All).portfolio(|_| false);
    let together = Costs::of(&driven(&[1, 5]), &Slice::All).portfolio(|_| false);
    let [alone, together] = [alone, together].map(|portfolio| YearsLoss::of(&portfolio));
    assert!((alone.mean() - together.mean()).abs() < 1e-9 * alone.mean());
    let [alone, together] = [alone, together].map(|loss| loss.tail_mean(0.95));
    assert!(together > 1.02 * alone, "{together} beside {alone}");
}

#[test]
fn a_portfolio_has_the_drivers_that_pull_something_in_it() {
    let register = driven(&[1]);
    let of = |slice: &Slice| Costs::of(&register, slice).portfolio(Control::is_operating);
    let drivers = |slice: &Slice| of(slice).drivers().len();
    assert_eq!(drivers(&Slice::All), 1, "nothing is pulled by the supplier");
    assert_eq!(drivers(&Slice::Partnership(PartnershipId::from_bits(1))), 1);
    assert_eq!(drivers(&Slice::Partnership(PartnershipId::from_bits(2))), 0);
}

#[test]
fn the_worst_years_of_the_invented_council_are_worse_for_its_drivers() {
    let register = marlshire();
    let together = Costs::of(&register, &Slice::All).portfolio(Control::is_operating);
    let alone = Portfolio::new(together.exposures().to_vec());
    assert_eq!(together.drivers().len(), 2);
    assert!(YearsLoss::of(&together).tail_mean(0.95) > YearsLoss::of(&alone).tail_mean(0.95));
}
