//! Costs that have been put on a lattice, kept for the next time that they are asked for.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::loss::Exposure;
use crate::loss::lattice::{Lattice, Masses};

/// Costs on lattices by what they were made of.
#[derive(Debug, Default)]
pub(in crate::loss) struct Shelf {
    kept: BTreeMap<Vec<u64>, Kept>,
    /// How often the shelf was closed.
    now: usize,
    n_placed: usize,
}

#[derive(Debug)]
struct Kept {
    masses: Rc<Masses>,
    /// When it was last asked for.
    used: usize,
}

/// More masses than this, 32 MB of them, are not kept unless they have just been asked for.
const MOST_KEPT: usize = 1 << 22;

impl Shelf {
    /// The cost of one event of a risk on a lattice.
    pub(in crate::loss) fn masses(&mut self, lattice: &Lattice, exposure: &Exposure) -> Rc<Masses> {
        let (n_placed, now) = (&mut self.n_placed, self.now);
        let kept = self.kept.entry(name(lattice, exposure)).or_insert_with(|| {
            *n_placed += 1;
            Kept { masses: Rc::new(lattice.masses(&exposure.curve, exposure.scale)), used: now }
        });
        kept.used = now;
        Rc::clone(&kept.masses)
    }

    /// Ends a round: where much is kept, what was not asked for in this round is put away.
    pub(in crate::loss) fn close(&mut self) {
        let n_kept: usize =
            self.kept.values().map(|kept| kept.masses.even.len() + kept.masses.down.len()).sum();
        if n_kept > MOST_KEPT {
            let now = self.now;
            self.kept.retain(|_, kept| kept.used == now);
        }
        self.now += 1;
    }

    /// How many costs were put on a lattice so far.
    pub(in crate::loss) fn n_placed(&self) -> usize {
        self.n_placed
    }
}

/// All that the masses depend on, bit by bit.
fn name(lattice: &Lattice, exposure: &Exposure) -> Vec<u64> {
    let mut name = exposure.curve.bits();
    name.extend([
        exposure.scale.to_bits(),
        lattice.step.to_bits(),
        lattice.length as u64,
        u64::from(lattice.is_aligned),
    ]);
    name
}
