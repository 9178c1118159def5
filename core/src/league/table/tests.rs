//! League tables of small registers whose answers can be worked out by hand.

use std::rc::Rc;

use proptest::prelude::*;

use super::*;
use crate::date::Date;
use crate::register::{
    Change, Organisation, Partnership, PartnershipStatus, Ratings, Risk, RiskId, Sector, SnapshotId,
};
use crate::scale::{Matrix, Position, Rating, preset};

/// Partnership, category, likelihood and impact (1 to 5), status.
type Short<'a> = (u64, Option<&'a str>, Option<(usize, usize)>, Status);

fn partnership(bits: u64) -> Partnership {
    Partnership::new(PartnershipId::from_bits(bits), &format!("partnership {bits}"), 0)
}

fn risk(id: u64, &(partnership, category, rating, status): &Short<'_>) -> Risk {
    let place = |step: usize| Position::of_step(step - 1);
    let current = rating.map(|(l, i)| Rating { likelihood: place(l), impact: place(i) });
    let partnership = PartnershipId::from_bits(partnership);
    Risk {
        category: category.map(CategoryId::new),
        ratings: Ratings { current, ..Ratings::default() },
        status,
        ..Risk::new(RiskId::from_bits(id), partnership, &format!("risk {id}"), 0)
    }
}

