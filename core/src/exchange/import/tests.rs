//! Imports from the first byte to the changed register: real registers, usual tools, bad input.

use std::rc::Rc;

use super::*;
use crate::catalogue::CategoryId;
use crate::exchange::columns::Field;
use crate::exchange::fixtures;
use crate::exchange::table::{Reading, Table, read_file};
use crate::register::{
    Appetite, AppetiteLevel, Change, Organisation, Partnership, PartnershipId, PartnershipStatus, Register,
    Risk, Sector, Stage, Status, Treatment,
};
use crate::scale::{Rating, preset};

const STAMP: Stamp = Stamp { now: 1_700_000_000_000, seed: 7 };

fn empty_register(steps: (usize, usize)) -> Register {
    Register::new(Organisation {
        sector: Sector::Council,
        ..Organisation::new("Anytown Council", Rc::new(preset::of_size(steps.0, steps.1)))
    })
}

fn categories() -> Vec<(CategoryId, &'static str)> {
    let known = [("funding-and-finance", "Funding and finance"), ("people-and-skills", "People and skills")];
    known.map(|(id, name)| (CategoryId::new(id), name)).to_vec()
}

fn table(text: &str) -> Table {
    read_file(text.as_bytes(), Reading::default()).expect("text")
}

/// Everything guessed, into a register of five by five with nothing in it.
fn guessed(text: &str) -> Preview {
    let (table, register) = (table(text), empty_register((5, 5)));
    preview(&table, &guess(&table, &register), &register, &categories(), STAMP)
}

fn imported(preview: &Preview, register: &Register) -> Register {
    assert_eq!(preview.problems().map(ToString::to_string).collect::<Vec<_>>(), [""; 0]);
    let change = preview.change().expect("nothing stands in the way and there are risks");
    register.apply(change).expect("a preview's change fits its register")
}

fn said(preview: &Preview) -> Vec<String> {
    preview.findings.listed().iter().map(ToString::to_string).collect()
}

fn value(risk: &Risk, stage: Stage) -> Option<(f64, f64)> {
    risk.ratings.at(stage).map(|Rating { likelihood, impact }| (likelihood.value(), impact.value()))
}

#[test]
fn fifes_means_are_read_on_six_by_six_and_every_product_is_exact() {
    let before = empty_register((5, 5));
    let preview = guessed(fixtures::FIFE);
    assert_eq!(said(&preview), [""; 0]);
    let register = imported(&preview, &before);
    assert_eq!(register.risks().len(), 11);
    assert_eq!((register.matrix().likelihood().steps(), register.matrix().impact().steps()), (6, 6));
    let products: Vec<f64> = register
        .risks()
        .iter()
        .filter_map(|risk| register.score(risk))
        .map(|score| score.product())
        .collect();
    let printed = [21.42, 18.13, 17.22, 16.28, 15.99, 15.58, 15.54, 15.48, 14.76, 14.06, 13.68];
    assert_eq!(products, printed);
    assert_eq!(register.risks()[4].title, "Strategic partnerships (PPP/PFI, outsourcing)");
    assert_eq!(register.partnerships()[0].name, "Imported risks");
}

#[test]
fn mid_kents_first_letters_and_digits_are_the_worst() {
    let preview = guessed(fixtures::MID_KENT);
    let register = imported(&preview, &empty_register((5, 5)));
    let rating = |i: usize| value(&register.risks()[i], Stage::Current);
    // C1, B2 and D3 on A (worst) to F and 1 (worst) to 4.
    assert_eq!((rating(0), rating(1), rating(10)), (Some((4.0, 4.0)), Some((5.0, 3.0)), Some((3.0, 2.0))));
    let opportunity = format!("{}40,Better software,O,A1\n", fixtures::MID_KENT);
    let fates: Vec<Fate> = guessed(&opportunity).rows.iter().map(|row| row.fate).collect();
    assert_eq!(fates[10..], [Fate::Added, Fate::LeftOut(LeftOut::Opportunity)]);
}

#[test]
fn north_norfolks_words_are_read_before_and_after_controls() {
    let preview = guessed(fixtures::NORTH_NORFOLK);
    let register = imported(&preview, &empty_register((5, 5)));
    let rows: Vec<_> =
        register.risks().iter().map(|r| (value(r, Stage::Inherent), value(r, Stage::Current))).collect();
    assert_eq!(rows[2], (Some((2.0, 2.0)), Some((1.0, 2.0))));
    assert_eq!(rows[3], (Some((2.0, 2.0)), Some((1.0, 1.0))));
    assert_eq!(register.matrix().likelihood().steps(), 3);
    assert_eq!(register.risks()[0].notes, "category: Financial");
    let first = "row 2, column \u{201c}category\u{201d}: \u{201c}Financial\u{201d} is not a category here; it is kept in the notes";
    assert_eq!(preview.findings.listed().first().map(ToString::to_string).as_deref(), Some(first));
}

