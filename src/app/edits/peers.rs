//! That a register remembers under which mark its body has sent figures to its peers. Which mark comes next is the
//! core's to say.

use partnership_risk_core::register::{Change, Organisation, PeerMark, Register};

/// The change by which the register remembers a mark.
#[must_use]
pub fn marked(register: &Register, mark: PeerMark) -> Change {
    Change::OrganisationSet(Organisation { peer: Some(mark), ..register.organisation().clone() })
}
