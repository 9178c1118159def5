//! Copies of the register as it was: some of today, one of each earlier day, and one from before each great change. They lie
//! in the archive, apart from the register, and are made without anybody asking.

use std::rc::Rc;

use partnership_risk_core::document;
use partnership_risk_core::register::Timestamp;

use super::offer::offer_document;
use crate::app::event::Event;
use crate::app::world::{Shelf, StoreError, World};

/// One copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Copy {
    /// When it was made.
    pub at: Timestamp,
    /// Why.
    pub reason: CopyReason,
}

/// Why a copy was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CopyReason {
    /// Some time had gone by.
    InTime,
    /// A great change came next: an import, another register in place of this one, many risks removed at once.
    BeforeChange,
}

/// How many copies of today are kept, how many of all days, and how many from before great changes.
const OF_TODAY: usize = 3;
const OF_ALL_DAYS: usize = 10;
const BEFORE_CHANGES: usize = 10;

/// How long after a copy the next is made, in milliseconds: two hours.
const APART: Timestamp = 2 * 60 * 60 * 1_000;

impl Copy {
    /// The number under which it lies in the archive.
    fn number(self) -> u64 {
        u64::try_from(self.at).unwrap_or_default() << 1 | u64::from(self.reason == CopyReason::BeforeChange)
    }

    fn of_number(number: u64) -> Self {
        let reason = if number & 1 == 1 { CopyReason::BeforeChange } else { CopyReason::InTime };
        Self { at: i64::try_from(number >> 1).unwrap_or(i64::MAX), reason }
    }
}

/// All copies, the newest first.
pub async fn copies(world: World) -> Result<Vec<Copy>, StoreError> {
    let numbers = world.archive.numbers(Shelf::Backups).await?;
    Ok(numbers.into_iter().rev().map(Copy::of_number).collect())
}

/// Puts a copy in the place of the register.
pub async fn restore(world: World, copy: Copy) -> Event {
    let name = format!("The copy of {}", taken(&world, copy));
    match read(&world, copy).await {
        Ok(text) => match document::read(&text) {
            Ok((register, _)) => {
                Event::RegisterChosen { register: Rc::new(register), said: format!("{name} was restored") }
            }
            Err(error) => Event::FileRefused { name, reason: error.to_string() },
        },
        Err(error) => Event::FileRefused { name, reason: error.to_string() },
    }
}

/// Offers a copy as a file; one that cannot be read, as it is.
pub async fn offer_copy(world: World, copy: Copy) {
    let Ok(text) = read(&world, copy).await else { return };
    match document::read(&text) {
        Ok((register, _)) => offer_document(&world, &register),
        Err(_) => world.files.offer("copy.txt", "text/plain", &text),
    }
}

/// The text of a copy.
pub(super) async fn read(world: &World, copy: Copy) -> Result<String, StoreError> {
    let found = world.archive.read(Shelf::Backups, copy.number()).await?;
    found.ok_or_else(|| StoreError::Unusable("it is no longer there".to_owned()))
}

/// The day and the time of a copy as people write them.
#[must_use]
pub fn taken(world: &World, copy: Copy) -> String {
    format!("{}, {}", world.clock.date(copy.at), world.clock.time_of_day(copy.at))
}

/// Makes a copy of what was just kept, if the last one is some time ago.
pub(super) async fn copy_in_time(world: &World, text: &str) -> Result<(), StoreError> {
    let now = world.clock.now();
    let is_recent = |copy: &Copy| copy.reason == CopyReason::InTime && (0..APART).contains(&(now - copy.at));
    if copies(world.clone()).await?.iter().any(is_recent) {
        return Ok(());
    }
    add(world, Copy { at: now, reason: CopyReason::InTime }, text).await
}

/// Makes a copy of what is about to be replaced.
pub(super) async fn copy_before(world: &World, text: &str) -> Result<(), StoreError> {
    add(world, Copy { at: world.clock.now(), reason: CopyReason::BeforeChange }, text).await
}

