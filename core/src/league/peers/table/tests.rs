//! Figures come out as they went in, and no count under ten can be worked out from all that is shown together.

use proptest::prelude::{Strategy, prop, prop_assert, proptest};

use super::super::fixtures::of_sector;
use super::super::submission::Submission;
use super::super::{Aspect, FEWEST, Quartiles};
use super::*;

fn pool(all: &[Submission]) -> PeerPool {
    let mut pool = PeerPool::default();
    for submission in all {
        pool.add(submission);
    }
    pool
}

/// So many bodies of a sector with two partnerships each, of which so many name the first category.
fn bodies(from: u64, n: u64, sector: Sector, named: u32) -> Vec<Submission> {
    (from..from + n).map(|bits| of_sector(bits, sector, 2, &[named])).collect()
}

fn entry(table: &PeerTable, place: usize) -> &PeerEntry {
    let id = &categories()[place].id;
    table.entries.iter().find(|entry| entry.category == *id).expect("every category has a line")
}

#[test]
fn the_table_counts_bodies_and_partnerships() {
    let all = [bodies(0, 12, Sector::Council, 2), bodies(50, 10, Sector::Council, 0)].concat();
    let table = pool(&all).table(None);
    assert_eq!(table.bodies, Cell::Shown(22));
    let first = entry(&table, 0);
    assert_eq!(first.naming, Cell::Shown(Part { count: 24, of: 44 }));
    assert_eq!(first.bodies, Cell::Shown(Part { count: 12, of: 22 }));
    // 600 by 600 thousandths.
    assert_eq!(first.mean_score, Cell::Shown(36));
    assert_eq!(table.entries[0].category, categories()[0].id);
    assert_eq!(entry(&table, 1).naming, Cell::Suppressed);
}

#[test]
fn ten_bodies_are_shown_and_nine_are_not() {
    for (n, shown) in [(9, false), (10, true)] {
        let pool = pool(&bodies(0, n, Sector::Police, 1));
        let table = pool.table(Some(Sector::Police));
        assert_eq!(table.bodies.shown().is_some(), shown);
        assert_eq!(entry(&table, 0).mean_score.shown().is_some(), shown);
        let quartiles = pool.quartiles(&Aspect::Category(0), None);
        let expected = Quartiles { lower: 36, median: 36, upper: 36 };
        assert_eq!(quartiles.shown().copied(), shown.then_some(expected));
    }
}

#[test]
fn a_sector_without_bodies_is_no_secret_and_a_small_one_takes_another_with_it() {
    let all = [
        bodies(0, 40, Sector::Council, 1),
        bodies(100, 15, Sector::Police, 1),
        bodies(200, 3, Sector::Fire, 1),
    ]
    .concat();
    let pool = pool(&all);
    let shown = [None, Some(Sector::Council), Some(Sector::Police), Some(Sector::Fire), Some(Sector::Health)];
    let cells = shown.map(|whose| pool.bodies(whose));
    let expected = [Cell::Shown(58), Cell::Shown(40), Cell::Suppressed, Cell::Suppressed, Cell::Shown(0)];
    assert_eq!(cells, expected);
    assert_eq!(pool.quartiles(&Aspect::Category(0), Some(Sector::Police)), Cell::Suppressed);
}

#[test]
fn lines_that_are_not_shown_stand_in_an_order_that_tells_nothing() {
    let named = [0, 1, 3, 2, 3, 1];
    let all: Vec<Submission> = (0..5).map(|bits| of_sector(bits, Sector::Fire, 3, &named)).collect();
    let ids: Vec<CategoryId> = pool(&all).table(None).entries.into_iter().map(|e| e.category).collect();
    let usual: Vec<CategoryId> = categories().iter().map(|category| category.id.clone()).collect();
    assert_eq!(ids, usual);
}

/// All that is shown of one figure, as sums over the atoms: those of each sector who have it, and those who do
/// not. Which atoms each shown number adds up, in two numbers of six bits.
fn known(shown: impl Fn(Option<Sector>) -> (bool, bool)) -> Vec<Vec<f64>> {
    let mut known = Vec::new();
    for whose in Sector::ALL.map(Some).into_iter().chain([None]) {
        let is_in = |atom: usize| whose.is_none_or(|sector| sector as usize == atom % SECTORS);
        let (whole, part) = shown(whose);
        let row = |counts: &dyn Fn(usize) -> bool| {
            (0..2 * SECTORS).map(|atom| f64::from(u8::from(is_in(atom) && counts(atom)))).collect()
        };
        known.extend(whole.then(|| row(&|_| true)));
        known.extend(part.then(|| row(&|atom| atom < SECTORS)));
    }
    known
}

