//! The journal: the register after each of its last changes, on the disk before it is said to be saved. A browser that is
//! killed loses what it wrote to the store in its last seconds; the journal has it, and it is taken from there at the next
//! start.

use crate::app::world::{Shelf, StoreError, World};

/// How many of the last changes stay in the journal.
const DEPTH: usize = 3;

/// A register that was kept in the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    /// Its revision.
    pub revision: u64,
    /// The register as text.
    pub text: String,
}

/// The newest entry, if there is one that can be had: who has no journal does without.
pub(super) async fn newest(world: &World) -> Option<Entry> {
    let revision = world.archive.numbers(Shelf::Journal).await.ok()?.pop()?;
    let text = world.archive.read(Shelf::Journal, revision).await.ok()??;
    Some(Entry { revision, text })
}

/// Adds an entry; ready once it is on the disk.
pub(super) async fn add(world: &World, entry: Entry) -> Result<(), StoreError> {
    let mut older = world.archive.numbers(Shelf::Journal).await?;
    older.retain(|revision| *revision < entry.revision);
    older.truncate((older.len() + 1).saturating_sub(DEPTH));
    world.archive.write(Shelf::Journal, vec![(entry.revision, entry.text)], older).await
}

/// Forgets all entries.
pub(super) async fn clear(world: &World) -> Result<(), StoreError> {
    let all = world.archive.numbers(Shelf::Journal).await?;
    world.archive.write(Shelf::Journal, Vec::new(), all).await
}
