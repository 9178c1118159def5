//! One cell of an OpenDocument table: its value where it has one, else the text that it shows. Where it lies is the
//! business of the parent.

use std::borrow::Cow;

use quick_xml::events::{BytesRef, BytesStart, Event};

use super::super::{Refusal, typed};
use super::{Xml, attribute, times};
use partnership_risk_core::exchange::grid::MOST_CELL_CHARACTERS;

/// What a cell holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Value {
    /// As a careful person would type it.
    pub(super) text: String,
    /// Whether it is an error instead of a value.
    pub(super) is_error: bool,
}

const CELL: &str = "table:table-cell";
const COVERED: &str = "table:covered-table-cell";

/// Whether an element is a cell, of its own or under a merged one.
pub(super) fn is_one(name: &str) -> bool {
    name == CELL || name == COVERED
}

/// Reads a cell to its end.
pub(super) fn read(xml: &mut Xml, start: &BytesStart) -> Result<Value, Refusal> {
    let is_error = attribute(start, "calcext:value-type").is_some_and(|kind| kind == "error");
    let shown = shown(xml)?;
    let text = if is_error { shown } else { value(start).unwrap_or(shown) };
    Ok(Value { text, is_error })
}

/// The value that the attributes give (OpenDocument 1.3 part 3, 19.387).
fn value(start: &BytesStart) -> Option<String> {
    let of = |name: &str| attribute(start, name);
    let number = || of("office:value")?.parse::<f64>().ok();
    match of("office:value-type")?.as_str() {
        "float" | "currency" => number().map(typed::number),
        "percentage" => number().map(typed::percent),
        "date" => of("office:date-value").map(|text| typed::iso_moment(&text)),
        "time" => of("office:time-value").map(|text| typed::iso_duration(&text)),
        "boolean" => of("office:boolean-value").map(|text| typed::truth(text == "true").to_owned()),
        "string" => of("office:string-value"),
        _ => None,
    }
}

/// The text that shows, paragraph by paragraph, to the end of the cell.
fn shown(xml: &mut Xml) -> Result<String, Refusal> {
    let mut text = String::new();
    let mut paragraphs = 0;
    let mut inside = 0;
    loop {
        match xml.within()? {
            Event::Start(start) => match start.name().as_ref() {
                "text:p" | "text:h" => {
                    if paragraphs > 0 {
                        text.push('\n');
                    }
                    paragraphs += 1;
                    inside += 1;
                }
                name => spaces(name, &start, &mut text),
            },
            Event::End(end) => match end.name().as_ref() {
                "text:p" | "text:h" => inside -= 1,
                name if is_one(name) => return Ok(text),
                _ => {}
            },
            Event::Text(piece) if inside > 0 => text.push_str(&piece.xml10_content()),
            Event::CData(piece) if inside > 0 => text.push_str(&piece.xml10_content()),
            Event::GeneralRef(name) if inside > 0 => text.push_str(&referred(&name)),
            _ => {}
        }
    }
}

/// Blanks that are elements of their own; never more than a cell can hold.
fn spaces(name: &str, start: &BytesStart, text: &mut String) {
    match name {
        "text:s" => {
            let n = times(start, "text:c") as usize;
            text.extend(std::iter::repeat_n(' ', n.min(MOST_CELL_CHARACTERS + 1)));
        }
        "text:tab" => text.push('\t'),
        "text:line-break" => text.push('\n'),
        _ => {}
    }
}

/// A character by its number or by one of the five names of XML; any other name, as of a file's own entities, is nothing.
fn referred(name: &BytesRef) -> Cow<'static, str> {
    if let Ok(Some(letter)) = name.resolve_char_ref() {
        return letter.to_string().into();
    }
    quick_xml::escape::resolve_xml_entity(&name.xml10_content()).unwrap_or_default().into()
}
