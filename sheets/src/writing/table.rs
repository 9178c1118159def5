//! One sheet: a heading, and under it one table with a name of its own.

use partnership_risk_core::date::Date;
use rust_xlsxwriter::{
    ColNum, Format, FormatAlign, RowNum, Table, TableColumn, TableStyle, Worksheet, XlsxError,
};

use crate::book::{Cell, Kind, Sheet};

/// The row with the names of the columns; the heading is above it.
const NAMES: RowNum = 1;

/// Fills a sheet, which is the n-th of its workbook, counted from 1.
pub(super) fn write(sheet: &mut Worksheet, from: &Sheet, number: usize) -> Result<(), XlsxError> {
    sheet.set_name(&from.name)?;
    sheet.write_string_with_format(0, 0, &from.heading, &Format::new().set_bold().set_font_size(14))?;
    for (column, place) in from.columns.iter().zip(0..) {
        sheet.set_column_width(place, f64::from(column.width))?;
    }
    let formats = Formats::new();
    for (row, place) in from.rows.iter().zip(NAMES + 1..) {
        for ((cell, column), place_in_row) in row.iter().zip(&from.columns).zip(0..) {
            let format = formats.of(shown_as(cell, column.kind));
            write_cell(sheet, (place, place_in_row), cell, format)?;
        }
    }
    add_table(sheet, from, number)?;
    sheet.set_freeze_panes(NAMES + 1, 0)?;
    sheet.set_landscape().set_print_fit_to_pages(1, 0).set_repeat_rows(NAMES, NAMES)?;
    Ok(())
}

/// A table has a row at least, even where there is nothing to say.
fn add_table(sheet: &mut Worksheet, from: &Sheet, number: usize) -> Result<(), XlsxError> {
    let last_row = NAMES + from.rows.len().max(1) as RowNum;
    let last_column = from.columns.len().saturating_sub(1) as ColNum;
    let columns: Vec<TableColumn> =
        from.columns.iter().map(|column| TableColumn::new().set_header(&column.name)).collect();
    let table = Table::new()
        .set_name(name(&from.name, number))
        .set_columns(&columns)
        .set_style(TableStyle::Light1)
        .set_alt_text_title(&from.name)
        .set_alt_text(&from.heading);
    sheet.add_table(NAMES, 0, last_row, last_column, &table)?;
    Ok(())
}

/// A name that no other table has and that is no place in a sheet: the number stands in its middle.
fn name(sheet: &str, number: usize) -> String {
    let letters = sheet.chars().filter(|letter| letter.is_ascii_alphanumeric());
    format!("Table_{number}_{}", letters.collect::<String>())
}

/// How a cell shows: as its column does, unless it holds something else.
fn shown_as(cell: &Cell, kind: Kind) -> Kind {
    match (cell, kind) {
        (Cell::Empty, kind) => kind,
        (Cell::Text(_), _) => Kind::Text,
        (Cell::Date(_), _) => Kind::Date,
        (Cell::Number(_), Kind::Text | Kind::Date) => Kind::Number,
        (Cell::Number(_), kind @ (Kind::Number | Kind::Money | Kind::Percent)) => kind,
    }
}

/// One format for each kind of column.
struct Formats {
    text: Format,
    number: Format,
    date: Format,
    money: Format,
    percent: Format,
}

impl Formats {
    fn new() -> Self {
        let plain = Format::new().set_align(FormatAlign::Top);
        Self {
            text: plain.clone().set_text_wrap(),
            date: plain.clone().set_num_format("d mmm yyyy"),
            money: plain.clone().set_num_format("£#,##0.00"),
            percent: plain.clone().set_num_format("0.0%"),
            number: plain,
        }
    }

    fn of(&self, kind: Kind) -> &Format {
        match kind {
            Kind::Text => &self.text,
            Kind::Number => &self.number,
            Kind::Date => &self.date,
            Kind::Money => &self.money,
            Kind::Percent => &self.percent,
        }
    }
}

fn write_cell(
    sheet: &mut Worksheet,
    (row, column): (RowNum, ColNum),
    cell: &Cell,
    format: &Format,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => sheet.write_blank(row, column, format)?,
        Cell::Text(text) => sheet.write_string_with_format(row, column, text, format)?,
        Cell::Number(number) => sheet.write_number_with_format(row, column, *number, format)?,
        Cell::Date(date) => match serial(*date) {
            Some(serial) => sheet.write_number_with_format(row, column, serial, format)?,
            None => sheet.write_string_with_format(row, column, date.to_string(), format)?,
        },
    };
    Ok(())
}

/// The number of a day in the system of 1900; none for days of which Excel has no right number, those before March 1900.
fn serial(date: Date) -> Option<f64> {
    const FIRST_RIGHT: i32 = 61;
    let zero = Date::new(1899, 12, 30).ok()?;
    let days = date.days_since(zero);
    (days >= FIRST_RIGHT).then(|| f64::from(days))
}
