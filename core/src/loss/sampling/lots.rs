//! Drawing one of several things, each with its own weight, in one step however many there are.

/// Things by their places, with weights (Walker, 1977; Vose, 1991: the alias method).
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Lots {
    slots: Vec<Slot>,
}

/// A slot of which a share falls to its own place and the rest to another.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Slot {
    own: f64,
    other: usize,
}

impl Lots {
    /// Of weights, at least one of which is above nought.
    pub(super) fn new(weights: &[f64]) -> Self {
        let mean = weights.iter().sum::<f64>() / weights.len() as f64;
        let mut slots: Vec<Slot> =
            weights.iter().enumerate().map(|(other, weight)| Slot { own: weight / mean, other }).collect();
        let (mut poor, mut rich): (Vec<usize>, Vec<usize>) =
            (0..slots.len()).partition(|place| slots[*place].own < 1.0);
        while let (Some(&giver), Some(taker)) = (rich.last(), poor.pop()) {
            slots[taker].other = giver;
            slots[giver].own -= 1.0 - slots[taker].own;
            if slots[giver].own < 1.0 {
                rich.pop();
                poor.push(giver);
            }
        }
        Self { slots }
    }

    /// The place for 64 random bits.
    pub(super) fn place(&self, bits: u64) -> usize {
        let wide = u128::from(bits) * self.slots.len() as u128;
        let place = (wide >> u64::BITS) as usize;
        let within = (wide as u64 >> 11) as f64 / (1_u64 << 53) as f64;
        let slot = self.slots[place];
        if within < slot.own { place } else { slot.other }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_gets_its_share() {
        for weights in [&[1.0][..], &[1.0, 0.0, 3.0], &[0.2, 0.2, 0.2, 0.2], &[1e-6, 5.0, 2.0, 0.1, 9.0, 1.0]]
        {
            let lots = Lots::new(weights);
            let n = 1_u64 << 18;
            let mut times = vec![0.0; weights.len()];
            (0..n).for_each(|k| times[lots.place(k << 46 | 1 << 45)] += 1.0);
            let sum: f64 = weights.iter().sum();
            for (weight, times) in weights.iter().zip(times) {
                let (found, wanted): (f64, f64) = (times / n as f64, weight / sum);
                assert!((found - wanted).abs() < 3e-5, "{weights:?}: {found} for {wanted}");
            }
        }
    }

    #[test]
    fn what_has_no_weight_is_never_drawn() {
        let lots = Lots::new(&[0.0, 1.0, 0.0]);
        assert!([0, 1, u64::MAX / 3, u64::MAX / 2, u64::MAX].iter().all(|bits| lots.place(*bits) == 1));
    }
}
