//! What each edit does to the grid, what is refused, and that no run of edits leaves the draft out of
//! shape.

use proptest::prelude::{Just, Strategy, any, prop, prop_assert, prop_assert_eq, prop_oneof};

use super::super::super::layout::{Direction, Layout};
use super::super::super::preset;
use super::super::Problem;
use super::{Axis, Cell, Draft, Edit, EditError, Level, MoneyBand, ProbabilityBand};

/// 3 x 3, three levels: 0 0 1, 0 1 2, 1 2 2, lowest likelihood first.
fn draft() -> Draft {
    let mut draft = Draft::of(&preset::of_size(3, 3));
    assert_eq!(draft.apply(Edit::FillBySum(vec![3, 4])), Ok(()));
    draft
}

fn grid(draft: &Draft) -> Vec<String> {
    let row = |row: &Vec<u8>| row.iter().map(|level| char::from(b'0' + level)).collect();
    draft.grid().iter().map(row).collect()
}

fn add_step(axis: Axis, at: usize) -> Edit {
    Edit::AddStep { axis, at, label: "new".to_owned() }
}

#[test]
fn the_grid_follows_each_edit() {
    let add_level = |at| Edit::AddLevel { at, name: "new".to_owned() };
    let remove = |axis, at| Edit::RemoveStep { axis, at };
    let cell = Cell { likelihood: 0, impact: 2 };
    for (edits, expected) in [
        (vec![], &["001", "012", "122"][..]),
        (vec![add_step(Axis::Likelihood, 0)], &["001", "001", "012", "122"]),
        (vec![add_step(Axis::Likelihood, 2)], &["001", "012", "012", "122"]),
        (vec![add_step(Axis::Impact, 3)], &["0011", "0122", "1222"]),
        (vec![add_step(Axis::Impact, 0)], &["0001", "0012", "1122"]),
        (vec![add_step(Axis::Impact, 0), remove(Axis::Impact, 3)], &["000", "001", "112"]),
        (vec![add_step(Axis::Likelihood, 3), remove(Axis::Likelihood, 0)], &["012", "122", "122"]),
        (vec![add_level(0)], &["112", "123", "233"]),
        (vec![add_level(2)], &["001", "013", "133"]),
        (vec![Edit::RemoveLevel { at: 0 }], &["000", "001", "011"]),
        (vec![Edit::RemoveLevel { at: 1 }], &["000", "001", "011"]),
        (vec![Edit::RemoveLevel { at: 2 }], &["001", "011", "111"]),
        (vec![Edit::Cell { cell, level: 2 }], &["002", "012", "122"]),
        (vec![Edit::FillByProduct(vec![2, 4])], &["001", "012", "122"]),
        (vec![Edit::FillByProduct(vec![1, 6])], &["011", "111", "112"]),
    ] {
        let mut draft = draft();
        for edit in edits {
            assert_eq!(draft.apply(edit), Ok(()));
        }
        assert_eq!(grid(&draft), expected);
    }
}

#[test]
fn removing_the_lowest_level_leaves_its_cells_to_the_next() {
    let mut draft = draft();
    assert_eq!(draft.apply(Edit::RemoveLevel { at: 0 }), Ok(()));
    let names: Vec<&str> = draft.levels().iter().map(|level| level.name.as_str()).collect();
    assert_eq!(names, ["Medium", "High"]);
}

#[test]
fn an_edit_that_would_break_the_shape_is_refused_and_changes_nothing() {
    for (edit, said) in [
        (
            Edit::RemoveStep { axis: Axis::Impact, at: 1 },
            "\u{201c}Medium\u{201d} cannot go: impact has 3 steps, the fewest there are",
        ),
        (Edit::RemoveStep { axis: Axis::Impact, at: 3 }, "impact has no step 4"),
        (add_step(Axis::Likelihood, 4), "likelihood has no step 5"),
        (Edit::Probability { at: 3, band: None }, "likelihood has no step 4"),
        (Edit::Money { at: 3, band: None }, "impact has no step 4"),
        (Edit::Cell { cell: Cell { likelihood: 0, impact: 3 }, level: 0 }, "impact has no step 4"),
        (Edit::Cell { cell: Cell { likelihood: 3, impact: 0 }, level: 0 }, "likelihood has no step 4"),
        (Edit::Cell { cell: Cell { likelihood: 0, impact: 0 }, level: 3 }, "the matrix has no level 4"),
        (Edit::RemoveLevel { at: 9 }, "the matrix has no level 10"),
        (Edit::AddLevel { at: 4, name: String::new() }, "the matrix has no level 5"),
        (Edit::FillBySum(vec![3]), "2 thresholds part the levels, one for each but the highest; 1 are given"),
        (Edit::FillByProduct(vec![3, 3]), "the threshold of level 2 is not above that of the level below it"),
    ] {
        let mut draft = draft();
        assert_eq!(draft.apply(edit).map_err(|error| error.to_string()), Err(said.to_owned()));
        assert_eq!(draft, self::draft());
    }
}

