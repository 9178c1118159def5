//! The organisation and its rules in files.

use std::rc::Rc;

use super::{InvalidPart, Reader, matrix, quantification};
use crate::catalogue::CategoryId;
use crate::json::{self, Object, Pick, Value, Wrong};
use crate::loss::Driver;
use crate::money::Pence;
use crate::register::{
    Appetite, AppetiteLevel, Criterion, DriverId, Organisation, OwnCategory, OwnDriver, PeerMark,
    Significance, Test, TolerancePoint,
};

pub(super) fn write(organisation: &Organisation) -> Value {
    let mut object = Object::default();
    object.text("name", &organisation.name);
    object.choice("sector", organisation.sector);
    object.text_if_any("handling", &organisation.handling);
    object.text_if_any("published_source", &organisation.published_source);
    object.flag("example", organisation.is_example);
    object.put("matrix", matrix::write(&organisation.matrix));
    // The usual ones too: what is usual may change, and no verdict with it.
    object.put("appetite", appetite(&organisation.appetite));
    object.put("significance", significance(&organisation.significance));
    object.list_if_any("categories", &organisation.categories, category);
    object.list_if_any("drivers", &organisation.drivers, driver);
    if let Some(mark) = organisation.peer {
        object.put("peer", peer(mark));
    }
    object.end()
}

fn appetite(appetite: &Appetite) -> Value {
    let mut object = Object::default();
    object.put("tolerated", json::list(&appetite.tolerated, |level| Value::from(*level)));
    object.choice("usual", appetite.usual);
    object.list_if_any("by_category", &appetite.by_category, |(category, level)| {
        let mut object = Object::default();
        object.text("category", category.as_str());
        object.choice("appetite", *level);
        object.end()
    });
    object.list_if_any("tolerance", &appetite.tolerance, |point| {
        let mut object = Object::default();
        object.whole("loss", point.loss.pence());
        object.whole("chance", point.chance.basis_points().into());
        object.end()
    });
    object.end()
}

fn significance(significance: &Significance) -> Value {
    let mut object = Object::default();
    object.put("criteria", json::list(&significance.criteria, criterion));
    object.put("moderate_from", Value::from(significance.moderate_from));
    object.put("major_from", Value::from(significance.major_from));
    object.end()
}

fn criterion(criterion: &Criterion) -> Value {
    let mut object = Object::default();
    object.text("key", &criterion.key);
    object.text("name", &criterion.name);
    match criterion.test {
        Test::AnnualCost(from) => object.whole("annual_cost", from.pence()),
        Test::TermYears(years) => object.whole("term_years", years.into()),
        Test::HighRisk => object.flag("high_risk", true),
        Test::Judged => {}
    }
    object.end()
}

fn category(category: &OwnCategory) -> Value {
    let mut object = Object::default();
    object.text("id", category.id.as_str());
    object.text("name", &category.name);
    object.text_if_any("definition", &category.definition);
    object.end()
}

fn driver(driver: &OwnDriver) -> Value {
    let mut object = Object::default();
    object.text("id", driver.id.as_str());
    object.text("name", &driver.name);
    quantification::put_number(&mut object, "variance", driver.factor.variance());
    object.end()
}

fn peer(mark: PeerMark) -> Value {
    let mut object = Object::default();
    object.text("id", &mark.id.to_string());
    object.put("edition", Value::from(mark.edition));
    object.end()
}

pub(super) fn read(reader: &mut Reader, value: &Value) -> Result<Organisation, InvalidPart> {
    let name = reader.picker.text(value, "name");
    reader.begin("organisation", &name);
    let stored = reader.picker.member(value, "matrix");
    let matrix = Rc::new(matrix::read(&mut reader.picker, stored)?);
    let usual = Organisation::new(&name, matrix);
    Ok(Organisation {
        sector: reader.picker.choice_if_any(value, "sector"),
        handling: reader.text(value, "handling"),
        published_source: reader.text(value, "published_source"),
        is_example: reader.picker.flag(value, "example"),
        appetite: read_appetite(reader, value).map_or(usual.appetite, Rc::new),
        significance: read_significance(reader, value).map_or(usual.significance, Rc::new),
        categories: reader.list_if_any(value, "categories", read_category),
        drivers: reader.list_if_any(value, "drivers", read_driver).into_iter().flatten().collect(),
        peer: read_peer(reader, value),
        ..usual
    })
}

fn read_appetite(reader: &mut Reader, organisation: &Value) -> Option<Appetite> {
    let value = reader.picker.member_if_any(organisation, "appetite")?;
    let tolerated = reader.list(value, "tolerated", |reader, level| reader.picker.got(level.small()));
    let Ok(tolerated) = <[usize; AppetiteLevel::ALL.len()]>::try_from(tolerated) else {
        reader.picker.note(Wrong::new("invalid length, expected a level for each appetite"));
        return None;
    };
    let by_category = |reader: &mut Reader, value: &Value| {
        (
            CategoryId::new(&reader.picker.text(value, "category")),
            reader.picker.choice_if_any(value, "appetite"),
        )
    };
    let point = |reader: &mut Reader, value: &Value| TolerancePoint {
        loss: reader.pence(value, "loss").unwrap_or_default(),
        chance: reader.share(value, "chance").unwrap_or_default(),
    };
    Some(Appetite {
        tolerated,
        usual: reader.picker.choice_if_any(value, "usual"),
        by_category: reader.list_if_any(value, "by_category", by_category),
        tolerance: reader.list_if_any(value, "tolerance", point),
    })
}

fn read_significance(reader: &mut Reader, organisation: &Value) -> Option<Significance> {
    let value = reader.picker.member_if_any(organisation, "significance")?;
    Some(Significance {
        criteria: reader.list(value, "criteria", read_criterion),
        moderate_from: reader.picker.small(value, "moderate_from"),
        major_from: reader.picker.small(value, "major_from"),
    })
}

fn read_peer(reader: &mut Reader, organisation: &Value) -> Option<PeerMark> {
    let value = reader.picker.member_if_any(organisation, "peer")?;
    Some(PeerMark { id: reader.id(value, "id"), edition: reader.picker.small(value, "edition") })
}

fn read_criterion(reader: &mut Reader, value: &Value) -> Criterion {
    let cost: Option<Pence> = reader.pence(value, "annual_cost");
    let years: Option<u16> = reader.picker.small_if_any(value, "term_years");
    let test = match (cost, years) {
        (Some(cost), _) => Test::AnnualCost(cost),
        (None, Some(years)) => Test::TermYears(years),
        (None, None) if reader.picker.flag(value, "high_risk") => Test::HighRisk,
        (None, None) => Test::Judged,
    };
    Criterion { key: reader.picker.text(value, "key").into(), name: reader.picker.text(value, "name"), test }
}

fn read_category(reader: &mut Reader, value: &Value) -> OwnCategory {
    OwnCategory {
        id: CategoryId::new(&reader.picker.text(value, "id")),
        name: reader.picker.text(value, "name"),
        definition: reader.text(value, "definition"),
    }
}

/// A driver; none where it is none, which is noted.
fn read_driver(reader: &mut Reader, value: &Value) -> Option<OwnDriver> {
    let id = DriverId::new(&reader.picker.text(value, "id"));
    let name = reader.picker.text(value, "name");
    let variance = quantification::number(reader, value, "variance");
    let factor = Driver::new(variance);
    let factor =
        factor.map_err(|error| reader.breaks_a_rule(&format_args!("driver {name}: {error}"))).ok()?;
    Some(OwnDriver { id, name, factor })
}
