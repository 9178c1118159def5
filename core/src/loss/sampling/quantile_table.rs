//! A law of costs as a table of straight lines: the way from a chance to the amount that it stands for, in one look-up and
//! one multiplication. Each line keeps the mean of its part of the law, so that the mean of all draws is that of the law.
//!
//! A straight line over the whole last cell of a law without an upper end is wrong however fine the cells are. So cells
//! are counted from both ends in octaves of the chance, 32 to each, and what lies further out than once in 131,072
//! is worked out by the law itself.

use super::super::curve::{Curve, End, Tail};

/// Bits of a chance, counted from one end: an odd number of that many bits, over twice as much.
const BITS: u32 = 51;
/// Octaves that the table covers at each end.
const OCTAVES: u32 = 16;
/// Bits that tell the lines of an octave apart.
const LINE_BITS: u32 = 5;
/// Lines of one end.
const LINES: usize = (OCTAVES as usize) << LINE_BITS;
/// From this octave on, counted from the outermost, each line has its own part of the law; further out, four share one.
const FINE_FROM: u32 = 10;
/// Bits of the fraction of a double below those that tell lines apart.
const BELOW: u32 = f64::MANTISSA_DIGITS - 1 - LINE_BITS;
/// The first place of the table, as the leading bits of a double.
const FIRST: u64 = (f64::MAX_EXP as u64 - 1 + (BITS - OCTAVES) as u64) << LINE_BITS;

/// The amount at a chance, as a straight line.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Line {
    start: f64,
    rise: f64,
}

/// A law in pounds, times a scale.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct QuantileTable {
    lines: Box<[Line; 2 * LINES]>,
    curve: Curve,
    scale: f64,
}

impl QuantileTable {
    pub(super) fn new(curve: &Curve, scale: f64) -> Self {
        let mut lines = Box::new([Line::default(); 2 * LINES]);
        for (end, lines) in [End::Low, End::High].into_iter().zip(lines.chunks_exact_mut(LINES)) {
            fill(lines, scale, |n| curve.tail(end, n / ALL));
        }
        Self { lines, curve: curve.clone(), scale }
    }

    /// The amount in pounds for the lower 52 bits of a random number: one of them chooses the end, the others how far
    /// from it.
    #[inline]
    pub(super) fn amount(&self, bits: u64) -> f64 {
        let from_end = (bits & ((1 << BITS) - 1)) | 1;
        if from_end < 1 << (BITS - OCTAVES) {
            return self.far_out(bits, from_end);
        }
        // As a signed number it takes one instruction.
        let n = from_end as i64 as f64;
        let end = (bits >> BITS & 1) as usize * LINES;
        let line = self.lines[(((n.to_bits() >> BELOW) - FIRST) as usize + end) % (2 * LINES)];
        line.start + line.rise * n
    }

    #[cold]
    fn far_out(&self, bits: u64, from_end: u64) -> f64 {
        let end = if bits >> BITS & 1 == 0 { End::Low } else { End::High };
        self.curve.tail(end, from_end as f64 / ALL).amount * self.scale
    }
}

/// How many chances there are at both ends together.
const ALL: f64 = (1_u64 << (BITS + 1)) as f64;

/// Fills the lines of one end, from the outermost, each from the tails at its two borders.
fn fill(lines: &mut [Line], scale: f64, tail: impl Fn(f64) -> Tail) {
    let border = |place: usize| {
        let (octave, within) = (place >> LINE_BITS, place % (1 << LINE_BITS));
        let size = libm::ldexp(1.0, (BITS - OCTAVES) as i32 + octave as i32);
        size + size * within as f64 / f64::from(1 << LINE_BITS)
    };
    let mut place = 0;
    let mut before = (border(0), tail(border(0)));
    while place < lines.len() {
        let n_shared = if place >> LINE_BITS < FINE_FROM as usize { 4 } else { 1 };
        let after = (border(place + n_shared), tail(border(place + n_shared)));
        lines[place..place + n_shared].fill(Line::between(before, after, scale));
        place += n_shared;
        before = after;
    }
}

impl Line {
    /// The line between two borders that has the mean of the law there, and its rise.
    fn between((from, tail): (f64, Tail), (to, next): (f64, Tail), scale: f64) -> Self {
        let ends = [tail.amount, next.amount];
        let mean = (next.part - tail.part) * ALL / (to - from);
        // Where next to nothing lies in between, rounding could carry the mean out of it.
        let mean = mean.max(ends[0].min(ends[1])).min(ends[0].max(ends[1]));
        let rise = (next.amount - tail.amount) / (to - from);
        Self { start: (mean - rise * (from + to) / 2.0) * scale, rise: rise * scale }
    }
}

#[cfg(test)]
mod tests;
