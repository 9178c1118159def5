//! A band of risk: its name on its colour, with a border, so that neither colour nor eyesight is needed.

use yew::prelude::{Html, classes, html};

use super::paint::Paint;

/// How dark the band is, from 0, the palest, to 4, the darkest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shade(pub u8);

/// A band of risk.
pub fn band(paint: impl Into<Paint>, name: &str) -> Html {
    let paint = paint.into();
    html! { <span class={classes!("band", paint.class())}>{ paint.behind() }{ name }</span> }
}

impl Shade {
    /// The class that colours a block in this shade.
    #[must_use]
    pub fn class(self) -> &'static str {
        const CLASSES: [&str; 5] = ["shade-0", "shade-1", "shade-2", "shade-3", "shade-4"];
        CLASSES[usize::from(self.0).min(CLASSES.len() - 1)]
    }
}
