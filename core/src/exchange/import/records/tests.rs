//! Tables of other things than risks, questions that only the person can answer, and what is remembered.

use std::rc::Rc;

use crate::choice::Choice;
use crate::exchange::DayOrder;
use crate::exchange::columns::{Field, Reason};
use crate::exchange::import::{
    Fate, Findings, Home, LeftOut, Mapping, Preview, Repeats, Stamp, guess, key, preview, recall, remember,
};
use crate::exchange::kind::Kind;
use crate::exchange::table::{Reading, Table, read_file};
use crate::register::{Organisation, Register, Serves, Stage};
use crate::scale::preset;

const STAMP: Stamp = Stamp { now: 1_700_000_000_000, seed: 7 };

fn empty() -> Register {
    Register::new(Organisation::new("Anytown", Rc::new(preset::of_size(5, 5))))
}

fn table(text: &str) -> Table {
    read_file(text.as_bytes(), Reading::default()).expect("text")
}

fn of(text: &str, register: &Register) -> Preview {
    let table = table(text);
    preview(&table, &guess(&table, register), register, &[], STAMP)
}

fn said(preview: &Preview) -> Vec<String> {
    preview.findings.listed().iter().map(ToString::to_string).collect()
}

fn after(text: &str, register: &Register) -> Register {
    let preview = of(text, register);
    assert_eq!(preview.problems().map(ToString::to_string).collect::<Vec<_>>(), [""; 0]);
    register.apply(preview.change().expect("nothing stands in the way")).expect("fits its register")
}

#[test]
fn what_rows_are_is_told_by_the_names_of_their_columns() {
    for (header, kind) in [
        ("Ref,Risk,Likelihood,Impact", Kind::Risks),
        ("Partnership name,Purpose,Lead officer,Start date,End date,Annual budget", Kind::Partnerships),
        ("Partnership,Respondent,Date,Question,Answer,Evidence", Kind::HealthAnswers),
        ("Incident,Date of loss,Partnership,Number of claims,Total paid", Kind::Losses),
        ("Action,Owner,Due date,Progress,Risk", Kind::Actions),
        ("Control name,Control type,Control owner,Annual cost", Kind::Controls),
    ] {
        assert_eq!(table(&format!("{header}\na,b,c,d\n")).kind(), kind, "{header}");
    }
}

#[test]
fn partnerships_come_in_once_with_their_money_and_days() {
    let text = "Partnership name,Purpose,Lead officer,Start date,Annual budget,Agreement\n\
                Waste,Collect it,A. Nwosu,13/04/2025,\"£1,250.50\",signed by all partners\n\
                Youth,,,14/05/2025,2m,I do not know\n";
    let register = after(text, &empty());
    let [waste, youth] = register.partnerships() else { return assert_eq!(register.partnerships().len(), 2) };
    assert_eq!(waste.start.map(|d| d.to_string()).as_deref(), Some("2025-04-13"));
    assert_eq!(waste.funding.annual_budget.map(|m| m.pence()), Some(125_050));
    assert_eq!((waste.purpose.as_str(), youth.lead_officer.as_str()), ("Collect it", ""));
    let again = of(text, &register);
    assert!(again.rows.iter().all(|row| row.fate == Fate::LeftOut(LeftOut::SameThere)));
    assert_eq!(again.change(), None);
}

#[test]
fn answers_of_one_respondent_on_one_day_are_one_check() {
    let text = "Partnership,Respondent,Date,Question,Answer,Evidence\n\
                Waste,Clerk,13/04/2025,Signed agreement,Partly,draft of May\n\
                waste,clerk,13/04/2025,q2,\"Fully, with evidence\",\n\
                Waste,Head,13/04/2025,who-is-in-charge,do not know,\n";
    let register = after(text, &empty());
    let counts: Vec<usize> = register.health_checks().iter().map(|check| check.answers.len()).collect();
    assert_eq!((counts, register.partnerships().len()), (vec![2, 1], 1));
}

#[test]
fn losses_and_actions_find_the_risk_that_they_name() {
    let risks = after("Partnership,Ref,Risk\nWaste,R1,Fire\nYouth,R1,Fire\n", &empty());
    let losses = "Loss,Date,Partnership,Risk,Cost\nShed,1/1/2025,Waste,R1,£5k\nVan,2/2/2025,Youth,fire,7\n";
    let register = after(losses, &risks);
    let of_losses: Vec<_> = register.losses().iter().map(|loss| loss.risk).collect();
    let ids: Vec<_> = register.risks().iter().map(|risk| Some(risk.id)).collect();
    assert_eq!(of_losses, ids);
    let register =
        after("Action,Partnership,Risk,Due date\nSprinklers,Youth,Fire,13/4/2026\nMeet,Waste,,\n", &register);
    let serves: Vec<Serves> = register.actions().iter().map(|action| action.serves).collect();
    assert_eq!(serves[0], Serves::Risk(register.risks()[1].id));
    assert_eq!(serves[1], Serves::Partnership(register.partnerships()[0].id));
}

