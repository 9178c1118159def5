//! Files read one after the other and, within them, line by line, so that the page is never busy for long: every
//! twentieth of a second it is told what was read and draws itself. This stands here and not among the tasks of
//! `app`, since what it reads are files that a field of the page handed over: they belong to the browser, which `app`
//! does not know. Like a task, it only tells what it found.

use std::rc::Rc;

use gloo_timers::future::TimeoutFuture;
use partnership_risk_core::league::peers::read;
use partnership_risk_core::register::Timestamp;

use crate::app::event::Event;
use crate::app::model::{PeerBatch, Peers};
use crate::ui::components::{ChosenFile, PickedFile};
use crate::ui::session::Session;

/// The largest file that is read, in bytes: 10,000 submissions of 170 risks.
const MOST_BYTES: u32 = 50_000_000;

/// How many files the browser reads at once: one after the other, it spends more time on its way to the disk.
const AT_ONCE: usize = 16;

/// For how long the page is kept busy, in milliseconds.
const SLICE: Timestamp = 50;

/// Reads files for a round, and tells of them as it goes.
pub(super) async fn read_all(files: Vec<PickedFile>, session: Session, round: u32) {
    let mut slice = Slice::begun(session, round);
    for files in files.chunks(AT_ONCE) {
        let under_way: Vec<_> = files.iter().map(|file| file.read(MOST_BYTES)).collect();
        for file in under_way {
            slice.read_file(file.await).await;
        }
    }
    slice.tell();
}

/// What was read since the page was last told, and since when.
struct Slice {
    session: Session,
    since: Timestamp,
    batch: PeerBatch,
}

impl Slice {
    fn begun(session: Session, round: u32) -> Self {
        Self { since: session.world.clock.now(), batch: PeerBatch::of(round), session }
    }

    async fn read_file(&mut self, ChosenFile { name, content }: ChosenFile) {
        match content {
            Ok(bytes) => self.read_lines(&name, &bytes).await,
            Err(reason) => self.batch.refused.push((name, reason)),
        }
        self.batch.files += 1;
        self.rest_if_due().await;
    }

    async fn read_lines(&mut self, name: &str, bytes: &[u8]) {
        let mut is_empty = true;
        for line in read(bytes) {
            is_empty = false;
            match line {
                Ok(submission) => self.batch.submissions.push(submission),
                Err(error) => self.batch.refused.push((name.to_owned(), error.to_string())),
            }
            self.rest_if_due().await;
        }
        if is_empty {
            self.batch.refused.push((name.to_owned(), "it is empty".to_owned()));
        }
    }

    /// Once the time is up, tells what was read and lets the page draw itself.
    async fn rest_if_due(&mut self) {
        if self.session.world.clock.now() - self.since >= SLICE {
            self.tell();
            TimeoutFuture::new(0).await;
            self.since = self.session.world.clock.now();
        }
    }

    fn tell(&mut self) {
        let next = PeerBatch::of(self.batch.round);
        let batch = Rc::new(std::mem::replace(&mut self.batch, next));
        self.session.tell(Event::PeersRead { batch, by: Peers::with });
    }
}
