//! The browser's clock.

use gloo_timers::future::TimeoutFuture;
use js_sys::Date as Moment;
use partnership_risk_core::date::Date;
use partnership_risk_core::register::Timestamp;
use wasm_bindgen::JsValue;

use crate::app::world::{Clock, Later};

pub(super) struct BrowserClock;

impl Clock for BrowserClock {
    fn now(&self) -> Timestamp {
        Moment::now() as Timestamp
    }

    fn today(&self) -> Date {
        let moment = Moment::new_0();
        let (month, day) = (moment.get_month() + 1, moment.get_date());
        let small = |number: u32| u8::try_from(number).unwrap_or_default();
        let year = i32::try_from(moment.get_full_year()).unwrap_or_default();
        Date::new(year, small(month), small(day)).unwrap_or(Date::FIRST)
    }

    fn time_of_day(&self, at: Timestamp) -> String {
        let date = local(at);
        format!("{:02}:{:02}", date.get_hours(), date.get_minutes())
    }

    fn pause(&self) -> Later<()> {
        Box::pin(TimeoutFuture::new(0))
    }

    fn date(&self, at: Timestamp) -> String {
        local(at).to_locale_date_string("en-GB", &JsValue::UNDEFINED).into()
    }
}

fn local(at: Timestamp) -> Moment {
    Moment::new(&JsValue::from_f64(at as f64))
}