#[test]
fn the_strategic_partnering_products_agree_on_three_by_three() {
    let preview = guessed(fixtures::STRATEGIC);
    assert_eq!(said(&preview), [""; 0]);
    let register = imported(&preview, &empty_register((5, 5)));
    assert_eq!(register.matrix().likelihood().steps(), 3);
    let first = &register.risks()[0];
    assert_eq!((first.reference.as_str(), first.owner.as_str()), ("PT1", "PD"));
    assert_eq!(value(first, Stage::Current), Some((2.0, 3.0)));
}

#[test]
fn every_problem_names_row_and_column_and_blocks_the_whole() {
    let header = "Ref,Risk,Likelihood (1-5),Impact (1-5),Score\n";
    for (rows, message) in [
        ("1,a,9,3,27\n", "row 2, column “Likelihood (1-5)”: “9” is above 5, the highest step"),
        ("1,a,2,0,\n", "row 2, column “Impact (1-5)”: “0” is below 1, the lowest step"),
        ("1,a,2,\"1,234.50\",\n", "row 2, column “Impact (1-5)”: “1,234.50” is not a step of the scale"),
        ("1,a,NaN,3,\n", "row 2, column “Likelihood (1-5)”: “NaN” is not a step of the scale"),
        ("1,a,inf,3,\n", "row 2, column “Likelihood (1-5)”: “inf” is not a step of the scale"),
        ("1,a,1e3,3,\n", "row 2, column “Likelihood (1-5)”: “1e3” is not a step of the scale"),
        ("1,,2,3,6\n", "row 2, column “Risk”: the risk has no words"),
        ("1,a,2,,\n", "row 2, column “Likelihood (1-5)”: “2” is rated, but its impact is empty"),
        (
            "1,a,2,3,6,left,over\n",
            "row 2: has 7 cells but there are 5 columns; a cell with a delimiter in it may need quotation marks",
        ),
        ("1,a\n", "row 2: has 2 cells but there are 5 columns, and what is missing is needed"),
        (
            "1,a,2,3,6\n2,\"b,2,3,6\n3,c,2,3,6\n",
            "row 3: a quotation mark opens here and is never closed, so this row and all after it cannot be read",
        ),
    ] {
        let preview = guessed(&format!("{header}{rows}"));
        let problems: Vec<String> = preview.problems().map(ToString::to_string).collect();
        assert_eq!(problems, [message], "{rows}");
        assert_eq!(preview.change(), None, "{rows}");
    }
}

#[test]
fn every_notice_names_row_and_column_and_lets_the_import_go_on() {
    let header = "Ref,Risk,Likelihood,Impact,Score,Category,Status,Treatment,Type,Comments\n";
    for (rows, message) in [
        ("1,a,2,3,7,,,,,\n", "row 2, column “Score”: “7” is not likelihood times impact, which is 6"),
        (
            "1,a,2,3,6,Weather,,,,\n",
            "row 2, column “Category”: “Weather” is not a category here; it is kept in the notes",
        ),
        (
            "1,a,2,3,6,,maybe,,,\n",
            "row 2, column “Status”: “maybe” is not a status here; it is kept in the notes and the risk counts as open",
        ),
        (
            "1,a,2,3,6,,,hope,,\n",
            "row 2, column “Treatment”: “hope” is not a treatment here; it is kept in the notes",
        ),
        ("1,a,2,3,6,,,,,\n1,b,2,3,6,,,,,\n", "row 3, column “Ref”: “1” is the reference of row 2 too"),
        ("1,a,2,3,6,,,,,\n2,A,2,3,6,,,,,\n", "row 3: “A” says the same as row 2"),
        ("1,a,2,3,6,,\n", "row 2: has 7 cells but there are 10 columns; those missing are taken as empty"),
    ] {
        let preview = guessed(&format!("{header}{rows}"));
        assert_eq!(said(&preview), [message], "{rows}");
        assert!(preview.change().is_some(), "{rows}");
    }
}

