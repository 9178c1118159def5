//! Tests of the form for a matrix.

use partnership_risk_core::example::fife_council;
use partnership_risk_core::scale::preset::{PRESETS, of_size, preset};
use partnership_risk_core::scale::{Cell, MoneyBand, ProbabilityBand};

use super::*;
use crate::app::drafts::Kept;

fn draft() -> MatrixDraft {
    MatrixDraft::of(&of_size(3, 3))
}

fn told(draft: &MatrixDraft) -> Vec<(String, String)> {
    let problems = draft.check().expect_err("something is wrong");
    problems.into_iter().map(|problem| (problem.field, problem.message)).collect()
}

#[test]
fn an_unchanged_form_gives_the_matrix_back_and_survives_a_reload() {
    let banded = {
        let matrix = of_size(3, 4);
        let probabilities = [(0, 50_000), (50_000, 250_050), (250_050, 1_000_000)];
        let amounts = [(0, Some(1_000_000)), (1_000_000, Some(2_000_050)), (2_000_050, None)];
        let probabilities = probabilities.map(|(from, to)| ProbabilityBand::new(from, to).ok()).to_vec();
        let amounts = amounts.into_iter().map(|(from, to)| MoneyBand::new(from, to).ok());
        let amounts = std::iter::once(None).chain(amounts).collect();
        let layout = Layout { upwards: Axis::Impact, impact: Direction::HighestFirst, ..Layout::default() };
        matrix.with_layout(layout).with_bands(probabilities, amounts).expect("they rise")
    };
    for matrix in PRESETS.iter().map(|preset| preset.matrix()).chain([banded]) {
        let draft = MatrixDraft::of(&matrix);
        assert_eq!(MatrixDraft::of_text(&draft.as_text()).as_ref(), Some(&draft));
        assert_eq!(draft.sketch().as_ref(), Some(&matrix));
        assert_eq!(draft.check(), Ok(matrix));
    }
}

#[test]
fn every_problem_is_told_at_once_at_its_field() {
    let mut draft = draft();
    draft.name = " ".into();
    draft.likelihood[1].label = "low".into();
    draft.likelihood[0].to = "half".into();
    (draft.likelihood[2].from, draft.likelihood[2].to) = ("50".into(), "20 %".into());
    draft.impact[0].label = String::new();
    (draft.impact[0].to, draft.impact[1].from) = ("50k".into(), "20k".into());
    draft.impact[2].from = "-1".into();
    draft.levels[0].colour = "green".into();
    draft.levels[1].months = "many".into();
    draft.levels[2].name = String::new();
    let fields: Vec<String> = told(&draft).into_iter().map(|(field, _)| field).collect();
    assert_eq!(
        fields,
        [
            "matrix-name",
            "likelihood-1-to",
            "likelihood-3-to",
            "impact-3-from",
            "level-1-colour",
            "level-2-months",
            "likelihood-2-label",
            "impact-1-label",
            "impact-2-from",
            "level-3-name",
        ]
    );
    assert_eq!(told(&draft)[6].1, "Likelihood: step 2 has the name of another step");
    assert!(draft.sketch().is_some_and(|matrix| matrix.impact().labels()[0] == "Step 1"));
}

#[test]
fn steps_and_levels_come_and_go_and_what_is_typed_beside_them_stays() {
    let mut draft = draft();
    draft.impact[0].to = "not yet a figure".into();
    draft.add_step(Axis::Impact, 1).expect("there is room");
    draft.impact[1].label = "Fair".into();
    assert_eq!(draft.impact[0].to, "not yet a figure");
    draft.impact[0].to.clear();
    let matrix = draft.check().expect("sound");
    assert_eq!(matrix.impact().labels(), ["Low", "Fair", "Medium", "High"]);
    assert_eq!(matrix.level_at(2, 1), matrix.level_at(2, 0), "its cells are those of the step below");
    draft.remove_step(Axis::Impact, 0).expect("three stay");
    let refused = draft.remove_step(Axis::Impact, 0).expect_err("three must stay");
    assert!(refused.to_string().contains("the fewest there are"));
    draft.add_level(3).expect("there is room");
    draft.levels[3].name = "Extreme".into();
    assert_eq!(draft.thresholds.len(), 3);
    draft.remove_level(0).expect("three stay");
    let names: Vec<String> = draft.check().expect("sound").levels().iter().map(|l| l.name.clone()).collect();
    assert_eq!(names, ["Medium", "High", "Extreme"]);
}

#[test]
fn a_grid_is_filled_by_product_or_sum() {
    let mut draft = draft();
    assert_eq!(draft.thresholds, ["2", "4"], "those that give the grid there is");
    draft.thresholds = vec!["1".into(), "2".into()];
    draft.fill().expect("they rise");
    assert_eq!(draft.check().map(|matrix| matrix.level_at(0, 1)), Ok(1));
    draft.fill = SUM.into();
    draft.suggest_thresholds();
    draft.fill().expect("they rise");
    assert_eq!(draft.thresholds, ["2", "3"]);
    assert_eq!(draft.check().map(|matrix| (matrix.level_at(0, 1), matrix.level_at(1, 1))), Ok((1, 2)));
    for (thresholds, field) in
        [(["3", "3"], "threshold-2"), (["", "4"], "threshold-1"), (["1", "x"], "threshold-2")]
    {
        draft.thresholds = thresholds.map(str::to_owned).to_vec();
        let problems = draft.fill().expect_err("they are wrong");
        assert_eq!(problems.iter().map(|p| &*p.field).collect::<Vec<_>>(), [field], "{thresholds:?}");
    }
}

#[test]
fn a_cell_takes_a_level_of_the_matrix_only() {
    let mut draft = draft();
    let cell = Cell { likelihood: 0, impact: 2 };
    draft.set_cell(cell, 2).expect("there is such a level");
    assert_eq!(draft.check().map(|matrix| matrix.level_at(0, 2)), Ok(2));
    assert!(draft.set_cell(cell, 3).is_err());
}

#[test]
fn steps_are_sent_where_they_stay_in_order() {
    let (fife, five) = (fife_council(), preset("five-by-five").expect("shipped").matrix());
    let mut draft = MatrixDraft::of(&five);
    let before = draft.rebasing(&fife, &five);
    draft.send(Axis::Impact, 5, "3".into());
    draft.send(Axis::Impact, 4, "9".into());
    draft.send(Axis::Impact, 4, "3".into());
    draft.send(Axis::Impact, 5, "3".into());
    let rebasing = draft.rebasing(&fife, &five);
    assert_eq!(before.steps(Axis::Impact), [0, 1, 2, 2, 3, 4]);
    assert_eq!(rebasing.steps(Axis::Impact), [0, 1, 2, 2, 3, 3]);
    assert_eq!(rebasing.steps(Axis::Likelihood), before.steps(Axis::Likelihood));
}

#[test]
fn a_text_kept_by_another_version_gives_a_draft_that_can_be_drawn_or_told() {
    let mut odd = draft();
    odd.levels.clear();
    odd.grid = vec![vec!["9".into()]; 9];
    odd.impact.truncate(1);
    odd.upwards = "sideways".into();
    assert!(odd.check().is_ok() || !told(&odd).is_empty());
    assert!(odd.sketch().is_some());
}