#[test]
fn every_problem_of_a_row_is_named_and_blocks_the_whole() {
    for (text, message) in [
        (
            "Loss,Date,Cost\nShed,soon,5\n",
            "row 2, column “Date”: “soon” is not a date such as 31/3/2027 or 2027-03-31",
        ),
        ("Loss,Date,Cost\nShed,1/1/2025,-5\n", "row 2, column “Cost”: “-5” is below nought"),
        ("Loss,Date,Cost\nShed,1/1/2025,\n", "row 2, column “Cost”: cost is empty"),
        ("Loss,Date,Cost,Events\nShed,1/1/2025,5,0\n", "row 2: a loss has at least one event"),
        (
            "Loss,Date,Cost,Risk\nShed,1/1/2025,5,Fire\n",
            "row 2: “Fire” is no risk of its partnership in the register",
        ),
        ("Loss,Date,Events\nShed,1/1/2025,5\n", "no column holds this: cost; say which one does"),
        (
            "Respondent,Date,Question,Answer\nClerk,1/1/2025,Is it good?,Partly\n",
            "row 2: “Is it good?” is no question of the health check",
        ),
        (
            "Respondent,Date,Question,Answer\nClerk,1/1/2025,1,Partly\nClerk,1/1/2025,1,Planned\n",
            "row 3: “1” has an answer already in a row before",
        ),
        (
            "Respondent,Date,Question,Answer\nClerk,1/1/2025,1,\n",
            "row 2: “1” a question and its answer belong together; one of them is empty",
        ),
        (
            "Action,Owner,Due,State\nMeet,a,,half done\n",
            "row 2, column “State”: “half done” is none of: To do, In progress, Done, Dropped",
        ),
        ("Action,Owner,Due,Control\nMeet,a,,Audit\n", "row 2: “Audit” is no control of the register"),
    ] {
        let preview = of(text, &empty());
        let problems: Vec<String> = preview.problems().map(ToString::to_string).collect();
        assert_eq!(problems, [message], "{text}");
        assert_eq!(preview.change(), None, "{text}");
    }
}

#[test]
fn a_date_that_could_be_two_days_is_asked() {
    let text = "Risk,Review date\na,03/04/2025\nb,05/06/2025\n";
    let (file, register) = (table(text), empty());
    let mut mapping = guess(&file, &register);
    assert_eq!(mapping.dates, None);
    let asked = preview(&file, &mapping, &register, &[], STAMP);
    assert_eq!(
        asked.problems().map(ToString::to_string).collect::<Vec<_>>(),
        ["“03/04/2025” could be two days; say whether the day or the month comes first in dates"]
    );
    for (order, day) in [(DayOrder::DayFirst, "2025-04-03"), (DayOrder::MonthFirst, "2025-03-04")] {
        mapping.dates = Some(order);
        let preview = preview(&file, &mapping, &register, &[], STAMP);
        let register = register.apply(preview.change().expect("clear")).expect("fits");
        assert_eq!(register.risks()[0].review.map(|day| day.to_string()).as_deref(), Some(day));
    }
    assert_eq!(guess(&table(&format!("{text}c,13/04/2025\n")), &register).dates, Some(DayOrder::DayFirst));
}

#[test]
fn what_is_no_day_is_kept_in_the_notes_of_a_risk() {
    let preview = of("Risk,Review date\na,Quarterly\n", &empty());
    let kept = "row 2, column “Review date”: “Quarterly” is not a date such as 31/3/2027 or 2027-03-31; it is kept in the notes";
    assert_eq!(said(&preview), [kept]);
    let register = empty().apply(preview.change().expect("a notice only")).expect("fits");
    assert_eq!(register.risks()[0].notes, "Review date: Quarterly");
}

#[test]
fn two_columns_that_could_be_the_same_are_asked_and_an_answer_settles_it() {
    let file = table("Risk,Likelihood,Probability,Impact\na,1,2,3\nb,2,3,3\n");
    let register = empty();
    let mapping = guess(&file, &register);
    assert_eq!(mapping.columns[2].reason, Reason::Rival(1, "Likelihood".into()));
    let asked = preview(&file, &mapping, &register, &[], STAMP);
    assert_eq!(
        asked.problems().map(ToString::to_string).collect::<Vec<_>>(),
        ["column “Probability”: could be the same as column “Likelihood”; say which of the two is meant"]
    );
    for (place, value) in [(1, 1.0), (2, 2.0)] {
        let mut mapping = mapping.clone();
        mapping.set(place, Field::Likelihood(Stage::Current));
        let clear = preview(&file, &mapping, &register, &[], STAMP);
        let register = register.apply(clear.change().expect("it is settled")).expect("fits");
        let rating = register.risks()[0].ratings.current.expect("rated");
        assert!((rating.likelihood.value() - value).abs() < f64::EPSILON);
    }
    let alike = table("Risk,Likelihood,Probability,Impact\na,1,1,3\nb,2,2,3\n");
    assert!(preview(&alike, &guess(&alike, &register), &register, &[], STAMP).change().is_some());
}

