//! Two days compared, and lines through all of them. Today counts as a day beside the snapshots. What moved and why
//! is decided in the core.

use std::rc::Rc;

use partnership_risk_core::catalogue::CategoryId;
use partnership_risk_core::date::Date;
use partnership_risk_core::decimal;
use partnership_risk_core::league::{LeagueTable, Measure, Scope};
use partnership_risk_core::register::{
    PartnershipId, Register, RiskId, RiskThen, Snapshot, SnapshotId, Stage, Status, Timestamp,
};
use partnership_risk_core::scale::Matrix;
use partnership_risk_core::trend::{
    CategoryMovement, CategoryPoint, Height, LevelCounts, Moved, Movements, Point, Timeline, compare,
    places_moved,
};

use super::benchmark::usual_measure;

/// Two days compared, the earlier first.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared {
    /// The earlier day.
    pub before: Rc<Snapshot>,
    /// The later day.
    pub after: Rc<Snapshot>,
    /// What became of each risk.
    pub movements: Movements,
    /// How many rose, fell and so on; what became of none is left out.
    pub counts: Vec<(Moved, usize)>,
    /// The league tables of both days.
    pub tables: [LeagueTable; 2],
    /// How each category moved in them.
    pub league: Vec<CategoryMovement>,
}

/// What stood on one of several days.
#[derive(Clone, Debug, PartialEq)]
pub struct TrendDay {
    /// What the day is called.
    pub name: String,
    /// The day.
    pub date: Date,
    /// How high it stood, from 0 to 1, comparable from day to day whatever the matrix.
    pub share: f64,
    /// What it stood at, in words.
    pub said: String,
}

/// What today is called among snapshots, and the id that it has there.
const TODAY: &str = "Today";
const ID_OF_TODAY: SnapshotId = SnapshotId::from_bits(u64::MAX);

/// The register as it is now, as a day among others.
#[must_use]
pub fn as_of_today(register: &Register, today: Date, now: Timestamp) -> Rc<Snapshot> {
    Rc::new(Snapshot::of(register, ID_OF_TODAY, TODAY, today, now))
}

/// Whether a day is today and no snapshot.
#[must_use]
pub fn is_today(snapshot: &Snapshot) -> bool {
    snapshot.id == ID_OF_TODAY
}

/// Two days compared: the last snapshot where no first day is given, today where no second is. Nothing while there
/// is no snapshot.
#[must_use]
pub fn compared(
    register: &Register,
    (from, to): (Option<SnapshotId>, Option<SnapshotId>),
    today: &Rc<Snapshot>,
) -> Option<Compared> {
    let known = |id: Option<SnapshotId>| id.and_then(|id| register.snapshot(id)).cloned();
    let from = known(from).or_else(|| register.snapshots().last().cloned())?;
    let to = known(to).unwrap_or_else(|| today.clone());
    let is_in_order = (from.date, from.created) <= (to.date, to.created);
    let (before, after) = if is_in_order { (from, to) } else { (to, from) };
    let movements = compare(register, &before, &after, Stage::Current);
    let counts = Moved::ALL.map(|moved| (moved, movements.that(moved).count()));
    let tables = tables(register, [&before, &after], usual_measure(register));
    Some(Compared {
        counts: counts.into_iter().filter(|(_, n)| *n > 0).collect(),
        league: places_moved(&tables[0], &tables[1]),
        tables,
        movements,
        before,
        after,
    })
}

fn tables(register: &Register, days: [&Snapshot; 2], measure: Measure) -> [LeagueTable; 2] {
    let on = |day| Scope { snapshot: Some(day), ..Scope::from(register) };
    days.map(|day| LeagueTable::new(on(day), measure))
}

/// The snapshots and today in a row, and what stood on each.
pub struct Days {
    days: Vec<Rc<Snapshot>>,
    timeline: Timeline,
}

impl Days {
    /// The days of the whole register.
    #[must_use]
    pub fn of(register: &Register, today: &Rc<Snapshot>) -> Self {
        Self::through(register.snapshots().iter().chain([today]).cloned().collect())
    }

