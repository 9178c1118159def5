//! Long work that is done beside the page, so that the page goes on answering: what is said between the two, as bytes,
//! and the work itself, slice by slice. It knows the core alone; who begins it, what becomes of its answers and
//! how it gets there is the page's business.
//!
//! It is a crate of its own because its program is: whatever the page's crate exports for its parts would be kept in
//! every program that is linked with it.

mod numbers;
pub mod simulation;

/// Work that is done slice by slice.
pub trait Slices {
    /// Does one slice and gives what is to be told of it; nothing once all is done.
    fn next(&mut self) -> Option<Vec<u8>>;
}

/// The work that an order asks for.
#[must_use]
pub fn slices(order: &[u8]) -> Box<dyn Slices> {
    Box::new(simulation::Run::of(order))
}
