//! Matrices as files, so that partners can share one: handed to the person in either form, and read from
//! a file that was chosen.

use partnership_risk_core::exchange::matrix;
use partnership_risk_core::scale::Matrix;

use super::offer::file_stem;
use crate::app::world::World;

/// Offers a matrix as a file of this product, which keeps all that it says.
pub fn offer_matrix(world: &World, matrix: &Matrix) {
    let name = format!("{}.matrix.json", stem(matrix));
    world.files.offer(&name, "application/json", &matrix::write(matrix));
}

/// Offers a matrix as a library that CISO Assistant can load.
pub fn offer_matrix_library(world: &World, matrix: &Matrix) {
    let name = format!("{}.yaml", stem(matrix));
    world.files.offer(&name, "application/yaml", &matrix::write_library(matrix));
}

fn stem(matrix: &Matrix) -> String {
    match &*file_stem(matrix.name()) {
        "register" if matrix.name() != "register" => "matrix".to_owned(),
        stem => stem.to_owned(),
    }
}

/// The matrices in a file of either form, at least one, or everything that is wrong with it.
pub fn read_matrices(content: Result<&[u8], &String>) -> Result<Vec<Matrix>, Vec<String>> {
    let bytes = content.map_err(|reason| vec![reason.clone()])?;
    matrix::read(bytes).map_err(|faults| faults.iter().map(ToString::to_string).collect())
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::app::world::memory::{OfferedFiles, world};
    use partnership_risk_core::scale::preset::PRESETS;

    #[test]
    fn what_is_offered_in_either_form_is_read_again() {
        let files = Rc::new(OfferedFiles::default());
        let world = World { files: files.clone(), ..world() };
        let police = PRESETS[4].matrix();
        offer_matrix(&world, &police);
        offer_matrix_library(&world, &police);
        let offered = files.0.borrow();
        let names: Vec<&str> = offered.iter().map(|(name, _)| &**name).collect();
        assert_eq!(names, ["4---4--police.matrix.json", "4---4--police.yaml"]);
        assert_eq!(read_matrices(Ok(offered[0].1.as_bytes())), Ok(vec![police.clone()]));
        let library = read_matrices(Ok(offered[1].1.as_bytes())).expect("a library of one");
        assert_eq!(library[0].rows().collect::<Vec<_>>(), police.rows().collect::<Vec<_>>());
    }

    #[test]
    fn everything_that_is_wrong_with_a_file_is_told() {
        let reason = "it is larger than 1 MB".to_owned();
        assert_eq!(read_matrices(Err(&reason)), Err(vec![reason]));
        let faults = read_matrices(Ok(b"grid: 3\nname: x\n")).expect_err("no matrix");
        assert!(faults.len() > 1 && faults[0].starts_with("line "), "{faults:?}");
    }
}
