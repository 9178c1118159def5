//! Putting things in order, with one routine for the whole product. The standard library's sorts are
//! compiled anew for every type and every comparison, four to five kilobytes each time, all of which a
//! reader would fetch before seeing anything. [`order_by`] sorts places instead of things and is handed
//! its comparison, so that it is compiled once. What comes before what is decided by those who call it.

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
