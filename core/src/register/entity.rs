//! What the kinds of entities have in common: an id, and a list in the register that finds each by its id at
//! once.

use std::ops::Deref;
use std::rc::Rc;

use super::{Action, Control, HealthCheck, Id, Loss, Partnership, Risk, Snapshot};
use crate::order::{Places, order_by};

/// What has an id.
pub(super) trait Entity: Clone + PartialEq {
    fn id(&self) -> Id<Self>;
    /// Whether two states of one differ in nothing but when they were changed.
    fn is_only_touched(&self, before: &Self) -> bool;
}

macro_rules! entities {
    ($($entity:ident)*) => {
        $(impl Entity for $entity {
            fn id(&self) -> Id<Self> {
                self.id
            }

            fn is_only_touched(&self, before: &Self) -> bool {
                Self { updated: before.updated, ..self.clone() } == *before
            }
        })*
    };
}

entities! { Partnership Risk Control Action Loss HealthCheck Snapshot }

/// The entities of one kind, in the register's order. Copies share what they hold, and where it is found.
#[derive(Clone, Debug)]
pub(super) struct Entities<T> {
    all: Vec<Rc<T>>,
    by_id: Rc<Places>,
}

impl<T: Entity> Entities<T> {
    /// None yet.
    pub fn new() -> Self {
        Self { all: Vec::new(), by_id: Rc::default() }
    }

    /// The entity with this id.
    pub fn find(&self, id: Id<T>) -> Option<&Rc<T>> {
        self.by_id.first(id.bits()).map(|place| &self.all[place])
    }

    /// Whether there is an entity with this id.
    pub fn has(&self, id: Id<T>) -> bool {
        self.find(id).is_some()
    }

    /// Adds entities, or puts them in the place of those with their ids.
    pub fn put(&mut self, entities: Vec<T>) {
        let mut new = Vec::new();
        for entity in entities.into_iter().map(Rc::new) {
            match self.by_id.first(entity.id().bits()) {
                Some(place) => self.all[place] = entity,
                None => new.push(entity),
            }
        }
        if !new.is_empty() {
            let ids: Vec<u64> = new.iter().map(|entity| entity.id().bits()).collect();
            self.all.extend(last_in_first_place(&ids).into_iter().map(|place| Rc::clone(&new[place])));
            self.index();
        }
    }

    /// Holds these entities from now on, of which no two have one id.
    pub fn set(&mut self, entities: Vec<Rc<T>>) {
        let stand_as_before = self.all.len() == entities.len()
            && self.all.iter().zip(&entities).all(|(was, is)| was.id() == is.id());
        self.all = entities;
        if !stand_as_before {
            self.index();
        }
    }

    /// Takes out the entities that are not to be kept; whether there were any.
    pub fn retain(&mut self, keeps: impl Fn(&T) -> bool) -> bool {
        let before = self.all.len();
        self.all.retain(|entity| keeps(entity));
        let fewer = self.all.len() < before;
        if fewer {
            self.index();
        }
        fewer
    }

    /// Takes an entity out; whether it was there.
    pub fn remove(&mut self, id: Id<T>) -> bool {
        self.retain(|entity| entity.id() != id)
    }

    fn index(&mut self) {
        let ids = self.all.iter().map(|entity| entity.id().bits());
        self.by_id = Rc::new(Places::of(&ids.zip(0..).collect::<Vec<_>>()));
    }
}

impl<T: Clone> Entities<T> {
    /// Changes the entities that need it, not their ids, and leaves the others shared.
    pub fn mend(&mut self, needs: impl Fn(&T) -> bool, mend: impl Fn(&mut T)) {
        for entity in self.all.iter_mut().filter(|entity| needs(entity)) {
            mend(Rc::make_mut(entity));
        }
    }
}

impl<T> Deref for Entities<T> {
    type Target = [Rc<T>];

    fn deref(&self) -> &[Rc<T>] {
        &self.all
    }
}

impl<T: PartialEq> PartialEq for Entities<T> {
    fn eq(&self, other: &Self) -> bool {
        self.all == other.all
    }
}

impl<T: Eq> Eq for Entities<T> {}

/// Of things with these ids: the last of each id, where the first of it stands.
fn last_in_first_place(ids: &[u64]) -> Vec<usize> {
    let order = order_by(ids.len(), &|a, b| ids[a].cmp(&ids[b]));
    let mut kept = vec![None; ids.len()];
    for same in order.chunk_by(|&a, &b| ids[a] == ids[b]) {
        kept[same[0]] = same.last().copied();
    }
    kept.into_iter().flatten().collect()
}
