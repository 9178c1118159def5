//! The rule for names of steps and levels: each has one, and no two differ in capitals alone.

use crate::letters;

/// What is wrong with a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NameFault {
    /// Nothing but blanks.
    Empty,
    /// The name of an earlier one.
    Repeated,
}

/// The places, counted from 0, at which a name is wrong.
pub(super) fn name_faults(names: &[&str]) -> Vec<(usize, NameFault)> {
    let fault = |(i, name): (usize, &&str)| {
        let name = name.trim();
        if name.is_empty() {
            return Some((i, NameFault::Empty));
        }
        let is_taken = names[..i].iter().any(|other| letters::are_same(other.trim(), name));
        is_taken.then_some((i, NameFault::Repeated))
    };
    names.iter().enumerate().filter_map(fault).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_wrong_name_is_found() {
        for (names, expected) in [
            (&["low", "high"][..], &[][..]),
            (
                &["", "a", "A ", " ", "a"],
                &[
                    (0, NameFault::Empty),
                    (2, NameFault::Repeated),
                    (3, NameFault::Empty),
                    (4, NameFault::Repeated),
                ],
            ),
        ] {
            assert_eq!(name_faults(names), expected);
        }
    }
}
