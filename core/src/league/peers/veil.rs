//! Which sectors' figures may be shown, so that no count under ten can be read or worked out. Sectors divide all
//! bodies: whoever knows the whole and all sectors but one knows that one too, so that never one alone is hidden.
//!
//! A figure rests on counts, such as the bodies that name a category and those that do not. It is shown of a
//! sector if each of these counts is [`FEWEST`] or more. Of the sectors that are not shown, taken together, each
//! count must reach that as well, since it is what remains when those shown are taken from the whole; until it
//! does, the next smallest sector is hidden too. Whatever rests on another figure, as a part rests on its whole,
//! is hidden wherever that is. Nought is hidden like any small count, save that a sector without any body at all
//! is no secret.

use super::cell::FEWEST;
use crate::register::Sector;

/// How many sectors there are.
pub(super) const SECTORS: usize = Sector::ALL.len();

/// One count for each sector.
pub(super) type BySector = [u64; SECTORS];

/// Of which sectors, and whether of all together, a figure may be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Veil {
    /// Sectors with any body in them.
    present: [bool; SECTORS],
    shown: [bool; SECTORS],
    shows_whole: bool,
}

impl Veil {
    /// For the number of bodies itself.
    pub(super) fn of_bodies(bodies: &BySector) -> Self {
        let present = bodies.map(|n| n > 0);
        Self { present, shown: present, shows_whole: true }.over(&[*bodies])
    }

    /// For a figure that rests on these counts and on what this veil is for.
    pub(super) fn over(mut self, counts: &[BySector]) -> Self {
        for sector in 0..SECTORS {
            self.shown[sector] &= counts.iter().all(|count| count[sector] >= FEWEST);
        }
        while !self.rest_is_large(counts) {
            let shown = (0..SECTORS).filter(|sector| self.shown[*sector]);
            let least = |sector: &usize| counts.iter().map(|count| count[*sector]).min();
            let Some(smallest) = shown.min_by_key(least) else { break };
            self.shown[smallest] = false;
        }
        self.shows_whole &= counts.iter().all(|count| count.iter().sum::<u64>() >= FEWEST);
        self
    }

    /// Whether nothing is hidden, or everything hidden is large enough taken together.
    fn rest_is_large(&self, counts: &[BySector]) -> bool {
        let hidden = |sector: &usize| self.present[*sector] && !self.shown[*sector];
        let rest = |count: &BySector| (0..SECTORS).filter(hidden).map(|sector| count[sector]).sum::<u64>();
        !(0..SECTORS).any(|sector| hidden(&sector)) || counts.iter().all(|count| rest(count) >= FEWEST)
    }

    /// Whether the figure of a sector, or that of all, may be shown.
    pub(super) fn shows(&self, whose: Option<Sector>) -> bool {
        whose.map_or(self.shows_whole, |sector| self.shown[sector as usize])
    }

    /// Whether a sector has no body in it.
    pub(super) fn is_empty(&self, whose: Option<Sector>) -> bool {
        whose.is_some_and(|sector| !self.present[sector as usize])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(veil: Veil) -> String {
        let letter = |(shown, letter)| if shown { letter } else { '-' };
        let sectors = veil.shown.into_iter().zip("cpfhao".chars()).map(letter);
        sectors.chain([if veil.shows_whole { '=' } else { '-' }]).collect()
    }

    #[test]
    fn never_one_sector_alone_is_hidden() {
        for (bodies, expected) in [
            ([50, 12, 3, 0, 0, 0], "c-----="),
            ([50, 12, 10, 0, 0, 0], "cpf---="),
            ([50, 0, 0, 0, 0, 0], "c-----="),
            ([12, 3, 2, 0, 0, 0], "------="),
            ([50, 40, 6, 5, 0, 0], "cp----="),
            ([5, 4, 0, 0, 0, 0], "-------"),
            ([0, 0, 0, 0, 0, 0], "-------"),
        ] {
            assert_eq!(shown(Veil::of_bodies(&bodies)), expected, "{bodies:?}");
        }
    }

    #[test]
    fn a_part_is_hidden_wherever_its_whole_is_and_wherever_its_rest_is_small() {
        let bodies = [50, 30, 25, 3, 0, 0];
        let whole = Veil::of_bodies(&bodies);
        assert_eq!(shown(whole), "cp----=");
        // The fewest of those named are in the first sector, yet the third stays hidden, as its whole is.
        let part = [11, 15, 14, 1, 0, 0];
        let rest = std::array::from_fn(|sector| bodies[sector] - part[sector]);
        assert_eq!(shown(whole.over(&[part, rest])), "cp----=");
        let all = bodies;
        assert_eq!(shown(whole.over(&[all, [0; SECTORS]])), "-------");
    }
}
