//! The bodies in partnerships as rows, one for each body and partnership.

use super::{Record, Slot};
use crate::register::{Partner, Register, Role, Sector};

/// One body in one partnership.
#[derive(Clone)]
pub(in crate::exchange) struct PartnerRow {
    partnership: String,
    partner: Partner,
    notes: String,
}

impl Record for PartnerRow {
    const SLOTS: &'static [Slot<Self>] = &[
        Slot::<Self>::new("Partnership", "", |r| &mut r.partnership).needed(),
        Slot::<Self>::new("Partner", "body, organisation, name", |r| &mut r.partner.name).needed(),
        Slot::<Self>::new("Sector", "", |r| &mut r.partner.sector),
        Slot::<Self>::new("Role", "", |r| &mut r.partner.role),
        Slot::<Self>::new("Dominant", "", |r| &mut r.partner.is_dominant),
        Slot::<Self>::new("Share of the money", "", |r| &mut r.partner.money_share),
        Slot::<Self>::new("Share of losses", "", |r| &mut r.partner.loss_share),
    ];

    fn blank() -> Self {
        let partner = Partner {
            name: String::new(),
            sector: Sector::default(),
            role: Role::default(),
            is_dominant: false,
            money_share: None,
            loss_share: None,
        };
        Self { partnership: String::new(), partner, notes: String::new() }
    }

    fn notes(&mut self) -> &mut String {
        &mut self.notes
    }

    fn all(register: &Register) -> Vec<Self> {
        let of_one = |p: &std::rc::Rc<crate::register::Partnership>| {
            let row = |partner: &Partner| Self {
                partnership: p.name.clone(),
                partner: partner.clone(),
                notes: String::new(),
            };
            p.partners.iter().map(row).collect::<Vec<_>>()
        };
        register.partnerships().iter().flat_map(of_one).collect()
    }
}
