//! What every table holds; and every table that is read again, written and read: what comes back is what was
//! written.

use std::rc::Rc;

use proptest::prelude::{Just, Strategy, prop, prop_assert_eq};

use super::{Outgoing, markdown};
use crate::choice::Choice;
use crate::date::Date;
use crate::example::marlshire;
use crate::exchange::import::{Home, Repeats, Stamp, guess, preview};
use crate::exchange::kind::Kind;
use crate::exchange::sheet::{Sheet, Value};
use crate::exchange::table::{Reading, read_file};
use crate::money::Pence;
use crate::register::{
    Action, ActionId, ActionState, AgreementForm, Change, Control, ControlId, ControlState, HealthCheck,
    HealthCheckId, Known, Loss, LossId, Organisation, Partnership, PartnershipId, Register, Risk, RiskId,
    Serves,
};
use crate::scale::preset;

/// All but risks, whose ratings are read next door.
fn read_again() -> impl Iterator<Item = (Outgoing, Kind)> {
    let of = |which: Outgoing| which.read_again().map(|kind| (which, kind));
    Outgoing::ALL.into_iter().filter_map(of).filter(|(_, kind)| *kind != Kind::Risks)
}

/// The register with a written table brought into it.
fn read_into(register: Register, kind: Kind, text: &str) -> Register {
    let table = read_file(text.as_bytes(), Reading::default()).expect("text");
    assert_eq!(table.kind(), kind);
    let mut mapping = guess(&table, &register);
    mapping.repeats = Repeats::AddAgain;
    mapping.home = Home::Named("Where none is named".into());
    let preview = preview(&table, &mapping, &register, &[], Stamp { now: 0, seed: 1 });
    assert_eq!(preview.problems().map(ToString::to_string).collect::<Vec<_>>(), [""; 0]);
    let Some(change) = preview.change() else { return register };
    register.apply(change).expect("fits its register")
}

/// What all tables but this one tell of: the things that its rows name.
fn without(register: &Register, kind: Kind) -> Register {
    let empty = Register::new(register.organisation().clone());
    let partnerships = register.partnerships().iter().map(|p| (**p).clone()).collect();
    let risks = register.risks().iter().map(|r| (**r).clone()).collect();
    let controls = register.controls().iter().map(|c| (**c).clone()).collect();
    let rest = match kind {
        Kind::Partnerships => Change::All(Vec::new()),
        Kind::Controls => Change::PartnershipsPut(partnerships),
        Kind::Risks | Kind::HealthAnswers | Kind::Losses | Kind::Actions => Change::All(vec![
            Change::PartnershipsPut(partnerships),
            Change::RisksPut(risks),
            Change::ControlsPut(controls),
        ]),
    };
    empty.apply(rest).expect("parts of a sound register")
}

fn check(register: &Register) {
    for (which, kind) in read_again() {
        let again = read_into(without(register, kind), kind, &which.csv(register));
        assert_eq!(sorted(which.sheet(&again)), sorted(which.sheet(register)), "{}", which.name());
    }
}

/// Answers stand in the order of checks that the file gives, whatever the order in the register.
fn sorted(mut sheet: Sheet) -> Vec<String> {
    let line = |row: Vec<Value>| row.iter().map(Value::plain).collect::<Vec<_>>().join("\u{1f}");
    let mut lines: Vec<String> = sheet.rows.drain(..).map(line).collect();
    lines.sort();
    lines
}

#[test]
fn every_table_has_a_cell_for_each_of_its_columns_and_no_two_of_one_name() {
    let register = marlshire();
    for which in Outgoing::ALL {
        let sheet = which.sheet(&register);
        assert!(!sheet.rows.is_empty(), "{}", sheet.title);
        assert!(sheet.rows.iter().all(|row| row.len() == sheet.columns.len()), "{}", sheet.title);
        for (i, column) in sheet.columns.iter().enumerate() {
            assert!(sheet.columns[..i].iter().all(|other| other.name != column.name), "{}", column.name);
        }
    }
}

#[test]
fn a_register_in_markdown_has_each_of_its_own_tables_under_its_title() {
    let text = markdown(&marlshire());
    assert!(text.starts_with("## Risks\n\n| Partnership"));
    assert_eq!(text.matches("\n## ").count() + 1, 11);
}

#[test]
fn the_tables_of_the_invented_council_are_read_again_as_they_were_written() {
    check(&marlshire());
}

/// Text as cells keep it: without blanks at its ends.
fn text() -> impl Strategy<Value = String> {
    "[=+@',;\"|a-z£\u{2019}\u{1F600} \n\r\t-]{0,9}".prop_map(|text: String| text.trim().to_owned())
}

/// Text with a letter at its end, so that it names something.
fn name() -> impl Strategy<Value = String> {
    (text(), "[a-z]").prop_map(|(text, letter)| text + &letter)
}

