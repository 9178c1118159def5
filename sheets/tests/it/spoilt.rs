//! Files that were sound once: cut at every length, with bits turned over, with parts that say something else.

use proptest::prelude::{ProptestConfig, Strategy, any, prop, proptest};

use crate::fuzz;
use crate::made::{Xlsx, ods, zipped};

const CELLS: &str = r#"<row r="2" spans="1:3"><c r="A2" t="s" s="1"><v>0</v></c><c r="C2"><v>0.3</v></c></row><row r="5"><c r="A5" s="3"><v>46112</v></c><c r="E5" t="e"><v>#REF!</v></c><c r="F5" t="inlineStr"><is><r><t>in &amp; out</t></r></is></c><c r="G5" t="str"><f t="shared" ref="G5:G6" si="0">A1</f><v>a</v></c></row>"#;

fn xlsx() -> Xlsx {
    Xlsx {
        styles: r#"<styleSheet><numFmts><numFmt numFmtId="170" formatCode="0.0%"/></numFmts><cellXfs><xf numFmtId="170"/><xf numFmtId="14"/></cellXfs></styleSheet>"#.to_owned(),
        strings: "<sst count=\"1\"><si><t>Flood</t></si></sst>".to_owned(),
        ..Xlsx::of(CELLS)
    }
}

const TABLE: &str = r#"<table:table table:name="S" table:style-name="t"><table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="date" office:date-value="2026-03-31T00:00:00" table:number-columns-repeated="3"><text:p>a<text:s text:c="2"/>&#38;</text:p></table:table-cell><table:covered-table-cell/></table:table-row></table:table>"#;

const STYLE: &str =
    r#"<style:style style:name="t"><style:table-properties table:display="false"/></style:style>"#;

#[test]
fn a_file_cut_anywhere_is_refused_in_words() {
    for whole in [xlsx().bytes(), ods(STYLE, TABLE)] {
        (0..=whole.len()).for_each(|end| fuzz::workbook(&whole[..end]));
    }
}

#[test]
fn a_part_cut_anywhere_is_read_or_refused_in_words() {
    let parts = xlsx().parts();
    for cut in 0..parts.len() {
        for end in (0..parts[cut].1.len()).filter(|end| parts[cut].1.is_char_boundary(*end)) {
            let part = |(n, (name, text)): (usize, &(String, String))| {
                let end = if n == cut { end } else { text.len() };
                (name.clone(), text[..end].to_owned())
            };
            let parts: Vec<(String, String)> = parts.iter().enumerate().map(part).collect();
            let parts: Vec<(&str, &[u8])> =
                parts.iter().map(|(name, text)| (name.as_str(), text.as_bytes())).collect();
            fuzz::workbook(&zipped(&parts));
        }
    }
    for table in (0..TABLE.len()).filter_map(|end| TABLE.get(..end)) {
        fuzz::workbook(&ods(STYLE, table));
    }
}

/// Where something is changed, how many bytes go, and what comes instead.
fn spots() -> impl Strategy<Value = Vec<(prop::sample::Index, usize, u8)>> {
    prop::collection::vec((any::<prop::sample::Index>(), 0..3usize, any::<u8>()), 1..8)
}

fn spoilt(bytes: &[u8], spots: &[(prop::sample::Index, usize, u8)]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for (at, length, byte) in spots {
        let at = at.index(bytes.len().max(1)).min(bytes.len());
        let end = (at + length).min(bytes.len());
        bytes.splice(at..end, [*byte]);
    }
    bytes
}

/// Pieces of XML that mean something here.
const WORDS: [&str; 24] = [
    "<c r=\"",
    "\"/>",
    "</c>",
    "<row r=\"4294967295\">",
    "<row r=\"0\">",
    "A0",
    "XFD1048576",
    "ZZZZZZZ9",
    "t=\"e\"",
    "t=\"s\"",
    "<v>9999999999</v>",
    "<v>-1e308</v>",
    "<v>NaN</v>",
    "&#0;",
    "&#x110000;",
    "&lt",
    "<![CDATA[",
    "<!--",
    "<?xml encoding=\"utf-16\"?>",
    "Target=\"..\"",
    "Target=\"/\"",
    "Target=\"\"",
    "<mergeCell ref=\"B:A\"/>",
    "number-rows-repeated=\"-1\"",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn bytes_turned_over_never_panic(spots in spots()) {
        fuzz::workbook(&spoilt(&xlsx().bytes(), &spots));
        fuzz::workbook(&spoilt(&ods(STYLE, TABLE), &spots));
    }

    #[test]
    fn parts_that_say_something_else_never_panic(which in 0..6usize, spots in spots(), words in prop::collection::vec((any::<prop::sample::Index>(), 0..WORDS.len()), 0..3)) {
        let mut parts: Vec<(String, Vec<u8>)> =
            xlsx().parts().into_iter().map(|(name, text)| (name, text.into_bytes())).collect();
        let which = which % parts.len();
        let part = &mut parts[which].1;
        for (at, word) in words {
            let at = at.index(part.len());
            part.splice(at..at, WORDS[word].bytes());
        }
        if which.is_multiple_of(2) {
            *part = spoilt(part, &spots);
        }
        let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, bytes)| (name.as_str(), &bytes[..])).collect();
        fuzz::workbook(&zipped(&parts));
    }

    #[test]
    fn a_table_that_says_something_else_never_panics(spots in spots()) {
        let table = spoilt(TABLE.as_bytes(), &spots);
        fuzz::workbook(&ods(STYLE, &String::from_utf8_lossy(&table)));
    }

    #[test]
    fn any_bytes_are_no_message_or_one(bytes: Vec<u8>) {
        fuzz::message(&bytes);
        fuzz::workbook(&bytes);
    }
}
