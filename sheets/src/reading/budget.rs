//! Bytes that can be read so many times over and no more, so that a reader which goes back and forth as a file tells it
//! comes to an end.

use std::cell::Cell;
use std::io::{self, Cursor, Read, Seek, SeekFrom};
use std::rc::Rc;

/// How much may still be read.
#[derive(Clone, Debug)]
pub(super) struct Budget(Rc<Cell<usize>>);

impl Budget {
    /// So many bytes in all.
    pub(super) fn of(bytes: usize) -> Self {
        Self(Rc::new(Cell::new(bytes)))
    }

    /// Whether it was used up.
    pub(super) fn is_spent(&self) -> bool {
        self.0.get() == 0
    }
}

/// Bytes that are read on a budget.
#[derive(Debug)]
pub(super) struct Metered {
    bytes: Cursor<Vec<u8>>,
    budget: Budget,
}

impl Metered {
    /// Bytes on a budget.
    pub(super) fn new(bytes: Vec<u8>, budget: Budget) -> Self {
        Self { bytes: Cursor::new(bytes), budget }
    }
}

impl Read for Metered {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let n = self.bytes.read(into)?;
        let left = self.budget.0.get().saturating_sub(n);
        self.budget.0.set(left);
        if left == 0 { Err(io::Error::other("more is read than there is")) } else { Ok(n) }
    }
}

impl Seek for Metered {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.bytes.seek(to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_over_and_over_comes_to_an_end() {
        let budget = Budget::of(10);
        let mut metered = Metered::new(b"abc".to_vec(), budget.clone());
        let mut text = String::new();
        for _ in 0..3 {
            metered.seek(SeekFrom::Start(0)).expect("it is in memory");
            metered.read_to_string(&mut text).expect("there is enough");
        }
        assert!(!budget.is_spent());
        metered.seek(SeekFrom::Start(0)).expect("it is in memory");
        assert!(metered.read_to_string(&mut text).is_err());
        assert!(budget.is_spent());
    }
}
