//! A file as a package of parts (zip): which format it is, and the parts that matter, inflated with everything counted on
//! the way. What a part says of its own size is never believed. What is in the parts is the business of `xlsx` and `ods`.

use std::io::{Cursor, Read};

use partnership_risk_core::exchange::text::MOST_BYTES;
use zip::ZipArchive;

use super::stored::stored;
use super::{MOST_INFLATED, MOST_PARTS, Refusal};

/// The parts of a spreadsheet.
#[derive(Debug)]
pub(super) struct Package {
    format: Format,
    parts: Vec<Part>,
}

/// One part, inflated.
#[derive(Debug)]
pub(super) struct Part {
    /// Its name in the package.
    pub(super) name: String,
    /// What is in it.
    pub(super) bytes: Vec<u8>,
}

/// How the parts make a workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    /// Office Open XML: Excel.
    Xlsx,
    /// OpenDocument: LibreOffice.
    Ods,
}

type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

impl Package {
    /// Takes a file apart, within the limits.
    pub(super) fn open(bytes: &[u8]) -> Result<Self, Refusal> {
        check_kind(bytes)?;
        check_number(declared_parts(bytes).ok_or(Refusal::Damaged)?)?;
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refusal::Damaged)?;
        check_number(archive.len())?;
        if archive.has_duplicate_names() {
            return Err(Refusal::RepeatedParts);
        }
        let format = format(&archive)?;
        let mut parts = Vec::new();
        let mut left = MOST_INFLATED;
        for index in 0..archive.len() {
            if let Some(part) = inflated(&mut archive, index, format, left)? {
                left -= part.bytes.len();
                parts.push(part);
            }
        }
        Ok(Self { format, parts })
    }

    /// How its parts make a workbook.
    pub(super) fn format(&self) -> Format {
        self.format
    }

    /// The part of this name.
    pub(super) fn part(&self, name: &str) -> Option<&Part> {
        self.parts.iter().find(|part| part.name == name)
    }

    /// All parts.
    pub(super) fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// The same parts in a file of our own, as they are: whoever reads it inflates nothing and can be told no lies.
    pub(super) fn repacked(self) -> Vec<u8> {
        stored(&self.parts)
    }
}

fn check_number(parts: usize) -> Result<(), Refusal> {
    if parts > MOST_PARTS { Err(Refusal::TooManyParts(parts)) } else { Ok(()) }
}

/// What the first bytes give away.
fn check_kind(bytes: &[u8]) -> Result<(), Refusal> {
    if bytes.is_empty() {
        return Err(Refusal::Empty);
    }
    if bytes.len() > MOST_BYTES {
        return Err(Refusal::TooLarge);
    }
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]) {
        return Err(of_compound_file(bytes));
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        Ok(())
    } else {
        Err(Refusal::NoSpreadsheet)
    }
}

/// What is in a compound file, by the names in its directory, which are UTF-16 (MS-CFB 2.6.1).
fn of_compound_file(bytes: &[u8]) -> Refusal {
    let names = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(name.len()).any(|window| window == name)
    };
    match () {
        () if names("EncryptedPackage") => Refusal::Password,
        () if names("Workbook") || names("Book") => Refusal::OldExcel,
        () => Refusal::OldOffice,
    }
}

/// How many parts the end of the file says there are (APPNOTE.TXT 4.3.16), before anything is made of them.
fn declared_parts(bytes: &[u8]) -> Option<usize> {
    const LONGEST_END: usize = 22 + 65_535;
    let tail = &bytes[bytes.len().saturating_sub(LONGEST_END)..];
    let end = tail.windows(4).rposition(|window| window == b"PK\x05\x06")?;
    let count = tail.get(end + 10..end + 12)?;
    Some(usize::from(u16::from_le_bytes([count[0], count[1]])))
}

const MIME_OF_ODS: &[u8] = b"application/vnd.oasis.opendocument.spreadsheet";