    /// The days on which one partnership was there, and its risks alone.
    #[must_use]
    pub fn of_partnership(register: &Register, id: PartnershipId, today: &Rc<Snapshot>) -> Self {
        let has_it = |day: &&Rc<Snapshot>| day.partnerships.iter().any(|then| then.id == id);
        let days = register.snapshots().iter().chain([today]).filter(has_it);
        Self::through(days.map(|day| Rc::new(part_of(day, id))).collect())
    }

    fn through(days: Vec<Rc<Snapshot>>) -> Self {
        Self { timeline: Timeline::of(&days, Stage::Current), days }
    }

    fn day(&self, id: SnapshotId) -> Option<&Rc<Snapshot>> {
        self.days.iter().find(|day| day.id == id)
    }

    /// How many open risks stood at each level on each day, each with what the day is called.
    #[must_use]
    pub fn levels(&self) -> Vec<(String, LevelCounts)> {
        let counts = self.timeline.levels().into_iter();
        counts.filter_map(|counts| Some((self.day(counts.snapshot)?.name.clone(), counts))).collect()
    }

    /// Where a risk stood on each day on which it was open and rated: how high its level is, and its score.
    #[must_use]
    pub fn risk(&self, id: RiskId) -> Vec<TrendDay> {
        let point = |point: Point| {
            let snapshot = self.day(point.snapshot)?;
            let score = point.standing.score;
            let (level, product) = (&snapshot.matrix.level(score).name, decimal::short(score.product(), 2));
            Some(TrendDay {
                name: snapshot.name.clone(),
                date: point.date,
                share: point.standing.height.share(),
                said: format!("{level} ({product})"),
            })
        };
        self.timeline.risk(id).into_iter().filter_map(point).collect()
    }

    /// How a category stood on each day on which it had an open, rated risk: its mean score as a share of the
    /// highest score that the matrix of the day knows.
    #[must_use]
    pub fn category(&self, id: &CategoryId) -> Vec<TrendDay> {
        let Some(last) = self.days.last() else { return Vec::new() };
        let point = |point: CategoryPoint| {
            let snapshot = self.day(point.snapshot)?;
            Some(TrendDay {
                name: snapshot.name.clone(),
                date: point.date,
                share: point.mean / steps(&snapshot.matrix) as f64,
                said: decimal::short(point.mean, 2),
            })
        };
        let lowest = Height::of(&last.matrix, 0);
        self.timeline.category(id, lowest).into_iter().filter_map(point).collect()
    }

    /// The categories that had an open risk on some day, in the order in which they were first met.
    #[must_use]
    pub fn categories(&self) -> Vec<CategoryId> {
        let mut found: Vec<CategoryId> = Vec::new();
        for category in self.open_risks().filter_map(|risk| risk.category.as_ref()) {
            if !found.contains(category) {
                found.push(category.clone());
            }
        }
        found
    }

    /// The risks that were open on some day, each with its latest title; those of the last day first.
    #[must_use]
    pub fn risks(&self) -> Vec<(RiskId, String)> {
        let mut found: Vec<(RiskId, String)> = Vec::new();
        for risk in self.days.iter().rev().flat_map(|day| &day.risks).filter(|risk| is_open(risk)) {
            if found.iter().all(|(id, _)| *id != risk.id) {
                found.push((risk.id, risk.title.clone()));
            }
        }
        found
    }

    fn open_risks(&self) -> impl Iterator<Item = &RiskThen> {
        self.days.iter().flat_map(|day| &day.risks).filter(|risk| is_open(risk))
    }
}

/// What stood on each day, in words.
#[must_use]
pub fn day_by_day(days: &[TrendDay]) -> String {
    let said: Vec<String> = days.iter().map(|day| format!("{} {}", day.name, day.said)).collect();
    said.join(", ")
}

fn is_open(risk: &RiskThen) -> bool {
    risk.status == Status::Open
}

/// What a snapshot says of one partnership.
fn part_of(day: &Snapshot, id: PartnershipId) -> Snapshot {
    let mut part = day.clone();
    part.risks.retain(|risk| risk.partnership == id);
    part.partnerships.retain(|then| then.id == id);
    part
}

/// The highest score of a matrix.
fn steps(matrix: &Matrix) -> usize {
    matrix.likelihood().steps() * matrix.impact().steps()
}

