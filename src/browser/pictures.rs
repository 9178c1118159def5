//! Pictures of the page handed to the person as files. A picture is drawn with the page's styles, which a file does not
//! have with it: what they come to is written on to each part of a copy.

use js_sys::encode_uri_component;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{
    Blob, CanvasRenderingContext2d, Document, Element, HtmlCanvasElement, HtmlImageElement, Window,
    XmlSerializer,
};

use super::files::{offer_blob, offer_text};
use crate::app::world::{PictureForm, Pictures};

/// What the styles decide of a picture.
const STYLES: [&str; 10] = [
    "fill",
    "stroke",
    "stroke-width",
    "stroke-dasharray",
    "paint-order",
    "font-family",
    "font-size",
    "font-weight",
    "font-variant-numeric",
    "text-anchor",
];

/// How many pixels of a file stand for one of the screen, so that print is sharp.
const SCALE: u32 = 2;

/// The pictures of this page.
pub(super) struct PagePictures;

impl Pictures for PagePictures {
    fn offer(&self, id: &str, stem: &str, form: PictureForm) {
        let offered = drawn(id).and_then(|picture| match form {
            PictureForm::Svg => offer_text(&format!("{stem}.svg"), "image/svg+xml", &picture.text),
            PictureForm::Png => offer_png(format!("{stem}.png"), &picture),
        });
        if let Err(error) = offered {
            web_sys::console::error_1(&error);
        }
    }
}

/// A picture that needs no page around it.
struct Picture {
    text: String,
    width: u32,
    height: u32,
}

fn drawn(id: &str) -> Result<Picture, JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let document = window.document().ok_or(JsValue::NULL)?;
    let original = document.get_element_by_id(id).ok_or(JsValue::NULL)?;
    let copy: Element = original.clone_node_with_deep(true)?.unchecked_into();
    copy.set_attribute("xmlns", "http://www.w3.org/2000/svg")?;
    let styled = |element: &Element| element.query_selector_all("*");
    let (originals, copies) = (styled(&original)?, styled(&copy)?);
    for place in 0..originals.length() {
        if let (Some(from), Some(to)) = (originals.get(place), copies.get(place)) {
            dress(&window, from.unchecked_ref(), to.unchecked_ref())?;
        }
    }
    lay_paper(&window, &document, &copy)?;
    // Whole pixels: to read other numbers would bring tables along that nothing else here needs.
    let size = |name: &str| original.get_attribute(name).and_then(|text| text.parse::<u32>().ok());
    let (Some(width), Some(height)) = (size("width"), size("height")) else { return Err(JsValue::NULL) };
    Ok(Picture { text: XmlSerializer::new()?.serialize_to_string(&copy)?, width, height })
}

/// Writes what the styles make of one part on to its copy.
fn dress(window: &Window, from: &Element, to: &Element) -> Result<(), JsValue> {
    let Some(style) = window.get_computed_style(from)? else { return Ok(()) };
    for name in STYLES {
        let value = style.get_property_value(name)?;
        if !value.is_empty() {
            to.set_attribute(name, &value)?;
        }
    }
    to.remove_attribute("class")
}

/// Puts the colour of the page behind the copy.
fn lay_paper(window: &Window, document: &Document, copy: &Element) -> Result<(), JsValue> {
    let Some(body) = document.body() else { return Ok(()) };
    let Some(style) = window.get_computed_style(&body)? else { return Ok(()) };
    let paper = document.create_element_ns(Some("http://www.w3.org/2000/svg"), "rect")?;
    for (name, value) in [("width", "100%"), ("height", "100%")] {
        paper.set_attribute(name, value)?;
    }
    paper.set_attribute("fill", &style.get_property_value("background-color")?)?;
    copy.insert_before(&paper, copy.first_child().as_ref())?;
    Ok(())
}

/// Has the browser paint a picture, and offers what it painted once it has.
fn offer_png(name: String, picture: &Picture) -> Result<(), JsValue> {
    let image = HtmlImageElement::new()?;
    let (painted, width, height) = (image.clone(), picture.width * SCALE, picture.height * SCALE);
    let on_load = Closure::once_into_js(move || {
        if let Err(error) = paint(&painted, (width, height), name) {
            web_sys::console::error_1(&error);
        }
    });
    image.set_onload(Some(on_load.unchecked_ref()));
    let text = String::from(encode_uri_component(&picture.text));
    image.set_src(&["data:image/svg+xml;charset=utf-8,", &text].concat());
    Ok(())
}

fn paint(image: &HtmlImageElement, (width, height): (u32, u32), name: String) -> Result<(), JsValue> {
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.unchecked_into();
    canvas.set_width(width);
    canvas.set_height(height);
    let context: CanvasRenderingContext2d = canvas.get_context("2d")?.ok_or(JsValue::NULL)?.unchecked_into();
    let (width, height) = (f64::from(width), f64::from(height));
    context.draw_image_with_html_image_element_and_dw_and_dh(image, 0.0, 0.0, width, height)?;
    let on_blob = Closure::once_into_js(move |blob: Option<Blob>| {
        let offered = blob.ok_or(JsValue::NULL).and_then(|blob| offer_blob(&name, &blob));
        if let Err(error) = offered {
            web_sys::console::error_1(&error);
        }
    });
    canvas.to_blob(on_blob.unchecked_ref())
}
