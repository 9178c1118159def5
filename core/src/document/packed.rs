//! Long texts made short for a store that counts characters: deflated, and fifteen bits of the outcome to each
//! character from U+0020 on, so that none is half of a pair, a nought or anything else that a store may mind. A mark
//! stands in front and length and checksum at the end, so that what is packed is told apart and what is cut is
//! noticed. Both ways go in steps of a few milliseconds in a browser.

mod bits;
mod unpacking;

use std::borrow::Cow;
use std::fmt;

use miniz_oxide::deflate::core::{CompressorOxide, create_comp_flags_from_zip_params};
use miniz_oxide::deflate::stream::deflate;
use miniz_oxide::{MZFlush, MZStatus};

use super::checksum::Checksum;
use bits::Bits;
pub use unpacking::Unpacking;

/// What a packed text begins with.
const MARK: &str = "prisk-packed-1:";
/// How many characters state the checksum of the text, and as many its length in bytes.
const STATED: usize = 8;
/// How much text a step packs, in bytes.
const STEP: usize = 1 << 16;
/// How hard the packer tries, up to 10: beyond this little is gained.
const LEVEL: i32 = 6;
/// The longest text that is unpacked, in bytes.
pub const MOST_BYTES: usize = 64 << 20;

/// Why a packed text cannot be unpacked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PackedError {
    /// It does not begin with the mark, or does not state its length.
    NotPacked,
    /// It was cut short or altered.
    Damaged,
    /// It would be longer than what is unpacked.
    TooLong,
}

impl fmt::Display for PackedError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotPacked => f.write_str("it is not a packed text, or its end is missing"),
            Self::Damaged => f.write_str("what is packed was cut short or altered"),
            Self::TooLong => write!(f, "what is packed is longer than {} MB", MOST_BYTES >> 20),
        }
    }
}

impl std::error::Error for PackedError {}

/// Whether a text says that it is packed.
#[must_use]
pub fn is_packed(text: &str) -> bool {
    text.starts_with(MARK)
}

/// A text as it was before it was packed; one that is not packed is left as it is.
pub fn unpacked(text: &str) -> Result<Cow<'_, str>, PackedError> {
    if !is_packed(text) {
        return Ok(Cow::Borrowed(text));
    }
    let mut unpacking = Unpacking::new(text)?;
    loop {
        if let Some(done) = unpacking.step() {
            return done.map(Cow::Owned);
        }
    }
}

/// A text being packed, as it comes: it need never be there as a whole.
pub struct Packing {
    compressor: Box<CompressorOxide>,
    waiting: Vec<u8>,
    bits: Bits,
    checksum: Checksum,
    n_bytes: usize,
}

impl fmt::Debug for Packing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Packing").field("n_bytes", &self.n_bytes).finish_non_exhaustive()
    }
}

impl Default for Packing {
    fn default() -> Self {
        let flags = create_comp_flags_from_zip_params(LEVEL, 0, 0);
        Self {
            compressor: Box::new(CompressorOxide::new(flags)),
            waiting: Vec::new(),
            bits: Bits::after(MARK),
            checksum: Checksum::default(),
            n_bytes: 0,
        }
    }
}

impl Packing {
    /// Takes a piece of the text, which waits to be packed.
    pub fn add(&mut self, piece: &str) {
        self.checksum.add(piece.as_bytes());
        self.n_bytes += piece.len();
        self.waiting.extend_from_slice(piece.as_bytes());
    }

    /// Packs some of what waits; whether anything still does.
    pub fn step(&mut self) -> bool {
        let n = self.waiting.len().min(STEP);
        let piece: Vec<u8> = self.waiting.drain(..n).collect();
        self.pack(&piece, MZFlush::None);
        !self.waiting.is_empty()
    }

    /// The packed text.
    #[must_use]
    pub fn end(mut self) -> String {
        while self.step() {}
        self.pack(&[], MZFlush::Finish);
        let mut text = self.bits.end();
        text += &format!("{:08x}{:08x}", self.checksum.end(), self.n_bytes);
        text
    }

    fn pack(&mut self, mut piece: &[u8], flush: MZFlush) {
        let mut packed = vec![0; STEP];
        loop {
            let done = deflate(&mut self.compressor, piece, &mut packed, flush);
            piece = &piece[done.bytes_consumed..];
            self.bits.add(&packed[..done.bytes_written]);
            let is_full = done.bytes_written == packed.len();
            let is_over = done.status != Ok(MZStatus::Ok) || piece.is_empty() && flush == MZFlush::None;
            if is_over && !is_full || done.bytes_written + done.bytes_consumed == 0 {
                return;
            }
        }
    }
}

#[cfg(test)]
mod tests;
