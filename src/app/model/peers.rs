//! Submissions of peers that were chosen from files. They last as long as the page: the files are the person's to
//! keep, and nobody else's figures are put into this browser's store.

use partnership_risk_core::league::peers::{Added, PeerPool, Submission};

/// Submissions of peers, as far as they have been read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Peers {
    /// How often they have been cleared: what was chosen before that is no longer wanted.
    pub round: u32,
    /// The newest submission of each body.
    pub pool: PeerPool,
    /// How many files were chosen.
    pub chosen: usize,
    /// How many of them have been read or refused.
    pub done: usize,
    /// How many submissions were read in them.
    pub submissions: usize,
    /// How many of these were not the first of their body.
    pub repeated: usize,
    /// What could not be read, in the order in which it was found.
    pub refused: Vec<Refused>,
}

/// A file of which something could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Its name.
    pub file: String,
    /// The first thing that is wrong with it.
    pub reason: String,
    /// How many other things are.
    pub others: usize,
}

/// What was read since the page was last told.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PeerBatch {
    /// For which round.
    pub round: u32,
    /// How many files came to their end.
    pub files: usize,
    /// Submissions that were read.
    pub submissions: Vec<Submission>,
    /// What was refused: the file and the reason.
    pub refused: Vec<(String, String)>,
}

impl PeerBatch {
    /// Nothing yet, for a round.
    #[must_use]
    pub fn of(round: u32) -> Self {
        Self { round, ..Self::default() }
    }
}

impl Peers {
    /// Whether files are still to be read.
    #[must_use]
    pub fn are_on_their_way(&self) -> bool {
        self.done < self.chosen
    }

    /// With what was read of the files that were chosen.
    #[must_use]
    pub fn with(&self, batch: &PeerBatch) -> Self {
        let mut next = self.clone();
        next.done += batch.files;
        for submission in &batch.submissions {
            next.submissions += 1;
            next.repeated += usize::from(next.pool.add(submission) != Added::New);
        }
        for (file, reason) in &batch.refused {
            next.refuse(file, reason);
        }
        next
    }

    /// A file's first fault is told, and its others are counted.
    fn refuse(&mut self, file: &str, reason: &str) {
        match self.refused.last_mut().filter(|last| last.file == file) {
            Some(last) => last.others += 1,
            None => {
                self.refused.push(Refused { file: file.to_owned(), reason: reason.to_owned(), others: 0 });
            }
        }
    }
}
