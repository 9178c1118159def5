//! The stored form of a matrix, inside a register and in a file of its own. What is as usual is left
//! out: a layout, bands, colours of the body's own. Probabilities are millionths a year, money is pence.

use super::InvalidPart;
use crate::json::{self, Object, Pick, Picker, Value};
use crate::scale::{
    Axis, BandError, Direction, Layout, Level, Matrix, MoneyBand, ProbabilityBand, Scale, Tone,
};

fn tone_name(tone: Tone) -> &'static str {
    match tone {
        Tone::Lowest => "lowest",
        Tone::Low => "low",
        Tone::Middle => "middle",
        Tone::High => "high",
        Tone::Highest => "highest",
    }
}

fn direction_name(direction: Direction) -> &'static str {
    match direction {
        Direction::LowestFirst => "lowest-first",
        Direction::HighestFirst => "highest-first",
    }
}

/// The stored form of a matrix.
pub(in crate::document) fn write(matrix: &Matrix) -> Value {
    let labels = |scale: &Scale| json::list(scale.labels(), |label| Value::from(label.as_str()));
    let rows: Vec<&[u8]> = matrix.rows().collect();
    let mut object = Object::default();
    object.text("name", matrix.name());
    object.put("likelihood", labels(matrix.likelihood()));
    object.put("impact", labels(matrix.impact()));
    if matrix.probability_bands().iter().any(Option::is_some) {
        object.put("likelihood_bands", json::list(matrix.probability_bands(), probability_band));
    }
    if matrix.money_bands().iter().any(Option::is_some) {
        object.put("impact_bands", json::list(matrix.money_bands(), money_band));
    }
    object.put("levels", json::list(matrix.levels(), level));
    object.put("grid", json::list(&rows, |row| json::list(row, |cell| Value::from(*cell))));
    if matrix.layout() != Layout::default() {
        object.put("layout", layout(matrix.layout()));
    }
    object.end()
}

fn level(level: &Level) -> Value {
    let mut object = Object::default();
    object.text("name", &level.name);
    object.text("tone", tone_name(level.tone));
    if let Some(colour) = level.colour {
        object.text("colour", &colour.to_string());
    }
    object.text("response", &level.response);
    object.whole("review_months", level.review_months.into());
    object.end()
}

fn probability_band(band: &Option<ProbabilityBand>) -> Value {
    band.map_or(Value::Null, |band| edges(band.from().into(), Some(band.to().into())))
}

fn money_band(band: &Option<MoneyBand>) -> Value {
    band.map_or(Value::Null, |band| edges(band.from(), band.to()))
}

fn edges(from: i64, to: Option<i64>) -> Value {
    let mut object = Object::default();
    object.whole("from", from);
    if let Some(to) = to {
        object.whole("to", to);
    }
    object.end()
}

fn layout(layout: Layout) -> Value {
    let mut object = Object::default();
    object.text("upwards", layout.upwards.name());
    for axis in Axis::ALL {
        object.text(axis.name(), direction_name(layout.direction(axis)));
    }
    object.end()
}

/// The matrix that a value stores. What is wrong with its form is kept by the picker; a rule that is
/// broken is the error.
pub(in crate::document) fn read(picker: &mut Picker, value: &Value) -> Result<Matrix, InvalidPart> {
    let name = picker.text(value, "name");
    let scales = Axis::ALL.map(|axis| picker.texts(value, axis.name()));
    let levels = picker.list(value, "levels").iter().map(|value| read_level(picker, value));
    let levels: Vec<Result<Level, InvalidPart>> = levels.collect();
    let grid = read_grid(picker, value);
    let layout = read_layout(picker, value);
    let [likelihood, impact] = scales;
    let likelihood = scale(&likelihood, "the likelihood scale")?;
    let impact = scale(&impact, "the impact scale")?;
    let probabilities = bands(picker, value, "likelihood_bands", likelihood.steps(), read_probability)?;
    let amounts = bands(picker, value, "impact_bands", impact.steps(), read_money)?;
    let levels = levels.into_iter().collect::<Result<_, _>>()?;
    Matrix::new(&name, likelihood, impact, levels, &grid)
        .map_err(|error| InvalidPart::new("the matrix", &error))?
        .with_layout(layout)
        .with_bands(probabilities, amounts)
        .map_err(|error| InvalidPart::new("the matrix", &error))
}

fn read_grid(picker: &mut Picker, matrix: &Value) -> Vec<Vec<u8>> {
    let mut grid = Vec::new();
    for row in picker.list(matrix, "grid") {
        let row = picker.got(row.list());
        grid.push(row.iter().map(|cell| picker.got(cell.small())).collect());
    }
    grid
}

fn read_level(picker: &mut Picker, value: &Value) -> Result<Level, InvalidPart> {
    let name = picker.text(value, "name");
    let colour = picker.text_if_any(value, "colour");
    let colour = Some(colour).filter(|text| !text.is_empty()).map(|text| {
        let place = format!("the colour \u{201c}{text}\u{201d} of level \u{201c}{name}\u{201d}");
        text.parse().map_err(|error| InvalidPart::new(&place, &error))
    });
    Ok(Level {
        tone: picker.one_of(value, "tone", &Tone::ALL, tone_name),
        response: picker.text(value, "response"),
        review_months: picker.small(value, "review_months"),
        colour: colour.transpose()?,
        name,
    })
}

fn read_layout(picker: &mut Picker, matrix: &Value) -> Layout {
    let Some(value) = picker.member_if_any(matrix, "layout") else { return Layout::default() };
    Layout {
        upwards: picker.one_of(value, "upwards", &Axis::ALL, Axis::name),
        likelihood: picker.one_of(value, "likelihood", &Direction::ALL, direction_name),
        impact: picker.one_of(value, "impact", &Direction::ALL, direction_name),
    }
}

/// The bands of an axis, one entry for each step; none where the matrix has none.
fn bands<B: Clone>(
    picker: &mut Picker,
    matrix: &Value,
    name: &str,
    steps: usize,
    read: fn(&mut Picker, &Value) -> Result<B, BandError>,
) -> Result<Vec<Option<B>>, InvalidPart> {
    let Some(list) = picker.member_if_any(matrix, name) else { return Ok(vec![None; steps]) };
    let mut bands = Vec::new();
    for (i, value) in picker.got(list.list()).iter().enumerate() {
        let band = (!value.is_null()).then(|| read(picker, value));
        let place = || format!("entry {} of {name}", i + 1);
        bands.push(band.transpose().map_err(|error| InvalidPart::new(&place(), &error))?);
    }
    Ok(bands)
}

fn read_probability(picker: &mut Picker, value: &Value) -> Result<ProbabilityBand, BandError> {
    ProbabilityBand::new(picker.small(value, "from"), picker.small(value, "to"))
}

fn read_money(picker: &mut Picker, value: &Value) -> Result<MoneyBand, BandError> {
    let to = picker.small_if_any(value, "to");
    MoneyBand::new(picker.whole(value, "from"), to)
}

fn scale(labels: &[String], place: &str) -> Result<Scale, InvalidPart> {
    Scale::new(labels).map_err(|error| InvalidPart::new(place, &error))
}
