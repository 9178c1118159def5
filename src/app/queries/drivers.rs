//! Which risks the drivers of a body pull: all of one driver's, since one that pulls risks is not deleted, and the drivers
//! that several risks have in common.

use std::rc::Rc;

use partnership_risk_core::register::{DriverId, Organisation, OwnDriver, Register, Risk};

/// The risks that a driver pulls, closed ones too.
#[must_use]
pub fn pulled<'r>(register: &'r Register, id: &DriverId) -> Vec<&'r Rc<Risk>> {
    register.risks().iter().filter(|risk| pulls(id, risk)).collect()
}

/// The drivers that pull two or more of these risks.
#[must_use]
pub fn shared<'o>(organisation: &'o Organisation, risks: &[Rc<Risk>]) -> Vec<&'o OwnDriver> {
    let is_shared =
        |driver: &&OwnDriver| risks.iter().filter(|risk| pulls(&driver.id, risk)).nth(1).is_some();
    organisation.drivers.iter().filter(is_shared).collect()
}

fn pulls(id: &DriverId, risk: &Risk) -> bool {
    let mut pulls = risk.quantification.iter().flat_map(|figures| &figures.pulls);
    pulls.any(|(driver, _)| driver == id)
}

#[cfg(test)]
mod tests {
    use partnership_risk_core::example::marlshire;

    use super::*;

    #[test]
    fn a_driver_is_shared_by_two_risks_and_more() {
        let register = marlshire();
        let organisation = register.organisation();
        let squeezed = pulled(&register, &DriverId::new("funding-squeeze"));
        assert_eq!(squeezed.len(), 2);
        let of = |n: usize| {
            shared(organisation, &squeezed.iter().take(n).copied().cloned().collect::<Vec<_>>()).len()
        };
        assert_eq!([of(0), of(1), of(2)], [0, 0, 1]);
        assert_eq!(shared(organisation, register.risks()).len(), 2);
    }
}
