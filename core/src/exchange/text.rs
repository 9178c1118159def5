//! From the bytes of a file to text: which encoding it is in, and a refusal in plain words where it is
//! no text at all. What the text says is the business of [`super::csv`]. Windows-1252 is decoded here
//! with a table of 32 characters, because a library's tables for every encoding weigh more than the
//! whole reader.

use std::borrow::Cow;
use std::fmt;

/// The text of a file and how it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text<'a> {
    /// The text without its byte order mark.
    pub text: Cow<'a, str>,
    /// The encoding it was taken to be in.
    pub encoding: Encoding,
    /// How many characters could not be read and stand as `\u{fffd}`.
    pub replaced: usize,
}

/// How a file writes its characters as bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// UTF-16, low byte first: "Unicode text" of Excel.
    Utf16LowFirst,
    /// UTF-16, high byte first.
    Utf16HighFirst,
    /// Windows-1252: what Excel writes as plain "CSV" in Western Europe.
    Windows1252,
}

impl Encoding {
    /// What people call it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16LowFirst => "UTF-16 (little endian)",
            Self::Utf16HighFirst => "UTF-16 (big endian)",
            Self::Windows1252 => "Windows-1252",
        }
    }
}

/// Why a file is not text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextError {
    /// No bytes, or nothing but blanks.
    Empty,
    /// Longer than [`MOST_BYTES`].
    TooLarge,
    /// An Excel workbook of today.
    Workbook,
    /// A packed file of another kind.
    Packed,
    /// A file of the old Office format.
    OldOffice,
    /// A PDF.
    Pdf,
    /// A web page, which some tools save under the name of a spreadsheet.
    WebPage,
    /// Some other file that is not text.
    Binary,
}

impl fmt::Display for TextError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "the file is empty",
            Self::TooLarge => "the file is larger than 10 MB; keep only the sheet with the risks",
            Self::Workbook => "this is an Excel workbook; save it as CSV first",
            Self::Packed => "this is a packed file (zip); take the register out and save it as CSV first",
            Self::OldOffice => "this is an Excel or Word file of the old format; save it as CSV first",
            Self::Pdf => "this is a PDF; ask for the register as a spreadsheet and save it as CSV",
            Self::WebPage => {
                "this is a web page, not a spreadsheet; open it in Excel and save it as CSV first"
            }
            Self::Binary => "this is not a text file; save the register as CSV first",
        })
    }
}

impl std::error::Error for TextError {}

impl TextError {
    /// Whether it may be a spreadsheet all the same, for a reader of such files to look at.
    #[must_use]
    pub fn may_be_spreadsheet(self) -> bool {
        match self {
            Self::Workbook | Self::Packed | Self::OldOffice => true,
            Self::Empty | Self::TooLarge | Self::Pdf | Self::WebPage | Self::Binary => false,
        }
    }
}

/// The longest file that is read.
pub const MOST_BYTES: usize = 10 * 1024 * 1024;

/// How many bytes are looked at to tell encodings and kinds of file apart.
const SAMPLE: usize = 4096;

/// The text of a file, whatever the encoding.
pub fn read(bytes: &[u8]) -> Result<Text<'_>, TextError> {
    if bytes.len() > MOST_BYTES {
        return Err(TextError::TooLarge);
    }
    if let Some(error) = foreign(bytes) {
        return Err(error);
    }
    let text = decode(bytes);
    if text.text.chars().all(char::is_whitespace) {
        return Err(TextError::Empty);
    }
    if looks_binary(&text.text) {
        return Err(TextError::Binary);
    }
    Ok(text)
}

/// The kind of file its first bytes give away, where it is not text.
fn foreign(bytes: &[u8]) -> Option<TextError> {
    const KINDS: [(&[u8], TextError); 3] = [
        (b"%PDF", TextError::Pdf),
        (&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], TextError::OldOffice),
        (b"PK\x03\x04", TextError::Packed),
    ];
    let kind = KINDS.iter().find(|(magic, _)| bytes.starts_with(magic)).map(|(_, error)| *error);
    match kind {
        Some(TextError::Packed) if is_workbook(bytes) => Some(TextError::Workbook),
        Some(error) => Some(error),
        None => opens_as_web_page(bytes).then_some(TextError::WebPage),
    }
}

