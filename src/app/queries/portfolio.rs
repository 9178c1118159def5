//! The live partnerships at a glance: how many, what they cost, what nobody has seen to, and which forms
//! they take. How much each matters and how well it is run is next door in `significance`.

use partnership_risk_core::money::Pence;
use partnership_risk_core::register::{Kind, Partnership, Register};

use super::lack::Lack;

/// The live partnerships in numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Portfolio {
    /// How many there are.
    pub n_live: usize,
    /// What flows through them in a year.
    pub annual_budget: Total<Pence>,
    /// What we put in.
    pub our_contribution: Total<Pence>,
    /// Days of our own staff's work in a year.
    pub staff_days: Total<u64>,
    /// From how many streams their money comes.
    pub streams: Total<u64>,
    /// How many lack what, for [`Lack::AT_A_GLANCE`].
    pub lacking: [(Lack, usize); 4],
    /// The forms that there are, in the order in which they are offered.
    pub by_kind: Vec<KindLine>,
}

/// A sum over the partnerships that say something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Total<T> {
    /// What they come to.
    pub sum: T,
    /// How many of them say so.
    pub n_known: usize,
}

/// The live partnerships of one form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KindLine {
    /// The form.
    pub kind: Kind,
    /// How many there are.
    pub n: usize,
    /// What flows through them in a year.
    pub annual_budget: Total<Pence>,
    /// What we put in.
    pub our_contribution: Total<Pence>,
}

/// The live partnerships of a register in numbers.
#[must_use]
pub fn portfolio_of(register: &Register) -> Portfolio {
    let live: Vec<&Partnership> =
        register.partnerships().iter().map(|p| &**p).filter(|p| p.is_live()).collect();
    let lacking = |lack: Lack| live.iter().filter(|p| lack.is_in(p, register)).count();
    Portfolio {
        n_live: live.len(),
        annual_budget: money(&live, budget),
        our_contribution: money(&live, contribution),
        staff_days: number(&live, |p| p.value.staff_days.map(u64::from)),
        streams: number(&live, |p| p.funding.streams.map(u64::from)),
        lacking: Lack::AT_A_GLANCE.map(|lack| (lack, lacking(lack))),
        by_kind: Kind::ALL.into_iter().filter_map(|kind| kind_line(&live, kind)).collect(),
    }
}

fn kind_line(live: &[&Partnership], kind: Kind) -> Option<KindLine> {
    let of_kind: Vec<&Partnership> = live.iter().copied().filter(|p| p.kind == kind).collect();
    (!of_kind.is_empty()).then(|| KindLine {
        kind,
        n: of_kind.len(),
        annual_budget: money(&of_kind, budget),
        our_contribution: money(&of_kind, contribution),
    })
}

fn budget(partnership: &Partnership) -> Option<Pence> {
    partnership.funding.annual_budget
}

fn contribution(partnership: &Partnership) -> Option<Pence> {
    partnership.funding.our_contribution
}

fn money(all: &[&Partnership], amount: fn(&Partnership) -> Option<Pence>) -> Total<Pence> {
    let known: Vec<Pence> = all.iter().filter_map(|p| amount(p)).collect();
    Total { n_known: known.len(), sum: Pence::sum(known.into_iter()) }
}

fn number(all: &[&Partnership], of: fn(&Partnership) -> Option<u64>) -> Total<u64> {
    let known: Vec<u64> = all.iter().filter_map(|p| of(p)).collect();
    Total { n_known: known.len(), sum: known.into_iter().sum() }
}

#[cfg(test)]
mod tests {
    use partnership_risk_core::example::fife_council;
    use partnership_risk_core::register::{AgreementForm, Change, PartnershipId, PartnershipStatus};

    use super::*;

    fn pounds(pounds: i64) -> Pence {
        Pence::of_pounds(pounds).expect("a small amount")
    }

    fn register() -> Register {
        let mut waste = Partnership::new(PartnershipId::from_bits(12), "Waste", 0);
        waste.kind = Kind::SharedService;
        waste.funding.annual_budget = Some(pounds(900_000));
        waste.funding.our_contribution = Some(pounds(300_000));
        waste.funding.streams = Some(2);
        waste.value.staff_days = Some(120);
        waste.agreement.form = AgreementForm::SignedByAll;
        let mut care = Partnership { name: "Care".into(), id: PartnershipId::from_bits(13), ..waste.clone() };
        care.funding.our_contribution = None;
        care.funding.streams = Some(5);
        care.agreement.form = AgreementForm::Written;
        care.lead_officer = "Head of care".into();
        let over = Partnership {
            name: "Baths".into(),
            id: PartnershipId::from_bits(14),
            status: PartnershipStatus::Ended,
            ..waste.clone()
        };
        fife_council().apply(Change::PartnershipsPut(vec![waste, care, over])).expect("sound partnerships")
    }

    #[test]
    fn sums_are_of_live_partnerships_and_say_how_many_are_known() {
        let found = portfolio_of(&register());
        assert_eq!(found.n_live, 3);
        assert_eq!(found.annual_budget, Total { sum: pounds(1_800_000), n_known: 2 });
        assert_eq!(found.our_contribution, Total { sum: pounds(300_000), n_known: 1 });
        assert_eq!(found.staff_days, Total { sum: 240, n_known: 2 });
        assert_eq!(found.streams, Total { sum: 7, n_known: 2 });
    }

    #[test]
    fn what_nobody_has_seen_to_is_counted() {
        let lacking = portfolio_of(&register()).lacking;
        assert_eq!(
            lacking,
            [(Lack::Agreement, 2), (Lack::Lead, 2), (Lack::Accountable, 3), (Lack::Value, 3)]
        );
    }

    #[test]
    fn forms_that_there_are_come_in_the_order_in_which_they_are_offered() {
        let lines = portfolio_of(&register()).by_kind;
        let counts: Vec<(Kind, usize)> = lines.iter().map(|line| (line.kind, line.n)).collect();
        assert_eq!(counts, [(Kind::SharedService, 2), (Kind::Other, 1)]);
        assert_eq!(lines[0].our_contribution, Total { sum: pounds(300_000), n_known: 1 });
        assert_eq!(lines[1].annual_budget, Total::default());
    }
}
