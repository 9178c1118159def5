//! Duties by those who have them: what is overdue and what comes next.

use super::{Duty, duties};
use crate::date::Date;
use crate::letters;
use crate::order::ordered;
use crate::register::Register;

/// Somebody with what is theirs to do, the earliest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owner {
    /// Their name as it was first met; empty for duties that nobody has.
    pub name: String,
    /// What should have been done before today.
    pub overdue: Vec<Duty>,
    /// What is to be done from today on.
    pub upcoming: Vec<Duty>,
}

/// Who has something to do that is overdue or due within so many days after today, in the order of names; what
/// nobody has comes last. Names that differ in nothing but capitals and blanks are one person's.
#[must_use]
pub fn by_owner(register: &Register, today: Date, days: u16) -> Vec<Owner> {
    let near = duties(register).into_iter().filter(|duty| duty.due.days_since(today) <= i32::from(days));
    let near: Vec<(String, Duty)> = near.map(|duty| (letters::folded(&duty.owner), duty)).collect();
    let sorted =
        ordered(&near, &|(a, one), (b, other)| (a.is_empty(), a, one.due).cmp(&(b.is_empty(), b, other.due)));
    sorted.chunk_by(|(a, _), (b, _)| a == b).map(|own| owner(own, today)).collect()
}

fn owner(own: &[(String, Duty)], today: Date) -> Owner {
    let duties = own.iter().map(|(_, duty)| duty.clone());
    let (overdue, upcoming): (Vec<Duty>, Vec<Duty>) = duties.partition(|duty| duty.is_overdue(today));
    let name = own.first().map(|(_, duty)| letters::one_line(&duty.owner)).unwrap_or_default();
    Owner { name, overdue, upcoming }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::register::{
        Action, ActionId, ActionState, Change, Organisation, Partnership, PartnershipId, Ratings, Risk,
        RiskId, Serves, Status, Subject,
    };
    use crate::scale::{Position, Rating, preset};

    const DAY: i64 = 86_400_000;

    fn date(text: &str) -> Date {
        Date::read(text).expect("a day")
    }

    /// On 1 March 2027, with one partnership.
    fn owners(risks: Vec<Risk>, actions: Vec<Action>, days: u16) -> Vec<Owner> {
        let partnership = Partnership {
            lead_officer: " ".into(),
            accountable_officer: "B Brown".into(),
            next_review: Some(date("1/3/2027")),
            ..Partnership::new(PartnershipId::from_bits(1), "Waste", 0)
        };
        let register = Register::new(Organisation::new("Anytown", Rc::new(preset::of_size(5, 5))))
            .apply(Change::All(vec![
                Change::PartnershipsPut(vec![partnership]),
                Change::RisksPut(risks),
                Change::ActionsPut(actions),
            ]))
            .expect("sound parts");
        by_owner(&register, date("1/3/2027"), days)
    }

    fn risk(bits: u64, owner: &str, review: Option<&str>) -> Risk {
        let partnership = PartnershipId::from_bits(1);
        Risk {
            owner: owner.into(),
            review: review.map(date),
            ..Risk::new(RiskId::from_bits(bits), partnership, &format!("risk {bits}"), 0)
        }
    }

    fn action(bits: u64, owner: &str, due: Option<&str>) -> Action {
        let serves = Serves::Partnership(PartnershipId::from_bits(1));
        let what = format!("action {bits}");
        Action {
            owner: owner.into(),
            due: due.map(date),
            ..Action::new(ActionId::from_bits(bits), &what, serves, 0)
        }
    }

    /// Name, overdue and upcoming of each.
    fn told(owners: &[Owner]) -> Vec<(&str, Vec<&str>, Vec<&str>)> {
        owners.iter().map(|o| (&*o.name, names(&o.overdue), names(&o.upcoming))).collect()
    }

    fn names(duties: &[Duty]) -> Vec<&str> {
        duties.iter().map(|duty| &*duty.what).collect()
    }

    #[test]
    fn overdue_and_upcoming_are_told_apart_by_owner() {
        let found = owners(
            vec![risk(1, "A  ADAMS", Some("28/2/2027")), risk(2, "", Some("5/3/2027"))],
            vec![
                action(1, "A Adams", Some("31/3/2027")),
                action(2, "a adams ", Some("1/1/2027")),
                action(3, "A Adams", Some("1/4/2027")),
                action(4, "A Adams", None),
                Action { state: ActionState::Done, ..action(5, "A Adams", Some("1/1/2027")) },
            ],
            30,
        );
        assert_eq!(
            told(&found),
            [
                ("a adams", vec!["action 2", "risk 1"], vec!["action 1"]),
                ("B Brown", vec![], vec!["Waste"]),
                ("", vec![], vec!["risk 2"]),
            ]
        );
        assert_eq!(found[1].upcoming[0].subject, Subject::Partnership(PartnershipId::from_bits(1)));
    }

    #[test]
    fn a_risk_without_a_day_is_reviewed_as_often_as_its_level_asks() {
        let place = Position::of_step(4);
        let current = Some(Rating { likelihood: place, impact: place });
        let months = preset::of_size(5, 5).levels()[3].review_months;
        let rated = Risk {
            ratings: Ratings { current, ..Ratings::default() },
            rated: Some(date("28/2/2027")),
            // Something else was changed the next day.
            updated: DAY * i64::from(date("1/3/2027").days_since(date("1/1/1970"))),
            ..risk(1, "A Adams", None)
        };
        let due = date("28/2/2027").months_later(months.into());
        let closed = Risk { status: Status::Closed, ..risk(3, "A Adams", Some("1/1/2027")) };
        let found = owners(vec![rated, risk(2, "A Adams", None), closed], vec![], 400);
        assert_eq!(found[0].upcoming.iter().map(|d| d.due).collect::<Vec<_>>(), [due]);
        assert_eq!(found[0].overdue, []);
    }
}