/// Every workbook names its parts, and the list of parts stands at the end of the file.
fn is_workbook(bytes: &[u8]) -> bool {
    let tail = &bytes[bytes.len().saturating_sub(16 * SAMPLE)..];
    let head = &bytes[..bytes.len().min(SAMPLE)];
    [head, tail].iter().any(|part| part.windows(3).any(|window| window == b"xl/"))
}

fn opens_as_web_page(bytes: &[u8]) -> bool {
    let start = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    [&b"<!doctype"[..], b"<html", b"<?xml", b"<table"]
        .iter()
        .any(|tag| start.get(..tag.len()).is_some_and(|opening| opening.eq_ignore_ascii_case(tag)))
}

fn decode(bytes: &[u8]) -> Text<'_> {
    if let Some(rest) = bytes.strip_prefix(b"\xef\xbb\xbf") {
        return utf8(rest);
    }
    match utf16_order(bytes) {
        Some((encoding, rest)) => utf16(rest, encoding),
        None => match std::str::from_utf8(bytes) {
            Ok(text) => Text { text: text.into(), encoding: Encoding::Utf8, replaced: 0 },
            Err(_) => windows_1252(bytes),
        },
    }
}

/// A file whose mark says UTF-8 is read as such, even where some of it is broken.
fn utf8(bytes: &[u8]) -> Text<'_> {
    let text = String::from_utf8_lossy(bytes);
    let replaced = match text {
        Cow::Borrowed(_) => 0,
        Cow::Owned(ref text) => text.chars().filter(|&c| c == char::REPLACEMENT_CHARACTER).count(),
    };
    Text { text, encoding: Encoding::Utf8, replaced }
}

/// The byte order of UTF-16, from its mark or from where the zero bytes of Latin letters stand.
fn utf16_order(bytes: &[u8]) -> Option<(Encoding, &[u8])> {
    if let Some(rest) = bytes.strip_prefix(b"\xff\xfe") {
        return Some((Encoding::Utf16LowFirst, rest));
    }
    if let Some(rest) = bytes.strip_prefix(b"\xfe\xff") {
        return Some((Encoding::Utf16HighFirst, rest));
    }
    let pairs = bytes.len().min(SAMPLE) / 2;
    let zeros = |at: usize| bytes.chunks_exact(2).take(pairs).filter(|pair| pair[at] == 0).count();
    let mostly = |zeros: usize| pairs > 1 && zeros * 10 >= pairs * 7;
    match (zeros(0), zeros(1)) {
        (0, low) if mostly(low) => Some((Encoding::Utf16LowFirst, bytes)),
        (high, 0) if mostly(high) => Some((Encoding::Utf16HighFirst, bytes)),
        _ => None,
    }
}

fn utf16(bytes: &[u8], encoding: Encoding) -> Text<'static> {
    let unit = |pair: &[u8]| match encoding {
        Encoding::Utf16HighFirst => u16::from_be_bytes([pair[0], pair[1]]),
        Encoding::Utf16LowFirst | Encoding::Utf8 | Encoding::Windows1252 => {
            u16::from_le_bytes([pair[0], pair[1]])
        }
    };
    let mut replaced = bytes.len() % 2;
    let mut text = String::with_capacity(bytes.len() / 2);
    for unit in char::decode_utf16(bytes.chunks_exact(2).map(unit)) {
        text.push(unit.unwrap_or_else(|_| {
            replaced += 1;
            char::REPLACEMENT_CHARACTER
        }));
    }
    Text { text: text.into(), encoding, replaced }
}

fn windows_1252(bytes: &[u8]) -> Text<'static> {
    let text: String = bytes.iter().map(|&byte| windows_1252_char(byte)).collect();
    Text { text: text.into(), encoding: Encoding::Windows1252, replaced: 0 }
}

/// The characters of bytes 0x80 to 0x9f; the five unassigned ones stay the control characters they
/// are in Latin-1 (WHATWG Encoding Standard, index windows-1252).
const HIGH_CONTROLS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}',
    '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

