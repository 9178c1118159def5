//! The browser's clock.

use js_sys::Date;
use partnership_risk_core::register::Timestamp;
use wasm_bindgen::JsValue;

use crate::app::world::Clock;

pub(super) struct BrowserClock;

impl Clock for BrowserClock {
    fn now(&self) -> Timestamp {
        Date::now() as Timestamp
    }

    fn time_of_day(&self, at: Timestamp) -> String {
        let date = date(at);
        format!("{:02}:{:02}", date.get_hours(), date.get_minutes())
    }

    fn date(&self, at: Timestamp) -> String {
        date(at).to_locale_date_string("en-GB", &JsValue::UNDEFINED).into()
    }
}

fn date(at: Timestamp) -> Date {
    Date::new(&JsValue::from_f64(at as f64))
}
