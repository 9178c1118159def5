//! A sealed text with its lock as bytes: what a sealed file says in JSON, in the fewest bytes that say it.

use super::LinkError;
use crate::document::sealed::{Lock, NONCE_BYTES, SALT_BYTES, Sealed, TAG_BYTES};

/// Rounds, salt and nonce.
const LOCK_BYTES: usize = 4 + SALT_BYTES + NONCE_BYTES;

pub(super) fn write(sealed: &Sealed) -> Vec<u8> {
    let Sealed { lock, bytes } = sealed;
    let rounds = lock.iterations().to_be_bytes();
    [&rounds[..], lock.salt(), lock.nonce(), bytes].concat()
}

pub(super) fn read(bytes: &[u8]) -> Result<Sealed, LinkError> {
    let (lock, sealed) = bytes.split_at_checked(LOCK_BYTES).ok_or(LinkError::Altered)?;
    if sealed.len() < TAG_BYTES {
        return Err(LinkError::Altered);
    }
    let (rounds, rest) = lock.split_at(4);
    let (salt, nonce) = rest.split_at(SALT_BYTES);
    let rounds = rounds.iter().fold(0_u32, |n, byte| n << 8 | u32::from(*byte));
    let (Ok(salt), Ok(nonce)) = (salt.try_into(), nonce.try_into()) else { return Err(LinkError::Altered) };
    let lock = Lock::with_iterations(rounds, salt, nonce).ok_or(LinkError::Rounds)?;
    Ok(Sealed { lock, bytes: sealed.to_vec() })
}
