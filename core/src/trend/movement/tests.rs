//! Snapshots compared that can be worked out by hand, and what holds of every two.

use std::rc::Rc;

use proptest::prelude::*;

use super::*;
use crate::date::Date;
use crate::register::{Change, Organisation, Partnership, PartnershipStatus, Ratings, Risk, SnapshotId};
use crate::scale::{Matrix, Position, Rating, preset};
use crate::trend::Timeline;

/// A risk of the only partnership: category, likelihood and impact from 1, status.
pub fn then(bits: u64, category: &str, rating: Option<(usize, usize)>, status: Status) -> RiskThen {
    let place = |step: usize| Position::of_step(step - 1);
    let current = rating.map(|(l, i)| Rating { likelihood: place(l), impact: place(i) });
    RiskThen {
        id: RiskId::from_bits(bits),
        title: format!("risk {bits}"),
        partnership: PartnershipId::from_bits(1),
        category: Some(CategoryId::new(category)),
        ratings: Ratings { current, ..Ratings::default() },
        status,
    }
}

pub fn snapshot(bits: u64, matrix: Matrix, risks: Vec<RiskThen>) -> Snapshot {
    let organisation = Organisation::new("Anytown", Rc::new(matrix));
    let date = Date::new(2027, 3, 31).expect("a day");
    let empty = Snapshot::of(&Register::new(organisation), SnapshotId::from_bits(bits), "then", date, 0);
    Snapshot { risks, ..empty }
}

fn empty() -> Register {
    Register::new(Organisation::new("Anytown", Rc::new(preset::of_size(5, 5))))
}

/// Id, likelihood and impact from 1, status.
type Short = (u64, Option<(usize, usize)>, Status);

fn moved(before: &Snapshot, after: &Snapshot) -> Vec<(u64, Moved)> {
    let movements = compare(&empty(), before, after, Stage::Current);
    movements.risks.iter().map(|risk| (risk.risk.bits(), risk.moved)).collect()
}

#[test]
fn each_risk_is_told_what_became_of_it() {
    let (open, draft, closed) = (Status::Open, Status::Draft, Status::Closed);
    let of = |risks: &[Short]| {
        let risks = risks.iter().map(|&(bits, rating, status)| then(bits, "a", rating, status));
        snapshot(1, preset::of_size(5, 5), risks.collect())
    };
    let (low, high) = (Some((2, 2)), Some((4, 4)));
    let before = of(&[
        (1, low, open),
        (2, high, open),
        (3, low, open),
        (4, None, open),
        (5, low, open),
        (6, None, open),
        (7, low, draft),
        (8, low, closed),
        (9, low, open),
        (10, low, open),
        (11, low, open),
        (12, low, draft),
    ]);
    let after = of(&[
        (13, low, open),
        (14, low, draft),
        (1, high, open),
        (2, low, open),
        (3, low, open),
        (4, low, open),
        (5, None, open),
        (6, None, open),
        (7, low, open),
        (8, low, open),
        (9, low, closed),
        (10, low, draft),
    ]);
    assert_eq!(
        moved(&before, &after),
        [
            (13, Moved::Appeared),
            (1, Moved::Rose),
            (2, Moved::Fell),
            (3, Moved::Same),
            (4, Moved::Rated),
            (5, Moved::Unrated),
            (6, Moved::Same),
            (7, Moved::Appeared),
            (8, Moved::Reopened),
            (9, Moved::Closed),
            (10, Moved::Withdrawn),
            (11, Moved::Removed),
        ]
    );
}

#[test]
fn a_risk_is_closed_while_its_partnership_is_over_and_open_again_when_it_is_not() {
    let day = |status, bits| {
        let partnership = Partnership { status, ..Partnership::new(PartnershipId::from_bits(1), "Waste", 0) };
        let risk = Risk::new(RiskId::from_bits(1), partnership.id, "Contractor fails", 0);
        let change =
            Change::All(vec![Change::PartnershipsPut(vec![partnership]), Change::RisksPut(vec![risk])]);
        let register = empty().apply(change).expect("sound");
        let date = Date::new(2027, 3, 31).expect("a day");
        Snapshot::of(&register, SnapshotId::from_bits(bits), "then", date, 0)
    };
    let (live, over) = (day(PartnershipStatus::Active, 1), day(PartnershipStatus::Ended, 2));
    assert_eq!(moved(&live, &over), [(1, Moved::Closed)]);
    assert_eq!(moved(&over, &live), [(1, Moved::Reopened)]);
    assert_eq!(moved(&over, &over), []);
    let days = [Rc::new(live), Rc::new(over)];
    let open = Timeline::of(&days, Stage::Current).levels();
    assert_eq!(open.iter().map(|day| day.unrated).collect::<Vec<_>>(), [1, 0]);
}

