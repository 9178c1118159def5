//! Matrices of others are read with every word in its place, ours go out and come back, and a file
//! that is wrong is answered with everything that is wrong in it.

use proptest::prelude::{Strategy, prop, prop_assert, prop_assert_eq};

use super::{MOST_BYTES, read, write, write_library};
use crate::scale::fixtures::matrices;
use crate::scale::{Axis, Colour, Layout, Matrix, preset};

/// A library in the layout that CISO Assistant ships, with the grid of ISO/IEC 27005.
const LIBRARY: &str = r##"urn: urn:example:risk:library:uneven
locale: en
ref_id: uneven
name: Uneven
copyright: Example
version: 6
publication_date: 2025-02-21
provider: example
translations:
  fr:
    name: Inégale
objects:
  risk_matrix:
  - urn: urn:example:risk:matrix:uneven
    ref_id: uneven
    name: 'Uneven: five by five'
    description: "likelihood and impact weigh unevenly"
    probability:
    - {id: 0, abbreviation: '1', name: 1 - seldom, description: once in ten years}
    - {id: 1, abbreviation: '2', name: 2 - at times}
    - {id: 2, abbreviation: '3', name: 3 - yearly}
    - {id: 3, abbreviation: '4', name: 4 - often}
    - {id: 4, abbreviation: '5', name: 5 - always}
    impact:
    - name: A
      hexcolor: '#00B050'
    - name: B
    - name: C
    - name: D
      translations:
        fr:
          name: Dé
    - name: E
    risk:
    - id: 0
      abbreviation: VL
      name: very low
      description: |
        leave it
      hexcolor: '#BBF7D0'
    - id: 1
      name: low
      hexcolor: '#0F0'
    - id: 2
      name: medium
      hexcolor: ''
    - id: 3
      name: high
      description: act now
      hexcolor: '#FF1A00'
    - id: 4
      name: very high
      hexcolor: '#000000'
    grid:
    - - 0
      - 0
      - 1
      - 1
      - 1
    - [0, 1, 1, 2, 2]
    - [1, 1, 2, 3, 3]
    - [1, 2, 3, 3, 4]
    - [2, 3, 3, 4, 4]
    translations:
      fr:
        name: Inégale
"##;

fn one(text: &str) -> Matrix {
    let matrices = read(text.as_bytes()).expect("sound");
    assert_eq!(matrices.len(), 1);
    matrices.into_iter().next().expect("just counted")
}

fn faults(text: &str) -> Vec<String> {
    read(text.as_bytes()).expect_err("something is wrong").iter().map(ToString::to_string).collect()
}

#[test]
fn a_library_of_others_is_read_with_every_word_in_its_place() {
    let matrix = one(LIBRARY);
    assert_eq!(matrix.name(), "Uneven: five by five");
    assert_eq!(matrix.likelihood().labels()[..2], ["1 - seldom", "2 - at times"]);
    assert_eq!(matrix.impact().labels(), ["A", "B", "C", "D", "E"]);
    let levels: Vec<(&str, &str, Option<String>)> = matrix
        .levels()
        .iter()
        .map(|level| (&*level.name, &*level.response, level.colour.map(|colour| colour.to_string())))
        .collect();
    let own = |colour: &str| Some(colour.to_owned());
    assert_eq!(
        levels,
        [
            ("very low", "leave it", own("#bbf7d0")),
            ("low", "", own("#00ff00")),
            ("medium", "", None),
            ("high", "act now", own("#ff1a00")),
            ("very high", "", own("#000000")),
        ]
    );
    let shipped = preset::preset("iso-27005").expect("shipped").matrix();
    assert!(matrix.rows().eq(shipped.rows()));
    assert_eq!((matrix.level_at(0, 2), matrix.level_at(2, 3), matrix.level_at(3, 2)), (1, 3, 3));
}

#[test]
fn an_asymmetric_grid_is_read_probability_first() {
    // EBIOS RM, 4 x 4: row 3 is not column 3.
    let source = "probability: [{name: a}, {name: b}, {name: c}, {name: d}]\n\
                  impact: [{name: a}, {name: b}, {name: c}, {name: d}]\n\
                  risk: [{name: l}, {name: m}, {name: h}]\n\
                  grid: [[0, 0, 0, 1], [0, 0, 1, 1], [1, 1, 2, 2], [1, 2, 2, 2]]\n";
    let matrix = one(source);
    assert_eq!((matrix.level_at(2, 0), matrix.level_at(0, 2)), (1, 0));
}