#[test]
fn words_are_matched_and_what_is_not_known_is_kept() {
    let text = "Risk,Likelihood,Impact,Category,Status,Treatment,Existing controls,Notes\n\
                a,2,3,FUNDING AND FINANCE,Closed,Accept,Board,see file\n\
                b,2,3,people-and-skills,archived,Transfer,-,\n";
    let register = imported(&guessed(text), &empty_register((5, 5)));
    let [a, b] = register.risks() else { return assert_eq!(register.risks().len(), 2) };
    assert_eq!(a.category, Some(CategoryId::new("funding-and-finance")));
    assert_eq!(b.category, Some(CategoryId::new("people-and-skills")));
    assert_eq!((a.status, a.treatment), (Status::Closed, Treatment::Tolerate));
    assert_eq!((b.status, b.treatment), (Status::Closed, Treatment::Transfer));
    assert_eq!(
        (a.notes.as_str(), b.notes.as_str()),
        ("Existing controls: Board\nsee file", "Existing controls: -")
    );
}

#[test]
fn a_partnership_is_made_once_and_known_ones_are_found_in_any_case() {
    let text = "Partnership,Risk\nWaste,a\n waste ,b\nYouth  Justice,c\n,d\n";
    let first = imported(&guessed(text), &empty_register((5, 5)));
    let names =
        |register: &Register| register.partnerships().iter().map(|p| p.name.clone()).collect::<Vec<_>>();
    assert_eq!(names(&first), ["Waste", "Youth  Justice", "Imported risks"]);
    let more = table("Partnership,Risk\nYOUTH JUSTICE,e\nLibraries,f\n");
    let second = preview(&more, &guess(&more, &first), &first, &[], Stamp { seed: 8, ..STAMP });
    assert_eq!(names(&imported(&second, &first)), ["Waste", "Youth  Justice", "Imported risks", "Libraries"]);
}

#[test]
fn a_partnership_that_is_over_is_not_guessed_and_what_goes_to_it_is_told() {
    let named = |bits, name: &str, status| Partnership {
        status,
        ..Partnership::new(PartnershipId::from_bits(bits), name, 0)
    };
    let over = named(1, "Waste", PartnershipStatus::Ended);
    let register = |others: Vec<Partnership>| {
        let all = [vec![over.clone()], others].concat();
        empty_register((5, 5)).apply(Change::PartnershipsPut(all)).expect("sound")
    };
    let file = table("Partnership,Risk\nWaste,a\n,b\n");
    let preview_of = |mapping: &Mapping, register: &Register| preview(&file, mapping, register, &[], STAMP);

    let alone = register(Vec::new());
    let mut mapping = guess(&file, &alone);
    assert!(matches!(mapping.home, Home::Named(_)));
    let told = "the partnership is over, so its risks are kept and count in no figure";
    let by_row = said(&preview_of(&mapping, &alone));
    assert!(by_row.len() == 1 && by_row[0].starts_with("row 2") && by_row[0].ends_with(told), "{by_row:?}");
    mapping.home = Home::Existing(over.id);
    assert_eq!(said(&preview_of(&mapping, &alone)), [told]);

    let both = register(vec![named(2, "waste", PartnershipStatus::Active)]);
    let mapping = guess(&file, &both);
    assert_eq!(mapping.home, Home::Existing(PartnershipId::from_bits(2)));
    let after = imported(&preview_of(&mapping, &both), &both);
    assert_eq!(after.risks_of(PartnershipId::from_bits(2)).count(), 2);
}

#[test]
fn a_file_read_twice_counts_once_unless_the_person_says_so() {
    let before = imported(&guessed(fixtures::FIFE), &empty_register((5, 5)));
    let table = table(fixtures::FIFE);
    let mut mapping = guess(&table, &before);
    let again = preview(&table, &mapping, &before, &[], STAMP);
    assert!(again.rows.iter().all(|row| row.fate == Fate::LeftOut(LeftOut::AlreadyThere)));
    assert_eq!(again.change(), None);
    mapping.repeats = Repeats::AddAgain;
    let added = preview(&table, &mapping, &before, &[], STAMP);
    let first = "row 2, column \u{201c}Rank\u{201d}: \u{201c}1\u{201d} is already the reference of a risk in the register";
    assert_eq!(said(&added).first().map(String::as_str), Some(first));
    // The same seed again: ids that the register has are passed over, so nothing is replaced.
    assert_eq!(imported(&added, &before).risks().len(), 22);
}

