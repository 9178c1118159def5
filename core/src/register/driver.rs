//! What several risks of a body have in common, by name: a funding squeeze, one supplier, a shortage of staff. Which risk it
//! pulls how strongly is said with the risk's figures next door; what a driver is as a law is in [`crate::loss`].

use crate::catalogue::slug_id;
use crate::loss::Driver;

slug_id! {
    /// The name in files of a driver: a slug such as `funding-squeeze`. Cheap to clone.
    DriverId
}

/// The most drivers that a body has.
pub const MOST_DRIVERS: usize = 20;

/// Something that makes the events of several risks likelier in the same year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnDriver {
    /// Its name in files.
    pub id: DriverId,
    /// Its name on the page.
    pub name: String,
    /// By what it multiplies the rates of risks in a year.
    pub factor: Driver,
}
