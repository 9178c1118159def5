//! What the kinds of entities have in common: an id, and a list in the register that holds them.

use std::rc::Rc;

use super::{Action, Control, HealthCheck, Id, Loss, Partnership, Register, Risk, Snapshot};
use crate::order::order_by;

/// One kind of entity.
pub(super) trait Entity: Sized {
    fn id(&self) -> Id<Self>;
    fn all(register: &Register) -> &Vec<Rc<Self>>;
    fn all_mut(register: &mut Register) -> &mut Vec<Rc<Self>>;
}

macro_rules! entities {
    ($($entity:ident in $list:ident;)*) => {
        $(impl Entity for $entity {
            fn id(&self) -> Id<Self> {
                self.id
            }

            fn all(register: &Register) -> &Vec<Rc<Self>> {
                &register.$list
            }

            fn all_mut(register: &mut Register) -> &mut Vec<Rc<Self>> {
                &mut register.$list
            }
        })*
    };
}

entities! {
    Partnership in partnerships;
    Risk in risks;
    Control in controls;
    Action in actions;
    Loss in losses;
    HealthCheck in health_checks;
    Snapshot in snapshots;
}

/// The entity with this id.
pub(super) fn find<T: Entity>(register: &Register, id: Id<T>) -> Option<&Rc<T>> {
    T::all(register).iter().find(|entity| entity.id() == id)
}

/// Adds entities, or puts them in the place of those with their ids. Sorts all of them, those there are
/// and those put, by id once: an import of n risks into a register of m costs (n + m) log (n + m), not n
/// times m.
pub(super) fn put<T: Entity>(register: &mut Register, entities: Vec<T>) {
    let all = T::all_mut(register);
    all.extend(entities.into_iter().map(Rc::new));
    let ids: Vec<u64> = all.iter().map(|entity| entity.id().bits()).collect();
    *all = last_in_first_place(&ids).into_iter().map(|place| Rc::clone(&all[place])).collect();
}

/// Of things with these ids: the last of each id, where the first of it stands.
fn last_in_first_place(ids: &[u64]) -> Vec<usize> {
    let order = order_by(ids.len(), &|a, b| ids[a].cmp(&ids[b]));
    let mut kept = vec![None; ids.len()];
    for same in order.chunk_by(|&a, &b| ids[a] == ids[b]) {
        kept[same[0]] = same.last().copied();
    }
    kept.into_iter().flatten().collect()
}

/// Takes an entity out; whether it was there.
pub(super) fn remove<T: Entity>(register: &mut Register, id: Id<T>) -> bool {
    let all = T::all_mut(register);
    let before = all.len();
    all.retain(|entity| entity.id() != id);
    all.len() < before
}

/// Changes the entities that need it and leaves the others shared.
pub(super) fn mend<T: Entity + Clone>(
    register: &mut Register,
    needs: impl Fn(&T) -> bool,
    mend: impl Fn(&mut T),
) {
    for entity in T::all_mut(register) {
        if needs(entity) {
            mend(Rc::make_mut(entity));
        }
    }
}
