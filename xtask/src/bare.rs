//! A compiled module without what only linkers read. The page is compiled with notes on what refers to what, since its parts
//! are cut by them (`parts`); programs that are not cut would carry them along, and they are most of a small program.

use anyhow::{Context, Result, bail};

/// Before the sections of every module: what it is, and the version of its form.
const OPENING: &[u8] = b"\0asm\x01\0\0\0";
/// The kind of a section that says something of its own choice under a name.
const NAMED: u8 = 0;

/// The module without its notes for linkers (WebAssembly object file linking, "linking" and "reloc.*").
pub fn bare(module: &[u8]) -> Result<Vec<u8>> {
    let Some(mut rest) = module.strip_prefix(OPENING) else { bail!("it is no module of WebAssembly") };
    let mut kept = OPENING.to_vec();
    while let Some((&kind, after)) = rest.split_first() {
        let (length, content) = number(after).context("a section without a length")?;
        let (content, next) = content.split_at_checked(length).context("a section that is cut short")?;
        if kind != NAMED || !is_for_linkers(content) {
            kept.extend(&rest[..rest.len() - next.len()]);
        }
        rest = next;
    }
    Ok(kept)
}

fn is_for_linkers(content: &[u8]) -> bool {
    let name = number(content).and_then(|(length, rest)| rest.get(..length));
    name.is_some_and(|name| name == b"linking" || name.starts_with(b"reloc."))
}

/// A number of at most 32 bits in groups of seven, the lowest first, and what comes after it.
fn number(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let mut value = 0;
    for (place, byte) in bytes.iter().take(5).enumerate() {
        value |= usize::from(byte & 0x7f) << (7 * place);
        if byte & 0x80 == 0 {
            return Some((value, &bytes[place + 1..]));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn section(kind: u8, content: &[u8]) -> Vec<u8> {
        // A length need not be written as short as it could be.
        [&[kind, content.len() as u8 | 0x80, 0][..], content].concat()
    }

    #[test]
    fn notes_for_linkers_go_and_everything_else_stays_as_it_is() {
        let kept = [section(1, b"\x00"), section(0, b"\x04name1"), section(10, b"\x07linking")];
        let gone = [section(0, b"\x07linking123"), section(0, b"\x0areloc.CODE12")];
        let whole = [OPENING, &kept[0], &gone[0], &kept[1], &gone[1], &kept[2]].concat();
        let left = [OPENING, &kept[0], &kept[1], &kept[2]].concat();
        assert_eq!(bare(&whole).expect("a module"), left);
        assert_eq!(bare(&left).expect("a module"), left);
    }

    #[test]
    fn what_is_no_module_is_refused() {
        let whole = [OPENING, &section(1, b"\x00")].concat();
        for wrong in [&b"text"[..], &whole[..whole.len() - 1], &whole[..9]] {
            assert!(bare(wrong).is_err(), "{wrong:?}");
        }
    }
}
