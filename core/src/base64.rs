//! Bytes as letters and digits (RFC 4648), for what is bytes and has to stand in a text: salts and ciphers in a file,
//! a register in an address. What the bytes are is said next door, where they are written.

/// Which 64 characters stand for six bits each, and whether the end is filled up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alphabet {
    /// With `+` and `/`, filled up with `=` to a multiple of four (RFC 4648, section 4): for files.
    Files,
    /// With `-` and `_`, not filled up (RFC 4648, section 5): for addresses.
    Addresses,
}

const FILES: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const ADDRESSES: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

impl Alphabet {
    fn characters(self) -> &'static [u8; 64] {
        match self {
            Self::Files => FILES,
            Self::Addresses => ADDRESSES,
        }
    }

    /// What each byte stands for; 64 for what stands for nothing.
    fn values(self) -> [u8; 256] {
        let mut values = [64; 256];
        for (value, character) in (0..).zip(self.characters()) {
            values[usize::from(*character)] = value;
        }
        values
    }

    /// The text without what fills it up, if it is filled up as this alphabet wants it.
    fn without_filling(self, text: &str) -> Option<&str> {
        match self {
            Self::Addresses => Some(text),
            Self::Files if !text.len().is_multiple_of(4) => None,
            Self::Files => Some(text.strip_suffix("==").or_else(|| text.strip_suffix('=')).unwrap_or(text)),
        }
    }
}

/// The text that stands for some bytes.
#[must_use]
pub fn write(bytes: &[u8], alphabet: Alphabet) -> String {
    let characters = alphabet.characters();
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let byte = |i: usize| u32::from(three.get(i).copied().unwrap_or_default());
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for place in 0..=three.len() {
            text.push(char::from(characters[(bits >> (18 - 6 * place) & 63) as usize]));
        }
        if alphabet == Alphabet::Files {
            text.extend(std::iter::repeat_n('=', 3 - three.len()));
        }
    }
    text
}

/// The bytes that a text stands for; none where it is not exactly as [`write()`] would have written it.
#[must_use]
pub fn read(text: &str, alphabet: Alphabet) -> Option<Vec<u8>> {
    let text = alphabet.without_filling(text)?;
    let values = alphabet.values();
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3 + 2);
    for four in text.as_bytes().chunks(4) {
        let mut bits = 0;
        for character in four {
            let value = values[usize::from(*character)];
            bits = bits << 6 | u32::from((value < 64).then_some(value)?);
        }
        bytes.extend(last_bytes(bits << (6 * (4 - four.len())), four.len())?);
    }
    Some(bytes)
}

/// The bytes that so many characters hold, in the upper three quarters of `bits`; bits that belong to none must be nought.
fn last_bytes(bits: u32, n_characters: usize) -> Option<impl Iterator<Item = u8>> {
    let n_bytes = n_characters.checked_sub(1).filter(|n| *n > 0)?;
    let [_, bytes @ ..] = bits.to_be_bytes();
    bytes[n_bytes..].iter().all(|byte| *byte == 0).then(|| bytes.into_iter().take(n_bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_vectors_are_written_and_read() {
        // RFC 4648, section 10.
        for (bytes, text) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(write(bytes.as_bytes(), Alphabet::Files), text);
            assert_eq!(read(text, Alphabet::Files).as_deref(), Some(bytes.as_bytes()));
            let bare = text.trim_end_matches('=');
            assert_eq!(write(bytes.as_bytes(), Alphabet::Addresses), bare);
            assert_eq!(read(bare, Alphabet::Addresses).as_deref(), Some(bytes.as_bytes()));
        }
        assert_eq!(write(&[0xfb, 0xff], Alphabet::Files), "+/8=");
        assert_eq!(write(&[0xfb, 0xff], Alphabet::Addresses), "-_8");
    }

    #[test]
    fn what_would_have_been_written_otherwise_is_not_read() {
        for text in
            ["Z", "Zg", "Zg=", "Zh==", "Zm9=", "Zm9v=", "Z===", "====", "Zm 9v", "Zm9v\n", "-_8=", "Zg==Zg=="]
        {
            assert_eq!(read(text, Alphabet::Files), None, "{text}");
        }
        for text in ["Z", "Zh", "Zm9", "Zg==", "+/8", "Zé"] {
            assert_eq!(read(text, Alphabet::Addresses), None, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_are_read_as_they_were_written(bytes: Vec<u8>) {
            for alphabet in [Alphabet::Files, Alphabet::Addresses] {
                let again = read(&write(&bytes, alphabet), alphabet);
                proptest::prop_assert_eq!(again.as_ref(), Some(&bytes));
            }
        }

        #[test]
        fn any_text_that_is_read_is_the_one_that_is_written(text in "[A-Za-c0-3+/=_-]{0,12}") {
            for alphabet in [Alphabet::Files, Alphabet::Addresses] {
                if let Some(bytes) = read(&text, alphabet) {
                    proptest::prop_assert_eq!(write(&bytes, alphabet), text.clone());
                }
            }
        }
    }
}
