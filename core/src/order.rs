//! Putting things in order, with one routine for the whole product. The standard library's sorts are
//! compiled anew for every type and every comparison, four to five kilobytes each time, all of which a
//! reader would fetch before seeing anything. [`order_by`] sorts places instead of things and is handed
//! its comparison, so that it is compiled once. What comes before what is decided by those who call it.
//! [`Places`] finds again what was put in order by a number.

use std::cmp::Ordering;

/// The places `0..n` in the order that `compare` gives to the things at them, least first. Equal things
/// stay in the order in which they came.
#[must_use]
pub fn order_by(n: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..n).collect();
    order.sort_by(|&a, &b| compare(a, b));
    order
}

/// Things in the order that `compare` gives them, least first; equal ones stay in the order in which
/// they came.
#[must_use]
pub fn ordered<T: Clone>(things: &[T], compare: &dyn Fn(&T, &T) -> Ordering) -> Vec<T> {
    let order = order_by(things.len(), &|a, b| compare(&things[a], &things[b]));
    order.into_iter().map(|place| things[place].clone()).collect()
}

/// Where things stand that bear a number, such as the bits of an id: those with one number are found at
/// once, without a look at the others.
#[derive(Clone, Debug, Default)]
pub struct Places {
    by_number: Vec<(u64, usize)>,
}

impl Places {
    /// From the number and the place of each thing; several may bear the same number.
    #[must_use]
    pub fn of(numbered: &[(u64, usize)]) -> Self {
        Self { by_number: ordered(numbered, &|a, b| a.0.cmp(&b.0)) }
    }

    /// The places of the things with this number, in the order in which they came.
    pub fn all(&self, number: u64) -> impl Iterator<Item = usize> {
        let from = self.by_number.partition_point(|(other, _)| *other < number);
        let same = self.by_number[from..].iter().take_while(move |(other, _)| *other == number);
        same.map(|(_, place)| *place)
    }

    /// The place of the first thing with this number.
    #[must_use]
    pub fn first(&self, number: u64) -> Option<usize> {
        self.all(number).next()
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    #[test]
    fn things_in_order_are_compared_once_with_their_neighbours() {
        let compared = Cell::new(0);
        let order = order_by(1024, &|a, b| {
            compared.set(compared.get() + 1);
            a.cmp(&b)
        });
        assert!(order.is_sorted());
        assert_eq!(compared.get(), 1023);
    }

    #[test]
    fn things_are_found_by_their_number_in_the_order_in_which_they_came() {
        let places = Places::of(&[(7, 0), (3, 1), (7, 2), (u64::MAX, 3)]);
        for (number, expected) in [(7, &[0, 2][..]), (3, &[1]), (u64::MAX, &[3]), (0, &[]), (5, &[])] {
            assert_eq!(places.all(number).collect::<Vec<_>>(), expected, "{number}");
            assert_eq!(places.first(number), expected.first().copied());
        }
    }

    proptest::proptest! {
        #[test]
        fn the_order_is_that_of_a_stable_sort(things: Vec<u8>, modulus in 1_u8..) {
            let key = |thing: &u8| thing % modulus;
            let mut expected = things.clone();
            expected.sort_by_key(key);
            let found = ordered(&things, &|a, b| key(a).cmp(&key(b)));
            proptest::prop_assert_eq!(found, expected);
        }
    }
}
