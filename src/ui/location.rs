//! Where the browser is: the place at its address, and how the page takes it to another.

use web_sys::{Location, Window};

use super::route::Route;

/// The place at the window's address.
#[must_use]
pub fn at_address(window: &Window) -> Route {
    Route::at(&window.location().hash().unwrap_or_default())
}

/// Goes to a place.
pub fn go(route: &Route) {
    go_to(&route.to_string());
}

/// Goes to a field at a place.
pub fn go_to_field(route: &Route, field: &str) {
    go_to(&[&route.to_string(), "?field=", field].concat());
}

/// Goes to the same place with its filter changed by one more letter: the way back does not lead letter by
/// letter.
pub fn refine(route: &Route) {
    if let Some(location) = location() {
        location.replace(&route.to_string()).ok();
    }
}

/// A place as an address that can be handed to somebody else: this page's own address and the place behind it.
#[must_use]
pub fn whole_address(route: &Route) -> String {
    let here = location().and_then(|location| location.href().ok()).unwrap_or_default();
    let page = here.split_once('#').map_or(&*here, |(page, _)| page);
    [page, &route.to_string()].concat()
}

fn go_to(address: &str) {
    if let Some(location) = location() {
        // An address that is only a fragment is always allowed.
        location.set_hash(address).ok();
    }
}

fn location() -> Option<Location> {
    web_sys::window().map(|window| window.location())
}
