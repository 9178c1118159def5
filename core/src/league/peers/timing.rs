//! How long it takes to read and merge as many submissions as a national club would have.

use std::time::Instant;

use super::{Added, PeerPool, fixtures, read};
use crate::register::Sector;

#[test]
fn two_thousand_submissions_of_170_risks_are_read_and_merged() {
    // Seventeen categories of ten risks each.
    let line =
        |bits| fixtures::of_sector(bits, Sector::ALL[bits as usize % 6], 10, &[5; 17]).to_line() + "\n";
    let file: String = (0..2000).map(line).collect();
    let start = Instant::now();
    let mut pool = PeerPool::default();
    for submission in read(file.as_bytes()) {
        let submission = submission.expect("it was written by us");
        assert_eq!((submission.risks(), pool.add(&submission)), (170, Added::New));
    }
    let merged = start.elapsed();
    assert_eq!(pool.table(None).bodies.shown(), Some(&2000));
    println!(
        "{} kB read and merged in {merged:.0?}, the table after {:.0?}",
        file.len() / 1000,
        start.elapsed()
    );
}
