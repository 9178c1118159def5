//! What people and machines really hand over: broken, foreign and hostile files, each of which is
//! answered at once and in words, and never with a panic.

use std::rc::Rc;
use std::time::{Duration, Instant};

use proptest::prelude::{ProptestConfig, Strategy, any, prop, prop_assert, prop_assert_eq, prop_oneof};

use super::csv::Delimiter;
use super::import::{Preview, Stamp, guess, preview};
use super::table::{HeaderChoice, Reading, Source, Table, read_file};
use super::text::Encoding;
use crate::register::{Organisation, Register};
use crate::scale::preset;

fn register() -> Register {
    Register::new(Organisation::new("Anytown", Rc::new(preset::of_size(5, 5))))
}

fn previewed(table: &Table) -> Preview {
    let register = register();
    preview(table, &guess(table, &register), &register, &[], Stamp { now: 0, seed: 0 })
}

/// The refusal, or else everything found.
fn answer(bytes: &[u8]) -> Vec<String> {
    match read_file(bytes, Reading::default()) {
        Err(error) => vec![error.to_string()],
        Ok(table) => previewed(&table).findings.listed().iter().map(ToString::to_string).collect(),
    }
}

#[test]
fn every_bad_file_is_answered_in_words() {
    let wide = format!("Risk{}\na{}\n", ",x".repeat(4_999), ",1".repeat(4_999));
    let long = format!("Risk,Likelihood,Impact\n{}", "a,2,3\n".repeat(100_000));
    let letters = vec![b'a'; 10 << 20];
    let quotes = vec![b'"'; (10 << 20) - 1];
    for (bytes, expected) in [
        (&b""[..], &["the file is empty"][..]),
        (b"Risk,Likelihood,Impact\n", &["the file has no row with a risk in it"]),
        (
            b"\n\n,,,\n",
            &[
                "the file has no row with a risk in it",
                "no column holds the risk in words; say which one does",
            ],
        ),
        (b"Risk,Likelihood\0,Impact\n", &["this is not a text file; save the register as CSV first"]),
        (
            b"1,Flood,3,4\n2,Fire,2,2\n",
            &[
                "no row names the columns; say for each column what it holds, or add such a row",
                "no column holds the risk in words; say which one does",
            ],
        ),
        (b"Risk,Risk,L,I\na,,2,3\n", &["columns 1 and 2 are both called \u{201c}Risk\u{201d}"]),
        (
            b"\"",
            &[
                "row 1: a quotation mark opens here and is never closed, so this row and all after it cannot be read",
                "no column holds the risk in words; say which one does",
            ],
        ),
        (
            &quotes,
            &[
                "row 1: a quotation mark opens here and is never closed, so this row and all after it cannot be read",
                "no column holds the risk in words; say which one does",
            ],
        ),
        (
            &letters,
            &[
                "row 1: a cell is longer than 32767 characters; is this a register?",
                "no column holds the risk in words; say which one does",
            ],
        ),
        (long.as_bytes(), &["the file has more than 50000 rows, the most that are read"]),
        (wide.as_bytes(), &["row 1: the row has 5000 cells; at most 256 are read"]),
    ] {
        let found = answer(bytes);
        assert_eq!(found[..expected.len().min(found.len())], *expected);
    }
}

