//! Which drivers pull a risk, as it is typed: for each a share of the risk's events.

use partnership_risk_core::loss::FrequencyKind;
use partnership_risk_core::register::{DriverId, OwnDriver};
use partnership_risk_core::share::Share;

use super::QuantificationDraft;
use crate::app::drafts::checks::Checks;
use crate::app::drafts::kept::draft;

draft! {
    /// What is typed about one driver of a risk.
    PullDraft {
        /// The driver's name in files.
        driver: String,
        /// The share of events that come at its pace.
        share: String,
    }
}

/// The id on the page of the share of a driver, by its place among all drivers, counted from 0.
#[must_use]
pub fn pull_field(at: usize) -> String {
    format!("driver-{}", at + 1)
}

impl PullDraft {
    pub(super) fn of((driver, share): &(DriverId, Share)) -> Self {
        Self { driver: driver.to_string(), share: share.as_typed() }
    }
}

impl QuantificationDraft {
    /// The share that is typed for a driver; empty where none is.
    #[must_use]
    pub fn pull(&self, id: &DriverId) -> &str {
        let row = self.pulls.iter().find(|row| row.driver == id.as_str());
        row.map_or("", |row| &row.share)
    }

    /// Puts another share for a driver; an empty one leaves nothing of it.
    pub fn set_pull(&mut self, id: &DriverId, share: String) {
        match self.pulls.iter_mut().find(|row| row.driver == id.as_str()) {
            Some(row) => row.share = share,
            None => self.pulls.push(PullDraft { driver: id.to_string(), share }),
        }
        self.pulls.retain(|row| !row.share.is_empty());
    }

    /// The drivers that pull the risk, of those that there are; what is typed counts at a steady rate only.
    pub(super) fn check_pulls(&self, checks: &mut Checks, drivers: &[OwnDriver]) -> Vec<(DriverId, Share)> {
        if self.frequency_kind() != Some(FrequencyKind::Poisson) {
            return Vec::new();
        }
        let mut pulls = Vec::new();
        for (at, driver) in drivers.iter().enumerate() {
            let share = checks.share(self.pull(&driver.id), &pull_field(at), &driver.name);
            pulls.extend(share.filter(|share| *share > Share::NONE).map(|share| (driver.id.clone(), share)));
            if is_above_whole(&pulls) && !is_above_whole(&pulls[..pulls.len() - 1]) {
                checks.note(&pull_field(at), "The shares of all drivers come to more than 100 %");
            }
        }
        pulls
    }
}

fn is_above_whole(pulls: &[(DriverId, Share)]) -> bool {
    let points: u32 = pulls.iter().map(|(_, share)| u32::from(share.basis_points())).sum();
    points > Share::WHOLE.basis_points().into()
}

#[cfg(test)]
mod tests {
    use partnership_risk_core::example::marlshire;

    use super::*;

    /// What comes of these shares for the two drivers of the example, and the fields with problems.
    fn typed(frequency: &str, shares: [&str; 2]) -> (Vec<(String, String)>, Vec<String>) {
        let register = marlshire();
        let drivers = &register.organisation().drivers;
        let mut draft = QuantificationDraft { frequency: frequency.into(), ..QuantificationDraft::default() };
        drivers.iter().zip(shares).for_each(|(driver, share)| draft.set_pull(&driver.id, share.into()));
        let mut checks = Checks::default();
        let pulls = draft.check_pulls(&mut checks, drivers);
        let pulls = pulls.iter().map(|(id, share)| (id.to_string(), share.as_typed())).collect();
        (pulls, checks.problems.into_iter().map(|problem| problem.field).collect())
    }

    #[test]
    fn shares_are_read_where_the_rate_is_steady_and_an_empty_one_is_none() {
        let pulled = |id: &str, share: &str| (id.to_owned(), share.to_owned());
        assert_eq!(typed("poisson", ["60 %", ""]), (vec![pulled("funding-squeeze", "60")], vec![]));
        assert_eq!(typed("poisson", ["0", "100"]), (vec![pulled("crime-and-attacks", "100")], vec![]));
        assert_eq!(typed("bernoulli", ["60", "nonsense"]), (vec![], vec![]));
    }

    #[test]
    fn a_wrong_share_and_too_much_of_all_are_told_at_their_field() {
        assert_eq!(typed("poisson", ["half", "101"]).1, ["driver-1", "driver-2"]);
        assert_eq!(typed("poisson", ["60", "40.01"]).1, ["driver-2"]);
    }

    #[test]
    fn a_share_that_is_taken_back_leaves_nothing_typed() {
        let mut draft = QuantificationDraft::default();
        let id = DriverId::new("any");
        draft.set_pull(&id, "5".into());
        assert_eq!(draft.pull(&id), "5");
        draft.set_pull(&id, String::new());
        assert_eq!(draft, QuantificationDraft::default());
    }
}