fn day() -> impl Strategy<Value = Date> {
    (0..40_000_i64).prop_map(|day| Date::of_moment(day * 86_400_000).expect("a day"))
}

fn money() -> impl Strategy<Value = Pence> {
    (0..9_000_000_000_i64).prop_map(|pence| Pence::new(pence).expect("little"))
}

fn choice<T: Choice + std::fmt::Debug>() -> impl Strategy<Value = T> {
    prop::sample::select(T::all().to_vec())
}

fn partnership() -> impl Strategy<Value = Partnership> {
    let texts = (name(), prop::array::uniform4(text()));
    let days = (prop::option::of(day()), prop::option::of(day()));
    let money = (prop::option::of(money()), prop::option::of(0..500_u16), prop::option::of(0..9000_u32));
    (texts, days, money, choice::<AgreementForm>(), choice::<Known>()).prop_map(
        |((name, [purpose, objectives, lead_officer, notes]), (start, next_review), money, form, known)| {
            let mut made = Partnership::new(PartnershipId::from_bits(1), &name, 0);
            made.purpose = purpose;
            made.objectives = objectives;
            made.lead_officer = lead_officer;
            made.notes = notes;
            (made.start, made.next_review) = (start, next_review);
            (made.funding.annual_budget, made.funding.streams, made.value.staff_days) = money;
            (made.agreement.form, made.agreement.exit) = (form, known);
            made
        },
    )
}

fn control() -> impl Strategy<Value = Control> {
    (name(), text(), text(), choice::<ControlState>(), prop::option::of(money())).prop_map(
        |(name, owner, notes, state, cost_per_year)| Control {
            owner,
            notes,
            state,
            cost_per_year,
            ..Control::new(ControlId::from_bits(3), &name, 0)
        },
    )
}

fn loss() -> impl Strategy<Value = Loss> {
    (name(), day(), any_count(), money(), text(), prop::bool::ANY).prop_map(
        |(what, date, count, cost, notes, is_of_risk)| Loss {
            id: LossId::from_bits(4),
            created: 0,
            updated: 0,
            what,
            date,
            partnership: PartnershipId::from_bits(1),
            risk: is_of_risk.then_some(RiskId::from_bits(2)),
            count,
            cost,
            notes,
        },
    )
}

fn any_count() -> impl Strategy<Value = u32> {
    1..100_000_u32
}

fn action() -> impl Strategy<Value = Action> {
    let serves = prop::sample::select(vec![
        Serves::Risk(RiskId::from_bits(2)),
        Serves::Control(ControlId::from_bits(3)),
        Serves::Partnership(PartnershipId::from_bits(1)),
    ]);
    (name(), serves, text(), prop::option::of(day()), choice::<ActionState>(), text()).prop_map(
        |(what, serves, owner, due, state, notes)| Action {
            owner,
            due,
            state,
            notes,
            ..Action::new(ActionId::from_bits(5), &what, serves, 0)
        },
    )
}

fn check_of() -> impl Strategy<Value = HealthCheck> {
    let answers = crate::health::tests::any_answers();
    (name(), text(), day(), text(), text(), answers).prop_map(
        |(who, body, date, notes, evidence, answers)| {
            let id = HealthCheckId::from_bits(6);
            let check = HealthCheck::new(id, PartnershipId::from_bits(1), &who, date, 0);
            let mut answers = crate::health::tests::at_places(&answers);
            let first = answers.iter().next().map(|(question, given)| (question.clone(), given.answer));
            if let Some((question, answer)) = first {
                answers.insert(question, crate::health::Given { answer, evidence });
            }
            HealthCheck { body, notes, answers, ..check }
        },
    )
}

fn register() -> impl Strategy<Value = Register> {
    let empty = Just(Register::new(Organisation::new("Anytown", Rc::new(preset::of_size(5, 5)))));
    let parts = (partnership(), name(), control(), loss(), action(), check_of());
    (empty, parts).prop_map(|(empty, (partnership, title, control, loss, action, check))| {
        let risk = Risk::new(RiskId::from_bits(2), PartnershipId::from_bits(1), &title, 0);
        let changes = vec![
            Change::PartnershipsPut(vec![partnership]),
            Change::RisksPut(vec![risk]),
            Change::ControlsPut(vec![control]),
            Change::LossesPut(vec![loss]),
            Change::ActionsPut(vec![action]),
            Change::HealthChecksPut(vec![check]),
        ];
        empty.apply(Change::All(changes)).expect("sound parts")
    })
}

proptest::proptest! {
    #[test]
    fn any_table_is_read_again_as_it_was_written(register in register()) {
        check(&register);
        prop_assert_eq!(register.risks().len(), 1);
    }
}