#[test]
fn what_was_agreed_on_is_remembered_for_the_same_columns() {
    let text = "Name,Colour,L,I,Review\na,b,C,2,03/04/2025\n";
    let (file, register) = (table(text), empty());
    let mut agreed = guess(&file, &register);
    agreed.set(1, Field::Owner);
    agreed.dates = Some(DayOrder::MonthFirst);
    agreed.home = Home::Named("Waste".into());
    agreed.repeats = Repeats::AddAgain;
    agreed.scales.likelihood.order = crate::scale::notation::Order::LowestFirst;
    let recalled = recall(&remember(&agreed, &register), &file, &register);
    let fields = |mapping: &Mapping| mapping.columns.iter().map(|c| c.field).collect::<Vec<_>>();
    assert_eq!(fields(&recalled), fields(&agreed));
    assert_eq!(recalled.columns[1].reason, Reason::Remembered);
    assert_eq!((recalled.dates, &recalled.home), (agreed.dates, &agreed.home));
    assert_eq!(recalled.repeats, Repeats::AddAgain);
    assert_eq!(recalled.scales.likelihood, agreed.scales.likelihood);
    assert_eq!(key(&table("NAME,colour,l,i,review\nx,y,1,2,\n")), key(&file));
    assert_ne!(key(&table("Name,Colour,I,L,Review\nx,y,1,2,\n")), key(&file));
}

proptest::proptest! {
    #[test]
    fn any_text_is_recalled_without_panic(text in "[a-z\t\n0-9 -]{0,60}|.*", place in 0..6_usize) {
        let file = table("Name,Colour,L,I,Review\na,b,C,2,03/04/2025\n");
        let text = format!("kind\t{}\n{text}", Kind::ALL[place].key());
        let mapping = recall(&text, &file, &empty());
        proptest::prop_assert_eq!(mapping.columns.len(), 5);
    }
}

/// The registers of the tools in the issue: SimpleRisk's labels, CISO Assistant's export and its template.
#[test]
fn the_tables_of_usual_tools_are_read_back() {
    let register = crate::example::fife_council();
    for which in
        [crate::exchange::outgoing::Outgoing::CisoRisks, crate::exchange::outgoing::Outgoing::SimpleRisk]
    {
        let table = table(&which.csv(&register));
        let mapping = guess(&table, &register);
        assert_eq!(mapping.kind, Kind::Risks, "{}", which.name());
        for field in [Field::Title, Field::Likelihood(Stage::Current), Field::Impact(Stage::Current)] {
            assert!(mapping.column_of(field).is_some(), "{} {}", which.name(), field.name());
        }
    }
    let template = "ref_id;name;description;inherent_proba;inherent_impact;inherent_level;existing_controls;\
                    current_proba;current_impact;current_level;additional_controls;residual_proba;\
                    residual_impact;residual_level;treatment;assets\nR01;this;;3;2;;;2;2;;;1;1;;avoid;erp\n";
    let mapping = guess(&table(template), &empty());
    let places: Vec<_> = [Stage::Inherent, Stage::Current, Stage::Target]
        .map(|stage| mapping.column_of(Field::Likelihood(stage)))
        .to_vec();
    assert_eq!(places, [Some(3), Some(7), Some(11)]);
}

/// The work is counted in rows that are gone through: twice the rows are twice the findings and never more
/// than the list holds.
#[test]
fn ten_thousand_rows_of_twelve_columns_are_previewed_and_findings_are_bounded() {
    let header = "Ref,Partnership,Risk,Cause,Consequence,Owner,Category,Likelihood (1-5),Impact (1-5),Status,Review,Notes\n";
    let row =
        |n: usize| format!("R{n},P{},Risk {n},c,d,o,none such,{},3,Open,2027-03-31,n\n", n % 40, n % 5 + 1);
    let text: String = std::iter::once(header.to_owned()).chain((0..10_000).map(row)).collect();
    let preview = of(&text, &empty());
    assert_eq!(
        (preview.added(), preview.findings.count(crate::exchange::Severity::Notice)),
        (10_000, 10_000)
    );
    assert_eq!(preview.findings.listed().len(), Findings::MOST_LISTED);
    assert_eq!(
        preview.change().map(|change| empty().apply(change).expect("fits").partnerships().len()),
        Some(40)
    );
}