/// A register of `partnerships` partnerships and these risks, on a 5 by 5 matrix.
pub(in crate::league) fn register(partnerships: u64, risks: &[Short<'_>]) -> Register {
    register_on(preset::of_size(5, 5), partnerships, risks)
}

fn register_on(matrix: Matrix, partnerships: u64, risks: &[Short<'_>]) -> Register {
    Register::new(Organisation {
        sector: Sector::Council,
        ..Organisation::new("Anytown Council", Rc::new(matrix))
    })
    .apply(Change::All(vec![
        Change::PartnershipsPut((1..=partnerships).map(partnership).collect()),
        Change::RisksPut(risks.iter().zip(1..).map(|(short, id)| risk(id, short)).collect()),
    ]))
    .expect("sound parts")
}

/// `(category, value, rank, mid-rank)` of each line.
fn lines(table: &LeagueTable) -> Vec<(&str, f64, u32, f64)> {
    table.entries().iter().map(|e| (e.category.as_str(), e.value, e.rank, e.mid_rank)).collect()
}

const OPEN: Status = Status::Open;

#[test]
fn each_measure_ranks_as_worked_out_by_hand() {
    let register = register(
        2,
        &[
            (1, Some("a"), Some((5, 5)), OPEN),
            (1, Some("a"), Some((1, 1)), OPEN),
            (1, Some("b"), Some((3, 4)), OPEN),
            (2, Some("b"), Some((4, 4)), OPEN),
            (2, Some("c"), Some((5, 5)), Status::Draft),
            (2, Some("c"), Some((2, 2)), OPEN),
        ],
    );
    for (measure, expected) in [
        (Measure::ShareNaming, [("b", 1.0, 1, 1.0), ("a", 0.5, 2, 2.5), ("c", 0.5, 2, 2.5)]),
        (Measure::MeanScore, [("b", 14.0, 1, 1.0), ("a", 13.0, 2, 2.0), ("c", 4.0, 3, 3.0)]),
        (Measure::HighestScore, [("a", 25.0, 1, 1.0), ("b", 16.0, 2, 2.0), ("c", 4.0, 3, 3.0)]),
    ] {
        assert_eq!(lines(&LeagueTable::new(&register, measure)), expected, "{measure:?}");
    }
}

#[test]
fn a_higher_level_outranks_a_higher_product() {
    // ISO/IEC 27005: almost certain and negligible (product 5) stands a level above 2 by 3 (product 6).
    let matrix = preset::preset("iso-27005").expect("a shipped preset").matrix();
    let risks = [(1, Some("a"), Some((2, 3)), OPEN), (1, Some("b"), Some((5, 1)), OPEN)];
    let table = LeagueTable::new(&register_on(matrix, 1, &risks), Measure::HighestScore);
    assert_eq!(lines(&table), [("b", 5.0, 1, 1.0), ("a", 6.0, 2, 2.0)]);
}

#[test]
fn the_top_level_is_the_highest_of_the_matrix() {
    let register = register(1, &[(1, Some("a"), Some((5, 5)), OPEN), (1, Some("b"), Some((1, 1)), OPEN)]);
    let table = LeagueTable::new(&register, Measure::TopLevelCount);
    assert_eq!(lines(&table), [("a", 1.0, 1, 1.0), ("b", 0.0, 2, 2.0)]);
}

#[test]
fn ties_for_fifth_place_are_all_named_and_a_sixth_is_not() {
    let score = |category, likelihood| (1, Some(category), Some((likelihood, 1)), OPEN);
    let six = [score("a", 5), score("b", 4), score("c", 4), score("d", 3), score("e", 2), score("f", 2)];
    let named = |risks: &[Short<'_>]| {
        let table = LeagueTable::new(&register(1, risks), Measure::ShareNaming);
        table.entries().iter().filter(|entry| entry.value == 1.0).count()
    };
    assert_eq!(named(&six), 6);
    assert_eq!(named(&[&six[..5], &[score("f", 1)]].concat()), 5);
}

#[test]
fn what_does_not_count_is_reported() {
    let register = register(
        3,
        &[
            (1, Some("a"), Some((5, 5)), OPEN),
            (1, None, Some((1, 1)), OPEN),
            (2, Some("a"), None, OPEN),
            (2, None, None, OPEN),
            (3, Some("a"), Some((1, 1)), Status::Closed),
            (3, Some("a"), Some((1, 1)), Status::Draft),
        ],
    );
    let table = LeagueTable::new(&register, Measure::MeanScore);
    let expected = Basis { counted: 1, unrated: 2, uncategorised: 1, answering: 1, silent: 2 };
    assert_eq!(table.basis(), expected);
    assert_eq!(
        table.entry(&CategoryId::new("a")).map(|entry| (entry.risks, entry.partnerships)),
        Some((1, 1))
    );
}

#[test]
fn an_empty_register_has_an_empty_table() {
    for measure in Measure::ALL {
        let table = LeagueTable::new(&register(0, &[]), measure);
        assert_eq!((table.entries().len(), table.basis()), (0, Basis::default()));
    }
}

#[test]
fn what_belongs_to_a_partnership_that_is_over_counts_nowhere() {
    let register = register(3, &[(1, Some("a"), Some((5, 5)), OPEN), (2, Some("b"), Some((1, 1)), OPEN)]);
    for status in [PartnershipStatus::Ended, PartnershipStatus::Archived] {
        let over = Partnership { status, ..partnership(1) };
        let register = register.apply(Change::PartnershipsPut(vec![over])).expect("sound");
        let date = Date::new(2027, 3, 31).expect("a day");
        let snapshot = Snapshot::of(&register, SnapshotId::from_bits(1), "today", date, 0);
        for measure in Measure::ALL {
            let table = LeagueTable::new(&register, measure);
            assert_eq!(table.entries().iter().map(|e| e.category.as_str()).collect::<Vec<_>>(), ["b"]);
            let expected = Basis { counted: 1, answering: 1, silent: 1, ..Basis::default() };
            assert_eq!(table.basis(), expected, "{status:?}");
            assert_eq!(LeagueTable::of_snapshot(&snapshot, measure), table);
        }
    }
}

proptest! {
    #[test]
    fn every_open_risk_and_every_partnership_is_accounted_for(
        risks in prop::collection::vec((1..6_u64, 0..8_usize, 0..6_usize, 1..6_usize, 0..3_usize), 0..40)
    ) {
        const CATEGORIES: [&str; 8] = ["a", "b", "c", "d", "e", "f", "g", ""];
        let short: Vec<Short<'_>> = risks
            .iter()
            .map(|&(p, c, l, i, s)| {
                let category = Some(CATEGORIES[c]).filter(|c| !c.is_empty());
                (p, category, Some((l, i)).filter(|_| l > 0), Status::ALL[s])
            })
            .collect();
        let register = register(5, &short);
        let open = register.risks().iter().filter(|risk| risk.status == OPEN).count();
        for measure in Measure::ALL {
            let table = LeagueTable::new(&register, measure);
            let basis = table.basis();
            prop_assert_eq!(basis.counted + basis.unrated + basis.uncategorised, open);
            prop_assert_eq!(basis.answering + basis.silent, 5);
            prop_assert_eq!(table.entries().iter().map(|entry| entry.risks).sum::<usize>(), basis.counted);
            prop_assert!(table.entries().iter().all(|entry| entry.value >= 0.0));
            prop_assert!(table.entries().is_sorted_by_key(|entry| entry.mid_rank));
            let date = Date::new(2027, 3, 31).expect("a day");
            let snapshot = Snapshot::of(&register, SnapshotId::from_bits(1), "today", date, 0);
            prop_assert_eq!(LeagueTable::of_snapshot(&snapshot, measure), table);
        }
        let shares = LeagueTable::new(&register, Measure::ShareNaming);
        prop_assert!(shares.entries().iter().all(|entry| entry.value <= 1.0));
    }
}