#[test]
fn on_another_matrix_only_the_height_of_the_level_counts() {
    let on = |id: &str, rating| {
        let matrix = preset::preset(id).expect("shipped").matrix();
        snapshot(1, matrix, vec![then(1, "a", Some(rating), Status::Open)])
    };
    for (before, after, changed, expected) in [
        // The highest of four levels and the highest of three.
        (on("five-by-five", (5, 5)), on("police-2015", (4, 4)), true, Moved::Same),
        // The second of four levels and the second of three.
        (on("five-by-five", (2, 5)), on("police-2015", (2, 3)), true, Moved::Rose),
        (on("five-by-five", (3, 5)), on("police-2015", (2, 3)), true, Moved::Fell),
        (on("five-by-five", (2, 5)), on("five-by-five", (2, 4)), false, Moved::Fell),
    ] {
        let movements = compare(&empty(), &before, &after, Stage::Current);
        assert_eq!((movements.matrix_changed, movements.risks[0].moved), (changed, expected));
    }
}

#[test]
fn a_stage_without_ratings_shows_no_movement() {
    let day = |rating| snapshot(1, preset::of_size(5, 5), vec![then(1, "a", Some(rating), Status::Open)]);
    let movements = compare(&empty(), &day((1, 1)), &day((5, 5)), Stage::Target);
    assert_eq!(
        movements.risks.iter().map(|r| (r.moved, r.before)).collect::<Vec<_>>(),
        [(Moved::Same, None)]
    );
}

/// What became of a risk, seen from the other end. A risk that has gone may come from being a draft or from
/// nothing.
fn reversed(moved: Moved) -> &'static [Moved] {
    match moved {
        Moved::Rose => &[Moved::Fell],
        Moved::Fell => &[Moved::Rose],
        Moved::Same => &[Moved::Same],
        Moved::Rated => &[Moved::Unrated],
        Moved::Unrated => &[Moved::Rated],
        Moved::Appeared => &[Moved::Removed, Moved::Withdrawn],
        Moved::Reopened => &[Moved::Closed],
        Moved::Closed => &[Moved::Reopened],
        Moved::Withdrawn | Moved::Removed => &[Moved::Appeared],
    }
}

fn any_snapshot() -> impl Strategy<Value = Snapshot> {
    let rating = prop::option::of((1..=4_usize, 1..=4_usize));
    let risk = prop::option::of((rating, prop::sample::select(Status::ALL.to_vec())));
    let matrix = prop::sample::select(vec!["five-by-five", "police-2015", "iso-27005"]);
    (matrix, prop::collection::vec(risk, 0..8)).prop_map(|(matrix, risks)| {
        let risks = (1..).zip(risks).filter_map(|(bits, risk)| {
            let (rating, status) = risk?;
            Some(then(bits, "a", rating, status))
        });
        snapshot(1, preset::preset(matrix).expect("shipped").matrix(), risks.collect())
    })
}

proptest! {
    #[test]
    fn a_snapshot_compared_with_itself_shows_no_movement(day in any_snapshot()) {
        let open = day.risks.iter().filter(is_open).count();
        prop_assert_eq!(moved(&day, &day).len(), open);
        prop_assert!(moved(&day, &day).iter().all(|(_, moved)| *moved == Moved::Same));
    }

    #[test]
    fn seen_from_the_other_end_what_rose_fell(before in any_snapshot(), after in any_snapshot()) {
        let (there, back) = (moved(&before, &after), moved(&after, &before));
        prop_assert_eq!(there.len(), back.len());
        for (risk, moved) in there {
            let other = back.iter().find(|(other, _)| *other == risk).map(|(_, moved)| *moved);
            prop_assert!(other.is_some_and(|other| reversed(moved).contains(&other)), "{:?} {:?}", moved, other);
        }
    }
}
