//! A small bar: a part of a whole, beside its number, for the eye that runs down a column.

use yew::prelude::{Html, html};

/// The size of the picture in its own units.
const WIDTH: f64 = 60.0;
const HEIGHT: usize = 10;

/// A part of a whole, from 0 to 1. The number stands beside it, so it is hidden from those who hear.
pub fn bar(part: f64) -> Html {
    let filled = WIDTH * part.clamp(0.0, 1.0);
    html! {
        <svg
            class="bar" viewBox={format!("0 0 {WIDTH} {HEIGHT}")} width={WIDTH.to_string()}
            height={HEIGHT.to_string()} aria-hidden="true" focusable="false"
        >
            <rect class="bar__whole" width={WIDTH.to_string()} height={HEIGHT.to_string()} />
            <rect class="bar__part" width={format!("{filled:.1}")} height={HEIGHT.to_string()} />
        </svg>
    }
}
