//! Names that never change. An id is 64 bits that the caller draws at random, so that two copies of a
//! register can be merged without clashes; it is written as thirteen letters and digits that survive
//! files, addresses and being read aloud (Crockford's base 32).

use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::str::FromStr;

use super::{Action, Control, HealthCheck, Loss, Partnership, Risk, Snapshot};

/// The id of one kind of entity; ids of different kinds cannot be mixed up.
pub struct Id<T> {
    bits: u64,
    of: PhantomData<fn() -> T>,
}

/// The id of a partnership.
pub type PartnershipId = Id<Partnership>;
/// The id of a risk.
pub type RiskId = Id<Risk>;
/// The id of a control.
pub type ControlId = Id<Control>;
/// The id of an action.
pub type ActionId = Id<Action>;
/// The id of a loss.
pub type LossId = Id<Loss>;
/// The id of a health check.
pub type HealthCheckId = Id<HealthCheck>;
/// The id of a snapshot.
pub type SnapshotId = Id<Snapshot>;

/// The text is not thirteen letters and digits of an id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IdError;

impl fmt::Display for IdError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not an id of thirteen letters and digits")
    }
}

impl std::error::Error for IdError {}

const DIGITS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
const LENGTH: usize = 13;

impl<T> Id<T> {
    /// The id made of these bits.
    #[must_use]
    pub const fn from_bits(bits: u64) -> Self {
        Self { bits, of: PhantomData }
    }

    /// The bits it is made of.
    #[must_use]
    pub const fn bits(self) -> u64 {
        self.bits
    }
}

impl<T> fmt::Display for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digit = |i: usize| char::from(DIGITS[(self.bits >> (5 * i)) as usize & 31]);
        let text: String = (0..LENGTH).rev().map(digit).collect();
        f.write_str(&text)
    }
}

impl<T> FromStr for Id<T> {
    type Err = IdError;

    fn from_str(text: &str) -> Result<Self, IdError> {
        if text.len() != LENGTH {
            return Err(IdError);
        }
        let bits = text.bytes().try_fold(0_u128, |bits, byte| {
            let digit = DIGITS.iter().position(|&d| d == byte)?;
            Some(bits << 5 | digit as u128)
        });
        bits.and_then(|bits| u64::try_from(bits).ok()).map(Self::from_bits).ok_or(IdError)
    }
}

impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

// Written out because a derive would ask the same of `T`.
impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Id<T> {}

impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.bits == other.bits
    }
}

impl<T> Eq for Id<T> {}

impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.bits.cmp(&other.bits)
    }
}

impl<T> Hash for Id<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.bits.hash(state);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_that_is_no_id_is_refused() {
        for text in ["", "0", "0000000000000000", "00000000000il", "g000000000000", "é00000000000"] {
            assert_eq!(text.parse::<RiskId>(), Err(IdError), "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn an_id_reads_back_as_itself(bits: u64) {
            let id = RiskId::from_bits(bits);
            proptest::prop_assert_eq!(id.to_string().parse(), Ok(id));
        }
    }
}
