//! The part of a partnership's form that repeats: one of its partners, and what the shares typed so far come
//! to. That shares add up is a check of the register's, not of the form's.

use partnership_risk_core::register::{Partner, Role, Sector};
use partnership_risk_core::share::Share;

use super::checks::{Checks, key, typed};
use super::kept::draft;

draft! {
    /// What is typed about one partner.
    PartnerDraft {
        /// Its name.
        name: String,
        /// The key of its sector.
        sector: String,
        /// The key of its role.
        role: String,
        /// Whether it dominates the others.
        is_dominant: bool,
        /// The share of the money that it puts in.
        money_share: String,
        /// The share of a loss that it bears.
        loss_share: String,
    }
}

impl PartnerDraft {
    /// A partner about whom nothing is typed yet.
    #[must_use]
    pub fn new() -> Self {
        Self { sector: key(Sector::default()), role: key(Role::default()), ..Self::default() }
    }

    /// The fields for a partner that is there.
    pub(super) fn of(partner: &Partner) -> Self {
        Self {
            name: partner.name.clone(),
            sector: key(partner.sector),
            role: key(partner.role),
            is_dominant: partner.is_dominant,
            money_share: typed(partner.money_share, Share::as_typed),
            loss_share: typed(partner.loss_share, Share::as_typed),
        }
    }

    /// Whether nothing was typed about it, so that it is left out.
    fn is_blank(&self) -> bool {
        let texts = [&self.name, &self.money_share, &self.loss_share];
        let new = Self::new();
        texts.iter().all(|text| text.trim().is_empty())
            && (&self.sector, &self.role, self.is_dominant) == (&new.sector, &new.role, false)
    }

    /// The partner described at a place, counted from 1.
    fn check(&self, place: usize, checks: &mut Checks) -> Partner {
        let field = |name| partner_field(place, name);
        let label = |name: &str| format!("{name} of partner {place}");
        Partner {
            name: checks.required(
                &self.name,
                &field("name"),
                &format!("Enter the name of partner {place}, or remove it"),
            ),
            sector: checks.choice(&self.sector),
            role: checks.choice(&self.role),
            is_dominant: self.is_dominant,
            money_share: checks.share(&self.money_share, &field("money-share"), &label("Money share")),
            loss_share: checks.share(&self.loss_share, &field("loss-share"), &label("Loss share")),
        }
    }
}

/// The id of a partner's field on the page; partners are counted from 1.
#[must_use]
pub fn partner_field(place: usize, name: &str) -> String {
    format!("partner-{place}-{name}")
}

/// The partners described; those about whom nothing is typed are left out.
pub(super) fn check_partners(drafts: &[PartnerDraft], checks: &mut Checks) -> Vec<Partner> {
    let typed = (1..).zip(drafts).filter(|(_, draft)| !draft.is_blank());
    typed.map(|(place, draft)| draft.check(place, checks)).collect()
}

/// What shares come to as they are typed, in hundredths of one per cent; none while none can be read. What
/// cannot be read is left out.
pub fn sum_of_shares<'t>(typed: impl Iterator<Item = &'t str>) -> Option<u32> {
    let points = typed.filter_map(|text| Share::read(text).ok()).map(|share| u32::from(share.basis_points()));
    points.reduce(|sum, points| sum + points)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_add_up_as_they_are_typed_and_what_cannot_be_read_is_left_out() {
        for (typed, sum) in [
            (&["60", "40 %"][..], Some(10_000)),
            (&["60", "", "half"], Some(6_000)),
            (&["33.33", "33.33"], Some(6_666)),
            (&["100", "100"], Some(20_000)),
            (&["0"], Some(0)),
            (&["", "half"], None),
            (&[], None),
        ] {
            assert_eq!(sum_of_shares(typed.iter().copied()), sum, "{typed:?}");
        }
    }

    #[test]
    fn a_partner_about_whom_nothing_is_typed_is_left_out_and_half_a_one_is_a_problem() {
        let named = PartnerDraft { name: " NHS trust ".into(), ..PartnerDraft::new() };
        let half = PartnerDraft { money_share: "140".into(), ..PartnerDraft::new() };
        let mut checks = Checks::default();
        let partners = check_partners(&[PartnerDraft::new(), named.clone()], &mut checks);
        assert_eq!(partners.iter().map(|p| &*p.name).collect::<Vec<_>>(), ["NHS trust"]);
        assert!(checks.problems.is_empty());
        check_partners(&[named, half], &mut checks);
        let fields: Vec<&str> = checks.problems.iter().map(|p| p.field.as_str()).collect();
        assert_eq!(fields, ["partner-2-name", "partner-2-money-share"]);
    }
}