fn format(archive: &Archive) -> Result<Format, Refusal> {
    let names: Vec<String> =
        archive.file_names().map(|name| name.map_or_else(|_| String::new(), |name| small(&name))).collect();
    let has = |name: &str| names.iter().any(|other| other == name);
    let ends = |end: &str| names.iter().any(|other| other.ends_with(end));
    match () {
        () if has("encrypted-package") => Err(Refusal::Password),
        () if ends("workbook.bin") => Err(Refusal::BinaryWorkbook),
        () if has("content.xml") => Ok(Format::Ods),
        () if has("_rels/.rels") && !has("word/document.xml") && !has("ppt/presentation.xml") => {
            Ok(Format::Xlsx)
        }
        () => Err(Refusal::NoSpreadsheet),
    }
}

fn small(name: &str) -> String {
    name.to_ascii_lowercase().replace('\\', "/")
}

/// Whether a part is one that is read: cells, texts, formats of numbers, and how they belong together.
fn matters(format: Format, name: &str) -> bool {
    const OTHERS: [&str; 12] = [
        "/theme/",
        "/drawings/",
        "/charts/",
        "/chartsheets/",
        "/media/",
        "/pivot",
        "/externallinks/",
        "/comments",
        "/threadedcomments/",
        "/tables/",
        "/calcchain.",
        "/printersettings/",
    ];
    let name = small(name);
    match format {
        Format::Ods => ["mimetype", "content.xml", "meta-inf/manifest.xml"].contains(&name.as_str()),
        Format::Xlsx => {
            let is_xml = name.ends_with(".xml") || name.ends_with(".rels");
            let is_ours = !name.starts_with("docprops/") && !name.starts_with("customxml/");
            is_xml && is_ours && !OTHERS.iter().any(|other| name.contains(other))
        }
    }
}

/// The part of this number, if it matters: read as far as `left` goes, and held to what it says of itself.
fn inflated(
    archive: &mut Archive,
    index: usize,
    format: Format,
    left: usize,
) -> Result<Option<Part>, Refusal> {
    let entry = archive.by_index_data(index).map_err(|_| Refusal::Damaged)?;
    let name = entry.name().map_err(|_| Refusal::Damaged)?.into_owned();
    if entry.is_dir() || !matters(format, &name) {
        return Ok(None);
    }
    if entry.encrypted() {
        return Err(Refusal::Password);
    }
    let mut file = archive.by_index(index).map_err(|_| Refusal::DamagedPart(name.clone()))?;
    let declared = file.size();
    let mut bytes = Vec::new();
    let read = file.by_ref().take(left as u64 + 1).read_to_end(&mut bytes);
    if bytes.len() > left {
        return Err(Refusal::InflatesTooFar(name));
    }
    match read {
        Ok(n) if n as u64 == declared => check_part(format, Part { name, bytes }).map(Some),
        Ok(_) | Err(_) => Err(Refusal::DamagedPart(name)),
    }
}

/// More pieces of a list of styles than those of sixty-five thousand, which is as many as Excel allows.
const MOST_STYLE_PIECES: usize = 500_000;

/// What must hold of a part before a reader sees it.
fn check_part(format: Format, part: Part) -> Result<Part, Refusal> {
    let name = small(&part.name);
    let pieces = || part.bytes.iter().filter(|&&byte| byte == b'<').count();
    match format {
        Format::Xlsx if name.ends_with("styles.xml") && pieces() > MOST_STYLE_PIECES => {
            Err(Refusal::TooManyStyles)
        }
        Format::Ods if name == "mimetype" && !part.bytes.starts_with(MIME_OF_ODS) => {
            Err(Refusal::NoSpreadsheet)
        }
        Format::Ods if name.ends_with("manifest.xml") && names_encryption(&part.bytes) => {
            Err(Refusal::Password)
        }
        Format::Xlsx | Format::Ods => Ok(part),
    }
}

/// Whether the list of an OpenDocument file says how its parts are encrypted (ODF 1.3 part 2, 4.8.1).
fn names_encryption(manifest: &[u8]) -> bool {
    const NAME: &[u8] = b"encryption-data";
    manifest.windows(NAME.len()).any(|window| window == NAME)
}