async fn add(world: &World, copy: Copy, text: &str) -> Result<(), StoreError> {
    let mut all = copies(world.clone()).await?;
    all.retain(|other| *other != copy);
    all.insert(0, copy);
    let removed = surplus(world, &all).into_iter().map(Copy::number).collect();
    world.archive.write(Shelf::Backups, vec![(copy.number(), text.to_owned())], removed).await
}

/// What need not be kept of copies, the newest first.
fn surplus(world: &World, all: &[Copy]) -> Vec<Copy> {
    let today = world.clock.date(world.clock.now());
    let (mut n_days, mut n_today, mut n_before) = (0, 0, 0);
    let mut last_day = String::new();
    let mut is_kept = |copy: &Copy| {
        let day = world.clock.date(copy.at);
        if copy.reason == CopyReason::BeforeChange {
            n_before += 1;
            return n_before <= BEFORE_CHANGES;
        }
        if day == today {
            n_today += 1;
            n_days += usize::from(n_today <= OF_TODAY);
            return n_today <= OF_TODAY;
        }
        let is_first = day != last_day;
        last_day = day;
        n_days += usize::from(is_first);
        is_first && n_days <= OF_ALL_DAYS
    };
    all.iter().copied().filter(|copy| !is_kept(copy)).collect()
}

#[cfg(test)]
mod tests {
    use partnership_risk_core::document::Header;
    use partnership_risk_core::example::{fife_council, marlshire};

    use super::*;
    use crate::app::world::memory::{SetClock, at_once, world};

    const HOUR: Timestamp = 60 * 60 * 1_000;
    const DAY: Timestamp = 24 * HOUR;

    fn at_work() -> (World, Rc<SetClock>) {
        let clock = Rc::new(SetClock::default());
        (World { clock: clock.clone(), ..world() }, clock)
    }

    fn in_time(world: &World) -> Vec<Timestamp> {
        let all = at_once(copies(world.clone())).expect("memory");
        all.iter().filter(|copy| copy.reason == CopyReason::InTime).map(|copy| copy.at).collect()
    }

    #[test]
    fn three_copies_of_today_and_one_of_each_earlier_day_are_kept_ten_in_all() {
        let (world, clock) = at_work();
        // Every half hour of twenty days.
        for half_hour in 0..20 * 48 {
            clock.0.set(half_hour * HOUR / 2);
            at_once(copy_in_time(&world, "text")).expect("memory has room");
        }
        let kept = in_time(&world);
        let days: Vec<Timestamp> = kept.iter().map(|at| at / DAY).collect();
        assert_eq!(days, [19, 19, 19, 18, 17, 16, 15, 14, 13, 12]);
        assert!(kept[..4].windows(2).all(|two| two[0] - two[1] >= APART), "{kept:?}");
    }

    #[test]
    fn what_a_great_change_replaces_is_kept_apart_and_can_be_had_back() {
        let (world, clock) = at_work();
        for n in 1..=12 {
            clock.0.set(n);
            let register = if n == 12 { marlshire() } else { fife_council() };
            let text = document::write(&register, &Header::new(1, 0, ""));
            at_once(copy_before(&world, &text)).expect("memory has room");
        }
        let all = at_once(copies(world.clone())).expect("memory");
        assert_eq!(all.len(), BEFORE_CHANGES);
        let event = at_once(restore(world.clone(), all[0]));
        assert!(matches!(&event, Event::RegisterChosen { register, said }
            if **register == marlshire() && said == "The copy of day 0, 00:00 was restored"));
        assert!(in_time(&world).is_empty());
    }

    #[test]
    fn a_copy_that_cannot_be_read_or_found_is_refused_in_words() {
        let (world, clock) = at_work();
        clock.0.set(7);
        at_once(copy_before(&world, "damaged")).expect("memory has room");
        let there = Copy { at: 7, reason: CopyReason::BeforeChange };
        for copy in [there, Copy { at: 8, ..there }] {
            let event = at_once(restore(world.clone(), copy));
            assert!(matches!(&event, Event::FileRefused { reason, .. } if !reason.is_empty()), "{event:?}");
        }
    }
}