/// Rows from which the same can be worked out, each with a leading place of its own.
fn reduced(mut rows: Vec<Vec<f64>>) -> Vec<(usize, Vec<f64>)> {
    let mut done: Vec<(usize, Vec<f64>)> = Vec::new();
    while let Some(row) = rows.pop() {
        let row = left_over(&done, row);
        let Some(lead) = row.iter().position(|x| x.abs() > 1e-9) else { continue };
        let row: Vec<f64> = row.iter().map(|x| x / row[lead]).collect();
        for (_, other) in &mut done {
            let times = other[lead];
            other.iter_mut().zip(&row).for_each(|(x, y)| *x -= times * y);
        }
        done.push((lead, row));
    }
    done
}

fn left_over(done: &[(usize, Vec<f64>)], mut row: Vec<f64>) -> Vec<f64> {
    for (lead, other) in done {
        let times = row[*lead];
        row.iter_mut().zip(other).for_each(|(x, y)| *x -= times * y);
    }
    row
}

/// The smallest count above nought of any group of atoms that can be worked out from what is known.
fn smallest_worked_out(known: Vec<Vec<f64>>, atoms: &[u64]) -> u64 {
    let done = reduced(known);
    let worked_out = |group: &u32| {
        let row = (0..atoms.len()).map(|atom| f64::from(group >> atom & 1)).collect();
        left_over(&done, row).iter().all(|x| x.abs() < 1e-9)
    };
    let count = |group: u32| (0..atoms.len()).filter(|a| group >> a & 1 == 1).map(|a| atoms[a]).sum::<u64>();
    let groups = (0..1_u32 << atoms.len()).filter(|group| (1..FEWEST).contains(&count(*group)));
    groups.filter(worked_out).map(count).min().unwrap_or(FEWEST)
}

fn club() -> impl Strategy<Value = Vec<Submission>> {
    let sectors = [0, 0, 0, 0, 1, 1, 1, 2, 2, 3, 4].map(|place| Sector::ALL[place]);
    let body = (prop::sample::select(sectors.to_vec()), 1..4_u32, prop::collection::vec(0..4_u32, 0..8));
    let club = prop::collection::vec(body, 0..90);
    club.prop_map(|all| {
        let numbered = (0..).zip(all);
        numbered.map(|(bits, (sector, n, named))| of_sector(bits, sector, n, &named)).collect()
    })
}

/// Those of each sector who have something, then those who do not.
fn atoms(pool: &PeerPool, part: impl Fn(&Body) -> u64, whole: impl Fn(&Body) -> u64) -> Vec<u64> {
    let part = pool.by_sector(part);
    [part, without(&pool.by_sector(whole), &part)].concat()
}

proptest! {
    #[test]
    fn no_small_count_can_be_worked_out_from_all_tables_together(all in club()) {
        let pool = pool(&all);
        let tables: Vec<(Option<Sector>, PeerTable)> =
            Sector::ALL.map(Some).into_iter().chain([None]).map(|whose| (whose, pool.table(whose))).collect();
        let table = |whose: Option<Sector>| &tables.iter().find(|(of, _)| *of == whose).expect("made").1;
        for place in 0..4 {
            let of_bodies = known(|whose| {
                let found = table(whose);
                (found.bodies.shown().is_some(), entry(found, place).bodies.shown().is_some())
            });
            let top = |body: &Body| u64::from(body.category(place).is_top);
            prop_assert!(smallest_worked_out(of_bodies, &atoms(&pool, top, |_| 1)) >= FEWEST);
            // Whoever sees a share sees its whole; the whole of one line is that of all.
            let sees_whole = |whose| table(whose).entries.iter().any(|e| e.naming.shown().is_some());
            let naming = known(|whose| (sees_whole(whose), entry(table(whose), place).naming.shown().is_some()));
            let named = |body: &Body| u64::from(body.category(place).named);
            let partnerships = atoms(&pool, named, |body| body.answering.into());
            prop_assert!(smallest_worked_out(naming, &partnerships) >= FEWEST);
        }
    }

    #[test]
    fn quartiles_are_of_ten_bodies_and_leave_no_fewer_over(all in club()) {
        let pool = pool(&all);
        let aspect = Aspect::Category(1);
        let having = pool.by_sector(|body| u64::from(body.value(&aspect).is_some()));
        let is_shown = |whose| pool.quartiles(&aspect, whose).shown().is_some();
        let shown: u64 = Sector::ALL.map(|s| if is_shown(Some(s)) { having[s as usize] } else { 0 }).iter().sum();
        let whole: u64 = having.iter().sum();
        for sector in Sector::ALL {
            prop_assert!(!is_shown(Some(sector)) || having[sector as usize] >= FEWEST);
        }
        prop_assert!(!is_shown(None) || whole >= FEWEST);
        prop_assert!(!is_shown(None) || whole == shown || whole - shown >= FEWEST);
    }
}
