//! Lines through all snapshots, in the order of their days: one for a risk, one for a category, and how many risks
//! stood at each level.

use std::rc::Rc;

use super::movement::{by_id, find};
use super::standing::{Height, Standing};
use crate::catalogue::CategoryId;
use crate::date::Date;
use crate::order::{Places, order_by};
use crate::register::{RiskId, Snapshot, SnapshotId, Stage, Status};
use crate::scale::{Matrix, Score, mean_product};

/// Snapshots in the order of their days, ready to have lines drawn through them.
pub struct Timeline {
    days: Vec<Day>,
    stage: Stage,
}

struct Day {
    snapshot: Rc<Snapshot>,
    /// Each open risk that is rated at the stage, by its place in the snapshot.
    rated: Vec<(usize, Standing)>,
    places: Places,
}

/// Where a risk stood on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// The snapshot that says so.
    pub snapshot: SnapshotId,
    /// Its day.
    pub date: Date,
    /// Where the risk stood.
    pub standing: Standing,
}

/// How the risks of a category stood on one day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CategoryPoint {
    /// The snapshot that says so.
    pub snapshot: SnapshotId,
    /// Its day.
    pub date: Date,
    /// How many open risks of the category were rated; one at least.
    pub risks: usize,
    /// Their mean of likelihood times impact, by the scales of that day.
    pub mean: f64,
    /// How many of them stood above the height that was asked for.
    pub above: usize,
}

/// How many open risks stood at each level on one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LevelCounts {
    /// The snapshot that says so.
    pub snapshot: SnapshotId,
    /// Its day.
    pub date: Date,
    /// The matrix whose levels they are.
    pub matrix: Rc<Matrix>,
    /// How many stood at each level, lowest first.
    pub risks: Vec<usize>,
    /// How many were open and not rated.
    pub unrated: usize,
}

impl Timeline {
    /// The snapshots by their day, and those of one day in the order in which they were taken, rated at one stage.
    #[must_use]
    pub fn of(snapshots: &[Rc<Snapshot>], stage: Stage) -> Self {
        let key = |place: usize| (snapshots[place].date, snapshots[place].created);
        let order = order_by(snapshots.len(), &|a, b| key(a).cmp(&key(b)));
        Self { days: order.into_iter().map(|place| Day::of(&snapshots[place], stage)).collect(), stage }
    }

    /// Where a risk stood on each day on which it was open and rated.
    #[must_use]
    pub fn risk(&self, id: RiskId) -> Vec<Point> {
        let point = |day: &Day| {
            let risk = find(&day.snapshot, &day.places, id).filter(|risk| risk.status == Status::Open)?;
            let standing = Standing::of(&day.snapshot, risk, self.stage)?;
            Some(Point { snapshot: day.snapshot.id, date: day.snapshot.date, standing })
        };
        self.days.iter().filter_map(point).collect()
    }

    /// How a category stood on each day on which it had an open, rated risk, and how many of its risks stood above
    /// a height, such as the highest that is tolerated.
    #[must_use]
    pub fn category(&self, id: &CategoryId, height: Height) -> Vec<CategoryPoint> {
        self.days.iter().filter_map(|day| day.category(id, height)).collect()
    }

    /// How many open risks stood at each level on each day.
    #[must_use]
    pub fn levels(&self) -> Vec<LevelCounts> {
        self.days.iter().map(Day::levels).collect()
    }
}

impl Day {
    fn of(snapshot: &Rc<Snapshot>, stage: Stage) -> Self {
        let open = snapshot.risks.iter().zip(0..).filter(|(risk, _)| risk.status == Status::Open);
        let rated = open.filter_map(|(risk, place)| Some((place, Standing::of(snapshot, risk, stage)?)));
        Self { rated: rated.collect(), places: by_id(snapshot), snapshot: Rc::clone(snapshot) }
    }

    fn category(&self, id: &CategoryId, height: Height) -> Option<CategoryPoint> {
        let own =
            self.rated.iter().filter(|(place, _)| self.snapshot.risks[*place].category.as_ref() == Some(id));
        let own: Vec<Standing> = own.map(|(_, standing)| *standing).collect();
        let scores: Vec<Score> = own.iter().map(|standing| standing.score).collect();
        (!own.is_empty()).then(|| CategoryPoint {
            snapshot: self.snapshot.id,
            date: self.snapshot.date,
            risks: own.len(),
            mean: mean_product(&scores),
            above: own.iter().filter(|standing| standing.height > height).count(),
        })
    }

    fn levels(&self) -> LevelCounts {
        let matrix = Rc::clone(&self.snapshot.matrix);
        let at = |level| self.rated.iter().filter(|(_, standing)| standing.score.level() == level).count();
        let open = self.snapshot.risks.iter().filter(|risk| risk.status == Status::Open).count();
        LevelCounts {
            snapshot: self.snapshot.id,
            date: self.snapshot.date,
            risks: (0..matrix.levels().len()).map(at).collect(),
            unrated: open - self.rated.len(),
            matrix,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::movement::tests::{snapshot, then};
    use super::*;
    use crate::scale::preset;

    fn days() -> Timeline {
        let of = |bits, date, matrix: &str, risks| {
            let mut taken = snapshot(bits, preset::preset(matrix).expect("shipped").matrix(), risks);
            taken.date = Date::read(date).expect("a day");
            Rc::new(taken)
        };
        let open = Status::Open;
        let snapshots = [
            of(3, "1/4/2027", "police-2015", vec![then(1, "a", Some((4, 4)), open)]),
            of(
                1,
                "1/4/2026",
                "five-by-five",
                vec![
                    then(1, "a", Some((2, 5)), open),
                    then(2, "a", Some((5, 5)), open),
                    then(3, "b", None, open),
                    then(4, "a", Some((5, 5)), Status::Draft),
                ],
            ),
            of(
                2,
                "1/10/2026",
                "five-by-five",
                vec![then(1, "b", None, open), then(2, "a", Some((1, 1)), Status::Closed)],
            ),
        ];
        Timeline::of(&snapshots, Stage::Current)
    }

    #[test]
    fn a_risk_has_a_point_on_each_day_on_which_it_was_open_and_rated() {
        let line = |bits| {
            let points = days().risk(RiskId::from_bits(bits)).into_iter();
            points
                .map(|p| (p.snapshot.bits(), p.standing.score.product(), p.standing.height.level()))
                .collect()
        };
        let lines: [Vec<(u64, f64, usize)>; 4] = [line(1), line(2), line(4), line(9)];
        assert_eq!(lines, [vec![(1, 10.0, 1), (3, 16.0, 2)], vec![(1, 25.0, 3)], vec![], vec![]]);
    }

    #[test]
    fn a_category_has_a_mean_and_those_above_a_height_on_any_matrix() {
        let second_of_four = Height::of(&preset::of_size(5, 5), 1);
        let line = days().category(&CategoryId::new("a"), second_of_four);
        let told: Vec<_> = line.iter().map(|p| (p.snapshot.bits(), p.risks, p.mean, p.above)).collect();
        assert_eq!(told, [(1, 2, 17.5, 1), (3, 1, 16.0, 1)]);
        assert_eq!(days().category(&CategoryId::new("b"), second_of_four), []);
    }

    #[test]
    fn open_risks_are_counted_by_the_levels_of_their_day() {
        let told: Vec<_> = days().levels().into_iter().map(|day| (day.risks, day.unrated)).collect();
        assert_eq!(told, [(vec![0, 1, 0, 1], 1), (vec![0; 4], 1), (vec![0, 0, 1], 0)]);
    }
}
