//! What stands for encryption in tests. It hides nothing; it knows the passphrase again and sees what was altered.

use std::cell::Cell;
use std::future::ready;

use partnership_risk_core::document::sealed::{Lock, Sealed, TAG_BYTES};

use crate::app::world::{Cipher, CipherError, Later};

/// Stands for encryption, or for an address that has none.
#[derive(Default)]
pub struct GlassCipher {
    /// Whether there is none.
    pub is_absent: Cell<bool>,
    n_sealed: Cell<u8>,
}

impl Cipher for GlassCipher {
    fn is_there(&self) -> bool {
        !self.is_absent.get()
    }

    fn seal(&self, passphrase: &str, mut bytes: Vec<u8>) -> Later<Result<Sealed, CipherError>> {
        if self.is_absent.get() {
            return Box::pin(ready(Err(CipherError::Absent)));
        }
        self.n_sealed.set(self.n_sealed.get().wrapping_add(1));
        let lock = Lock::new([self.n_sealed.get(); 16], [self.n_sealed.get(); 12]);
        let tag = tag(&lock, passphrase, &bytes);
        bytes.extend(tag);
        Box::pin(ready(Ok(Sealed { lock, bytes })))
    }

    fn open(&self, passphrase: &str, sealed: Sealed) -> Later<Result<Vec<u8>, CipherError>> {
        let Sealed { lock, mut bytes } = sealed;
        let stated = bytes.split_off(bytes.len().saturating_sub(TAG_BYTES));
        let fits = stated == tag(&lock, passphrase, &bytes);
        let opened = match (self.is_absent.get(), fits) {
            (true, _) => Err(CipherError::Absent),
            (false, false) => Err(CipherError::Refused),
            (false, true) => Ok(bytes),
        };
        Box::pin(ready(opened))
    }
}

/// 128-bit FNV-1a (Fowler, Noll and Vo) of all that must not change.
fn tag(lock: &Lock, passphrase: &str, bytes: &[u8]) -> [u8; TAG_BYTES] {
    let bound = lock.bound();
    let all = [bound.as_bytes(), passphrase.as_bytes(), bytes];
    let step = |hash: u128, byte: &u8| (hash ^ u128::from(*byte)).wrapping_mul((1 << 88) + 0x13b);
    let hash = all.iter().flat_map(|part| part.iter()).fold(0x6c62_272e_07bb_0142_62b8_2175_6295_c58d, step);
    hash.to_be_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::world::memory::at_once;

    #[test]
    fn what_is_sealed_opens_under_its_passphrase_and_no_other_unless_altered() {
        let cipher = GlassCipher::default();
        let sealed = at_once(cipher.seal("four plain words here", b"text".to_vec())).expect("it is there");
        assert_eq!(at_once(cipher.open("four plain words here", sealed.clone())), Ok(b"text".to_vec()));
        assert_eq!(at_once(cipher.open("other", sealed.clone())), Err(CipherError::Refused));
        let mut altered = sealed.clone();
        altered.bytes[0] ^= 1;
        assert_eq!(at_once(cipher.open("four plain words here", altered)), Err(CipherError::Refused));
        let again = at_once(cipher.seal("four plain words here", b"text".to_vec()));
        assert_ne!(again.expect("it is there").lock, sealed.lock);
    }

    #[test]
    fn where_there_is_none_nothing_is_sealed_or_opened() {
        let cipher = GlassCipher::default();
        let sealed = at_once(cipher.seal("p", Vec::new())).expect("it is there");
        cipher.is_absent.set(true);
        assert!(!cipher.is_there());
        assert_eq!(at_once(cipher.seal("p", Vec::new())), Err(CipherError::Absent));
        assert_eq!(at_once(cipher.open("p", sealed)), Err(CipherError::Absent));
    }
}
