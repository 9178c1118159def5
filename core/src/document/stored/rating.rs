//! Ratings in files: a pair of numbers for each stage, likelihood first.

use super::Reader;
use crate::decimal;
use crate::json::{self, Object, Pick, Value, Wrong};
use crate::register::{Ratings, Stage};
use crate::scale::{Matrix, Position, Rating, Scale};

/// The rating of one stage is a member with this name.
fn stage_name(stage: Stage) -> &'static str {
    match stage {
        Stage::Inherent => "inherent",
        Stage::Current => "current",
        Stage::Target => "target",
    }
}

/// Puts the ratings there are into an object.
pub(super) fn put(object: &mut Object, ratings: &Ratings) {
    for stage in Stage::ALL {
        if let Some(rating) = ratings.at(stage) {
            object.put(stage_name(stage), pair(rating));
        }
    }
}

/// Likelihood and impact, with the digits that people write.
fn pair(rating: Rating) -> Value {
    json::list(&[rating.likelihood, rating.impact], |position| json::decimal_number(&position.to_string()))
}

/// The ratings in an object, on a matrix.
pub(super) fn read(reader: &mut Reader, value: &Value, matrix: &Matrix) -> Ratings {
    let mut ratings = Ratings::default();
    for stage in Stage::ALL {
        if let Some(pair) = reader.picker.member_if_any(value, stage_name(stage)) {
            *ratings.at_mut(stage) = rating(reader, pair, matrix);
        }
    }
    ratings
}

fn rating(reader: &mut Reader, pair: &Value, matrix: &Matrix) -> Option<Rating> {
    let [likelihood, impact] = reader.picker.got(pair.list()) else {
        reader.picker.note(Wrong::new("invalid length, expected likelihood and impact"));
        return None;
    };
    let likelihood = position(reader, likelihood, matrix.likelihood(), "likelihood");
    let impact = position(reader, impact, matrix.impact(), "impact");
    Some(Rating { likelihood: likelihood?, impact: impact? })
}

fn position(reader: &mut Reader, value: &Value, scale: &Scale, axis: &str) -> Option<Position> {
    let number = match value.number() {
        Ok(number) => number,
        Err(wrong) => {
            reader.picker.note(wrong);
            return None;
        }
    };
    let position = scale.position(number);
    if let Err(error) = position {
        let number = decimal::short(number, decimal::MOST_DECIMALS);
        reader.breaks_a_rule(&format_args!("{axis} {number} is {error}"));
    }
    position.ok()
}
