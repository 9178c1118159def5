//! When a register was last saved as a file, so that the page can say how long that is ago, and since when there are changes
//! that are in none.

use partnership_risk_core::date::Date;
use partnership_risk_core::register::{Register, Timestamp};

use crate::app::world::World;

/// What it is kept under: the time, and the name of the register's organisation.
const KEY: &str = "partnership-risk:file-saved";

/// Since when there are changes that are in no file.
const WANTED: &str = "partnership-risk:file-wanted";

const A_DAY: Timestamp = 24 * 60 * 60 * 1_000;
/// After how many days a file is overdue.
const PATIENCE: i64 = 7;

/// When this register was last saved as a file in this browser, or was in the file that it came from.
#[must_use]
pub fn file_saved(world: &World, register: &Register) -> Option<Timestamp> {
    let text = world.store.read(KEY).ok().flatten()?;
    let (at, name) = text.split_once(' ')?;
    at.parse().ok().filter(|_| name == register.organisation().name)
}

/// Remembers that a register was in a file at a time; a tab that keeps nothing does not. Where nothing can be kept,
/// nothing is said of it later.
pub(in crate::app::tasks) fn note_saved(world: &World, register: &Register, at: Timestamp) {
    if world.tabs.writes() {
        world.store.write(KEY, &format!("{at} {}", register.organisation().name)).ok();
        world.store.remove(WANTED).ok();
    }
}

/// Remembers since when a register that was just kept has changes that are in no file.
pub(in crate::app::tasks) fn want_file(world: &World, register: &Register) {
    let changed = register.history().iter().map(|entry| entry.at).max();
    let is_in_file = file_saved(world, register).is_some_and(|saved| changed.is_none_or(|at| at <= saved));
    if !is_in_file && wanted_since(world).is_none() {
        put_off_file(world);
    }
}

/// For how many days there have been changes that are in no file, once that is a week.
#[must_use]
pub fn file_overdue(world: &World) -> Option<i64> {
    let days = (world.clock.now() - wanted_since(world)?) / A_DAY;
    (days >= PATIENCE).then_some(days)
}

/// Counts from now on.
pub fn put_off_file(world: &World) {
    world.store.write(WANTED, &world.clock.now().to_string()).ok();
}

fn wanted_since(world: &World) -> Option<Timestamp> {
    world.store.read(WANTED).ok().flatten()?.parse().ok()
}

/// How long ago something was, in days: today, yesterday, 3 days ago.
#[must_use]
pub fn days_ago(world: &World, at: Timestamp) -> String {
    let day = |at| Date::of_moment(at).unwrap_or(Date::FIRST);
    match day(world.clock.now()).days_since(day(at)) {
        ..=0 => "today".to_owned(),
        1 => "yesterday".to_owned(),
        days => format!("{days} days ago"),
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use partnership_risk_core::example::{fife_council, marlshire};

    use super::*;
    use crate::app::world::memory::{SetClock, world};

    #[test]
    fn a_register_knows_when_it_was_in_a_file_and_another_does_not() {
        let world = world();
        assert_eq!(file_saved(&world, &fife_council()), None);
        note_saved(&world, &fife_council(), 77);
        assert_eq!(file_saved(&world, &fife_council()), Some(77));
        assert_eq!(file_saved(&world, &marlshire()), None);
        world.store.write(KEY, "soon").expect("memory has room");
        assert_eq!(file_saved(&world, &fife_council()), None);
    }

    #[test]
    fn a_file_is_overdue_a_week_after_the_first_change_that_is_in_none() {
        let clock = Rc::new(SetClock::default());
        let world = World { clock: clock.clone(), ..world() };
        want_file(&world, &fife_council());
        for (day, overdue) in [(6, None), (7, Some(7)), (9, Some(9))] {
            clock.0.set(day * A_DAY);
            want_file(&world, &fife_council());
            assert_eq!(file_overdue(&world), overdue, "day {day}");
        }
        put_off_file(&world);
        clock.0.set(15 * A_DAY);
        assert_eq!(file_overdue(&world), None);
        clock.0.set(16 * A_DAY);
        assert_eq!(file_overdue(&world), Some(7));
        note_saved(&world, &fife_council(), clock.0.get());
        want_file(&world, &fife_council());
        clock.0.set(99 * A_DAY);
        assert_eq!(file_overdue(&world), None, "it is as it was in the file");
    }

    #[test]
    fn days_are_counted_by_the_calendar() {
        const HOUR: Timestamp = 3_600_000;
        let clock = Rc::new(SetClock::default());
        clock.0.set(100 * 24 * HOUR + HOUR);
        let world = World { clock, ..world() };
        for (hours, said) in [(0, "today"), (2, "yesterday"), (26, "2 days ago"), (-40, "today")] {
            assert_eq!(days_ago(&world, world.clock.now() - hours * HOUR), said, "{hours}");
        }
    }
}
