//! The losses that have come about: newest first, and what they come to per year and per partnership.

use std::rc::Rc;

use partnership_risk_core::cost;
use partnership_risk_core::date::Date;
use partnership_risk_core::letters::small;
use partnership_risk_core::money::Pence;
use partnership_risk_core::order::ordered;
use partnership_risk_core::register::{Loss, Register};

/// What losses come to together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LossTotal {
    /// The year or the partnership.
    pub name: String,
    /// How many events.
    pub count: u64,
    /// What they cost.
    pub cost: Pence,
}

/// The losses, newest first.
#[must_use]
pub fn losses_found(register: &Register) -> Vec<Rc<Loss>> {
    ordered(register.losses(), &|a: &Rc<Loss>, b: &Rc<Loss>| b.date.cmp(&a.date))
}

/// The financial year of a day, which begins on 1 April: 2026/27.
#[must_use]
pub fn financial_year(date: Date) -> String {
    year_name(cost::financial_year(date))
}

/// The financial year that begins in a year: 2026/27.
#[must_use]
pub fn year_name(starts: i32) -> String {
    format!("{starts}/{:02}", starts.wrapping_add(1).rem_euclid(100))
}

/// What the losses of each financial year come to, newest first; years without a loss are left out.
#[must_use]
pub fn totals_by_year(register: &Register) -> Vec<LossTotal> {
    let mut totals = totals(register, &|loss| financial_year(loss.date));
    totals.reverse();
    totals
}

/// What the losses of each partnership come to, by name.
#[must_use]
pub fn totals_by_partnership(register: &Register) -> Vec<LossTotal> {
    let name = |loss: &Loss| register.partnership(loss.partnership).map(|p| p.name.clone());
    totals(register, &|loss| name(loss).unwrap_or_default())
}

/// What losses come to by name, in order.
fn totals(register: &Register, name: &dyn Fn(&Loss) -> String) -> Vec<LossTotal> {
    let names: Vec<String> = register.losses().iter().map(|loss| name(loss)).collect();
    let mut names = ordered(&names, &|a: &String, b: &String| small(a).cmp(&small(b)));
    names.dedup();
    let total = |wanted: String| {
        let own = || register.losses().iter().filter(|loss| name(loss) == wanted);
        LossTotal {
            count: own().map(|loss| u64::from(loss.count)).sum(),
            cost: Pence::sum(own().map(|loss| loss.cost)),
            name: wanted.clone(),
        }
    };
    names.into_iter().map(total).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use partnership_risk_core::example::fife_council;
    use partnership_risk_core::register::{Change, LossId};

    fn register(losses: &[(&str, u32, i64)]) -> Register {
        let fife = fife_council();
        let loss = |(bits, (date, count, pounds)): (u64, &(&str, u32, i64))| Loss {
            id: LossId::from_bits(bits),
            created: 0,
            updated: 0,
            what: "Theft".into(),
            date: Date::read(date).expect("a day"),
            partnership: fife.partnerships()[0].id,
            risk: None,
            count: *count,
            cost: Pence::of_pounds(*pounds).expect("an amount"),
            notes: String::new(),
        };
        let losses = (1..).zip(losses).map(loss).collect();
        fife.apply(Change::LossesPut(losses)).expect("sound losses")
    }

    #[test]
    fn a_financial_year_begins_on_the_first_of_april() {
        for (date, year) in [
            ("31/3/2027", "2026/27"),
            ("1/4/2027", "2027/28"),
            ("1/1/2000", "1999/00"),
            ("1/5/2099", "2099/00"),
        ] {
            assert_eq!(financial_year(Date::read(date).expect("a day")), year, "{date}");
        }
    }

    #[test]
    fn losses_add_up_by_year_and_by_partnership() {
        // Derbyshire's claims of the first and the last year.
        let register =
            register(&[("1/4/2003", 100, 200_000), ("31/3/2004", 28, 59_000), ("1/4/2007", 41, 45_000)]);
        let said = |totals: Vec<LossTotal>| -> Vec<(String, u64, String)> {
            totals.into_iter().map(|total| (total.name, total.count, total.cost.to_string())).collect()
        };
        assert_eq!(
            said(totals_by_year(&register)),
            [("2007/08".into(), 41, "\u{a3}45,000".into()), ("2003/04".into(), 128, "\u{a3}259,000".into())]
        );
        assert_eq!(
            said(totals_by_partnership(&register)),
            [("Council as a whole".into(), 169, "\u{a3}304,000".into())]
        );
        assert_eq!(losses_found(&register)[0].count, 41);
    }
}
