//! Oracles and properties of the overlap measures.

use proptest::prelude::*;

use super::*;

/// Pairs two untied lists of letters.
fn letters(first: &str, second: &str) -> PairedLists {
    let place = |list: &str, letter| list.chars().position(|c| c == letter).map(|i| i as u32);
    let all = first.chars().chain(second.chars().filter(|c| !first.contains(*c)));
    PairedLists::new(&all.map(|letter| (place(first, letter), place(second, letter))).collect::<Vec<_>>())
}

fn close(actual: Option<f64>, expected: f64, tolerance: f64) {
    assert!(
        actual.is_some_and(|actual| (actual - expected).abs() <= tolerance),
        "{actual:?}, not {expected}"
    );
}

/// Computed in double precision from the definitions of Webber, Moffat and Zobel (2010).
#[test]
fn abcde_against_abdcf() {
    let lists = letters("abcde", "abdcf");
    let rbo = lists.rank_biased_overlap(Persistence::FOR_TEN);
    close(rbo.map(|rbo| rbo.extrapolated), 0.84178, 1e-9);
    close(rbo.map(|rbo| rbo.minimum), 0.579371, 5e-7);
    for (depth, expected) in [(1, 1.0), (3, 2.0 / 3.0), (4, 1.0), (5, 0.8)] {
        close(lists.agreement_at(depth), expected, 1e-12);
    }
    assert_eq!((lists.agreement_at(0), lists.agreement_at(6)), (None, None));
}

/// Pairs two lists of letters with ties, which stand in brackets: "a(bc)d".
fn tied_letters(first: &str, second: &str) -> PairedLists {
    let place = |list: &str, letter: char| {
        let before = list.split_once(letter)?.0;
        let group = before.rfind('(').filter(|&open| !before[open..].contains(')')).unwrap_or(before.len());
        Some(before[..group].chars().filter(char::is_ascii_lowercase).count() as u32)
    };
    let letters = ('a'..='z').map(|letter| (place(first, letter), place(second, letter)));
    PairedLists::new(&letters.collect::<Vec<_>>())
}

#[test]
fn a_reader_goes_on_to_the_last_place_on_average() {
    for (persistence, places) in
        [(Persistence::FOR_THREE, 3.0), (Persistence::FOR_FIVE, 5.0), (Persistence::FOR_TEN, 10.0)]
    {
        close(Some(1.0 / (1.0 - persistence.get())), places, 1e-12);
    }
}

/// Computed with the program that Corsi and Urbano publish with their paper (2024), variant "w".
#[test]
fn lists_with_ties_and_of_different_length() {
    for (first, second, persistence, extrapolated, minimum) in [
        ("a(bc)de", "ca(bd)efg", Persistence::FOR_TEN, 0.870428571, 0.542417512),
        ("(ab)cd", "(bad)e(cf)g", Persistence::FOR_FIVE, 0.815014234, 0.660546761),
        ("ab(cde)", "(fa)(gc)bh", Persistence::FOR_TEN, 0.573726667, 0.376920031),
        ("(abc)", "de(fa)g", Persistence::FOR_FIVE, 0.198217143, 0.11626424),
    ] {
        let rbo = tied_letters(first, second).rank_biased_overlap(persistence);
        close(rbo.map(|rbo| rbo.extrapolated), extrapolated, 1e-9);
        close(rbo.map(|rbo| rbo.minimum), minimum, 1e-9);
    }
}

#[test]
fn identical_lists_of_seven_score_one() {
    let lists = letters("abcdefg", "abcdefg");
    let rbo = lists.rank_biased_overlap(Persistence::FOR_TEN);
    close(rbo.map(|rbo| rbo.extrapolated), 1.0, 1e-12);
    // A sum cut off after seven places would be 0.5217: the minimum is more, since all seven are known to agree.
    assert!(rbo.is_some_and(|rbo| rbo.minimum > 0.5217 && rbo.minimum < 1.0));
}

/// The share of the weight of rank-biased overlap that rests on the first `depth` places (Webber, Moffat and Zobel,
/// 2010, eq. 21), by which [`Persistence::FOR_THREE`], [`Persistence::FOR_FIVE`] and [`Persistence::FOR_TEN`] are chosen.
fn top_weight(persistence: Persistence, depth: usize) -> f64 {
    let p = persistence.get();
    let Some(before) = depth.checked_sub(1) else {
        return 0.0;
    };
    let unseen = harmonic_tail(p, before);
    1.0 - powers(p, before).last().unwrap_or(1.0) + (1.0 - p) / p * depth as f64 * unseen
}

#[test]
fn the_weight_of_the_top() {
    for (persistence, depth, expected) in [
        (Persistence::FOR_TEN, 10, 0.855585),
        (Persistence::FOR_FIVE, 5, 0.860864),
        (Persistence::FOR_THREE, 3, 0.870141),
        (Persistence::FOR_TEN, 0, 0.0),
    ] {
        close(Some(top_weight(persistence, depth)), expected, 5e-7);
    }
}

#[test]
fn persistence_lies_strictly_between_nought_and_one() {
    for p in [0.0, 1.0, -0.1, 1.5, f64::NAN, f64::INFINITY] {
        assert!(Persistence::new(p).is_err(), "{p}");
    }
    assert_eq!(Persistence::new(0.8), Ok(Persistence::FOR_FIVE));
}

#[test]
fn an_empty_list_has_no_overlap_to_speak_of() {
    for lists in [letters("", ""), letters("abc", "")] {
        assert_eq!(lists.rank_biased_overlap(Persistence::FOR_FIVE), None);
        assert_eq!((lists.jaccard_at(1), lists.average_overlap_at(1)), (None, None));
    }
}

