//! A package in which every part lies as it is (APPNOTE.TXT 4.3.7 to 4.3.16). It is written by hand, since the general writer of
//! such files brings along two compressors that nothing here would use. What lies in it is the business of `package`.

use super::package::Part;

const PART: &[u8] = b"PK\x03\x04";
const LISTED: &[u8] = b"PK\x01\x02\x14\x00";
const END: &[u8] = b"PK\x05\x06";
/// Version 2.0, names in UTF-8, stored, the first moment there is.
const ABOUT: [u8; 10] = [20, 0, 0, 8, 0, 0, 0, 0, 0x21, 0];

/// Parts of at most 200 and 50 MB in all as one file.
pub(super) fn stored(parts: &[Part]) -> Vec<u8> {
    let length: usize = parts.iter().map(|part| part.bytes.len() + 2 * part.name.len() + 100).sum();
    let mut file = Vec::with_capacity(length);
    let mut list = Vec::new();
    for part in parts {
        let (place, about) = (file.len() as u32, about(part));
        file.extend([PART, &about, part.name.as_bytes(), &part.bytes].concat());
        list.extend([LISTED, &about, &[0; 10], &place.to_le_bytes(), part.name.as_bytes()].concat());
    }
    let (place, n) = (file.len() as u32, (parts.len() as u16).to_le_bytes());
    file.extend(&list);
    let sizes = [(list.len() as u32).to_le_bytes(), place.to_le_bytes()].concat();
    file.extend([END, &[0; 4], &n, &n, &sizes, &[0; 2]].concat());
    file
}

/// What stands of a part before it and in the list.
fn about(part: &Part) -> Vec<u8> {
    let (length, name) = ((part.bytes.len() as u32).to_le_bytes(), (part.name.len() as u16).to_le_bytes());
    [&ABOUT[..], &crc32fast::hash(&part.bytes).to_le_bytes(), &length, &length, &name, &[0; 2]].concat()
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Read as _};

    use zip::ZipArchive;

    use super::*;

    #[test]
    fn what_is_stored_is_found_again_by_its_name() {
        let part = |name: &str, bytes: &[u8]| Part { name: name.to_owned(), bytes: bytes.to_vec() };
        let parts =
            [part("xl/workbook.xml", b"<workbook/>"), part("é.xml", &[7; 70_000]), part("empty", b"")];
        let mut archive = ZipArchive::new(Cursor::new(stored(&parts))).expect("a sound file");
        assert_eq!(archive.len(), parts.len());
        for part in &parts {
            let mut found = Vec::new();
            let mut file = archive.by_name(&part.name).expect("it is there");
            file.read_to_end(&mut found).expect("its checksum is right");
            assert_eq!(found, part.bytes, "{}", part.name);
        }
    }
}