#[test]
fn a_library_may_list_several_matrices_under_either_name_and_be_json() {
    let parts = r#""probability":[{"name":"a"},{"name":"b"},{"name":"c"}],"impact":[{"name":"a"},{"name":"b"},{"name":"c"}],
        "risk":[{"name":"l"},{"name":"h"}],"grid":[[0,0,0],[0,0,1],[0,1,1]]"#;
    let text = format!(
        r#"{{"objects":{{"risk_matrix":{{"name":"One",{parts}}},"risk_matrices":[{{"name":"Two",{parts}}}]}}}}"#
    );
    let names: Vec<String> =
        read(text.as_bytes()).expect("sound").iter().map(|matrix| matrix.name().to_owned()).collect();
    assert_eq!(names, ["One", "Two"]);
}

#[test]
fn everything_that_is_wrong_is_said_with_its_place() {
    for (changes, expected) in [
        (
            &[
                ("name: 2 - at times", "name: ''"),
                ("name: B", "name: a"),
                ("'#0F0'", "'green'"),
                ("[1, 2, 3, 3, 4]", "[1, 2, 5, x, 4]"),
            ][..],
            &[
                "line 41, risk 2: hexcolor “green” is not a colour; write # and six digits of 0 to 9 and a to f, as in #c62828",
                "line 19, probability: step 2 has no name",
                "line 25, impact: step 2 has the name of another step",
                "line 62, grid row 4, cell 3: “5” is not the place of a level, counted from 0",
                "line 62, grid row 4, cell 4: “x” is not the place of a level, counted from 0",
            ][..],
        ),
        (&[("    - [0, 1, 1, 2, 2]\n", "")], &["line 55, grid: the grid has 4 rows, not 5"]),
        (&[("[0, 1, 1, 2, 2]", "[0, 1, 1, 2]")], &["line 55, grid: row 2 of the grid has 4 cells, not 5"]),
        (&[("[0, 1, 1, 2, 2]", "none")], &["line 60, grid row 2: this is not a list"]),
        (
            &[("{id: 3,", "{id: 7,")],
            &["line 22, probability 4: its id is 7, not 3; the grid counts places from 0"],
        ),
        (&[("    grid:", "    gird:")], &["line 14, grid: the matrix has no such list"]),
        (&[("    - name: D\n", "    - nom: D\n")], &["line 25, impact: step 4 has no name"]),
        (&[("risk_matrix", "framework")], &["the file: no risk matrix is in it"]),
        (
            &[("objects:\n", "objects: &a\n"), ("name: 3 - yearly", "name: *a")],
            &["line 21: an alias (*) stands here; write out what it stands for"],
        ),
    ] {
        let mut text = LIBRARY.to_owned();
        for (from, to) in changes {
            assert!(text.contains(from), "{from}");
            text = text.replacen(from, to, 1);
        }
        assert_eq!(faults(&text), expected);
    }
}

#[test]
fn sizes_that_are_not_ours_are_refused() {
    let two = "probability: [{name: a}, {name: b}]\nimpact: [{name: a}, {name: b}]\nrisk: [{name: l}]\ngrid: [[0, 0], [0, 0]]";
    assert_eq!(
        faults(two),
        [
            "line 3, risk: a matrix has two to six levels, not 1",
            "line 1, probability: a scale has three to six steps, not 2",
            "line 2, impact: a scale has three to six steps, not 2",
        ]
    );
}

#[test]
fn a_file_that_is_no_matrix_is_answered_in_words() {
    for (bytes, said) in [
        (&b""[..], "the file: it is empty or not a text file"),
        (b"PK\x03\x04xl/", "the file: it is empty or not a text file"),
        (b"Risk,Likelihood\na,3\n", "the file: no risk matrix is in it"),
        (b"{\"format\":\"partnership-risk\"}", "the file: no risk matrix is in it"),
        (b"{\"format\":\"partnership-risk-matrix\",\"schema\":9}", "the file: written by a newer version"),
        (b"objects: 3", "the file: no risk matrix is in it"),
        (b"objects: {risk_matrix: []}", "the file: no risk matrix is in it"),
        (b"objects: {risk_matrix: [3]}", "line 1, probability: the matrix has no such list"),
        (&vec![b' '; MOST_BYTES + 1], "the file: it is larger than 1 MB"),
    ] {
        let faults = read(bytes).expect_err(said);
        assert!(faults[0].to_string().starts_with(said), "{}", faults[0]);
    }
}

