//! League tables of small registers whose answers can be worked out by hand.

use std::rc::Rc;

use proptest::prelude::*;

use super::*;
use crate::cost::RiskCosts;
use crate::date::Date;
use crate::loss::Engine;
use crate::register::{
    Appetite, AppetiteLevel, Change, Kind, Organisation, Partner, Partnership, PartnershipId,
    PartnershipStatus, Ratings, Register, Risk, RiskId, Role, Sector, Snapshot, SnapshotId, Status,
};
use crate::scale::{Matrix, Position, Rating, preset};

/// Partnership, category, likelihood and impact (1 to 5), status.
pub(in crate::league) type Short<'a> = (u64, Option<&'a str>, Option<(usize, usize)>, Status);

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

fn snapshot_of(register: &Register) -> Snapshot {
    let date = Date::new(2027, 3, 31).expect("a day");
    Snapshot::of(register, SnapshotId::from_bits(1), "today", date, 0)
}

fn on<'a>(snapshot: &'a Snapshot, register: &'a Register) -> Scope<'a> {
    Scope { snapshot: Some(snapshot), ..Scope::from(register) }
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
    let expected = Basis { counted: 1, unrated: 2, uncategorised: 1, answering: 1, silent: 2, unplaced: 0 };
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
        let snapshot = snapshot_of(&register);
        for measure in on(&snapshot, &register).measures() {
            let table = LeagueTable::new(&register, measure);
            assert_eq!(table.entries().iter().map(|e| e.category.as_str()).collect::<Vec<_>>(), ["b"]);
            let expected = Basis { counted: 1, answering: 1, silent: 1, ..Basis::default() };
            assert_eq!(table.basis(), expected, "{status:?}");
            assert_eq!(LeagueTable::new(on(&snapshot, &register), measure), table);
        }
    }
}

#[test]
fn risks_above_the_appetite_for_their_category_are_counted() {
    let plain = register(
        2,
        &[
            (1, Some("a"), Some((5, 5)), OPEN),
            (1, Some("a"), Some((1, 1)), OPEN),
            (2, Some("b"), Some((5, 5)), OPEN),
            (2, Some("b"), Some((5, 5)), Status::Closed),
            (2, Some("c"), Some((1, 2)), OPEN),
            (1, Some("c"), Some((1, 2)), OPEN),
        ],
    );
    let n_levels = plain.matrix().levels().len();
    let appetite = Appetite {
        tolerated: [0, 0, 0, 0, n_levels - 1],
        usual: AppetiteLevel::Cautious,
        by_category: vec![(CategoryId::new("b"), AppetiteLevel::Eager)],
        tolerance: Vec::new(),
    };
    let organisation = Organisation { appetite: Rc::new(appetite), ..plain.organisation().clone() };
    let register = plain.apply(Change::OrganisationSet(organisation)).expect("sound");
    let table = LeagueTable::new(&register, Measure::AboveAppetite);
    assert_eq!(lines(&table), [("a", 1.0, 1, 1.0), ("b", 0.0, 2, 2.5), ("c", 0.0, 2, 2.5)]);
}

#[test]
fn a_snapshot_does_not_tell_what_stood_above_appetite() {
    let register = register(1, &[(1, Some("a"), Some((5, 5)), OPEN)]);
    let snapshot = snapshot_of(&register);
    let then = on(&snapshot, &register);
    let table = LeagueTable::new(then, Measure::AboveAppetite);
    assert_eq!((table.entries().len(), table.basis().counted), (0, 1));
    assert_eq!(then.measures().collect::<Vec<_>>(), Measure::ALL[..4]);
    assert_eq!(Scope::from(&register).measures().collect::<Vec<_>>(), Measure::ALL[..5]);
}

#[test]
fn categories_are_ranked_by_money_where_it_is_known_what_risks_cost() {
    let register = crate::example::marlshire();
    let costs = RiskCosts::of(&register, &mut Engine::default());
    let scope = Scope { costs: Some(&costs), ..Scope::from(&register) };
    assert_eq!(scope.measures().collect::<Vec<_>>(), Measure::ALL);
    let counted = |risk: &&Rc<Risk>| risk.category.is_some() && register.score(risk).is_some();
    let of_counted = || register.risks().iter().filter(counted).map(|risk| costs.of_risk(risk.id));
    let wanted: [(Measure, f64); 2] = [
        (Measure::ExpectedLoss, of_counted().map(|cost| cost.expected).sum()),
        (Measure::TailShare, of_counted().map(|cost| cost.tail_share).sum()),
    ];
    for (measure, sum) in wanted {
        let table = LeagueTable::new(scope, measure);
        let found: f64 = table.entries().iter().map(|entry| entry.value).sum();
        assert!(sum > 0.0 && (found / sum - 1.0).abs() < 1e-9, "{measure:?}: {found} for {sum}");
        assert!(table.entries().is_sorted_by(|a, b| a.value >= b.value), "{measure:?}");
    }
    let nothing = RiskCosts::default();
    let unknown = Scope { costs: Some(&nothing), ..Scope::from(&register) };
    assert!(LeagueTable::new(unknown, Measure::ExpectedLoss).entries().is_empty());
}

