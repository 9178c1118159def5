//! What goes with a partnership, what stays, and what comes of it elsewhere.

use super::*;
use crate::example::{fife_council, marlshire};
use crate::register::Subject;

fn alone(place: usize) -> (Register, Register) {
    let whole = marlshire();
    let id = whole.partnerships()[place].id;
    let one = whole.alone(id).expect("it is there");
    (whole, one)
}

#[test]
fn each_partnership_goes_with_all_that_belongs_to_it_and_with_nothing_else() {
    for place in 0..marlshire().partnerships().len() {
        let (whole, one) = alone(place);
        let id = whole.partnerships()[place].id;
        assert_eq!(one.partnerships(), &whole.partnerships()[place..=place]);
        assert_eq!(one.risks().len(), whole.risks_of(id).count());
        assert_eq!(one.losses().len(), whole.losses().iter().filter(|loss| loss.partnership == id).count());
        assert_eq!(one.health_checks().len(), whole.checks_of(id).count());
        assert!(one.snapshots().is_empty() && one.history().is_empty() && one.waivers().is_empty());
        for risk in one.risks() {
            assert_eq!(one.controls_on(risk.id).count(), whole.controls_on(risk.id).count());
            assert_eq!(one.score(risk), whole.score(risk));
            assert!(risk.linked.iter().all(|linked| one.risk(*linked).is_some()));
        }
        for control in one.controls() {
            let actions = |register: &Register| register.actions_for(Serves::Control(control.id)).count();
            assert_eq!(actions(&one), actions(&whole));
        }
    }
}

#[test]
fn what_is_taken_out_is_whole_and_names_no_other_partnership() {
    for place in 0..marlshire().partnerships().len() {
        let (whole, one) = alone(place);
        assert_eq!(one.apply(Change::All(Vec::new())).as_ref(), Ok(&one));
        let text = format!("{one:?}");
        for other in whole.partnerships().iter().filter(|p| one.partnership(p.id).is_none()) {
            assert!(!text.contains(&format!("{:?}", other.id)), "{}", other.name);
        }
    }
}

#[test]
fn the_rules_of_the_body_stay_at_home() {
    let (whole, one) = alone(0);
    let usual = Organisation::new(&whole.organisation().name, Rc::clone(&whole.organisation().matrix));
    assert_eq!(one.organisation().appetite, usual.appetite);
    assert_eq!(one.organisation().significance, usual.significance);
    assert_eq!(one.organisation().peer, None);
    let names = |risks: &[Rc<Risk>], register: &Register| -> Vec<Option<Rc<str>>> {
        let of = |risk: &Rc<Risk>| risk.category.as_ref().map(|id| register.organisation().category_name(id));
        risks.iter().map(of).collect()
    };
    assert_eq!(names(one.risks(), &one), names(one.risks(), &whole));
    assert_eq!(whole.alone(PartnershipId::from_bits(12_345)), None);
}

#[test]
fn a_partnership_that_was_taken_out_can_be_put_back() {
    let (whole, one) = alone(1);
    let id = one.partnerships()[0].id;
    let without = whole.apply(Change::PartnershipRemoved(id)).expect("it is there");
    let with = without.apply(without.adding(&one).unwrap_or(Change::All(Vec::new())));
    let with = with.expect("sound parts");
    assert_eq!(with.risks().len(), whole.risks().len());
    assert!(with.alone(id).is_some_and(|again| again.risks() == one.risks()));
}

#[test]
fn what_is_added_is_rated_by_the_matrix_of_its_new_register() {
    let (_, one) = alone(0);
    let fife = fife_council();
    let with = fife.apply(fife.adding(&one).expect("nothing of it is there")).expect("sound parts");
    assert_eq!(with.matrix(), fife.matrix());
    assert_eq!(with.partnerships().len(), fife.partnerships().len() + 1);
    assert_eq!(with.risks().len(), fife.risks().len() + one.risks().len());
    assert_eq!(with.organisation().name, fife.organisation().name);
    assert!(one.organisation().drivers.iter().all(|driver| with.organisation().driver(&driver.id).is_some()));
}

#[test]
fn what_is_here_already_is_not_added_a_second_time() {
    let (whole, one) = alone(0);
    let error = whole.adding(&one).expect_err("all of it is there");
    let n: usize = crate::register::List::ALL.into_iter().map(|list| one.parts(list).len()).sum();
    assert_eq!(error, AddError::Known(n));
    assert_eq!(error.to_string(), format!("{n} parts of it are in this register already"));
    assert!(
        one.parts(crate::register::List::Partnerships)
            .iter()
            .all(|part| { part.key() == one.partnerships()[0].id.to_string() })
    );
    assert!(Subject::Partnership(one.partnerships()[0].id).is_in(&whole));
}

#[test]
fn a_partnership_from_elsewhere_can_be_said_in_our_terms() {
    let (_, one) = alone(0);
    let fife = fife_council();
    let copy = fife.in_our_terms(&one).expect("its ratings can be moved");
    assert_eq!((copy.matrix(), &*copy.organisation().name), (fife.matrix(), "Fife Council"));
    assert_eq!(copy.risks().len(), one.risks().len());
}
