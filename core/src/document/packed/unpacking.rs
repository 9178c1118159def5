//! The way back: a packed text, unpacked step by step and never further than its stated length.

use std::fmt;

use miniz_oxide::inflate::stream::{InflateState, inflate};
use miniz_oxide::{DataFormat, MZFlush, MZStatus};

use super::bits::Bytes;
use super::{Checksum, MARK, MOST_BYTES, PackedError, STATED};

/// How many bytes a step takes out at most.
const STEP: usize = 1 << 18;
/// How many bytes of packed text are taken up at once.
const TAKEN: usize = 1 << 15;

/// A packed text being unpacked.
pub struct Unpacking {
    packed: String,
    at: usize,
    bytes: Bytes,
    waiting: Vec<u8>,
    state: Box<InflateState>,
    text: Vec<u8>,
    checksum: u32,
    n_bytes: usize,
}

impl fmt::Debug for Unpacking {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Unpacking").field("at", &self.at).finish_non_exhaustive()
    }
}

impl Unpacking {
    /// A packed text, none of which is unpacked yet.
    pub fn new(text: &str) -> Result<Self, PackedError> {
        let inside = text.strip_prefix(MARK).ok_or(PackedError::NotPacked)?;
        let end = inside.len().checked_sub(2 * STATED).ok_or(PackedError::NotPacked)?;
        let stated = |from: usize| {
            let digits = inside.get(from..from + STATED).filter(|digits| digits.is_ascii());
            digits.and_then(|digits| u32::from_str_radix(digits, 16).ok()).ok_or(PackedError::NotPacked)
        };
        let (checksum, n_bytes) = (stated(end)?, stated(end + STATED)? as usize);
        if n_bytes > MOST_BYTES {
            return Err(PackedError::TooLong);
        }
        Ok(Self {
            packed: inside[..end].to_owned(),
            at: 0,
            bytes: Bytes::default(),
            waiting: Vec::new(),
            state: InflateState::new_boxed(DataFormat::Raw),
            text: Vec::new(),
            checksum,
            n_bytes,
        })
    }

    /// Unpacks some more; the whole text once it is there, or why it cannot be.
    pub fn step(&mut self) -> Option<Result<String, PackedError>> {
        self.go_on().transpose()
    }

    fn go_on(&mut self) -> Result<Option<String>, PackedError> {
        self.take_up()?;
        let mut out = vec![0; STEP];
        let done = inflate(&mut self.state, &self.waiting, &mut out, MZFlush::None);
        self.waiting.drain(..done.bytes_consumed);
        self.text.extend_from_slice(&out[..done.bytes_written]);
        let is_over = done.status == Ok(MZStatus::StreamEnd);
        let is_stuck = done.bytes_written + done.bytes_consumed == 0 && self.at == self.packed.len();
        let is_damaged = done.status.is_err() && (is_stuck || done.status != Err(miniz_oxide::MZError::Buf));
        if self.text.len() > self.n_bytes || !is_over && (is_damaged || is_stuck) {
            return Err(PackedError::Damaged);
        }
        if is_over { self.end().map(Some) } else { Ok(None) }
    }

    /// Takes up more of the packed text, once what waits has been used.
    fn take_up(&mut self) -> Result<(), PackedError> {
        if self.waiting.is_empty() {
            let rest = &self.packed[self.at..];
            let end = (TAKEN.min(rest.len())..=rest.len()).find(|end| rest.is_char_boundary(*end));
            let piece = &rest[..end.unwrap_or(rest.len())];
            self.at += piece.len();
            self.waiting = self.bytes.of(piece).ok_or(PackedError::Damaged)?;
        }
        Ok(())
    }

    /// The text, if it is as long as it says, has its checksum, and nothing but what fills up the last character
    /// comes after it.
    fn end(&mut self) -> Result<String, PackedError> {
        let is_whole =
            self.at == self.packed.len() && self.waiting.len() <= 1 && self.text.len() == self.n_bytes;
        let text = String::from_utf8(std::mem::take(&mut self.text)).map_err(|_| PackedError::Damaged)?;
        if is_whole && Checksum::of(&text) == self.checksum { Ok(text) } else { Err(PackedError::Damaged) }
    }
}
