//! The tasks as a page sees them. What times them there is `browser/page.mjs`.

use partnership_risk_core::loss::Engine;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::{spreadsheets, tasks};

/// The names of all tasks, with a space between two of them.
#[wasm_bindgen]
pub fn names() -> String {
    tasks::ALL.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(" ")
}

/// What the page does before anybody asks for a year.
#[wasm_bindgen]
pub fn rehearse() {
    Engine::default().rehearse();
}

/// The table that others read too: as a workbook, or else as text.
#[wasm_bindgen]
pub fn table(as_workbook: bool) -> Vec<u8> {
    if as_workbook { spreadsheets::workbook() } else { spreadsheets::text() }
}

/// One task.
#[wasm_bindgen]
pub struct Timed(Box<dyn tasks::Task>);

#[wasm_bindgen]
impl Timed {
    /// The task of this name, if there is one.
    pub fn named(name: &str) -> Option<Self> {
        tasks::named(name).map(Self)
    }

    /// Makes ready for the next run.
    pub fn prepare(&mut self) {
        self.0.prepare();
    }

    /// Does the work once.
    pub fn run(&mut self) -> f64 {
        self.0.run()
    }
}