#[test]
fn every_usual_way_of_writing_is_read() {
    use Delimiter::{Bar, Comma, Semicolon, Tab};
    let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    for (bytes, delimiter, encoding, title) in [
        (
            b"Risk,L,I\nLoss of \xa35m at partner\x92s,2,3\n".to_vec(),
            Comma,
            Encoding::Windows1252,
            "Loss of £5m at partner’s",
        ),
        (utf16("\u{feff}Risk\tL\tI\r\na, b\t2\t3\r\n"), Tab, Encoding::Utf16LowFirst, "a, b"),
        (b"Risk;L;I\r\na, b;2,5;3,1\r\n".to_vec(), Semicolon, Encoding::Utf8, "a, b"),
        (b"sep=|\nRisk|L|I\na;b|2|3\n".to_vec(), Bar, Encoding::Utf8, "a;b"),
        (
            b"Register of risks\rApril 2026\r\rRisk,L,I\r\"a\rb\",2,3\r".to_vec(),
            Comma,
            Encoding::Utf8,
            "a\rb",
        ),
        (b"Risk,L,I\n\"'=cmd|' /C calc'!A0\",2,3\n".to_vec(), Comma, Encoding::Utf8, "=cmd|' /C calc'!A0"),
        (b"Risk,L,I\n=1+1,2,3\n".to_vec(), Comma, Encoding::Utf8, "=1+1"),
    ] {
        let table = read_file(&bytes, Reading::default()).expect("text");
        assert_eq!((table.source(), table.cell(0, 0)), (&Source::Text(encoding, delimiter), title));
        assert!(previewed(&table).change().is_some(), "{title}");
    }
}

#[test]
fn the_person_overrules_delimiter_and_header() {
    let text = b"a;b,c\n1;2,3\nRisk;x,L\n4;5,6\n";
    let read = |reading| read_file(text, reading).expect("text");
    let table = read(Reading { delimiter: Some(Delimiter::Semicolon), header: HeaderChoice::Row(3) });
    assert_eq!((table.headers(), table.rows(), table.number(0)), (&["Risk".into(), "x,L".into()][..], 1, 4));
    let table = read(Reading { delimiter: Some(Delimiter::Comma), header: HeaderChoice::Absent });
    assert_eq!((table.headers(), table.rows()), (&["Column 1".into(), "Column 2".into()][..], 4));
}

#[test]
fn the_largest_and_strangest_files_are_answered_at_once() {
    let size = 1 << 20;
    for pattern in
        ["a", "\"", ",", "a,", "\"a\"b,", "\n", "\"\",", "a,\n", "'", "\"a\nb\",c\n", "Risk,L,I\n", "é"]
    {
        let bytes = pattern.repeat(size / pattern.len()).into_bytes();
        let start = Instant::now();
        assert!(!answer(&bytes).is_empty(), "{pattern}");
        // Far under a second when optimised; tests are not, and share their machine.
        assert!(start.elapsed() < Duration::from_secs(10), "{pattern:?} took {:?}", start.elapsed());
    }
}

/// Bytes of which many mean something to one stage or another.
fn soup() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        prop::sample::select(vec![
            "\"",
            "\"\"",
            ",",
            ";",
            "\t",
            "|",
            "\n",
            "\r",
            "\r\n",
            "'",
            "=",
            "sep=;",
            "Risk",
            "Likelihood (1-5)",
            "Impact",
            "Residual",
            "Score",
            "Ref",
            "Type",
            "O",
            "R",
            "C1",
            "4,2",
            "1e3",
            "NaN",
            "low",
            "high",
            "A",
            "Partnership",
            "-",
            "\u{feff}",
            "£",
            "\0",
            "Category",
            "Status",
            "Inherent likelihood",
            "7",
            "2",
            "3"
        ])
        .prop_map(|piece| piece.as_bytes().to_vec()),
        prop::collection::vec(any::<u8>(), 0..4),
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest::proptest! {
    #![proptest_config(ProptestConfig::with_cases(1024))]
    #[test]
    fn any_bytes_are_answered_and_a_change_always_fits(bytes in soup()) {
        for header in [HeaderChoice::Guess, HeaderChoice::Absent, HeaderChoice::Row(2)] {
            let Ok(table) = read_file(&bytes, Reading { delimiter: None, header }) else { continue };
            let previewed = previewed(&table);
            prop_assert!(previewed.findings.listed().iter().all(|finding| !finding.to_string().is_empty()));
            let added = previewed.added();
            if let Some(change) = previewed.change() {
                let after = register().apply(change);
                prop_assert_eq!(after.map(|register| register.risks().len()), Ok(added));
            }
        }
    }

    #[test]
    fn random_bytes_are_answered(bytes: Vec<u8>) {
        prop_assert!(answer(&bytes).iter().all(|sentence| !sentence.is_empty()));
    }
}
