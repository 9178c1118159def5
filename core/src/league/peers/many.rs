//! As many submissions as a national club would have, in one file.

use super::{Added, PeerPool, fixtures, read};
use crate::register::Sector;

#[test]
fn two_thousand_submissions_of_170_risks_are_read_and_merged() {
    // Seventeen categories of ten risks each.
    let line =
        |bits| fixtures::of_sector(bits, Sector::ALL[bits as usize % 6], 10, &[5; 17]).to_line() + "\n";
    let file: String = (0..2000).map(line).collect();
    let mut pool = PeerPool::default();
    for submission in read(file.as_bytes()) {
        let submission = submission.expect("it was written by us");
        assert_eq!((submission.risks(), pool.add(&submission)), (170, Added::New));
    }
    assert_eq!(pool.table(None).bodies.shown(), Some(&2000));
}