#[test]
fn the_largest_and_smallest_matrix_are_the_end() {
    let mut draft = draft();
    for _ in 0..3 {
        assert_eq!(draft.apply(add_step(Axis::Impact, 0)), Ok(()));
        assert_eq!(draft.apply(Edit::AddLevel { at: 0, name: String::new() }), Ok(()));
    }
    assert_eq!(draft.apply(add_step(Axis::Impact, 0)), Err(EditError::NoRoomForStep(Axis::Impact)));
    assert_eq!(draft.apply(Edit::AddLevel { at: 0, name: String::new() }), Err(EditError::NoRoomForLevel));
    for _ in 0..4 {
        assert_eq!(draft.apply(Edit::RemoveLevel { at: 0 }), Ok(()));
    }
    assert_eq!(draft.apply(Edit::RemoveLevel { at: 1 }), Err(EditError::LevelNeeded("High".to_owned())));
}

fn edits() -> impl Strategy<Value = Edit> {
    let axis = || prop::sample::select(Axis::ALL.to_vec());
    let name = || "[ab]{0,2}";
    let at = || 0_usize..8;
    let direction = || prop::sample::select(Direction::ALL.to_vec());
    prop_oneof![
        (axis(), at(), name()).prop_map(|(axis, at, label)| Edit::AddStep { axis, at, label }),
        (axis(), at()).prop_map(|(axis, at)| Edit::RemoveStep { axis, at }),
        (axis(), at(), name()).prop_map(|(axis, at, label)| Edit::RenameStep { axis, at, label }),
        (at(), name()).prop_map(|(at, name)| Edit::AddLevel { at, name }),
        at().prop_map(|at| Edit::RemoveLevel { at }),
        (at(), any::<(u32, u32)>()).prop_map(|(at, (from, to))| {
            let band = ProbabilityBand::new(from % 1_000_001, to % 1_000_001).ok();
            Edit::Probability { at, band }
        }),
        (at(), any::<(u8, u8)>()).prop_map(|(at, (from, to))| {
            Edit::Money { at, band: MoneyBand::new(from.into(), Some(to.into())).ok() }
        }),
        (at(), at(), at()).prop_map(|(likelihood, impact, level)| {
            Edit::Cell { cell: Cell { likelihood, impact }, level }
        }),
        prop::collection::vec(0_usize..40, 0..6).prop_map(Edit::FillByProduct),
        (axis(), direction(), direction()).prop_map(|(upwards, likelihood, impact)| {
            Edit::Layout(Layout { upwards, likelihood, impact })
        }),
        Just(Edit::Rename("other".to_owned())),
        at().prop_map(|at| {
            let level = Level { name: "l".to_owned(), ..preset::of_size(3, 3).levels()[0].clone() };
            Edit::Level { at, level }
        }),
    ]
}

proptest::proptest! {
    #[test]
    fn whatever_is_edited_only_names_and_bands_can_be_wrong(edits in prop::collection::vec(edits(), 0..30)) {
        let mut draft = draft();
        for edit in edits {
            let before = draft.clone();
            if draft.apply(edit).is_err() {
                prop_assert_eq!(&draft, &before);
            }
        }
        match draft.check() {
            Ok(matrix) => prop_assert_eq!(Draft::of(&matrix).check(), Ok(matrix)),
            Err(problems) => {
                prop_assert!(!problems.is_empty());
                for problem in problems {
                    let is_place_known = problem.place() != super::super::Place::Whole;
                    prop_assert!(is_place_known, "{}", problem);
                    prop_assert!(!matches!(problem, Problem::Scale(_, super::super::super::ScaleError::StepCount(_))));
                }
            }
        }
    }
}
