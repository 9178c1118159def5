//! Surveys as files: handed to the person in either form, and read from a file that was chosen.

use partnership_risk_core::catalogue::Survey;
use partnership_risk_core::exchange::survey::{self, ReadSurvey};

use super::offer::file_stem;
use crate::app::world::World;

/// Offers a survey as a file that keeps all that is known of it.
pub fn offer_survey(world: &World, survey: &Survey) {
    let name = format!("{}.survey.json", file_stem(survey.id().as_str()));
    world.files.offer(&name, "application/json", &survey::write(survey));
}

/// Offers the table of a survey as a file that a spreadsheet opens.
pub fn offer_survey_table(world: &World, survey: &Survey) {
    let name = format!("{}.csv", file_stem(survey.id().as_str()));
    world.files.offer(&name, "text/csv", &survey::write_table(survey));
}

/// What a file of either form holds of a survey, or everything that is wrong with it.
pub fn read_survey(content: Result<&[u8], &String>) -> Result<ReadSurvey, Vec<String>> {
    let bytes = content.map_err(|reason| vec![reason.clone()])?;
    survey::read(bytes).map_err(|faults| faults.iter().map(ToString::to_string).collect())
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::app::world::memory::{OfferedFiles, world};
    use partnership_risk_core::catalogue::surveys;

    #[test]
    fn what_is_offered_in_either_form_is_read_again() {
        let files = Rc::new(OfferedFiles::default());
        let world = World { files: files.clone(), ..world() };
        let survey = surveys()[0].clone();
        offer_survey(&world, &survey);
        offer_survey_table(&world, &survey);
        let offered = files.0.borrow();
        let names: Vec<&str> = offered.iter().map(|(name, _)| &**name).collect();
        assert_eq!(names, ["alarm-2003.survey.json", "alarm-2003.csv"]);
        for (_, text) in offered.iter() {
            assert_eq!(read_survey(Ok(text.as_bytes())).map(|read| read.rows), Ok(survey.rows()));
        }
    }

    #[test]
    fn everything_that_is_wrong_with_a_file_is_told() {
        let reason = "it is larger than 1 MB".to_owned();
        assert_eq!(read_survey(Err(&reason)), Err(vec![reason]));
        let faults = read_survey(Ok(b"Rank,Risk\n0,a\n0,b\n")).expect_err("two are wrong");
        assert_eq!(faults.len(), 2);
    }
}
