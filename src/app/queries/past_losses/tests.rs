//! Derbyshire's published figures, and what is no record.

use partnership_risk_core::date::Date;
use partnership_risk_core::example::{fife_council, marlshire};
use partnership_risk_core::register::{Change as Edit, LossId};

use super::*;

fn derbyshire() -> (Rc<Register>, LossesView) {
    let register = marlshire();
    let risk = register.losses().iter().find(|loss| loss.count == 128).and_then(|loss| loss.risk);
    let of = LossesOf::Risk(risk.expect("it came about"));
    let view = LossesView {
        of,
        before: Some(Period::of(2003)),
        after: Some(Period::of(2007)),
        ..LossesView::default()
    };
    (Rc::new(register), view)
}

/// Published: 128 claims of over 259,000 pounds in 2003/04, 41 of 45,000 in 2007/08; the intervals by SciPy.
#[test]
fn derbyshires_claims_fell_by_two_thirds_which_is_two_thirds_of_the_saving() {
    let (register, view) = derbyshire();
    let found = past_losses(&register, &view);
    let past = found.as_ref().as_ref().expect("losses");
    let change = past.change.as_ref().expect("two years");
    let split = change.split.expect("claims that cost something");
    let rounded = [split.frequency, split.mean_cost, split.cost].map(|f| ((f - 1.0) * 1_000.0).round());
    assert_eq!(rounded, [-680.0, -458.0, -826.0]);
    let ends = [change.before.rate, change.after.rate].map(|rate| [rate.low, rate.high]);
    for (found, wanted) in ends.as_flattened().iter().zip([106.8, 152.2, 29.4, 55.6]) {
        assert!((found - wanted).abs() < 0.05, "{found} for {wanted}");
    }
    assert!(change.ratio.is_some_and(|ratio| ratio.high.is_some_and(|high| high < 1.0)));
}

#[test]
fn years_without_an_entry_lower_the_rate_where_they_were_quiet() {
    let (register, view) = derbyshire();
    let rate = |unseen| {
        let found = past_losses(&register, &LossesView { unseen, ..view });
        found.as_ref().as_ref().expect("losses").told.record
    };
    let (entered, quiet) = (rate(Unseen::LeftOut), rate(Unseen::Quiet));
    assert_eq!((entered.years(), quiet.years()), (4.0, 23.0));
    assert_eq!(entered.count(), quiet.count());
}

#[test]
fn periods_that_overlap_or_are_empty_are_not_compared() {
    let (register, view) = derbyshire();
    for (before, after, wrong) in [
        (Period::of(2007), Period::of(2003), NoChange::OutOfOrder),
        (Period { first: 2003, last: 2007 }, Period { first: 2007, last: 2025 }, NoChange::OutOfOrder),
        (Period::of(2004), Period::of(2007), NoChange::NoRecord(RecordError::NoYears)),
        (Period::of(i32::MIN), Period::of(i32::MAX), NoChange::NoRecord(RecordError::NoYears)),
    ] {
        let view = LossesView { before: Some(before), after: Some(after), ..view };
        let found = past_losses(&register, &view);
        assert_eq!(found.as_ref().as_ref().map(|past| past.change.clone()), Ok(Err(wrong)));
    }
}

/// Fife's register with one loss of so many events.
fn with_loss(count: u32, pounds: i64) -> Rc<Register> {
    let fife = fife_council();
    let loss = Loss {
        id: LossId::from_bits(1),
        created: 0,
        updated: 0,
        what: "Theft".into(),
        date: Date::new(2026, 3, 31).expect("a day"),
        partnership: fife.partnerships()[0].id,
        risk: None,
        count,
        cost: Pence::of_pounds(pounds).expect("an amount"),
        notes: String::new(),
    };
    Rc::new(fife.apply(Edit::LossesPut(vec![loss])).expect("a sound loss"))
}

#[test]
fn what_cannot_be_counted_says_so_and_one_year_has_no_change() {
    let told = |register: &Rc<Register>| past_losses(register, &LossesView::default());
    assert_eq!(*told(&Rc::new(fife_council())), Err(RecordError::NoYears));
    assert_eq!(*told(&with_loss(0, 5)), Err(RecordError::CostWithoutEvent(2025)));
    let one = told(&with_loss(2, 5));
    let past = one.as_ref().as_ref().expect("a loss");
    assert_eq!(past.change, Err(NoChange::OneYear));
    assert_eq!(past.years.len(), 1);
}
