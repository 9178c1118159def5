//! The register's actions: which are due when, and how many each owner has.

use std::rc::Rc;

use partnership_risk_core::date::Date;
use partnership_risk_core::letters::{are_same, folded};
use partnership_risk_core::order::ordered;
use partnership_risk_core::register::{Action, ActionState, Register};

use super::controls::named;

/// Which actions are shown. Every part that is set must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ActionFilter {
    /// One owner; the empty one stands for nobody.
    pub owner: Option<String>,
    /// One state; otherwise all that are still to be done.
    pub state: Option<ActionState>,
}

/// When an action is due, seen from today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// It should have been done.
    Overdue,
    /// Within thirty days.
    Soon,
    /// After that.
    Later,
    /// Nobody has said.
    NoDate,
    /// It is done or dropped.
    Over,
}

/// Actions that are due alike, the first due first.
#[derive(Clone, Debug, PartialEq)]
pub struct ActionGroup {
    /// When.
    pub when: When,
    /// The actions.
    pub actions: Vec<Rc<Action>>,
}

/// How much one owner has to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnerCount {
    /// The owner; empty for nobody.
    pub owner: String,
    /// Actions that are to be done.
    pub n_open: usize,
    /// How many of them are overdue.
    pub n_overdue: usize,
}

const SOON_DAYS: i32 = 30;

impl When {
    /// In the order in which they are shown.
    pub const ALL: [Self; 5] = [Self::Overdue, Self::Soon, Self::Later, Self::NoDate, Self::Over];

    /// When an action is due.
    #[must_use]
    pub fn of(action: &Action, today: Date) -> Self {
        match action.due {
            _ if !action.is_open() => Self::Over,
            None => Self::NoDate,
            Some(due) if due < today => Self::Overdue,
            Some(due) if due.days_since(today) <= SOON_DAYS => Self::Soon,
            Some(_) => Self::Later,
        }
    }
}

impl ActionFilter {
    /// Whether nothing is filtered out but what is over.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    fn passes(&self, action: &Action) -> bool {
        self.state.map_or(action.is_open(), |state| action.state == state)
            && self.owner.as_ref().is_none_or(|owner| are_same(owner, &action.owner))
    }
}

/// The actions that pass the filter, by when they are due; empty groups are left out.
#[must_use]
pub fn action_groups(register: &Register, filter: &ActionFilter, today: Date) -> Vec<ActionGroup> {
    let found: Vec<Rc<Action>> =
        register.actions().iter().filter(|action| filter.passes(action)).cloned().collect();
    let found = ordered(&found, &|a: &Rc<Action>, b: &Rc<Action>| a.due.cmp(&b.due));
    let group = |when: When| ActionGroup {
        when,
        actions: found.iter().filter(|action| When::of(action, today) == when).cloned().collect(),
    };
    When::ALL.map(group).into_iter().filter(|group| !group.actions.is_empty()).collect()
}

/// Everybody who has an action, in order.
#[must_use]
pub fn action_owners(register: &Register) -> Vec<String> {
    named(register.actions().iter().map(|action| action.owner.as_str()))
}

/// How much everybody has to do, those with most overdue first; nobody comes last.
#[must_use]
pub fn counts_by_owner(register: &Register, today: Date) -> Vec<OwnerCount> {
    let open = register.actions().iter().filter(|action| action.is_open());
    let open: Vec<(String, &Rc<Action>)> = open.map(|action| (folded(&action.owner), action)).collect();
    let by_owner = ordered(&open, &|a, b| a.0.cmp(&b.0));
    let count = |own: &[(String, &Rc<Action>)]| OwnerCount {
        owner: own[0].1.owner.trim().to_owned(),
        n_open: own.len(),
        n_overdue: own.iter().filter(|(_, action)| action.is_overdue(today)).count(),
    };
    let counts: Vec<OwnerCount> = by_owner.chunk_by(|a, b| a.0 == b.0).map(count).collect();
    ordered(&counts, &|a, b| {
        let nobody_last = a.owner.is_empty().cmp(&b.owner.is_empty());
        nobody_last.then((b.n_overdue, b.n_open).cmp(&(a.n_overdue, a.n_open)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use partnership_risk_core::example::fife_council;
    use partnership_risk_core::register::{ActionId, Change, Serves};

    fn day(text: &str) -> Date {
        Date::read(text).expect("a day")
    }

    fn register() -> Register {
        let fife = fife_council();
        let serves = Serves::Partnership(fife.partnerships()[0].id);
        let action = |bits, what: &str, due: &str, owner: &str| Action {
            due: Date::read(due).ok(),
            owner: owner.to_owned(),
            ..Action::new(ActionId::from_bits(bits), what, serves, 0)
        };
        let done = Action { state: ActionState::Done, ..action(6, "done", "1/1/2026", "Ann") };
        let actions = vec![
            action(1, "later", "23/12/2026", "Ann"),
            action(2, "soon", "22/12/2026", "Bob"),
            action(3, "today", "22/11/2026", "ann"),
            action(4, "late", "21/11/2026", "Bob"),
            action(5, "whenever", "", ""),
            done,
        ];
        fife.apply(Change::ActionsPut(actions)).expect("sound actions")
    }

    fn groups(filter: &ActionFilter) -> Vec<(When, Vec<String>)> {
        let groups = action_groups(&register(), filter, day("22/11/2026"));
        let names = |group: ActionGroup| group.actions.iter().map(|a| a.what.clone()).collect();
        groups.into_iter().map(|group| (group.when, names(group))).collect()
    }

    #[test]
    fn actions_are_grouped_by_when_they_are_due() {
        let text = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        assert_eq!(
            groups(&ActionFilter::default()),
            [
                (When::Overdue, text(&["late"])),
                (When::Soon, text(&["today", "soon"])),
                (When::Later, text(&["later"])),
                (When::NoDate, text(&["whenever"])),
            ]
        );
        let done = ActionFilter { state: Some(ActionState::Done), ..ActionFilter::default() };
        assert_eq!(groups(&done), [(When::Over, text(&["done"]))]);
        let anns = ActionFilter { owner: Some("ANN".into()), ..ActionFilter::default() };
        assert_eq!(groups(&anns), [(When::Soon, text(&["today"])), (When::Later, text(&["later"]))]);
    }

    #[test]
    fn whoever_is_most_behind_comes_first_and_nobody_last() {
        let counts = counts_by_owner(&register(), day("22/11/2026"));
        let counts: Vec<(&str, usize, usize)> =
            counts.iter().map(|count| (&*count.owner, count.n_open, count.n_overdue)).collect();
        assert_eq!(counts, [("Bob", 2, 1), ("Ann", 2, 0), ("", 1, 0)]);
    }
}
