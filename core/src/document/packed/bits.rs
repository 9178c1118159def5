//! Bytes as characters of fifteen bits each, and back.

/// The character that stands for fifteen noughts.
const FIRST: u32 = 0x20;
/// How many bits a character holds.
const WIDTH: u32 = 15;

/// Bytes becoming characters.
#[derive(Debug)]
pub(super) struct Bits {
    text: String,
    held: u32,
    n_held: u32,
}

impl Bits {
    /// Characters after a mark.
    pub fn after(mark: &str) -> Self {
        Self { text: mark.to_owned(), held: 0, n_held: 0 }
    }

    /// Adds bytes.
    pub fn add(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.held = self.held << 8 | u32::from(*byte);
            self.n_held += 8;
            if self.n_held >= WIDTH {
                self.n_held -= WIDTH;
                let bits = self.held >> self.n_held;
                self.held &= (1 << self.n_held) - 1;
                self.text.extend(char::from_u32(FIRST + bits));
            }
        }
    }

    /// All characters; the last is filled up with noughts.
    pub fn end(mut self) -> String {
        if self.n_held > 0 {
            let bits = self.held << (WIDTH - self.n_held);
            self.text.extend(char::from_u32(FIRST + bits));
        }
        self.text
    }
}

/// Characters becoming bytes; the bits of an unfinished byte wait for the next characters.
#[derive(Debug, Default)]
pub(super) struct Bytes {
    held: u32,
    n_held: u32,
}

impl Bytes {
    /// The bytes that characters end; nothing where one of them stands for no bits.
    pub fn of(&mut self, text: &str) -> Option<Vec<u8>> {
        let mut bytes = Vec::with_capacity(text.len());
        for character in text.chars() {
            let bits = u32::from(character).checked_sub(FIRST).filter(|bits| *bits < 1 << WIDTH)?;
            self.held = self.held << WIDTH | bits;
            self.n_held += WIDTH;
            while self.n_held >= 8 {
                self.n_held -= 8;
                bytes.push((self.held >> self.n_held & 0xff) as u8);
            }
            self.held &= (1 << self.n_held) - 1;
        }
        Some(bytes)
    }
}