/// Partnership 1 is a contract with a police force, 2 a network with a council and a charity, 3 a contract.
fn of_all_kinds() -> Register {
    let partner = |sector| Partner {
        name: "Partner".to_owned(),
        sector,
        role: Role::Member,
        is_dominant: false,
        money_share: None,
        loss_share: None,
    };
    let of = |bits, kind, sectors: &[Sector]| Partnership {
        kind,
        partners: sectors.iter().map(|sector| partner(*sector)).collect(),
        ..partnership(bits)
    };
    let partnerships = vec![
        of(1, Kind::Contract, &[Sector::Police]),
        of(2, Kind::Network, &[Sector::Council, Sector::Charity]),
        of(3, Kind::Contract, &[]),
    ];
    let risks =
        [(1, Some("a"), Some((5, 5)), OPEN), (2, Some("b"), Some((1, 1)), OPEN), (1, None, None, OPEN)];
    register(3, &risks).apply(Change::PartnershipsPut(partnerships)).expect("sound")
}

#[test]
fn a_part_of_the_register_has_a_table_of_its_own_today_and_then() {
    let register = of_all_kinds();
    let snapshot = snapshot_of(&register);
    let counts = |counted, unrated, answering, silent| Basis {
        counted,
        unrated,
        answering,
        silent,
        ..Basis::default()
    };
    for (part, categories, basis) in [
        (Part::All, &["a", "b"][..], counts(2, 1, 2, 1)),
        (Part::OfKind(Kind::Contract), &["a"], counts(1, 1, 1, 1)),
        (Part::OfKind(Kind::Network), &["b"], counts(1, 0, 1, 0)),
        (Part::OfKind(Kind::Statutory), &[], counts(0, 0, 0, 0)),
        (Part::WithPartnerFrom(Sector::Charity), &["b"], counts(1, 0, 1, 0)),
        (Part::WithPartnerFrom(Sector::Police), &["a"], counts(1, 1, 1, 0)),
    ] {
        for scope in [Scope::from(&register), on(&snapshot, &register)] {
            let table = LeagueTable::new(Scope { part, ..scope }, Measure::MeanScore);
            assert_eq!(table.entries().iter().map(|e| e.category.as_str()).collect::<Vec<_>>(), categories);
            assert_eq!(table.basis(), basis, "{part:?}");
        }
    }
}

#[test]
fn of_a_partnership_that_is_gone_nobody_can_tell_whether_it_belonged_to_a_part() {
    let register = of_all_kinds();
    let snapshot = snapshot_of(&register);
    let less = register.apply(Change::PartnershipRemoved(PartnershipId::from_bits(1))).expect("it is there");
    let table = |part| LeagueTable::new(Scope { part, ..on(&snapshot, &less) }, Measure::MeanScore);
    assert_eq!(table(Part::All).entries().len(), 2);
    let contracts = table(Part::OfKind(Kind::Contract));
    let expected = Basis { silent: 1, unplaced: 1, ..Basis::default() };
    assert_eq!((contracts.entries().len(), contracts.basis()), (0, expected));
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
        for measure in Scope::from(&register).measures() {
            let table = LeagueTable::new(&register, measure);
            let basis = table.basis();
            prop_assert_eq!(basis.counted + basis.unrated + basis.uncategorised, open);
            prop_assert_eq!(basis.answering + basis.silent, 5);
            prop_assert_eq!(table.entries().iter().map(|entry| entry.risks).sum::<usize>(), basis.counted);
            prop_assert!(table.entries().iter().all(|entry| entry.value >= 0.0));
            prop_assert!(table.entries().is_sorted_by_key(|entry| entry.mid_rank));
            let snapshot = snapshot_of(&register);
            if measure.is_known_of_snapshots() {
                prop_assert_eq!(LeagueTable::new(on(&snapshot, &register), measure), table);
            }
        }
        let shares = LeagueTable::new(&register, Measure::ShareNaming);
        prop_assert!(shares.entries().iter().all(|entry| entry.value <= 1.0));
    }
}
