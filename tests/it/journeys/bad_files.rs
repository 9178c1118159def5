//! What people really hand over. Each file is answered by row and field, and nothing is applied and
//! nothing lost while there is a problem.

use partnership_risk::app::event::Event;

use crate::desk::{Desk, FIFE_CSV};

/// A file with a problem, and a part of what must be said about it.
fn bad_files() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    const HEAD: &str = "Ref,Risk,Likelihood (1-5),Impact (1-5)\n";
    let rows = |rows: &str| format!("{HEAD}{rows}").into_bytes();
    vec![
        ("empty", Vec::new(), "the file is empty"),
        ("no rows", rows(""), "the file has no row with a risk in it"),
        (
            "outside the scale",
            rows("1,Flood,9,2\n"),
            "row 2, column \u{201c}Likelihood (1-5)\u{201d}: \u{201c}9\u{201d} is above 5, the highest step",
        ),
        (
            "below the scale",
            rows("1,Flood,2,0\n"),
            "row 2, column \u{201c}Impact (1-5)\u{201d}: \u{201c}0\u{201d} is below 1, the lowest step",
        ),
        (
            "thousands",
            rows("1,Flood,2,3\n2,Fire,\"1,234.50\",2\n"),
            "row 3, column \u{201c}Likelihood (1-5)\u{201d}: \u{201c}1,234.50\u{201d} is not a step of the scale",
        ),
        (
            "not a number",
            rows("1,Flood,NaN,2\n"),
            "row 2, column \u{201c}Likelihood (1-5)\u{201d}: \u{201c}NaN\u{201d} is not a step of the scale",
        ),
        (
            "infinite",
            rows("1,Flood,inf,2\n"),
            "row 2, column \u{201c}Likelihood (1-5)\u{201d}: \u{201c}inf\u{201d} is not a step of the scale",
        ),
        (
            "half rated",
            rows("1,Flood,3,\n"),
            "row 2, column \u{201c}Likelihood (1-5)\u{201d}: \u{201c}3\u{201d} is rated, but its impact is empty",
        ),
        ("no words", rows("1,,3,2\n"), "row 2, column \u{201c}Risk\u{201d}: the risk has no words"),
        ("too long a row", rows("1,Flood,3,2,5,6\n"), "row 2: has 6 cells but there are 4 columns"),
        ("too short a row", rows("1,Flood,3\n"), "row 2: has 3 cells but there are 4 columns"),
        (
            "unclosed quote",
            rows("1,\"Flood,3,2\n2,Fire,1,1\n"),
            "row 2: a quotation mark opens here and is never closed",
        ),
        ("a picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(), "this is not a text file"),
        ("one letter", vec![b'a'; 10_000_000], "row 1: a cell is longer than 32767 characters"),
        ("no names", b"1,Flood,3,4\n2,Fire,2,2\n".to_vec(), "no row names the columns"),
    ]
}

#[test]
fn every_bad_file_is_answered_by_row_and_field() {
    for (name, bytes, said) in bad_files() {
        let told = Desk::new().chooses("register.csv", &bytes).told();
        assert!(told.iter().any(|line| line.contains(said)), "{name}: {said:?} is not in {told:#?}");
    }
}

#[test]
fn a_bad_file_changes_nothing_and_loses_nothing() {
    for (name, bytes, _) in bad_files() {
        let desk = Desk::with_example();
        let (register, kept) = (desk.model.register.clone(), desk.stored());
        let desk = desk.chooses("register.csv", &bytes).agrees();
        assert_eq!(desk.model.register, register, "{name}");
        assert_eq!(desk.stored(), kept, "{name}");
        assert!(desk.refusal().is_some(), "{name} is refused in silence");
        let desk = desk.after(Event::ImportClosed).comes_back();
        assert_eq!(desk.model.register, register, "{name}");
    }
}

#[test]
fn a_bad_file_can_be_put_right_and_chosen_again() {
    for (name, bytes, _) in bad_files() {
        let desk = Desk::new().chooses("register.csv", &bytes).agrees();
        let desk = desk.chooses("register.csv", FIFE_CSV.as_bytes()).agrees();
        assert_eq!(desk.register().risks().len(), 11, "{name}");
        assert_eq!(desk.refusal(), None, "{name}");
    }
}

#[test]
fn every_problem_of_a_file_is_told_at_once() {
    let file = "Ref,Risk,Likelihood (1-5),Impact (1-5)\n1,Flood,9,NaN\n2,,1,\n3,Storm,x,2\n";
    let told = Desk::new().chooses("register.csv", file.as_bytes()).told();
    for row in ["row 2", "row 3", "row 4"] {
        assert!(told.iter().any(|line| line.starts_with(row)), "{row}: {told:#?}");
    }
    assert!(told.iter().filter(|line| line.starts_with("row 2")).count() >= 2, "{told:#?}");
}

#[test]
fn foreign_ways_of_writing_are_read_and_not_refused() {
    let utf16 = |text: &str| "\u{feff}".chars().chain(text.chars()).collect::<String>();
    let low_first = |text: &str| utf16(text).encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let high_first = |text: &str| utf16(text).encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<u8>>();
    for (name, bytes) in [
        ("UTF-8 with a mark", "\u{feff}Risk,L,I\nLoss of £5m – twice,2,3\n".as_bytes().to_vec()),
        ("UTF-16, low byte first", low_first("Risk\tL\tI\r\nLoss of £5m – twice\t2\t3\r\n")),
        ("UTF-16, high byte first", high_first("Risk,L,I\r\nLoss of £5m – twice,2,3\r\n")),
        ("Windows-1252", b"Risk,L,I\r\nLoss of \xa35m \x96 twice,2,3\r\n".to_vec()),
        ("semicolons", "Risk;L;I\r\nLoss of £5m – twice;2;3\r\n".as_bytes().to_vec()),
        ("tabs", "Risk\tL\tI\nLoss of £5m – twice\t2\t3\n".as_bytes().to_vec()),
    ] {
        let desk = Desk::new().chooses("register.csv", &bytes).agrees();
        assert_eq!(desk.risk("Loss").title, "Loss of £5m – twice", "{name}");
    }
}

#[test]
fn what_is_odd_but_readable_is_said_and_does_not_stand_in_the_way() {
    for (name, file, said) in [
        (
            "two columns of one name",
            "Risk,Risk,L,I\na,,2,3\n",
            "columns 1 and 2 are both called \u{201c}Risk\u{201d}",
        ),
        (
            "a wrong product",
            "Risk,Likelihood,Impact,Score\na,2,3,7\n",
            "is not likelihood times impact, which is 6",
        ),
        ("a missing last cell", "Risk,Likelihood,Impact,Owner\na,2,3\n", "those missing are taken as empty"),
        ("a reference twice", "Ref,Risk,L,I\n1,a,2,3\n1,b,2,3\n", "is the reference of row 2 too"),
    ] {
        let desk = Desk::new().chooses("register.csv", file.as_bytes());
        let told = desk.told();
        assert!(told.iter().any(|line| line.contains(said)), "{name}: {told:#?}");
        assert!(desk.preview().change().is_some(), "{name}: {told:#?}");
    }
}