#[test]
fn a_register_with_ratings_keeps_its_matrix() {
    let before = imported(&guessed(fixtures::STRATEGIC), &empty_register((3, 3)));
    let file = table("Risk,Likelihood,Impact\na,3,2\nb,4,1\n");
    let mapping = guess(&file, &before);
    assert_eq!(
        (mapping.scales.matrix.is_none(), &mapping.scales.remarks[..]),
        (true, &[Remark::MatrixStands][..])
    );
    let preview_of = |mapping: &Mapping, file: &Table| preview(file, mapping, &before, &[], STAMP);
    assert_eq!(
        said(&preview_of(&mapping, &file)),
        ["row 3, column \u{201c}Likelihood\u{201d}: \u{201c}4\u{201d} is above 3, the highest step"]
    );
    let words = table("Risk,Likelihood,Impact\na,rare,severe\nb,almost certain,minor\n");
    let problems = said(&preview_of(&guess(&words, &before), &words));
    assert_eq!(problems[0], "the file has 5 steps of likelihood and the matrix has 3; make them the same");
    let mut smaller = mapping.clone();
    smaller.left_out = vec![3];
    assert_eq!(preview_of(&smaller, &file).added(), 1);
    assert!(preview_of(&smaller, &file).change().is_some());
    // Not even one on which every rating lies: it may mean something else there.
    smaller.scales.matrix = Some(Rc::new(preset::of_size(5, 5)));
    let refused = preview_of(&smaller, &file);
    assert!(
        said(&refused)
            .iter()
            .any(|said| said.starts_with("the register holds ratings, so its matrix stands"))
    );
    assert!(refused.change().is_none());
}

#[test]
fn a_matrix_that_comes_with_a_file_leaves_the_appetite_as_it_was_meant() {
    let mut organisation = empty_register((5, 5)).organisation().clone();
    let own = vec![(CategoryId::new("service-gaps"), AppetiteLevel::Averse)];
    let appetite =
        Appetite { by_category: own.clone(), ..Appetite::usual(organisation.matrix.levels().len()) };
    organisation.appetite = Rc::new(appetite);
    let register = Register::new(organisation);
    let file = table("Risk,Likelihood,Impact\na,3,2\n");
    let mut mapping = guess(&file, &register);
    mapping.scales.matrix = Some(Rc::new(preset::of_size(3, 3)));
    let after = imported(&preview(&file, &mapping, &register, &[], STAMP), &register);
    let expected = Appetite { by_category: own, ..Appetite::usual(after.matrix().levels().len()) };
    assert_eq!(*after.organisation().appetite, expected);
}

#[test]
fn the_names_of_the_matrixs_own_steps_are_read() {
    let file = table("Risk,Likelihood,Impact\na,Rare,Moderate\nb,almost certain,Catastrophic\n");
    let register = empty_register((5, 5));
    let mapping = guess(&file, &register);
    assert!(mapping.scales.matrix.is_none());
    let after = imported(&preview(&file, &mapping, &register, &[], STAMP), &register);
    let read: Vec<_> = after.risks().iter().map(|risk| value(risk, Stage::Current)).collect();
    assert_eq!(read, [Some((1.0, 3.0)), Some((5.0, 5.0))]);
}

#[test]
fn a_mapping_that_cannot_work_says_why() {
    let file = table("Risk,Likelihood,Impact,Rating\na,2,3,6\n");
    let register = empty_register((5, 5));
    let sound = guess(&file, &register);
    let with = |change: fn(&mut Mapping)| {
        let mut mapping = sound.clone();
        change(&mut mapping);
        said(&preview(&file, &mapping, &register, &[], STAMP)).swap_remove(0)
    };
    for (message, found) in [
        ("no column holds the risk in words; say which one does", with(|m| m.set(0, Field::Ignored))),
        (
            "column “Likelihood”: no column holds the current impact that belongs beside this one; \
             say which one does, or leave this one out",
            with(|m| m.set(2, Field::Ignored)),
        ),
        (
            "column “Rating”: the current rating stands in one column and in separate ones too; leave out one of them",
            with(|m| m.set(3, Field::Pair(Stage::Current))),
        ),
        (
            "say which partnership rows belong to where they name none",
            with(|m| m.home = Home::Named(" ".into())),
        ),
        (
            "column “Impact”: two columns are said to hold the same: risk",
            with(|m| m.columns[2].field = Field::Title),
        ),
    ] {
        assert_eq!(found, message);
    }
}

#[test]
fn a_scale_that_a_header_declares_holds_even_where_no_value_is_on_it() {
    let register = crate::example::fife_council();
    let table = table("Risk,Likelihood (1-5),Impact (1-5)\nFlood,9,2\n");
    let preview = preview(&table, &guess(&table, &register), &register, &categories(), STAMP);
    assert_eq!(
        said(&preview),
        [
            "the file has 5 steps of likelihood and the matrix has 6; make them the same",
            "the file has 5 steps of impact and the matrix has 6; make them the same",
        ]
    );
    let said_of_five = said(&guessed("Risk,Likelihood (1-5),Impact (1-5)\nFlood,9,2\n"));
    assert_eq!(
        said_of_five,
        ["row 2, column \u{201c}Likelihood (1-5)\u{201d}: \u{201c}9\u{201d} is above 5, the highest step"]
    );
}
