//! A register becoming the text that is kept, a little at a time: plain while it is short, so that people can read it,
//! and packed once it is long. Where the text goes is the page's business.

use super::envelope::Header;
use super::packed::Packing;
use super::writing::Writing;
use crate::register::Register;

/// The longest text that is kept as it is, in bytes.
const LONGEST_PLAIN: usize = 1 << 18;

/// A register being made ready to be kept. No step takes long, so that the page can do other things between them.
#[derive(Debug)]
pub struct Saving {
    writing: Writing,
    plain: String,
    packing: Option<Packing>,
}

impl Saving {
    /// A register of which nothing is written yet. What happens to it meanwhile is not in the text.
    #[must_use]
    pub fn new(register: &Register, header: &Header) -> Self {
        Self { writing: Writing::new(register, header), plain: String::new(), packing: None }
    }

    /// Goes on a little; the text once it is whole, after which there is nothing more to come.
    pub fn step(&mut self) -> Option<String> {
        if let Some(packing) = &mut self.packing
            && packing.step()
        {
            return None;
        }
        match self.writing.next() {
            Some(piece) => self.take(piece),
            None => return Some(self.end()),
        }
        None
    }

    /// The text in one go, for when the page is about to be closed.
    #[must_use]
    pub fn finish(mut self) -> String {
        loop {
            if let Some(text) = self.step() {
                return text;
            }
        }
    }

    fn take(&mut self, piece: String) {
        match &mut self.packing {
            Some(packing) => packing.add(&piece),
            None => self.plain += &piece,
        }
        if self.packing.is_none() && self.plain.len() > LONGEST_PLAIN {
            let mut packing = Packing::default();
            packing.add(&std::mem::take(&mut self.plain));
            self.packing = Some(packing);
        }
    }

    fn end(&mut self) -> String {
        match self.packing.take() {
            Some(packing) => packing.end(),
            None => std::mem::take(&mut self.plain),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::packed::is_packed;
    use crate::document::tests::large;
    use crate::document::{read, write};
    use crate::example::fife_council;

    #[test]
    fn a_short_register_is_kept_as_people_can_read_it() {
        let (register, header) = (fife_council(), Header::new(1, 0, "0.1.0"));
        assert_eq!(Saving::new(&register, &header).finish(), write(&register, &header));
    }

    #[test]
    fn ten_thousand_risks_are_kept_in_little_room_and_open_again() {
        let (register, header) = (large::register(10_000), Header::new(1, 0, "0.1.0"));
        let mut saving = Saving::new(&register, &header);
        let mut n_steps = 0;
        let text = loop {
            n_steps += 1;
            if let Some(text) = saving.step() {
                break text;
            }
        };
        let n_units = text.encode_utf16().count();
        let plain = write(&register, &header).len();
        println!("{plain} bytes as they are, {n_units} characters packed, {n_steps} steps");
        assert!(is_packed(&text) && n_steps > 80);
        assert!(n_units < 275_000, "{n_units} characters of two bytes");
        assert_eq!(read(&text), Ok((register, header)));
    }
}