#[test]
fn ties_at_the_last_place_are_inside() {
    // First list: a, then b and c tied at two. Second: c, a, b.
    let lists = PairedLists::new(&[(Some(1), Some(2)), (Some(2), Some(3)), (Some(2), Some(1))]);
    close(lists.agreement_at(1), 0.0, 0.0);
    close(lists.agreement_at(2), 4.0 / 5.0, 1e-12);
    close(lists.jaccard_at(2), 2.0 / 3.0, 1e-12);
    assert_eq!(lists.top(2).lengths(), (3, 2));
}

/// Places of at most `things` things, each in a list or not, with ties.
fn tied(things: usize) -> impl Strategy<Value = Vec<(Option<u32>, Option<u32>)>> {
    let place = || prop::option::weighted(0.8, 1_u32..8);
    prop::collection::vec((place(), place()), 0..things)
}

/// Two lists without ties: each thing is in the first, the second or both, in an order of its own.
fn untied() -> impl Strategy<Value = Vec<(Option<u32>, Option<u32>)>> {
    let order = Just((0..12_u32).collect::<Vec<_>>()).prop_shuffle();
    (order, 1..12_u32, 1..12_u32).prop_map(|(order, first, second)| {
        let natural = (0..12).map(move |i| (i < first).then_some(i));
        natural.zip(order.into_iter().map(move |i| (i < second).then_some(i))).collect()
    })
}

fn persistence() -> impl Strategy<Value = Persistence> {
    (0.05..0.98).prop_map(|p| Persistence::new(p).expect("between 0 and 1"))
}

/// Eq. 32 of the paper, term by term, for lists without ties.
fn equation_32(lists: &PairedLists, p: f64) -> f64 {
    let (a, b) = lists.lengths();
    let (s, l) = (a.min(b), a.max(b));
    let x = |d: usize| lists.shared_to(d as u32) as f64;
    let power = |d: usize| p.powi(d as i32);
    let seen: f64 = (1..=l).map(|d| x(d) / d as f64 * power(d)).sum();
    let filled: f64 = (s + 1..=l).map(|d| x(s) * (d - s) as f64 / (s * d) as f64 * power(d)).sum();
    (1.0 - p) / p * (seen + filled) + ((x(l) - x(s)) / l as f64 + x(s) / s as f64) * power(l)
}

proptest! {
    #[test]
    fn every_measure_is_symmetric_and_between_nought_and_one(places in tied(14), p in persistence()) {
        let lists = PairedLists::new(&places);
        let turned = PairedLists::new(&places.iter().map(|&(a, b)| (b, a)).collect::<Vec<_>>());
        let rbo = lists.rank_biased_overlap(p);
        prop_assert_eq!(rbo, turned.rank_biased_overlap(p));
        prop_assert!(rbo.is_none_or(|r| 0.0 <= r.minimum && r.minimum <= r.extrapolated && r.extrapolated <= 1.0));
        for k in 0..16 {
            let measures = [lists.jaccard_at(k), lists.agreement_at(k), lists.average_overlap_at(k)];
            prop_assert_eq!(measures, [turned.jaccard_at(k), turned.agreement_at(k), turned.average_overlap_at(k)]);
            prop_assert!(measures.iter().flatten().all(|m| (0.0..=1.0).contains(m)));
        }
    }

    #[test]
    fn a_list_agrees_with_itself(places in tied(14), p in persistence()) {
        let itself = PairedLists::new(&places.iter().map(|&(a, _)| (a, a)).collect::<Vec<_>>());
        for k in 1..=itself.lengths().0 {
            prop_assert_eq!(itself.jaccard_at(k), Some(1.0));
            prop_assert!(itself.average_overlap_at(k).is_some_and(|a| (a - 1.0).abs() < 1e-12));
        }
        prop_assert!(itself.rank_biased_overlap(p).is_none_or(|r| (r.extrapolated - 1.0).abs() < 1e-12));
    }

    #[test]
    fn only_the_order_of_places_and_not_of_things_counts(places in tied(14), p in persistence()) {
        let stretched: Vec<_> =
            places.iter().rev().map(|&(a, b)| (a.map(|a| a * a + 3), b.map(|b| b * 10))).collect();
        let (plain, stretched) = (PairedLists::new(&places), PairedLists::new(&stretched));
        prop_assert_eq!(plain.rank_biased_overlap(p), stretched.rank_biased_overlap(p));
        prop_assert_eq!(plain.jaccard_at(3), stretched.jaccard_at(3));
    }

    #[test]
    fn what_things_are_called_changes_nothing(places in tied(14), p in persistence(), turn in 0_usize..14) {
        let mut moved = places.clone();
        moved.rotate_left(turn.min(places.len()));
        let (plain, moved) = (PairedLists::new(&places), PairedLists::new(&moved));
        prop_assert_eq!(plain.rank_biased_overlap(p), moved.rank_biased_overlap(p));
        for k in 1..8 {
            prop_assert_eq!(plain.average_overlap_at(k), moved.average_overlap_at(k));
            prop_assert_eq!(plain.jaccard_at(k), moved.jaccard_at(k));
        }
    }

    #[test]
    fn lists_without_ties_follow_the_paper(places in untied(), p in persistence()) {
        let lists = PairedLists::new(&places);
        let rbo = lists.rank_biased_overlap(p).expect("neither list is empty");
        prop_assert!((rbo.extrapolated - equation_32(&lists, p.get())).abs() < 1e-12);
    }
}
