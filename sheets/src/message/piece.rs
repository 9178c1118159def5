//! Numbers, texts and lists one after the other, each with its length before it. What they mean is for those who write
//! and read them; bytes that are cut short or belong to something else give nothing.

/// Puts pieces together.
#[derive(Debug, Default)]
pub(super) struct Writer {
    bytes: Vec<u8>,
}

impl Writer {
    /// Adds what tells one kind of thing from another.
    pub(super) fn kind(&mut self, kind: u8) {
        self.bytes.push(kind);
    }

    /// Adds a number.
    pub(super) fn number(&mut self, number: u32) {
        self.bytes.extend(number.to_le_bytes());
    }

    /// Adds a number that need not be whole, bit by bit.
    pub(super) fn real(&mut self, number: f64) {
        self.bytes.extend(number.to_le_bytes());
    }

    /// Adds bytes; no message holds four billion.
    pub(super) fn bytes(&mut self, bytes: &[u8]) {
        self.number(bytes.len() as u32);
        self.bytes.extend_from_slice(bytes);
    }

    /// Adds a text.
    pub(super) fn text(&mut self, text: &str) {
        self.bytes(text.as_bytes());
    }

    /// Adds a list.
    pub(super) fn list<T>(&mut self, items: &[T], write: impl Fn(&mut Self, &T)) {
        self.number(items.len() as u32);
        items.iter().for_each(|item| write(self, item));
    }

    /// All of it.
    pub(super) fn done(self) -> Vec<u8> {
        self.bytes
    }
}

/// Takes pieces apart.
#[derive(Debug)]
pub(super) struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    /// A reader at the beginning of a message.
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (first, rest) = self.rest.split_first_chunk()?;
        self.rest = rest;
        Some(*first)
    }

    /// What tells one kind of thing from another.
    pub(super) fn kind(&mut self) -> Option<u8> {
        self.take::<1>().map(|[kind]| kind)
    }

    /// A number.
    pub(super) fn number(&mut self) -> Option<u32> {
        self.take().map(u32::from_le_bytes)
    }

    /// A number that need not be whole.
    pub(super) fn real(&mut self) -> Option<f64> {
        self.take().map(f64::from_le_bytes)
    }

    /// Bytes.
    pub(super) fn bytes(&mut self) -> Option<&'a [u8]> {
        let length = self.number()? as usize;
        let (bytes, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        Some(bytes)
    }

    /// A text.
    pub(super) fn text(&mut self) -> Option<&'a str> {
        std::str::from_utf8(self.bytes()?).ok()
    }

    /// A list; a length that the rest cannot hold costs nothing.
    pub(super) fn list<T>(&mut self, read: impl Fn(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let n = self.number()?;
        (0..n).map(|_| read(self)).collect()
    }

    /// Whether nothing is left.
    pub(super) fn is_done(&self) -> bool {
        self.rest.is_empty()
    }
}