fn windows_1252_char(byte: u8) -> char {
    match byte {
        0x80..=0x9f => HIGH_CONTROLS[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

/// Text holds no NUL and next to no control characters but tabs and line ends.
fn looks_binary(text: &str) -> bool {
    if text.as_bytes().contains(&0) {
        return true;
    }
    let sample = text.chars().take(SAMPLE);
    let strange = sample.clone().filter(|c| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{c}'));
    strange.count() * 20 > sample.count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utf16_bytes(text: &str, mark: bool, to_bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        let mark = mark.then_some(0xfeff);
        mark.into_iter().chain(text.encode_utf16()).flat_map(to_bytes).collect()
    }

    #[test]
    fn every_encoding_of_a_spreadsheet_is_told_and_read() {
        let text = "Risk,Cost\nPartner\u{2019}s failure,£5m\n";
        let ansi = b"Risk,Cost\nPartner\x92s failure,\xa35m\n".to_vec();
        for (bytes, encoding) in [
            (text.as_bytes().to_vec(), Encoding::Utf8),
            ([b"\xef\xbb\xbf", text.as_bytes()].concat(), Encoding::Utf8),
            (utf16_bytes(text, true, u16::to_le_bytes), Encoding::Utf16LowFirst),
            (utf16_bytes(text, true, u16::to_be_bytes), Encoding::Utf16HighFirst),
            (utf16_bytes(text, false, u16::to_le_bytes), Encoding::Utf16LowFirst),
            (utf16_bytes(text, false, u16::to_be_bytes), Encoding::Utf16HighFirst),
            (ansi, Encoding::Windows1252),
        ] {
            let read = read(&bytes).expect("text");
            assert_eq!((read.text.as_ref(), read.encoding, read.replaced), (text, encoding, 0));
        }
    }

    #[test]
    fn what_is_not_text_is_refused_in_words() {
        let workbook =
            [b"PK\x03\x04\x14\0\x06\0".as_slice(), &[7; 9000], b"xl/workbook.xml", &[7; 9000]].concat();
        let too_large = vec![b'a'; MOST_BYTES + 1];
        for (bytes, message) in [
            (b"".as_slice(), "the file is empty"),
            (b"\xef\xbb\xbf \r\n\r\n", "the file is empty"),
            (b"\xff\xfe", "the file is empty"),
            (&too_large, "the file is larger than 10 MB; keep only the sheet with the risks"),
            (&workbook, "this is an Excel workbook; save it as CSV first"),
            (
                b"PK\x03\x04 notes.txt",
                "this is a packed file (zip); take the register out and save it as CSV first",
            ),
            (
                b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0",
                "this is an Excel or Word file of the old format; save it as CSV first",
            ),
            (b"%PDF-1.7\n", "this is a PDF; ask for the register as a spreadsheet and save it as CSV"),
            (
                b" <!DOCTYPE html><table>",
                "this is a web page, not a spreadsheet; open it in Excel and save it as CSV first",
            ),
            (b"Risk,Impact\n\0\0,3\n", "this is not a text file; save the register as CSV first"),
            (b"\x89PNG\r\n\x1a\n\x01\x02\x03\x04", "this is not a text file; save the register as CSV first"),
        ] {
            assert_eq!(read(bytes).map_err(|e| e.to_string()), Err(message.into()));
        }
    }

    #[test]
    fn broken_characters_are_counted() {
        let utf8 = read(b"\xef\xbb\xbfRisk\xff,b\xfe").map(|t| (t.encoding, t.replaced));
        assert_eq!(utf8, Ok((Encoding::Utf8, 2)));
        let utf16 = read(b"\xff\xfea\0\0\xd8b\0c").map(|t| (t.encoding, t.replaced));
        assert_eq!(utf16, Ok((Encoding::Utf16LowFirst, 2)));
    }

    proptest::proptest! {
        #[test]
        fn reading_any_bytes_never_panics(bytes: Vec<u8>) {
            if let Ok(read) = read(&bytes) {
                proptest::prop_assert!(!read.text.contains('\0'));
            }
        }

        #[test]
        fn text_in_utf8_reads_as_itself(text in "[a-z£’€,\n]{1,40}[a-z]") {
            proptest::prop_assert_eq!(read(text.as_bytes()).map(|r| r.text.into_owned()), Ok(text));
        }
    }
}