#[cfg(test)]
mod tests {
    use super::*;
    use partnership_risk_core::example::fife_council;
    use partnership_risk_core::register::{Change, Partnership, Risk};
    use partnership_risk_core::scale::{Position, Rating};

    fn day(text: &str) -> Date {
        Date::read(text).expect("a day")
    }

    /// The register in which its first risk was at the very bottom on 1 March, in a snapshot, and is closed on the
    /// second now.
    fn register() -> Register {
        let fife = fife_council();
        let mut low = (*fife.risks()[0]).clone();
        let place = Position::of_step(0);
        low.ratings.current = Some(Rating { likelihood: place, impact: place });
        let before = fife.apply(Change::RisksPut(vec![low])).expect("sound");
        let snapshot = Snapshot::of(&before, SnapshotId::from_bits(1), "March", day("1/3/2027"), 5);
        let closed = Risk { status: Status::Closed, ..(*fife.risks()[1]).clone() };
        let change = Change::All(vec![Change::SnapshotsPut(vec![snapshot]), Change::RisksPut(vec![closed])]);
        fife.apply(change).expect("sound")
    }

    #[test]
    fn the_last_snapshot_is_compared_with_today_unless_others_are_chosen() {
        let register = register();
        let today = as_of_today(&register, day("1/4/2027"), 9);
        let found = compared(&register, (None, None), &today).expect("there is a snapshot");
        assert_eq!((&*found.before.name, &*found.after.name), ("March", "Today"));
        assert_eq!(found.counts, [(Moved::Rose, 1), (Moved::Same, 9), (Moved::Closed, 1)]);
        assert!(found.league.iter().any(|category| category.places_up() != Some(0)));
        let own = SnapshotId::from_bits(1);
        let same = compared(&register, (Some(own), Some(own)), &today).expect("there is a snapshot");
        assert_eq!(same.counts, [(Moved::Same, 11)]);
        assert_eq!(compared(&fife_council(), (None, None), &today), None);
    }

    #[test]
    fn the_earlier_day_comes_first_whichever_is_chosen_first() {
        let register = register();
        let earlier = as_of_today(&register, day("1/2/2027"), 9);
        let found = compared(&register, (None, None), &earlier).expect("there is a snapshot");
        assert_eq!((&*found.before.name, &*found.after.name), ("Today", "March"));
    }

    #[test]
    fn lines_go_through_all_days_to_today() {
        let register = register();
        let today = as_of_today(&register, day("1/4/2027"), 9);
        let days = Days::of(&register, &today);
        let levels = days.levels();
        let open: Vec<usize> = levels.iter().map(|(_, counts)| counts.risks.iter().sum()).collect();
        assert_eq!((levels[0].0.as_str(), levels[1].0.as_str(), open), ("March", "Today", vec![11, 10]));
        let risk = days.risk(register.risks()[0].id);
        assert_eq!((risk[0].share, &*risk[0].said), (0.0, "Low (1)"));
        assert_eq!((risk[1].share, risk.len()), (1.0, 2));
        let category = register.risks()[0].category.clone().expect("it has one");
        let line = days.category(&category);
        assert!(line[0].share < line[1].share && line[1].share < 1.0, "{line:?}");
        assert!(days.categories().contains(&category));
    }

    #[test]
    fn the_days_of_a_partnership_hold_its_own_risks_and_begin_when_it_did() {
        let register = register();
        let new = Partnership::new(PartnershipId::from_bits(7), "Waste", 0);
        let risk = Risk::new(RiskId::from_bits(70), new.id, "Contractor fails", 0);
        let id = new.id;
        let change = Change::All(vec![Change::PartnershipsPut(vec![new]), Change::RisksPut(vec![risk])]);
        let register = register.apply(change).expect("sound");
        let today = as_of_today(&register, day("1/4/2027"), 9);
        let own = Days::of_partnership(&register, id, &today);
        let levels = own.levels();
        assert_eq!((levels.len(), levels[0].0.as_str(), levels[0].1.unrated), (1, "Today", 1));
        assert_eq!(own.risks(), [(RiskId::from_bits(70), "Contractor fails".to_owned())]);
        let council = Days::of_partnership(&register, register.partnerships()[0].id, &today);
        assert_eq!((council.levels().len(), council.risks().len()), (2, 11));
    }
}
