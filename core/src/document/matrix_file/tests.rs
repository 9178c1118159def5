//! A matrix reads back as it was written, what is as usual is not written, and what is wrong is said
//! with its place.

use proptest::prelude::{prop_assert, prop_assert_eq};

use super::{read, write};
use crate::scale::fixtures::matrices;
use crate::scale::{Axis, Colour, Direction, Layout, Matrix, MoneyBand, ProbabilityBand, preset};

fn whole() -> Matrix {
    let chance = |from, to| ProbabilityBand::new(from, to).ok();
    let money = |from, to| MoneyBand::new(from, to).ok();
    let matrix = preset::of_size(3, 3);
    let scales = (matrix.likelihood().clone(), matrix.impact().clone());
    let mut levels = matrix.levels().to_vec();
    levels[2].colour = Some(Colour::new(0xc6, 0x28, 0x28));
    let rows: Vec<Vec<u8>> = matrix.rows().map(<[u8]>::to_vec).collect();
    Matrix::new(matrix.name(), scales.0, scales.1, levels, &rows)
        .expect("as it was but for a colour")
        .with_layout(Layout { upwards: Axis::Impact, impact: Direction::HighestFirst, ..Layout::default() })
        .with_bands(
            vec![chance(0, 50_000), chance(50_000, 500_000), chance(500_000, 1_000_000)],
            vec![None, money(1_000_000, Some(10_000_000)), money(10_000_000, None)],
        )
        .expect("ascending")
}

#[test]
fn all_that_a_matrix_says_is_stored() {
    let text = write(&whole());
    for part in [
        r#""likelihood_bands":[{"from":0,"to":50000},{"from":50000,"to":500000},{"from":500000,"to":1000000}]"#,
        r#""impact_bands":[null,{"from":1000000,"to":10000000},{"from":10000000}]"#,
        r##""tone":"high","colour":"#c62828""##,
        r#""layout":{"upwards":"impact","likelihood":"lowest-first","impact":"highest-first"}"#,
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
    assert_eq!(read(&text), Ok(whole()));
}

#[test]
fn what_is_as_usual_is_not_written_and_an_older_file_reads_as_before() {
    let text = write(&preset::of_size(3, 3));
    for name in ["bands", "colour", "layout"] {
        assert!(!text.contains(name), "{name} in {text}");
    }
    let older = r#"{"format":"partnership-risk-matrix","schema":1,"matrix":{"name":"Ours",
        "likelihood":["a","b","c"],"impact":["d","e","f"],
        "levels":[{"name":"Low","tone":"lowest","response":"","review_months":12},
                  {"name":"High","tone":"high","response":"Act","review_months":1}],
        "grid":[[0,0,0],[0,0,1],[0,1,1]]}}"#;
    let matrix = read(older).expect("sound");
    assert_eq!((matrix.layout(), matrix.level_at(1, 2)), (Layout::default(), 1));
    assert_eq!(matrix.money_bands(), [None, None, None]);
    assert_eq!(matrix.levels()[1].colour, None);
}

#[test]
fn what_is_wrong_is_said_with_its_place() {
    for (from, to, said) in [
        ("\"schema\":1,", "", "this is not a matrix of the Partnership Risk Calculator"),
        ("partnership-risk-matrix", "other", "this is not a matrix of the Partnership Risk Calculator"),
        ("\"schema\":1", "\"schema\":2", "written by a newer version (schema 2; this version reads up to 1)"),
        ("\"name\":\"3 × 3, low to high\",", "", "the text is damaged: missing field `name`"),
        ("#c62828", "red", "the colour “red” of level “High”: not a colour"),
        ("{\"from\":0,\"to\":50000}", "{\"from\":9,\"to\":5}", "entry 1 of likelihood_bands: the band ends"),
        ("{\"from\":0,\"to\":50000}", "{\"from\":0}", "the text is damaged: missing field `to`"),
        ("\"to\":50000}", "\"to\":50001}", "the matrix: the band of likelihood step 2 does not lie above"),
        ("null,{", "{", "the matrix: 2 bands are given for the 3 steps of impact"),
        ("highest-first", "upside-down", "the text is damaged: unknown variant `upside-down`"),
        ("\"name\":\"Medium\"", "\"name\":\" \"", "the matrix: level 2 has no name"),
        ("[\"Low\",\"Medium\"", "[\"Low\",\"low\"", "the likelihood scale: step 2 has the name of another"),
        ("\"grid\":[[0", "\"grid\":[[7", "the matrix: row 1, cell 1 of the grid names a level"),
    ] {
        let text = write(&whole());
        let altered = text.replacen(from, to, 1);
        assert_ne!(text, altered, "{from}");
        let error = read(&altered).expect_err(to).to_string();
        assert!(error.starts_with(said), "{error}");
    }
}

proptest::proptest! {
    #[test]
    fn every_matrix_reads_back_as_it_was_written(matrix in matrices()) {
        prop_assert_eq!(read(&write(&matrix)), Ok(matrix));
    }

    #[test]
    fn reading_any_text_never_panics(text in ".*") {
        prop_assert!(read(&text).is_err());
    }
}