#[test]
fn a_library_has_what_its_reader_asks_for() {
    let text = write_library(&preset::of_size(3, 3));
    for part in [
        "urn: \"urn:partnership-risk:risk:library:3-3-low-to-high\"\n",
        "\nlocale: \"en\"\n",
        "\nversion: 1\n",
        "\nobjects:\n  risk_matrix:\n  - urn: \"urn:partnership-risk:risk:matrix:3-3-low-to-high\"\n    ref_id:",
        "\n    impact:\n    - id: 0\n      abbreviation: \"1\"\n      name: \"Low\"\n      description: \"\"\n    - id: 1\n",
        "\n      hexcolor: \"#fff7bc\"\n    - id: 1\n",
        "\n    grid:\n    - [0, 0, 1]\n    - [0, 1, 2]\n    - [1, 2, 2]\n",
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
}

/// What a library can say of a matrix: its names, its levels and its grid.
type Sayable = (Vec<String>, Vec<(String, String, Colour)>, Vec<Vec<u8>>);

fn sayable(matrix: &Matrix) -> Sayable {
    let labels = Axis::ALL.iter().flat_map(|axis| axis.of(matrix).labels()).cloned();
    let level = |level: &crate::scale::Level| {
        (level.name.clone(), level.response.trim().to_owned(), level.shown_colour())
    };
    let name = [matrix.name().to_owned()].into_iter();
    let levels = matrix.levels().iter().map(level).collect();
    (name.chain(labels).collect(), levels, matrix.rows().map(<[u8]>::to_vec).collect())
}

/// Pieces that mean something to one stage or another.
fn soup() -> impl Strategy<Value = String> {
    let pieces = [
        "objects:",
        "risk_matrix:",
        "probability:",
        "impact:",
        "risk:",
        "grid:",
        "name: ",
        "id: ",
        "hexcolor: ",
        "\n",
        "\n  ",
        "\n    ",
        "- ",
        "[",
        "]",
        "{",
        "}",
        ",",
        "'",
        "\"",
        "&a ",
        "*a",
        "|\n",
        "? ",
        ": ",
        "0",
        "1",
        "#",
        "a",
        "~",
        "---\n",
        "%YAML 1.2\n",
        "!!str ",
        "\\",
        "\t",
        "é",
        "<<: ",
    ];
    prop::collection::vec(prop::sample::select(pieces.to_vec()), 0..60).prop_map(|pieces| pieces.concat())
}

proptest::proptest! {
    #[test]
    fn our_own_form_reads_back_as_it_was_written(matrix in matrices()) {
        prop_assert_eq!(read(write(&matrix).as_bytes()), Ok(vec![matrix]));
    }

    #[test]
    fn a_library_reads_back_as_far_as_it_can_say(matrix in matrices()) {
        let back = read(write_library(&matrix).as_bytes());
        let back = back.as_ref().map(|matrices| matrices.iter().map(sayable).collect());
        prop_assert_eq!(back, Ok(vec![sayable(&matrix)]));
    }

    #[test]
    fn a_preset_reads_back_from_a_library_but_for_its_review_intervals(steps in (3..=6_usize, 3..=6_usize)) {
        let matrix = preset::of_size(steps.0, steps.1);
        let back = one(&write_library(&matrix));
        prop_assert!(back.levels().iter().all(|level| level.colour.is_none() && level.review_months == 0));
        prop_assert_eq!(back.layout(), Layout::default());
        let tones = |matrix: &Matrix| matrix.levels().iter().map(|level| level.tone).collect::<Vec<_>>();
        prop_assert_eq!(tones(&back), tones(&matrix));
    }

    #[test]
    fn any_text_is_answered(text in soup()) {
        if let Err(faults) = read(text.as_bytes()) {
            prop_assert!(faults.iter().all(|fault| fault.to_string().contains(": ")) && !faults.is_empty());
        }
    }

    #[test]
    fn any_bytes_are_answered(bytes: Vec<u8>) {
        prop_assert!(read(&bytes).map_or_else(|faults| !faults.is_empty(), |matrices| !matrices.is_empty()));
    }
}
